from companion.topics.words import Lexicon, folded

LEXICON = Lexicon([("heart disease", "health"), ("allergie*", "health"), ("debt", "money")])


def test_words_are_folded_to_lower_case_without_accents():
    assert folded("Größe ÉTÉ łąka heartDisease") == ("große", "ete", "laka", "heart", "disease")


def test_a_row_of_words_is_found_side_by_side_only():
    assert list(LEXICON.find("Heart-disease risk")) == [("health", "heart disease")]
    assert list(LEXICON.find("disease of the heart")) == []


def test_a_beginning_finds_longer_words():
    assert list(LEXICON.find("Allergiker? nein, Allergien")) == [("health", "allergien")]


def test_part_of_a_word_is_not_found():
    assert list(LEXICON.find("indebted")) == []
