"""One frozen Settings from a TOML file; flags are laid over it with `dataclasses.replace`."""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from companion.errors import UnreadableInput

_CHOICES = {
    "scope": ("all", "named"),
    "start": ("", "demo", "live"),
    "keep": ("evidence", "all", "nothing"),
}
_SHAPES = {"retain": (r"([1-9]\d*d)?", "365d"), "largest": (r"([1-9]\d*MB)?", "2000MB")}
"""By setting, how its value is written, and an example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person chose; every field has a safe default.

    `country` is an ISO 3166 code, empty until asked. `scope` is "all" or "named"; with "named"
    only the hosts of `inspect` are looked into. `start` is "demo" or "live". `inspect`,
    `exclude` and `include` are registrable domains or hosts; so are `twins`, which are asked again
    as strangers for comparison, and `self_copies`, which are asked again in the person's name too.
    `retain` is how long the record goes back ("365d"), `largest` how large the store may become
    ("2000MB"): what is older is forgotten; empty for no limit. `keep` says which bodies stay once
    they were read: "evidence" for those in which something was found, "all" or "nothing".
    """

    country: str = ""
    scope: str = "all"
    start: str = ""
    inspect: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    language: str = "en"
    retain: str = ""
    largest: str = ""
    keep: str = "evidence"
    twins: tuple[str, ...] = ()
    self_copies: tuple[str, ...] = ()


def load(path: Path) -> Settings:
    """The settings in a TOML file; the defaults when there is none.

    Raises:
        UnreadableInput: the file is no TOML, or holds an unknown key or kind of value.
    """
    if not path.exists():
        return Settings()
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"{path} is not valid TOML ({error}): mend or delete it") from error
    except OSError as error:
        raise UnreadableInput(f"{path} can't be read ({error.strerror}): delete it") from error
    return Settings(**{name: _checked(path, name, value) for name, value in raw.items()})


def _checked(path: Path, name: str, value: Any) -> Any:
    defaults = {item.name: item.default for item in fields(Settings)}
    if name not in defaults:
        raise UnreadableInput(
            f"{path} has an unknown key {name!r}: known are {', '.join(defaults)}"
        )
    wanted = list if isinstance(defaults[name], tuple) else type(defaults[name])
    if not isinstance(value, wanted):
        raise UnreadableInput(f"{path}: {name} must be a {wanted.__name__}")
    if isinstance(value, list):
        return _hosts(path, name, value)
    shape, example = _SHAPES.get(name, ("(?s:.*)", ""))
    if not re.fullmatch(shape, str(value)):
        raise UnreadableInput(f'{path}: {name} must be written like "{example}", or be empty')
    if value not in _CHOICES.get(name, (value,)):
        raise UnreadableInput(f"{path}: {name} must be {' or '.join(filter(None, _CHOICES[name]))}")
    return value


def _hosts(path: Path, name: str, value: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(host, str) for host in value):
        raise UnreadableInput(f'{path}: {name} must be a list of hosts, such as ["news.example"]')
    return tuple(host.lower() for host in value)


def choices(name: str) -> tuple[str, ...]:
    """The values a setting can have; none where it is written freely."""
    return _CHOICES.get(name, ())


def changed(settings: Settings, name: str, text: str) -> Settings:
    """The settings with one of them as a person writes it; lists are parted by commas.

    Raises:
        UnreadableInput: the setting can't be that.
    """
    several = isinstance(getattr(settings, name), tuple)
    value = [part.strip() for part in text.split(",") if part.strip()] if several else text.strip()
    return replace(settings, **{name: _checked(Path("settings"), name, value)})


def default_db() -> Path:
    """The store when none is named: `companion/companion.db` in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only needed without --db

    return user_data_path("companion", appauthor=False) / "companion.db"


def data_folder(db: Path) -> Path:
    """The folder beside a store for its journal, keys, CA, seeds, profiles and settings."""
    return db.with_name(db.name + ".d")


def dump(settings: Settings) -> str:
    """The settings as TOML, in the order of their fields."""
    return "".join(
        f"{item.name} = {_toml(getattr(settings, item.name))}\n" for item in fields(settings)
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings for their owner alone; who reads meanwhile sees the old or the new."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_text(dump(settings), "utf-8")
    fresh.replace(path)


def _toml(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
