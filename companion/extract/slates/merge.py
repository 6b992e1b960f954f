"""One list that stands in several places: in page state and as cards, in two answers' chunks."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from companion.extract.slates.arrays import Form
from companion.extract.slates.heading import recommends
from companion.extract.slates.listed import Listed, PageList, TreeList

_COMMON = 0.7
_IN_ORDER = 0.8
_FEWEST = 2


@dataclass(slots=True)
class Merged:
    """A list with the other places in which it stands; `named` is a heading known otherwise."""

    first: Listed
    others: list[Listed] = field(default_factory=list)
    named: str = ""

    @property
    def all(self) -> list[Listed]:
        """The list and its copies, the preferred one first."""
        return [self.first, *self.others]

    @property
    def heading(self) -> str:
        """The heading of markup where it says what the list is, else the first one there is."""
        if self.named:
            return self.named
        shown = [one.heading for one in self.all if isinstance(one, PageList)]
        telling = [one for one in shown if recommends(one)]
        others = [one.heading for one in self.all]
        return next((one.words for one in [*telling, *others, *shown] if one.words), "")


def merged(lists: Sequence[Listed]) -> list[Merged]:
    """The lists with copies put together; state comes before markup, then page order counts."""
    kept: list[Merged] = []
    keys: list[list[str]] = []
    known: defaultdict[str, set[int]] = defaultdict(set)
    for listed in sorted(lists, key=lambda one: isinstance(one, PageList)):
        own = listed.keys
        rivals = Counter(at for key in own for at in known.get(key, ()))
        same = next(
            (at for at, _ in rivals.most_common(8) if _is_copy(listed, own, kept[at], keys[at])), -1
        )
        if same >= 0:
            kept[same].others.append(listed)
            continue
        for key in own:
            known[key].add(len(kept))
        kept.append(Merged(listed))
        keys.append(own)
    return kept


def _is_copy(listed: Listed, own: Sequence[str], other: Merged, others: Sequence[str]) -> bool:
    at = {key: index for index, key in enumerate(others)}
    common = [at[key] for key in own if key in at]
    if len(common) < max(_FEWEST, _COMMON * min(len(own), len(others))):
        return False
    if _is_unordered(listed) or _is_unordered(other.first):
        return True
    return longest_rising(common) >= _IN_ORDER * len(common)


def _is_unordered(listed: Listed) -> bool:
    return isinstance(listed, TreeList) and listed.found.form is Form.MAP


def longest_rising(numbers: Sequence[int]) -> int:
    """Length of the longest increasing subsequence."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def demote_stores(lists: Sequence[Listed], points: float) -> None:
    """Take maps and arrays that only hold the items of an order list for what they are."""
    trees = [one for one in lists if isinstance(one, TreeList)]
    orders = [one for one in trees if one.found.form is Form.ORDER]
    for store in trees if orders else ():
        if store.found.form in {Form.MAP, Form.ARRAY}:
            held = set(store.keys)
            if any(one.document is store.document and held.issuperset(one.keys) for one in orders):
                store.note("store_of_an_order", points)
