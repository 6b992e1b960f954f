"""Whether a page said beside a list that it was chosen: read in the text that was rendered.

Lists that come as JSON say nothing of what the page's script writes beside them; the text that
the browser showed does.
"""

from collections.abc import Sequence
from dataclasses import replace

from companion.audit.loads import Load
from companion.extract import lexicon
from companion.extract.slates.disclosure import personal
from companion.model import Slate, Surface
from companion.store import slates
from companion.store.open import Database

_AROUND = 300
"""Characters before and after a list that count as beside it (contract, `disclosed`)."""
DIALOGS = "\f"
"""Stands in a rendered text before what banners and dialogs say: that is beside no list."""
_SENTENCE = 200
_FOUND = 0.5
"""Share of a list's titles that must stand in the text before it is known where the list is."""


def said_beside(slate: Slate, text: str) -> bool | None:
    """Whether the rendered text says so; None where the list is not found in the text."""
    zone = beside(slate, text)
    if zone is None:
        return None
    lines = [line for line in zone.splitlines() if line.strip()]
    if slate.surface is Surface.AD:
        return any(item.sponsored for item in slate.items) or any(
            lexicon.found("ad", line) for line in lines
        )
    short = [line for line in lines if len(line) <= _SENTENCE]
    return any(personal(line) or lexicon.found("reason", line) for line in short)


def beside(slate: Slate, text: str) -> str | None:
    """The text of a list and what stands around it; None where it does not stand there."""
    text = text.partition(DIALOGS)[0]
    titles = [item.title for item in slate.items if item.title]
    begin = text.find(slate.heading) if slate.heading else -1
    places = [at for title in titles if (at := text.find(title, max(begin, 0))) >= 0]
    if not titles or len(places) < _FOUND * len(titles):
        return None
    first = min(places) if begin < 0 else begin
    last = max(at + len(title) for title in titles if (at := text.find(title, first)) >= 0)
    return text[max(0, first - _AROUND) : last + _AROUND]


def settle(db: Database, held: Sequence[Load]) -> None:
    """Keep with each list what the page was seen to say beside it."""
    settled = [
        replace(slate, disclosed=said, disclosure="rendered")
        for load in held
        for slate in load.lists.values()
        if (said := said_beside(slate, load.view.text)) is not None
    ]
    with db.atomic():
        slates.put(db, settled)


def told_beside(mine: Sequence[Load], name: str) -> str:
    """How often a subject's page said beside a list that it was chosen."""
    lists = [(load.lists[name], load.view.text) for load in mine if name in load.lists]
    said = [said_beside(slate, text) for slate, text in lists]
    known = [one for one in said if one is not None]
    if not known:
        return "not seen in the text of the page"
    return f"said beside it in {sum(known)} of {len(known)} loads"
