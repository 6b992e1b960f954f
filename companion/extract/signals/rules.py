"""How rules of signals are written, found and run: one pass over the leaves of an exchange.

A rule says once for each carrier, parent and name whether it wants such leaves; the answer is kept,
so that most leaves cost one look into a table. What a vendor documents goes before every rule.
"""

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import chain

from companion.decode.leaves import Leaf
from companion.extract.signals.claim import Claim
from companion.extract.signals.scene import Datum, Scene, Spot, Where
from companion.extract.signals.sensitive import sensitive_topic
from companion.extract.signals.vendor import documented_claims
from companion.extract.vendors.load import Documented, Field, documented, documented_cookies
from companion.model import Direction, Signal, SignalId, SignalKind, digest

VALUE_LENGTH = 200  # what the contract keeps of a value
MOST_OF_A_KIND = 300  # signals of one kind in one exchange

type Wants = Callable[[Where], bool]
type LeafRule = Callable[[Datum, Scene], Iterable[Claim]]
type ExchangeRule = Callable[[Scene], Iterable[tuple[Spot, Claim]]]

type _Names = dict[str, tuple[LeafRule, ...]]
type _Inside = tuple[str, Direction, str]  # carrier, direction, parent
type _Wanted = tuple[Datum, Sequence[Field], tuple[LeafRule, ...]]

_BY_LEAF: list[tuple[str, Wants, LeafRule]] = []
_BY_EXCHANGE: list[tuple[str, ExchangeRule]] = []
_WANTING: dict[_Inside, _Names] = {}
_WANTING_MOST = 5_000  # kinds of containers, and names in one


def signal(wants: Wants) -> Callable[[LeafRule], LeafRule]:
    """Register a rule that looks at single leaves, those whose carrier and name it wants."""

    def register(rule: LeafRule) -> LeafRule:
        _BY_LEAF.append((rule.__module__, wants, rule))
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


def signals(scene: Scene) -> tuple[Signal, ...]:
    """The signals of one exchange, each fact once, in the order in which they stand."""
    discover()
    found: dict[tuple[object, ...], Signal] = {}
    counts = dict.fromkeys(SignalKind, 0)
    for made in _signals(scene):
        same = (made.kind, made.direction, made.name, made.value)
        if same not in found and counts[made.kind] < MOST_OF_A_KIND:
            found[same] = made
            counts[made.kind] += 1
    return tuple(found.values())


def _signals(scene: Scene) -> Iterator[Signal]:
    for _, whole in _BY_EXCHANGE:
        for spot, claim in whole(scene):
            yield _signal(claim, spot, scene)
    for datum, fields, wanting in _wanted(scene):
        is_documented, claims = documented_claims(datum, fields, scene)
        if not is_documented:
            claims = chain.from_iterable(rule(datum, scene) for rule in wanting)
        for claim in claims:
            yield _signal(claim, datum, scene)


def _wanted(scene: Scene) -> Iterator[_Wanted]:
    """The leaves that are documented or wanted; scalars of one array together.

    Leaves of one object or array stand side by side: what is wanted there is looked up once.
    """
    at_endpoint, in_cookies = documented(scene.exchange), documented_cookies()
    place = trail = None
    wanted: _Names = {}
    tables: Sequence[Documented] = ()
    for at, leaf in enumerate(scene.leaves):
        begins = leaf.place is not place or leaf.trail is not trail
        if begins:
            place, trail = leaf.place, leaf.trail
            wanted = _names((place.carrier, place.direction, leaf.parent))
            known = (at_endpoint, in_cookies) if place.carrier == "cookie" else (at_endpoint,)
            tables = [table for table in known if table]
        elif isinstance(leaf.key, int):
            continue
        wanting = wanted.get(leaf.name)
        if wanting is None:
            wanting = wanted[leaf.name] = _wanting(leaf)
        fields = _fields(tables, leaf.name) if tables else ()
        if wanting or fields:
            yield Datum(_together(scene.leaves, at), leaf.parent), fields, wanting


def _fields(tables: Sequence[Documented], name: str) -> tuple[Field, ...]:
    return tuple(field for table in tables for field in table.named(name))


def _together(leaves: Sequence[Leaf], at: int) -> Sequence[Leaf]:
    """The leaf, or all scalars of the array that it begins."""
    first, end = leaves[at], at + 1
    if isinstance(first.key, int):
        while end < len(leaves) and leaves[end].trail is first.trail:
            end += 1
    return leaves[at:end]


def _names(inside: _Inside) -> _Names:
    """What is wanted of each name in a kind of container, filled as names come."""
    if len(_WANTING) > _WANTING_MOST:
        _WANTING.clear()
    return _WANTING.setdefault(inside, {})


def _wanting(leaf: Leaf) -> tuple[LeafRule, ...]:
    inside = (leaf.carrier, leaf.direction, leaf.parent)
    if len(_WANTING[inside]) > _WANTING_MOST:
        _WANTING[inside].clear()
    where = Where(*inside, leaf.name)
    return tuple(rule for _, wants, rule in _BY_LEAF if wants(where))


def _signal(claim: Claim, spot: Datum | Spot, scene: Scene) -> Signal:
    exchange = scene.exchange
    value = claim.value if isinstance(spot, Spot) else claim.value or spot.value
    topic = sensitive_topic(claim, value)
    return Signal(
        id=SignalId(digest(exchange.id, spot.direction, spot.locator, claim.kind, claim.name)),
        kind=claim.kind,
        name=claim.name,
        value=_cut(value),
        party=exchange.party,
        site=exchange.site,
        context=scene.context,
        visitor=exchange.visitor.name,
        direction=spot.direction,
        exchange=exchange.id,
        locator=spot.locator,
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
