import json

import pytest

from companion.update.entities import entities


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
