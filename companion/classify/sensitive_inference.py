"""Labels about health, belief, politics, sexuality and the like."""

from collections.abc import Iterator

from companion.classify.detector import Claim, Silence, detector
from companion.classify.inference import Wording, by_party, claim, labels
from companion.classify.record import Record
from companion.classify.wording import counted
from companion.labels import parted
from companion.model import FindingKind


@detector(FindingKind.SENSITIVE_INFERENCE, version="1", needs="body")
def sensitive_inference(site: str, record: Record) -> Iterator[Claim | Silence]:
    """A label about a sensitive side of your life was passed on.

    Why it is shown:
        Health, belief, politics, sexuality, origin and union membership are protected more
        strongly than other data, also where they are only deduced.

    Innocent readings:
        - The label may describe the page you were on, not you.
        - The word that made us call it sensitive may mean something else here.
        - You may have agreed to it expressly.

    What cannot be seen:
        - Whether the label is stored with the one who sent or received it.
        - Sensitive meanings of codes that no public table explains.
    """
    every = labels(site, record)
    found = [part for it in every if (part := parted(it)[0])]
    wording = Wording(
        noun="a sensitive label about you",
        reason="The label touches a specially protected side of life.",
    )
    for signals in by_party(found).values():
        yield claim(site, record, signals, wording)
    if not found:
        yield Silence(
            n=len(every), why=f"{counted(len(every), 'label')} looked at, none was sensitive"
        )
