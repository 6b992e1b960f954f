"""A forgiving reader of JSON and JavaScript literals: unquoted keys, single quotes, cut ends.

It keeps its own stack, so depth is no danger, and at the end of a text it closes what is open:
the fallback for what the standard reader refuses. What is no literal (a call, a variable) is
read as None.
"""

import re
from collections.abc import Callable
from json import JSONDecoder
from typing import NamedTuple

from companion.decode.steps import clean

MOST = 1_000_000  # characters read at most

_SPACE = r"(?:\s+|//[^\n]*|/\*.*?\*/)*+"
_TOKEN = re.compile(
    _SPACE + r"(?:(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:)|(?P<quote>[\"'`])"
    r"|(?P<number>-?(?:0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?))"
    r"|(?P<word>!?[\w$][\w$.]*)|(?P<other>[^\s]))",
    re.DOTALL,
)
_STRINGS = {quote: re.compile(rf"(?:[^{quote}\\]|\\.)*+", re.DOTALL) for quote in ("'", '"', "`")}
_SKIPPED = re.compile(
    r"[^\[\](){},\"'`]++|\"(?:[^\"\\]|\\.)*+\"?|'(?:[^'\\]|\\.)*+'?|`(?:[^`\\]|\\.)*+`?|.",
    re.DOTALL,
)
_QUOTED = JSONDecoder(strict=False)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0", "\n": ""}
_WORDS = {"true": True, "!0": True, "false": False, "!1": False}

type _Tree = dict[str, object] | list[object]


class Literal(NamedTuple):
    """What was read, where it ended, and whether the text went on long enough."""

    value: object
    end: int
    whole: bool


def read(text: str, start: int = 0) -> Literal:
    """The literal that begins at `start`: a container or a string; None for anything else."""
    reader = _Reader(text, start)
    reader.run()
    return Literal(reader.root, reader.at, reader.whole)


class _Reader:
    """One pass over the text; `open` are the containers not closed yet, innermost last."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.at = start
        self.end = min(len(text), start + MOST)
        self.root: object = None
        self.open: list[_Tree] = []
        self.key: str | None = None  # of the innermost dict, once read
        self.valued = False  # a value stands since the last comma
        self.whole = True

    def run(self) -> None:
        while True:
            token = _TOKEN.match(self.text, self.at, self.end)
            if token is None:
                self.whole = False
                return
            self.at = token.end()
            kind = token.lastgroup or "other"
            _STEPS[kind](self, token[kind])
            if not self.open:
                return

    def on_open(self, sign: str) -> None:
        if self.open and (self.valued or self._awaits_key()):
            self._skip(self.at - 1)
            return
        tree: _Tree = {} if sign == "{" else []
        self._put(tree)
        self.open.append(tree)
        self.key, self.valued = None, False

    def on_close(self, _sign: str) -> None:
        self._shorthand()
        if self.open:
            self.open.pop()
        self.key, self.valued = None, True

    def on_comma(self, _sign: str) -> None:
        self._shorthand()
        self.key, self.valued = None, False

    def on_colon(self, _sign: str) -> None:
        """Nothing to do: the key was read before it."""

    def on_quote(self, quote: str) -> None:
        self._scalar(self._string(quote))

    def on_number(self, digits: str) -> None:
        self._scalar(digits if self._awaits_key() else _number(digits))

    def on_word(self, word: str) -> None:
        if self._awaits_key():
            self.key = word
        elif word in _WORDS or word in {"null", "undefined"}:
            self._scalar(_WORDS.get(word))
        else:
            self._put(None)
            self._skip(self.at)

    def on_other(self, _sign: str) -> None:
        self._skip(self.at)

    def _scalar(self, value: object) -> None:
        if self._awaits_key():
            self.key = str(value)
        elif self.valued:
            self._skip(self.at)
        else:
            self._put(value)

    def _awaits_key(self) -> bool:
        return bool(self.open) and self.key is None and isinstance(self.open[-1], dict)

    def _put(self, value: object) -> None:
        if not self.open:
            self.root = value
            return
        tree = self.open[-1]
        if isinstance(tree, list):
            tree.append(value)
        else:
            tree[self.key or ""] = value
        self.valued = True

    def _shorthand(self) -> None:
        if self.key is not None and not self.valued:
            self._put(None)

    def _string(self, quote: str) -> str:
        if quote == '"':
            try:
                value, self.at = _QUOTED.raw_decode(self.text, self.at - 1)
            except ValueError:
                pass  # escapes that only JavaScript knows, or no end
            else:
                return clean(str(value))
        body = _STRINGS[quote].match(self.text, self.at, self.end)
        raw = body[0] if body else ""
        self.at = min(self.at + len(raw) + 1, self.end)
        return clean(_ESCAPE.sub(_unescaped, raw))

    def _skip(self, start: int) -> None:
        """Pass over an expression up to the comma or bracket that ends it."""
        self.at, depth = start, 0
        while piece := _SKIPPED.match(self.text, self.at, self.end):
            sign = piece[0]
            if depth == 0 and sign in {",", "]", "}", ")"}:
                return
            depth += (sign in {"(", "[", "{"}) - (sign in {")", "]", "}"})
            self.at = piece.end()


_STEPS: dict[str, Callable[[_Reader, str], None]] = {
    kind: getattr(_Reader, f"on_{kind}")
    for kind in ("open", "close", "comma", "colon", "quote", "number", "word", "other")
}


def _number(digits: str) -> object:
    """The number, or its digits where they are more than Python turns into one."""
    try:
        if digits[:3].lower().lstrip("-").startswith("0x"):
            return int(digits, 16)
        return float(digits) if re.search(r"[.eE]", digits) else int(digits)
    except ValueError:
        return digits


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])
