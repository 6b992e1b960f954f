"""Advertising identifiers in requests that carried the opt-out signal."""

from companion.model import FindingKind, Level, Owner, SignalKind
from tests.builders import a_record, a_signal
from tests.classify.said import claims, silences

KIND = FindingKind.GPC_IGNORED


def signal(**changes):
    """The opt-out signal in the request e1 to ads.example."""
    defaults = {
        "kind": SignalKind.CONSENT,
        "name": "sec-gpc",
        "value": "1",
        "locator": "header:sec-gpc",
    }
    return a_signal(**(defaults | changes))


def cookie(**changes):
    """A documented identifier in the cookie of ads.example."""
    return a_signal(**({"locator": "cookie:uid", "confidence": Level.OBSERVED} | changes))


def seller(role):
    owner = Owner(name="Ads Ltd", source="a list", date="2026-01-02", role=role)
    return {"ads.example": owner}


def test_fires_on_a_partys_own_cookie_beside_the_signal():
    (claim,) = claims(KIND, a_record(signal(), cookie()))
    assert (claim.party, claim.confidence) == ("ads.example", Level.OBSERVED)
    assert claim.title == (
        "On 3 May 2026 12:00 UTC your browser sent Sec-GPC: 1 and, with it, the identifier uid "
        "(k3jd…2q) to ads.example on news.example"
    )
    assert [it.locator for it in claim.evidence] == ["header:sec-gpc", "cookie:uid"]


def test_fires_on_any_identifier_at_an_advertising_company():
    named = cookie(locator="query:uid")
    assert len(claims(KIND, a_record(signal(), named, owners=seller("advertising")))) == 1


def test_fires_on_personal_data_beside_the_signal():
    pii = cookie(kind=SignalKind.PII, value="seed:email", locator="query:em")
    assert len(claims(KIND, a_record(signal(), pii))) == 1


def test_stays_silent_on_requests_without_the_signal():
    record = a_record(signal(exchange="e0"), cookie())
    assert claims(KIND, record) == []
    assert silences(KIND, record)[0].n == 1


def test_stays_silent_on_values_that_are_no_identifier():
    weak = cookie(confidence=Level.POSSIBLE, figures={"score": 1})
    assert claims(KIND, a_record(signal(), weak)) == []


def test_null_analytics_with_a_value_of_the_site():
    counted = cookie(locator="query:cid")
    assert claims(KIND, a_record(signal(), counted, owners=seller("analytics"))) == []


def test_null_without_the_signal_it_is_not_tested():
    assert silences(KIND, a_record(cookie()))[0].verdict == "not_tested"


def string(**figures):
    """A consent string that ads.example got in the request e1."""
    return signal(name="us_privacy", value="1YNN", locator="query:us_privacy", figures=figures)


NO_OPT_OUT = {"form": "us_privacy", "choice": "all", "opted_out": "N"}


def test_fires_on_a_string_that_tells_an_advertising_company_of_no_opt_out():
    record = a_record(signal(), string(**NO_OPT_OUT), owners=seller("advertising"))
    (claim,) = claims(KIND, record)
    assert (claim.confidence, claim.measure["string"]) == (Level.OBSERVED, "us_privacy")
    assert "the consent string us_privacy, which tells of no opt-out, to ads.example" in claim.title
    assert claim.circumstances.stated


def test_fires_on_a_section_of_a_state_that_tells_of_no_opt_out():
    told = string(form="gpp", choice="all", usca="sale_opt_out=2")
    assert claims(KIND, a_record(signal(), told, owners=seller("social")))


def test_fires_on_a_section_that_says_there_was_no_signal():
    told = string(form="gpp", usca="sale_opt_out_notice=1", gpc=False)
    assert claims(KIND, a_record(signal(), told, owners=seller("social")))


def test_stays_silent_on_a_section_that_passes_the_signal_on():
    told = string(form="gpp", usca="sale_opt_out_notice=1", gpc=True, choice="none")
    assert claims(KIND, a_record(signal(), told, owners=seller("social"))) == []


def test_stays_silent_on_a_string_that_tells_of_the_opt_out():
    told = string(form="us_privacy", choice="none", opted_out="Y")
    assert claims(KIND, a_record(signal(), told, owners=seller("advertising"))) == []


def test_stays_silent_on_a_string_for_europe():
    told = string(form="tcf2", choice="all")
    assert claims(KIND, a_record(signal(), told, owners=seller("advertising"))) == []


def test_stays_silent_on_a_string_without_the_signal_or_to_another_sort_of_company():
    other = string(**NO_OPT_OUT)
    assert claims(KIND, a_record(other, owners=seller("advertising"))) == []
    assert claims(KIND, a_record(signal(), other, owners=seller("consent"))) == []


def test_an_identifier_beside_the_string_makes_one_claim():
    record = a_record(signal(), cookie(), string(**NO_OPT_OUT), owners=seller("advertising"))
    (claim,) = claims(KIND, record)
    assert not claim.circumstances.stated
