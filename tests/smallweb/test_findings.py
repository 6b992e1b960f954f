"""Truth against findings: what the sites plant is found, and what they do not plant is not claimed.

The person's traffic goes straight into the pipeline, without a proxy between.
"""

from datetime import timedelta
from itertools import batched

import pytest

from companion.capture.ids import Ids
from companion.classify.detector import detectors
from companion.decode.hosts import site_of
from companion.intake.amend import add_seeds
from companion.model import Exchange, ExchangeId, Message, Origin
from companion.pipeline import start
from companion.redact.seeds import Seed
from companion.smallweb.agent import Agent
from companion.smallweb.dials import Dials, honest, load
from companion.smallweb.script import play, script
from companion.smallweb.truth import Claim, compare, planted, unsettled
from companion.smallweb.visitor import Life, live
from companion.store import findings, marks, tests
from companion.store.open import open_store
from tests.smallweb.inside import Inside, a_world

KINDS = [kind.value for kind in detectors()]
ELSEWHERE = {
    "fading_alternatives",
    "narrowing",
    "inappropriate_intimacy",
    "price_personalization",
    "contest_not_honoured",
}
"""What strangers, many weeks, the person's word or a case show; there are none here."""


class _Recorder(Inside):
    """Keeps every exchange as a capture would hand it on, a tenth of a second apart."""

    def __init__(self, world):
        super().__init__(world)
        self._clock, self._ids = world.clock, Ids()
        self.kept: list[Exchange] = []

    def send(self, method, url, headers, body=""):
        answer = super().send(method, url, headers, body)
        exchange = Exchange(
            id=ExchangeId(""),
            origin=Origin.DEMO,
            method=method,
            url=url,
            status=answer.status,
            seen_at=self._clock.now() + timedelta(milliseconds=100 * len(self.kept)),
            request=Message(
                headers=tuple(headers.items()), body=body.encode() or None, length=len(body)
            ),
            response=Message(
                headers=tuple(answer.headers.items()),
                body=answer.body,
                length=len(answer.body),
            ),
            party=site_of(url) or "",
        )
        self.kept.append(self._ids.identified(exchange))
        return answer


def _judged(folder, dials: Dials, weeks: int):
    """Lives some weeks, records and judges them; the comparison with the truth."""
    world = a_world(dials)
    recorder = _Recorder(world)
    agent = Agent(recorder)
    play(script().visible, agent)
    live(agent, Life(script=script(), weeks=weeks), world.clock.jump, lambda _: None)
    path = folder / "demo.db"
    with open_store(path) as store:
        for site, context in script().contexts.items():
            marks.put(store, site, context)
        seeds = [Seed(field, value) for field, value in script().person.items()]
        add_seeds(store, path, seeds, lambda _: None)
        journey = start(store, path)
        for batch in batched(recorder.kept, 100):
            journey.take(batch)
        journey.judge()
        said = [Claim(it.kind.value, it.site, it.party) for it in findings.each(store)]
        looked = list(tests.each(store))
    return compare(planted(world.truth.rows), said, KINDS, unsettled(looked))


def test_what_the_demo_plants_is_found_and_nothing_else(tmp_path):
    result = _judged(tmp_path, load(), weeks=3)
    assert (result.missed, result.invented) == ((), ())
    assert len(result.found) >= 55
    assert {claim.kind for claim in result.found} >= set(KINDS) - ELSEWHERE - {"gpc_ignored"}


def test_with_all_dials_at_0_nothing_is_claimed(tmp_path):
    result = _judged(tmp_path, honest(), weeks=6)
    assert (result.found, result.missed, result.invented) == ((), (), ())


@pytest.mark.parametrize("seed", [1, 2])
def test_half_way_up_what_happens_is_found_and_nothing_else(tmp_path, seed):
    halves = Dials(dict.fromkeys(load().strengths, 0.5), seed)
    result = _judged(tmp_path, halves, weeks=4)
    assert (result.missed, result.invented) == ((), ())
    assert len(result.found) >= 15
