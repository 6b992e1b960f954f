import tomllib
from pathlib import Path

import pytest

import companion.topics
from companion.topics.lexicon import LANGUAGES, by_words
from companion.topics.table import sensitive, topics

DATA = tomllib.loads(Path(companion.topics.__path__[0]).joinpath("lexicon.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Apfelkuchen: Rezept mit Zimt", "food"),
        ("Les meilleures voitures hybrides", "automotive"),
        ("Ofertas de empleo en Madrid", "careers"),
        ("Prognoza pogody na weekend", "weather"),
        ("How to prune roses in the garden", "home and garden"),
    ],
)
def test_words_of_a_title_tell_its_topic(text, topic):
    assert by_words(text) == (topic,)


@pytest.mark.parametrize("text", ["", "Home", "Symptoms of diabetes", "Gay and proud", "Holy mass"])
def test_nothing_is_said_without_words_or_about_what_is_sensitive(text):
    assert by_words(text) == ()


def test_two_topics_as_loud_as_each_other_are_none():
    assert by_words("Recipe for a movie") == ()


def test_the_words_hold_no_sensitive_topic_and_only_topics_that_there_are():
    named = {name for name, entry in DATA.items() if isinstance(entry, dict)}
    assert named == set(topics()) - set(sensitive())


def test_every_topic_has_words_in_every_language():
    assert all(set(DATA[name]) == LANGUAGES for name in set(topics()) - set(sensitive()))
