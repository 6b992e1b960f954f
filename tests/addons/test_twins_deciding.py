"""What the hooks of the copies decide, with a clock that stands and nothing sent."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

import pytest
from mitmproxy.flow import Error
from mitmproxy.test import tflow, tutils

from addons import flow as flows
from addons.edge import Edge
from addons.twins import Twins
from companion.model import Origin
from companion.settings import Settings

NOON = 1_777_809_600.0
ON = Settings(twins=("news.example",), self_copies=("news.example",))


class Hands:
    """Twins with what they did: the flows that were to be sent."""

    def __init__(self, folder, settings=ON, origin=Origin.LIVE):
        self.now, self.sent = NOON, []
        self.edge = Edge()
        self.edge.open(folder / "companion.db", origin)
        self.twins = Twins(
            self.edge, lambda: settings, lambda: self.now, Random(1), self.sent.append
        )

    def load(self, url="https://news.example/", **changes):
        """A page that the person loads; its place in a round, and what was sent then."""
        headers = ((b"content-type", b"text/html"), *changes.pop("received", ()))
        flow = tflow.tflow(resp=tutils.tresp(headers=headers))
        flow.request.url, flow.request.method = url, changes.get("method", "GET")
        flow.request.content = b""
        before = len(self.sent)
        self.twins.responseheaders(flow)

        async def over():
            self.twins.response(flow)
            for _ in range(20):
                await asyncio.sleep(0)
            self.twins.done()

        asyncio.run(over())
        return flow.metadata.get(flows.ROUND, ""), self.sent[before:]


@pytest.fixture
def hands(tmp_path):
    made = Hands(tmp_path)
    yield made
    made.edge.close()


def test_the_first_copy_goes_at_once_and_the_others_a_gap_later(hands):
    place, sent = hands.load()
    assert place.endswith("/U")
    assert len(sent) == 1  # the clock stands: the others wait for their gap


def test_within_the_gap_of_a_surface_there_is_no_second_round(hands):
    first, _ = hands.load("https://news.example/item/1")
    hands.now += 600
    assert hands.load("https://news.example/item/2") == ("", [])
    hands.now += 61
    second, sent = hands.load("https://news.example/item/2")
    assert second
    assert second != first
    assert sent


def test_the_daily_cap_ends_the_rounds(hands):
    rounds = [hands.load(f"https://news.example/{'x' * n}")[0] for n in range(1, 70)]
    assert [bool(place) for place in rounds] == [True] * 66 + [False] * 3  # 3 copies each: 198


@pytest.mark.parametrize("url", ["https://other.example/", "https://mynews.example/"])
def test_other_sites_are_left_alone(hands, url):
    assert hands.load(url) == ("", [])


def test_a_subdomain_belongs_to_its_site(hands):
    assert hands.load("https://www.news.example/")[0]


def test_off_without_a_setting(tmp_path):
    hands = Hands(tmp_path, Settings())
    assert hands.load() == ("", [])
    hands.edge.close()


def test_without_a_journal_there_is_no_round():
    twins = Twins(Edge(), lambda: ON)
    flow = tflow.tflow(resp=tutils.tresp(headers=((b"content-type", b"text/html"),)))
    flow.request.url, flow.request.content = "https://news.example/", b""
    twins.responseheaders(flow)
    assert flows.ROUND not in flow.metadata


def test_a_request_that_failed_is_not_repeated(hands):
    flow = tflow.tflow(resp=tutils.tresp(headers=((b"content-type", b"text/html"),)))
    flow.request.url, flow.request.content = "https://news.example/", b""
    hands.twins.responseheaders(flow)
    flow.error = Error("the connection broke off")
    hands.twins.error(flow)
    hands.twins.response(flow)
    assert hands.sent == []


def test_the_answer_to_anothers_replay_is_left_alone(hands):
    flow = tflow.tflow(resp=True)
    flow.is_replay = "request"
    hands.twins.requestheaders(flow)
    hands.twins.responseheaders(flow)
    hands.twins.response(flow)
    assert flow.response.stream is False


MADE_UP = Settings(twins=("news.test",))


def dated(hours):
    """What an answer says whose web is some hours ahead."""
    moment = datetime.fromtimestamp(NOON, UTC) + timedelta(hours=hours)
    return ((b"date", format_datetime(moment, usegmt=True).encode()),)


def test_a_made_up_web_has_its_gaps_by_its_own_clock(tmp_path):
    hands = Hands(tmp_path, MADE_UP, Origin.DEMO)
    places = [hands.load("https://news.test/", received=dated(at))[0] for at in (0, 0, 1, 24)]
    first, again, later, next_day = (place.partition("/")[0] for place in places)
    assert first == again != ""
    assert len({first, later, next_day}) == 3
    assert hands.load("https://news.test/story/1", received=dated(24))[0]
    assert not hands.load("https://news.test/story/2", received=dated(24))[0]
    hands.edge.close()


def test_the_answer_of_a_made_up_web_waits_for_the_copies(tmp_path):
    hands = Hands(tmp_path, MADE_UP, Origin.DEMO)
    flow = tflow.tflow(resp=tutils.tresp(headers=((b"content-type", b"text/html"), *dated(0))))
    flow.request.url, flow.request.content = "https://news.test/", b""
    hands.twins.responseheaders(flow)

    async def over():
        hands.twins.response(flow)
        held = flow.intercepted
        await asyncio.sleep(0)
        for copy in list(hands.sent):
            copy.error = Error("nobody there")
            hands.twins.error(copy)
        for _ in range(20):
            await asyncio.sleep(0)
        return held

    assert asyncio.run(over())
    assert len(hands.sent) == 2
    assert not flow.intercepted
    hands.edge.close()


def test_the_answer_of_a_real_site_waits_for_nothing(hands):
    flow = tflow.tflow(resp=tutils.tresp(headers=((b"content-type", b"text/html"),)))
    flow.request.url, flow.request.content = "https://news.example/", b""
    hands.twins.responseheaders(flow)

    async def over():
        hands.twins.response(flow)
        return flow.intercepted

    assert not asyncio.run(over())
