"""The proxy goes first while traffic is fast, for a while; judging takes its part and no more."""

import pytest

from companion.live.pace import FAST, JUDGE_EVERY, LONGEST, Look, growth, pause, rest


def test_growth_is_records_a_second():
    assert growth(Look(10.0, 1_000), Look(12.0, 401_000), record_bytes=1_000) == 200


@pytest.mark.parametrize("now", [Look(12.0, 1_000), Look(10.0, 9_000), Look(12.0, 0)])
def test_nothing_grows_without_time_or_bytes(now):
    assert growth(Look(10.0, 1_000), now, record_bytes=1_000) == 0


def test_nothing_is_said_of_growth_before_a_record_was_read():
    assert growth(Look(10.0, 0), Look(12.0, 9_000), record_bytes=0) == 0


def test_the_proxy_goes_first_while_the_journal_grows_fast():
    assert pause(FAST + 1, waited=0) > 0
    assert pause(FAST, waited=0) == 0


def test_it_goes_first_for_five_seconds_at_most():
    waited = 0.0
    while seconds := pause(10 * FAST, waited):
        waited += seconds
    assert waited == LONGEST == 5.0


def test_cheap_judging_comes_every_two_seconds():
    assert rest(0.01) == JUDGE_EVERY == 2.0


def test_dear_judging_takes_a_fifth_of_the_time():
    assert 3.0 / (3.0 + rest(3.0)) == pytest.approx(0.2)
