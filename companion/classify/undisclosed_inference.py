"""Segments, traits and scores about the person with nothing beside them that tells so."""

from collections.abc import Iterator

from companion.classify.detector import Claim, Silence, detector
from companion.classify.inference import Wording, by_party, claim, labels
from companion.classify.record import Record
from companion.classify.wording import counted
from companion.labels import parted
from companion.model import FindingKind


@detector(FindingKind.UNDISCLOSED_INFERENCE, version="1", needs="body")
def undisclosed_inference(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A label about you was passed on, and nothing at that place told you.

    Why it is shown:
        A segment, a trait or a score is what somebody concluded about you. It decides what you
        are shown and offered, and you can only correct what you know of.

    Innocent readings:
        - The label may describe the page or the offer, not you.
        - You may have given it yourself, in an account or a setting.
        - A notice elsewhere on the site may explain it.

    What cannot be seen:
        - What a code means to the one who made it: it is shown as it was sent.
        - What the label was used for afterwards.
    """
    found = [part for it in labels(site, record) if (part := parted(it)[1])]
    wording = Wording(
        noun="a label about you",
        reason="Nothing delivered at that place told you of it.",
    )
    for signals in by_party(found).values():
        yield claim(site, record, signals, wording)
    if not found:
        yield Silence(n=len(found), why=f"{counted(0, 'label')} about you found in what passed")
