"""A party that carries what it learnt from one part of life into another."""

from dataclasses import replace
from datetime import timedelta

from companion.classify.detector import Compared, detectors
from companion.model import FindingKind, Item, Level, Owner, SignalKind, Surface
from tests.accuracy.crossing import WAYS
from tests.accuracy.reuse import counted
from tests.builders import NOON, a_record, a_signal, a_slate, an_act
from tests.classify.said import claims, silences

KIND = FindingKind.CROSS_CONTEXT_REUSE
LIVES = {"health.example": "health", "news.example": "news", "shop.example": "shopping"}
ROD = Item(rank=2, item="rod-77", title="Carbon fly rod 77", url="https://shop.example/p/rod-77")


def earlier(**changes):
    """The same identifier at ads.example two days before, on health.example."""
    defaults = {
        "site": "health.example",
        "exchange": "e0",
        "seen_at": NOON - timedelta(days=2),
    }
    return a_signal(**(defaults | changes))


def retargeting():
    """An ad on news.example for what was opened on shop.example."""
    ad = a_slate(surface=Surface.AD, party="ads.example", items=(ROD,))
    opened = an_act(site="shop.example", text=ROD.title, seen_at=NOON - timedelta(days=2))
    presence = a_signal(kind=SignalKind.LOCATION, site="shop.example")
    return ad, opened, presence


def test_fires_on_one_identifier_in_two_parts_of_life():
    (claim,) = claims(KIND, a_record(earlier(), a_signal(), contexts=LIVES))
    assert (claim.party, claim.confidence) == ("ads.example", Level.OBSERVED)
    assert claim.title == (
        "On 3 May 2026 12:00 UTC ads.example had the same identifier (k3jd…2q) "
        "on news.example (news) as on health.example (health)"
    )
    assert claim.contexts == ("health", "news")
    assert [it.exchange for it in claim.evidence] == ["e0", "e1"]
    assert claim.measure["from_sites"] == ("health.example",)


def test_fires_as_possible_on_a_value_that_is_possibly_an_identifier():
    weak = {"confidence": Level.POSSIBLE, "seen_at": NOON - timedelta(hours=1)}
    record = a_record(earlier(**weak), a_signal(confidence=Level.POSSIBLE), contexts=LIVES)
    (claim,) = claims(KIND, record)
    assert claim.confidence is Level.POSSIBLE


def test_fires_on_the_very_item_that_comes_back():
    (claim,) = claims(KIND, a_record(*retargeting(), contexts=LIVES))
    assert claim.confidence is Level.POSSIBLE
    assert claim.title == (
        'Possible: on 3 May 2026 12:00 UTC ads.example delivered "Carbon fly rod 77" on '
        "news.example (news), which you had met on shop.example (shopping) "
        "on 1 May 2026 12:00 UTC"
    )
    assert '"Carbon fly rod 77" was opened by you on shop.example and came back' in claim.why
    assert [bool(it.act) for it in claim.evidence] == [True, False]


def test_fires_on_an_item_that_was_only_shown_before():
    ad, _, presence = retargeting()
    listed = a_slate(
        site="shop.example",
        party="shop.example",
        items=(ROD,),
        exchange="e0",
        seen_at=NOON - timedelta(days=2),
    )
    (claim,) = claims(KIND, a_record(ad, listed, presence, contexts=LIVES))
    assert "was shown to you on shop.example" in claim.why
    assert [it.slate for it in claim.evidence] == [listed.id, ad.id]


def test_fires_surely_where_identifier_and_item_go_together():
    here = a_signal()
    there = earlier(site="shop.example")
    (claim,) = claims(KIND, a_record(*retargeting(), here, there, contexts=LIVES))
    assert claim.confidence is Level.OBSERVED
    assert (claim.measure["items"], claim.measure["identifiers"]) == (1, 1)
    assert '"Carbon fly rod 77"' in claim.title


def test_fires_lower_inside_one_company():
    owner = Owner(name="Press plc", source="a list", date="2026-01-02")
    owners = {"ads.example": owner, "news.example": owner}
    record = a_record(earlier(), a_signal(), contexts=LIVES, owners=owners)
    assert claims(KIND, record)[0].circumstances.inside


def test_stays_silent_on_the_site_that_came_first():
    record = a_record(earlier(), a_signal(), contexts=LIVES)
    assert claims(KIND, record, "health.example") == []


def test_stays_silent_within_one_part_of_life():
    same = {"health.example": "news", "news.example": "news"}
    record = a_record(earlier(), a_signal(), contexts=same)
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].n == 1
    assert claims(KIND, a_record(*retargeting(), contexts=LIVES | {"shop.example": "news"})) == []


def test_stays_silent_while_a_part_of_life_is_unknown():
    assert claims(KIND, a_record(earlier(), a_signal())) == []


def test_stays_silent_on_an_identifier_below_the_band():
    weak = {"confidence": Level.POSSIBLE, "figures": {"score": 0}}
    record = a_record(earlier(**weak), a_signal(**weak), contexts=LIVES)
    assert claims(KIND, record) == []


def test_stays_silent_on_another_party_or_value_there():
    for other in ({"party": "count.example"}, {"value": "94jf8dh3k2lq8fh2"}, {"site": None}):
        record = a_record(earlier(**other), a_signal(), contexts=LIVES)
        assert claims(KIND, record) == []


