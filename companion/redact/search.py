"""Where secrets stand in some bytes: as they are, percent-encoded, in Base64, compressed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote_plus

from companion.model import digest
from companion.redact.codes import deflated, is_text, swapped, unpacked
from companion.redact.named import name_before, named_at
from companion.redact.names import is_tracking, secret_kind
from companion.redact.runs import runs
from companion.redact.secrets import Secret, Secrets
from companion.redact.shapes import shapes
from companion.redact.views import LETTERS, PERCENT, unescaped

DEPTH = 4  # layers of encodings undone: three, and the escapes of the place where it stands
LONG = 1_000  # characters; what stands for a longer value is its digest
MOST = 20_000  # hits in one text; one with more goes as a whole


type Inside = Callable[[bytes], list[Hit]]


class Hit(NamedTuple):
    """A span of the outer bytes and the secrets in it."""

    start: int
    end: int
    secrets: tuple[Secret, ...]


def search(data: bytes, secrets: Secrets, *, sent: bool, depth: int = DEPTH) -> list[Hit]:
    """Every smallest span that carries a secret, in order, without overlaps."""
    hits: list[Hit] = []
    if depth:
        inside = partial(search, secrets=secrets, sent=sent, depth=depth - 1)
        hits += _packed(data, inside, secrets)  # says more of a word than that a seed is in it
        hits += _unescaped(data, inside)
        if secrets.deep:
            hits += _swapped(data, inside)
    hits += islice(_direct(data, secrets, sent=sent), MOST + 1)
    if len(hits) > MOST:
        return [Hit(0, len(data), hits[0].secrets)]
    return merged(hits)


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """Overlapping hits as one: the widest tells what it is; side by side, each does."""
    found: list[Hit] = []
    for hit in sorted(hits, key=_order):
        last = found[-1] if found else None
        if last is None or hit.start >= last.end:
            found.append(hit)
        elif hit.end > last.end:
            both = dict.fromkeys((*last.secrets, *hit.secrets))
            found[-1] = Hit(last.start, hit.end, tuple(both))
    return found


def _order(hit: Hit) -> tuple[int, int, bool]:
    """From left to right, the widest first; of equal ones the person's own datum."""
    return hit.start, -hit.end, all(secret.kind != "seed" for secret in hit.secrets)


def _direct(data: bytes, secrets: Secrets, *, sent: bool) -> Iterator[Hit]:
    """Seeds, values under telling names, and numbers known by their check digits."""
    covered = 0  # names within a value are part of it
    for start, end, secret in secrets.found(data, sent=sent):
        if secret is not None:
            yield Hit(start, end, (secret,))
        elif start >= covered and (named := named_at(data, start, end)):
            value = data[named.start : named.end].decode("utf-8", "replace")
            if kind := secret_kind(named.name, value):
                found = Secret(kind, secrets.tame(named.name), "", plain(value))
                yield Hit(named.start, named.end, (found,))
                covered = named.end
    for shape in shapes(data):
        name = name_before(data, shape.start)
        if not is_tracking(name):
            yield Hit(
                shape.start, shape.end, (Secret(shape.kind, secrets.tame(name), "", shape.number),)
            )


def _unescaped(data: bytes, inside: Inside) -> Iterator[Hit]:
    for escapes in (PERCENT, LETTERS):
        if (view := unescaped(data, escapes)) is not None:
            for hit in inside(view.data):
                yield Hit(*view.span(hit.start, hit.end), hit.secrets)


def _swapped(data: bytes, inside: Inside) -> Iterator[Hit]:
    """Seeds in the alphabet that one vendor puts in place of the usual one."""
    for hit in inside(swapped(data)):
        if seeds := tuple(it for it in hit.secrets if it.kind == "seed"):
            yield Hit(hit.start, hit.end, tuple(_wrapped(it, "swap") for it in seeds))


def _packed(data: bytes, inside: Inside, secrets: Secrets) -> Iterator[Hit]:
    """Coded words that carry a secret; these go as a whole."""
    for run in runs(data, deep=secrets.deep):
        if secrets.deep and run.coding == "b16" and secrets.digest(run.data):
            continue  # in hexadecimal it is looked for as it stands
        look = _in_reading(run.data, inside, secrets) if secrets.deep else _in(run.data, inside)
        if found := dict.fromkeys(look):
            yield Hit(run.start, run.end, tuple(_wrapped(secret, run.coding) for secret in found))


def _in(data: bytes, inside: Inside) -> Iterator[Secret]:
    return (secret for hit in inside(data) for secret in hit.secrets)


def _in_reading(
    data: bytes, inside: Inside, secrets: Secrets, layers: int = DEPTH
) -> Iterator[Secret]:
    """The secrets in what a word may stand for; of noise it can be a digest, or hold one seed."""
    if digest := secrets.digest(data):
        yield digest
    elif is_text(data):
        yield from _in(data, inside)
    elif layers and (packed := unpacked(data) or deflated(data)):
        within = _in_reading(packed.data, inside, secrets, layers - 1)
        yield from (_wrapped(it, packed.coding) for it in within)
    else:
        yield from (it.secret for it in secrets.found(data, sent=True) if it.secret)


def _wrapped(secret: Secret, coding: str) -> Secret:
    chain = f"{coding} >> {secret.chain}" if secret.chain else coding
    return secret._replace(chain=chain)


def plain(value: str) -> str:
    """A value without the escapes of the place where it stands: equal values get equal tokens."""
    for _ in range(DEPTH):
        if "%" not in value and "+" not in value:
            break
        value = unquote_plus(value)
    value = value.replace('\\"', '"').replace("\\/", "/")
    return value if len(value) < LONG else digest(value)
