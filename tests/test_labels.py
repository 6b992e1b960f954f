"""Several labels in one field, several fields of one object."""

import pytest

from companion.labels import folded, parted, several
from companion.model import Direction, Level, SignalKind
from tests.builders import a_signal

SEGMENT = SignalKind.SEGMENT


def label(value="Home | Garden", key="name", **changes):
    defaults = {"kind": SEGMENT, "name": f"seg.{key}", "locator": f"/user/seg/0/{key}"}
    return a_signal(**(defaults | {"value": value} | changes))


@pytest.mark.parametrize(
    ("kind", "value", "labels"),
    [
        (SEGMENT, ("a", "b"), ("a", "b")),
        (SEGMENT, "a,b,", ("a", "b")),
        (SEGMENT, "Health, beauty", ("Health, beauty",)),
        (SignalKind.SCORE, "1,5", ("1,5",)),
    ],
)
def test_several_labels_of_a_value(kind, value, labels):
    assert several(kind, value) == labels


def test_words_take_the_code_beside_them():
    (found,) = folded([label("s1", "id"), label(confidence=Level.POSSIBLE)])
    assert (found.value, found.figures["code"]) == ("Home | Garden", "s1")


def test_words_are_as_sure_and_as_sensitive_as_their_code():
    sure = label("s1", "id", confidence=Level.OBSERVED, sensitive=True)
    (found,) = folded([label(confidence=Level.POSSIBLE), sure])
    assert (found.confidence, found.sensitive) == (Level.OBSERVED, True)


def test_a_code_that_says_the_same_is_not_repeated():
    (found,) = folded([label("garden", "id"), label("garden")])
    assert "code" not in found.figures


@pytest.mark.parametrize(
    "words",
    [
        label(locator="/user/seg/1/name"),
        label(direction=Direction.RECEIVED),
        label(kind=SignalKind.TRAIT),
        label(exchange="e2"),
        label(key="size"),
        label(("a", "b")),
    ],
)
def test_code_and_words_of_different_things_stay_apart(words):
    assert len(list(folded([label("s1", "id"), words]))) == 2


def test_parameters_of_one_address_are_no_object():
    flat = [label("s1", "id", locator="query:id"), label(locator="query:name")]
    assert len(list(folded(flat))) == 2


def test_a_plain_signal_has_no_sensitive_part():
    assert parted(label()) == (None, label())


def test_a_sensitive_signal_is_sensitive_as_a_whole_when_no_label_is_named():
    one = label(sensitive=True)
    assert parted(one) == (one, None)


def test_labels_that_touch_something_sensitive_are_told_apart():
    mixed = label(("garden", "asthma"), sensitive=True, figures={"sensitive_labels": ("asthma",)})
    touched, rest = parted(mixed)
    assert (touched.value, touched.sensitive) == (("asthma",), True)
    assert (rest.value, rest.sensitive) == (("garden",), False)


def test_where_every_kept_label_touches_it_there_is_no_rest():
    cut = label(("asthma",), sensitive=True, figures={"sensitive_labels": ("asthma", "migraine")})
    assert parted(cut)[1] is None
