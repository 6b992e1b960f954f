from companion.classify.vocabulary import vocabulary
from companion.model import Item
from tests.builders import an_act


def entries(*topics):
    return [
        Item(rank=1, item=f"i{at}", title=f"Title {at}", topics=named)
        for at, named in enumerate(topics)
    ]


def test_our_words_are_taken_where_they_tell_of_as_many():
    known = vocabulary(entries(("sport", "Ballgames"), ("music", "Concerts"), ()))
    assert known.ours
    assert known.told == 2 / 3
    assert known.of("i0") == ("sport",)
    assert known.of("i2") == known.of("nowhere") == ()


def test_the_sites_words_are_taken_where_they_tell_of_more():
    known = vocabulary(entries(("sport", "Ballgames"), ("Concerts",), ("Opera", "Stage")))
    assert not known.ours
    assert known.of("i2") == ("opera", "stage")


def test_what_was_opened_is_told_in_the_same_words():
    theirs = vocabulary(entries(("Concerts",)))
    assert theirs.titled("TITLE 0", an_act(topics=("music",))) == ("concerts",)
    assert theirs.titled("Another page", an_act(topics=("music",))) == ()
    ours = vocabulary(entries(("music",)))
    assert ours.titled("Another page", an_act(topics=("sport",))) == ("sport",)


def test_nothing_tells_nothing():
    assert vocabulary([]).told == 0
