from dataclasses import replace
from datetime import timedelta

import pytest

from companion.model import Direction, Level, SignalKind
from companion.report.inferences import EVIDENCE, inferences
from tests.builders import NOON, a_signal

TOUCHES_DIABETES = {"sensitive_labels": ("diabetes",)}


def a_segment(value="runner", **changes):
    return a_signal(**({"kind": SignalKind.SEGMENT, "name": "segment", "value": value} | changes))


def an_object(code, words="Home | Garden", **changes):
    """The two signals of `{"id": …, "name": …}`."""
    return (
        a_segment(code, name="segments.id", locator="/segments/0/id", **changes),
        a_segment(words, name="segments.name", locator="/segments/0/name", **changes),
    )


def test_the_same_claim_of_one_holder_is_one_inference():
    first = a_segment(exchange="e1", site="shop.example")
    later = a_segment(exchange="e2", seen_at=NOON + timedelta(days=2), confidence=Level.OBSERVED)
    (found,) = inferences([later, first])
    assert (found.holder, found.claim, found.times) == ("ads.example", "runner", 2)
    assert (found.since, found.last) == (first.seen_at, later.seen_at)
    assert found.signals == (first.id, later.id)
    assert found.sites == ("news.example", "shop.example")
    assert found.confidence is Level.OBSERVED


def test_other_holders_and_names_are_other_inferences():
    named = a_signal(kind=SignalKind.TRAIT, name="audience", value="runner")
    assert len(inferences([a_segment(), named, a_segment(party="x.example")])) == 3


def test_what_is_sensitive_stands_apart():
    found = inferences([a_segment(), a_segment("ill", sensitive=True)])
    assert [(it.claim, it.sensitive) for it in found] == [("ill", True), ("runner", False)]


def test_many_values_under_one_name_are_one_inference():
    values = ["runner", "parent", "gardener", "reader", "runner"]
    (found,) = inferences([a_segment(it, exchange=f"e{n}") for n, it in enumerate(values)])
    assert found.claims == ("runner", "parent", "gardener", "reader")
    assert found.claim == "runner, parent, gardener and 1 more"


@pytest.mark.parametrize("value", ["1", "True", "0.82", "a1"])
def test_a_bare_value_is_shown_with_its_name(value):
    (found,) = inferences([a_segment(value)])
    assert found.claim == f"segment = {value}"


def test_identifiers_are_no_inferences():
    assert inferences([a_signal()]) == ()


def test_new_signals_are_added_to_what_is_known():
    known = inferences([a_segment(exchange="e1")])
    (found,) = inferences([a_segment(exchange="e2")], known)
    assert found.times == 2


def test_sensitive_then_sure_then_new_comes_first():
    old = a_segment(party="old", confidence=Level.OBSERVED)
    new = a_segment(party="new", confidence=Level.OBSERVED, seen_at=NOON + timedelta(days=1))
    sensitive = a_segment(party="grave", sensitive=True, confidence=Level.POSSIBLE)
    assert [it.holder for it in inferences([old, new, sensitive])] == ["grave", "new", "old"]


def test_several_labels_in_one_field_are_claims_of_one_inference():
    (found,) = inferences([a_segment(("runner", "parent"), site=None)])
    assert found.claims == ("runner", "parent")
    assert found.sites == ()


def test_codes_stand_apart_from_words():
    found = inferences([a_segment(("81", "runner", "82"))])
    assert {it.claim for it in found} == {"runner", "segment = 81, 82"}


def test_only_the_label_that_touches_something_sensitive_is_sensitive():
    mixed = a_segment(("runner", "diabetes"), sensitive=True, figures=TOUCHES_DIABETES)
    found = {it.claims: it.sensitive for it in inferences([mixed])}
    assert found == {("diabetes",): True, ("runner",): False}


def test_code_and_words_of_one_object_are_one_claim():
    (found,) = inferences(an_object("s1"))
    assert (found.name, found.claim, found.times) == ("segments.name", "Home | Garden [s1]", 1)


def test_code_and_words_of_other_objects_or_holders_are_two_claims():
    code, words = an_object("s1")
    moved = replace(words, locator="/segments/1/name")
    assert len(inferences([code, moved])) == 2
    assert len(inferences([code, replace(words, party="x.example", exchange="e2")])) == 2


def test_a_code_alone_belongs_to_the_words_it_stood_beside_elsewhere():
    alone = a_segment("s1", name="seg", exchange="e0", locator="query:seg")
    for order in ([alone, *an_object("s1")], [*an_object("s1"), alone]):
        (found,) = inferences(order)
        assert (found.claims, found.times) == (("Home | Garden [s1]",), 2)


def test_words_that_stand_bare_elsewhere_are_told_once_with_their_code():
    bare = a_segment("Home | Garden", name="segments", exchange="e0", locator="/segments")
    (found,) = inferences([bare, *an_object("s1")])
    assert found.claims == ("Home | Garden [s1]",)


def test_a_code_that_stood_beside_no_words_stays():
    alone = a_segment("s2", name="seg", exchange="e0", locator="query:seg")
    assert len(inferences([alone, *an_object("s1")])) == 2
    elsewhere = a_segment("s1", name="seg", party="x.example", exchange="e0", locator="query:seg")
    assert len(inferences([elsewhere, *an_object("s1")])) == 2


def test_words_of_one_holder_in_question_and_answer_are_one_claim():
    sent = a_segment("Home | Garden", name="user.data[].segment[].name", exchange="e1")
    got = a_segment("Home | Garden", exchange="e2", direction=Direction.RECEIVED)
    (found,) = inferences([sent, got])
    assert (found.claims, found.times) == (("Home | Garden",), 2)


def test_figures_under_other_names_are_other_claims():
    found = inferences([a_segment("42"), a_segment("42", name="cohort")])
    assert len(found) == 2


def test_only_the_first_places_are_kept():
    (found,) = inferences([a_segment(exchange=f"e{n}") for n in range(EVIDENCE + 5)])
    assert len(found.signals) == EVIDENCE
    assert found.times == EVIDENCE + 5
