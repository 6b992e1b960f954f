"""Invented sites, the people who visit them and the companies they deal with, drawn by a seed."""

import base64
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from string import ascii_letters, digits

HALVES = ("tuning", "measured")
LANGUAGES = ("en", "de", "fr", "es")
CLOSED = ("net", "io", "co")


@cache
def words() -> dict[str, dict]:
    """Every word of the generator."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Person:
    """A visitor of a site: what they gave of themselves, by the name of the field."""

    name: str
    seeds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """An invented site of one half; everything about it follows from its half, seed and number."""

    half: str
    seed: int
    number: int

    @property
    def lang(self) -> str:
        """The language of its pages."""
        return LANGUAGES[self.number % len(LANGUAGES)]

    @property
    def speech(self) -> dict:
        """The words of its language."""
        return words()["languages"][self.lang]

    @property
    def own(self) -> dict:
        """The words of its half."""
        return words()[self.half]

    @property
    def domain(self) -> str:
        """Its registrable domain; no two numbers below a hundred share one."""
        heads, tails = self.own["heads"], self.own["tails"]
        head = heads[self.number % len(heads)]
        tail = tails[(self.seed + self.number // len(heads)) % len(tails)]
        return f"{head}{tail}.{self.speech['tld']}"

    def rng(self, *about: object) -> Random:
        """Chance that is the same whenever the same is asked."""
        return Random(f"{self.half} {self.seed} {self.number} {about}")

    def key(self, kind: str, rng: Random) -> str:
        """A key for a kind of datum: one of the half's own, or one that is put together."""
        if rng.random() < 0.5:
            return rng.choice(self.own["keys"][kind])
        before, nouns = words()["compound"][kind]
        parts = f"{rng.choice(before)} {rng.choice(nouns)}".split()
        camel = parts[0] + "".join(it.capitalize() for it in parts[1:])
        return rng.choice((camel, "_".join(parts), "-".join(parts), camel[0].upper() + camel[1:]))

    def tracker(self, role: str) -> str:
        """The registrable domain of an invented company in a role."""
        drawn = self.rng("tracker", role)
        return f"{drawn.choice(self.own['trackers'])}.{drawn.choice(CLOSED)}"

    def person(self, visitor: str) -> Person:
        """A visitor, whose own data follow the habits of the site's language."""
        drawn = self.rng("person", visitor)
        name = drawn.choice(self.speech["names"])
        first, last = name.lower().split()
        mail = (
            f"{first}.{last}{drawn.randint(10, 99)}@"
            f"{drawn.choice(('gmx.example', 'mailbox.example'))}"
        )
        seeds = {
            "email": mail,
            "phone": self.speech["phone"] + str(drawn.randint(10_000, 99_999)),
            "name": name,
            "street": drawn.choice(self.speech["streets"]),
            "birthdate": (
                f"19{drawn.randint(60, 99)}-{drawn.randint(1, 12):02}-{drawn.randint(1, 28):02}"
            ),
        }
        return Person(visitor, seeds)


def uuid(rng: Random) -> str:
    """A random UUID of version 4."""
    raw = f"{rng.getrandbits(128):032x}"
    return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-a{raw[17:20]}-{raw[20:]}"


def hexed(rng: Random, length: int = 32) -> str:
    """Random hex digits."""
    return f"{rng.getrandbits(4 * length):0{length}x}"


def token(rng: Random, length: int = 22) -> str:
    """Random letters and digits."""
    return "".join(rng.choices(ascii_letters + digits, k=length))


def b64(raw: str | bytes) -> str:
    """Base64 with padding."""
    return base64.b64encode(raw.encode() if isinstance(raw, str) else raw).decode()


def b64url(raw: str | bytes) -> str:
    """Base64 for addresses, without padding."""
    coded = base64.urlsafe_b64encode(raw.encode() if isinstance(raw, str) else raw)
    return coded.decode().rstrip("=")


def opaque(rng: Random) -> str:
    """A value as systems that tell people apart make them."""
    made = (uuid(rng), hexed(rng), hexed(rng, 16), token(rng), b64url(rng.randbytes(18)))
    return rng.choice((*made, str(rng.randint(10**15, 10**18))))


def slug(title: str) -> str:
    """A title as it stands in an address."""
    plain = "".join(it if it.isascii() and it.isalnum() else " " for it in title.lower())
    return "-".join(plain.split())


def domain_of(host: str) -> str:
    """The registrable domain of one of our hosts."""
    return ".".join(host.split(".")[-2:])


def sites(half: str, seed: int, count: int) -> Sequence[Site]:
    """The first sites of a half."""
    return [Site(half, seed, number) for number in range(count)]
