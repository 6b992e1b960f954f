"""An item of a tree as a flat row: every scalar in it, by its place."""

from collections import deque
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from companion.decode.jsontext import nested
from companion.extract.slates.table import Key, Step, Table
from companion.extract.slates.values import Scalar

JUDGED = 60  # items read to judge a list
MOST_LEAVES = 160
DEEPEST = 14
_ARRAY = 3  # elements of an array inside an item
_LONG_ARRAY = 8  # longer ones are lists of their own
_WIDE = 200  # keys of one object
_ELEMENT = "$"  # begins an element of a flight stream: its tag, key and properties follow
_TUPLE = 16  # positions of a row that is an array
_LONGEST = 600  # characters of a text that are kept
_OPENING = frozenset("{[")
_TREE_TEXT = 40  # characters from which on a string may hold a tree
_LARGEST = 200_000
_ITSELF = -1  # the key of a text that stands for its whole array
_IDENTIFIERS = ("name", "key", "id", "label", "field", "code", "attribute", "type", "n", "k")


def tabulate(elements: Sequence[object], rows: int = JUDGED) -> Table | None:
    """The table of the first elements of a list; None when three rows hold no text at all."""
    root = Step()
    some = elements[:rows]
    texts = 0
    for row, element in enumerate(some):
        texts += flatten(element, root, row)
        if row == 2 and not texts:
            return None
    return Table(root, max(len(some), 1)) if texts else None


def flatten(element: object, root: Step, row: int) -> int:
    """Add one element's scalars to the tree of steps, the shallow first; how many are texts."""
    queue: deque[tuple[object, Step]] = deque([(element, root)])
    tuples = isinstance(element, list)
    leaves = texts = 0
    while queue:
        container, above = queue.popleft()
        known = above.children
        for key, value in _members(container, above, tuples):
            step = known.get(key) or _below(above, key)
            opens = value.__class__ is str and value[:1] in _OPENING
            value = _tree(value) if opens else value  # noqa: PLW2901 - the same, opened
            if isinstance(value, dict | list):
                if value and step.depth < DEEPEST:
                    queue.append((value, step))
            elif value is not None:
                leaves += 1
                if isinstance(value, str):
                    texts += 1
                    value = value[:_LONGEST]  # noqa: PLW2901 - the same, cut short
                step.add(row, value)  # type: ignore[arg-type] # JSON has no other scalars
                if leaves >= MOST_LEAVES:
                    return texts
    return texts


@lru_cache(maxsize=64)
def _tree(text: str) -> object:
    """The tree that a string holds; the string itself when it holds none."""
    if not _TREE_TEXT < len(text) < _LARGEST or text[-1] not in "}]":
        return text
    found = nested(text)
    return text if found is None else found


def _below(above: Step, key: Key) -> Step:
    return above if key == _ITSELF else above.child(key)


def _members(container: object, above: Step, tuples: bool) -> Iterable[tuple[Key, object]]:
    """What stands in a container, by key; where rows are arrays, all arrays are read whole."""
    if isinstance(container, dict):
        return container.items() if len(container) <= _WIDE else islice(container.items(), _WIDE)
    if not isinstance(container, list):
        return [(_ITSELF, container)]
    return _of_array(container, tuples or above.parent is None)


def _of_array(array: list[object], whole: bool) -> Iterable[tuple[Key, object]]:
    most = _TUPLE if whole else _LONG_ARRAY
    if not array or len(array) > most:
        return ()
    if (joined := text_runs(array)) is not None:
        return ((_ITSELF, joined), (0, _beside_text(array[0])))
    if (named := name_value_pairs(array)) is not None:
        return named.items()
    return enumerate(array if whole or array[0] == _ELEMENT else array[:_ARRAY])


def text_runs(array: list[object]) -> str | None:
    """The joined text of an array whose elements all carry a piece of it."""
    texts: list[str] = []
    for value in array:
        piece = value.get("text") if isinstance(value, dict) else None
        if not isinstance(piece, str):
            return None
        texts.append(piece)
    return "".join(texts)


def _beside_text(run: object) -> dict[str, object]:
    """The objects beside the text of a piece: where a click on it leads."""
    inner = run.items() if isinstance(run, dict) else ()
    return {key: value for key, value in inner if isinstance(value, dict)}


def name_value_pairs(array: list[object]) -> dict[str, Scalar] | None:
    """The pairs of an array of two-key objects {identifier, scalar} with distinct identifiers."""
    pairs: dict[str, Scalar] = {}
    for value in array:
        if not isinstance(value, dict) or len(value) != 2:
            return None
        identifier = next((key for key in value if str(key).lower() in _IDENTIFIERS), None)
        if identifier is None or not isinstance(value[identifier], str):
            return None
        scalar = next(one for key, one in value.items() if key != identifier)
        if isinstance(scalar, dict | list):
            return None
        pairs[value[identifier]] = scalar
    return pairs if len(pairs) == len(array) else None


def pick(element: object, keys: Sequence[str | int]) -> Scalar:
    """The scalar at one place of an element, read without flattening it; None when absent."""
    value = element
    for key in keys:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list):
            value = _in_array(value, key)
        elif isinstance(value, str) and isinstance(tree := _tree(value), dict):
            value = tree.get(key)
        else:
            return None
    if isinstance(value, list):
        value = text_runs(value)
    if isinstance(value, dict) or value is None:
        return None
    return value[:_LONGEST] if isinstance(value, str) else value  # type: ignore[return-value] # as above


def _in_array(array: list[object], key: str | int) -> object:
    if isinstance(key, int):
        return array[key] if key < len(array) else None
    named = name_value_pairs(array)
    return named.get(key) if named else None
