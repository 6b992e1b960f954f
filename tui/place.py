"""What every screen is made of, and how the screens with a number are found.

A screen with a number is a class in `tui/screens` under `@place`; its docstring is its help.
"""

import asyncio
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.widget import Widget
from textual.widgets import Footer, Static

import tui.pages
import tui.screens
from companion.errors import CompanionError
from tui.messages import Changed
from tui.searched import SearchedScreen
from tui.status import Status
from tui.widgets.blocks import Block
from tui.widgets.masthead import Masthead
from tui.widgets.plain import plain
from tui.widgets.search import Search
from tui.widgets.table import Table

if TYPE_CHECKING:
    from tui.app import Desk
    from tui.depth import Depth

READ_SECONDS = 12


class Page(SearchedScreen):
    """A screen between the masthead and the line of keys.

    `renew` is called when the page is first shown and whenever the store has changed since, never
    twice at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("i", "sentence", "Sentence"),
        Binding("p", "bytes", "Bytes"),
        Binding("y", "copy", "Copy", show=False),
        Binding("m", "bookmark", "Bookmark", show=False),
        Binding("B", "bookmarks", "Bookmarks", show=False),
    ]

    searches: ClassVar[str] = "what is shown here"
    """What the search line says it looks into."""

    def __init__(self) -> None:
        super().__init__()
        self._renewed: Status | None = None
        self._renewing = False

    @property
    def desk(self) -> "Desk":
        """The application, by its own type."""
        return cast("Desk", self.app)

    @property
    def status(self) -> Status:
        """What is known of the record now."""
        return self.desk.status

    @property
    def subject(self) -> Any:
        """What the whole page is about; None where it is about many things."""
        return None

    @property
    def marked(self) -> Any:
        """The row under the cursor, or what the focused block leads to; None where neither is."""
        focused = self.focused
        return focused.row if isinstance(focused, Table) else getattr(focused, "leads", None)

    def compose(self) -> ComposeResult:
        """The frame; what is inside comes from `body`."""
        yield Masthead(self.desk.places)
        with Vertical(id="body"):
            yield Static(id="unready", classes="empty", markup=False)
            yield from self.body()
            yield Search(self.searches)
        yield Footer(compact=True, show_command_palette=False)

    def body(self) -> Iterable[Widget]:
        """What the page shows."""
        return ()

    async def renew(self) -> None:
        """Read again what the page shows."""

    async def show(self, name: str, subject: Any) -> None:
        """Open a page of `tui/pages` on its subject; Escape comes back here."""
        module = await asyncio.to_thread(import_module, f"{tui.pages.__name__}.{name}")
        if self.is_current:  # a second Enter may have come while it was imported
            await self.app.push_screen(module.PAGE(subject))

    def on_mount(self) -> None:
        """Show the state and read; that there is nothing is said only once that is known."""
        self.query("#empty").set(display=False)
        self._attend()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Catch up with what happened while another screen was shown."""
        self._attend()

    def on_changed(self, message: Changed) -> None:
        """The store has changed."""
        self._attend()

    def action_back(self) -> None:
        """To the screen this one was opened from; from help to where one was; or home."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.app.current_mode == "help":
            self.app.switch_mode(self.desk.left)
        else:
            self.app.switch_mode(places()[0].name)

    async def action_sentence(self) -> None:
        """Say in a sentence what is marked."""
        self.notify(plain((await self._depth()).sentence), timeout=READ_SECONDS, markup=False)

    async def action_bytes(self) -> None:
        """Open the bytes behind what is marked, at the place."""
        place = (await self._depth()).spot
        if place is None:
            self.notify("No bytes of the record stand behind this.", markup=False)
        else:
            await self.show("exchange", place)

    async def action_copy(self) -> None:
        """Put what is marked into the clipboard: a text as it stands, else its sentence."""
        held = self.focused
        words = held.text if isinstance(held, Block) and held.leads is None else ""
        self.app.copy_to_clipboard(words or plain((await self._depth()).sentence))
        self.notify("It is in the clipboard.", markup=False)

    async def action_bookmark(self) -> None:
        """Keep what is marked among the bookmarks, or take it off them."""
        from tui.bookmarks import bookmark_of  # noqa: PLC0415 - knows every noun

        name = type(self).__module__.rpartition(".")[2]
        thing = self.marked if self.marked is not None else self.subject
        found = await self.desk.reader.ask(bookmark_of, name, thing)
        if found is None:
            self.notify("This can't be marked.", markup=False)
        else:
            self.desk.bookmark(found)

    async def action_bookmarks(self) -> None:
        """Show what was marked."""
        await self.show("bookmarks", None)

    async def _depth(self) -> "Depth":
        """Of what is marked, then of the whole page; else the first words that are marked."""
        from tui.depth import Depth, told  # noqa: PLC0415 - knows every noun

        marked = (self.marked, self.subject)
        found = [await self.desk.reader.ask(told, it) for it in marked]
        block = self.focused.text if isinstance(self.focused, Block) else ""
        words = block.partition("\n")[0] or paragraphs(inspect.getdoc(self))[0]
        return Depth(
            sentence=next((it.sentence for it in found if it.sentence), words),
            spot=next((it.spot for it in found if it.spot is not None), None),
        )

    def _attend(self) -> None:
        if not self.is_attached:
            return
        for head in self.query(Masthead):
            head.status = self.status
            head.here = self.desk.current_mode
        unready = self.query_one("#unready", Static)
        unready.display = not self.status.ready
        if unready.display:
            unready.update(Content(plain(self.status.word)))
        if not self._renewing:
            self._renewing = True
            self.run_worker(self._catch_up(), group="renew")

    async def _catch_up(self) -> None:
        try:
            while self.status.ready and self._renewed != self.status:
                self._renewed = self.status
                await self.renew()
        except CompanionError as error:
            self.notify(str(error), markup=False)
        finally:
            self._renewing = False


@dataclass(frozen=True, slots=True)
class Place:
    """A screen with a number key; `about` is its help text."""

    key: str
    name: str
    title: str
    order: int
    about: str
    screen: type[Page]


_places: dict[str, Place] = {}


def place[P: type[Page]](key: str, *, title: str, order: int) -> Callable[[P], P]:
    """Register the screen below under a number key; returns it unchanged."""

    def register(screen: P) -> P:
        name = screen.__module__.rpartition(".")[2]
        about = inspect.getdoc(screen) or ""
        _places[name] = Place(key, name, title, order, about, screen)
        return screen

    return register


@cache
def places() -> tuple[Place, ...]:
    """Every screen with a number, in order, found by importing the modules of `tui.screens`."""
    for module in iter_modules(tui.screens.__path__):
        import_module(f"tui.screens.{module.name}")
    return tuple(sorted(_places.values(), key=lambda found: found.order))


def load_pages() -> None:
    """Import what can be opened from the screens, so that it opens at once."""
    for module in iter_modules(tui.pages.__path__):
        import_module(f"{tui.pages.__name__}.{module.name}")


def paragraphs(text: Any) -> tuple[str, ...]:
    """A docstring as paragraphs without line breaks."""
    return tuple(" ".join(part.split()) for part in str(text).split("\n\n") if part.strip())
