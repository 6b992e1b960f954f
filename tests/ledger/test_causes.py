import math
from datetime import timedelta

import pytest

from companion.ledger.causes import (
    causes,
    explained,
    keys_of,
    last_support,
    likeness,
    unrelated,
    wanted,
)
from companion.ledger.delivered import of_signal
from companion.model import SignalKind
from tests.builders import NOON, a_signal, an_act
from tests.facts import MemoryFacts


def label(value="Trail running", topics=(), **changes):
    signal = a_signal(kind=SignalKind.SEGMENT, name="segment", value=value, **changes)
    return of_signal(signal, topics)


def act(text, days=0, **changes):
    return an_act(text=text, seen_at=NOON - timedelta(days=days), exchange=f"e-{text}", **changes)


def test_the_act_that_says_the_same_comes_first_and_fades_with_time():
    near, far, other = act("Trail running", 3), act("Trail running shoes", 60), act("Cake", 1)
    found = causes(label(), MemoryFacts(every_act=[far, near, other]))
    assert [it.act for it in found] == [near, far]
    assert found[0].p == pytest.approx(math.exp(-3 / 30))
    assert explained(found) == found[0].p
    assert (found[0].recallable, found[1].recallable) == (True, False)


def test_what_was_done_after_the_first_sight_explains_nothing():
    assert causes(label(), MemoryFacts(every_act=[act("Trail running", -1)])) == ()
    assert explained(()) == 0


def test_what_could_not_come_to_the_party_explains_nothing():
    near, tied = act("Trail running", 1), act("Trail running", 9)
    reaches = {(near.id, "ads.example"): 0.0, (tied.id, "ads.example"): 0.3}
    found = causes(label(), MemoryFacts(every_act=[near, tied], reaches=reaches))
    assert [it.act for it in found] == [tied]
    assert found[0].p == pytest.approx(0.3 * math.exp(-9 / 30))


def test_the_best_three_are_those_of_all_whatever_their_order():
    acts = [act(f"Trail running {day}", day) for day in range(40)]
    reaches = {(it.id, "ads.example"): 0.5 for it in acts[:10]}
    found = causes(label(), MemoryFacts(every_act=acts, reaches=reaches))
    every = causes(label(), MemoryFacts(every_act=acts, reaches=reaches), limit=40)
    assert [it.p for it in found] == [it.p for it in every[:3]]


def test_the_same_topic_explains_and_the_same_part_of_life_a_little():
    facts = MemoryFacts()
    same = likeness(label("Jardin", ("pets",)), act("Kitten", topics=("pets",)), facts)
    life = likeness(label("Jardin", ("pets",)), act("Soup", topics=("food",)), facts)
    none = likeness(label("Jardin", ("pets",)), act("Goal", topics=("sport",)), facts)
    assert (same, life, none) == (pytest.approx(0.8), pytest.approx(0.3), 0.0)


def test_an_act_is_found_by_its_words_its_site_and_its_topics():
    found = keys_of(act("Kitten care", site="cat-lovers.example", topics=("pets",)))
    assert found == {"kitt", "care", "love", "topic pets"}


def test_the_last_act_that_supports_a_label_is_told_however_old():
    old, older = act("Trail running", 25), act("Trail running", 29)
    found = last_support(label(), MemoryFacts(every_act=[older, old]))
    assert (found.act, round(found.days)) == (old, 25)


def test_no_act_supports_what_has_to_do_with_none():
    held = [act("Cake"), act("Trailer of a film")]
    reaches = {(held[1].id, "ads.example"): 0.3}
    assert last_support(label(), MemoryFacts(every_act=held, reaches=reaches)) is None


def test_of_acts_with_one_title_the_first_that_explains_as_well_is_there_once():
    acts = [act("Trail running", day) for day in (1, 2, 20)]
    (found,) = causes(label(), MemoryFacts(every_act=acts))
    assert found.act == acts[1]


def test_a_first_act_that_could_come_less_well_is_not_taken_for_it():
    acts = [act("Trail running", day) for day in (1, 2)]
    reaches = {(acts[1].id, "ads.example"): 0.5}
    (found,) = causes(label(), MemoryFacts(every_act=acts, reaches=reaches))
    assert found.act == acts[0]


NEAR = {"Jardin": {"garden": 0.8}, "Roses": {"garden": 0.6, "food": 0.2}, "Goal": {"sport": 0.9}}


def test_where_profiles_are_told_likeness_goes_by_them():
    facts = MemoryFacts(profiles=NEAR)
    roses = likeness(label("Jardin"), act("Roses"), facts)
    assert 0.7 < roses < 0.8
    assert likeness(label("Jardin", ("sport",)), act("Goal", topics=("sport",)), facts) == 0


def test_acts_are_looked_for_by_what_a_label_is_near_to():
    assert wanted(label("Jardin"), MemoryFacts(profiles=NEAR)) == {"jard", "near garden"}


def test_a_weak_likeness_is_one_by_profiles_and_none_by_words_alone():
    old = causes(label(), MemoryFacts(every_act=[act("Trail running", 45)]))
    assert unrelated(old, profiled=False)
    assert not unrelated(old, profiled=True)
    assert unrelated((), profiled=True)
