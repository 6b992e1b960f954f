"""One finding: the sentence, the reasoning and figures, the places to check, the way to contest."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from companion.contest.route import Route
from companion.model import Act, Figure, Finding, FindingId, Signal, Slate
from tui.contesting import Case, ways
from tui.messages import Chosen
from tui.place import Page
from tui.queries import dossier
from tui.views import Dossier, Proof, Spot
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.choice import AskScreen
from tui.widgets.plain import plain
from tui.widgets.search import Search
from tui.words import clock, headline, kind_meaning, moment, word

PROOFS = 60
FIGURES = 24
LISTED = 12
WIDE = 50
COUNTRY = "country"
COUNTRY_LETTERS = 2
NOWHERE = "Letters and authorities depend on where you live: say it once"
QUESTION = "Which country do you live in? Two letters, such as DE, FR, GB or US."


class FindingPage(Page):
    """A claim with everything that speaks for it, what else could explain it, and what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before any block sees them: an Enter that follows belongs to the block jumped to.
        Binding("e", "jump('#proofs')", "Evidence", priority=True),
        Binding("c", "jump('#ways')", "Contest", priority=True),
    ]

    def __init__(self, wanted: FindingId) -> None:
        super().__init__()
        self.wanted = wanted
        self._shown: Dossier | None = None
        self._jump = ""

    @property
    def subject(self) -> Any:
        """The finding."""
        return self.wanted

    def body(self) -> Iterable[Widget]:
        """One column."""
        with Blocks(id="finding"):
            yield Block(Content("reading it"))

    async def renew(self) -> None:
        """Read it again; the page is only built anew when the finding has changed."""
        found = await self.desk.reader.ask(dossier, self.wanted)
        if self._shown is not None and (found is None or found.finding == self._shown.finding):
            return
        blocks: list[Widget] = [Block(Content("This finding is no longer held."))]
        if found is not None:
            known = await self.desk.reader.ask(ways, found, self.desk.settings.country)
            blocks = list(self._widgets(found, known))
        column = self.query_one("#finding", Blocks)
        async with column.batch():
            await column.remove_children()
            await column.mount_all(blocks)
        self._shown = found
        self.set_focus(column.query(Block).first())
        if self._jump and found is not None:
            self.action_jump(self._jump)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search line the letters of the jumps are letters."""
        if action == "jump":
            return not isinstance(self.focused, Search)
        return super().check_action(action, parameters)

    def action_jump(self, heading: str) -> None:
        """To the blocks under a heading, as soon as they are there."""
        self._jump = heading if self._shown is None else ""
        if self._shown is None:
            return
        column = self.query_one("#finding", Blocks)
        children = list(column.children)
        place = children.index(column.query_one(heading))
        column.scroll_to_widget(children[place], top=True, animate=False)
        self.set_focus(children[place + 1], scroll_visible=False)

    async def on_chosen(self, message: Chosen) -> None:
        """Open a place to check, or a way to contest."""
        match message.row:
            case Spot():
                await self.show("exchange", message.row)
            case Case():
                await self.show("route", message.row)
            case str():
                self.app.push_screen(AskScreen(QUESTION, r"[A-Za-z]{0,2}"), self._settle)

    async def _settle(self, country: str | None) -> None:
        if country and len(country) == COUNTRY_LETTERS:
            self.desk.choose(country=country.upper())
            self._shown = None
            await self.renew()
            self.action_jump("#ways")

    def _widgets(self, found: Dossier, known: tuple[Route, ...]) -> Iterator[Widget]:
        finding = found.finding
        yield Block(_summary(found))
        yield Heading("Why this is shown")
        yield Block(_why(finding))
        yield Heading("Figures")
        yield Block(Content("\n").join(_figures(finding)))
        yield Heading("Where you can check it", id="proofs")
        for proof in found.proofs[:PROOFS]:
            yield _proof(proof, self)
        if len(found.proofs) > PROOFS:
            yield Row(Content(f"and {len(found.proofs) - PROOFS:,} more places"))
        yield from _list("What else could explain it", finding.innocent)
        yield from _list("What can't be known from here", finding.limits)
        yield Heading("What you can do", id="ways")
        if not known:
            yield Block(Content("No way to contest this kind of finding is known."))
        for way in known:
            yield Row(_way(way), leads=Case(finding=finding, route=way))
        if not self.desk.settings.country:
            yield Row(Content(NOWHERE), leads=COUNTRY)
        yield Heading("How it was found")
        yield Block(Content(plain(f"{finding.detector}, version {finding.detector_version}")))


def _summary(found: Dossier) -> Content:
    finding = found.finding
    owner = found.owner
    parts = [
        headline(finding),
        Content.styled(plain(finding.title), "bold"),
        Content.assemble((plain(finding.party), "bold"), "  on  ", (plain(finding.site), "bold")),
    ]
    if owner is not None:
        said = f"{owner.name}, according to {owner.source}, {owner.date}"
        parts.append(Content.styled(plain(said), "$text-muted"))
    times = f"{moment(finding.first_seen)} to {moment(finding.last_seen)}"
    if finding.first_seen == finding.last_seen:
        times = moment(finding.first_seen)
    parts.append(Content.styled(times, "$text-muted"))
    return Content("\n").join(parts)


def _why(finding: Finding) -> Content:
    sure = word("level", finding.confidence)
    return Content("\n").join(
        [
            Content(plain(finding.why)),
            Content.assemble(("What it is  ", "$text-muted"), kind_meaning(finding.kind)),
            Content.assemble(("Weight      ", "$text-muted"), plain(finding.severity_why)),
            Content.assemble(
                ("How sure    ", "$text-muted"), f"{finding.confidence.value}: {sure}"
            ),
        ]
    )


def _figures(finding: Finding) -> Iterator[Content]:
    held = [(name, value) for name, value in finding.measure.items() if value is not None]
    for name, value in held[:FIGURES]:
        head = f"{plain(name.replace('_', ' '), 30):<20}  "
        lines = [plain(line, 300) for line in _lines(value)]
        rest = f"\n{'':<{len(head)}}".join(lines)
        yield Content.assemble((head, "$text-muted"), rest)


def _lines(value: Figure | tuple[Figure, ...]) -> list[str]:
    """A figure on one line; a list of long ones with one a line."""
    if not isinstance(value, tuple):
        return [_said(value)]
    said = [_said(part) for part in value[:LISTED]]
    more = [f"and {len(value) - LISTED:,} more"] if len(value) > LISTED else []
    return [*said, *more] if sum(map(len, said)) > WIDE else [", ".join([*said, *more])]


def _said(value: Figure) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    return _time(str(value))


def _time(said: str) -> str:
    """A time of the record in words; anything else as it is."""
    try:
        time = datetime.fromisoformat(said) if "T" in said else None
    except ValueError:
        return said
    return moment(time) if time is not None else said


def _proof(proof: Proof, page: Page) -> Widget:
    seen = getattr(proof.thing, "seen_at", None)
    time = clock(seen, page.desk.clock()) if seen else ""
    note, where = plain(proof.evidence.note, 160), _where(proof)
    apart = f"\n{'':<14}" if len(note) + len(where) > WIDE else "   "
    line = Content.assemble((f"{time:<14}", "$text-muted"), note, (apart + where, "$text-muted"))
    return Row(line, leads=proof.spot)


def _where(proof: Proof) -> str:
    match proof.thing:
        case Signal(party=party, direction=direction, locator=locator):
            end = f"{direction.value}, {party}  {locator}"
        case Slate(heading=heading, total=total):
            end = f"list “{heading}”, {total} entries" if heading else f"list of {total}"
        case Act(kind=kind, text=text):
            end = f"{word('act', kind)} {text}"
        case None:
            end = "no longer held"
        case _:
            end = f"{proof.evidence.locator}"
    return plain(end, 160)


def _list(title: str, points: tuple[str, ...]) -> Iterator[Widget]:
    if points:
        yield Heading(title)
        yield Block(Content("\n").join(Content(f"- {plain(point)}") for point in points))


def _way(route: Route) -> Content:
    reveals = "reveals nothing" if route.exposure == 0 else f"reveals: {plain(route.reveals, 120)}"
    return Content.assemble(
        (f"{word('route', route.kind):<10}", "$accent"),
        plain(route.title, 160),
        (f"\n{'':<10}{plain(route.costs, 100)} · {reveals}", "$text-muted"),
    )


PAGE = FindingPage
