"""What they infer: every label about the person, who holds it, since when, from what."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.report.inferences import Inference
from tui.inferring import inferred
from tui.messages import Chosen, Moved
from tui.place import place
from tui.searched import SearchedPage
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.search import Search
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import LEVEL_WIDTH, clock, count, level, word

EMPTY = (
    "No label about you was seen yet. Segments, traits, scores, topics and places appear here when"
    " a party sends one or receives one about you."
)
NONE = "No inference matches. Escape in the search line clears the words."


@place("3", title="What they infer", order=3)
class Inferences(SearchedPage):
    """What parties take you to be: the claim, who holds it, since when, how often it was met.

    Sensitive claims come first and carry a mark. Enter shows the acts that may be behind a claim
    and the places it stands in. / searches.
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Inference, ...] = ()
        self._words = ""

    def body(self) -> Iterable[Widget]:
        """How many, the list, and the search line."""
        yield Static(id="how", classes="note", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Inference](
            Column("", lambda it: Content.styled("!", "bold") if it.sensitive else "", width=1),
            Column("They say", lambda it: it.claim, share=4),
            Column("As", _named, share=3, least=90),
            Column("Holder", lambda it: it.holder, share=3),
            Column("Certainty", lambda it: level(it.confidence), width=LEVEL_WIDTH),
            Column("Since", lambda it: clock(it.since, self.desk.clock()), width=12),
            Column("Times", lambda it: f"{it.times:,}", width=6, least=100, right=True),
            id="inferences",
        )
        yield Static(id="preview", classes="preview", markup=False)
        yield Search("claims and holders")

    async def renew(self) -> None:
        """Read anew."""
        self._found = await self.desk.reader.study(inferred)
        await self._show()

    async def on_chosen(self, message: Chosen) -> None:
        """Open an inference."""
        await self.show("inference", message.row)

    def on_moved(self, message: Moved) -> None:
        """Show the marked claims in full."""
        words = _told(message.row) if message.row else []
        self.query_one("#preview", Static).update(Content("\n").join(words))

    async def seek(self, words: str) -> None:
        """Show the claims the words stand in."""
        if words != self._words:
            self._words = words
            await self._show()

    async def _show(self) -> None:
        table = self.query_one("#inferences", Table)
        held = table.row.key if table.row is not None else None
        wanted = self._words.casefold().split()
        rows = [it for it in self._found if all(word in _said(it) for word in wanted)]
        cursor = next((n for n, row in enumerate(rows) if row.key == held), 0)
        empty = self.query_one("#empty", Static)
        empty.update(Content(NONE if self._found else EMPTY))
        empty.display = not rows
        table.display = bool(rows)
        self.query_one("#how", Static).update(Content(_how(rows)))
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)


def _named(found: Inference) -> str:
    return f"{word('signal', found.kind)}: {found.name}"


def _told(found: Inference) -> list[Content]:
    where = ", ".join(found.sites[:3]) or "an unknown page"
    return [
        Content.styled(plain(", ".join(found.claims), 240), "bold"),
        Content(plain(f"{_named(found)}, met {count(found.times, 'time')} on {where}", 240)),
    ]


def _said(found: Inference) -> str:
    return " ".join((*found.claims, found.name, found.holder)).casefold()


def _how(rows: list[Inference]) -> str:
    holders = len({it.holder for it in rows})
    sensitive = sum(len(it.claims) for it in rows if it.sensitive)
    claims = count(sum(len(it.claims) for it in rows), "claim")
    head = f"{claims} about you, held by {count(holders, 'party', 'parties')}"
    return f"{head} · ! {sensitive:,} sensitive" if sensitive else head
