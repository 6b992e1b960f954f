"""The acts that could be behind something, as rows: the act, the way it could have taken."""

from collections.abc import Iterator
from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from companion.ledger.causes import Candidate
from companion.ledger.path import Behind
from companion.model import Act
from tui.views import Spot
from tui.widgets.blocks import Block, Row
from tui.widgets.plain import plain
from tui.words import clock, count, moment, word

CODE = "A code, not words: nobody guesses at what it means."


def causes(found: Behind, now: datetime) -> Iterator[Widget]:
    """The likeliest first, each with whose idea it was and its way; or why there is none."""
    if not found.readable:
        yield Block(Content(CODE))
    elif not found.causes:
        yield Block(Content(_none(found)))
    for one in found.causes:
        act, way = one.act, one.reach
        yield Row(_act(act, now), leads=Spot(exchange=act.exchange, note=act.text))
        leads = Spot(exchange=way.exchange, note=way.how) if way.exchange else None
        yield Row(_way(one), leads=leads)


def _none(found: Behind) -> str:
    if not found.acts:
        return "No act of yours is in the record so far."
    return f"None of the {count(found.acts, 'act')} in the record since {moment(found.begins)}."


def _act(act: Act, now: datetime) -> Content:
    return Content.assemble(
        (f"{clock(act.seen_at, now):<14}", "$text-muted"),
        f"{word('act', act.kind)} ",
        (plain(act.text, 160), "bold"),
        (f"   on {plain(act.site, 80)}", "$text-muted"),
    )


def _way(one: Candidate) -> Content:
    weak = "" if one.recallable else ", weak"
    said = f"{word('cause', one.act.cause)}; {plain(one.reach.how, 160)} (P {one.p:.2f}{weak})"
    return Content.styled(f"{'':<14}{said}", "$text-muted")
