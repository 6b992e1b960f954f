"""What a label about a person says: several labels in one field, several fields of one object."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from companion.model import Signal, SignalKind

_WORDS = ("name", "label", "title")
_CODES = ("id", "code", "key", "slug")
_WORD = re.compile(r"(?<![^\W\d_])(?!(?:true|false|none|null)\b)[^\W\d_]{3,}", re.IGNORECASE)
_SPACE = re.compile(r"\s")

type Place = tuple[str, str, str]


def several(kind: SignalKind, value: str | tuple[str, ...]) -> tuple[str, ...]:
    """The labels in one value: of a list each, of a segment also codes parted by bare commas."""
    if not isinstance(value, str):
        return value
    if kind is SignalKind.SEGMENT and "," in value and not _SPACE.search(value):
        return tuple(part for part in value.split(",") if part)
    return (value,)


def in_words(text: str) -> bool:
    """Whether a label has a word in it; a code or a figure has none."""
    return _WORD.search(text) is not None


def speaks_alone(kind: SignalKind, text: str) -> bool:
    """Whether a label says the same under whatever name: a segment in words does, a figure not."""
    return kind is SignalKind.SEGMENT and in_words(text)


def named(signal: Signal, label: str) -> str:
    """A label with the name it stood under, exactly as sent, and its code in brackets."""
    return f"{signal.name} = {label}{coded(code_of(signal))}{meant(signal, label)}"


def meant(signal: Signal, label: str) -> str:
    """What a code means by a taxonomy that was fetched, in brackets; empty where none knows it."""
    known = signal.figures.get("means", ())
    means = known if isinstance(known, tuple) else (known,)
    return next(
        (f" ({it[len(label) + 3 :]})" for it in map(str, means) if it.startswith(f"{label} = ")), ""
    )


def code_of(signal: Signal) -> str:
    """The code that stood beside a label in words; empty where there was none."""
    return str(signal.figures.get("code", ""))


def coded(code: str) -> str:
    """A code as it is put behind a label."""
    return f" [{code}]" if code else ""


def folded(signals: Iterable[Signal]) -> Iterator[Signal]:
    """The signals, where an object has a code and words for one label only the words.

    The code becomes the figure `code` of the signal with the words. Signals of one exchange are
    expected side by side.
    """
    for _, together in groupby(signals, key=lambda it: it.exchange):
        yield from _folded(list(together))


def parted(signal: Signal) -> tuple[Signal | None, Signal | None]:
    """A signal's labels that touch something sensitive, and the others; None where there are none.

    Of several labels, figure `sensitive_labels` names those that do; without it all of them do.
    """
    if not signal.sensitive:
        return None, signal
    touching = signal.figures.get("sensitive_labels")
    if not isinstance(touching, tuple | list):
        return signal, None
    touched = tuple(map(str, touching))
    others = tuple(it for it in several(signal.kind, signal.value) if it not in touched)
    rest = replace(signal, value=others, sensitive=False) if others else None
    return replace(signal, value=touched), rest


def _folded(signals: list[Signal]) -> Iterator[Signal]:
    codes: dict[Place, Signal] = {}
    worded: set[Place] = set()
    for signal in signals:
        if place := _place(signal, _CODES):
            codes.setdefault(place, signal)
        elif place := _place(signal, _WORDS):
            worded.add(place)
    for signal in signals:
        if _place(signal, _CODES) in worded:
            continue
        code = codes.get(_place(signal, _WORDS) or ("", "", ""))
        yield signal if code is None else _joined(signal, code)


def _place(signal: Signal, keys: tuple[str, ...]) -> Place | None:
    """The object a single label stands in, if its key is one of some."""
    above, _, key = signal.locator.rpartition("/")
    if key.lower() not in keys or not above or not isinstance(signal.value, str):
        return None
    return signal.kind, signal.direction, above


def _joined(words: Signal, code: Signal) -> Signal:
    same = words.value == code.value
    return replace(
        words,
        figures=words.figures if same else {**words.figures, "code": str(code.value)},
        sensitive=words.sensitive or code.sensitive,
        confidence=max(words.confidence, code.confidence, key=lambda it: it.weight),
    )
