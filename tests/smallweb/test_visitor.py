"""Weeks lived at speed: by interest, by seed, and harms only where dials say so."""

from dataclasses import replace
from random import Random

import pytest

from companion.smallweb.dials import honest, load
from companion.smallweb.script import Habit, play, script
from companion.smallweb.sheet import Link
from companion.smallweb.truth import HARMS, planted
from companion.smallweb.visitor import Life, choose, live
from tests.smallweb.inside import a_browser, a_world, everything, kinds

HABIT = Habit(site="https://news.test/", days=(0,), pages=2, likes=("hut", "trail"))


def _links(*titles):
    return [Link(title, f"https://news.test/story/{n}") for n, title in enumerate(titles)]


class _Never:
    """Chance that never strikes."""

    def random(self):
        return 0.99


def test_titles_that_speak_to_ones_interests_are_clicked():
    links = _links("Football", "A hut", "A hut on a trail", "Cooking")
    assert choose(links, HABIT, set(), _Never()).text == "A hut on a trail"
    assert choose(links, HABIT, {links[2].url}, _Never()).text == "A hut"


def test_now_and_then_anything_is_clicked():
    links = _links("Football", "A hut", "Cooking")
    chance = Random(1)
    clicked = [choose(links, HABIT, set(), chance).text for _ in range(300)]
    assert clicked.count("A hut") > 200
    assert {"Football", "Cooking"} <= set(clicked)


def test_other_sites_and_pages_that_are_no_piece_are_not_clicked():
    links = [
        Link("A hut", "https://shop.test/p/hut"),
        Link("A hut", "https://news.test/settings"),
    ]
    assert choose(links, HABIT, set(), _Never()) is None


def test_a_site_without_anything_to_read_is_left_again():
    world = a_world()
    browser = a_browser(world)
    about = Habit(site="https://adnet.test/", days=(0,), pages=2, likes=())
    nothing = replace(script(), habits=(about,), later=())
    live(browser, Life(script=nothing, weeks=1), world.clock.jump, lambda _: None)
    assert browser.fetched == 1


def _lived(dials, weeks=12, seed=0, visible=True):
    world, reports = a_world(dials), []
    browser = a_browser(world)
    if visible:
        play(script().visible, browser)
    life = Life(script=script(), weeks=weeks, seed=seed)
    live(browser, life, world.clock.jump, reports.append)
    return world, browser, reports


@pytest.fixture(scope="module")
def demo():
    return _lived(load())


def test_the_demo_stays_within_its_size_and_reports_every_day(demo):
    world, browser, reports = demo
    assert browser.fetched <= 2500
    assert [report.day for report in reports] == list(range(1, 85))
    assert reports[-1].exchanges == browser.fetched
    assert world.clock.hours == 84 * 24


def test_the_demo_plants_all_that_its_dials_say(demo):
    # gpc_ignored needs a browser that sends the signal, contest_not_honoured somebody who contests
    assert kinds(demo[0]) == HARMS - {"gpc_ignored", "contest_not_honoured"}


def test_the_same_seed_lives_the_same_weeks():
    one, same, other = (_lived(load(), 1, seed, False)[1] for seed in (1, 1, 2))
    targets = [[r.target for r in browser._line.sent] for browser in (one, same, other)]
    assert targets[0] == targets[1] != targets[2]


def test_with_all_dials_at_0_no_harm_is_planted():
    world, browser, _ = _lived(honest())
    assert planted(world.truth.rows) == set()
    assert {row.kind for row in world.truth.rows} == {"labelled_list"}
    embedded = [r for r in browser._line.sent if r.headers["sec-fetch-dest"] != "document"]
    foreign = [r for r in embedded if r.headers["sec-fetch-site"] == "cross-site"]
    assert {r.host for r in foreign} == {"adnet.test"}  # contextual ads, and nobody else
    assert not any("cookie" in r.headers for r in foreign)


DIAL_AND_KIND = {
    "tracking": "tracking_identifier",
    "sync": "identifier_sharing",
    "hashed_email": "pii_leak",
    "sensitive_segments": "sensitive_inference",
    "segments": "undisclosed_inference",
    "opaque_segments": "opaque_inference",
    "intimacy": "inappropriate_intimacy",
    "unlabelled_lists": "invisible_curation",
    "experiment": "undisclosed_experiment",
    "price_personalization": "price_personalization",
    "narrowing": "narrowing",
    "fading": "fading_alternatives",
    "refusal_ignored": "consent_ignored",
}
# What else plants the same kind.
BESIDES = {
    "sync": ("link_decoration",),
    "hashed_email": ("email_while_typing", "email_in_address"),
    "segments": ("opaque_segments",),
    "unlabelled_lists": ("no_reason",),
    "experiment": ("price_test",),
    "tracking": ("refusal_ignored", "sync"),
}


@pytest.mark.parametrize("dial", DIAL_AND_KIND)
def test_each_dial_turns_its_own_harm_on_and_off(dial):
    others = dict.fromkeys(BESIDES.get(dial, ()), 0.0)
    kind = DIAL_AND_KIND[dial]
    assert kind in kinds(_lived(everything(**others, contest_ignored=0), 3)[0])
    assert kind not in kinds(_lived(everything(**others, **{dial: 0.0}), 3)[0])
