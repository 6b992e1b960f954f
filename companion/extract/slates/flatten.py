"""An item of a tree as a flat row: every scalar in it, by its place."""

from collections import deque
from collections.abc import Sequence
from itertools import islice

from companion.extract.slates.table import Scalar, Step, Table

JUDGED = 60  # items read to judge a list
MOST_LEAVES = 160
DEEPEST = 14
_ARRAY = 3  # elements of an array inside an item
_LONG_ARRAY = 8  # longer ones are lists of their own
_WIDE = 200  # keys of one object
_ELEMENT = "$"  # begins an element of a flight stream: its tag, key and properties follow
_TUPLE = 16  # positions of a row that is an array
_LONGEST = 600  # characters of a text that are kept
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
    """Add one element's scalars to the tree of steps; how many of them are texts."""
    queue: deque[tuple[object, Step]] = deque([(element, root)])
    leaves = texts = 0
    while queue and leaves < MOST_LEAVES:
        value, step = queue.popleft()
        if isinstance(value, dict | list):
            if step.depth < DEEPEST:
                _add_container(value, step, queue)
        elif value is not None:
            leaves += 1
            if isinstance(value, str):
                texts += 1
                value = value[:_LONGEST]
            step.add(row, value)  # type: ignore[arg-type] # JSON has no other scalars
    return texts


def _add_container(
    value: dict[str, object] | list[object], step: Step, queue: deque[tuple[object, Step]]
) -> None:
    if isinstance(value, list):
        _add_array(value, step, queue)
        return
    for key, inner in islice(value.items(), _WIDE):
        queue.append((inner, step.child(key)))


def _add_array(array: list[object], step: Step, queue: deque[tuple[object, Step]]) -> None:
    most = _TUPLE if step.parent is None else _LONG_ARRAY
    if not array or len(array) > most:
        return
    if (joined := text_runs(array)) is not None:
        queue.append((joined, step))
        queue.append((_beside_text(array[0]), step.child(0)))
    elif (named := name_value_pairs(array)) is not None:
        for name, scalar in named.items():
            queue.append((scalar, step.child(name)))
    else:
        whole = step.parent is None or array[0] == _ELEMENT
        taken = array if whole else array[:_ARRAY]
        for index, value in enumerate(taken):
            queue.append((value, step.child(index)))


def text_runs(array: list[object]) -> str | None:
    """The joined text of an array whose elements all carry a piece of it."""
    pieces = [value.get("text") for value in array if isinstance(value, dict)]
    if len(pieces) != len(array):
        return None
    texts = [piece for piece in pieces if isinstance(piece, str)]
    return "".join(texts) if len(texts) == len(array) else None


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
