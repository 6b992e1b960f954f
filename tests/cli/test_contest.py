"""A case from its beginning to its end, on the command line."""

import json

import pytest


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    place = companion.store.with_name(companion.store.name + ".d") / "settings.toml"
    place.write_text('country = "DE"\nstart = "live"\n')
    return companion


@pytest.fixture
def case(imported):
    """A case along the first way that needs no letter."""
    finding = next(
        one
        for one in json.loads(imported("findings", "--json").out)
        if one["kind"] == "identifier_sharing"
    )
    routes = json.loads(imported("contest", "routes", finding["id"], "--json").out)
    route = next(one for one in routes if not one["letter"])
    said = imported("contest", "start", finding["id"], "--route", route["id"])
    return said.out.split()[2]


def test_a_check_is_refused_before_anything_is_due(imported, case):
    assert "no check is due" in imported("contest", "check", case).err
    assert imported("contest", "check", "nobody").status == 2


def test_a_check_with_too_few_looks_can_not_tell(imported, case):
    assert imported("contest", "move", case, "verifying").status == 0
    assert f"companion contest check {case}" in imported("contest", "list").out
    said = imported("contest", "check", case)
    assert said.status == 0
    assert "Too little data" in said.out
    checks = json.loads(imported("contest", "check", case, "--json").out)
    assert checks[0]["verdict"] == "can't tell"


def test_nothing_is_measured_while_the_shield_is_on(imported, case):
    imported("contest", "move", case, "verifying")
    finding = json.loads(imported("contest", "list", "--json").out)[0]["finding"]
    party = next(
        one["party"]
        for one in json.loads(imported("findings", "--json").out)
        if one["id"] == finding
    )
    assert imported("contest", "shield", "on", "block", party).status == 0
    refused = imported("contest", "check", case)
    assert refused.status == 2
    assert "shield" in refused.err
    assert "1 switched off" in imported("contest", "shield", "off").out
    assert imported("contest", "check", case).status == 0


def test_the_shield_lists_what_is_on_and_was(imported):
    assert "nothing is held back" in imported("contest", "shield", "list").err
    assert imported("contest", "shield", "on", "withhold", "ads.example").status == 2
    words = ("shield", "on", "withhold", "ads.example", "--name", "uid")
    assert imported("contest", *words).status == 0
    assert "uid withheld from ads.example" in imported("contest", "shield", "list").out
    imported("contest", "shield", "off", "ads.example")
    (row,) = json.loads(imported("contest", "shield", "list", "--json").out)
    assert row["until"]
    assert row["uses"] == 0
    assert "off" in imported("contest", "shield", "list").out


def test_a_reply_is_kept_and_a_next_step_offered(imported, case, tmp_path):
    imported("contest", "move", case, "sent")
    answer = tmp_path / "answer.txt"
    answer.write_text("We do not know you.")
    said = imported("contest", "reply", case, answer)
    assert "is answered" in said.out
    assert "next:" in said.out
    kept = json.loads(imported("contest", "reply", case, "more words", "--json").out)
    assert [one["note"] for one in kept["events"]][-2:] == ["We do not know you.", "more words"]
    assert imported("contest", "next", case).out
    assert json.loads(imported("contest", "next", case, "--json").out)


def test_a_reply_that_is_no_text_is_refused(imported, case, tmp_path):
    broken = tmp_path / "answer.pdf"
    broken.write_bytes(b"\xff\xfe\x00")
    assert imported("contest", "reply", case, broken).status == 2
    assert imported("contest", "reply", case, "x" * 5000).status == 0


def test_the_calendar_holds_what_is_to_come(imported, case, tmp_path):
    imported("contest", "move", case, "verifying")
    target = tmp_path / "cases.ics"
    assert imported("contest", "calendar", "-o", target).status == 0
    assert b"SUMMARY:Measure" in target.read_bytes()
    assert imported("contest", "calendar", "-o", tmp_path / "no" / "x.ics").status == 2
    assert json.loads(imported("contest", "close", case, "--json").out)["state"] == "closed"
    assert imported("contest", "calendar", "-o", target).status == 0
    assert b"VEVENT" not in target.read_bytes()


def test_a_closed_case_can_not_be_closed_again(imported, case):
    assert "is closed" in imported("contest", "close", case).out
    assert imported("contest", "close", case).status == 2


def test_every_step_of_a_case_can_be_read_by_a_program(imported, case):
    finding = json.loads(imported("contest", "list", "--json").out)[0]["finding"]
    routes = json.loads(imported("contest", "routes", finding, "--json").out)
    route = next(one["id"] for one in routes if one["letter"])
    begun = json.loads(imported("contest", "start", finding, "--route", route, "--json").out)
    assert (begun["finding"], begun["state"]) == (finding, "draft")
    moved = json.loads(imported("contest", "move", begun["id"], "sent", "--json").out)
    assert moved["events"][-1]["state"] == "sent"
    letter = json.loads(imported("contest", "letter", finding, "--route", route, "--json").out)
    assert letter["subject"] in letter["text"]
    assert letter["exhibits"][0]["number"] == 1
    days = json.loads(imported("contest", "calendar", "--json").out)
    assert begun["id"] in "".join(day["uid"] for day in days)


def test_a_calendar_goes_to_a_file_that_is_named(imported):
    assert "-o FILE.ics" in imported("contest", "calendar").err
