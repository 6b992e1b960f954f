"""Personal lists without a note, or with a note and no reason."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from companion.classify.detector import Compared, detectors
from companion.compare.round import Round
from companion.model import FindingKind, Item, Level, Personalized, Surface
from tests.builders import NOON, a_record, a_slate, an_act
from tests.classify.said import claims, silences
from tests.compare.worlds import BASE, a_round, changed, drifted, noisy, some_rounds, when

KIND = FindingKind.INVISIBLE_CURATION


def test_fires_as_possible_on_a_declared_list_without_a_note():
    (claim,) = claims(KIND, a_record(a_slate(disclosed=False)))
    assert claim.confidence is Level.POSSIBLE
    assert claim.title == (
        "Possible: on 3 May 2026 12:00 UTC news.example delivered a personal list "
        'headed "Recommended for you", no note beside it'
    )
    assert claim.evidence[0].slate is not None


def test_fires_half_visible_on_a_heading_without_a_reason():
    (claim,) = claims(KIND, a_record(a_slate(disclosed=True)))
    assert claim.title.endswith("no reason given")
    assert not claim.circumstances.measured


def test_fires_as_likely_on_a_measured_list():
    slate = a_slate(
        personalized=Personalized.MEASURED, disclosed=False, figures={"n": 10, "t": 0.2}
    )
    (claim,) = claims(KIND, a_record(slate))
    assert claim.confidence is Level.LIKELY
    assert claim.circumstances.measured
    assert (claim.measure["n"], claim.measure["t"]) == (10, 0.2)
    assert "compared with what strangers got" in claim.why


def test_fires_as_possible_while_there_is_nothing_to_judge_the_note_by():
    slate = a_slate(personalized=Personalized.MEASURED, disclosed=None)
    (claim,) = claims(KIND, a_record(slate))
    assert claim.confidence is Level.POSSIBLE


def test_fires_on_what_was_delivered_as_data_saying_so():
    slate = a_slate(disclosed=False, disclosure="delivered", heading="", party="recs.example")
    (claim,) = claims(KIND, a_record(slate))
    assert claim.title.endswith(
        "a personal list without a heading of recs.example, no note in what was delivered"
    )
    assert claim.measure["disclosure"] == "delivered"


def test_fires_once_for_all_deliveries_of_a_party():
    later = a_slate(locator="/other", disclosed=True, seen_at=NOON + timedelta(days=1))
    (claim,) = claims(KIND, a_record(later, a_slate(disclosed=False, context="news")))
    assert (claim.measure["lists"], claim.measure["half_visible"]) == (2, 1)
    assert (claim.first_seen, claim.last_seen) == (NOON, NOON + timedelta(days=1))
    assert claim.contexts == ("news",)


def test_fires_lower_where_a_control_stands_beside_the_list():
    (claim,) = claims(KIND, a_record(a_slate(controls=("Not interested",))))
    assert claim.circumstances.eased


@pytest.mark.parametrize(
    "reason",
    [
        {"explanation": "Because you read One"},
        {"items": (Item(rank=1, item="1", title="One", reason="Because you read Two"),)},
    ],
)
def test_stays_silent_where_note_and_reason_stand_beside_the_list(reason):
    record = a_record(a_slate(disclosed=True, **reason))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].n == 1


def test_stays_silent_on_ads():
    assert claims(KIND, a_record(a_slate(surface=Surface.AD))) == []


@pytest.mark.parametrize("how", [Personalized.NOT_MEASURED, Personalized.REFUTED])
def test_null_lists_that_are_the_same_for_everyone(how):
    editors = a_slate(surface=Surface.FEED, personalized=how, disclosed=False)
    assert claims(KIND, a_record(editors)) == []


PLACE = "home | items | recommended for you"
MINE = changed(BASE, 5, "mine", np.random.default_rng(1))
GARDEN = {
    key: Item(rank=1, item=key, title=f"Gardening number {key}", topics=("garden",)) for key in MINE
} | {key: Item(rank=1, item=key, title=key) for key in BASE}
ACT = an_act(topics=("garden",), seen_at=NOON - timedelta(days=1))


def compared(record) -> list[Compared]:
    looked = detectors()[KIND].look("news.example", record)
    return [it for it in looked if isinstance(it, Compared)]


def rounds(mine=lambda _: MINE, theirs=lambda _: BASE, **changes):
    return some_rounds(np.random.default_rng(4), mine=mine, theirs=theirs, **changes)


def following(*things, **changes):
    """A record with an act on gardens, and lists whose own entries are about gardens."""
    slate = a_slate(place=PLACE, **({"disclosed": False} | changes))
    return a_record(slate, ACT, *things, every_thing=GARDEN)


def test_fires_as_likely_where_own_entries_follow_what_was_done():
    (claim,) = claims(KIND, following(*rounds()))
    assert claim.confidence is Level.LIKELY
    assert claim.title == (
        'Likely: on 3 May 2026 12:00 UTC news.example delivered a list headed "Recommended for '
        'you" that was measured to differ because of you, no note beside it'
    )
    assert "Likely: your list differs because of your profile (5 rounds" in claim.why
    assert claim.circumstances.measured
    assert (claim.measure["n"], claim.measure["because_by"]) == (5, "acts")
    assert claim.measure["interval"][0] > 0
    assert claim.measure["drift_days"] == 2


def test_fires_on_a_list_that_does_not_call_itself_personal():
    record = following(*rounds(), personalized=Personalized.NOT_MEASURED)
    assert claims(KIND, record)[0].confidence is Level.LIKELY


def test_fires_as_possible_without_a_heading_to_judge_the_note_by():
    assert claims(KIND, following(*rounds(), disclosed=None))[0].confidence is Level.POSSIBLE


def test_fires_with_the_lists_of_the_last_round():
    last = replace(rounds()[-1], slates=("u", "u2", "c1", "c2"))
    (claim,) = claims(KIND, following(*rounds()[:-1], last))
    assert [it.slate for it in claim.evidence[1:]] == ["u", "c1", "c2"]


def test_every_place_compared_is_a_test():
    record = following(*rounds(), *rounds(lambda _: BASE, place="home | other | popular"))
    found = {it.surface: it for it in compared(record)}
    assert found[PLACE].verdict == "personal"
    assert found["home | other | popular"].verdict in ("no_difference", "inconclusive")
    assert {it.family for it in found.values()} == {2}
    assert found[PLACE].interval is not None


def test_a_comparison_that_nobody_made_is_wanted():
    (found,) = compared(a_record(a_slate()))
    assert (found.surface, found.verdict) == (PLACE, "not_tested")
    assert found.why == "Too little data (0 of 5 needed)."


def test_stays_silent_on_a_list_that_is_the_same_for_strangers():
    """It calls itself personal, and is not."""
    calm = {"swaps": 0, "new": 0}
    record = following(*rounds(lambda _: BASE, noise=calm))
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "no_difference"


def test_stays_silent_on_a_difference_that_may_be_a_test_group():
    record = a_record(
        a_slate(place=PLACE, personalized=Personalized.NOT_MEASURED, disclosed=False), *rounds()
    )
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "differs"


def unmeasured(*things):
    """A list that says nothing of itself, with lists of strangers."""
    return following(*things, personalized=Personalized.NOT_MEASURED)


def test_null_noise():
    record = unmeasured(*rounds(lambda _: BASE))
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict in ("no_difference", "inconclusive")


def test_null_drift():
    record = unmeasured(*rounds(drifted, drifted))
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict != "personal"


def test_null_season():
    """Half of the rounds have another list, for everyone."""
    season = lambda number: MINE if number > 2 else BASE  # noqa: E731
    assert claims(KIND, unmeasured(*rounds(season, season))) == []


def test_null_catalogue_change():
    """A new catalogue in the middle of the rounds shares nothing with the old one."""
    new = lambda number: [f"new {at}" for at in range(20)] if number > 1 else BASE  # noqa: E731
    assert claims(KIND, unmeasured(*rounds(new, new))) == []


def in_arms(seed: int, share: float = 0.5, count: int = 10) -> list[Round]:
    """A sticky test group: the person stays in one arm, each stranger is drawn anew."""
    random = np.random.default_rng(seed)
    arms = (BASE, MINE)
    home = arms[1]
    return [
        a_round(
            number,
            seen_at=when(number, count=count),
            mine=(noisy(random, home), noisy(random, home)),
            strangers=tuple(noisy(random, arms[random.random() < share]) for _ in range(2)),
        )
        for number in range(count)
    ]


def test_null_sticky_bucket():
    for seed in range(5):
        record = a_record(
            a_slate(place=PLACE, personalized=Personalized.NOT_MEASURED), *in_arms(seed)
        )
        assert claims(KIND, record) == []


def test_null_the_person_alone_in_one_arm():
    record = a_record(
        a_slate(place=PLACE, personalized=Personalized.NOT_MEASURED), *in_arms(1, share=0)
    )
    assert claims(KIND, record) == []
    (found,) = compared(record)
    assert found.verdict == "differs"
    assert found.why.endswith("it may be a random test group")


def test_null_place():
    """Strangers elsewhere are not compared at all."""
    elsewhere = [replace(it, strangers=(), missing=("another place",)) for it in rounds()]
    record = unmeasured(*elsewhere)
    assert claims(KIND, record) == []
    assert compared(record)[0].why == "missing: not comparable (another place)"


def test_null_blocked_twin():
    blocked = [
        replace(it, strangers=it.strangers[:1], missing=("a stranger got a sign-in page",))
        for it in rounds()
    ]
    record = unmeasured(*blocked)
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "missing"


def test_null_misparse():
    """Keys that are new in every answer, as after a wrong column, make everything differ."""
    random = np.random.default_rng(3)
    keys = lambda: tuple(f"{random.random()}" for _ in range(20))  # noqa: E731
    wrong = [replace(it, mine=(keys(), keys()), strangers=(keys(), keys())) for it in rounds()]
    assert claims(KIND, unmeasured(*wrong)) == []


def test_a_person_stays_with_what_the_list_says_while_nothing_is_settled():
    (claim,) = claims(KIND, following(*rounds(lambda _: BASE, noise={"new": 5})))
    assert claim.confidence is Level.POSSIBLE
    assert "Cannot say yet: 5 more rounds needed." in claim.why
