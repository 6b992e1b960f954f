"""Why each possible list of an answer was taken or not: the evidence, line by line."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from companion.extract.slates.address import asked
from companion.extract.slates.data import threshold
from companion.extract.slates.find import form, judge
from companion.extract.slates.furniture import NO_OTHERS, Others
from companion.extract.slates.listed import Listed
from companion.extract.slates.merge import Merged, merged
from companion.extract.slates.naming import known
from companion.extract.slates.sites.load import knowledge
from companion.extract.slates.surface import surface
from companion.model import Exchange

_TITLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One possible list: where it stands, what it holds, what speaks for and against it.

    `score` is the sum of the points in `evidence`, heaviest first; `why` says in a sentence what
    came of it. `surface` is what sort of list one that was taken is, `known` what its site calls
    it, where that is known.
    """

    locator: str
    form: str
    heading: str
    titles: tuple[str, ...]
    total: int
    score: float
    evidence: tuple[tuple[str, float], ...]
    taken: bool
    why: str
    surface: str = ""
    known: str = ""


def explain(exchange: Exchange, others: Others = NO_OTHERS) -> tuple[Verdict, ...]:
    """Every possible list of a decoded exchange, in the order in which they were found."""
    judged = judge(exchange, others)
    taken = merged(judged.taken)
    copies = {id(copy): one.first.locator for one in taken for copy in one.others}
    firsts = {id(one.first): one for one in taken}
    return tuple(
        _verdict(listed, copies.get(id(listed), ""), _sort(firsts.get(id(listed)), exchange))
        for listed in judged.lists
    )


def _sort(one: Merged | None, exchange: Exchange) -> tuple[str, str]:
    """What sort of list it is, and what it is known as; empty of what is none."""
    if one is None:
        return "", ""
    named = known(one, knowledge().of(exchange))
    sort = (named and named.rule.surface) or surface(one, asked(exchange))
    return sort, named.words if named else ""


def _verdict(listed: Listed, original: str, sort: tuple[str, str]) -> Verdict:
    enough = listed.score >= threshold()
    return Verdict(
        locator=listed.locator,
        form=form(listed),
        heading=listed.heading.words,
        titles=tuple(title for title in listed.titles if title)[:_TITLES],
        total=listed.total,
        score=round(listed.score, 2),
        evidence=tuple(_lines(listed)),
        taken=enough and not original,
        why=_why(listed, original) if enough else _why_not(listed),
        surface=sort[0],
        known=sort[1],
    )


def _lines(listed: Listed) -> Iterator[tuple[str, float]]:
    for name, points in sorted(listed.evidence, key=lambda line: -abs(line[1])):
        yield name.replace("_", " "), points


def _why(listed: Listed, original: str) -> str:
    if original:
        return f"the same list as {original}"
    return f"taken: {listed.score:.1f} points, {threshold():.1f} are needed"


def _why_not(listed: Listed) -> str:
    against = [line for line in _lines(listed) if line[1] < 0]
    most = f"; most against it: {said(against[0][0])}" if against else "; too little speaks for it"
    return f"not taken: {listed.score:.1f} points, {threshold():.1f} are needed{most}"


def said(evidence: str) -> str:
    """A line of evidence as a sentence that can be checked on the page; its name without one."""
    return _sentences().get(evidence.replace(" ", "_"), evidence)


@cache
def _sentences() -> Mapping[str, str]:
    return tomllib.loads(files(__package__).joinpath("evidence.toml").read_text("utf-8"))
