"""A stranger sets the same scene and never says who asks."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.compare.stranger import carries, cookie_class, stranger

TCF = "CPzHq4APzHq4AAGABCENBqCgAAAAAAAAAAAAAAAAAAAA.YAAAAAAAAAA"


def of(*headers):
    return stranger(headers, Random(1))


def cookie(line):
    return dict(of(("Cookie", line)).headers).get("cookie", "")


def test_what_the_browser_says_to_everybody_is_kept():
    sent = of(("User-Agent", "B/1"), ("accept-language", "de"), ("sec-ch-ua-mobile", "?0"))
    assert sent.kept == ("header:user-agent", "header:accept-language", "header:sec-ch-ua-mobile")
    assert [value for _, value in sent.headers] == ["B/1", "de", "?0"]


def test_what_says_who_asks_is_left_out_and_named():
    sent = of(
        ("Authorization", "Bearer x"), ("referer", "https://a.example/me"), ("x-user", "7"),
        ("If-None-Match", '"u7"'), ("Cookie", "sid=1; uid=2"),
    )  # fmt: skip
    assert sent.headers == ()
    assert sent.dropped == (
        "header:authorization", "header:referer", "header:x-user", "header:if-none-match",
        "cookie:sid", "cookie:uid",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        (f"euconsent-v2={TCF}", "consent"),
        ("lang=de", "language"),
        ("NEXT_LOCALE=pt-BR", "language"),
        ("i18n_redirected=fr", "language"),
        ("countryCode=DE", "region"),
        ("currency=EUR", "currency"),
        ("age_gate=18", "age"),
        ("theme=dark", "display"),
        ("viewport=1920x1080", "display"),
    ],
)
def test_what_sets_the_scene_is_kept(pair, kind):
    assert cookie_class(pair.partition("=")[0]) == kind
    assert cookie(f"uid=k3jd92hf83hd; {pair}") == pair


@pytest.mark.parametrize(
    "pair",
    [
        "_ga=GA1.1.123.456", "session=abc", "unknown=1", "lang=k3jd92hf83hd", "theme=12345678",
        "country=k3jd92hf83hd7w2qk3jd92hf83hd7w2q", "currency=[session:x:y:z]", "lang=" + "x" * 40,
        "consent=" + "x" * 5000,
    ],
)  # fmt: skip
def test_any_other_cookie_is_left_out(pair):
    sent = of(("cookie", pair))
    assert sent.headers == ()
    assert sent.dropped == (f"cookie:{pair.partition('=')[0]}",)


def test_an_id_beside_a_consent_is_another_one_of_the_same_shape():
    value = "{stamp:%27k3jd92hf83hd7w2q%27%2Cnecessary:true%2Cutc:1777809612345%2Cver:1}"
    told = cookie(f"CookieConsent={value}")
    assert "k3jd92hf83hd7w2q" not in told
    assert re.search(r"stamp:%27[a-z]\d[a-z]{2}\d\d", told)
    assert "%2Cnecessary:true%2Cutc:1777766400000%2Cver:1}" in told


def test_a_consents_uuid_is_another_one():
    old = "550e8400-e29b-41d4-a716-44665544abcd"
    told = cookie(f"OptanonConsent=consentId={old}&groups=C0001%3A1%2CC0002%3A0")
    assert old not in told
    assert re.search(r"consentId=[0-9a-f-]{36}&groups=C0001%3A1%2CC0002%3A0", told)


def test_an_id_that_looks_like_a_consent_is_another_one():
    assert "CAbcdEfgh1234567890xyz" not in cookie("consent_uid=CAbcdEfgh1234567890xyz")


def test_every_stranger_is_another():
    given = (("cookie", "consent=id:k3jd92hf83hd7w2q"),)
    random = Random(1)
    assert stranger(given, random).headers != stranger(given, random).headers


def test_an_address_that_holds_a_cookies_value_is_known():
    sent = (("cookie", "uid=k3jd92hf83; lang=de; theme=midnight-blue"),)
    assert carries("https://a.example/?x=k3jd92hf83", sent) == "uid"
    assert carries("https://a.example/?x=other", sent) == ""
    assert carries("https://a.example/midnight-blue", sent) == ""


ids = st.from_regex(r"[a-z]{3}[0-9]{3}[A-Za-z0-9]{6,20}", fullmatch=True)


@given(ids, st.sampled_from(["uid", "lang", "consent", "theme", "currency", "x"]), st.booleans())
def test_no_id_of_the_persons_is_ever_sent(value, name, nested):
    told = cookie(f"{name}=a%3A{value}%2Cb" if nested else f"{name}={value}")
    assert value not in told
