"""How rules of signals are written, found and run: one pass over the leaves of an exchange.

A rule says once for each carrier, direction, parent and name whether it wants such leaves. The
answer is kept, so that most values cost one look into a table while they are read. What a vendor
documents goes before every rule.
"""

import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple

from companion.decode.leaves import Leaf, leaves
from companion.decode.scalars import Wish
from companion.extract.signals.claim import VALUE_LENGTH, Claim
from companion.extract.signals.scene import TREES, Datum, Scene, Spot, Where
from companion.extract.signals.sensitive import sensitive_topic
from companion.extract.signals.vendor import documented_claims
from companion.extract.vendors.load import Documented, Field, documented, documented_cookies
from companion.model import Direction, Exchange, Signal, SignalId, digest

MOST_OF_A_RULE = 300  # signals in one exchange
_KEPT = 5_000  # parents and names for which it is known what is wanted

type Wants = Callable[[Where], bool]
type LeafRule = Callable[[Datum, Scene], Iterable[Claim]]
type ExchangeRule = Callable[[Scene], Iterable[tuple[Spot, Claim]]]


class _Rule(NamedTuple):
    module: str
    wants: Wants
    look: LeafRule
    counts: bool


_BY_LEAF: list[_Rule] = []
_BY_EXCHANGE: list[tuple[str, ExchangeRule]] = []


class Told(NamedTuple):
    """The signals of an exchange, and what could not be read of it."""

    signals: tuple[Signal, ...]
    notes: tuple[str, ...]


def signal(wants: Wants, *, counts: bool = True) -> Callable[[LeafRule], LeafRule]:
    """Register a rule that looks at single leaves, those whose carrier and name it wants.

    With `counts` False whole numbers say nothing to it; unless another rule wants them it is not
    asked about them.
    """

    def register(rule: LeafRule) -> LeafRule:
        _BY_LEAF.append(_Rule(rule.__module__, wants, rule, counts))
        return rule

    return register


def signal_of_exchange(rule: ExchangeRule) -> ExchangeRule:
    """Register a rule that looks at an exchange as a whole."""
    _BY_EXCHANGE.append((rule.__module__, rule))
    return rule


