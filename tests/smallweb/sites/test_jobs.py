"""The job board's ratings and forms."""

from companion.smallweb.truth import planted
from tests.smallweb.inside import a_reader, a_world, kinds, page

JOB = "/job/hut-warden-mountain-refuge"


def _apply(world):
    browser = a_reader(world, "jobs.test", JOB)
    browser.click("Apply now")
    browser.type("input[name=email]", "maya@example.org")
    browser.click("Send application")
    return browser


def test_an_honest_form_keeps_the_address_out_of_the_address():
    world = a_world()
    browser = _apply(world)
    assert browser.sheet.url == "https://jobs.test/applied"
    assert b"maya" not in browser._line.sent[-1].body
    assert kinds(world) == set()


def test_by_the_dial_the_next_address_holds_it_and_the_ad_request_repeats_it():
    world = a_world(email_in_address=1)
    browser = _apply(world)
    assert "email=maya%40example.org" in browser.sheet.url
    assert b"maya%40example.org" in browser._line.sent[-1].body
    assert planted(world.truth.rows) == {("pii_leak", "jobs.test", "adnet.test")}


def test_candidates_are_rated_by_the_dial_of_segments():
    for dials, is_rated in (({}, False), ({"segments": 1}, True)):
        world = a_world(**dials)
        html = page(a_reader(world, "jobs.test", JOB, JOB))
        assert ("apply_propensity" in html) is is_rated
        assert ("undisclosed_inference" in kinds(world)) is is_rated


def test_openings_are_recommended_with_reasons():
    html = page(a_reader(a_world(), "jobs.test", JOB, "/"))
    assert "Because you looked at “Hut warden, mountain refuge”" in html
