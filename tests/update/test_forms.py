import json

import pytest

from companion.update.forms import entities, taxonomy


def read(data):
    return dict(entities(json.dumps(data).encode()))


def test_companies_have_the_domains_of_both_lists_once():
    about = {"properties": ["a.example"], "resources": ["a.example", " B.example "]}
    assert read({"Acme": about}) == {"Acme": ("a.example", "b.example")}


def test_companies_may_stand_one_level_down_and_have_a_name_to_show():
    inner = {"Acme, Inc.": {"properties": ["a.example"], "displayName": "Acme"}}
    assert read({"licence": "x", "entities": inner}) == {"Acme": ("a.example",)}


def test_a_name_is_one_line_of_text():
    (name,) = read({"Acme\n\x1b[31mred" + "x" * 200: {"properties": ["a.example"]}})
    assert name.isprintable()
    assert len(name) == 100


def test_what_is_no_company_is_passed_over():
    data = {
        "A": 3,
        "B": {"properties": "x.example"},
        "C": {"properties": [1, "nodot", "c.example"]},
    }
    assert read(data) == {"C": ("c.example",)}


@pytest.mark.parametrize("data", [[], {}, {"A": {}}, "x", None])
def test_what_is_no_list_is_told(data):
    with pytest.raises(ValueError, match="no "):
        read(data)


TABLE = (
    "\t\tIAB Tech Lab taxonomy\n"
    "Unique ID\tParent ID\tCondensed Name\tTier 1\tTier 2\tTier 3\tNotes\n"
    "11\t10\tx\tInterest\tMusic\tPop\tnote\n"
    "12\t10\tx\tPurchase Intent*\tPets\t\t\n"
    "\t\t\tno code\n"
    "13\n"
)


def test_codes_of_a_taxonomy_have_the_way_to_them():
    assert taxonomy(TABLE.encode()) == {
        "11": ("Interest", "Music", "Pop"),
        "12": ("Purchase Intent", "Pets"),
    }


@pytest.mark.parametrize("content", ["", "a\tb\n", "Unique ID\tTier 1\n", "Unique ID\n1\n"])
def test_what_is_no_taxonomy_is_told(content):
    with pytest.raises(ValueError, match="no "):
        taxonomy(content.encode())
