"""One request and its answer, opened at the place a claim points at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from textual.content import Content
from textual.widget import Widget

from companion.extract.owners import owner_of
from companion.labels import several
from companion.model import Direction, Exchange, Message, Origin, SignalKind
from tui.excerpt import Excerpt, excerpt, mark
from tui.messages import Chosen
from tui.place import Page
from tui.queries import exchange, signals_of
from tui.spots import Aim, Part, aim
from tui.views import Spot
from tui.widgets.blocks import Block, Blocks, Heading, Row
from tui.widgets.plain import masked, plain
from tui.words import count, moment, owned, word

VALUE = 600
MOST = 40
ORIGINS = {
    Origin.LIVE: "recorded live",
    Origin.IMPORT: "from an imported file",
    Origin.TWIN: "a comparison request",
    Origin.AUDIT: "a scripted visit",
    Origin.DEMO: "made-up data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A piece of an exchange ready to show; `hit` when the place stands in it.

    `leads` is another place in the same exchange.
    """

    title: str = ""
    content: Content
    hit: bool = False
    code: bool = True
    leads: Spot | None = None


class ExchangePage(Page):
    """The bytes behind a claim. The matched part is marked; what was replaced is in brackets."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot

    @property
    def subject(self) -> Any:
        """The place."""
        return self.spot

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="exchange")

    async def on_chosen(self, message: Chosen) -> None:
        """Open it at another place."""
        await self.show("exchange", message.row)

    async def renew(self) -> None:
        """Read it once: an exchange never changes."""
        column = self.query_one("#exchange", Blocks)
        if column.children:
            return
        found = await self.desk.reader.study(_opened, self.spot)
        for section in found:
            if section.title:
                await column.mount(Heading(section.title))
            await column.mount(_block(section))
        hit = next((n for n, section in enumerate(found) if section.hit), 0)
        self.call_after_refresh(column.query(Block)[hit].focus)


def _block(section: Section) -> Block:
    if section.leads is not None:
        return Row(section.content, leads=section.leads)
    return Block(section.content, classes="-code" if section.code else "")


def _opened(db: object, spot: Spot) -> list[Section]:
    """Everything to show, made in a reader's thread: finding and marking may take a while."""
    found = exchange(db, spot.exchange)
    if found is None:
        gone = "This exchange is no longer held; what it led to was worked out before."
        return [Section(content=Content(gone), code=False)]
    value, way = _standing(found, spot)
    target = aim(spot.locator, value, way) if spot.locator else None
    return [*sections(found, spot, value, target), *_read(db, spot)]


def _read(db: object, spot: Spot) -> Iterator[Section]:
    """What Companion read from it, each with its place."""
    for number, it in enumerate(islice(signals_of(db, spot.exchange), MOST)):
        shown = ", ".join(several(it.kind, it.value))
        value = masked(shown) if it.kind is SignalKind.IDENTIFIER else plain(shown, 80)
        line = f"{word('signal', it.kind)} {plain(it.name, 60)}: {value}  "
        yield Section(
            title="" if number else "What was read from it",
            content=Content.assemble(line, (plain(it.locator, 120), "$text-muted")),
            leads=Spot(exchange=it.exchange, locator=it.locator, direction=it.direction),
        )


def _standing(found: Exchange, spot: Spot) -> tuple[str, Direction | None]:
    """The value at the place, and on which side of the exchange it stands."""
    from companion.decode.locate import find  # noqa: PLC0415 - reads every format there is

    ways = (spot.direction,) if spot.direction else (Direction.RECEIVED, Direction.SENT)
    for way in ways if spot.locator else ():
        value = find(found, spot.locator, way)
        if value is not None:
            return value, way
    return "", spot.direction


