"""All batches side by side: each figure at first contact and today."""

from collections.abc import Mapping

type Figures = Mapping[str, float]

UNMEASURED = "?"


def overview(batches: Mapping[str, tuple[Figures, Figures]]) -> list[str]:
    """Lines of a table: a row a figure, a column a batch, cells `first contact→today`."""
    named = list(dict.fromkeys(what for _, today in batches.values() for what in today))
    label = max(map(len, named), default=0)
    lines = [" " * label + "".join(f"{name:>13}" for name in batches)]
    for what in named:
        cells = (_cell(first, today, what) for first, today in batches.values())
        lines.append(f"{what:<{label}}" + "".join(f"{it:>13}" for it in cells))
    return lines


def _cell(first: Figures, today: Figures, what: str) -> str:
    return "→".join(f"{it[what]:.3f}" if what in it else UNMEASURED for it in (first, today))
