"""Who did what."""

from companion.model import FindingKind, Level, Severity
from companion.report.grid import Cell, grid
from tests.builders import a_finding


def test_a_cell_has_the_surest_level_and_counts_sites():
    found = [
        a_finding(site="a.example", confidence=Level.POSSIBLE),
        a_finding(site="b.example", confidence=Level.OBSERVED),
        a_finding(kind=FindingKind.PII_LEAK, party="b.example"),
    ]
    made = grid(found)
    assert made.kinds == (FindingKind.TRACKING_IDENTIFIER, FindingKind.PII_LEAK)
    assert made.rows == (
        ("ads.example", (Cell(level=Level.OBSERVED, sites=2), None)),
        ("b.example", (None, Cell(level=Level.LIKELY, sites=1))),
    )


def test_one_grave_finding_weighs_more_than_a_few_traces():
    traces = [a_finding(site=f"{n}.example") for n in range(3)]
    grave = a_finding(party="z.example", severity=Severity.GRAVE)
    assert [party for party, _ in grid([*traces, grave]).rows] == ["z.example", "ads.example"]


def test_parties_beyond_the_first_are_counted():
    made = grid([a_finding(party=f"{n}.example") for n in range(5)], rows=2)
    assert (len(made.rows), made.more) == (2, 3)


def test_nothing_found_is_an_empty_grid():
    assert grid([]).rows == ()
