"""One list as it was delivered: every entry with its rank, reason and label."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.model import Item, Slate, SlateId
from tui.messages import Chosen, Moved
from tui.place import Page
from tui.queries import slate
from tui.views import Spot
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import count, disclosed, moment, word


class SlatePage(Page):
    """A list and its entries. Enter shows where an entry's list stands in the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("o", "source", "Open the answer")]

    def __init__(self, wanted: SlateId) -> None:
        super().__init__()
        self.wanted = wanted
        self._pages: tuple[Slate, ...] = ()

    @property
    def subject(self) -> Any:
        """The list."""
        return self.wanted

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
        if self._pages:
            return
        self._pages = await self.desk.reader.ask(slate, self.wanted)
        if not self._pages:
            self.query_one("#about", Static).update(Content("This list is no longer held."))
            return
        self.query_one("#about", Static).update(_about(self._pages))
        table = self.query_one("#entries", Table)
        await table.show(Held(joined(self._pages)))
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
        if not self._pages:
            return
        row = self.query_one("#entries", Table).row
        found = page_of(self._pages, row.rank if row else 1)
        note = f"the list “{found.heading}”" if found.heading else "the list"
        spot = Spot(exchange=found.exchange, locator=found.locator, note=note)
        await self.show("exchange", spot)


def joined(pages: Sequence[Slate]) -> tuple[Item, ...]:
    """The entries of all pages of a list, ranks counted on."""
    starts = accumulate((one.total for one in pages), initial=0)
    return tuple(
        replace(item, rank=start + item.rank)
        for start, one in zip(starts, pages, strict=False)
        for item in one.items
    )


def page_of(pages: Sequence[Slate], rank: int) -> Slate:
    """The page on which an entry of the joined list came."""
    ends = list(accumulate(one.total for one in pages))
    return pages[min(bisect_left(ends, rank), len(pages) - 1)]


def _entry(item: Item) -> list[Content]:
    facts = (item.reason, item.url, ", ".join(item.topics))
    return [
        Content.styled(plain(item.title or item.item, 200), "bold"),
        *(Content(plain(fact, 160)) for fact in facts if fact),
    ]


def _price(item: Item) -> str:
    return f"{item.price} {item.currency or ''}".strip() if item.price else ""


def _about(pages: Sequence[Slate]) -> Content:
    found = pages[0]
    title = plain(found.heading, 120) or "A list without a heading"
    total = sum(one.total for one in pages)
    held = sum(len(one.items) for one in pages)
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
            count(total, "entry", "entries") if total != held else str(total),
            *((("   pages: ", "$text-muted"), str(len(pages))) if len(pages) > 1 else ()),
        ),
        *(
            Content.assemble((f"{name}: ", "$text-muted"), plain(words, 300))
            for name, words in _notes(found)
            if words
        ),
    ]
    return Content("\n").join(lines)


def _notes(found: Slate) -> Iterator[tuple[str, str]]:
    """What stands at the list and where it stood; empty what there is not."""
    yield "known as", str(found.figures.get("known_as") or "")
    yield "its reason", found.explanation
    yield "controls", ", ".join(found.controls)
    place = f", at {found.locator}" if found.locator else ""
    yield "stood", f"{word('stands', found.source)}{place}"


PAGE = SlatePage
