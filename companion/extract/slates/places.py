"""Places in a value tree, linked to the ones above; pointers are written only when asked for."""

from collections.abc import Iterator

from companion.decode.steps import JOINT, join, pointer

type Key = str | int


class Place:
    """A container in a tree: `key` is where it stands in `parent`.

    `fresh` marks the root of a tree that was decoded from the string standing at that place.
    """

    __slots__ = ("fresh", "key", "parent", "value")

    def __init__(
        self, value: object, parent: "Place | None" = None, key: Key = "", fresh: bool = False
    ) -> None:
        self.value = value
        self.parent = parent
        self.key = key
        self.fresh = fresh

    def above(self) -> Iterator["Place"]:
        """The places above, nearest first."""
        place = self.parent
        while place is not None:
            yield place
            place = place.parent

    def names(self, most: int = 12) -> list[str]:
        """The keys that are names from here up, nearest first, at most so many."""
        found: list[str] = []
        place: Place | None = self
        while place is not None and place.parent is not None and len(found) < most:
            if isinstance(place.key, str) and not (place.fresh or place.key.isdigit()):
                found.append(place.key)
            place = place.parent
        return found

    def locator(self, prefix: str) -> str:
        """Where it stands: the document's prefix, then pointers with " >> " between trees."""
        keys: list[str] = []
        place: Place = self
        while place.parent is not None:
            keys.append(JOINT if place.fresh else pointer(place.key))
            place = place.parent
        return join(prefix, "".join(reversed(keys)).removesuffix(JOINT))
