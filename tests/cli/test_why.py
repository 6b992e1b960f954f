"""How it came about and what a party could know, as a person asks for it."""

import json

import pytest


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


def test_why_tells_the_path_of_a_finding_in_words_and_as_json(imported):
    key = json.loads(imported("findings", "--json").out)[0]["id"]
    said = imported("why", key)
    assert said.status == 0
    assert "evidence:" in said.out
    assert json.loads(imported("why", key, "--json").out)["what"] == "finding"


def test_why_of_nothing_is_one_line(imported):
    said = imported("why", "nonsense")
    assert (said.status, len(said.err.splitlines())) == (2, 1)


def test_a_timeline_is_told_in_words_and_as_json(imported):
    party = json.loads(imported("signals", "--json").out)[0]["party"]
    said = imported("timeline", f"www.{party}")
    assert said.out.startswith(party)
    assert json.loads(imported("timeline", party, "--json").out)["party"] == party


def test_a_timeline_of_nobody_is_one_line(imported):
    said = imported("timeline", "nobody.example")
    assert (said.status, len(said.err.splitlines())) == (2, 1)
