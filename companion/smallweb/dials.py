"""How strongly each harm happens: one number from 0 to 1 for each, from one TOML file.

`dials.toml` beside this file documents them all and holds the demo's own setting.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from companion.errors import UnreadableInput

_DEFAULTS = Path(__file__).with_name("dials.toml")


@dataclass(frozen=True, slots=True)
class Dials:
    """The dials of one run and its seed; equal dials and seed decide alike."""

    strengths: Mapping[str, float]
    seed: int = 0

    def __getitem__(self, name: str) -> float:
        """How strongly the harm happens, from 0 to 1."""
        return self.strengths[name]

    def happens(self, name: str, *case: object) -> bool:
        """Whether the harm happens in this case: true for a share of cases, always the same."""
        return share(self.seed, name, *case) < self.strengths[name]


def share(*parts: object) -> float:
    """A number from 0 to just under 1 that the parts decide: chance without a die."""
    joined = "\x1f".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(joined, digest_size=6).digest(), "big") / 2**48


def load(path: Path | None = None, seed: int = 0) -> Dials:
    """The demo's dials, with those of `path` laid over them.

    Raises:
        UnreadableInput: the file can't be read, or names an unknown dial or strength.
    """
    known = tomllib.loads(_DEFAULTS.read_text("utf-8"))
    turned = _read(path) if path else {}
    for name, strength in turned.items():
        if name not in known:
            raise UnreadableInput(f"{path}: unknown dial {name!r}; known are {', '.join(known)}")
        if not _is_share(strength):
            raise UnreadableInput(f"{path}: {name} must be a number from 0 to 1, not {strength!r}")
    return Dials({name: float(strength) for name, strength in (known | turned).items()}, seed)


def honest(seed: int = 0) -> Dials:
    """Every dial at 0."""
    return Dials(dict.fromkeys(load().strengths, 0.0), seed)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableInput(f"{path} can't be read as TOML ({error}): mend it") from error
