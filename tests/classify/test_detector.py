"""The registry takes docstrings apart and returns functions unchanged."""

from companion.classify.detector import Explanation, detector, detectors, explained
from companion.model import FindingKind

TEXT = """Something was seen.

Why it is shown:
    It matters,
    greatly.

Innocent readings:
    - One that goes on
      in a second line.
    - Two.

What cannot be seen:
    A single sentence.
"""


def test_docstring_becomes_text():
    assert explained(TEXT) == Explanation(
        summary="Something was seen.",
        why="It matters, greatly.",
        innocent=("One that goes on in a second line.", "Two."),
        limits=("A single sentence.",),
    )


def test_docstring_without_sections_has_a_summary_alone():
    assert explained("Something.\nMore.") == Explanation(
        summary="Something.", why="", innocent=(), limits=()
    )


def test_decorator_returns_the_function_unchanged():
    found = detectors()[FindingKind.PII_LEAK]
    again = detector(found.kind, version=found.version, needs=found.needs)(found.look)
    assert again is found.look


def test_detectors_stand_in_the_order_of_kinds():
    kinds = list(detectors())
    assert kinds == [kind for kind in FindingKind if kind in kinds]
