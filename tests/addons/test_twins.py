"""Copies of the person's requests, in a real mitmdump in front of a site that personalizes."""

import threading
from contextlib import contextmanager

import pytest

from companion.model import Origin, Role
from companion.settings import Settings, dump
from tests.addons.personal import Personal
from tests.addons.proxies import Proxy

pytestmark = pytest.mark.xdist_group("twins")
COOKIES = {"Cookie": "uid=k3jd92hf83hd7w2q; lang=de; theme=dark", "Referer": "http://a/me"}


@contextmanager
def watched(folder, *options, status=200):
    with Personal(status) as site:
        given = (f"companion_allow_target={site.authority}", *options)
        with Proxy(folder, *given) as proxy:
            yield site, proxy


@pytest.fixture(scope="module")
def on(tmp_path_factory):
    """A site that is switched on."""
    with watched(tmp_path_factory.mktemp("on"), "companion_twins=127.0.0.1") as both:
        yield both


def copies(proxy, path, many):
    """The copies of a path once so many are recorded."""
    for _ in range(400):
        found = [it for it in proxy.recorded()[0] if it.url.endswith(path) and it.round]
        if len([it for it in found if it.origin is Origin.TWIN]) >= many:
            return sorted(found, key=lambda it: it.round)
        threading.Event().wait(0.05)
    raise AssertionError(f"no {many} copies of {path}: {proxy.said} {found}")


def test_a_request_is_also_sent_as_two_strangers(on):
    site, proxy = on
    assert b"you 0" in proxy.get(site.authority, "/feed", **COOKIES)[1]
    first, second, mine = copies(proxy, "/feed", 2)
    assert {it.round.partition("/")[2] for it in (first, second, mine)} == {"C1", "C2", "U"}
    assert len({it.round.partition("/")[0] for it in (first, second, mine)}) == 1
    assert b"anybody 0" in first.response.body
    assert b"you 0" in mine.response.body


def test_a_copy_is_recorded_as_another_visitors(on):
    site, proxy = on
    proxy.get(site.authority, "/whose", **COOKIES)
    first, second, mine = copies(proxy, "/whose", 2)
    assert (mine.visitor.role, mine.origin) == (Role.SELF, Origin.LIVE)
    assert first.visitor.role is second.visitor.role is Role.CONTROL
    assert first.visitor.name != second.visitor.name


def test_a_stranger_never_carries_what_identifies(on):
    site, proxy = on
    proxy.get(site.authority, "/who", **COOKIES, X_User="7", User_Agent="B/1")
    asked = site.after(3, "/who")
    strangers = [headers for headers in asked if "uid=" not in headers.get("cookie", "")]
    assert len(strangers) == 2
    for headers in strangers:
        assert headers["cookie"] == "lang=de; theme=dark"
        assert headers["user-agent"] == "B/1"
        assert not {"referer", "x-user", "authorization"} & set(headers)


def test_what_was_sent_and_left_out_stands_with_the_copy_by_name(on):
    site, proxy = on
    proxy.get(site.authority, "/listed", **COOKIES)
    notes = copies(proxy, "/listed", 2)[0].notes
    assert "cookie:lang" in notes[1]
    assert {"header:referer", "cookie:uid"} <= set(notes[2].removeprefix("left out: ").split(", "))
    assert "k3jd92" not in " ".join(notes)


@pytest.mark.parametrize(
    ("path", "how"),
    [
        ("/posted", {"method": "POST", "body": b"a=1"}),
        ("/logout", {}),
        ("/account/orders", {}),
        ("/auth", {"Authorization": "Bearer x"}),
        ("/feed?uid=k3jd92hf83hd7w2q", {}),
        ("/feed/k3jd92hf83hd7w2q", {}),
    ],
)
def test_what_is_not_safe_or_says_who_asks_is_sent_once(on, path, how):
    site, proxy = on
    proxy.get(site.authority, path, **COOKIES, **how)
    proxy.get(site.authority, f"/then{path.replace('?', '/')}x", Cookie="lang=de")
    assert len(site.requests(path)) == 1
    assert not proxy.exchange(path).round


