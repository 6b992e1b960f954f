"""The forms in which a person's datum travels, as byte strings: normalised, hashed, encoded.

Hashes and encodings are those of the method book, section 3. Percent-encoding, entities, Base64
and what else stands for longer texts are undone by the search itself.
"""

import base64
import html.entities
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from companion.redact.codes import base58
from companion.redact.digests import SHORT as SHORT_HASHES
from companion.redact.digests import Digest, decimals, digests
from companion.redact.forms import forms
from companion.redact.seeds import Seed

SHORT = 5  # characters; shorter values count only under a telling name
_ALIGNED = 8  # signs of Base64 or Base16 that are no accident
_GAPS = (" ", "", "-", "_", ".", "+")
_SMALL = 8  # bytes; a digest as small makes words too short to be read as such


class Literal(NamedTuple):
    """One byte string to look for.

    `pattern` is in ASCII lower case; `exact` the spelling where case counts, else None. `chain`
    says in words how the datum was written. `telling`: counts only under a telling name; `part`:
    in what was received, too. `coded`: stands by itself among the signs of Base64. `within`: is a
    piece of a longer coded word, which goes as a whole: in "b64" or "b16", and `into` signs after
    a place where a group of these begins.
    """

    pattern: bytes
    exact: bytes | None
    chain: str
    telling: bool = False
    part: bool = False
    coded: bool = False
    within: str = ""
    into: int = 0


def literals(seed: Seed) -> list[Literal]:
    """Every byte string that a seed is looked for as while recording; each once."""
    return unique([*plain(seed), *(it for one in hashed([seed]) for it in written(one.digest))])


def unique(found: Iterable[Literal]) -> list[Literal]:
    """Literals without those that look for the same."""
    kept: dict[tuple[bytes, bytes | None], Literal] = {}
    for literal in found:
        kept.setdefault((literal.pattern, literal.exact), literal)
    return list(kept.values())


def plain(seed: Seed) -> Iterator[Literal]:
    """A seed as it is, in its normal forms, and these encoded."""
    words = seed.value.split()
    spelled = dict(forms(seed))
    if seed.field in {"name", "street", "phone"}:
        spelled |= {f"with {gap!r}": gap.join(words) for gap in _GAPS}
    for form in dict.fromkeys(it for it in spelled.values() if len(it) > 1):  # "f" is everywhere
        alone = seed.field == "name" and len(words) == 1
        for spelling in _spellings(form):
            yield Literal(spelling, None, "", len(form) < SHORT, alone)
        if len(form) >= SHORT:
            yield from _encoded(form.encode())
    for part in _parts(seed):
        for spelling in _spellings(part):
            yield Literal(spelling, None, "", len(part) < SHORT, part=True)


class Hashed(NamedTuple):
    """A digest of a form of a seed, told in words."""

    seed: Seed
    digest: Digest


def hashed(seeds: Sequence[Seed], *, every: bool = False) -> list[Hashed]:
    """The digests of all forms of some seeds, and the digests of those."""
    texts: dict[tuple[Seed, str], str] = {}
    for seed in seeds:
        for how, form in forms(seed).items():
            texts.setdefault((seed, form), how)
        for part in _parts(seed):
            texts.setdefault((seed, part.lower()), "a part of it")
    made = digests([form.encode() for _, form in texts], every=every)
    return [
        Hashed(seed, Digest(f"{one.chain} of {how}" if how else one.chain, one.raw))
        for ((seed, _), how), several in zip(texts.items(), made, strict=True)
        for one in several
    ]


def written(digest: Digest) -> Iterator[Literal]:
    """How a digest is written: in hexadecimal, as a number, and in Base64 what is sought there.

    The rest of Base64 is read by the search where all hashes are sought.
    """
    chain, raw = digest
    yield Literal(raw.hex().encode(), None, chain)
    for number in decimals(chain, raw):
        yield Literal(number, None, f"{chain}, as a number")
    if len(raw) <= _SMALL or set(chain.split(" of ")[:2]) & set(SHORT_HASHES):
        yield from _base64(raw, f"{chain}, in b64")
    if len(raw) <= _SMALL:
        yield from _coded(base64.b32encode(raw), f"{chain}, in b32")
        yield from _coded(base58(raw), f"{chain}, in b58")


def _parts(seed: Seed) -> list[str]:
    """First and last name: also sent apart, but common in what others write."""
    words = seed.value.split()
    return words if seed.field == "name" and len(words) > 1 else []


def _spellings(form: str) -> Iterator[bytes]:
    """A text in bytes, in every case of letters beyond ASCII, escaped as JSON and HTML do."""
    for text in dict.fromkeys((form, form.lower(), form.upper(), form.title())):
        yield text.encode().lower()
        if not text.isascii():
            yield text.encode("latin-1", "ignore").lower()
            yield json.dumps(text)[1:-1].encode().lower()
        yield from (spelling.encode().lower() for spelling in _entities(text))


def _entities(text: str) -> Iterator[str]:
    named = "".join(_entity(letter) for letter in text)
    for spelled in dict.fromkeys((text, named)):
        for at in ("&#64;", "&#x40;", "&commat;", "\\u0040", "@"):
            yield spelled.replace("@", at)


def _entity(letter: str) -> str:
    name = html.entities.codepoint2name.get(ord(letter))
    return f"&{name};" if name else letter


def _encoded(form: bytes) -> Iterator[Literal]:
    """A form in Base64, by itself and at each place it can have in more, and in Base16."""
    yield from _base64(form, "b64")
    for before in range(3):
        coded = base64.b64encode(bytes(before) + form)
        first, last = -(-before * 4 // 3), len(coded) - (0, 3, 2)[(before + len(form)) % 3]
        core = coded[first:last]
        if len(core) >= _ALIGNED:
            for piece in dict.fromkeys((core, core.translate(_URL_SAFE))):
                yield Literal(piece.lower(), piece, "b64", within="b64", into=first)
    if len(form) * 2 >= _ALIGNED * 2:
        yield Literal(form.hex().encode(), None, "b16", within="b16")


_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def _base64(raw: bytes, chain: str) -> Iterator[Literal]:
    for coded in (base64.b64encode(raw), base64.urlsafe_b64encode(raw)):
        yield from _coded(coded, chain)


def _coded(coded: bytes, chain: str) -> Iterator[Literal]:
    core = coded.rstrip(b"=")
    yield Literal(core.lower(), core, chain, coded=True)
