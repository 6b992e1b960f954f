"""A site that takes the proxy for a robot is told of."""

import pytest

pytestmark = pytest.mark.xdist_group("recorder")
PAGE = {"Sec_Fetch_Dest": "document"}


def told(proxy, why):
    return [note for note in proxy.notes("challenge") if note["why"] == why]


def test_a_host_that_refuses_pages_in_a_row_is_told_of_once(web, proxy):
    before = len(proxy.notes("challenge"))
    proxy.get(web.authority, "/refused", **PAGE)
    assert len(proxy.notes("challenge")) == before
    for _ in range(3):
        proxy.get(web.authority, "/refused", **PAGE)
    (note,) = told(proxy, "refused")
    assert (note["host"], note["status"]) == ("127.0.0.1", 403)


def test_what_is_no_page_is_not_told_of(web, proxy):
    before = len(proxy.notes("challenge"))
    for _ in range(5):
        proxy.get(web.authority, "/refused", Sec_Fetch_Dest="empty")
    assert len(proxy.notes("challenge")) == before
