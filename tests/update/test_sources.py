import pytest

from companion.errors import UnreadableInput
from companion.update.sources import sources

GOOD = """
[[list]]
name = "own"
title = "Own"
url = "https://lists.example/a.json"
licence = "CC0"
licence_url = "https://creativecommons.org/publicdomain/zero/1.0/"
attribution = "Own"
reads = "entities"
"""


def read(tmp_path, text):
    place = tmp_path / "own.toml"
    place.write_text(text, "utf-8")
    return sources(place)


def test_the_lists_known_to_us_are_fetched_encrypted_and_name_their_licence():
    known = sources()
    assert len({it.name for it in known}) == len(known) >= 2
    assert all(it.url.startswith("https://") and it.licence_url for it in known)


def test_lists_of_ones_own_are_read(tmp_path):
    assert [it.name for it in read(tmp_path, GOOD)] == ["own"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("list = 3", "written as"),
        ("list = [3]", "a table of texts"),
        ("[[list]]\nname = 3", "a table of texts"),
        ("no toml", "not valid TOML"),
        (GOOD.replace('title = "Own"', ""), "title is missing"),
        (GOOD + 'more = "x"', "more is missing or unknown"),
        (GOOD.replace('"own"', '"../own"'), "is no name"),
        (GOOD.replace('"entities"', '"guesses"'), "known is entities, taxonomy"),
        (GOOD + 'sha256 = "abc"', "64 hex digits"),
    ],
    ids=range(9),
)
def test_what_can_not_be_used_is_one_line(tmp_path, text, words):
    with pytest.raises(UnreadableInput, match=words):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableInput, match="can't be read"):
        sources(tmp_path / "none.toml")
