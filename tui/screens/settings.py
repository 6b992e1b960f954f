"""Settings: what you chose, and the place to choose otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.errors import CompanionError
from companion.settings import Settings, changed, choices
from tui.depth import Depth, depth
from tui.messages import Chosen, Moved
from tui.place import Page, place
from tui.widgets.choice import AskScreen, ChoiceScreen
from tui.widgets.columns import Column
from tui.widgets.plain import plain
from tui.widgets.sources import Held
from tui.widgets.table import Table
from tui.words import book

ANYTHING = r".*"


@dataclass(frozen=True, slots=True)
class Row:
    """A setting with its value as a person writes it."""

    name: str
    value: str

    @property
    def title(self) -> str:
        """What it is called."""
        return str(book()["setting"][self.name]["title"])

    @property
    def meaning(self) -> str:
        """What it means, in a sentence."""
        return str(book()["setting"][self.name]["meaning"])


@depth.register
def _(thing: Row, db: Any) -> Depth:
    return Depth(sentence=f"{thing.title}: {thing.value or 'not set'}. {thing.meaning}")


@place("0", title="Settings", order=98)
class SettingsScreen(Page):
    """What you chose. Enter changes it; a recording that runs follows at once.

    Themes are under ^p. Your own data to watch for is added with companion seeds, so that it never
    stands on a screen.
    """

    def body(self) -> Iterable[Widget]:
        """The settings, and what the marked one means."""
        yield Table[Row](
            Column("Setting", lambda it: Content(it.title), share=2),
            Column("Is", lambda it: it.value or Content.styled("not set", "$text-muted"), share=3),
            id="settings",
        )
        yield Static(id="preview", classes="preview", markup=False)

    async def renew(self) -> None:
        """Read the settings anew."""
        await self._show()

    def on_moved(self, message: Moved) -> None:
        """Say what the marked setting means."""
        words = message.row.meaning if message.row else ""
        self.query_one("#preview", Static).update(Content(words))

    def on_chosen(self, message: Chosen) -> None:
        """Ask for another value."""
        row: Row = message.row

        async def answered(text: str | None) -> None:
            if text is not None:
                await self._change(row.name, text)

        if options := choices(row.name):
            words = [(it, Content(it or "not set")) for it in options if it]
            self.app.push_screen(ChoiceScreen(words), answered)
        else:
            self.app.push_screen(AskScreen(row.meaning, ANYTHING, row.value), answered)

    async def _change(self, name: str, text: str) -> None:
        try:
            fresh = changed(self.desk.settings, name, text.upper() if name == "country" else text)
        except CompanionError as error:
            self.notify(plain(error), markup=False)
            return
        self.desk.choose(**{name: getattr(fresh, name)})
        await self._show()

    async def _show(self) -> None:
        settings = self.desk.settings
        rows = [Row(it.name, _written(settings, it.name)) for it in fields(Settings)]
        table = self.query_one("#settings", Table)
        held = table.row.name if table.row is not None else ""
        cursor = next((n for n, row in enumerate(rows) if row.name == held), 0)
        await table.show(Held(rows), cursor=cursor)
        if self.focused is None:
            self.set_focus(table)


def _written(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
