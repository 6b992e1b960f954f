"""One request and its answer, opened at the place a claim points at."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from companion.decode.content import text
from companion.decode.locate import find
from companion.model import Exchange, Message, Origin
from tui.excerpt import Excerpt, excerpt, marked, readable
from tui.place import Page
from tui.queries import Spot, exchange, owner_of
from tui.widgets.blocks import Block, Blocks, Heading
from tui.widgets.plain import plain
from tui.words import count, moment, owned

VALUE = 600
HEADERS = 40
ORIGINS = {
    Origin.LIVE: "recorded live",
    Origin.IMPORT: "from an imported file",
    Origin.TWIN: "a comparison request",
    Origin.AUDIT: "a scripted visit",
    Origin.DEMO: "made-up data",
}


class ExchangePage(Page):
    """The bytes behind a claim. The matched part is marked; what was replaced is in brackets."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot

    def body(self) -> Iterable[Widget]:
        """One column."""
        yield Blocks(id="exchange")

    async def renew(self) -> None:
        """Read it once: an exchange never changes."""
        column = self.query_one("#exchange", Blocks)
        if column.children:
            return
        found = await self.desk.reader.ask(exchange, self.spot.exchange)
        if found is None:
            gone = "This exchange is no longer held; what it led to was worked out before."
            await column.mount(Block(Content(gone)))
        else:
            value = await self.desk.reader.study(_value, found, self.spot)
            await column.mount_all(self._widgets(found, value))
        column.query(Block).first().focus()

    def _widgets(self, found: Exchange, value: str) -> Iterator[Widget]:
        yield Block(_summary(found))
        if self.spot.locator or self.spot.note:
            yield Heading("The place")
            yield Block(_spot(self.spot, value))
        yield Heading("Request")
        yield Block(marked(f"{found.method} {found.url}", value), classes="-code")
        yield from _message(found.request, value)
        yield Heading("Answer")
        yield from _message(found.response, value)
        for socket in found.sockets[:HEADERS]:
            head = f"{socket.direction.value} {moment(socket.seen_at)}"
            body = excerpt(socket.body.decode("utf-8", "replace"), value)
            yield Block(Content("\n").join([Content.styled(head, "$text-muted"), *_rows(body)]))
        if found.redactions or found.notes:
            yield Heading("What was replaced or cut")
            yield Block(Content("\n").join(_cuts(found)))


def _value(_db: object, found: Exchange, spot: Spot) -> str:
    return (find(found, spot.locator, spot.direction) or "") if spot.locator else ""


def _summary(found: Exchange) -> Content:
    facts = [moment(found.seen_at), ORIGINS[found.origin]]
    if found.origin_file:
        facts.append(plain(found.origin_file, 60))
    status = str(found.status) if found.status else "no answer"
    sort = found.response.media_type or "no type"
    return Content("\n").join(
        [
            Content.assemble(
                (plain(found.host, 120), "bold"), "  ", owned("", owner_of(found.party))
            ),
            Content(" · ").join([*facts, f"on {plain(found.site or 'an unknown page', 80)}"]),
            Content(f"{status} · {plain(sort, 60)} · {count(found.response.length, 'byte')}"),
        ]
    )


def _spot(spot: Spot, value: str) -> Content:
    lines = [Content.styled(plain(spot.note), "bold")] if spot.note else []
    if spot.locator:
        lines.append(Content.assemble(("at  ", "$text-muted"), plain(spot.locator)))
    if value:
        lines.append(Content.styled(plain(value, VALUE), "$match"))
    elif spot.locator:
        lines.append(Content.styled("That place can't be read here again.", "$text-muted"))
    return Content("\n").join(lines)


def _message(message: Message, value: str) -> Iterator[Widget]:
    heads = [
        Content.assemble(
            (f"{plain(name, 60)}: ", "$text-muted"), marked(held, _inside(held, value))
        )
        for name, held in message.headers[:HEADERS]
    ]
    if heads:
        yield Block(Content("\n").join(heads), classes="-code")
    if message.body:
        yield Block(
            Content("\n").join(_rows(excerpt(readable(text(message)), value))), classes="-code"
        )
    elif message.missing:
        yield Block(Content.styled(plain(message.missing), "$text-muted"))


def _inside(held: str, value: str) -> str:
    return value if value and value in held else ""


def _rows(found: Excerpt) -> Iterator[Content]:
    if found.above:
        yield Content.styled(f"… {count(found.above, 'line')} above", "$text-muted")
    yield from found.lines
    if found.below:
        yield Content.styled(f"… {count(found.below, 'line')} below", "$text-muted")


def _cuts(found: Exchange) -> Iterator[Content]:
    for cut in found.redactions[:HEADERS]:
        words = f"{cut.kind} in {cut.locator}: now {cut.token}"
        yield Content(plain(words))
    for note in found.notes[:HEADERS]:
        yield Content(plain(note))
