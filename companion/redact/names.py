"""Which names have secrets under them: passwords, codes, cards, anti-forgery, sessions."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from companion.redact.fields import flat, words_of

_EMPTY = {"", "true", "false", "null", "undefined", "none", "yes", "no", "on", "off", "0", "1"}
ENDS = b"=\"'\\]:"  # signs that may end a name
_ANYWHERE = (
    *("password", "card", "code", "code_alone", "csrf", "session", "authorization"),
    "authorization_jwt",
)


class Rule(NamedTuple):
    """The names of one kind of secret, and what its values look like."""

    within: tuple[str, ...]
    whole: frozenset[str]
    last: frozenset[str]
    value: re.Pattern[str]

    def covers(self, key: str) -> bool:
        """Whether a name is one of this kind's."""
        one_word, words = flat(key), words_of(key)
        return (
            key.lower() in self.whole
            or one_word in self.whole
            or any(word in one_word for word in self.within)
            or bool(words and words[-1] in self.last)
        )


class _Names(NamedTuple):
    rules: dict[str, Rule]
    tracking: frozenset[str]
    tracking_prefixes: tuple[str, ...]
    tracking_within: tuple[str, ...]
    harmless: frozenset[str]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("secrets.toml").read_text("utf-8"))


@cache
def _names() -> _Names:
    table = _table()
    tracking = table["tracking"]
    kinds = (*_ANYWHERE, "session_cookie", "authorization_header")
    rules = {kind: _rule(table[kind]) for kind in kinds}
    prefixes = tuple(prefix.lower() for prefix in tracking["prefix"])
    whole = frozenset(name.lower() for name in tracking["whole"])
    within = tuple(tracking["within"])
    return _Names(rules, whole, prefixes, within, frozenset(table["harmless_last"]))


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        tuple(word.replace(" ", "") for word in entry.get("within", ())),
        frozenset(name.lower() for name in entry.get("whole", ())),
        frozenset(entry.get("last", ())),
        re.compile(str(entry.get("value", ".+")), re.DOTALL),
    )


@lru_cache(maxsize=4096)
def is_tracking(key: str) -> bool:
    """Whether a name is that of a known tracking identifier, which stays as it is."""
    names, word = _names(), key.lower()
    return (
        word in names.tracking
        or word.startswith(names.tracking_prefixes)
        or any(part in word for part in names.tracking_within)
    )


@lru_cache(maxsize=4096)
def _kinds_of_name(key: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    names, words = _names(), words_of(key)
    if is_tracking(key) or (len(words) > 1 and words[-1] in names.harmless):
        return ()
    return tuple(kind for kind in kinds if names.rules[kind].covers(key))


def secret_kind(key: str, value: str) -> str:
    """The kind of secret that a value is by the name it stands under; "" for none."""
    return _first(_kinds_of_name(key, _ANYWHERE), value)


def cookie_kind(key: str, value: str) -> str:
    """The same for a cookie, where what keeps a person signed in counts too."""
    return _first(_kinds_of_name(key, (*_ANYWHERE, "session_cookie")), value)


def header_kind(key: str, value: str) -> str:
    """The same for a header field."""
    return _first(_kinds_of_name(key, ("authorization_header", "csrf")), value)


def marks() -> list[bytes]:
    """Lower-case byte strings, one of which stands wherever a secret's name does.

    Short names are common within words; they are sought with the sign that ends a name.
    """
    table = _table()
    found: dict[bytes, None] = {}
    for entry in (table[kind] for kind in _ANYWHERE):
        for words in entry.get("within", ()):
            found |= {gap.join(words.split()).encode(): None for gap in ("", "_", "-", ".", " ")}
        for name in (*entry.get("whole", ()), *entry.get("last", ())):
            found |= {name.lower().encode() + bytes([end]): None for end in ENDS}
    return list(found)


def _first(kinds: tuple[str, ...], value: str) -> str:
    """The first kind whose values look like this one."""
    if not kinds or value.strip().lower() in _EMPTY:
        return ""
    rules = _names().rules
    fitting = (kind for kind in kinds if rules[kind].value.fullmatch(value))
    return next(fitting, "").partition("_")[0]
