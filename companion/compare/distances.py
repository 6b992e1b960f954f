"""How far two rankings lie apart, by other measures than rank-biased overlap."""

from collections.abc import Sequence

from companion.compare.round import Ranking

LEAST_SHARED = 5
"""Shared items below which their order says nothing."""


def jaccard(one: Ranking, other: Ranking) -> float:
    """Shared items over all items, 0 to 1; order does not count."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left | right else 1.0


def edits(one: Ranking, other: Ranking) -> int:
    """Entries to insert, delete, replace or swap with their neighbour to turn one into the other.

    Damerau-Levenshtein in the restricted form: nothing is edited twice.
    """
    rows: list[list[int]] = [list(range(len(other) + 1))]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            best = min(row[-1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and right == one[i - 2]:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def tau_b(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """Kendall's rank correlation with ties, and its two-sided p."""
    from scipy.stats import kendalltau  # noqa: PLC0415 - heavy, and only wanted here

    found = kendalltau(one, other)
    return float(found.statistic), float(found.pvalue)


def order(one: Ranking, other: Ranking) -> float | None:
    """tau-b of the ranks of shared items; None where fewer than five are shared."""
    shared = [key for key in one if key in set(other)]
    if len(shared) < LEAST_SHARED:
        return None
    places = {key: rank for rank, key in enumerate(other)}
    return tau_b(range(len(shared)), [places[key] for key in shared])[0]


def changed_ranks(one: Ranking, other: Ranking) -> float:
    """The share of ranks at which different items stand; a rank only one has counts as changed."""
    length = max(len(one), len(other))
    same = sum(left == right for left, right in zip(one, other, strict=False))
    return (length - same) / length if length else 0.0


def personal_share(mine: Ranking, stranger: Ranking, another: Ranking) -> float:
    """Ranks that differ from a stranger's, less those that differ between two strangers.

    Hannak and others, "Measuring personalization of web search", WWW 2013.
    """
    return changed_ranks(mine, stranger) - changed_ranks(stranger, another)
