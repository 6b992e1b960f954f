"""The texts of letters, one TOML file a language, read into frozen rows."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from companion.errors import UnreadableInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, or a numbered list of requests, and the elements of a letter it covers."""

    elements: tuple[int, ...] = ()
    also: tuple[int, ...] = ()
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of one letter.

    `nameless`: it gives no name; `annex`: its exhibits carry digests; `note`: it is for the
    person and no letter.
    """

    id: str
    subject: str
    part: tuple[Part, ...]
    nameless: bool = False
    annex: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All texts of a language; `instruments` are names of laws where they differ from data."""

    language: str
    common: Mapping[str, Any]
    units: Mapping[str, list[str]]
    instruments: Mapping[str, str]
    who: Mapping[str, str]
    levels: Mapping[str, str]
    claims: Mapping[str, str]
    blanks: Mapping[str, str]
    letter: Mapping[str, Draft]


@cache
def language(code: str) -> Language:
    """The texts of a language by its ISO 639 code.

    Raises:
        UnreadableInput: there are no letters in that language.
    """
    file = files("companion.contest").joinpath("texts", f"{code}.toml")
    if not code.isalpha() or not file.is_file():
        known = ", ".join(languages())
        raise UnreadableInput(f"there are no letters in {code!r}: choose one of {known}")
    raw = tomllib.loads(file.read_text("utf-8"))
    drafts = {it["id"]: _draft(it) for it in raw.pop("letter")}
    return Language(**raw, letter=drafts)


def languages(kind: str = "") -> tuple[str, ...]:
    """The codes of the languages there are letters in, or those a kind of letter exists in."""
    folder = files("companion.contest").joinpath("texts")
    codes = sorted(
        it.name.removesuffix(".toml") for it in folder.iterdir() if it.name.endswith(".toml")
    )
    return tuple(code for code in codes if not kind or kind in language(code).letter)


def _draft(raw: Mapping[str, Any]) -> Draft:
    parts = tuple(_part(it) for it in raw["part"])
    return Draft(**{**raw, "part": parts})


def _part(raw: Mapping[str, Any]) -> Part:
    values: dict[str, Any] = {
        key: tuple(it) if isinstance(it, list) else it for key, it in raw.items()
    }
    return Part(**values)
