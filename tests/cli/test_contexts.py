"""The person's own word on the parts of life, as it is given on the command line."""

import json

import pytest


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


def names(companion):
    return {it["name"]: it for it in json.loads(companion("contexts", "--json").out)}


def test_a_word_on_a_site_wins_and_is_taken_back(imported):
    site = json.loads(imported("sites", "--json").out)[0]["site"]
    said = imported("contexts", "mark", "work", "--site", f"www.{site}")
    assert f"{site} belongs to work" in said.out
    assert f"companion contexts unmark {site} takes it back" in said.out
    assert site in names(imported)["work"]["sites"]
    assert site in imported("contexts", "marks").out
    assert imported("contexts", "unmark", site).status == 0
    assert site not in names(imported).get("work", {"sites": []})["sites"]


@pytest.mark.parametrize("time", [[], ["--now"], ["--last", "5"], ["--next", "30"]])
def test_a_word_on_a_time_has_a_number_that_takes_it_back(imported, time):
    said = imported("contexts", "mark", "private", *time)
    assert "that time belongs to private" in said.out
    assert "1      everything" in imported("contexts", "marks").out
    assert imported("contexts", "unmark", "1").status == 0
    assert imported("contexts", "marks").out == ""


def test_two_times_at_once_and_words_never_given_are_one_line(imported):
    said = imported("contexts", "mark", "private", "--now", "--last", "5")
    assert (said.status, "name one time" in said.err) == (2, True)
    for which in ("7", "nope.example"):
        said = imported("contexts", "unmark", which)
        assert (said.status, len(said.err.splitlines())) == (2, 1)


def test_a_sensitive_topic_is_agreed_to_once_and_taken_back(imported):
    assert "health            not kept" in imported("contexts", "agree").out
    assert "kept from now on, on this machine alone" in imported("contexts", "agree", "health").out
    assert "health            kept" in imported("contexts", "agree").out
    assert "not kept any more" in imported("contexts", "disagree", "health").out
    assert imported("contexts", "agree", "sport").status == 2
