"""Each language has every text, each letter every element it must contain."""

import re

import pytest

from companion.contest.knowledge import knowledge
from companion.contest.texts import language, languages
from companion.errors import UnreadableInput
from companion.model import FindingKind, Level

EVERY = languages()
LETTERS = [(code, kind) for code in EVERY for kind in language(code).letter]
HOLES = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_every_letter_exists_in(code):
    assert set(language(code).letter) == set(knowledge().letter)


@pytest.mark.parametrize("code", EVERY)
def test_a_language_has_all_tables_of_english(code):
    english, here = language("en"), language(code)
    assert set(here.common) == set(english.common)
    assert set(here.units) == set(english.units)
    assert set(here.who) == set(english.who)
    assert set(here.levels) == {it.value for it in Level}
    assert set(here.claims) == {it.value for it in FindingKind}
    assert set(here.blanks) == set(english.blanks)
    assert len(here.common["months"]) == 12
    assert set(here.instruments) <= set(knowledge().instrument)


@pytest.mark.parametrize("code", EVERY)
def test_a_translation_has_the_holes_of_english(code):
    english, here = language("en"), language(code)
    for table in ("who", "levels", "claims"):
        for name, text in getattr(here, table).items():
            assert set(HOLES.findall(text)) == set(HOLES.findall(getattr(english, table)[name]))


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_a_letter_covers_all_it_must_contain(code, kind):
    covered = {it for part in language(code).letter[kind].part for it in part.elements}
    assert covered == set(range(1, len(knowledge().letter[kind].must_contain) + 1))


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_a_letter_covers_only_elements_there_are(code, kind):
    also = {it for part in language(code).letter[kind].part for it in part.also}
    assert also <= set(range(1, len(knowledge().letter[kind].should_contain) + 1))


def test_an_unknown_language_is_refused_with_those_there_are():
    for code in ("xx", "../en"):
        with pytest.raises(UnreadableInput, match="choose one of de, en, es, fr"):
            language(code)
