"""Mirror: what is inferred about the person, by party and by theme, with what they say of it."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.model import Direction
from companion.report.inferences import Inference
from tui.fuzzy import fits
from tui.inferring import grounds
from tui.messages import Chosen, Moved
from tui.mirror import Group, Grouping, Reflection, grouped, mirrored
from tui.place import Page, place
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import LEVEL_WIDTH, age, count, level, word

EMPTY = (
    "No label about you was seen yet. Segments, traits, scores, topics and places appear here when"
    " a party sends one or receives one about you."
)
NONE = "No inference matches. Escape in the search line clears the words."
WAYS = {Direction.RECEIVED: "delivered", Direction.SENT: "sent"}

type Line = Reflection | Group


@place("3", title="Mirror", order=3)
class Mirror(Page):
    """What parties take you to be: each claim with who holds it, how sure, how old, how it came.

    s puts the claims under the parties that hold them, then under themes, then together again;
    Enter on a party or theme folds it. ! marks what is sensitive. Enter on a claim shows the acts
    that could be behind it and the places it stands in, and takes your verdict. / searches.
    """

    searches: ClassVar[str] = "claims, holders and themes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "group", "By party, theme")]

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Reflection, ...] = ()
        self._words = ""
        self._by = Grouping.WEIGHT
        self._folded: set[str] = set()

    def body(self) -> Iterable[Widget]:
        """How many, the list, and the search line."""
        yield Static(id="how", classes="note", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Line](
            Column("", _mark, width=1),
            Column("They say", _claim, share=4),
            Column("Holder", lambda it: _of(it, lambda one: one.holder), share=3),
            Column("About", lambda it: it.theme if isinstance(it, Reflection) else "", share=2,
                   least=100),
            Column("Certainty", _level, width=LEVEL_WIDTH),
            Column("Age", self._age, width=6, right=True),
            Column("Path", lambda it: _of(it, path), share=3, least=100),
            Column("You say", lambda it: it.verdict if isinstance(it, Reflection) else "",
                   width=12, least=70),
            id="inferences",
        )  # fmt: skip
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read anew."""
        self._found = await self.desk.reader.study(mirrored)
        await self._show()

    async def on_chosen(self, message: Chosen) -> None:
        """Open an inference; fold a party or theme, or unfold it."""
        if isinstance(message.row, Group):
            self._folded ^= {message.row.title}
            await self._show()
        else:
            await self.show("inference", message.row.inference)

    def on_moved(self, message: Moved) -> None:
        """Show the marked claims in full, then what could be behind them."""
        row = message.row
        words = _told(row) if row is not None else []
        self.query_one("#preview", Static).update(Content("\n").join(words))
        if isinstance(row, Reflection):
            self.run_worker(self._behind(row, words), group="behind", exclusive=True)

    async def seek(self, words: str) -> None:
        """Show the claims the words stand in."""
        if words != self._words:
            self._words = words
            await self._show()

    async def action_group(self) -> None:
        """Under parties, under themes, or all together."""
        self._by = self._by.following
        await self._show()

    async def _behind(self, row: Reflection, words: list[Content]) -> None:
        found = (await self.desk.reader.study(grounds, row.inference)).behind.causes
        acts = ", ".join(f"{word('act', it.act.kind)} {it.act.text}" for it in found)
        said = plain(
            f"could be behind it: {acts}" if acts else "no act in this record explains it", 240
        )
        self.query_one("#preview", Static).update(Content("\n").join([*words, Content(said)]))

    async def _show(self) -> None:
        table = self.query_one("#inferences", Table)
        held = _key(table.row) if table.row is not None else None
        found = [it for it in self._found if fits(self._words, _said(it))]
        rows = grouped(found, self._by, self._folded)
        cursor = next((n for n, row in enumerate(rows) if _key(row) == held), 0)
        empty = self.query_one("#empty", Static)
        empty.update(Content(NONE if self._found else EMPTY))
        empty.display = not rows
        table.display = bool(rows)
        self.query_one("#how", Static).update(Content(_how(found, self._by)))
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    def _age(self, row: Line) -> str:
        return _of(row, lambda one: age(one.since, self.desk.clock()))


def path(one: Inference) -> str:
    """How it came, and on which sites: "delivered on news.example"."""
    more = len(one.sites) - 1
    where = f" on {one.sites[0]}" if one.sites else ""
    return f"{WAYS[one.direction]}{where}" + (f" and {more} more" if more > 0 else "")


def _of(row: Line, said: Callable[[Inference], str]) -> str:
    return said(row.inference) if isinstance(row, Reflection) else ""


def _mark(row: Line) -> Content | str:
    if isinstance(row, Group):
        return "▸" if row.folded else "▾"
    return Content.styled("!", "bold") if row.inference.sensitive else ""


def _claim(row: Line) -> Content | str:
    if isinstance(row, Group):
        return Content.assemble((plain(row.title, 120), "bold"), f"  {row.number:,}")
    return row.inference.claim


def _level(row: Line) -> Content | str:
    return level(row.inference.confidence) if isinstance(row, Reflection) else ""


def _told(row: Line) -> list[Content]:
    if isinstance(row, Group):
        return [Content(plain(f"{row.title}: {count(row.number, 'inference')}", 240))]
    one = row.inference
    named = f"{word('signal', one.kind)}: {one.name}"
    return [
        Content.styled(plain(", ".join(one.claims), 240), "bold"),
        Content(plain(f"{named}, {path(one)}, met {count(one.times, 'time')}", 240)),
    ]


def _key(row: Line) -> object:
    return row.title if isinstance(row, Group) else row.inference.key


def _said(row: Reflection) -> str:
    one = row.inference
    return " ".join((*one.claims, one.name, one.holder, row.theme, row.verdict))


def _how(rows: list[Reflection], by: Grouping) -> str:
    found = [it.inference for it in rows]
    sensitive = sum(len(it.claims) for it in found if it.sensitive)
    claims = count(sum(len(it.claims) for it in found), "claim")
    held = count(len({it.holder for it in found}), "party", "parties")
    head = f"{claims} about you, held by {held} · by {by.value}"
    return f"{head} · ! {sensitive:,} sensitive" if sensitive else head
