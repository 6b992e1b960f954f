"""Captures of other people's browsers: kept for comparison, never as the person's own."""

import json

import pytest


@pytest.fixture
def exported(companion):
    def exported():
        return json.loads(companion("export").out)

    return exported


def own(document):
    """What the document says of the person."""
    nouns = ("acts", "signals", "slates", "findings")
    return {
        noun: [one for one in document[noun] if one.get("visitor", "self") == "self"]
        for noun in nouns
    }


def test_a_control_gives_the_person_nothing(companion, capture, exported):
    assert companion("import", capture, "--role", "control").status == 0
    document = exported()
    assert document["visitors"] == [{"name": "capture", "role": "control"}]
    assert own(document) == {"acts": [], "signals": [], "slates": [], "findings": []}
    assert json.loads(companion("sites", "--json").out) == []
    assert document["slates"]


def test_a_control_beside_the_persons_capture_changes_nothing_of_theirs(
    companion, capture, exported, tmp_path
):
    companion("import", capture)
    before, sites = own(exported()), companion("sites", "--json").out
    other = tmp_path / "classmate.har"
    other.write_text(capture.read_text().replace("k3jd92hf83hd7w2q", "zz9x82hf83hd7w2q"))
    companion("import", other, "--role", "control")
    after = exported()
    assert companion("sites", "--json").out == sites
    for noun in ("acts", "signals"):
        assert own(after)[noun] == before[noun]
    assert {one["name"] for one in after["visitors"]} == {"self", "classmate"}
    assert {one["visitor"] for one in after["slates"]} == {"self", "classmate"}


def test_a_control_is_not_the_self(companion, capture):
    said = companion("import", capture, "--role", "control", "--visitor", "self")
    assert said.status == 2
    assert "not the self" in said.err
