"""Which findings a person should see first: at most three, of different kinds; the rest folded."""

from collections import Counter
from collections.abc import Iterable

from companion.model import Finding, FindingKind

HEADLINES = 3
FIRST = (FindingKind.INVISIBLE_CURATION, FindingKind.CROSS_CONTEXT_REUSE)
"""The kinds that come first at equal severity: what nobody else shows a person."""

_HEADLINE = 0.05

type Rank = tuple[int, bool, int, float, str]


def rank(finding: Finding) -> Rank:
    """How early a finding is shown, greatest first.

    By severity, then the kinds of `FIRST`, then how sure it is, then how recent.
    """
    return (
        int(finding.severity),
        finding.kind in FIRST,
        finding.confidence.weight,
        finding.last_seen.timestamp(),
        finding.id,
    )


def headlines(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The best finding of each kind, the best three of those; read once, in any order."""
    best: dict[FindingKind, Finding] = {}
    for finding in filter(_may_lead, findings):
        held = best.get(finding.kind)
        if held is None or rank(finding) > rank(held):
            best[finding.kind] = finding
    return tuple(sorted(best.values(), key=rank, reverse=True)[:HEADLINES])


def _may_lead(finding: Finding) -> bool:
    """Whether a claim may lead: one that was tested among many by its stricter p (Holm)."""
    p = finding.measure.get("p_headline")
    return not isinstance(p, float) or p <= _HEADLINE


def folded(findings: Iterable[Finding], shown: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """How many more findings each party has beside those shown, the most first."""
    seen = {finding.id for finding in shown}
    counts = Counter(finding.party for finding in findings if finding.id not in seen)
    return tuple(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
