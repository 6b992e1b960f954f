import pytest

from tests.extract.reading import asked, sent_cookie, sent_json, signals_in
from tests.extract.signals.test_tcf import REPORTED, a_string

OPTED_OUT = {
    "form": "us_privacy", "choice": "none", "notice": "Y", "opted_out": "Y", "lspa": "N",
}  # fmt: skip
NO_VENDORS = ((0, 16), (0, 1))


def consent(exchange):
    return {it.name: dict(it.figures) for it in signals_in(exchange, "consent")}


def test_a_consent_string_is_read():
    found = consent(asked(f"https://ads.example/p?gdpr=1&gdpr_consent={REPORTED}"))
    assert found["gdpr"] == {"form": "gdpr", "applies": True}
    assert found["gdpr_consent"]["form"] == "tcf2"
    assert found["gdpr_consent"]["choice"] == "none"
    assert found["gdpr_consent"]["cmp_id"] == 123


@pytest.mark.parametrize(
    ("purposes", "choice"),
    [((1 << 24) - 1, "all"), (0b1100 << 20, "some"), (0, "none")],
)
def test_the_choice_behind_a_string_is_said(purposes, choice):
    text = a_string(*NO_VENDORS, purposes=purposes)
    found = consent(sent_json({"user": {"ext": {"consent": text}}}))
    assert found["consent"]["choice"] == choice


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("us_privacy=1YYN", OPTED_OUT),
        ("us_privacy=1YNN", OPTED_OUT | {"choice": "all", "opted_out": "N"}),
        ("gpp=DBABZA~BAAA", {"form": "gpp", "sections": "1"}),
        ("gcs=G100", {"form": "gcs", "ads": False, "analytics": False, "choice": "none"}),
        ("gcs=G110", {"form": "gcs", "ads": True, "analytics": False, "choice": "some"}),
        ("gcs=G111", {"form": "gcs", "ads": True, "analytics": True, "choice": "all"}),
        ("gcd=13l3l3l3l1", {"form": "gcd"}),
        ("npa=0", {"form": "npa", "applies": False}),
        ("ad_consent=denied", {"form": "state"}),
    ],
)  # fmt: skip
def test_flags_and_states_are_read(query, figures):
    (found,) = consent(asked(f"https://ads.example/p?{query}")).values()
    assert found == figures


def test_a_section_may_say_that_there_was_no_signal():
    assert consent(asked("https://ads.example/p?gpp=DBABBg~BAUAAAAAAAA.QA"))["gpp"]["gpc"] is False


def test_a_string_without_any_opt_out_is_no_refusal():
    found = consent(asked("https://ads.example/p?gpp=DBABLA~BVQqAAAAAgA"))["gpp"]
    assert (found["sections"], found["choice"]) == ("7", "all")
    assert found["usnat"].startswith("sharing_notice=1 sale_opt_out_notice=1")


def test_the_sections_of_the_states_tell_what_was_opted_out_of():
    found = consent(asked("https://ads.example/p?gpp=DBABBg~BAUAAAAAAAA.YA"))["gpp"]
    assert found["opted_out"] == "sale, sharing"
    assert (found["choice"], found["gpc"]) == ("none", True)
    assert found["usca"] == "sale_opt_out=1 sharing_opt_out=1"


def test_the_european_section_of_a_gpp_string_tells_the_choice():
    text = a_string(*NO_VENDORS, purposes=0)
    found = consent(asked(f"https://ads.example/p?gpp=DBABMA~{text}"))
    assert found["gpp"] == {"form": "gpp", "sections": "2", "choice": "none"}


@pytest.mark.parametrize(
    ("groups", "choice"),
    [("C0001:1,C0002:0,C0004:0", "none"), ("C0001:1,C0002:1", "all"), ("C0001:1", None)],
)
def test_groups_of_a_stored_choice_are_read(groups, choice):
    found = consent(sent_cookie(f"OptanonConsent=groups={groups}"))
    assert found["OptanonConsent"].get("choice") == choice


def test_a_stored_state_is_one():
    assert consent(sent_cookie("cookieconsent_status=dismiss")) == {
        "cookieconsent_status": {"form": "state"}
    }


def test_the_opt_out_header_is_one():
    exchange = asked(sent=(("Sec-GPC", "1"),))
    assert consent(exchange)["sec-gpc"] == {"form": "gpc", "choice": "none"}


@pytest.mark.parametrize("value", ["0", ""])
def test_another_header_is_none(value):
    assert consent(asked(sent=(("Sec-GPC", value),))) == {}


@pytest.mark.parametrize("query", ["consent_version=3", "gcs=maybe", "tc=7", "string=hello"])
def test_other_values_are_none(query):
    assert consent(asked(f"https://ads.example/p?{query}")) == {}


def test_words_about_consent_in_a_page_are_none():
    assert consent(sent_json({"labels": {"consentTitle": "We value your privacy"}})) == {}


@pytest.mark.parametrize("name", ["OptanonConsent", "CookieConsent", "OTAdditionalConsentString"])
def test_the_name_of_a_stored_choice_is_read_in_any_case(name):
    assert consent(sent_cookie(f"{name}=x1"))[name] == {"form": "state"}


def test_groups_of_a_stored_choice_are_read_in_a_whole_cookie():
    cookie = "OptanonConsent=isGpcEnabled=0&groups=C0001%3A1%2CC0002%3A0&AwaitingReconsent=false"
    assert consent(sent_cookie(cookie)) == {"OptanonConsent": {"form": "groups", "choice": "none"}}


def test_groups_of_another_cookie_are_no_choice():
    assert consent(sent_cookie("pages=isGpcEnabled=x&groups=A1")) == {}
