"""Who parties are to each other, and how they are called in a sentence."""

from companion.classify.record import Record
from companion.classify.wording import named


def same_company(record: Record, one: str, other: str) -> bool:
    """Whether two parties are one, or have the same owner according to a source."""
    if one == other:
        return True
    owner, beside = record.owner(one), record.owner(other)
    return owner is not None and beside is not None and owner.name == beside.name


def called(record: Record, party: str) -> str:
    """A party with its owner, as a sentence names it."""
    return named(party, record.owner(party))
