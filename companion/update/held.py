"""The lists that were fetched: each file with a note of what it is and the digest it must have."""

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from companion.errors import UnreadableInput
from companion.update.forms import FORMS, Entries
from companion.update.sources import Source

_NOTE = ".about.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A list as it was fetched; its digest is its version."""

    source: Source
    sha256: str
    fetched_at: datetime
    entries: int

    @property
    def version(self) -> str:
        """What sets it apart from the same list on another day."""
        return self.sha256[:8]

    @property
    def day(self) -> str:
        """When it was fetched, as 2026-11-24."""
        return f"{self.fetched_at:%Y-%m-%d}"


def place(folder: Path) -> Path:
    """Where lists stand in a store's data folder."""
    return folder / "lists"


def keep(folder: Path, source: Source, content: bytes, now: datetime) -> Held:
    """Keep a list that was fetched, for its owner alone.

    Raises:
        UnreadableInput: its digest is not the one that was promised, or it is no such list.
    """
    digest = sha256(content).hexdigest()
    if source.sha256 and digest != source.sha256:
        raise UnreadableInput(
            f"{source.url} has the SHA-256 {digest}, not the {source.sha256} that was promised:"
            " nothing was kept"
        )
    try:
        found = FORMS[source.reads](content)
    except (ValueError, RecursionError, csv.Error) as wrong:
        raise UnreadableInput(f"{source.url} is no list ({wrong}): nothing was kept") from wrong
    made = Held(source=source, sha256=digest, fetched_at=now, entries=len(found))
    place(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(_file(folder, source.name), content)
    _write(_note(folder, source.name), json.dumps(_plain(made)).encode())
    return made


def held(folder: Path) -> tuple[Held, ...]:
    """The lists that were fetched, by name; a note that can't be read is passed over."""
    notes = sorted(place(folder).glob(f"*{_NOTE}"))
    return tuple(one for note in notes if (one := _read(note)) is not None)


def entries(folder: Path, one: Held) -> Entries:
    """The entries of a list that was fetched.

    Raises:
        UnreadableInput: the file is gone, or is not what was fetched.
    """
    try:
        content = _file(folder, one.source.name).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"the list {one.source.name} is gone: fetch it again") from error
    if sha256(content).hexdigest() != one.sha256:
        raise UnreadableInput(
            f"the list {one.source.name} is not what was fetched: it is not used; fetch it again"
        )
    return FORMS[one.source.reads](content)


def drop(folder: Path, name: str) -> bool:
    """Remove a list; whether it was there."""
    there = _note(folder, name).exists()
    _note(folder, name).unlink(missing_ok=True)
    _file(folder, name).unlink(missing_ok=True)
    return there


def stamp(folder: Path) -> tuple[tuple[str, int], ...]:
    """What changes when a list is fetched or removed; cheap enough to ask often."""
    notes = sorted(place(folder).glob(f"*{_NOTE}"))
    return tuple((it.name, it.stat().st_mtime_ns) for it in notes)


class Reading[T]:
    """What lists say of something, read anew where they are others than at the last look."""

    def __init__(self, read: Callable[[Path], T], nothing: T) -> None:
        self._read, self._nothing = read, nothing
        self._known: tuple[Path | None, tuple[tuple[str, int], ...]] = (None, ())
        self.found = nothing

    def look(self, folder: Path) -> None:
        """Look at the lists of a store's data folder from now on."""
        now = folder, stamp(folder)
        if now != self._known:
            self.found = self._read(folder) if now[1] else self._nothing
            self._known = now


def _read(note: Path) -> Held | None:
    try:
        data = json.loads(note.read_text("utf-8"))
        return Held(
            source=Source(**data["source"]),
            sha256=data["sha256"],
            fetched_at=datetime.fromisoformat(data["fetched_at"]),
            entries=data["entries"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _plain(one: Held) -> Mapping[str, object]:
    return asdict(one) | {"fetched_at": one.fetched_at.astimezone(UTC).isoformat()}


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    fresh.replace(path)


def _file(folder: Path, name: str) -> Path:
    return place(folder) / f"{name}.list"


def _note(folder: Path, name: str) -> Path:
    return place(folder) / f"{name}{_NOTE}"
