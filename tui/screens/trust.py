"""Trust: site by site how far it goes, what was done right, and how both went over weeks."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.store import exchanges, rollups
from companion.store.rollups import SiteRow
from tui.messages import Chosen, Moved
from tui.place import Page, place
from tui.trust import extent, right, trusted
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table

EMPTY = (
    "No site was visited yet. Browse with companion watch, or take in a capture with companion"
    " import: what sites do over weeks, and what they do right, is counted here."
)
NOTHING = "No list was delivered here, and nothing done right was counted yet."
LINES = 4


@place("9", title="Trust", order=9)
class Trust(Page):
    """What a site did over weeks: agency, predictability, respect, and who knows more of whom.

    Each is how often of how many chances, with what it may be in truth, and nothing is said with
    too little data. There is no single number and no ranking: sites stand in the order of your
    visits. Below stands how far it goes on the marked site and what it did right; Enter draws all
    of it over weeks.
    """

    def body(self) -> Iterable[Widget]:
        """The sites, and what is counted of the marked one."""
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[tuple[SiteRow, str]](
            Column("Site", lambda it: it[0].site, share=4),
            Column("Part of life", lambda it: it[1], share=2),
            Column("Exchanges", lambda it: f"{it[0].exchanges:,}", width=10, right=True),
            Column("From", lambda it: f"{it[0].first_seen:%Y-%m-%d}", width=10),
            Column("To", lambda it: f"{it[0].last_seen:%Y-%m-%d}", width=10),
            id="sites",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read the sites anew."""
        rows = await self.desk.reader.ask(_sites)
        table = self.query_one("#sites", Table)
        held = table.row[0].site if table.row is not None else None
        cursor = next((n for n, (it, _) in enumerate(rows) if it.site == held), 0)
        self.query_one("#empty", Static).display = not rows
        table.display = bool(rows)
        await table.show(Held(rows), cursor=cursor)
        if rows and self.focused is None:
            self.set_focus(table)

    async def on_chosen(self, message: Chosen) -> None:
        """Draw what is counted of a site."""
        await self.show("account", message.row[0].site)

    def on_moved(self, message: Moved) -> None:
        """Say how far it goes on the marked site, and what it did right."""
        if message.row is not None:
            self.run_worker(self._told(message.row[0].site), group="told", exclusive=True)

    async def _told(self, site: str) -> None:
        found = (await self.desk.reader.study(trusted, site)).account
        words = [*extent(found), *right(found)][:LINES] or [NOTHING]
        lines = [Content.styled(plain(site, 120), "bold"), *(Content(plain(it)) for it in words)]
        self.query_one("#preview", Static).update(Content("\n").join(lines))


def _sites(db: Any) -> Sequence[tuple[SiteRow, str]]:
    contexts = rollups.contexts(db)
    return [(it, contexts.get(it.site, "")) for it in exchanges.sites(db)]
