"""Copies on their way: a few at a time, with gaps, forgotten when they take too long."""

import asyncio
from dataclasses import replace
from random import Random

import pytest

from addons.copying import copies
from addons.pacing import limits
from addons.sending import Hands, Sending
from tests.addons.test_copying import a_flow

LIMITS = replace(limits(), window=60, patience=0.01, at_once=2)


class Told:
    """A clock that stands, and what was done."""

    now = 0.0

    def __init__(self):
        self.sent, self.ended, self.unsent, self.refused = [], [], [], False

    def hands(self, send=None):
        return Hands(
            clock=lambda: self.now,
            send=send or self.sent.append,
            ended=lambda copy, why: self.ended.append((copy.place, why)),
            unsent=lambda copy, why: self.unsent.append((copy.place, why)),
            stopped=lambda _: self.refused,
        )


@pytest.fixture
def told():
    return Told()


def a_round(key="k"):
    return copies(a_flow(), key, again=True, random=Random(1))


def test_a_copy_that_is_answered_is_over(told):
    async def run():
        sending = Sending(replace(LIMITS, patience=5), told.hands())
        copy = a_round()[0]
        task = asyncio.create_task(sending.send(copy, 0.0, 0.0))
        while not told.sent:
            await asyncio.sleep(0)
        assert sending.over(copy.place) is copy
        await task
        assert sending.over(copy.place) is None

    asyncio.run(run())
    assert (told.ended, told.unsent) == ([], [])


def test_a_copy_that_takes_too_long_is_forgotten(told):
    async def run():
        sending = Sending(LIMITS, told.hands())
        copy = a_round()[0]
        await sending.send(copy, 0.0, 0.0)
        assert sending.over(copy.place) is None

    asyncio.run(run())
    ((_, why),) = told.ended
    assert why.startswith("no answer within")


def test_no_more_are_under_way_than_there_is_room_for(told):
    most = []

    async def run():
        under_way = set()

        def send(flow):
            under_way.add(flow)
            most.append(len(under_way))

        sending = Sending(
            LIMITS, told.hands(send)._replace(ended=lambda c, _: under_way.discard(c.flow))
        )
        await asyncio.gather(*(sending.send(copy, 0.0, 0.0) for copy in a_round() + a_round("l")))

    asyncio.run(run())
    assert max(most) == 2
    assert len(most) == 6


def test_what_is_too_late_is_not_sent(told):
    told.now = 61.0
    asyncio.run(Sending(LIMITS, told.hands()).send(a_round()[0], 0.0, 0.0))
    assert told.sent == []
    assert "60 s" in told.unsent[0][1]


def test_to_a_host_that_refused_nothing_is_sent(told):
    told.refused = True
    asyncio.run(Sending(LIMITS, told.hands()).send(a_round()[0], 0.0, 0.0))
    assert told.sent == []
    assert "refused" in told.unsent[0][1]


def test_copies_to_one_host_lie_a_gap_apart_and_those_to_another_do_not(told):
    sending = Sending(LIMITS, told.hands())
    assert [sending._wait("a", 2.0) for _ in range(3)] == [0.0, 2.0, 4.0]
    assert sending._wait("b", 2.0) == 0.0
    told.now = 10.0
    assert sending._wait("a", 2.0) == 0.0
