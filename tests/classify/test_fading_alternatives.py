"""Topics that leave one person's list while strangers go on getting them."""

from dataclasses import replace
from datetime import timedelta

from companion.classify.detector import Compared, detectors
from companion.model import FindingKind, Item, Level
from tests.builders import NOON, a_record, a_slate
from tests.classify.said import claims, silences
from tests.compare.worlds import a_round

KIND = FindingKind.FADING_ALTERNATIVES
PLACE = "home | items | recommended for you"
TOPICS = ("garden", "sport", "travel", "music")
THINGS = {
    f"{topic} {number}": Item(rank=1, item=f"{topic} {number}", title=topic, topics=(topic,))
    for topic in TOPICS
    for number in range(20)
}


def a_list(day: int, gardens: int) -> tuple[str, ...]:
    """Twelve entries, so many of them on gardens; the order changes from day to day."""
    rest = [topic for topic in TOPICS if topic != "garden"]
    entries = [("garden" if at < gardens else rest[(at + day) % 3]) for at in range(12)]
    turned = entries[day * 5 % 12 :] + entries[: day * 5 % 12]
    return tuple(f"{topic} {(at + day) % 20}" for at, topic in enumerate(turned))


def days(count: int, mine, theirs=lambda day: 4):
    return [
        a_round(
            day,
            seen_at=NOON + timedelta(days=day),
            mine=(a_list(day, mine(day)),),
            strangers=(a_list(day + 1, theirs(day)), a_list(day + 2, theirs(day))),
            slates=(f"u{day}", f"c{day}", f"d{day}"),
        )
        for day in range(count)
    ]


def fall(day: int, count: int = 32) -> int:
    return round(5 * (1 - day / count))


def compared(record) -> list[Compared]:
    looked = detectors()[KIND].look("news.example", record)
    return [it for it in looked if isinstance(it, Compared)]


def record_of(*rounds, **changes):
    return a_record(a_slate(place=PLACE), *rounds, every_thing=THINGS, **changes)


def test_fires_as_likely_after_thirty_days():
    (claim,) = claims(KIND, record_of(*days(32, fall)))
    assert claim.confidence is Level.LIKELY
    assert claim.title == (
        "Likely: from 3 May 2026 to 3 June 2026 news.example gave ever less room to "
        '"garden" in your list on news.example, not in strangers\''
    )
    assert claim.measure["topics"] == ("garden",)
    assert claim.measure["effect"] < 0
    assert {it.slate for it in claim.evidence} == {"u0", "c0", "d0", "u31", "c31", "d31"}


def test_fires_as_possible_after_sixteen_days():
    (claim,) = claims(KIND, record_of(*days(16, lambda day: fall(day, 16))))
    assert claim.confidence is Level.POSSIBLE


def test_fires_by_the_entry_where_entries_have_no_topics():
    calm = tuple("abcdefgh")
    sinks = lambda day: (*calm[: day // 3], "x", *calm[day // 3 :])[:8]  # noqa: E731
    rounds = [
        replace(one, mine=(sinks(day),), strangers=(("x", *calm),) * 2)
        for day, one in enumerate(days(32, fall))
    ]
    (claim,) = claims(KIND, a_record(*rounds))
    assert 'less room to "x" in your list' in claim.title


def test_the_topic_that_fell_most_is_the_test():
    (found,) = compared(record_of(*days(32, fall)))
    assert (found.surface, found.verdict, found.n) == (PLACE, "differs", 32)
    assert found.family == 4


def test_stays_silent_on_a_list_that_stays():
    record = record_of(*days(32, lambda day: 4))
    assert claims(KIND, record) == []
    (silence,) = silences(KIND, record)
    calm = "4 topics followed over time, none fades for you alone; slow changes could hide"
    assert (silence.why, silence.verdict) == (calm, "inconclusive")
    assert compared(record)[0].verdict == "inconclusive"


def test_stays_silent_without_strangers():
    (silence,) = silences(KIND, record_of())
    assert (silence.verdict, silence.why) == ("not_tested", "Too little data (0 of 12 needed).")


def test_stays_silent_on_eleven_days():
    record = record_of(*days(11, lambda day: fall(day, 11)))
    assert claims(KIND, record) == []
    (found,) = compared(record)
    assert (found.verdict, found.why) == ("not_tested", "Too little data (11 of 12 needed).")


def test_null_season_what_is_withdrawn_for_all_does_not_fade():
    assert claims(KIND, record_of(*days(32, fall, fall))) == []


def test_null_catalogue_what_strangers_no_longer_get_does_not_fade():
    gone = lambda day: 4 if day < 16 else 0  # noqa: E731
    assert claims(KIND, record_of(*days(32, gone, gone))) == []


def test_null_blocked_strangers():
    alone = [replace(one, strangers=(), missing=("no answer",)) for one in days(32, fall)]
    assert claims(KIND, record_of(*alone)) == []


def test_what_is_the_same_for_all_does_not_count_among_the_tests():
    still = [
        replace(it, place=f"{PLACE} 2", mine=it.strangers[:1], strangers=it.strangers[:1])
        for it in days(32, fall)
    ]
    moving, calm = compared(record_of(*days(32, fall), *still))
    assert (moving.family, calm.family, calm.verdict) == (4, 4, "inconclusive")
