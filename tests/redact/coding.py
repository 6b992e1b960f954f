"""Encoders of the grid, written apart from what reads them."""

import base64
import html
import zlib
from collections.abc import Callable
from itertools import product
from urllib.parse import quote

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+"
SWAPPED = bytes.maketrans(
    b"kibp8A4EWRMKHa7gvyz1dOPt6UI5xYD3nqhVwZBXfCcFeJmrLN20lS9QGsjTuo",
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
)


def base58(data: bytes) -> bytes:
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number, signs = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        signs = alphabet[digit] + signs
    return ("1" * (len(data) - len(data.lstrip(b"\0"))) + signs).encode()


class _Packer:
    """Writes the numbers of lz-string, the lowest bit of each first."""

    def __init__(self) -> None:
        self.bits: list[int] = []
        self.known: dict[str, int] = {}
        self.fresh: set[str] = set()
        self.left = self.width = 2

    def number(self, value: int, width: int) -> None:
        self.bits += [value >> at & 1 for at in range(width)]

    def learn(self, word: str) -> None:
        self.known[word] = len(self.known) + 3

    def write(self, word: str) -> None:
        if word in self.fresh:
            wide = ord(word) > 255
            self.number(int(wide), self.width)
            self.number(ord(word), 16 if wide else 8)
            self.fresh.discard(word)
            self._grow()
        else:
            self.number(self.known[word], self.width)
        self._grow()

    def _grow(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.left, self.width = 1 << self.width, self.width + 1


def lz(data: bytes, last: str = "-") -> bytes:
    """As lz-string compresses to an encoded URI component; with "/" for last to Base64."""
    packer, word = _Packer(), ""
    for letter in data.decode("utf-8", "surrogatepass"):
        if letter not in packer.known:
            packer.learn(letter)
            packer.fresh.add(letter)
        if word + letter in packer.known:
            word += letter
            continue
        packer.write(word)
        packer.learn(word + letter)
        word = letter
    if word:
        packer.write(word)
    packer.number(2, packer.width)
    bits = "".join(map(str, packer.bits)) + "0" * (6 - len(packer.bits) % 6)
    return "".join(
        (LETTERS + last)[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6)
    ).encode()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def gzipped(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


TEXT: dict[str, Callable[[bytes], bytes]] = {
    "base16": base64.b16encode,
    "base32": base64.b32encode,
    "base58": base58,
    "base64": base64.b64encode,
    "base64url": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "urlencode": lambda data: "".join(f"%{byte:02X}" for byte in data).encode(),
    "quote": lambda data: quote(data, safe="").encode(),
    "entity": lambda data: "".join(f"&#{byte};" for byte in data).encode(),
    "escape": lambda data: html.escape(data.decode()).encode(),
    "lz": lz,
    "lz-base64": lambda data: lz(data, "/"),
    "swap": lambda data: data.translate(SWAPPED),
}
BINARY: dict[str, Callable[[bytes], bytes]] = {
    "deflate": raw_deflate,
    "zlib": zlib.compress,
    "gzip": gzipped,
}
ENCODINGS = TEXT | BINARY
OF_TEXT = {"escape", "entity", "swap", "lz", "lz-base64"}  # JavaScript strings, no bytes


def encoded(data: bytes, chain: tuple[str, ...]) -> bytes | None:
    """The data in one encoding after the other; None where one can't take what another gives."""
    for name in chain:
        if name in OF_TEXT and not (data.isascii() and data.decode().isprintable()):
            return None
        data = ENCODINGS[name](data)
    return data


def chains(layers: int) -> list[tuple[str, ...]]:
    """Every row of so many encodings."""
    return list(product(ENCODINGS, repeat=layers))
