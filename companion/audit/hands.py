"""A visitor's hands: the acts of a plan done in a browser, and what is seen of a page."""

import json
import time
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from companion.audit.plan import Act
from companion.browser.session import Session
from companion.errors import CompanionError

_BANNERS = Path(__file__).with_name("banners.toml")
_QUIET_SECONDS = 8.0
_OPENS_SECONDS = 4.0
"""How long a press may take to open a page; one that changes in place opens none."""
_MOST_TEXT = 200_000
_PAGE = Path(__file__).with_name("page.js").read_text("utf-8")

_FIELD = (
    "input[type=search],[role=searchbox],input[name=q],input[name=query],input[name=search],"
    "input[name=s],input[aria-label*=earch]"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page is: where the browser arrived, the status (0: none), the text it shows."""

    url: str
    status: int
    text: str


class Hands:
    """Does a plan's acts in a session; a step that can't be done raises a CompanionError."""

    def __init__(
        self, session: Session, banner: str, pace: float, opens: float = _OPENS_SECONDS
    ) -> None:
        self._session, self._banner, self._pace = session, banner, pace
        self._opens = opens
        self._asked: set[str] = set()
        self.pressed: list[str] = []

    def do(self, act: Act) -> None:
        """Do one act, wait for what it opens, and pause."""
        match act.kind:
            case "visit":
                self.visit(act.what)
            case "search":
                self._search(act.what)
            case "click":
                self._session.click(act.what)
                self._opened()
            case "wait":
                time.sleep(float(act.what))
            case "scroll":
                self._session.evaluate(f"window.scrollBy(0, {float(act.what)})")
        time.sleep(self._pace)

    def visit(self, url: str) -> None:
        """Go to an address, and answer its banner where the visitor does that."""
        self._session.visit(url)
        self._session.quiet(within=_QUIET_SECONDS)
        if self._banner != "ignore":
            self._answer()

    def look(self, url: str) -> datetime:
        """Load a page to be compared; when that load began.

        Where a banner had to be answered first, the page is loaded again: what counts is what
        comes after the choice.
        """
        answered, began = len(self.pressed), datetime.now(UTC)
        self.visit(url)
        if len(self.pressed) > answered:
            began = datetime.now(UTC)
            self.visit(url)
        return began

    def seen(self) -> Seen:
        """What the page is that is there now."""
        state: Any = self._ask("seen", _MOST_TEXT)
        return Seen(str(state["url"]), int(state["status"]), str(state["text"]))

    def tells(self) -> str:
        """What the browser tells every page about itself, as JSON."""
        return json.dumps(self._ask("tells"))

    def _answer(self) -> None:
        """Press the button of a banner, once for each site that shows one."""
        host = str(self._session.evaluate("location.host"))
        if host in self._asked:
            return
        self._session.expect()
        pressed = self._ask("press", words(self._banner))
        if pressed:
            self._asked.add(host)
            self.pressed.append(f"{host}: {pressed}")
            self._opened()

    def _search(self, text: str) -> None:
        there = self._session.evaluate(f"document.querySelector({json.dumps(_FIELD)}) !== null")
        if not there:
            raise CompanionError(f"no search field was found for {text!r}")
        self._session.type(_FIELD, text)
        self._session.press_enter()
        self._opened()

    def _opened(self) -> None:
        """Wait for the page that a press opens; one that changes in place opens none."""
        try:
            self._session.settle(timeout=self._opens)
        except CompanionError:
            return
        finally:
            self._session.quiet(within=_QUIET_SECONDS)

    def _ask(self, what: str, *given: object) -> object:
        """The answer of one of the methods of page.js."""
        called = ", ".join(map(json.dumps, given))
        return self._session.evaluate(f"{_PAGE.strip()}.{what}({called})")


@cache
def words(banner: str) -> list[str]:
    """What stands on the buttons that accept or reject, best first."""
    every = tomllib.loads(_BANNERS.read_text("utf-8"))[banner]
    return [word for known in every.values() for word in known]
