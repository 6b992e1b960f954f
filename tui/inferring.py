"""What is inferred about the person, and what in the record may be behind it."""

from collections.abc import Iterator
from typing import Any

from companion.extract.owners import owner_of
from companion.model import Signal, SignalKind, Visitor
from companion.report.inferences import KINDS, Inference, inferences
from companion.store import signals
from tui.views import Grounds

SELF = Visitor().name


def inferred(db: Any) -> tuple[Inference, ...]:
    """All that is inferred about the person; last what may only tell an ad about the page."""
    found = inferences(_about(db))
    return tuple(sorted(found, key=lambda it: it.kind is SignalKind.TARGETING and not it.sensitive))


def grounds(db: Any, inference: Inference) -> Grounds:
    """What may have led to an inference, as `companion why` tells it, and where it was seen."""
    from companion.store.asked import behind  # noqa: PLC0415 - only for this page

    found = tuple(filter(None, (signals.get(db, it) for it in inference.signals)))
    labels = {(it.name, it.value): it for it in reversed(found)}  # each at its first sight
    return Grounds(
        owner=owner_of(inference.holder),
        behind=behind(db, owner_of, reversed(labels.values())),
        signals=found,
    )


def _about(db: Any) -> Iterator[Signal]:
    for kind in KINDS:
        yield from signals.each(db, kind=kind.value, visitor=SELF)