def test_stays_silent_on_the_sites_own_identifier():
    own = {"party": "news.example"}
    assert claims(KIND, a_record(earlier(**own), a_signal(**own), contexts=LIVES)) == []


def test_null_contextual_ads_without_the_party_on_the_other_site():
    ad, opened, _ = retargeting()
    assert claims(KIND, a_record(ad, opened, contexts=LIVES)) == []


def test_null_a_popular_item_that_was_never_met():
    ad, _, presence = retargeting()
    assert claims(KIND, a_record(ad, presence, contexts=LIVES)) == []


def test_fires_on_a_later_visit_when_the_first_one_came_before():
    first = a_signal(exchange="e0", seen_at=NOON - timedelta(days=3))
    (claim,) = claims(
        KIND, a_record(first, earlier(exchange="e1"), a_signal(exchange="e2"), contexts=LIVES)
    )
    assert claim.first_seen == NOON


def test_stays_silent_while_the_other_part_of_life_came_only_afterwards():
    later = earlier(seen_at=NOON + timedelta(days=1))
    assert claims(KIND, a_record(later, a_signal(), contexts=LIVES)) == []


PLACES = {"news.example": "news", "shop.example": "shopping"}
SPORT = Item(rank=1, item="s", title="Running shoes", topics=("sport",))
OTHER = Item(rank=2, item="w", title="Umbrellas", topics=("weather",))


def followed(*more, strangers=True, there=None, **changes):
    """A month of ads: from the day on that sport was opened in the shop, ads on sport."""
    things = list(more)
    for day in range(-20, 20):
        at = NOON + timedelta(days=day)
        ad = {"surface": Surface.AD, "party": "ads.example", "seen_at": at}
        mine = (SPORT, OTHER) if day > 0 and day % 4 else (OTHER,)
        things.append(a_slate(items=mine, exchange=f"m{day}", **ad))
        if strangers:
            theirs = there(day) if there else (OTHER,)
            things.append(a_slate(items=theirs, exchange=f"c{day}", visitor="C1", **ad))
    things += [
        an_act(
            text="Trail running",
            site="shop.example",
            topics=("sport",),
            seen_at=NOON + timedelta(days=day),
            exchange=f"a{day}",
        )
        for day in (0, 7)
    ]
    return a_record(*things, **({"contexts": PLACES} | changes))


def compared(record):
    looked = detectors()[KIND].look("news.example", record)
    return [it for it in looked if isinstance(it, Compared)]


def test_fires_as_likely_on_a_topic_that_comes_over():
    (claim,) = claims(KIND, followed())
    assert (claim.party, claim.confidence) == ("ads.example", Level.LIKELY)
    assert claim.title == (
        'Likely: after 3 May 2026 ads.example listed "sport" on news.example (news) on 10 of 12 '
        "days, which you had turned to on shop.example (shopping)"
    )
    assert claim.why == (
        "“sport” was listed on 10 of 12 days after 3 May 2026, on 0 of 13 before, to strangers on "
        "0 of 19."
    )
    assert claim.contexts == ("shopping", "news")
    assert [bool(it.act) for it in claim.evidence] == [True, False, False]
    assert (compared(followed())[0].verdict, compared(followed())[0].family) == ("differs", 1)


def test_fires_as_possible_on_a_topic_without_any_way_for_it():
    record = followed()
    away = {(it.id, "ads.example"): 0.0 for it in record.every_act}
    (claim,) = claims(KIND, replace(record, reaches=away))
    assert claim.confidence is Level.POSSIBLE
    assert claim.why.endswith("No way from there to here is in the record.")


def test_stays_silent_on_topics_without_strangers():
    record = followed(strangers=False)
    assert claims(KIND, record) == []
    (found,) = compared(record)
    assert (found.verdict, found.n) == ("not_tested", 0)


def test_stays_silent_on_topics_of_a_place_of_unknown_life():
    record = followed(contexts={"shop.example": "shopping"})
    assert (claims(KIND, record), compared(record)) == ([], [])


def test_stays_silent_on_topics_of_the_same_part_of_life():
    assert claims(KIND, followed(contexts=dict.fromkeys(PLACES, "news"))) == []


def test_stays_silent_on_a_topic_that_strangers_get_now_and_then_as_well():
    record = followed(there=lambda day: (SPORT,) if day % 2 else (OTHER,))
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "inconclusive"


def test_stays_silent_where_there_are_too_few_days_of_a_topic():
    record = followed()
    late = [it for it in record.every_slate if it.seen_at > NOON - timedelta(days=3)]
    record = replace(record, every_slate=late)
    assert claims(KIND, record) == []
    assert "1 topic from elsewhere; 5 days before and after" in compared(record)[0].why


def test_null_season_of_a_topic():
    record = followed(there=lambda day: (SPORT,) if day > 0 else (OTHER,))
    assert claims(KIND, record) == []


def test_null_own_search_or_page_about_it_here():
    here = an_act(text="Marathon results", topics=("sport",), seen_at=NOON, exchange="h")
    assert claims(KIND, followed(here)) == []


def test_planted_lives_are_told_rightly():
    got = counted(2, WAYS, 5)
    assert got["said"] == got["right"] >= 6
