"""Experiments with variants, told from plain feature switches."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from companion.classify.detector import Compared, detectors
from companion.model import FindingKind, Item, Level, SignalKind
from tests.builders import a_record, a_signal, a_slate
from tests.classify.said import claims, silences
from tests.compare.pricing import rounds
from tests.compare.worlds import BASE, a_round, changed, drifted, noisy, some_rounds, when

KIND = FindingKind.UNDISCLOSED_EXPERIMENT


def experiment(**changes):
    defaults = {
        "kind": SignalKind.EXPERIMENT,
        "name": "checkout_button",
        "value": "green",
        "party": "news.example",
        "figures": {"variants": 2},
    }
    return a_signal(**(defaults | changes))


def test_fires_on_a_named_experiment_with_variants():
    (claim,) = claims(KIND, a_record(experiment()))
    assert claim.confidence is Level.OBSERVED
    assert claim.title == (
        "On 3 May 2026 12:00 UTC news.example had you in variant green "
        "of the experiment checkout_button on news.example"
    )
    assert claim.measure["experiments"] == ("checkout_button",)


def test_fires_as_possible_on_an_experiment_named_without_its_variants():
    named = experiment(
        name="variant", figures={"experiment": "checkout"}, confidence=Level.POSSIBLE
    )
    (claim,) = claims(KIND, a_record(named))
    assert claim.confidence is Level.POSSIBLE
    assert "of the experiment checkout on" in claim.title


def test_fires_on_a_documented_experiment():
    assert len(claims(KIND, a_record(experiment(figures={}, confidence=Level.OBSERVED)))) == 1


@pytest.mark.parametrize(
    "switch",
    [
        {"figures": {}},
        {"figures": {"variants": 1}},
        {"figures": {"experiment": "x"}, "value": "false"},
        {"figures": {}, "confidence": Level.OBSERVED, "name": "reason.ruleId"},
        {"figures": {}, "confidence": Level.OBSERVED, "value": "False"},
    ],
)
def test_stays_silent_on_a_plain_feature_switch(switch):
    record = a_record(experiment(**switch))
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].why.startswith("1 switch looked at")


def test_stays_silent_when_a_note_stands_beside_it():
    note = experiment(kind=SignalKind.EXPLANATION)
    assert claims(KIND, a_record(experiment(), note)) == []


def test_null_a_release_that_everybody_gets():
    release = experiment(name="release", value="2026.5", figures={"variants": 1})
    assert claims(KIND, a_record(release)) == []


SHOP = "news.example"
PLACE = "home | items | recommended for you"
QUIET = {"swaps": 2, "new": 0}
OTHER = changed(BASE, 10, "b", np.random.default_rng(2))


def groups_of(home=BASE, share=0.5, count=10):
    """Each stranger is drawn into one of two groups, the person stays in one."""
    random = np.random.default_rng(5)
    return [
        a_round(
            number,
            seen_at=when(number, count=count),
            mine=(noisy(random, home, **QUIET), noisy(random, home, **QUIET)),
            strangers=tuple(
                noisy(random, OTHER if random.random() < share else BASE, **QUIET) for _ in range(2)
            ),
            slates=(f"u{number}", f"v{number}", f"c{number}", f"d{number}"),
        )
        for number in range(count)
    ]


def compared(record) -> list[Compared]:
    looked = detectors()[KIND].look(SHOP, record)
    return [it for it in looked if isinstance(it, Compared)]


def test_fires_on_groups_among_strangers():
    (claim,) = claims(KIND, a_record(a_slate(place=PLACE), *groups_of()))
    assert claim.confidence is Level.LIKELY
    assert claim.title == (
        "Likely: from 3 May 2026 12:00 UTC to 4 May 2026 13:39 UTC news.example gave visitors one "
        'of 2 versions of the list headed "Recommended for you" on news.example, and you always '
        "the same one"
    )
    assert claim.measure["n"] == 20
    assert claim.measure["silhouette"] >= 0.6
    assert "both may be true" in claim.why
    assert claim.evidence[0].slate == "u0"


def test_fires_on_a_price_that_splits_strangers():
    both = tuple(map(Decimal, ("20.00", "21.00", "20.00", "21.00", "20.00")))
    lamp = a_slate(items=(Item(rank=1, item="sku-1", title="Lamp", price="21.00", currency="EUR"),))
    asked = [replace(it, site=SHOP) for it in rounds(asked="21.00", strangers=both)]
    (claim,) = claims(KIND, a_record(lamp, *asked))
    assert 'one of 2 versions of the price of "Lamp"' in claim.title
    assert claim.measure["groups"] == (15, 10)


def test_groups_that_were_looked_for_are_tests():
    assert [(it.surface, it.verdict) for it in compared(a_record(*groups_of()))] == [
        (PLACE, "differs")
    ]
    assert [it.verdict for it in compared(a_record(*groups_of(share=0)))] == ["inconclusive"]
    assert [it.verdict for it in compared(a_record(*groups_of(count=2)))] == ["not_tested"]


def test_stays_silent_on_groups_of_a_party_that_names_its_experiment():
    """The experiment is told of once, by the surer way."""
    record = a_record(
        experiment(),
        a_slate(place=PLACE),
        *groups_of(),
    )
    (claim,) = claims(KIND, record)
    assert claim.confidence is Level.OBSERVED


def test_null_noise_and_drift_among_strangers():
    noise = some_rounds(np.random.default_rng(3), count=10)
    moving = some_rounds(np.random.default_rng(3), count=10, mine=drifted, theirs=drifted)
    assert claims(KIND, a_record(*noise)) == []
    assert claims(KIND, a_record(*moving)) == []


def test_null_one_person_apart_from_all_strangers():
    assert claims(KIND, a_record(*groups_of(home=OTHER, share=0))) == []


def test_null_a_new_catalogue_for_all():
    new = lambda number: OTHER if number > 4 else BASE  # noqa: E731
    some = some_rounds(np.random.default_rng(3), count=10, mine=new, theirs=new, noise=QUIET)
    assert claims(KIND, a_record(*some)) == []
