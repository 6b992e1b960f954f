"""What was not understood, as a person asks for it."""

import json
import tomllib

import pytest


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


def test_it_tells_the_share_and_the_places_in_words(imported):
    said = imported("unknown")
    assert said.status == 0
    assert "% decoded" in said.out


def test_it_tells_the_same_as_json(imported):
    first, *_ = json.loads(imported("unknown", "--json").out)
    assert 0 <= first["decoded"] <= 1
    assert {"site", "hosts", "sent", "received", "unread", "documented", "unknown"} <= first.keys()


def test_a_site_that_is_not_recorded_is_said(imported):
    said = imported("unknown", "--site", "nowhere.example")
    assert (said.status, said.out) == (0, "")
    assert "no exchanges with third parties" in said.err


def test_a_skeleton_is_a_vendor_file(imported):
    host = json.loads(imported("signals", "--json").out)[0]["party"]
    made = imported("unknown", "--skeleton", host)
    assert made.status == 0
    assert tomllib.loads(made.out)["name"] == host


def test_a_skeleton_of_nobody_is_one_line(imported):
    said = imported("unknown", "--skeleton", "nobody.example")
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)
