"""A report as one HTML file: no script, nothing from outside, good on paper."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from companion.model import Figures
from companion.report.build import Report, Shown
from companion.report.plain import plain
from companion.report.share import looked_through

SEVERITIES = {5: "gravest", 4: "grave", 3: "serious", 2: "notable", 1: "a trace"}
LEVELS = {
    "observed": "observed in the bytes",
    "likely": "likely",
    "possible": "possible, not shown",
}
MOST_OF_A_FIGURE = 8


def render(report: Report, *, redact: bool = True) -> str:
    """The report as HTML; with `redact`, without what could say who the person is."""
    text = shown(looked_through if redact else str)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "when": when,
        "text": text,
        "figures": figures,
        "words": lambda name: name.replace("_", " "),
    }
    template = environment.get_template("report.html")
    return template.render(
        report=report,
        about=report.about,
        redact=redact,
        severities=SEVERITIES,
        levels=LEVELS,
        named=named,
    )


def shown(look: Callable[[str], str]) -> Callable[..., Markup]:
    """What makes text harmless: looked through, then shown on its own, whatever way it is written.

    The direction of writing inside does not reach the text around.
    """

    def text(raw: str, most: int = 600) -> Markup:
        return Markup("<bdi>{}</bdi>").format(plain(look(raw), most))

    return text


def when(moment: datetime | None) -> str:
    """A time as people read it, in UTC to the second."""
    if moment is None:
        return "unknown"
    at = moment.astimezone(UTC)
    return f"{at.day} {at:%B %Y, %H:%M:%S} UTC"


def figures(measure: Figures) -> Iterator[tuple[str, str]]:
    """The figures behind a claim in words; those that were not taken are left out."""
    for name, value in measure.items():
        parts = value if isinstance(value, tuple) else (value,)
        told = [_figure(part) for part in parts if part is not None]
        if told:
            more = ["…"] if len(told) > MOST_OF_A_FIGURE else []
            yield name.replace("_", " "), ", ".join(told[:MOST_OF_A_FIGURE] + more)


def named(one: Shown) -> str:
    """The party, then the company behind it and who says so."""
    if one.owner is None:
        return one.finding.party
    return (
        f"{one.finding.party}, {one.owner.name} according to {one.owner.source}, {one.owner.date}"
    )


def _figure(value: str | float | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3g}"
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return when(moment) if moment.tzinfo else str(value)