def sections(found: Exchange, spot: Spot, value: str, target: Aim | None) -> Iterator[Section]:
    """An exchange piece by piece, with the place marked."""
    yield Section(content=_summary(found), code=False)
    if spot.locator or spot.note:
        yield Section(title="The place", content=_spot(spot, value), code=False)
    address = target.forms if target and target.part is Part.ADDRESS else ()
    line, hit = mark(f"{found.method} {found.url}", address)
    yield Section(title="Request", content=line, hit=hit)
    yield from _message(found.request, Direction.SENT, target)
    answer = list(_message(found.response, Direction.RECEIVED, target))
    yield Section(title="Answer", content=_answered(found), code=False)
    yield from answer
    yield from _sockets(found, target)
    if found.redactions or found.notes:
        cuts = Content("\n").join(_cuts(found))
        yield Section(title="What was replaced or cut", content=cuts, code=False)


def _summary(found: Exchange) -> Content:
    facts = [moment(found.seen_at), ORIGINS[found.origin]]
    if found.origin_file:
        facts.append(plain(found.origin_file, 60))
    site = f"on {plain(found.site, 80)}" if found.site else "on an unknown page"
    return Content("\n").join(
        [
            Content.styled(plain(found.host, 120), "bold"),
            owned(found.party, owner_of(found.party)),
            Content(" · ").join([*facts, site]),
        ]
    )


def _answered(found: Exchange) -> Content:
    status = str(found.status) if found.status else "no answer"
    sort = found.response.media_type or "no type"
    return Content(f"{status} · {plain(sort, 60)} · {count(found.response.length, 'byte')}")


def _spot(spot: Spot, value: str) -> Content:
    lines = [Content.styled(plain(spot.note), "bold")] if spot.note else []
    if spot.locator:
        lines.append(Content.assemble(("at  ", "$text-muted"), plain(spot.locator)))
    if value:
        lines.append(Content.styled(plain(value, VALUE), "$match"))
    elif spot.locator:
        lines.append(Content.styled("That place can't be read here again.", "$text-muted"))
    return Content("\n").join(lines)


def _message(message: Message, way: Direction, target: Aim | None) -> Iterator[Section]:
    from companion.decode.content import text  # noqa: PLC0415

    here = target if target and target.direction is way else None
    heads = [_header(name, held, here) for name, held in message.headers[:MOST]]
    heads.sort(key=lambda head: not head[1])  # what is marked on top, where it is seen
    if heads:
        hit = any(hit for _, hit in heads)
        yield Section(content=Content("\n").join(line for line, _ in heads), hit=hit)
    inside = here if here and here.part in {Part.REQUEST, Part.ANSWER} else None
    if message.body:
        yield _body(excerpt(text(message), inside))
    elif message.missing:
        yield Section(content=Content.styled(plain(message.missing), "$text-muted"), code=False)


def _header(name: str, held: str, target: Aim | None) -> tuple[Content, bool]:
    wanted = target is not None and target.header == name.lower()
    line, hit = mark(held, target.forms if wanted and target else ())
    return Content.assemble((f"{plain(name, 60)}: ", "$text-muted"), line), hit


def _body(found: Excerpt, head: str = "") -> Section:
    lines = [Content.styled(head, "$text-muted")] if head else []
    if found.above:
        lines.append(Content.styled(f"… {count(found.above, 'line')} above", "$text-muted"))
    lines += found.lines
    if found.below:
        lines.append(Content.styled(f"… {count(found.below, 'line')} below", "$text-muted"))
    return Section(content=Content("\n").join(lines), hit=found.marked)


def _sockets(found: Exchange, target: Aim | None) -> Iterator[Section]:
    here = target if target and target.part is Part.SOCKET else None
    for socket in found.sockets[:MOST]:
        head = f"message {socket.ordinal}, {socket.direction.value}, {moment(socket.seen_at)}"
        yield _body(excerpt(socket.body.decode("utf-8", "replace"), here), head)


def _cuts(found: Exchange) -> Iterator[Content]:
    for cut in found.redactions[:MOST]:
        yield Content(plain(f"{cut.kind} in {cut.locator}: now {cut.token}"))
    for note in found.notes[:MOST]:
        yield Content(plain(note))


PAGE = ExchangePage