@cache
def discover() -> int:
    """Find every rule by importing the modules of this package; says how many there are."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    _BY_LEAF.sort(key=lambda entry: entry[0])
    _BY_EXCHANGE.sort(key=lambda entry: entry[0])
    return len(_BY_LEAF) + len(_BY_EXCHANGE)


def signals(exchange: Exchange, context: str | None = None) -> Told:
    """The signals of one exchange, each fact once, in the order in which they stand."""
    wanted = Wanted(exchange)
    scene = Scene(exchange, leaves(exchange, wanted), context)
    found: dict[tuple[object, ...], Signal] = {}
    counts: Counter[str] = Counter()
    for made in _signals(scene):
        same = made.kind, made.direction, made.name, made.value
        if same not in found and counts[made.rule] < MOST_OF_A_RULE:
            found[same] = made
            counts[made.rule] += 1
    return Told(tuple(found.values()), scene.leaves.notes)


class _Found(NamedTuple):
    """What is documented of a name, and the rules that want it."""

    fields: tuple[Field, ...]
    rules: tuple[LeafRule, ...]


class _Names(dict[str, Wish | None]):
    """What is documented and wanted of each name under one parent; made when first asked for."""

    def __init__(self, kind: tuple[str, Direction, str], tables: tuple[Documented, ...]) -> None:
        super().__init__()
        self.kind, self.tables = kind, tables

    def __missing__(self, name: str) -> Wish | None:
        fields = tuple(it for table in self.tables for it in table.named(name))
        where = Where(*self.kind, name)
        rules = [rule for rule in _BY_LEAF if rule.wants(where)]
        found = None
        if fields or rules:
            looks = _Found(fields, tuple(rule.look for rule in rules))
            found = Wish(looks, bool(fields) or any(rule.counts for rule in rules))
        if len(self) < _KEPT:
            self[name] = found
        return found


class _Parents(dict[str, _Names]):
    """What is documented and wanted in one carrier, by parent; made when first asked for."""

    def __init__(self, kind: tuple[str, Direction], tables: tuple[Documented, ...]) -> None:
        super().__init__()
        self.kind, self.tables = kind, tables

    def __missing__(self, parent: str) -> _Names:
        if len(self) >= _KEPT:
            self.clear()
        found = self[parent] = _Names((*self.kind, parent), self.tables)
        return found


@lru_cache(maxsize=1_024)
def _parents(carrier: str, direction: Direction, tables: tuple[Documented, ...]) -> _Parents:
    return _Parents((carrier, direction), tables)


class Wanted:
    """What some rule wants of an exchange, or a vendor documents, by place and name."""

    def __init__(self, exchange: Exchange) -> None:
        discover()
        at_endpoint = documented(exchange)
        self._tables = (at_endpoint,) if at_endpoint else ()
        self._parents: dict[tuple[str, bool], _Parents] = {}

    def __call__(self, carrier: str, direction: Direction) -> _Parents:
        """What is wanted of a carrier, by parent and name."""
        key = (carrier, direction is Direction.SENT)
        found = self._parents.get(key)
        if found is None:
            cookies = (documented_cookies(),) if carrier == "cookie" else ()
            found = self._parents[key] = _parents(carrier, direction, self._tables + cookies)
        return found


def _signals(scene: Scene) -> Iterator[Signal]:
    for _, whole in _BY_EXCHANGE:
        for spot, claim in whole(scene):
            yield _signal(claim, spot, scene)
    for leaf, value in _data(scene.leaves):
        datum = Datum(leaf, value)
        fields, rules = leaf.wanted
        if fields:
            is_documented, claims = documented_claims(datum, fields, scene)
            if is_documented:
                yield from (_signal(claim, datum, scene) for claim in claims)
                continue
        if not _names_a_label(datum, scene):
            yield from (_signal(it, datum, scene) for rule in rules for it in rule(datum, scene))


def _names_a_label(datum: Datum, scene: Scene) -> bool:
    """Whether it is one of an interface's texts, which stand under the names of what they label."""
    return scene.catalogue and datum.direction is Direction.RECEIVED and datum.carrier in TREES


def _data(carried: Sequence[Leaf]) -> Iterator[tuple[Leaf, str | tuple[str, ...]]]:
    """The leaves with their values, scalars of one array together: they stand side by side."""
    array: list[str] = []
    first: Leaf | None = None
    for leaf in carried:
        in_array = type(leaf.key) is int
        if first is not None:
            if in_array and leaf.trail is first.trail:
                array.append(leaf.value)
                continue
            yield first, tuple(array)
            first = None
        if in_array:
            first, array = leaf, [leaf.value]
        else:
            yield leaf, leaf.value
    if first is not None:
        yield first, tuple(array)


def _signal(claim: Claim, spot: Datum | Spot, scene: Scene) -> Signal:
    exchange = scene.exchange
    value = claim.value if isinstance(spot, Spot) else claim.value or spot.value
    topic = sensitive_topic(claim, value)
    locator, direction = spot.locator, spot.direction
    return Signal(
        id=SignalId(digest(exchange.id, direction, locator, claim.kind, claim.name)),
        kind=claim.kind,
        name=claim.name,
        value=_cut(value),
        party=exchange.party,
        site=exchange.site,
        context=scene.context,
        visitor=exchange.visitor.name,
        direction=direction,
        exchange=exchange.id,
        locator=locator,
        seen_at=exchange.seen_at,
        sensitive=topic is not None,
        confidence=claim.confidence,
        rule=claim.rule,
        tokens=claim.tokens,
        figures={**claim.figures, **(topic or {})},
    )


def _cut(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return value[:VALUE_LENGTH]
    return tuple(part[:VALUE_LENGTH] for part in value)
