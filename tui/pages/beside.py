"""One list beside what strangers got at the same place: rank by rank, and what may be said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.model import FindingKind, Item, SlateId
from tui.depth import Depth, depth
from tui.messages import Moved
from tui.place import Page
from tui.queries import together
from tui.views import Together
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import kind_title, moment

NONE = (
    "No stranger got a list at this place yet. In Now, t has the site you are on asked as two"
    " strangers while you browse; companion probe URL asks once; companion import --role control"
    " takes what another browser saved."
)
ALONE = "●"
_LIST = FindingKind.INVISIBLE_CURATION
MOVED = "↕"


@dataclass(frozen=True, slots=True)
class Rank:
    """What stands at one rank: in the person's list and in those of strangers."""

    rank: int
    items: tuple[Item | None, ...]
    marks: tuple[str, ...]


@depth.register
def _(thing: Rank, db: Any) -> Depth:
    names = ("you", "a stranger", "a second stranger")
    sides = zip(names, thing.items, strict=False)
    said = "; ".join(f"{name}: {it.title or it.item}" for name, it in sides if it is not None)
    return Depth(sentence=f"Rank {thing.rank}. {said}")


class BesidePage(Page):
    """Your list, a stranger's, and a second stranger's.

    ● stands before what only this side got, ↕ before what the other side has at another rank: in
    your list against the first stranger, in a stranger's against yours. How far the two strangers
    differ is noise. What may be said of it stands on top; one round alone says nothing.
    """

    def __init__(self, wanted: SlateId) -> None:
        super().__init__()
        self.wanted = wanted

    @property
    def subject(self) -> Any:
        """The person's own list."""
        return self.wanted

    def body(self) -> Iterable[Widget]:
        """What may be said, over the lists."""
        yield Static(id="about", classes="lead", markup=False)
        yield Table[Rank](
            Column("", lambda it: str(it.rank), width=4, right=True),
            Column("You", lambda it: _cell(it, 0), share=3),
            Column("A stranger", lambda it: _cell(it, 1), share=3),
            Column("A second stranger", lambda it: _cell(it, 2), share=3, least=100),
            id="ranks",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read what there is now: a further round may have come."""
        found = await self.desk.reader.study(lambda db: together(db, self.wanted))
        about, table = self.query_one("#about", Static), self.query_one("#ranks", Table)
        if found is None:
            about.update(Content("This list is no longer held."))
            return
        about.update(Content("\n").join(_about(found)))
        await table.show(Held(list(_ranks(found))), cursor=table.cursor if table.height else 0)
        if self.focused is None:
            self.set_focus(table)

    def on_moved(self, message: Moved) -> None:
        """Show what stands at the marked rank in full."""
        row: Rank | None = message.row
        names = ("you", "a stranger", "a second stranger")
        lines = [
            Content.assemble((f"{name}: ", "$text-muted"), plain(item.title or item.item, 200))
            for name, item in zip(names, row.items if row else (), strict=False)
            if item is not None
        ]
        self.query_one("#preview", Static).update(Content("\n").join(lines))


def _about(found: Together) -> Iterator[Content]:
    own = found.own
    yield Content.styled(plain(own.heading, 120) or "A list without a heading", "bold")
    if not found.others.lists:
        yield Content(NONE)
        return
    for test in sorted(found.tests, key=lambda it: it.kind is not _LIST):
        about = "" if test.kind is _LIST else f"{kind_title(test.kind)}: "
        yield Content(about + plain(test.why, 400))
    if not found.others.together:
        times = ", ".join(moment(it.seen_at) for it in found.others.lists)
        yield Content(f"Strangers' lists of another time ({times}): at most possible.")
    yield Content.styled(f"you and a stranger: {found.first}", "$text-muted")
    if found.noise:
        yield Content.styled(f"the two strangers (noise): {found.noise}", "$text-muted")
    yield Content.styled(found.needed, "$text-muted")


def _ranks(found: Together) -> Iterator[Rank]:
    lists = [found.own, *found.others.lists]
    ranks = [{it.item: it.rank for it in slate.items} for slate in lists]
    against = [ranks[1] if len(ranks) > 1 else ranks[0], *([ranks[0]] * len(found.others.lists))]
    longest = max(len(slate.items) for slate in lists)
    for at in range(longest):
        items = tuple(slate.items[at] if at < len(slate.items) else None for slate in lists)
        marks = tuple(_mark(it, other) for it, other in zip(items, against, strict=True))
        yield Rank(at + 1, items, marks)


def _mark(item: Item | None, other: dict[str, int]) -> str:
    if item is None:
        return ""
    if item.item not in other:
        return ALONE
    return "" if other[item.item] == item.rank else MOVED


def _cell(row: Rank, side: int) -> Content:
    item = row.items[side] if side < len(row.items) else None
    if item is None:
        return Content("")
    title = plain(item.title or item.item, 200)
    return Content.assemble((f"{row.marks[side] or ' '} ", "$text-muted"), title)


PAGE = BesidePage
