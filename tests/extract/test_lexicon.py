import pytest

from companion.extract import lexicon


@pytest.mark.parametrize(
    ("notion", "text"),
    [
        ("personal", "Recommended for you"),
        ("personal", "Das könnte dir gefallen"),
        ("personal", "VOUS POURRIEZ AUSSI AIMER…"),
        ("personal", "Te podría gustar"),
        ("personal", "Potrebbe piacerti"),
        ("personal", "Recomendado para você"),
        ("personal", "Misschien vind je dit leuk"),
        ("personal", "Polecane dla Ciebie"),
        ("reason", "Weil du Regen gesehen hast"),
        ("reason", "Porque viste Lluvia"),
        ("crowd", "Scelti dalla redazione"),
        ("ad", "Gesponsord"),
        ("control", "Dlaczego to widzę?"),
        ("history", "Zuletzt angesehen"),
    ],
)
def test_phrases_are_found_in_eight_languages(notion, text):
    assert lexicon.found(notion, text)


@pytest.mark.parametrize(
    ("notion", "text"),
    [
        ("personal", "For your garden"),
        ("latest", "News"),
        ("ad", "Add to basket"),
        ("ad", "Download"),
        ("history", "History"),
        ("unheard of", "anything"),
    ],
)
def test_other_words_are_not(notion, text):
    assert not lexicon.found(notion, text)


def test_folding_takes_case_accents_and_doubled_spaces():
    assert lexicon.fold("  Für  DICH, Małgośka\u2019s ") == "fur dich, malgoska's"


def test_a_gap_spans_words():
    assert lexicon.found("reason", "je Regen hebt bekeken") == "je regen hebt bekeken"


def test_a_phrase_can_open_a_text_or_be_all_of_it():
    assert lexicon.opens("ad", "Sponsored by Northwind")
    assert not lexicon.opens("ad", "Not sponsored")
    assert lexicon.whole("furniture", "Privacy policy »")
    assert not lexicon.whole("furniture", "Privacy policy of the harbour")


@pytest.mark.parametrize("notion", ["personal", "reason", "crowd", "ad", "control", "furniture"])
def test_every_language_has_every_notion(notion):
    assert all(words.get(notion) for words in lexicon._languages())
