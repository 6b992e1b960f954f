"""The secrets of a store: seeds in all their forms in one automaton, and the tokens for them."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from companion.redact.grid import SHORTEST, Form, forms
from companion.redact.seeds import Seed

KINDS = ("seed", "password", "code", "card", "iban", "authorization", "session", "csrf")
TOKEN = re.compile(rf"\[(?:{'|'.join(KINDS)}):[\w.-]*:[\w.-]*:[0-9a-f]{{12}}\]")
_UNSAFE = re.compile(r"[^\w-]+")
_WORDLIKE = ("name", "street", "postcode", "city")


class Hit(NamedTuple):
    """Where a seed stands in some bytes, whose it is and how it is written."""

    start: int
    end: int
    seed: Seed
    chain: str


class Secrets:
    """Finds a person's seeds, and makes tokens keyed by the store, so that equal stays equal."""

    def __init__(self, seeds: Sequence[Seed], key: bytes) -> None:
        self.seeds = tuple(seeds)
        self._key = key

    def token(self, kind: str, field: str, chain: str, secret: str) -> str:
        """`[kind:field:chain:hmac]`: what stands in the place of a secret."""
        normal = f"{kind}\x1f{secret.strip().lower()}".encode("utf-8", "surrogatepass")
        mark = blake2b(normal, key=self._key, digest_size=6).hexdigest()
        return f"[{kind}:{_word(field)}:{_word(chain)}:{mark}]"

    def hits(self, data: bytes) -> list[Hit]:
        """Every place where a seed stands, the longest of those that overlap, in order."""
        if not self.seeds or not data:
            return []
        found = sorted(self._found(data), key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def short(self) -> tuple[Seed, ...]:
        """Seeds that are too short to be looked for anywhere but under a telling name."""
        return tuple(seed for seed in self.seeds if len(seed.value.strip()) < SHORTEST)

    def _found(self, data: bytes) -> Iterator[Hit]:
        for automaton, known, text in (
            (*self._folded, data.lower()),
            (*self._exact, data),
        ):
            for which, start, end in automaton.find_matches_as_indexes(text):
                seed, form = known[which]
                if form.cased or seed.field not in _WORDLIKE or _stands_alone(data, start, end):
                    yield Hit(start, end, seed, form.chain)

    @cached_property
    def _folded(self) -> tuple[BytesAhoCorasick, list[tuple[Seed, Form]]]:
        return self._automaton(cased=False)

    @cached_property
    def _exact(self) -> tuple[BytesAhoCorasick, list[tuple[Seed, Form]]]:
        return self._automaton(cased=True)

    def _automaton(self, *, cased: bool) -> tuple[BytesAhoCorasick, list[tuple[Seed, Form]]]:
        known: dict[bytes, tuple[Seed, Form]] = {}
        for seed in self.seeds:
            for form in forms(seed):
                if form.cased == cased:
                    raw = form.text.encode("utf-8", "surrogatepass")
                    known.setdefault(raw if cased else raw.lower(), (seed, form))
        matcher = BytesAhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest)
        return matcher, list(known.values())


def _stands_alone(data: bytes, start: int, end: int) -> bool:
    """Whether a match is a word of its own: "Ann" is not found in "Annual", but after %3D it is."""
    before, after = data[max(0, start - 3) : start], data[end : end + 1]
    escaped = len(before) == 3 and before[:1] == b"%"
    return (escaped or not before[-1:].isalnum()) and not after.isalnum()


def _word(text: str) -> str:
    return _UNSAFE.sub(".", text).strip(".").lower()[:40]
