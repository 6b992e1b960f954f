"""How much third parties were told, counted and compared."""

import pytest

from companion.audit.results import results
from companion.compare import claims
from companion.model import FindingKind
from tests.audit.made import a_plan, fill

IDS = ("uid", "gid", "fid")


@pytest.fixture
def counting(tmp_path, plan):
    return a_plan(tmp_path, plan.text.replace('"lists"', '"identifiers", "consent"'))


def _found(db, path, plan, told):
    fill(db, path, plan, told=told)
    return {one.measure: one for one in results(db, plan)}


def test_more_after_what_was_done_is_found(db, path, counting):
    found = _found(db, path, counting, lambda v: IDS if v.role == "subject" else ())
    one = found["identifiers"]
    assert (one.verdict, one.effect) == (claims.PERSONAL, 3.0)
    assert "3.0 more identifiers and personal data" in one.sentence
    assert one.sides[0].lines == ("ads.example: fid", "ads.example: gid", "ads.example: uid")
    assert found["consent"].effect == 1.0


def test_fewer_are_found_as_well(db, path, counting):
    found = _found(db, path, counting, lambda v: () if v.role == "subject" else IDS)
    assert "3.0 fewer" in found["identifiers"].sentence


def test_the_same_for_all_is_said_to_be(db, path, counting):
    found = _found(db, path, counting, lambda _: IDS)
    assert {one.verdict for one in found.values()} == {claims.NO_DIFFERENCE}


def test_what_chance_can_do_is_left_open(db, path, counting):
    found = _found(db, path, counting, lambda v: IDS if len(v.id) + v.block == 11 else ())
    assert found["identifiers"].verdict in (claims.INCONCLUSIVE, claims.NO_DIFFERENCE)


def test_few_blocks_are_too_few(db, path, tmp_path, counting):
    plan = a_plan(tmp_path, counting.text, blocks="3")
    assert _found(db, path, plan, lambda _: IDS)["consent"].verdict == claims.NOT_TESTED


def test_loads_far_apart_leave_nothing_to_compare(db, path, tmp_path, counting):
    plan = a_plan(tmp_path, counting.text.replace("blocks = 5", "blocks = 5\nwithin_seconds = 1"))
    fill(db, path, plan, apart=10)
    (one, _) = results(db, plan)
    assert (one.verdict, one.sides) == (claims.MISSING, ())


def test_under_global_privacy_control_the_kind_is_its_own(db, path, tmp_path, counting):
    text = counting.text.replace('role = "subject"', 'role = "subject"\ngpc = true')
    found = _found(db, path, a_plan(tmp_path, text), lambda _: IDS)
    assert found["consent"].kind is FindingKind.GPC_IGNORED
    assert found["identifiers"].kind is FindingKind.TRACKING_IDENTIFIER
