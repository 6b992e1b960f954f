"""Reads a plan from TOML; whatever is wrong with one is said in a line that names the place."""

import tomllib
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from companion.audit.plan import (
    BLOCKS,
    GAP_MINUTES,
    MEASURES,
    PACE_SECONDS,
    REPEATS,
    STRANGER,
    SUBJECT,
    WITHIN_SECONDS,
    Act,
    Place,
    Plan,
    Player,
    World,
)
from companion.audit.table import Table, is_number
from companion.errors import UnreadableInput

ACTS = ("visit", "search", "click", "wait", "scroll")
BANNERS = ("ignore", "accept", "reject")
_SELF = "self"
_MOST = 500
"""Blocks at most: a slip of the keyboard must not load anybody's site for weeks."""


def load(path: Path, seed: int | None = None) -> Plan:
    """The plan in a file; `seed` takes the place of the plan's own.

    Raises:
        UnreadableInput: it can't be read, or says something that can't be done.
    """
    try:
        text = path.read_text("utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise UnreadableInput(
            f"{path} can't be read ({error.strerror}): check the name, or see companion audit"
            " --plans"
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableInput(f"{path} is not valid TOML ({error}): mend it") from error
    return _Reader(str(path)).plan(raw, text, seed)


class _Reader:
    """Takes a plan apart; knows the file's name for what it has to say."""

    def __init__(self, name: str) -> None:
        self._name = name

    def plan(self, raw: dict[str, Any], text: str, seed: int | None) -> Plan:
        take = Table(raw, self._name, "the plan")
        chosen = take.number("seed", 0, whole=True) if seed is None else seed
        take.take("seed", None)
        defaults = tuple(take.words("measures", MEASURES, known=MEASURES))
        plan = Plan(
            title=take.text("title"),
            question=take.text("question"),
            seed=int(chosen),
            text=text,
            hash=sha256(f"{text}\nseed {int(chosen)}\n".encode()).hexdigest(),
            blocks=int(take.number("blocks", BLOCKS, least=1, most=_MOST, whole=True)),
            players=self._players(take, int(take.number("repeats", REPEATS, least=1, whole=True))),
            gap=take.number("gap_minutes", GAP_MINUTES),
            within=take.number("within_seconds", WITHIN_SECONDS, least=1),
            pace=take.number("pace_seconds", PACE_SECONDS),
            places=tuple(
                self._place(part, at, defaults) for at, part in enumerate(take.tables("place"), 1)
            ),
            world=self._world(take),
        )
        take.done()
        return self._checked(plan)

    def _players(self, take: Table, repeats: int) -> tuple[Player, ...]:
        parts = enumerate(take.tables("visitor"), 1)
        return tuple(self._player(part, at, repeats) for at, part in parts)

    def _player(self, raw: dict[str, Any], at: int, repeats: int) -> Player:
        take = Table(raw, self._name, f"visitor {at}")
        name = take.text("name")
        role = take.text("role")
        if _SELF in (role.lower(), name.lower()):
            raise self.wrong(f"visitor {at} is the self: an audit has only made-up visitors")
        player = Player(
            name=name,
            role=take.among("role", role, (SUBJECT, STRANGER)),
            repeats=int(take.number("repeats", repeats, least=1, whole=True)),
            language=take.text("language", ""),
            gpc=take.flag("gpc"),
            banner=take.among("banner", take.text("banner", "ignore"), BANNERS),
            acts=tuple(self._act(part, name) for part in take.tables("acts")),
        )
        take.done()
        return player

    def _act(self, raw: dict[str, Any], whose: str) -> Act:
        if len(raw) != 1 or next(iter(raw)) not in ACTS:
            raise self.wrong(f"an act of {whose} must be one of {', '.join(ACTS)}: {raw}")
        kind, what = next(iter(raw.items()))
        if kind in ("wait", "scroll") and not is_number(what):
            raise self.wrong(f"{kind} of {whose} must be a number, not {what!r}")
        if kind == "visit":
            self._address(what, f"visit of {whose}")
        if not str(what).strip():
            raise self.wrong(f"{kind} of {whose} is empty")
        return Act(kind, str(what))

    def _place(self, raw: dict[str, Any], at: int, measures: tuple[str, ...]) -> Place:
        take = Table(raw, self._name, f"place {at}")
        url = self._address(take.text("url"), f"place {at}")
        place = Place(
            name=take.text("name", url),
            url=url,
            heading=take.text("heading", ""),
            container=take.text("container", ""),
            measures=tuple(take.words("measures", measures, known=MEASURES)),
        )
        take.done()
        return place

    def _address(self, url: object, where: str) -> str:
        try:
            parts = urlsplit(str(url))
            good = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            good = False
        if not good:
            raise self.wrong(
                f"{where}: {url!r} is no address of a page, such as https://news.example/"
            )
        return str(url)

    def _world(self, take: Table) -> World | None:
        raw = take.take("smallweb", None)
        if raw is None:
            return None
        if not isinstance(raw, dict):
            raise self.wrong("smallweb must be a table: [smallweb]")
        part = Table(raw, self._name, "smallweb")
        dials = part.take("dials", {})
        if not isinstance(dials, dict) or not all(is_number(value) for value in dials.values()):
            raise self.wrong("smallweb.dials must be names with a number from 0 to 1 each")
        world = World(
            seed=int(part.number("seed", 0, whole=True)),
            dials=MappingProxyType({name: float(value) for name, value in dials.items()}),
        )
        part.done()
        return world

    def _checked(self, plan: Plan) -> Plan:
        for what, named in (("visitor", plan.players), ("place", plan.places)):
            names = [one.name for one in named]
            if not names:
                raise self.wrong(f"there is no [[{what}]]")
            if twice := sorted({name for name in names if names.count(name) > 1}):
                raise self.wrong(f"two {what}s are called {twice[0]!r}: give each its own name")
        if not plan.subjects or not plan.strangers:
            raise self.wrong("a comparison needs a visitor with role subject and one with stranger")
        return plan

    def wrong(self, what: str) -> UnreadableInput:
        return UnreadableInput(f"{self._name}: {what}")
