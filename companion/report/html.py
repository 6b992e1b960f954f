"""A report as one HTML file: no script, nothing from outside, good on paper."""

from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from companion.report.build import Report, Shown
from companion.report.plain import plain
from companion.report.share import masked_words

SEVERITIES = {5: "gravest", 4: "grave", 3: "serious", 2: "notable", 1: "a trace"}
LEVELS = {
    "observed": "observed in the bytes",
    "likely": "likely",
    "possible": "possible, not shown",
}


def render(report: Report, *, redact: bool = True) -> str:
    """The report as HTML; with `redact`, excerpts are masked."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": when,
        "plain": plain,
        "excerpt": (lambda text: plain(masked_words(text))) if redact else plain,
        "words": lambda name: name.replace("_", " "),
    }
    template = environment.get_template("report.html")
    return template.render(
        report=report,
        about=report.about,
        redact=redact,
        severities=SEVERITIES,
        levels=LEVELS,
        bars=bars(report.parties),
        named=named,
    )


def when(moment: datetime | None) -> str:
    """A time as people read it, in UTC to the second."""
    if moment is None:
        return "unknown"
    at = moment.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M:%S} UTC"


def bars(counts: tuple[tuple[str, int], ...]) -> list[tuple[str, int, int]]:
    """Name, count and width in thousandths of the longest."""
    most = max((count for _, count in counts), default=1)
    return [(name, count, round(1000 * count / most)) for name, count in counts]


def named(shown: Shown) -> str:
    """The party, then the company behind it and who says so."""
    if shown.owner is None:
        return shown.finding.party
    owner = shown.owner
    source = owner.short or owner.source
    return f"{shown.finding.party}, {owner.name} according to {source}, {owner.date}"
