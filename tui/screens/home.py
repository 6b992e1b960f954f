"""Home: the three findings that matter most, the rest folded by party, the record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from textual.content import Content
from textual.widget import Widget

from companion.model import Finding
from tui.messages import Chosen
from tui.place import Page, place
from tui.queries import overview
from tui.screens.findings import Findings
from tui.triage import by_party
from tui.views import Overview
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.plain import plain
from tui.words import count, headline, window

PARTIES = 12
EMPTY = (
    "Nothing is recorded yet.",
    "Record a browser of its own:          companion watch",
    "Look at what your browser saved:      companion import FILE.har",
    "See it at work on made-up sites:      companion demo",
    "",
    "In your everyday browser, open the developer tools, load a page while signed in, and",
    "save the network list as HAR. Nothing leaves this machine.",
)
BEGUN = (
    "Nothing has passed yet.",
    "Go to any page in the browser that says ● Recorded under its address; what is sent and",
    "delivered there appears here. No such browser:  companion browse",
)
QUIET = (
    "Nothing found so far.",
    "That is no proof that nothing happens: 6 says what can't be seen here.",
    "Lists and inferences appear as pages are recorded; claims that compare days need days.",
)


@dataclass(frozen=True, slots=True)
class More:
    """The findings of a party that are not shown."""

    party: str


@place("1", title="Home", order=1)
class Home(Page):
    """What matters most, and what to do next.

    At most three findings, the best of different kinds, gravest first. All others are folded by
    party below. Enter opens a finding, or the list of a party's findings.
    """

    def body(self) -> Iterable[Widget]:
        """One column of blocks, filled when the record was read."""
        yield Blocks(id="home")

    async def renew(self) -> None:
        """Read the findings and show them anew; the focus stays at its place."""
        found = await self.desk.reader.study(overview)
        column = self.query_one("#home", Blocks)
        held = _place_of_focus(column)
        async with column.batch():
            await column.remove_children()
            await column.mount_all(_widgets(found, self))
        blocks = list(column.query(Block))
        if blocks and (held is not None or self.focused is None):
            self.set_focus(blocks[min(held or 0, len(blocks) - 1)], scroll_visible=held is not None)

    async def on_chosen(self, message: Chosen) -> None:
        """Open what was chosen."""
        if isinstance(message.row, Finding):
            await self.show("finding", message.row.id)
        elif isinstance(message.row, More):
            await self.app.switch_mode("findings")
            await cast(Findings, self.app.screen).only(by_party(message.row.party))
        else:
            await self.app.switch_mode(str(message.row))


def _place_of_focus(column: Blocks) -> int | None:
    for index, block in enumerate(column.query(Block)):
        if block.has_focus:
            return index
    return None


def _widgets(found: Overview, page: Page) -> Iterator[Widget]:
    status = page.status
    if not found.shown:
        words = QUIET if status.exchanges else BEGUN if status.recording else EMPTY
        yield Heading(words[0])
        yield Block(Content("\n").join(Content(it) for it in words[1:]), leads="blind_spots")
    else:
        yield Heading("What matters most")
        for finding in found.shown:
            yield Block(_card(finding), leads=finding)
    if found.rest:
        yield Heading("Everything else, by party")
        for party, number in found.rest[:PARTIES]:
            yield Row(_fold(party, number), leads=More(party))
        yield from _beyond(found.rest[PARTIES:])
    if status.exchanges:
        yield Heading("The record")
        yield Block(_record(page), leads="blind_spots")


def _card(finding: Finding) -> Content:
    return Content("\n").join(
        [
            headline(finding),
            Content.styled(plain(finding.title), "bold"),
            Content.styled(plain(finding.why, 400), "$text-muted"),
        ]
    )


def _fold(party: str, number: int) -> Content:
    return Content.assemble((f"{plain(party, 60):<28}", "bold"), f"  {number:,} more like this")


def _beyond(rest: Iterable[tuple[str, int]]) -> Iterator[Widget]:
    left = list(rest)
    if left:
        total = sum(number for _, number in left)
        words = f"{count(len(left), 'more party', 'more parties')}, {count(total, 'finding')}"
        yield Row(Content(words), leads="findings")


def _record(page: Page) -> Content:
    status = page.status
    facts = [
        count(status.exchanges, "exchange"),
        count(status.sites, "site"),
    ]
    return Content("\n").join(
        [Content(window(status.first, status.last)), Content(" · ").join(facts)]
    )
