"""One way to contest a finding: what it changes, costs and reveals, where it leads, its letter."""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from companion.contest.route import Law, Route
from companion.contest.shield import Action
from companion.contest.texts import languages
from companion.errors import CompanionError
from companion.model import Contest
from tui.cases import begin, done
from tui.contesting import Case, letter
from tui.place import Page
from tui.shielding import hold_back, offers
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.choice import ChoiceScreen
from tui.widgets.plain import plain


class RoutePage(Page):
    """A way to contest. Nothing is ever sent from here; o opens a link in your own browser.

    A letter can be read in each language there is (l), copied (y), and saved as a file (w). b
    begins a case: it stands on the screen Contest (7), with the day an answer is due by law; d does
    that too, once you did what it says or sent the letter.

    What Companion can hold back itself on the way out is switched on with s; N lets it pass again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "save", "Save letter"),
        Binding("b", "begin", "Begin case"),
        Binding("s", "shield", "Switch it on"),
        Binding("d", "done", "Done"),
        Binding("o", "link", "Open link"),
        Binding("l", "language", "Language"),
        Binding("y", "copy", "Copy"),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.letter = ""
        self.languages = languages(case.route.letter) if case.route.letter else ()
        self.language = ""
        self.offers: tuple[Action, ...] = ()

    @property
    def route(self) -> Route:
        """The way itself."""
        return self.case.route

    @property
    def file_name(self) -> str:
        """What the letter is called when it is saved."""
        name = f"letter-{self.case.finding.party}-{self.route.letter}-{self.language}.txt"
        return re.sub(r"[^\w.-]", "_", name)

    @property
    def subject(self) -> Any:
        """The finding and its way."""
        return self.case

    def body(self) -> Iterable[Widget]:
        """All that is known of the route, its letter when it is written."""
        with Blocks(id="route"):
            yield from self._blocks()

    def on_mount(self) -> None:
        """Put the focus at the top, write the letter."""
        super().on_mount()
        self.set_focus(self.query(Block).first())
        if self.route.shield:
            self.run_worker(self._offer(), group="offer")
        if self.languages:
            wanted = self.desk.settings.language
            first = wanted if wanted in self.languages else self.languages[0]
            self.run_worker(self._write(first), group="letter", exclusive=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is can be opened, copied, saved or read in another language."""
        match action:
            case "link":
                return bool(self._link())
            case "copy":
                return bool(self.letter or self._link())
            case "save" | "language":
                return bool(self.letter)
            case "shield":
                return bool(self.offers)
        return super().check_action(action, parameters)

    async def action_begin(self) -> None:
        """Begin a case along this way, or open the one there is."""
        await self._open(begin, self.case)

    async def action_done(self) -> None:
        """Say that it was done: the case begins, and goes on to what follows."""
        await self._open(done, self.case, self.desk.settings.country)

    async def _open(self, kept: Callable[..., Contest], *words: Any) -> None:
        """Show the case that was kept."""
        path, now = self.desk.reader.path, self.desk.clock()
        try:
            case = await asyncio.to_thread(kept, path, *words, now)
        except CompanionError as error:
            self.notify(plain(error), markup=False)
            return
        await self.show("case", case.id)

    async def action_shield(self) -> None:
        """Switch on what does this; where there are several, ask which."""
        if len(self.offers) == 1:
            await hold_back(self.desk, self.offers[0])
            return
        options = [(str(n), Content(plain(it.words, 120))) for n, it in enumerate(self.offers)]
        self.app.push_screen(ChoiceScreen(options), self._hold)

    def action_link(self) -> None:
        """Open the link outside the recorded browser."""
        self.app.open_url(self._link())

    async def action_copy(self) -> None:
        """Put the letter into the clipboard, or else the link."""
        self.app.copy_to_clipboard(self.letter or self._link())
        what = "letter" if self.letter else "link"
        self.notify(f"The {what} is in the clipboard.", markup=False)

    def action_language(self) -> None:
        """Write the letter in the next language."""
        following = self.languages[(self.languages.index(self.language) + 1) % len(self.languages)]
        self.run_worker(self._write(following), group="letter", exclusive=True)

    def action_save(self) -> None:
        """Save the letter beside where Companion was started; only you can read the file."""
        path = Path.cwd() / self.file_name
        try:
            path.touch(mode=0o600)
            path.write_text(self.letter, "utf-8", "replace")
        except OSError as error:
            self.notify(f"It can't be written here ({error.strerror}): {path}", markup=False)
        else:
            self.notify(f"Saved as {path}", markup=False)

    async def _hold(self, number: str | None) -> None:
        if number is not None:
            await hold_back(self.desk, self.offers[int(number)])

    async def _offer(self) -> None:
        self.offers = await self.desk.reader.ask(offers, self.case, self.desk.clock())
        self.refresh_bindings()

    async def _write(self, language: str) -> None:
        today = self.desk.clock().date()
        try:
            self.letter = await self.desk.reader.study(letter, self.case, today, language)
        except CompanionError as error:
            self.query_one("#letter", Block).update(Content(plain(error)))
            return
        self.language = language
        lines = Content("\n").join(Content(plain(it)) for it in self.letter.split("\n"))
        self.query_one("#letter", Block).update(lines)
        self.refresh_bindings()

    def _link(self) -> str:
        link = self.route.link
        return link if link.startswith(("https://", "http://")) else ""

    def _blocks(self) -> Iterator[Widget]:
        route = self.route
        yield Block(
            Content("\n").join(
                [
                    Content.styled(plain(route.title), "bold"),
                    *_lines(
                        ("About", self.case.finding.title),
                        ("Changes", route.changes),
                        ("Costs", route.costs),
                        ("Takes", route.takes),
                        ("Reveals", route.reveals),
                    ),
                ]
            )
        )
        where = list(_lines(("Link", route.link), ("Way", route.path)))
        for address in route.addresses:
            where += _lines(
                ("To", address.to),
                ("Mail", address.email),
                ("Form", address.webform or address.web),
            )
        if where:
            yield Heading("Where")
            yield Block(Content("\n").join(where))
        if self.languages:
            yield Heading("The letter")
            yield Block(Content("writing it"), id="letter")
        if route.law:
            yield Heading("What it rests on. Information, not advice")
            for law in route.law:
                yield Row(_law(law))
        if route.limits:
            yield Heading("Its limits")
            yield Block(Content("\n").join(Content(f"- {plain(it)}") for it in route.limits))
        yield Heading("Did it work?")
        yield Block(
            Content("\n").join(_lines(("Measure", _again(route)), ("Source", route.trust.words())))
        )


def _lines(*facts: tuple[str, str]) -> Iterator[Content]:
    for name, said in facts:
        if said:
            yield Content.assemble((f"{name:<9}", "$text-muted"), plain(said, 600))


def _law(law: Law) -> Content:
    return Content.assemble((plain(law.name), "bold"), f"  {plain(law.period)}")


def _again(route: Route) -> str:
    when = f"again after {route.wait_days} days" if route.wait_days else "again at once"
    return f"{when}; it worked if {route.pass_if}"


PAGE = RoutePage
