"""The application: its screens, its keys, and the one loop that looks for changes."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from companion.errors import CompanionError
from companion.settings import Settings, data_folder, load, save
from tui.messages import Changed
from tui.reader import Reader
from tui.remembered import Bookmark, Remembered, recall, remember
from tui.status import Status
from tui.themes import DARK, DEFAULTS, PLAIN, THEMES
from tui.widgets.hidden import HiddenScreen
from tui.widgets.tour import TourScreen, steps

if TYPE_CHECKING:
    from tui.place import Place

type Clock = Callable[[], datetime]
type Undo = Callable[[], Awaitable[None]]

HOME = "home"
EVERY_SECONDS = 0.5
TROUBLE_SECONDS = 30


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Desk(App[None]):
    """Companion on the screen: shows a store; writes only what the person decides."""

    TITLE = "Companion"
    CSS_PATH = "companion.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "go('help')", "Help"),
        Binding("N", "normal", "Back to normal"),
        Binding("u", "undo", "Undo"),
        Binding("T", "tour", "Tour", show=False),
        Binding("h", "hide", "Hide", show=False),
        Binding("ctrl+p", "command_palette", "Commands", show=False),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c", "quit", show=False),
    ]

    def __init__(  # noqa: PLR0913 - each is a choice of its own
        self,
        path: Path,
        *,
        live: bool = False,
        first: str = HOME,
        clock: Clock = now,
        every: float = EVERY_SECONDS,
        lasting: bool = False,
    ) -> None:
        super().__init__()
        self.reader = Reader(path)
        self.live = live
        self.clock = clock
        self.status = Status()
        self.places: Sequence[Place] = ()
        self.left = first  # the screen that was shown before this one
        self._first = first
        self._every = every
        self._polling = False
        self._done: list[tuple[str, Undo]] = []
        for theme in THEMES:
            self.register_theme(theme)
        self._lasting = lasting
        self._offered = False
        self.remembered = recall(data_folder(path)) if lasting else Remembered()
        known = {it.name for it in THEMES}
        first_look = PLAIN.name if self.no_color else DARK.name
        self.theme = self.remembered.theme if self.remembered.theme in known else first_look

    def compose(self) -> ComposeResult:
        """The frame that is shown until the screens are loaded."""
        yield Static("Companion   opening the record", id="opening", markup=False)

    @property
    def settings(self) -> Settings:
        """What the person chose; the defaults while the file can't be read, which is said."""
        try:
            return load(self._settings_file)
        except CompanionError as error:
            self.notify(str(error), markup=False)
            return Settings()

    def choose(self, **changes: Any) -> None:
        """Keep a choice of the person; a recording that runs follows it at once.

        A file that can't be read is left as it is, for the person to mend.
        """
        try:
            held = load(self._settings_file)
            save(self._settings_file, replace(held, **changes))
        except CompanionError as error:
            self.notify(str(error), markup=False)
            return

        async def undo() -> None:
            before = {name: getattr(held, name) for name in changes}
            save(self._settings_file, replace(load(self._settings_file), **before))

        self._done.append(("what you chose", undo))
        self.screen.refresh_bindings()

    def remember(self, **changes: Any) -> None:
        """Keep something of the screen for the next start."""
        self.remembered = replace(self.remembered, **changes)
        if self._lasting:
            try:
                remember(data_folder(self.reader.path), self.remembered)
            except OSError as error:
                self.notify(f"It can't be kept for next time ({error.strerror}).", markup=False)

    def bookmark(self, one: Bookmark) -> None:
        """Keep a bookmark, or take it off where it is one already."""
        held = self.remembered.bookmarks
        on = one not in held
        self.remember(bookmarks=(*held, one) if on else tuple(it for it in held if it != one))
        self.notify("Marked; B shows all." if on else "Marked no more.", markup=False)

    def did(self, words: str, undo: Undo) -> None:
        """Say what was done; u takes the last of it back."""
        self._done.append((words, undo))
        self.notify(f"{words}. u takes it back.", markup=False)
        self.screen.refresh_bindings()

    async def action_undo(self) -> None:
        """Take back what was done last."""
        words, undo = self._done.pop()
        try:
            await undo()
        except CompanionError as error:
            self.notify(str(error), markup=False)
            return
        self.notify(f"Taken back: {words}.", markup=False)
        await self.poll()
        if (renew := getattr(self.screen, "renew", None)) is not None:
            await renew()
        self.screen.refresh_bindings()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text; half a character of UTF-16, which sites do send, becomes "?"."""
        super().copy_to_clipboard(text.encode("utf-8", "replace").decode("utf-8"))

    @property
    def _settings_file(self) -> Path:
        return data_folder(self.reader.path) / "settings.toml"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of ours, for themes that don't know them."""
        return DEFAULTS

    def on_mount(self) -> None:
        """Paint at once; load what reads the store afterwards."""
        self.call_after_refresh(lambda: self.run_worker(self._begin(), group="begin"))

    async def _begin(self) -> None:
        self.places = await asyncio.to_thread(_screens)
        for found in self.places:
            self.add_mode(found.name, found.screen)
            self.bind(found.key, f"go('{found.name}')", description=found.title, show=False)
        await self.switch_mode(self._first)
        await self.poll()
        self.theme_changed_signal.subscribe(self, lambda theme: self.remember(theme=theme.name))
        if self._every:
            self.set_interval(self._every, self.poll)
        await asyncio.to_thread(_pages)

    async def poll(self) -> None:
        """Look whether anything changed, and tell the screen that is shown."""
        if self._polling:
            return
        self._polling = True
        try:
            found = await self.reader.study(_status, data_folder(self.reader.path), self.live)
        except CompanionError as error:
            found = Status(word=str(error))
        finally:
            self._polling = False
        if found.trouble and found.trouble != self.status.trouble:
            self.notify(found.trouble, severity="error", timeout=TROUBLE_SECONDS, markup=False)
        if found != self.status:
            self.status = found
            self.screen.refresh_bindings()
            self.screen.post_message(Changed(found))
        if self._lasting and found.demo and not (self._offered or self.remembered.toured):
            self._offered = True
            await self.action_tour()

    def on_unmount(self) -> None:
        """Let go of the store."""
        self.reader.close()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: every screen beside Textual's own commands."""
        yield from super().get_system_commands(screen)
        yield SystemCommand("Hide", "Take everything off the screen (h)", self.action_hide)
        for found in self.places:
            about = found.about.partition("\n")[0]
            yield SystemCommand(found.title, about, partial(self.action_go, found.name))
        yield SystemCommand("Tour", "A minute through all screens (T)", self.action_tour)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was done can be undone, and only what is held back let pass."""
        match action:
            case "undo":
                return bool(self._done)
            case "normal":
                return bool(self.status.held_back)
        return super().check_action(action, parameters)

    async def action_normal(self) -> None:
        """Let everything pass again: a page that breaks is one key from normal."""
        from tui.shielding import actions, let_pass  # noqa: PLC0415

        await let_pass(self, *(it for it in actions(self.reader.path) if it.on))

    async def action_tour(self, number: int = 0) -> None:
        """Go through the screens with a few words on each."""

        async def on(more: bool | None) -> None:
            if more and number + 1 < len(steps()):
                await self.action_tour(number + 1)
            else:
                self.remember(toured=True)

        await self.action_go(steps()[number].screen)
        await self.push_screen(TourScreen(number), on)

    def action_hide(self) -> None:
        """Take everything off the screen at once, what was told in a corner too."""
        self.clear_notifications()
        self.push_screen(HiddenScreen())

    async def action_go(self, name: str) -> None:
        """To a screen; pressing its key again there goes back to its beginning."""
        while name == self.current_mode and len(self.screen_stack) > 1:
            await self.pop_screen()
        if name != self.current_mode:
            self.left = self.current_mode
        await self.switch_mode(name)


# Below and not above: what reads the store takes longer to import than a first paint.


def _screens() -> "tuple[Place, ...]":
    from tui.lean import unseen  # noqa: PLC0415

    with unseen("numpy"):
        import companion.store.database  # noqa: F401, PLC0415
    from tui.place import places  # noqa: PLC0415

    return places()


def _pages() -> None:
    from tui.place import load_pages  # noqa: PLC0415

    load_pages()


def _status(db: Any, folder: Path, live: bool) -> Status:
    from tui.queries import read_status  # noqa: PLC0415

    return read_status(db, folder, live)
