"""One list as it was delivered: every entry with its rank, reason and label."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.model import Item, Slate, SlateId
from tui.messages import Chosen, Moved
from tui.place import Page
from tui.queries import slate
from tui.views import Spot
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Column, Table
from tui.words import count, disclosed, moment, word


class SlatePage(Page):
    """A list and its entries. Enter shows where an entry's list stands in the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("o", "source", "Open the answer")]

    def __init__(self, wanted: SlateId) -> None:
        super().__init__()
        self.wanted = wanted
        self._slate: Slate | None = None

    def body(self) -> Iterable[Widget]:
        """What the list is, over its entries."""
        yield Static(id="about", classes="lead", markup=False)
        yield Table[Item](
            Column("", lambda it: str(it.rank), width=4, right=True),
            Column("Title", lambda it: it.title or it.item, share=3),
            Column("Reason", lambda it: it.reason or "", share=2, least=70),
            Column("Label", lambda it: "ad" if it.sponsored else "", width=5),
            Column("Price", _price, width=12, least=90, right=True),
            Column("Topics", lambda it: ", ".join(it.topics), share=1, least=110),
            id="entries",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read it once: a delivered list never changes."""
        if self._slate is not None:
            return
        self._slate = await self.desk.reader.ask(slate, self.wanted)
        if self._slate is None:
            self.query_one("#about", Static).update(Content("This list is no longer held."))
            return
        self.query_one("#about", Static).update(_about(self._slate))
        table = self.query_one("#entries", Table)
        await table.show(Held(self._slate.items))
        self.set_focus(table)

    def on_moved(self, message: Moved) -> None:
        """Show the marked entry in full."""
        words = _entry(message.row) if message.row else []
        self.query_one("#preview", Static).update(Content("\n").join(words))

    async def on_chosen(self, message: Chosen) -> None:
        """An entry was opened."""
        await self.action_source()

    async def action_source(self) -> None:
        """Show the answer at the place the list stands in."""
        found = self._slate
        if found is not None:
            note = f"the list “{found.heading}”" if found.heading else "the list"
            spot = Spot(exchange=found.exchange, locator=found.locator, note=note)
            await self.show("exchange", spot)


def _entry(item: Item) -> list[Content]:
    facts = (item.reason, item.url, ", ".join(item.topics))
    return [
        Content.styled(plain(item.title or item.item, 200), "bold"),
        *(Content(plain(fact, 160)) for fact in facts if fact),
    ]


def _price(item: Item) -> str:
    return f"{item.price} {item.currency or ''}".strip() if item.price else ""


def _about(found: Slate) -> Content:
    title = plain(found.heading, 120) or "A list without a heading"
    lines = [
        Content.assemble((title, "bold"), f"   {word('surface', found.surface)}"),
        Content(
            plain(f"{found.site or 'unknown page'} · from {found.party} · {moment(found.seen_at)}")
        ),
        Content.assemble(
            ("made for you: ", "$text-muted"),
            word("personalized", found.personalized),
            ("   says so: ", "$text-muted"),
            disclosed(found),
            ("   entries: ", "$text-muted"),
            count(found.total, "entry", "entries")
            if found.total != len(found.items)
            else str(found.total),
        ),
    ]
    if found.explanation:
        lines.append(
            Content.assemble(("its reason: ", "$text-muted"), plain(found.explanation, 300))
        )
    if found.controls:
        lines.append(
            Content.assemble(("controls: ", "$text-muted"), plain(", ".join(found.controls), 300))
        )
    return Content("\n").join(lines)


PAGE = SlatePage
