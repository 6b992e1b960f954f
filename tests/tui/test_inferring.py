import pytest

from companion.model import SignalKind
from companion.store import signals
from companion.store.open import open_store
from tests.builders import a_signal
from tui.inferring import grounds, inferred

LABEL = {"kind": SignalKind.SEGMENT, "name": "seg", "value": "runner"}


@pytest.fixture
def db(tmp_path):
    held = open_store(tmp_path / "companion.db")
    yield held
    held.close()


@pytest.fixture
def filled(morning):
    held = open_store(morning, readonly=True)
    yield held
    held.close()


def test_inferences_are_about_the_person_not_about_strangers(db):
    signals.put(db, [a_signal(**LABEL), a_signal(**LABEL, exchange="e2", visitor="stranger")])
    (found,) = inferred(db)
    assert found.times == 1


def test_behind_a_label_stands_the_act_and_its_way_to_the_holder(filled):
    runner = next(it for it in inferred(filled) if "marathon runner" in it.claims)
    (cause,) = grounds(filled, runner).behind.causes
    assert cause.act.text == "marathon shoes"
    assert cause.reach.how == "it got a flow by this act"


def test_behind_a_label_no_act_has_to_do_with_stands_none(filled):
    sensitive = next(it for it in inferred(filled) if it.sensitive)
    found = grounds(filled, sensitive)
    assert found.behind.causes == ()
    assert found.behind.acts > 0


def test_where_nothing_was_done_there_is_nothing_behind(db):
    signals.put(db, [a_signal(**LABEL)])
    (found,) = inferred(db)
    assert grounds(db, found).behind.acts == 0
