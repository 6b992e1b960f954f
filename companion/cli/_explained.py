"""The lines of `companion slates --html`: each possible list of a page, and what decided."""

from collections.abc import Iterable, Iterator, Sequence

from companion.extract.slates.explain import Verdict, said
from companion.report.plain import plain

_INDENT = " " * 4
_WIDTH = 100


def lines(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """What was taken, in page order; then what was not, the nearest miss first."""
    taken = [it for it in verdicts if it.taken]
    same = [it for it in verdicts if not it.taken and it.why.startswith("the same list")]
    missed = [it for it in verdicts if not it.taken and it not in same]
    looked = f"{len(verdicts)} {'place' if len(verdicts) == 1 else 'places'} looked at"
    yield (
        f"{looked}: {len(taken)} taken, {len(same)} the same list in another place,"
        f" {len(missed)} not taken."
    )
    yield "A list is found by its structure: each line below says what counted, and how much."
    yield ""
    for one in [*taken, *same, *sorted(missed, key=lambda it: -it.score)]:
        yield from _one(one)


def _one(verdict: Verdict) -> Iterator[str]:
    mark = "TAKEN" if verdict.taken else "not taken"
    sort = f" as {verdict.surface}" if verdict.surface else ""
    heading = f"“{plain(verdict.heading, 60)}”" if verdict.heading else "no heading"
    yield f"{mark}{sort}: {heading}, {verdict.total} entries"
    if verdict.known:
        yield f"{_INDENT}known as {plain(verdict.known, _WIDTH)}"
    yield f"{_INDENT}at {plain(verdict.locator, 200)}"
    for title in verdict.titles:
        yield f"{_INDENT}· {plain(title, 80)}"
    yield f"{_INDENT}{plain(verdict.why, 200)}"
    yield from _points(verdict.evidence)
    yield ""


def _points(evidence: Iterable[tuple[str, float]]) -> Iterator[str]:
    for name, points in evidence:
        yield f"{_INDENT}{points:+5.1f}  {said(name)}"
