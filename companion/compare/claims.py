"""What may be claimed of a place, after correcting for all places that were compared.

Two claims, two tests. "Your list differs from strangers' lists" needs q <= .05 and an effect that
matters. "... because of your profile" needs besides that a lottery is ruled out, that the
difference was seen again, and that the lists of each round came within one minute.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.compare import levels
from companion.compare.corrections import benjamini_hochberg, holm
from companion.compare.effect import Effect
from companion.compare.measure import Measured
from companion.compare.rules import rule
from companion.model import Level

DIFFERS = "differs"
PERSONAL = "personal"
NO_DIFFERENCE = "no_difference"
INCONCLUSIVE = "inconclusive"
NOT_TESTED = "not_tested"
MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What may be said of a place: a word of the contract, how sure, and the sentence.

    `level` is None where no claim is made. `q` is corrected within the family, `headline` the
    stricter p that a headline needs.
    """

    measured: Measured
    word: str
    level: Level | None
    sentence: str
    q: float | None
    headline: float | None
    family: int


def verdicts(family: Sequence[Measured]) -> list[Verdict]:
    """A verdict for each place of one family (a site), in order."""
    tested = [one.p for one in family if one.p is not None]
    qs, headlines = iter(benjamini_hochberg(tested)), iter(holm(tested))
    found = []
    for one in family:
        q, headline = (next(qs), next(headlines)) if one.p is not None else (None, None)
        word = _word(one, q)
        level = _level(one, word, q)
        found.append(
            Verdict(
                measured=one,
                word=word,
                level=level,
                sentence=_sentence(one, word, level),
                q=q,
                headline=headline,
                family=len(tested),
            )
        )
    return found


def _word(one: Measured, q: float | None) -> str:
    if q is None:
        return MISSING if one.missing and not one.n else NOT_TESTED
    if q <= rule("alpha") and one.effect.mean >= rule("smallest_effect"):
        return PERSONAL if _because(one) else DIFFERS
    if one.effect.inside(rule("smallest_effect")):
        return NO_DIFFERENCE
    return INCONCLUSIVE


def _because(one: Measured) -> bool:
    good = one.because is not None and one.because <= rule("because")
    return good and one.repeated and not one.pooled


def _level(one: Measured, word: str, q: float | None) -> Level | None:
    if word == PERSONAL or (word == DIFFERS and one.repeated and not one.pooled):
        return Level.LIKELY
    return Level.POSSIBLE if _hint(one, word, q) else None


def _hint(one: Measured, word: str, q: float | None) -> bool:
    """Whether something may be there that was not shown."""
    if word == DIFFERS:
        return True
    if word != INCONCLUSIVE or one.effect.mean <= 0 or one.p is None or q is None:
        return False
    return one.p <= rule("alpha") or q <= rule("possible_q")


def _sentence(one: Measured, word: str, level: Level | None) -> str:
    if level is Level.POSSIBLE:
        return levels.possible(f"your list differs ({figures(one)})", _settles(one))
    said: dict[str, Callable[[], str]] = {
        PERSONAL: lambda: levels.likely_personal(figures(one)),
        DIFFERS: lambda: levels.likely_different(figures(one)),
        NO_DIFFERENCE: lambda: levels.no_evidence(one.n),
        INCONCLUSIVE: lambda: levels.inconclusive(_more(one)),
        NOT_TESTED: lambda: levels.not_tested(one.n, one.needed),
        MISSING: lambda: levels.missing(one.missing),
    }
    return said[word]()


def figures(one: Measured) -> str:
    """The figures behind a claim, in words."""
    count = f"{one.strangers} strangers" if one.pooled else f"{one.n} rounds"
    return f"{count}, difference {_bounds(one.effect)}, p = {one.p:.2g}"


def _bounds(found: Effect) -> str:
    if found.interval is None:
        return f"{found.mean:.2f}"
    low, high = found.interval
    return f"{found.mean:.2f} (95 % between {low:.2f} and {high:.2f})"


def _settles(one: Measured) -> str:
    if one.pooled:
        return "lists of strangers within the same minute"
    if not one.repeated:
        return "rounds on another day"
    return f"{_more(one)} more rounds"


def _more(one: Measured) -> str:
    return str(one.next_look - one.n) if one.next_look else "many"
