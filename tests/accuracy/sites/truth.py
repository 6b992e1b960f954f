"""What is planted in an exchange: facts about the person, and values that only look like some."""

from collections.abc import Iterable
from dataclasses import dataclass

from companion.model import Exchange


@dataclass(frozen=True, slots=True)
class Fact:
    """A datum about the person, of a kind of the contract.

    `values` are its labels, all of which have to be told. `also` are other kinds under which it
    may rightly be told, `known_as` other texts that stand for it (the name of an experiment). One
    that is `open` may be told or not: vendors' documents leave both readings.
    """

    kind: str
    values: tuple[str, ...]
    also: frozenset[str] = frozenset()
    known_as: tuple[str, ...] = ()
    open: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind under which it may be told."""
        return self.also | {self.kind}


@dataclass(frozen=True, slots=True)
class Alike:
    """A value that is nothing about the person, and the sort of thing it is."""

    sort: str
    value: str


type Mark = Fact | Alike

PROFILE = ("segment", "trait", "score", "topic")


@dataclass(frozen=True, slots=True)
class Step:
    """One exchange of a session and what is planted in it."""

    exchange: Exchange
    marks: tuple[Mark, ...] = ()

    @property
    def facts(self) -> list[Fact]:
        """What is about the person."""
        return [it for it in self.marks if isinstance(it, Fact)]

    @property
    def alikes(self) -> list[Alike]:
        """What only looks like it."""
        return [it for it in self.marks if isinstance(it, Alike)]


def fact(
    kind: str, *values: object, also: Iterable[str] = (), known_as: Iterable[object] = ()
) -> Fact:
    """A datum that has to be told."""
    return Fact(kind, texts(values), frozenset(also), texts(known_as))


def maybe(kind: str, *values: object, also: Iterable[str] = ()) -> Fact:
    """A datum that may be told or not."""
    return Fact(kind, texts(values), frozenset(also), open=True)


def identifier(value: object) -> Fact:
    """What a browser or person is known again by."""
    return fact("identifier", value)


def seed(field: str) -> Fact:
    """One of the person's own data, in whatever form."""
    return fact("pii", f"seed:{field}")


def alike(sort: str, value: object) -> Alike:
    """A value that is nothing about the person."""
    return Alike(sort, str(value))


def texts(values: Iterable[object]) -> tuple[str, ...]:
    """Values as they are compared; a truth value is written as in JSON."""
    return tuple(str(it).lower() if isinstance(it, bool) else str(it) for it in values)
