import base64
import hashlib

import pytest

from companion.redact.forms import canonical, forms
from companion.redact.grid import literals
from companion.redact.seeds import Seed


def patterns(field, value):
    return {literal.exact or literal.pattern for literal in literals(Seed(field, value))}


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        (
            "email",
            " Jane.Doe+x@Gmail.com ",
            {"jane.doe+x@gmail.com", "janedoe@gmail.com", "JANE.DOE+X@GMAIL.COM"},
        ),
        ("email", "Jane@Mail.example", {"Jane@Mail.example", "jane@mail.example"}),
        (
            "phone",
            "+49 170 1234567",
            {"+491701234567", "491701234567", "01701234567", "1701234567"},
        ),
        ("phone", "0049 170 1234567", {"+491701234567", "01701234567"}),
        ("phone", "+1 (202) 555-0175", {"+12025550175", "12025550175", "02025550175"}),
        ("phone", "+353 85 012 3456", {"+353850123456", "0850123456"}),
        ("phone", "0170 1234567", {"01701234567", "1701234567"}),
        (
            "birthdate",
            "1990-05-17",
            {"19900517", "1990-05-17", "17.05.1990", "17/05/1990", "05/17/1990", "17051990"},
        ),
        ("birthdate", "7.5.1990", {"19900507", "1990-05-07"}),
        ("name", "Jane van Doe", {"jane van doe", "janevandoe"}),
        ("word", "Fjord", {"Fjord", "fjord"}),
    ],
)
def test_a_datum_has_the_forms_that_recipients_ask_for(field, value, wanted):
    assert wanted <= set(forms(Seed(field, value)).values())


def test_a_date_in_words_has_no_other_forms():
    assert set(forms(Seed("birthdate", "May 1990")).values()) == {"May 1990", "may 1990"}


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256", "sha512"])
def test_every_form_is_hashed_and_every_hash_encoded(name):
    raw = hashlib.new(name, b"jane@mail.example").digest()
    found = patterns("email", "Jane@Mail.example")
    assert raw.hex().encode() in found
    assert base64.b64encode(raw).rstrip(b"=") in found
    assert base64.urlsafe_b64encode(raw).rstrip(b"=") in found


def test_how_it_was_written_is_told_in_words():
    by_pattern = {
        one.exact or one.pattern: one.chain for one in literals(Seed("email", "Jane@Mail.example"))
    }
    lower = hashlib.sha256(b"jane@mail.example")
    assert by_pattern[b"jane@mail.example"] == ""
    assert by_pattern[lower.hexdigest().encode()] == "sha256 of lower-cased"
    assert (
        by_pattern[base64.b64encode(lower.digest()).rstrip(b"=")] == "sha256 of lower-cased, in b64"
    )
    assert by_pattern[base64.b64encode(b"jane@mail.example").rstrip(b"=")] == "b64"


@pytest.mark.parametrize(
    "spelling",
    [
        "müller@mail.example",
        "m\\u00fcller@mail.example",
        "m&uuml;ller@mail.example",
        "müller&#64;mail.example",
    ],
)
def test_letters_beyond_ascii_and_signs_are_escaped(spelling):
    assert spelling.encode().lower() in patterns("email", "Müller@mail.example")


def test_letters_beyond_ascii_are_sought_in_latin_1_and_in_upper_case():
    found = patterns("name", "Jörg Müller")
    assert "jörg müller".encode("latin-1") in found
    assert "jÖrg mÜller".encode() in found


def test_short_values_and_parts_of_names_are_marked():
    by_pattern = {one.pattern: one for one in literals(Seed("name", "Jo Lindqvist"))}
    assert by_pattern[b"jo"].telling
    assert by_pattern[b"lindqvist"].part
    assert not by_pattern[b"lindqvist"].telling
    assert not by_pattern[b"jo lindqvist"].part
    assert {one.pattern: one for one in literals(Seed("name", "Lindqvist"))}[b"lindqvist"].part


def test_every_literal_stands_once():
    found = [(one.pattern, one.exact) for one in literals(Seed("name", "jane doe"))]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("email", "Jane@Mail.example", "jane@mail.example"),
        ("phone", "+49 170 1234567", "0049 1701234567"),
        ("name", "Jane  Doe", "jane doe"),
    ],
)
def test_equal_data_have_one_canonical_form(field, one, other):
    assert canonical(Seed(field, one)) == canonical(Seed(field, other))
