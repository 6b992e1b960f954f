"""The health forum."""

from companion.smallweb.truth import planted
from tests.smallweb.inside import a_browser, a_reader, a_world, everything, page

THREAD = "/thread/sciatica-at-night-how-do-you-sleep"


def test_rooms_hold_the_threads_of_their_topic():
    browser = a_browser(a_world())
    browser.visit("https://forum.test/room/back-pain")
    assert len([link for link in browser.sheet.links if "/thread/" in link.url]) == 10
    assert browser._line.send("GET", "https://forum.test/room/nothing", {}).status == 404


def test_a_thread_has_replies_and_its_room():
    html = page(a_reader(a_world(), "forum.test", THREAD))
    assert html.count('class="post"') == 4
    assert "In the same room" in html


def test_what_is_read_here_stays_here_with_the_dials_at_0():
    world = a_world()
    browser = a_reader(world, "forum.test", THREAD, THREAD, "/")
    assert planted(world.truth.rows) == set()
    assert "anxiety" not in str([r.body for r in browser._line.sent])


def test_by_the_dials_it_becomes_a_sensitive_label_that_others_get():
    world = a_world(everything())
    a_reader(world, "forum.test", THREAD, THREAD, "/")
    assert planted(world.truth.rows) >= {
        ("sensitive_inference", "forum.test", "forum.test"),
        ("sensitive_inference", "forum.test", "adnet.test"),
        ("invisible_curation", "forum.test", "forum.test"),
    }
