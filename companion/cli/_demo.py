"""A demo: small web, recording and scripted person, put together."""

import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from companion.browser.chromium import Launch
from companion.browser.find import Browser, find
from companion.browser.session import Session
from companion.browser.start import profiles, profiles_place
from companion.classify.detector import detectors
from companion.cli._options import tell
from companion.errors import CompanionError, UnreadableInput
from companion.intake.amend import add_seeds
from companion.live.proxy import ProxyOptions
from companion.live.recording import Ready, Recording
from companion.live.watch import DRAINING, screen
from companion.redact.seeds import Seed
from companion.settings import Settings, data_folder, default_db, load, save
from companion.smallweb import demo as smallweb
from companion.smallweb.agent import Agent
from companion.smallweb.line import Line
from companion.smallweb.script import play, script
from companion.smallweb.truth import Claim, Comparison
from companion.smallweb.visitor import WEEKS, Progress
from companion.store import exchanges, findings, marks, progress, tests
from companion.store.open import open_store

_GAP, _DAILY = 36 * 3600, 4
"""Seconds between two rounds at one sort of page, and copies a day to one host, by the small web's
clock: a visit's first two pages or answers. More would only take longer."""

type Step = Callable[[int], None]
type Say = Callable[[str], None]


class Left(Exception):
    """The person has left the screen before the weeks were over."""


class Demo:
    """One demo on a store of its own, begun afresh."""

    days = 7 * WEEKS

    def __init__(self, store: Path, *, dials: Path | None, seed: int, seen: bool) -> None:
        self._store, self._folder = store, data_folder(store)
        self._dials, self._seed, self._seen = dials, seed, seen
        self._over = threading.Event()
        self._truth = self._folder / "smallweb" / "truth.jsonl"

    def run(self, step: Step, say: Say) -> None:
        """Live the whole script; ends when everything recorded is judged."""
        self._begin()
        with self._web() as web, self._recording(web) as recording:
            self._live(web, recording.ready, step, say)

    def show(self) -> None:
        """Live the script while the screen shows it; ends with the screen."""
        self._begin()
        with self._web() as web, self._recording(web) as recording:
            life = threading.Thread(target=self._behind_the_screen, args=(web, recording.ready))
            life.start()
            screen(self._store, live=True)
            tell(DRAINING)
            self._over.set()
            life.join()

    def truth(self) -> Comparison:
        """What was planted against what was found."""
        with open_store(self._store, readonly=True) as store:
            claims = [Claim(one.kind.value, one.site, one.party) for one in findings.each(store)]
            looked = list(tests.each(store))
        return smallweb.judge(self._truth, claims, [kind.value for kind in detectors()], looked)

    def _begin(self) -> None:
        """An empty store with the made-up person's data to watch for and her own word on sites."""
        _refuse_real(self._store)
        for place in (self._folder, profiles_place(self._folder)):
            shutil.rmtree(place, ignore_errors=True)
        for ending in ("", "-wal", "-shm"):
            self._store.with_name(self._store.name + ending).unlink(missing_ok=True)
        with open_store(self._store) as store:
            save(self._folder / "settings.toml", _of_the_person())
            told = script()
            with store.atomic():
                for site, context in told.contexts.items():
                    marks.put(store, site, context)
            seeds = [Seed(field, value) for field, value in told.person.items()]
            add_seeds(store, self._store, seeds, lambda _: None)

    def _web(self) -> smallweb.Child:
        folder = self._folder / "smallweb"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The weeks are lived up to today: nothing on the screen lies in the future.
        return smallweb.Child(folder, dials=self._dials, seed=self._seed, hours=-24 * self.days)

    def _recording(self, web: smallweb.Child) -> Recording:
        return Recording(
            ProxyOptions(
                store=self._store,
                folder=self._folder,
                origin="demo",
                upstream=web.upstream,
                upstream_ca=web.ca,
                twin_gap=_GAP,
                twin_daily=_DAILY,
            )
        )

    def _behind_the_screen(self, web: smallweb.Child, ready: Ready) -> None:
        try:
            self._live(web, ready, lambda _: None, self._note)
        except Left:
            return
        except (CompanionError, OSError) as error:
            self._note(f"the scripted visitor ended early: {error}")

    def _note(self, line: str) -> None:
        with open_store(self._store) as store, store.atomic():
            progress.keep_fact(store, "demo", line)

    def _live(self, web: smallweb.Child, ready: Ready, step: Step, say: Say) -> None:
        with Line(ready.proxy, Path(ready.ca)) as line:
            agent = Agent(line)
            self._visible(agent, ready, say)
            lived = 0

            def report(at: Progress) -> None:
                nonlocal lived
                if self._over.is_set():
                    raise Left
                step(at.day - lived)
                lived = at.day

            smallweb.go_on(agent, web, report, seed=self._seed)

    def _visible(self, agent: Agent, ready: Ready, say: Say) -> None:
        """The visible part, in a real browser where there is one."""
        browser = find()
        if browser is None or browser.family != "chromium":
            say("no Chromium-like browser was found: the visitor is an HTTP client, same proxy")
            play(script().visible, agent)
            return
        with Session(self._launch(browser, ready), "demo") as session:
            play(script().visible, session)
            cookies = session.pipe.call("Storage.getCookies")["cookies"]
        agent.jar.adopt(cookies)

    def _launch(self, browser: Browser, ready: Ready) -> Launch:
        return Launch(
            program=browser.program,
            profile=profiles(self._folder) / "demo",
            proxy=ready.proxy,
            pin=ready.spki,
            headless=not (self._seen and has_display()),
        )


def has_display() -> bool:
    """Whether a browser can show itself here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _of_the_person() -> Settings:
    """Where the person lives and reads, for routes and letters; all else is the demo's."""
    kept = load(data_folder(default_db()) / "settings.toml")
    return Settings(country=kept.country, language=kept.language, twins=script().compared)


def _refuse_real(store: Path) -> None:
    """A demo begins its store afresh, and so never takes one that holds anything real."""
    if not store.exists():
        return
    with open_store(store) as held:
        real = exchanges.count(held) and not exchanges.all_demo(held)
    if real:
        raise UnreadableInput(f"{store} holds what was really recorded: name another with --db")
