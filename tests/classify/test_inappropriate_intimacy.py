"""Something private that comes up where it is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.classify.surfaced import weights
from companion.extract.contexts import contexts, is_sensitive
from companion.model import ActKind, FindingKind, Item, Level, Owner, Surface
from tests.accuracy.intimacy import NULLS, counted
from tests.accuracy.privately import Kind
from tests.builders import NOON, a_record, a_slate, an_act
from tests.classify.said import claims, silences

KIND = FindingKind.INAPPROPRIATE_INTIMACY
LIVES = {"forum.example": "health", "news.example": "news", "shop.example": "shopping"}


def ads(day: float, *titles: str, **changes):
    """Ads on the news site, so many days before or after the private act."""
    entries = tuple(Item(rank=at, item=it, title=it) for at, it in enumerate(titles, 1))
    defaults = {
        "surface": Surface.AD,
        "party": "ads.example",
        "seen_at": NOON + timedelta(days=day),
        "exchange": f"s{day}{changes.get('visitor', '')}",
        "items": entries,
    }
    return a_slate(**(defaults | changes))


def before(count: int = 5, title: str = "Garden chairs"):
    return [ads(-day, title) for day in range(1, count + 1)]


def read(text: str = "Keeping a migraine diary", **changes):
    defaults = {"site": "forum.example", "context": "health", "text": text, "exchange": text}
    return an_act(**(defaults | changes))


PRIVATE = (read(), read("Migraine at work, dark room?"))
CAPS = (ads(1, "Migraine relief cap"), ads(3, "Against migraine at night"))


def record_of(*things, **changes):
    return a_record(*things, contexts=LIVES, **changes)


def test_fires_as_possible_on_ads_that_speak_of_it():
    (claim,) = claims(KIND, record_of(*before(), *PRIVATE, *CAPS))
    assert claim.confidence is Level.POSSIBLE
    assert claim.title == (
        'Possible: on 4 May 2026 12:00 UTC ads.example delivered "Migraine relief cap" on '
        "news.example (news), 1 day after you had to do with it on forum.example (health)"
    )
    assert "Both speak of “migraine”." in claim.why
    assert claim.contexts == ("health", "news")
    assert (claim.measure["n"], claim.measure["score"]) == (2, 1.0)
    assert [bool(it.act) for it in claim.evidence] == [True, False, True, False]


def test_fires_on_the_very_thing_however_short_the_record():
    opened = read("Weighted blanket, 6 kg")
    record = record_of(opened, ads(0.5, "Weighted blanket, 6 kg"))
    (claim,) = claims(KIND, record)
    assert "on the day on which you had to do with it" in claim.title


def test_fires_on_what_was_typed_into_a_search_there():
    typed = read("migraine", kind=ActKind.SEARCH)
    assert len(claims(KIND, record_of(*before(), typed, *CAPS))) == 1


def test_fires_on_a_time_that_the_person_called_private():
    marked = [replace(it, context="private", site="shop.example") for it in PRIVATE]
    (claim,) = claims(KIND, record_of(*before(), *marked, *CAPS))
    assert claim.contexts == ("private", "news")


def test_fires_half_as_strongly_where_the_places_part_of_life_is_unknown():
    own = {"surface": Surface.RECOMMENDATION, "party": "news.example"}
    lists = [replace(it, **own) for it in (*before(), *CAPS)]
    record = a_record(*lists, *PRIVATE, contexts={"forum.example": "health"})
    (claim,) = claims(KIND, record)
    assert claim.measure["score"] == 0.5


def test_fires_lower_inside_one_company():
    owner = Owner(name="Press plc", source="a list", date="2026-01-02")
    owners = {"ads.example": owner, "news.example": owner}
    (claim,) = claims(KIND, record_of(*before(), *PRIVATE, *CAPS, owners=owners))
    assert claim.circumstances.inside


def test_stays_silent_on_one_word_of_one_title():
    assert claims(KIND, record_of(*before(), PRIVATE[0], *CAPS)) == []


def test_stays_silent_on_a_single_day():
    assert claims(KIND, record_of(*before(), *PRIVATE, CAPS[0])) == []


def test_stays_silent_on_words_that_stand_in_all_titles_of_a_site():
    suffix = [read(f"{text} | Kind Words") for text in ("A slow morning", "Long winters", "Rain")]
    kind = [ads(1, "Kind gifts in words"), ads(2, "Words in gold")]
    assert claims(KIND, record_of(*before(), *suffix, *kind)) == []


def test_stays_silent_in_a_private_place_and_on_the_same_site():
    other = {**LIVES, "news.example": "mind"}
    assert claims(KIND, a_record(*before(), *PRIVATE, *CAPS, contexts=other)) == []
    here = [replace(it, site="news.example") for it in PRIVATE]
    assert claims(KIND, record_of(*before(), *here, *CAPS)) == []


def test_stays_silent_after_two_weeks():
    late = [replace(it, seen_at=it.seen_at + timedelta(days=20)) for it in CAPS]
    assert claims(KIND, record_of(*before(), *PRIVATE, *late)) == []


def test_null_read_of_openly_somewhere():
    openly = an_act(text="Migraine explained", site="shop.example", context="shopping")
    assert claims(KIND, record_of(*before(), *PRIVATE, openly, *CAPS)) == []


def test_null_contextual_ads_on_a_page_about_it():
    page = an_act(text="Living with migraine", seen_at=NOON + timedelta(days=1), exchange="p")
    assert claims(KIND, record_of(*before(), *PRIVATE, page, *CAPS)) == []


def test_null_season_shown_before():
    season = before(title="Migraine season is here")
    record = record_of(*season, *PRIVATE, *CAPS)
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].verdict == "no_difference"


def test_null_strangers_get_it_too():
    theirs = ads(1, "Migraine relief cap", visitor="C1")
    assert claims(KIND, record_of(*before(), *PRIVATE, *CAPS, theirs)) == []


def test_null_no_way_to_the_party():
    away = {(it.id, "ads.example"): 0.0 for it in PRIVATE}
    assert claims(KIND, record_of(*before(), *PRIVATE, *CAPS, reaches=away)) == []


def test_null_a_record_too_short_is_not_tested():
    (silence,) = silences(KIND, record_of(*before(4), *PRIVATE, *CAPS))
    assert (silence.verdict, silence.n) == ("not_tested", 3)
    assert "2 of 3 entries may speak of what you did in private; 5 days" in silence.why


def test_null_private_acts_before_all_lists_are_not_tested():
    (silence,) = silences(KIND, record_of(*PRIVATE, ads(1, "Garden chairs")))
    assert (silence.verdict, silence.n) == ("not_tested", 1)


def test_without_anything_private_nothing_is_looked_at():
    (silence,) = silences(KIND, record_of(*CAPS))
    assert (silence.n, silence.verdict) == (0, "no_difference")


def test_what_is_private_is_what_counts_as_sensitive():
    assert set(weights()) == {it for it in contexts() if is_sensitive(it)} | {"private"}


def test_a_few_planted_lives_are_told_rightly():
    got = counted(Kind(), "tuned", 3)
    assert got["said"] == got["right"] > 0


@pytest.mark.parametrize("name", ["what somebody else at home reads of", "nothing follows"])
def test_null_planted_lives(name):
    assert counted(NULLS[name], "tuned", 2)["said"] == 0
