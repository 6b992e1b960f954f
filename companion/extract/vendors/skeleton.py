"""A vendor file to start from, by what was exchanged with a host.

No value of a field stands in it: it is meant to be handed on. A comment says of each field how
often it was met and what its values look like; a person fills in what it means.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from companion.decode.leaves import Leaf, leaves
from companion.extract.coverage import shape
from companion.extract.signals.rules import signals
from companion.extract.urls import split
from companion.model import Direction, Exchange

_TREES = frozenset({"json", "script", "html", "ws", "event"})
_NO_KIND = frozenset({"", "pii"})  # personal data is looked for everywhere, no file names it
_LEFT_OUT = frozenset({"path", "header"})
_FIELDS = 60  # of one endpoint, those met most
_VALUES = 50  # different values of one field that are told apart
_KEY = re.compile(r"(?!.*\d.*\d.*\d.*\d)[\w.$\[\]*-]{1,80}", re.ASCII)  # no id, no address


@dataclass(slots=True)
class _Field:
    """What was met under one name: how often, which values, and what our rules took it for."""

    times: int = 0
    values: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    directions: set[Direction] = field(default_factory=set)


type _Fields = defaultdict[tuple[str, str], _Field]  # by carrier in a vendor file, and name


def skeleton(host: str, exchanges: Iterable[Exchange], today: date) -> str:
    """The TOML of a vendor file that loads; the fields that say nothing yet are comments."""
    by_path: defaultdict[str, _Fields] = defaultdict(lambda: defaultdict(_Field))
    met: defaultdict[str, int] = defaultdict(int)
    for exchange in exchanges:
        path = shape(split(exchange.url).path)
        met[path] += 1
        _look(exchange, by_path[path])
    return "\n".join(_file(host, by_path, met, today)) + "\n"


def _look(exchange: Exchange, fields: _Fields) -> None:
    kinds = {it.locator: it.kind.value for it in signals(exchange).signals}
    for leaf in leaves(exchange):
        if leaf.carrier in _LEFT_OUT:
            continue
        in_tree = leaf.carrier in _TREES
        keys = [key for key in leaf.path if not key.isdigit()]
        name = ".".join(keys[-2:]) if in_tree else leaf.name
        if not name or not _KEY.fullmatch(name):
            continue
        where = "tree" if in_tree else "cookie" if leaf.carrier == "cookie" else ""
        one = fields[where, name]
        one.times += 1
        one.directions.add(leaf.direction)
        if len(one.values) < _VALUES:
            one.values.add(leaf.value)
        one.kinds |= {kinds.get(at, "") for at in (leaf.locator, _array_of(leaf))} - _NO_KIND


def _array_of(leaf: Leaf) -> str:
    """Where the array stands that a value is in: there stands its signal."""
    return leaf.locator.rpartition("/")[0] if isinstance(leaf.key, int) else ""


def _file(
    host: str, by_path: Mapping[str, _Fields], met: Mapping[str, int], today: date
) -> Iterator[str]:
    yield f'name = "{host}"  # as people know the company or product'
    yield 'owner = ""  # the company behind it'
    yield 'source = ""  # where its fields are documented'
    yield f'last_seen = "{today:%Y-%m}"'
    for path in sorted(filter(by_path.get, by_path), key=lambda it: (-met[it], it)):
        yield ""
        yield f"# met {met[path]:,} times"
        yield "[[endpoint]]"
        yield f'hosts = ["{host}"]'
        yield f'paths = ["{path}"]'
        yield from _entries(by_path[path])
    yield from _samples(host)


def _entries(fields: _Fields) -> Iterator[str]:
    """The fields met most; those that no rule took for anything wait as comments for a kind."""
    most = sorted(fields.items(), key=lambda it: (-it[1].times, it[0]))[:_FIELDS]
    yield "field = ["
    for (where, name), one in most:
        kind = min(one.kinds, default="")
        way = f', direction = "{min(one.directions)}"' if len(one.directions) == 1 else ""
        carrier = f', in = "{where}"' if where else ""
        entry = f'{{ at = "{name}", kind = "{kind or "?"}", says = ""{carrier}{way} }},'
        yield f"  {entry if kind else f'# {entry}'}  # {_told(one)}"
    yield "]"


def _told(one: _Field) -> str:
    many = f"{len(one.values)}{'+' if len(one.values) == _VALUES else ''}"
    different = "always the same" if one.times > 1 and len(one.values) == 1 else f"{many} values"
    return f"met {one.times:,} times, {different}, {_looks(sorted(one.values))}"


def _looks(values: Sequence[str]) -> str:
    """What values look like, without one of them."""
    shortest, longest = min(map(len, values)), max(map(len, values))
    size = f"{shortest}" if shortest == longest else f"{shortest} to {longest}"
    every = "".join(values)
    for words, alphabet in (
        ("digits", r"\d+"),
        ("hex digits", r"[0-9A-Fa-f-]+"),
        ("letters", r"[A-Za-z]+"),
        ("letters and digits", r"[\w.-]+"),
        ("Base64 signs", r"[\w+/=-]+"),
    ):
        if re.fullmatch(alphabet, every, re.ASCII):
            return f"{size} {words}"
    return f"{size} characters"


def _samples(host: str) -> Iterator[str]:
    yield ""
    yield "# Every vendor file carries a made sample that must be found, and one that must not:"
    yield "# [[sample]]"
    yield f'# url = "https://{host}/…"'
    yield '# finds = ["identifier …"]'
    yield "# [[near_miss]]"
    yield f'# url = "https://{host}/…"'
    yield '# why = "…"'
