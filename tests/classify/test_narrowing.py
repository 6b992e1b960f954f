"""Lists that close in on one person."""

from dataclasses import replace

import numpy as np
import pytest

from companion.classify.detector import Compared, detectors
from companion.model import ActKind, FindingKind, Item, Level
from companion.topics.table import topics as our_topics
from tests.builders import a_record, a_slate, an_act
from tests.classify.said import claims, silences
from tests.compare import deviators
from tests.compare.readers import Reader, lived

KIND = FindingKind.NARROWING
PLACE = "home | items | recommended for you"
FALLS = Reader(slope=-0.05)


def named(key: str) -> tuple[str, ...]:
    """The topic of ours that a key such as "t3 17" stands for."""
    return (list(our_topics())[int(key.split(maxsplit=1)[0].removeprefix("t"))],)


def record_of(reader: Reader, *, topics=named, change=lambda rounds: rounds, opens=True):
    """A record of a reader's weeks; entries of topic number n have the nth of our topics."""
    rounds, opened = lived(reader, np.random.default_rng(3))
    rounds = change(rounds)
    keys = {key for it in rounds for each in (*it.mine, *it.strangers) for key in each}
    things = {key: Item(rank=1, item=key, title=key, topics=topics(key)) for key in keys}
    acts = [
        an_act(
            kind=ActKind.CLICK,
            text=f"{number} (rank 1)",
            topics=named(it.topics[0]),
            seen_at=it.at,
            exchange=f"o{number}",
        )
        for number, it in enumerate(opened)
    ]
    slate = a_slate(place=PLACE)
    return a_record(slate, *rounds, *(acts if opens else ()), every_thing=things)


def compared(record) -> list[Compared]:
    looked = detectors()[KIND].look("news.example", record)
    return [it for it in looked if isinstance(it, Compared)]


def test_fires_as_likely_where_the_list_leaves_what_one_opens():
    record = record_of(replace(FALLS, slope=-0.06, opens=40))
    (claim,) = claims(KIND, record)
    assert claim.confidence is Level.LIKELY
    assert claim.title == (
        "Likely: from 27 April 2026 to 1 January 2027 what news.example listed for you on "
        "news.example went from about 7 to 2 topics, for strangers from 9 to 9"
    )
    assert "the list moved away from it" in claim.why
    assert claim.measure["effect"] < 0
    assert claim.measure["places"] == (PLACE,)
    assert {it.slate for it in claim.evidence} == {"u0", "c0", "d0", "u35", "c35", "d35"}


def test_fires_as_possible_and_says_that_own_choices_narrowed_too():
    (claim,) = claims(KIND, record_of(replace(FALLS, chooses=-0.05, opens=30)))
    assert claim.confidence is Level.POSSIBLE
    assert claim.why.endswith("Your own choices narrowed too.")


def test_fires_as_possible_where_nobody_knows_what_was_opened():
    (claim,) = claims(KIND, record_of(FALLS, opens=False))
    assert claim.confidence is Level.POSSIBLE
    assert "can't be told from what you opened" in claim.why


def test_fires_as_possible_on_twenty_weeks():
    (claim,) = claims(KIND, record_of(Reader(slope=-0.08, weeks=20, opens=40)))
    assert claim.confidence is Level.POSSIBLE


def test_fires_by_the_words_of_the_site():
    (claim,) = claims(KIND, record_of(FALLS, topics=lambda key: (f"Desk {key.split()[0]}",)))
    assert claim.measure["topics"][1] < 0.8 * claim.measure["topics"][0]


def test_the_place_is_a_test_with_its_figures():
    (found,) = compared(record_of(FALLS))
    assert (found.surface, found.verdict, found.n, found.family) == (PLACE, "differs", 36, 1)
    assert found.interval[0] <= FALLS.slope <= found.interval[1] < 0


def test_stays_silent_on_a_list_that_stays():
    record = record_of(Reader(wavers=0.05, weeks=52))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].why == "1 list followed over time, none narrows"
    assert compared(record)[0].verdict == "no_difference"


def test_stays_silent_where_a_loss_can_neither_be_seen_nor_ruled_out():
    record = record_of(Reader(weeks=14))
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "inconclusive"


def test_stays_silent_on_eleven_weeks():
    record = record_of(replace(FALLS, weeks=11))
    assert claims(KIND, record) == []
    (found,) = compared(record)
    assert found.verdict == "not_tested"
    assert found.why.startswith("Too little data (11 of 12 needed). Counted are weeks with 3")
    assert silences(KIND, record)[0].verdict == "not_tested"


def test_stays_silent_where_topics_are_not_known():
    record = record_of(FALLS, topics=lambda key: ())
    assert claims(KIND, record) == []
    assert compared(record)[0].why == (
        "Not tested: what it is about is known of 0% of the entries only."
    )


@pytest.mark.parametrize(
    "reader", [Reader(season=0.5), Reader(shrinks=-0.04)], ids=["season", "catalogue"]
)
def test_null_what_narrows_for_everyone(reader):
    assert claims(KIND, record_of(reader)) == []


def test_null_blocked_strangers():
    alone = lambda rounds: [replace(it, strangers=(), missing=("no answer",)) for it in rounds]  # noqa: E731
    record = record_of(FALLS, change=alone)
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "not_tested"


def followed(discount: float, **changes):
    """A record of lists, nobody else's, and acts on usual and on new topics."""
    done, listed = deviators.lived(np.random.default_rng(1), discount=discount, **changes)
    acts = [
        an_act(text=f"Page {at}", topics=named(topics[0]), seen_at=at, exchange=f"o{at}")
        for at, topics in done
    ]
    lists = [
        a_slate(
            seen_at=at,
            exchange=f"s{at}",
            items=tuple(
                Item(rank=rank, item=f"{at} {rank}", title=one[0], topics=named(one[0]))
                for rank, one in enumerate(entries, 1)
            ),
        )
        for at, entries in listed
    ]
    return a_record(*acts, *lists)


def test_fires_as_possible_on_lists_that_follow_nothing_new():
    record = followed(0.0)
    (claim,) = claims(KIND, record)
    assert claim.confidence is Level.POSSIBLE
    assert "moved 0.1 times as far after what you opened out of the ordinary" in claim.title
    assert claim.measure["deviation_interval"][1] < 0.5
    assert len(claim.evidence) == 2
    (test,) = compared(record)
    assert (test.surface, test.verdict) == (PLACE, "differs")


def test_null_lists_that_follow_everything_alike():
    record = followed(1.0)
    assert claims(KIND, record) == []
    assert compared(record)[0].verdict == "inconclusive"


def test_what_narrows_and_discounts_is_one_claim():
    narrow, less = record_of(FALLS), followed(0.0)
    both = replace(narrow, every_slate=less.every_slate, every_act=less.every_act)
    (claim,) = claims(KIND, both)
    assert claim.measure["topics"][1] < claim.measure["topics"][0]
    assert claim.measure["deviation_ratio"] < 0.5
