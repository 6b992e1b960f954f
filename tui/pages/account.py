"""What is counted of one site over weeks: how far it goes, what went right, each part drawn."""

from collections.abc import Iterable, Iterator
from typing import Any

from textual.content import Content
from textual.widget import Widget

from tui.place import Page
from tui.trust import INDICES, LEGEND, Trusted, asymmetry, extent, part, reach, right, trusted
from tui.widgets.blocks import Block, Blocks, Heading
from tui.widgets.plain import plain

NO_LISTS = "No list was delivered here that could be compared."
NO_CREDITS = "Nothing of what is counted here was seen so far."
NO_WHOLE_WEEK = "Not even a week of it is whole in that, so nothing is drawn over weeks."
NO_WEEKS = (
    "Nothing is counted of this site yet. Go on browsing it: 20 lists and labels within four weeks"
    " are needed."
)


class AccountPage(Page):
    """One site over weeks: each part is how often of how many chances, with its interval.

    No part is added to another. What a site does on its servers is not in it.
    """

    def __init__(self, site: str) -> None:
        super().__init__()
        self.site = site
        self._found: Trusted | None = None

    @property
    def subject(self) -> Any:
        """The site."""
        return self.site

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="account")

    async def renew(self) -> None:
        """Count anew; what is unchanged stays as it is, with the focus where it was."""
        found = await self.desk.reader.study(trusted, self.site)
        if found == self._found:
            return
        self._found = found
        column = self.query_one("#account", Blocks)
        async with column.batch():
            await column.remove_children()
            await column.mount_all(self._widgets(found))
        if self.focused is None:
            self.set_focus(column.query(Block).first())

    def _widgets(self, found: Trusted) -> Iterator[Widget]:
        yield Heading(plain(self.site, 120))
        yield _block([*(extent(found.account) or [NO_LISTS]), *reach(found.account)])
        yield Heading("What it did right")
        yield _block(right(found.account) or [NO_CREDITS])
        if found.judged:
            yield Heading("Labels you judged")
            yield _block(found.judged)
        if not found.account.weeks:
            yield _block([NO_WHOLE_WEEK if found.account.since else NO_WEEKS])
            return
        yield _block([LEGEND])
        for name, parts in INDICES.items():
            yield Heading(name.capitalize())
            for which in parts:
                yield _block(part(which, found))
        yield Heading("Who knows more of whom")
        yield _block(asymmetry(found.known))


def _block(lines: Iterable[str]) -> Block:
    return Block(Content("\n").join(Content(plain(it)) for it in lines))


PAGE = AccountPage
