"""What Companion itself may hold back on the way out, by the person's choice; off by default.

The choice is a file beside the settings, `shield.toml`. What is switched off stays written with
its time, so that no measurement takes what we held back for what the other side did.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from json import dumps
from pathlib import Path

from companion.decode.steps import split
from companion.errors import UnreadableInput
from companion.model import Finding

NAMED = frozenset({"cookie", "query"})
"""What can be withheld by its name: a cookie or a parameter of an address."""


class ActionKind(StrEnum):
    """What is done to requests."""

    GPC = "gpc"
    WITHHOLD = "withhold"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something done to requests to a site or party (`of`, with all hosts under it).

    `name` is the cookie or parameter that is withheld; empty for the other kinds. `until` is None
    while it is on.
    """

    kind: ActionKind
    of: str
    name: str = ""
    since: datetime
    until: datetime | None = None

    @property
    def on(self) -> bool:
        """Whether it is in force."""
        return self.until is None

    @property
    def words(self) -> str:
        """What it does, in words."""
        return {
            ActionKind.GPC: f"Sec-GPC: 1 sent to {self.of}",
            ActionKind.WITHHOLD: f"{self.name} withheld from {self.of}",
            ActionKind.BLOCK: f"requests to {self.of} blocked",
        }[self.kind]

    def covers(self, host: str) -> bool:
        """Whether a host is the one it is about, or stands under it."""
        return host == self.of or host.endswith(f".{self.of}")


def offered(
    kind: ActionKind, finding: Finding, names: Iterable[str], now: datetime
) -> tuple[Action, ...]:
    """The actions of a kind that touch what a finding is about, the nearest first.

    `names` are the cookies and parameters that the finding's evidence stands in; where there are
    none, nothing can be withheld by its name, and what is left is to block.
    """
    party = Action(kind=kind, of=finding.party, since=now)
    if kind is ActionKind.WITHHOLD:
        held = tuple(replace(party, name=it) for it in dict.fromkeys(names))
        return held or (replace(party, kind=ActionKind.BLOCK),)
    if kind is ActionKind.GPC and finding.site != finding.party:
        return replace(party, of=finding.site), party
    return (party,)


def named(locators: Iterable[str]) -> tuple[str, ...]:
    """The cookies and parameters of an address that some places stand in, each once."""
    firsts = (split(it)[:1] for it in locators)
    parts = (first[0].partition(":") for first in firsts if first)
    names = (name.partition("#")[0] for kind, _, name in parts if kind in NAMED)
    return tuple(dict.fromkeys(filter(None, names)))


def place(folder: Path) -> Path:
    """Where the choice is kept in a store's data folder."""
    return folder / "shield.toml"


def load(path: Path) -> tuple[Action, ...]:
    """The person's choice; none when there is no file.

    Raises:
        UnreadableInput: the file is no TOML, or holds an unknown key or kind.
    """
    if not path.exists():
        return ()
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("action", [])
        return tuple(Action(**(row | {"kind": ActionKind(row["kind"])})) for row in rows)
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise UnreadableInput(f"{path} can't be read ({error}): mend or delete it") from error


def save(path: Path, actions: Iterable[Action]) -> None:
    """Write the choice for its owner alone; who reads meanwhile sees the old or the new."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_text("".join(map(_toml, actions)), "utf-8")
    fresh.replace(path)


def switched_on(actions: Iterable[Action], wanted: Action) -> tuple[Action, ...]:
    """The choice with an action on; one that is on already stays as it is.

    Raises:
        UnreadableInput: an identifier is to be withheld that is not named, or no party is.
    """
    if not wanted.of or (wanted.kind is ActionKind.WITHHOLD) != bool(wanted.name):
        raise UnreadableInput("say whom it is about, and only for withhold which name")
    known = tuple(actions)
    if any(it.on and _same(it, wanted) for it in known):
        return known
    return (*known, wanted)


def switched_off(
    actions: Iterable[Action], now: datetime, which: Callable[[Action], bool]
) -> tuple[Action, ...]:
    """The choice with those actions off that fit."""
    return tuple(replace(it, until=now) if it.on and which(it) else it for it in actions)


def touching(actions: Iterable[Action], *hosts: str) -> tuple[Action, ...]:
    """Actions, on or off, that bear on a site or party."""
    return tuple(
        it for it in actions if any(it.covers(host) or _under(it.of, host) for host in hosts)
    )


def in_the_way(actions: Iterable[Action], *hosts: str) -> Callable[[datetime], bool]:
    """Whether anything of ours bore on a site or party at a time."""
    spans = [(it.since, it.until) for it in touching(actions, *hosts)]
    return lambda at: any(since <= at and (until is None or at <= until) for since, until in spans)


def _under(one: str, other: str) -> bool:
    return one.endswith(f".{other}")


def _same(one: Action, other: Action) -> bool:
    return (one.kind, one.of, one.name) == (other.kind, other.of, other.name)


def _toml(action: Action) -> str:
    texts = {"kind": action.kind.value, "of": action.of, "name": action.name}
    lines = [f"{key} = {_quoted(value)}" for key, value in texts.items()]
    times = {"since": action.since, "until": action.until}
    lines += [f"{key} = {at.astimezone(UTC).isoformat()}" for key, at in times.items() if at]
    return "\n".join(["[[action]]", *lines, "\n"])


def _quoted(text: str) -> str:
    """A name a site chose, as TOML: half a character of UTF-16 has no way to be written there."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
