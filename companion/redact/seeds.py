"""The person's own data to watch for: sealed beside the store, in the clear only in memory."""

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as field_of
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from companion.errors import StoreUnavailable, UnreadableInput
from companion.posix import alone

_NONCE = 12


@dataclass(frozen=True, slots=True)
class Seed:
    """One value to watch for, under the name of its field; a traceback never shows the value."""

    field: str
    value: str = field_of(repr=False)


def parse(text: str, where: str = "a seed") -> list[Seed]:
    """Seeds written one `field=value` a line; empty lines and lines that begin with # are left out.

    Raises:
        UnreadableInput: a line is not of that form; the line is named, its value is not.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, given, value = line.partition("=")
        name, value = name.strip().lower(), value.strip()
        if not given or not value or not name.replace("_", "").isalnum():
            raise UnreadableInput(f"{where}: line {number} must be written field=value")
        found.append(Seed(name, value))
    return found


def read(path: Path) -> list[Seed]:
    """The seeds in a file.

    Raises:
        UnreadableInput: the file can't be read, or a line is not `field=value`.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path} can't be read as text: check the name") from error
    return parse(text, str(path))


def load(folder: Path, key: bytes) -> list[Seed]:
    """The seeds that are kept; none when there are none.

    Raises:
        StoreUnavailable: they were sealed with another key, or the file is damaged.
    """
    path = folder / "seeds"
    if not path.exists():
        return []
    sealed = path.read_bytes()
    try:
        opened = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
    except (InvalidTag, ValueError) as error:
        raise StoreUnavailable(
            f"{path} was sealed with another key or is damaged: delete it and add the seeds again"
        ) from error
    return [Seed(name, value) for name, value in json.loads(opened)]


def add(folder: Path, key: bytes, given: Iterable[Seed]) -> None:
    """Keep further seeds; one that is kept already stays once."""
    with alone(folder / "seeds.lock"):
        _seal(folder, key, list(dict.fromkeys([*load(folder, key), *given])))


def remove(folder: Path, key: bytes, name: str) -> int:
    """Drop every seed of a field; how many there were."""
    with alone(folder / "seeds.lock"):
        before = load(folder, key)
        left = [seed for seed in before if seed.field != name.strip().lower()]
        _seal(folder, key, left)
    return len(before) - len(left)


def _seal(folder: Path, key: bytes, held: list[Seed]) -> None:
    nonce = secrets.token_bytes(_NONCE)
    plain = json.dumps([(seed.field, seed.value) for seed in held]).encode()
    made = folder / f"seeds.{os.getpid()}"
    descriptor = os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(nonce + AESGCM(key).encrypt(nonce, plain, None))
    made.replace(folder / "seeds")