def test_a_page_that_is_loaded_again_within_the_round_needs_no_new_copies(on):
    site, proxy = on
    proxy.get(site.authority, "/again", **COOKIES)
    copies(proxy, "/again", 2)
    proxy.get(site.authority, "/again", **COOKIES)
    arms = [it.round.partition("/")[2] for it in copies(proxy, "/again", 2)]
    assert sorted(arms) == ["C1", "C2", "U", "U"]
    assert len(site.requests("/again")) == 4


def test_the_browser_gets_nothing_of_what_a_copy_got(on):
    site, proxy = on
    status, body = proxy.get(site.authority, "/same", **COOKIES)
    copies(proxy, "/same", 2)
    assert (status, b"anybody" in body) == (200, False)


def test_off_until_a_site_is_named(tmp_path):
    with watched(tmp_path) as (site, proxy):
        proxy.get(site.authority, "/feed", **COOKIES)
        proxy.get(site.authority, "/feed2", **COOKIES)
        assert len(site.asked) == 2
        assert not proxy.exchange("/feed").round


def test_settings_switch_a_site_on_and_off_and_exclude_it_meanwhile(tmp_path):
    with watched(tmp_path) as (site, proxy):
        settings = proxy.journal.parent / "settings.toml"

        def chosen(**given):
            settings.write_text(dump(Settings(**given)))
            for n in range(25):  # settings are looked for once a second
                proxy.get(site.authority, f"/look{n}/account", **COOKIES)
                threading.Event().wait(0.05)

        chosen(twins=("127.0.0.1",))
        proxy.get(site.authority, "/feed", **COOKIES)
        assert len(copies(proxy, "/feed", 2)) == 3
        chosen(twins=("127.0.0.1",), exclude=("127.0.0.1",))
        proxy.get(site.authority, "/excluded", **COOKIES)
        chosen()
        proxy.get(site.authority, "/off", **COOKIES)
        assert not proxy.exchange("/off").round
        assert [len(site.requests(path)) for path in ("/excluded", "/off")] == [1, 1]


def test_in_the_persons_name_only_where_that_is_asked_for(tmp_path):
    options = ("companion_twins=127.0.0.1", "companion_self_copies=127.0.0.1")
    with watched(tmp_path, *options) as (site, proxy):
        proxy.get(site.authority, "/feed", **COOKIES, If_None_Match='"a"')
        found = copies(proxy, "/feed", 3)
        assert [it.round.partition("/")[2] for it in found] == ["C1", "C2", "U", "U2"]
        (mine,) = [it for it in found if it.round.endswith("/U2")]
        assert (mine.visitor.name, mine.visitor.role) == ("self-copy", Role.CONTROL)
        assert b"you 0" in mine.response.body
        assert mine.request.header("if-none-match") == ""
        proxy.get(site.authority, "/feed?page=2", **COOKIES)
        arms = [it.round.partition("/")[2] for it in copies(proxy, "/feed?page=2", 2)]
        assert sorted(arms) == ["C1", "C2", "U"]


def test_a_refused_copy_is_missing_and_ends_the_copies_to_its_host(tmp_path):
    with watched(tmp_path, "companion_twins=127.0.0.1", status=403) as (site, proxy):
        proxy.get(site.authority, "/feed", **COOKIES)
        found = copies(proxy, "/feed", 1)
        (refused, *_) = [it for it in found if it.origin is Origin.TWIN]
        assert refused.notes[-1].startswith("missing: it was refused")
        assert proxy.notes("copies-refused")[0]["host"] == "127.0.0.1"
        before = len(site.asked)
        proxy.get(site.authority, "/feed-later", **COOKIES)
        assert not proxy.exchange("/feed-later").round
        assert len(site.asked) == before + 1


def test_without_a_data_folder_that_can_be_written_browsing_is_whole(tmp_path):
    with watched(tmp_path, "companion_twins=127.0.0.1") as (site, proxy):
        (proxy.journal.parent / "twins.json").mkdir()  # what is kept can't be read or written
        (proxy.journal.parent / "twins.lock").mkdir()
        assert proxy.get(site.authority, "/feed", **COOKIES)[0] == 200
        assert proxy.exchange("/feed").status == 200
