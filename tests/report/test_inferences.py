from datetime import timedelta

from companion.model import Level, SignalKind
from companion.report.inferences import EVIDENCE, acts_behind, inferences
from tests.builders import NOON, a_signal, an_act


def a_segment(value="runner", **changes):
    return a_signal(kind=SignalKind.SEGMENT, name="segment", value=value, **changes)


def test_the_same_claim_of_one_holder_is_one_inference():
    first = a_segment(exchange="e1", site="shop.example")
    later = a_segment(
        exchange="e2", seen_at=NOON + timedelta(days=2), confidence=Level.OBSERVED, sensitive=True
    )
    (found,) = inferences([later, first])
    assert (found.holder, found.claim, found.times) == ("ads.example", "runner", 2)
    assert (found.since, found.last) == (first.seen_at, later.seen_at)
    assert found.signals == (first.id, later.id)
    assert found.sites == ("news.example", "shop.example")
    assert found.confidence is Level.OBSERVED
    assert found.sensitive


def test_other_holders_and_values_are_other_inferences():
    found = inferences([a_segment(), a_segment("parent"), a_segment(party="x.example")])
    assert len(found) == 3


def test_identifiers_are_no_inferences():
    assert inferences([a_signal()]) == ()


def test_new_signals_are_added_to_what_is_known():
    known = inferences([a_segment(exchange="e1")])
    (found,) = inferences([a_segment(exchange="e2")], known)
    assert found.times == 2


def test_sensitive_then_sure_then_new_comes_first():
    plain = a_segment("a", confidence=Level.OBSERVED)
    sure = a_segment("b", confidence=Level.OBSERVED, seen_at=NOON + timedelta(days=1))
    sensitive = a_segment("c", sensitive=True, confidence=Level.POSSIBLE)
    assert [it.claim for it in inferences([plain, sure, sensitive])] == ["c", "b", "a"]


def test_several_labels_in_one_field_are_one_claim():
    (found,) = inferences([a_segment(("runner", "parent"), site=None)])
    assert found.claim == "runner, parent"
    assert found.sites == ()


def test_only_the_first_places_are_kept():
    (found,) = inferences([a_segment(exchange=f"e{n}") for n in range(EVIDENCE + 5)])
    assert len(found.signals) == EVIDENCE
    assert found.times == EVIDENCE + 5


def test_an_act_that_shares_a_word_may_be_behind_the_nearest_first():
    (claim,) = inferences([a_segment("running shoes")])
    old = an_act(text="Runners in the rain", seen_at=NOON - timedelta(days=20))
    near = an_act(text="Runner's shoes", seen_at=NOON - timedelta(days=1))
    assert acts_behind(claim, [old, near]) == (near, old)
    assert acts_behind(claim, [old, near], limit=1) == (near,)


def test_acts_that_came_later_or_have_nothing_to_do_with_it_are_not_behind():
    (claim,) = inferences([a_segment("running shoes")])
    later = an_act(text="Running shoes", seen_at=NOON + timedelta(seconds=1))
    other = an_act(text="Cheese cake", seen_at=NOON - timedelta(days=1))
    assert acts_behind(claim, [later, other]) == ()
