"""What fades on the small web over twelve weeks, seen in rounds with strangers."""

import json

from companion.compare.corrections import benjamini_hochberg
from companion.compare.exposure import exposures
from companion.compare.round import Round
from companion.compare.rules import rule
from companion.smallweb.agent import Agent
from companion.smallweb.catalogue import pieces, topics
from companion.smallweb.dials import Dials, load
from companion.smallweb.script import play, script
from companion.smallweb.visitor import Life, live
from tests.smallweb.inside import Inside, a_world

LISTS = "https://tube.test/api/home"


class _Compared(Inside):
    """Asks for the person's videos again as two strangers who made the same choice."""

    def __init__(self, world):
        super().__init__(world)
        self._clock = world.clock
        self.rounds = []

    def send(self, method, url, headers, body=""):
        answer = super().send(method, url, headers, body)
        if url == LISTS:
            asked = {name: value for name, value in headers.items() if name != "Cookie"}
            asked["Cookie"] = "cookieconsent_status=allow"
            theirs = [super(_Compared, self).send(method, url, asked, body) for _ in range(2)]
            self.rounds.append(
                Round(
                    key=str(len(self.rounds)),
                    site="tube.test",
                    place="videos",
                    seen_at=self._clock.now(),
                    mine=(_videos(answer),),
                    strangers=tuple(map(_videos, theirs)),
                )
            )
        return answer


def _videos(answer):
    first = json.loads(answer.body)["sections"][0]
    return tuple(one["id"] for one in first["items"])


def _faded(**turned):
    """Topics said to fade after twelve weeks."""
    world = a_world(Dials({**load().strengths, **turned}, seed=1))
    browser = _Compared(world)
    agent = Agent(browser)
    play(script().visible, agent)
    live(agent, Life(script=script(), seed=1), world.clock.jump, lambda _: None)
    found = exposures(browser.rounds, lambda key: (topics().segments[pieces("tube")[key].topic],))
    qs = benjamini_hochberg([one.trend.p for one in found])
    return [
        one.topic for one, q in zip(found, qs, strict=True) if one.fades and q <= rule("possible_q")
    ]


def test_what_is_left_out_for_the_person_alone_is_found():
    assert _faded() == ["Home > Gardening"]


def test_interests_that_come_and_go_do_not_fade():
    assert _faded(fading=0, narrowing=0) == []
