"""A running browser on a dedicated profile: pages marked as recorded, and steps for a script."""

import base64
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from companion import posix
from companion.browser import chromium
from companion.browser.pipe import Event, Pipe, user_for_browser
from companion.errors import CompanionError

_BADGE = Path(__file__).with_name("badge.js").read_text("utf-8")
_WORLD = "companion"


class Session:
    """A browser that marks every page; `visit`, `click`, `type` and `picture` act on one tab."""

    def __init__(self, launch: chromium.Launch, name: str = "everyday") -> None:
        chromium.prepare(launch.profile, name, launch.language)
        user = user_for_browser()
        if user:
            posix.give(launch.profile, user)
        self._launch = launch
        self._pages: dict[str, str] = {}
        self._loaded: set[str] = set()
        self._idle: set[str] = set()
        self._tab = self._shown = ""
        self._known: set[str] = set()
        self._changed = threading.Condition()
        self.pipe = Pipe(chromium.command(replace(launch, driven=True)), user)
        self.pipe.on_event = self._hear
        try:
            self.pipe.call(
                "Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True
            )
            # A tab of our own: the first one may still be on its way to where it was started for.
            self._tab = self.pipe.call("Target.createTarget", url="about:blank")["targetId"]
            self.evaluate("1")  # answered last: what was asked of the tab before is in force now
        except CompanionError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser."""
        self.pipe.close()

    def wait(self) -> None:
        """Wait until the person closes the browser."""
        self.pipe.process.wait()

    def visit(self, url: str, *, timeout: float = 30) -> None:
        """Go to an address and wait until the page has loaded."""
        answer = self.pipe.call("Page.navigate", self._page(timeout), url=url, timeout=timeout)
        if problem := answer.get("errorText"):
            raise CompanionError(f"the browser could not open {url} ({problem})")
        if loader := answer.get("loaderId"):
            self._wait_for(lambda: loader in self._loaded, timeout)

    def evaluate(self, expression: str) -> object:
        """The JSON value of an expression in the page."""
        answer = self.pipe.call(
            "Runtime.evaluate",
            self._page(30),
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
        )
        if "exceptionDetails" in answer:
            raise CompanionError(
                f"the page refused a step: {answer['exceptionDetails'].get('text')}"
            )
        return answer["result"].get("value")

    def click(self, text: str) -> None:
        """Click the first link or button whose text contains some words."""
        wanted = json.dumps(text.lower())
        found = (
            "[...document.querySelectorAll('a,button,input[type=submit],summary')].find(e => "
            f"(e.innerText || e.value || '').toLowerCase().includes({wanted}))"
        )
        self.expect()
        if not self.evaluate(
            f"(() => {{ const e = {found}; if (!e) return false; e.click(); return true }})()"
        ):
            raise CompanionError(f"nothing on this page says {text!r}")

    def expect(self) -> None:
        """Note which pages are there: `settle` waits for another one."""
        self._known = set(self._loaded)

    def settle(self, *, timeout: float = 30) -> None:
        """Wait until a page that a click has opened is there."""
        self._wait_for(lambda: bool(self._loaded - self._known), timeout)

    def quiet(self, *, within: float) -> bool:
        """Wait until the page that is there asks for nothing more; whether that came in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._shown in self._idle, within)

    def type(self, selector: str, text: str) -> None:
        """Put the caret into a field and type, key events included."""
        focus = f"document.querySelector({json.dumps(selector)})?.focus() !== undefined"
        page = self._page(30)
        self.evaluate(focus)
        for letter in text:
            self.pipe.call("Input.dispatchKeyEvent", page, type="char", text=letter)

    def press_enter(self) -> None:
        """Press the Enter key where the caret is."""
        page = self._page(30)
        self.expect()
        for kind in ("keyDown", "keyUp"):
            self.pipe.call(
                "Input.dispatchKeyEvent",
                page,
                type=kind,
                key="Enter",
                code="Enter",
                windowsVirtualKeyCode=13,
                text="\r" if kind == "keyDown" else "",
            )

    def picture(self, path: Path) -> None:
        """Write a PNG of what the tab shows."""
        answer = self.pipe.call("Page.captureScreenshot", self._page(30), format="png")
        path.write_bytes(base64.b64decode(answer["data"]))

    def _page(self, timeout: float) -> str:
        self._wait_for(lambda: self._tab in self._pages, timeout)
        return self._pages[self._tab]

    def _wait_for(self, done: Callable[[], bool], timeout: float) -> None:
        with self._changed:
            if not self._changed.wait_for(done, timeout):
                raise CompanionError("the page did not load in time: try again")

    def _hear(self, event: Event) -> None:
        params = event["params"]
        match event["method"]:
            case "Target.attachedToTarget":
                self._welcome(params)
            case "Page.lifecycleEvent" if params["name"] == "load":
                if params["frameId"] == self._tab:
                    self._shown = params["loaderId"]
                self._note(self._loaded, params["loaderId"])
            case "Page.lifecycleEvent" if params["name"] == "networkIdle":
                self._note(self._idle, params["loaderId"])

    def _note(self, among: set[str], loader: str) -> None:
        with self._changed:
            among.add(loader)
            self._changed.notify_all()

    def _welcome(self, params: Event) -> None:
        session, target = params["sessionId"], params["targetInfo"]
        if target["type"] == "page":
            self.pipe.send("Page.enable", session)
            self.pipe.send("Page.setLifecycleEventsEnabled", session, enabled=True)
            self.pipe.send(
                "Page.addScriptToEvaluateOnNewDocument", session, source=_BADGE, worldName=_WORLD
            )
        if self._launch.headers or self._launch.script:
            self._equip(session)
        self.pipe.send("Runtime.runIfWaitingForDebugger", session)
        with self._changed:
            self._pages[target["targetId"]] = session
            self._changed.notify_all()

    def _equip(self, session: str) -> None:
        """Give a page or frame what the launch adds; frames of other sites are told of, too."""
        self.pipe.send("Network.enable", session)
        self.pipe.send("Network.setExtraHTTPHeaders", session, headers=dict(self._launch.headers))
        self.pipe.send("Page.addScriptToEvaluateOnNewDocument", session, source=self._launch.script)
        self.pipe.send(
            "Target.setAutoAttach",
            session,
            autoAttach=True,
            waitForDebuggerOnStart=True,
            flatten=True,
        )
