"""What the person's own shield does to requests, and where it does nothing."""

from dataclasses import replace

import pytest
from mitmproxy.test import tflow, tutils

from addons import flow as flows
from addons.edge import Edge
from addons.shield import Shield
from addons.twins import Twins
from companion.contest.shield import Action, ActionKind, place, save
from companion.model import Origin
from companion.settings import Settings
from tests.addons.proxies import Proxy
from tests.builders import NOON

GPC = Action(kind=ActionKind.GPC, of="news.example", since=NOON)
COOKIE = Action(kind=ActionKind.WITHHOLD, of="ads.example", name="uid", since=NOON)
BLOCK = Action(kind=ActionKind.BLOCK, of="ads.example", since=NOON)


def request(host="px.ads.example", path="/sync?uid=k3jd&a=1", **headers):
    given = {"cookie": "uid=k3jd; theme=dark", "referer": "https://news.example/"} | headers
    fields = tuple((name.encode(), value.encode()) for name, value in given.items())
    return tflow.tflow(
        req=tutils.treq(host=host, path=path.encode(), headers=fields, content=b""), resp=False
    )


@pytest.fixture
def shield(tmp_path):
    """A shield with a choice, and what it makes of a flow."""
    edge = Edge()
    edge.open(tmp_path / "companion.db", Origin.LIVE)
    now = iter(range(0, 10_000, 5))
    one = Shield(edge, clock=lambda: next(now))

    def through(flow, *actions):
        save(place(edge.folder), actions)
        one.requestheaders(flow)
        return flow

    through.edge, through.shield = edge, one
    yield through
    edge.close()


def test_the_signal_goes_to_the_site_and_to_others_on_its_pages(shield):
    for flow in (request("news.example"), request()):
        assert shield(flow, GPC).request.headers["Sec-GPC"] == "1"
        assert flow.metadata[flows.SHIELD] == ["Sec-GPC: 1 sent to news.example"]


def test_a_named_value_is_withheld_from_a_party_and_all_else_stays(shield):
    flow = shield(request(), COOKIE)
    assert flow.request.path == "/sync?a=1"
    assert flow.request.headers["cookie"] == "theme=dark"
    assert flow.metadata[flows.SHIELD] == ["uid withheld from ads.example"]
    only = shield(request(path="/sync?uid=1", cookie="uid=1"), COOKIE)
    assert only.request.path == "/sync"
    assert "cookie" not in only.request.headers


def test_a_party_is_blocked_before_anything_goes_out(shield):
    assert shield(request(), BLOCK).response.status_code == 403
    assert shield(request("news.example"), BLOCK).response is None


@pytest.mark.parametrize(
    "actions", [(), (replace(BLOCK, until=NOON),), (replace(BLOCK, of="other.example"),)]
)
def test_nothing_chosen_changes_no_byte(shield, actions):
    flow = request()
    before = flow.request.get_state()
    shield(flow, *actions)
    assert flow.request.get_state() == before
    assert flow.response is None
    assert flows.SHIELD not in flow.metadata


def test_without_the_named_value_no_byte_changes(shield):
    flow = request(path="/a;b?x=%20&y", cookie="a=1 ; b=2;c")
    before = flow.request.get_state()
    shield(flow, COOKIE)
    assert flow.request.get_state() == before
    assert flow.metadata[flows.SHIELD] == []


def test_excluded_hosts_copies_and_audits_are_never_touched(shield):
    excluded, copy, audited = request(), request(), request()
    excluded.metadata[flows.EXCLUDED] = True
    copy.is_replay = "request"
    for flow in (excluded, copy):
        assert shield(flow, BLOCK, GPC).response is None
        assert "Sec-GPC" not in flow.request.headers
    shield.edge.origin = Origin.AUDIT
    assert shield(audited, BLOCK, GPC).response is None


def test_no_round_begins_where_anything_is_on(shield):
    sent = []
    twins = Twins(shield.edge, lambda: Settings(twins=("127.0.0.1",)), send=sent.append)
    headers = ((b"content-type", b"text/html"),)
    plain, shielded = (
        tflow.tflow(req=tutils.treq(host="127.0.0.1", content=b"", headers=()), resp=True)
        for _ in range(2)
    )
    for flow in (plain, shielded):
        flow.response = tutils.tresp(headers=headers)
    shield.edge.allowed = frozenset({("127.0.0.1", 22)})
    shield(shielded, replace(GPC, of="127.0.0.1"))
    twins.responseheaders(shielded)
    assert flows.ROUND not in shielded.metadata
    twins.responseheaders(plain)
    assert flows.ROUND in plain.metadata


def test_a_bad_file_changes_nothing_and_is_told(shield):
    flow = shield(request(), BLOCK)
    place(shield.edge.folder).write_text("[[action]]\nkind = 3\n")
    again = request()
    shield.shield.requestheaders(again)
    assert flow.response.status_code == again.response.status_code == 403


@pytest.mark.xdist_group("recorder")
def test_a_blocked_request_is_recorded_with_what_was_done(web, tmp_path):
    with Proxy(tmp_path, f"companion_allow_target={web.authority}") as proxy:
        assert proxy.get(web.authority, "/json")[0] == 200
    save(place(proxy.journal.parent), [replace(BLOCK, of="127.0.0.1")])
    with Proxy(tmp_path, f"companion_allow_target={web.authority}") as proxy:
        assert proxy.get(web.authority, "/json")[0] == 403
        (kept,) = [it for it in proxy.recorded()[0] if it.status == 403]
    assert kept.notes == ("shield: requests to 127.0.0.1 blocked",)


def test_a_party_behind_an_alias_of_the_site_is_blocked_too(shield):
    shield.edge.aliases["m.news.example"] = "news.sc.ads.example"
    assert shield(request("m.news.example"), BLOCK).response.status_code == 403


def test_a_page_behind_an_alias_is_its_sites(shield):
    shield.edge.aliases["help.news.example"] = "news.ads.example"
    own = {"sec-fetch-dest": "document"}
    assert shield(request("help.news.example", **own), BLOCK).response is None
    near = {"referer": "https://help.news.example/a"}
    assert shield(request("help.news.example", **near), BLOCK).response is None
