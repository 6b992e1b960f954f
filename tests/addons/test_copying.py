"""Copies of a request, and when an answer is missing rather than different."""

from random import Random

import pytest
from mitmproxy.test import tflow, tutils

from addons.copying import copies, missing
from addons.robots import Page

MARKS = frozenset({"cf-mitigated"})


def a_flow(**headers):
    flow = tflow.tflow(resp=tutils.tresp(headers=((b"content-type", b"text/html; a=b"),)))
    flow.request.headers.clear()
    for name, value in headers.items():
        flow.request.headers[name.replace("_", "-")] = value
    return flow


def a_page(status=200, headers=()):
    return Page("a.example", "https://a.example/", status, True, 10, headers)


def made(again=False, seed=1, **headers):
    return copies(a_flow(**headers), "k", again=again, random=Random(seed))


def test_a_round_is_two_strangers():
    assert sorted(copy.place for copy in made()) == ["k/C1", "k/C2"]


def test_the_order_is_random():
    assert {made(seed=n)[0].place for n in range(20)} == {"k/C1", "k/C2"}


def test_a_copy_in_the_persons_name_keeps_all_but_conditions():
    found = made(again=True, cookie="uid=1", if_none_match="x", range="bytes=0-")
    (mine,) = [copy for copy in found if copy.place == "k/U2"]
    assert dict(mine.flow.request.headers) == {"cookie": "uid=1"}
    assert "in your name" in mine.notes[0]


def test_a_copy_has_nothing_of_the_answer_or_the_connection():
    copy = made()[0].flow
    assert copy.response is None
    assert not copy.live
    assert copy.server_conn.peername is None


@pytest.mark.parametrize(
    ("page", "kind", "why", "stops"),
    [
        (a_page(), "text/html", "", False),
        (a_page(403), "text/html", "refused", True),
        (a_page(429), "application/json", "refused", True),
        (a_page(503), "text/html", "refused", True),
        (a_page(200, ("cf-mitigated",)), "text/html", "being human", True),
        (a_page(401), "text/html", "sign in", False),
        (a_page(302), "text/html", "status 302", False),
        (a_page(500), "text/html", "status 500", False),
        (a_page(), "application/json", "instead of text/html", False),
        (a_page(), "", "no kind named", False),
    ],
)
def test_what_can_not_be_compared_is_missing(page, kind, why, stops):
    told, stop = missing(page, kind, "text/html", MARKS)
    assert (why in told if why else told == "", stop) == (True, stops)
