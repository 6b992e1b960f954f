"""A table of a plan, taken apart key by key; a key that is left over is a slip, and told."""

from collections.abc import Callable, Mapping
from typing import Any

from companion.errors import UnreadableInput


class Table:
    """A table of a plan: each key is taken once, and what is left over is a slip."""

    def __init__(self, raw: Mapping[str, Any], name: str, where: str) -> None:
        self._left, self._name, self._where = dict(raw), name, where

    def take(self, key: str, default: Any) -> Any:
        """A value as it stands; the default where there is none."""
        return self._left.pop(key, default)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self.take(key, default)
        if value is None:
            raise self.wrong(f"{key} is missing")
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(f"{key} must be a text, not {value!r}")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        return bool(self._typed(key, False, lambda value: isinstance(value, bool), "true or false"))

    def number(
        self, key: str, default: float, *, least: float = 0, most: float = 1e9, whole: bool = False
    ) -> float:
        """A number within bounds."""

        def good(value: object) -> bool:
            number = isinstance(value, int if whole else int | float)
            return number and not isinstance(value, bool) and least <= float(value) <= most  # type: ignore[arg-type]

        kind = "a whole number" if whole else "a number"
        return float(self._typed(key, default, good, f"{kind} from {least:g} to {most:g}"))

    def words(self, key: str, default: tuple[str, ...], *, known: tuple[str, ...]) -> list[str]:
        """A list of words that are known."""

        def good(value: object) -> bool:
            return isinstance(value, list | tuple) and bool(value) and set(value) <= set(known)

        return list(self._typed(key, default, good, f"some of {', '.join(known)}"))

    def among(self, key: str, value: str, known: tuple[str, ...]) -> str:
        """A word, if it is one of those known."""
        if value not in known:
            raise self.wrong(f"{key} must be {' or '.join(known)}, not {value!r}")
        return value

    def tables(self, key: str) -> list[dict[str, Any]]:
        """An array of tables."""

        def good(value: object) -> bool:
            return isinstance(value, list) and all(isinstance(part, dict) for part in value)

        return list(self._typed(key, [], good, f"tables ([[{key}]])"))

    def done(self) -> None:
        """Refuse what nobody took."""
        if self._left:
            raise self.wrong(f"unknown key {next(iter(self._left))!r}")

    def wrong(self, what: str) -> UnreadableInput:
        """What to say of this table."""
        return UnreadableInput(f"{self._name}: {self._where}: {what}")

    def _typed(self, key: str, default: Any, good: Callable[[object], bool], wanted: str) -> Any:
        value = self.take(key, default)
        if not good(value):
            raise self.wrong(f"{key} must be {wanted}, not {value!r}")
        return value


def is_number(value: object) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
