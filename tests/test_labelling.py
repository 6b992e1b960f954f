"""Topics told at once by words, and later by a model; here one of a few words."""

from datetime import timedelta

import pytest

from companion.extract.extract import Extraction
from companion.labelling import Labelling
from companion.model import ActKind
from companion.store import acts, exchanges, ledger, slates, topics, unjudged
from companion.store.open import open_store
from companion.topics.model import Told
from tests.builders import NOON, a_slate, an_act, an_exchange

FLU, GOAL = "Three days of flu", "A late goal"


class Fake:
    name = "fake 1"

    def __init__(self):
        self.asked = []

    def told(self, texts, kept):
        self.asked += texts
        return [Told(self.label(it), self.profile(it, kept)) for it in texts]

    def label(self, text):
        return ("health",) if "flu" in text else ("sport",) if "goal" in text else ()

    def profile(self, text, kept):
        return {it: 1.0 for it in self.label(text) if it != "health" or it in kept}


@pytest.fixture
def fake():
    return Fake()


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "companion.db") as opened:
        yield opened


def taken(db, labelling, *titles, text="Front page"):
    exchange = an_exchange()
    found = Extraction(
        acts=(an_act(exchange=exchange.id, text=text),),
        slates=(a_slate(*titles, exchange=exchange.id),),
    )
    exchanges.keep(db, [exchange])
    first = labelling.first(exchange.id, found)
    acts.replace(db, exchange.id, first.acts)
    slates.replace(db, exchange.id, first.slates)
    return first


def told(db):
    return [item.topics for slate in slates.each(db) for item in slate.items]


def test_words_tell_at_once_without_a_model_and_nothing_waits(db):
    first = taken(db, Labelling(db), "Recipe for cake", text="Cheap flights")
    assert first.slates[0].items[0].topics == ("food",)
    assert (first.acts[0].topics, first.acts[0].context) == (("travel",), "travel")
    assert topics.left(db) == 0


def test_the_model_tells_later_and_the_sites_are_judged_again(db, fake):
    labelling = Labelling(db, lambda: fake)
    taken(db, labelling, GOAL, text=f"{GOAL} (rank 1 of “Now”)")
    assert (told(db), topics.left(db)) == ([()], 1)
    assert labelling.step() == 1
    assert told(db) == [("sport",)]
    assert [(it.topics, it.context) for it in acts.each(db)] == [(("sport",), "sport")]
    assert (topics.left(db), list(unjudged.sites(db))) == (0, ["news.example"])
    assert labelling.step() == 0


def test_a_title_is_asked_about_once_and_known_at_once_from_then_on(db, fake):
    labelling = Labelling(db, lambda: fake)
    taken(db, labelling, GOAL)
    labelling.step()
    first = taken(db, labelling, GOAL)
    assert first.slates[0].items[0].topics == ("sport",)
    assert (fake.asked.count(GOAL), topics.left(db)) == (1, 0)


def test_a_sensitive_topic_is_kept_only_after_the_person_agreed(db, fake):
    labelling = Labelling(db, lambda: fake)
    taken(db, labelling, FLU)
    labelling.step()
    assert told(db) == [()]
    topics.agree(db, "health", NOON)
    assert labelling.step() == 1
    assert told(db) == [("health",)]
    assert topics.agreed(db) == {"health": NOON}


def test_taking_it_back_takes_the_topic_away_without_a_model_too(db, fake):
    topics.agree(db, "health", NOON)
    taken(db, Labelling(db, lambda: fake), FLU)
    Labelling(db, lambda: fake).step()
    topics.disagree(db, "health")
    assert Labelling(db).step() == 1
    assert (told(db), topics.agreed(db)) == ([()], {})


def test_the_sites_own_words_stay_behind_ours(db, fake):
    labelling = Labelling(db, lambda: fake)
    item = a_slate(GOAL).items[0]
    own = type(item)(rank=1, item="g", title=GOAL, topics=("Local", "food"))
    exchange = an_exchange()
    found = Extraction(slates=(a_slate(items=(own,), exchange=exchange.id),))
    exchanges.keep(db, [exchange])
    slates.replace(db, exchange.id, labelling.first(exchange.id, found).slates)
    labelling.step()
    assert told(db) == [("sport", "Local")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [(ActKind.SUBMIT, "form at /goal (goal)"), (ActKind.VISIT, "https://a.example/goal")],
)
def test_forms_and_addresses_are_not_asked_about(db, fake, kind, text):
    labelling = Labelling(db, lambda: fake)
    act = an_act(kind=kind, text=text, seen_at=NOON + timedelta(1))
    labelling.first(act.exchange, Extraction(acts=(act,)))
    assert topics.left(db) == 0


def found_near(db, topic):
    window = (NOON - timedelta(days=1), NOON + timedelta(days=1))
    return ledger.acts_about(db, [ledger.key_of("self", f"near {topic}")], "x.example", window)


def test_acts_are_found_by_what_they_are_near_to_once_the_model_told(db, fake):
    labelling = Labelling(db, lambda: fake)
    taken(db, labelling, text=GOAL)
    assert found_near(db, "sport") == []
    labelling.step()
    assert [it.text for it in found_near(db, "sport")] == [GOAL]


def test_acts_are_found_so_at_once_where_the_model_told_their_text_before(db, fake):
    topics.keep(db, fake.name, dict.fromkeys((GOAL, "One", "Two", "Three", "Four"), ()))
    topics.keep_profiles(db, fake.name, {GOAL: {"sport": 1.0}})
    taken(db, Labelling(db, lambda: fake), text=GOAL)
    assert len(found_near(db, "sport")) == 1


def test_nothing_is_near_to_a_sensitive_topic_before_the_person_agrees_or_after(db, fake):
    labelling = Labelling(db, lambda: fake)
    taken(db, labelling, text=FLU)
    labelling.step()
    assert found_near(db, "health") == []
    topics.agree(db, "health", NOON)
    while labelling.step():
        pass
    assert len(found_near(db, "health")) == 1
    topics.disagree(db, "health")
    while labelling.step():
        pass
    assert found_near(db, "health") == []
    assert topics.profiles(db, fake.name, [FLU]) == {FLU: {}}
