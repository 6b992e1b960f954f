"""Why each possible list of an answer was taken or not: the evidence, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from companion.extract.slates.data import threshold
from companion.extract.slates.find import form, judge
from companion.extract.slates.listed import Listed
from companion.extract.slates.merge import merged
from companion.model import Exchange

_TITLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One possible list: where it stands, what it holds, what speaks for and against it.

    `score` is the sum of the points in `evidence`, heaviest first; `why` says in a sentence what
    came of it.
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


def explain(exchange: Exchange) -> tuple[Verdict, ...]:
    """Every possible list of a decoded exchange, in the order in which they were found."""
    judged = judge(exchange)
    copies = {id(copy): one.first.locator for one in merged(judged.taken) for copy in one.others}
    return tuple(_verdict(listed, copies.get(id(listed), "")) for listed in judged.lists)


def _verdict(listed: Listed, original: str) -> Verdict:
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
    most = f"; most against it: {against[0][0]}" if against else "; too little speaks for it"
    return f"not taken: {listed.score:.1f} points, {threshold():.1f} are needed{most}"
