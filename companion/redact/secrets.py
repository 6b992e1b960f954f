"""What must not be kept: the person's seeds and the store's key, ready to be looked for."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from companion.redact.codes import base16_of, base64_of
from companion.redact.fields import tells
from companion.redact.forms import canonical
from companion.redact.grid import Literal, hashed, plain, unique, written
from companion.redact.named import name_before
from companion.redact.names import ENDS, marks
from companion.redact.seeds import Seed

__all__ = ["Secret", "Secrets", "Seed"]

NAME = 40  # characters of a field's name that are kept
_WORD = re.compile(rb"[A-Za-z0-9_\x80-\xff]")
_CODE = re.compile(rb"[A-Za-z0-9+]")
_BEFORE = re.compile(rb"[A-Za-z0-9+_-]*$")
_AFTER = re.compile(rb"[A-Za-z0-9+_-]*=*")
_RUN = 20_000  # bytes of a coded word that go with a piece of it, on each side
_ADDRESS = re.compile(rb"[A-Za-z0-9_.+\x80-\xff-]")
_LONGER = re.compile(
    rb"[A-Za-z0-9_-]|\.(?!(?:txt|pdf|csv|json|xml|html?|docx?|xlsx?|jpe?g|png|gif|zip|gz)\b)[a-z]",
    re.IGNORECASE,
)
"""What makes an address a longer one; a file that is named after one has an ending."""
_ENDING = 8


class Secret(NamedTuple):
    """What was found: its kind, the field or name, how it was written, and the one form of it."""

    kind: str
    field: str
    chain: str
    form: str


class Found(NamedTuple):
    """A secret and where it stands; a `Secret` of None is a name under which one may stand."""

    start: int
    end: int
    secret: Secret | None


class Secrets:
    """The seeds in all their forms and the names of secrets, as one automaton.

    Tokens are made with the store's key: equal data give equal tokens in one store, and nobody
    without the key can tell which datum a token stands for. With `deep` every hash and every
    encoding is sought, else those that are met most.
    """

    def __init__(self, seeds: Sequence[Seed], key: bytes, *, deep: bool = False) -> None:
        self.seeds = tuple(seeds)
        self.deep = deep
        self._key = key
        self._literals: dict[bytes, list[tuple[Literal, Seed]]] = {}
        self._digests: dict[bytes, Secret] = {}
        self._learn()
        self._names = {mark: len(mark.rstrip(ENDS)) for mark in marks()}
        self._patterns = list(dict.fromkeys((*self._literals, *self._names)))
        self._automaton = BytesAhoCorasick(self._patterns)

    def _learn(self) -> None:
        by_seed = {seed: list(plain(seed)) for seed in self.seeds}
        for seed, digest in hashed(self.seeds, every=self.deep):
            by_seed[seed] += written(digest)
            if self.deep:
                told = Secret("seed", seed.field, digest.chain, canonical(seed))
                self._digests.setdefault(digest.raw, told)
        for seed, found in by_seed.items():
            for literal in unique(found):
                self._literals.setdefault(literal.pattern, []).append((literal, seed))

    def found(self, data: bytes, *, sent: bool) -> Iterator[Found]:
        """Every seed in some bytes, and every name of a secret, as they stand there."""
        hits = self._automaton.find_matches_as_indexes(data.lower(), overlapping=True)
        for number, start, end in hits:
            pattern = self._patterns[number]
            if pattern in self._names:
                yield Found(start, start + self._names[pattern], None)
            yield from self._seeds(data, start, end, sent=sent)

    def _seeds(self, data: bytes, start: int, end: int, *, sent: bool) -> Iterator[Found]:
        """The first seed that the bytes from `start` to `end` are one of the literals of."""
        for literal, seed in self._literals.get(data[start:end].lower(), ()):
            if literal.within:
                if secret := self._within(data, start, end, literal):
                    yield Found(*_word(data, start, end), secret)
                    return
            elif secret := _seed(data, (start, end), literal, seed, sent=sent):
                yield Found(start, end, secret)
                return

    def _within(self, data: bytes, start: int, end: int, literal: Literal) -> Secret | None:
        """The seed in a coded word, if it stands by itself there too."""
        if literal.exact is not None and data[start:end] != literal.exact:
            return None
        first, last = _word(data, start, end)
        group, undone = (4, base64_of) if literal.within == "b64" else (2, base16_of)
        begin = start - literal.into
        begin -= group * min(3, (begin - first) // group)
        raw = undone(data[begin : min(last, end + 3 * group)])
        found = (it.secret for it in self.found(raw or b"", sent=True))
        secret = next((it for it in found if it is not None), None)
        return secret and secret._replace(chain=literal.chain)

    def digest(self, raw: bytes) -> Secret | None:
        """The seed that some bytes are a digest of; always None when not all are sought."""
        return self._digests.get(raw)

    def tame(self, name: str) -> str:
        """The name of a field as it may be kept: one that holds a seed itself is not told."""
        raw = name.encode("utf-8", "surrogatepass")
        if any(one.secret for one in self.found(raw, sent=True)):
            return ""
        return name[:NAME]

    def token(self, secret: Secret) -> str:
        """The token that stands for a secret: `[kind:field:chain:hmac]`."""
        parts = (secret.kind, secret.field, secret.chain)
        words = ":".join(
            re.sub(r"[^a-z0-9_]+", "-", part.lower()).strip("-")[:NAME] for part in parts
        )
        return f"[{words}:{self.hmac(secret)}]"

    def hmac(self, secret: Secret) -> str:
        """12 hex digits that are equal for equal secrets of one store."""
        kind = "seed" if secret.kind == "seed" else "secret"
        data = f"{kind}\x1f{secret.form}".encode("utf-8", "surrogatepass")
        return blake2b(data, key=self._key[:64], digest_size=6).hexdigest()


def _seed(
    data: bytes, span: tuple[int, int], literal: Literal, seed: Seed, *, sent: bool
) -> Secret | None:
    """The seed that a match is of, if it stands by itself and its spelling fits."""
    start, end = span
    if literal.exact is not None and data[start:end] != literal.exact:
        return None
    if not _by_itself(data, start, end, "" if literal.coded else seed.field):
        return None
    told = literal.telling or (literal.part and not sent)
    if told and not tells(name_before(data, start), seed.field):
        return None
    return Secret("seed", seed.field, literal.chain, canonical(seed))


def _by_itself(data: bytes, start: int, end: int, field: str) -> bool:
    """Whether no letter or digit goes on before or after: names inside words don't count."""
    if not field:
        return not (_CODE.match(data[start - 1 : start]) or _CODE.match(data[end : end + 1]))
    before = _ADDRESS if field == "email" and b"@" in data[start:end] else _WORD
    after = _LONGER if before is _ADDRESS else _WORD
    return not (before.match(data[start - 1 : start]) or after.match(data[end : end + _ENDING]))


def _word(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The coded word that a piece belongs to."""
    before = _BEFORE.search(data, max(0, start - _RUN), start)
    after = _AFTER.match(data, end, end + _RUN)
    return before.start() if before else start, after.end() if after else end
