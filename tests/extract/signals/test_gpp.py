"""Against strings that independent implementations made, and broken ones."""

import tomllib
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest

from companion.extract.signals.gpp import opted_out, sections
from companion.extract.signals.tcf import decode

MADE = tomllib.loads(Path(__file__).with_name("consent_strings.toml").read_text("utf-8"))
TABLE = tomllib.loads(files("companion.extract.signals").joinpath("gpp.toml").read_text("utf-8"))
NUMBERED = range(len(MADE["string"]))


def numbers(row):
    return tuple(int(it) for it in row)


@pytest.mark.parametrize("made", MADE["string"], ids=NUMBERED)
def test_a_section_of_the_usa_is_read_as_another_implementation_wrote_it(made):
    (found,) = sections(made["text"])
    assert (found.name, found.gpc) == (made["section"], made.get("gpc"))
    assert found.values == {name: numbers(row) for name, row in made["values"].items()}


def test_every_section_of_the_table_was_tried():
    assert {it["section"] for it in MADE["string"]} == {it["name"] for it in TABLE["section"]}


@pytest.mark.parametrize("made", MADE["mixed"], ids=range(len(MADE["mixed"])))
def test_several_sections_are_told_apart(made):
    found = {it.id: it for it in sections(made["text"])}
    assert list(found) == made["sections"]
    if "express" in made:
        assert found[5].values["purposes_express_consent"] == tuple(made["express"])
        assert found[5].values["purposes_implied_consent"] == tuple(made["implied"])
    if "purposes" in made:
        core = decode(found[2].text)
        assert core.purposes == tuple(made["purposes"])
        assert core.vendors == made["vendors"]


@pytest.mark.parametrize("made", MADE["tcf"], ids=range(len(MADE["tcf"])))
def test_a_european_string_is_read_as_another_implementation_reads_it(made):
    core = decode(made["text"])
    names = ("cmp_id", "language", "country", "list_version", "policy", "vendors")
    assert {name: getattr(core, name) for name in names} == {name: made[name] for name in names}
    assert core.vendors_interest == made["vendors_interest"]
    assert core.purposes == tuple(made["purposes"])
    assert core.interests == tuple(made["interests"])
    times = (core.created, core.updated)
    assert times == tuple(datetime.fromisoformat(made[it]) for it in ("created", "updated"))


def california(sale, sharing):
    """A section of California with two answers, the rest not applicable."""
    bits = f"000001000000{sale:02b}{sharing:02b}".ljust(48, "0")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    packed = "".join(alphabet[int(bits[at : at + 6], 2)] for at in range(0, 48, 6))
    return f"DBABBg~{packed}"


@pytest.mark.parametrize(
    ("sale", "sharing", "choice", "words"),
    [
        (1, 1, "none", ["sale", "sharing"]),
        (1, 0, "none", ["sale"]),
        (2, 2, "all", []),
        (1, 2, "some", ["sale"]),
        (0, 0, "", []),
    ],
)
def test_opting_out_is_a_choice(sale, sharing, choice, words):
    (found,) = sections(california(sale, sharing))
    assert (found.id, found.place, found.choice) == (8, "California", choice)
    assert list(opted_out(found)) == words


@pytest.mark.parametrize(
    ("text", "choice"), [("1YYN", "none"), ("1YNN", "all"), ("1---", ""), ("x", "")]
)
def test_us_privacy_inside_a_string_is_a_choice(text, choice):
    (found,) = sections(f"DBABTA~{text}")
    assert (found.id, found.choice) == (6, choice)


def test_the_browsers_signal_in_a_section_is_a_choice():
    (found,) = sections(f"{california(0, 0)}.YA")
    assert (found.gpc, found.choice) == (True, "none")


def test_the_first_version_of_the_national_section_is_shorter():
    bits = ("000001" + "10" * 26).ljust(60, "0")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    packed = "".join(alphabet[int(bits[at : at + 6], 2)] for at in range(0, 60, 6))
    (found,) = sections(f"DBABLA~{packed}")
    assert len(found.values["sensitive_data_processing"]) == 12
    assert found.choice == "all"


@pytest.mark.parametrize("text", ["DBABBg~BA", "DBABBg~B!AAAAAA", "DBABZA~BAAAAAAA", "DBABUg~B"])
def test_a_section_that_is_broken_or_unknown_says_nothing(text):
    assert all((it.values, it.choice) == ({}, "") for it in sections(text))


@pytest.mark.parametrize("text", ["", "hello", "1YNN", "DB!!~x"])
def test_anything_else_has_no_sections(text):
    assert sections(text) == ()
