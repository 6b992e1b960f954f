import pytest

from companion.extract.signals.names import NameClass, class_of, holds, unsure, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("visitorId", ("visitor", "id")),
        ("DYN_USER_ID", ("dyn", "user", "id")),
        ("ABTasty", ("ab", "tasty")),
        ("ga4", ("ga", "4")),
        ("", ()),
    ],
)
def test_names_are_split_into_words(name, expected):
    assert words(name) == expected


def test_a_phrase_is_a_row_of_neighbouring_words():
    assert holds(("the", "user", "id"), ("user", "id"))
    assert not holds(("user", "old", "id"), ("user", "id"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("visitorId", NameClass.IDENTIFIER), ("ttd_puid", NameClass.IDENTIFIER),
        ("shguid", NameClass.IDENTIFIER), ("site_visitor_id", NameClass.IDENTIFIER),
        ("cis-vid", NameClass.IDENTIFIER), ("_ga", NameClass.IDENTIFIER),
        ("gclid", NameClass.CLICK), ("OptanonConsent", NameClass.CONSENT),
        ("euconsent-v2", NameClass.CONSENT), ("cmapi_cookie_privacy", NameClass.CONSENT),
        ("csrf_token", NameClass.ANTIFORGERY), ("__cf_chl_tk", NameClass.ANTIFORGERY),
        ("access_token", NameClass.SIGNIN), ("sessionId", NameClass.SESSION),
        ("cis-sid", NameClass.SESSION), ("PHPSESSID", NameClass.SESSION),
        ("AWSALB", NameClass.INFRASTRUCTURE), ("BIGipServerpool", NameClass.INFRASTRUCTURE),
        ("event_id", NameClass.REQUEST), ("cachebuster", NameClass.REQUEST),
        ("marketerId", NameClass.PUBLIC), ("articleId", NameClass.PUBLIC),
        ("page_uuid", NameClass.PUBLIC), ("npid", NameClass.UNKNOWN), ("?", NameClass.UNKNOWN),
    ],
)  # fmt: skip
def test_names_tell_the_class_of_their_value(name, expected):
    assert class_of(name) is expected


def test_a_choice_stays_a_choice_whatever_else_the_name_says():
    assert class_of("consent_user_id") is NameClass.CONSENT
    assert class_of("session_visitor_id") is NameClass.SESSION


def test_some_names_mean_the_person_only_in_the_right_place():
    assert unsure("cid")
    assert unsure("ga_client_id")
    assert not unsure("visitorId")
