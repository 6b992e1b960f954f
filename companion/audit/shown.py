"""Results as a table for a terminal, and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from companion.audit.plan import Plan
from companion.audit.result import Result
from companion.report.plain import plain

_WIDTHS = (
    ("place", 16), ("list or thing", 34), ("measure", 11), ("visitor", 12), ("n", 3),
    ("effect", 7), ("95 %", 16), ("p", 7), ("q", 7), ("verdict", 13),
)  # fmt: skip


def table(found: Sequence[Result]) -> Iterator[str]:
    """A line for each comparison, then the sentence of each that says something."""
    yield "  ".join(f"{name:<{width}}" for name, width in _WIDTHS).rstrip()
    for one in found:
        cells = zip(_cells(one), _WIDTHS, strict=True)
        yield "  ".join(f"{plain(cell, width):<{width}}" for cell, (_, width) in cells).rstrip()
    yield ""
    for one in found:
        yield f"{plain(one.place)}, {plain(heading(one))}: {plain(one.sentence)}"
        if one.disclosed and one.verdict in ("differs", "personal"):
            yield f"    that it was chosen was {one.disclosed}"


def heading(one: Result) -> str:
    """The list or thing that a result is about, in a few words."""
    if not one.surface:
        return one.measure
    last = one.surface.rpartition(" | ")[2].strip()
    return last or one.surface.split(" | ")[-2].strip()


def document(plan: Plan, found: Sequence[Result]) -> dict[str, Any]:
    """The whole result with what it was got by."""
    return {
        "title": plan.title,
        "question": plan.question,
        "plan_sha256": plan.hash,
        "seed": plan.seed,
        "blocks": plan.blocks,
        "made_up": plan.world is not None,
        "results": [_json(one) for one in found],
    }


def _json(one: Result) -> dict[str, Any]:
    return {
        "place": one.place,
        "surface": one.surface,
        "measure": one.measure,
        "visitor": one.subject,
        "site": one.site,
        "n": one.n,
        "strangers": one.strangers,
        "effect": one.effect,
        "unit": one.unit,
        "interval": list(one.interval) if one.interval else None,
        "p": one.p,
        "q": one.q,
        "tests_in_family": one.family,
        "verdict": one.verdict,
        "sentence": one.sentence,
        "disclosed": one.disclosed,
        "missing": list(one.missing),
        "test": one.test.id,
    }


def _cells(one: Result) -> tuple[str, ...]:
    low, high = one.interval or (None, None)
    return (
        one.place,
        heading(one),
        one.measure,
        one.subject,
        str(one.n),
        _figure(one.effect),
        f"{_figure(low)} to {_figure(high)}" if one.interval else "",
        _figure(one.p),
        _figure(one.q),
        one.verdict.replace("_", " "),
    )


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2g}"
