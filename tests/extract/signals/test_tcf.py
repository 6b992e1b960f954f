from datetime import UTC, datetime, timedelta

import pytest

from companion.extract.signals.tcf import decode, gpp_sections, us_privacy

REPORTED = "CO5dPi4O5dPx2B7DvCENA2CgAAAAAAAAAAAAAGewAAM8gAAAA.YAAAAAAAAAAA"
CUT = "CPItQrlPItQrlAKAfAENBhCsAP_AAHLAAAiQIBtf_X__bX9j"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def written(*fields):
    """A consent string from (value, width) pairs."""
    bits = "".join(format(value, f"0{width}b") for value, width in fields)
    bits += "0" * (-len(bits) % 6)
    return "".join(ALPHABET[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6))


def a_string(*after, version=2, cmp_id=10, purposes=(1 << 24) - 1):
    head = (
        (version, 6), (15_996_352_696, 36), (15_996_352_696, 36), (cmp_id, 12), (1, 12), (1, 6),
        (4, 6), (13, 6), (54, 12), (2, 6), (0, 2), (0, 12), (purposes, 24), (0, 24), (0, 1),
        (3, 6), (4, 6),
    )  # fmt: skip
    return written(*head, *after)


def test_a_reported_string_is_read():
    core = decode(REPORTED)
    created = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=15_996_352_696 * 100)
    assert (core.version, core.cmp_id, core.list_version, core.created) == (2, 123, 54, created)
    assert core.purposes == ()


def test_a_string_that_was_cut_keeps_its_core():
    core = decode(CUT)
    assert core.purposes == tuple(range(1, 11))
    assert core.vendors is None


def test_vendors_are_counted_bit_by_bit():
    core = decode(a_string((5, 16), (0, 1), (0b10110, 5)))
    assert (core.vendors, core.country, core.language) == (3, "DE", "EN")


def test_base64_that_begins_like_a_string_is_none():
    assert decode("CO0BEIyfBhgDIhMIzPT_9cLpkAMVfBd2Bh1_-CyMAAAA") is None


def test_vendors_are_counted_by_ranges():
    ranges = ((2, 12), (1, 1), (3, 16), (9, 16), (0, 1), (20, 16))
    assert decode(a_string((20, 16), (1, 1), *ranges)).vendors == 8


@pytest.mark.parametrize(
    "text",
    ["", "CAAA", "hello", REPORTED[:30], a_string(version=1), a_string(cmp_id=0), "C" + "!" * 40],
)
def test_anything_else_is_no_string(text):
    assert decode(text) is None


def test_us_privacy_is_read():
    assert us_privacy("1YNN") == {"notice": "Y", "opted_out": "N", "lspa": "N"}


@pytest.mark.parametrize("text", ["1YN", "2YNN", "1XNN", "YNNN", ""])
def test_other_text_is_no_us_privacy(text):
    assert us_privacy(text) is None


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("DBABMA~CPXxRfAPXxRfAAfKABENB", (2,)),
        ("DBABLA~BVQqAAAAAgA", (7,)),
        ("DBACNY~x~1YNN", (2, 6)),
    ],
)
def test_sections_of_a_gpp_string_are_named(text, sections):
    assert gpp_sections(text) == sections


@pytest.mark.parametrize("text", ["DB", "DBAB", "DC~x", "ABABMA", "DB!!~x", "D"])
def test_other_text_is_no_gpp_string(text):
    assert gpp_sections(text) is None
