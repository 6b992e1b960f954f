import pytest

from companion.model import Direction, Message, Origin, Redaction, SocketMessage
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import NOON, an_exchange
from tests.tui.filled import a_feed, an_ad_call
from tests.tui.screen import opened, press, settle, shown
from tui.pages.exchange import ExchangePage
from tui.views import Spot

TALL = (100, 60)


async def at(pilot, spot):
    """Open an exchange."""
    await pilot.app.push_screen(ExchangePage(spot))
    await settle(pilot)
    return shown(pilot.app)


def marks(app):
    """What is marked in the blocks of the page."""
    from tui.widgets.blocks import Block

    return [
        block.content.plain[span.start : span.end]
        for block in app.screen.query(Block)
        for span in block.content.spans
        if span.style == "$match"
    ]


def kept(folder, exchange):
    """A store with one exchange."""
    path = folder / "companion.db"
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, [exchange])
    db.close()
    return path


async def test_the_place_in_an_address_is_marked(morning):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, Spot(exchange=an_ad_call().id, locator="query:em", note="hashed"))
        assert "hashed" in text
        assert "at  query:em" in text
        assert marks(pilot.app) == ["9f86d081884c7d65", "em=9f86d081884c7d65"]


async def test_the_place_in_an_answer_is_marked_and_has_the_focus(morning):
    async with opened(morning, size=TALL) as pilot:
        spot = Spot(exchange=an_ad_call().id, locator="/segments", direction=Direction.RECEIVED)
        await at(pilot, spot)
        assert marks(pilot.app)[-1] == '"segments": ['
        assert '"segments"' in pilot.app.focused.content.plain


async def test_without_a_place_nothing_is_marked(morning):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, Spot(exchange=a_feed().id))
        assert "The place" not in text
        assert marks(pilot.app) == []


async def test_a_place_that_can_not_be_read_again_is_said(morning):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, Spot(exchange=a_feed().id, locator="/nothing"))
        assert "can't be read here again" in text


async def test_what_was_replaced_is_listed(morning):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, Spot(exchange=an_ad_call().id))
        assert "session in header:cookie: now [session:sid::4f2a]" in text


async def test_an_exchange_that_is_gone_is_said(morning):
    async with opened(morning) as pilot:
        assert "no longer held" in await at(pilot, Spot(exchange="gone"))


async def test_cookies_messages_missing_bodies_and_notes_are_shown(tmp_path):
    exchange = an_exchange(
        "https://ads.example/x",
        origin=Origin.IMPORT,
        origin_file="morning.har",
        status=0,
        site=None,
        request=Message(headers=(("Cookie", "a=1; uid=k3jd92hf83"),), body=b"q=1", length=3),
        response=Message(missing="body lost at navigation"),
        sockets=(
            SocketMessage(ordinal=0, direction=Direction.SENT, body=b'{"id":"s1"}', seen_at=NOON),
        ),
        notes=("the body was cut",),
        redactions=(
            Redaction(
                locator="form:p",
                direction=Direction.SENT,
                kind="password",
                field="p",
                chain="",
                token="[password:p::1]",
            ),
        ),
    )
    async with opened(kept(tmp_path, exchange), size=TALL) as pilot:
        spot = Spot(exchange=exchange.id, locator="cookie:uid", direction=Direction.SENT)
        text = await at(pilot, spot)
        for words in (
            "from an imported file · morning.har · on an unknown page",
            "no answer · no type · 0 bytes",
            "body lost at navigation",
            "message 0, sent",
            "the body was cut",
            "q=1",
        ):
            assert words in text
        assert marks(pilot.app) == ["k3jd92hf83", "uid=k3jd92hf83"]


async def test_it_does_not_change_while_it_is_read(morning):
    async with opened(morning) as pilot:
        before = await at(pilot, Spot(exchange=a_feed().id))
        await pilot.app.screen.renew()
        await settle(pilot)
        assert shown(pilot.app) == before
        await press(pilot, "escape")
        assert "What matters most" in shown(pilot.app)


@pytest.mark.parametrize(
    ("locator", "marked"),
    [("cookie:uid", "uid=k3jd92hf83"), ("/id", '"id": "s1"'), ("cookie:set", "set=v1")],
)
async def test_without_a_word_on_the_side_it_stands_on_both_are_looked_at(
    tmp_path, locator, marked
):
    exchange = an_exchange(
        request=Message(
            headers=(("Cookie", "a=1; uid=k3jd92hf83"), ("Content-Type", "application/json")),
            body=b'{"id":"s1"}',
        ),
        received=(("Set-Cookie", "set=v1"),),
    )
    async with opened(kept(tmp_path, exchange), size=TALL) as pilot:
        await at(pilot, Spot(exchange=exchange.id, locator=locator))
        assert marks(pilot.app)[-1] == marked


async def test_what_was_read_from_it_is_listed_and_leads_to_its_place(morning):
    async with opened(morning, size=TALL) as pilot:
        text = await at(pilot, Spot(exchange=an_ad_call().id))
        assert "What was read from it" in text
        assert "segment segments: marathon runner, new parent  /segments" in text
        assert "k3jd…2q" in text  # an identifier shows only its ends
        await press(pilot, "end", "enter")
        assert "The place" in shown(pilot.app)


async def test_where_nothing_was_read_no_list_of_it_stands(morning):
    async with opened(morning, size=TALL) as pilot:
        assert "What was read" not in await at(pilot, Spot(exchange=a_feed().id))
