from companion.model import Level
from tests.extract.reading import (
    ID,
    UUID,
    answered_json,
    asked,
    names_in,
    sent_cookie,
    set_cookie,
    signals_in,
)

PIXEL = "https://www.facebook.com/tr/?id=1&ev=PageView"


def test_a_documented_field_is_observed_and_says_what_it_means():
    (found,) = signals_in(asked(f"{PIXEL}&fbp=fb.1.1643952222064.1428071586"), "identifier")
    assert (found.confidence, found.rule) == (Level.OBSERVED, "vendor:Meta pixel")
    assert found.figures["says"] == "browser id, as the _fbp cookie has it"
    assert found.figures["class"] == "identifier"


def test_the_same_field_elsewhere_is_a_guess():
    (found,) = signals_in(asked(f"https://a.example/tr?fbp={ID}"), "identifier")
    assert found.confidence is Level.POSSIBLE


def test_a_field_documented_to_say_nothing_is_left_alone():
    assert signals_in(asked(f"{PIXEL}&eid={UUID}"), "identifier") == []


def test_a_documented_cookie_is_observed_on_any_site():
    (found,) = signals_in(sent_cookie("_fbp=fb.1.1643952222064.1428071586"), "identifier")
    assert found.confidence is Level.OBSERVED


def test_a_cookie_with_a_common_name_is_documented_at_its_own_host_only():
    assert signals_in(sent_cookie("i=abc123", url="https://u.openx.net/w"), "identifier")
    assert signals_in(sent_cookie("i=abc123"), "identifier") == []


def test_a_value_inside_a_cookie_is_not_the_cookie():
    found = signals_in(sent_cookie(f'zq={{"_fbp":"{ID}"}}'), "identifier")
    assert [it.rule for it in found] == ["identifier"]


def test_a_cookie_taken_away_says_nothing():
    assert signals_in(set_cookie("_fbp=fb.1.1.1; Max-Age=0"), "identifier") == []


def test_values_for_nobody_and_places_to_fill_in_are_none():
    host = "https://ib.adnxs.com/setuid?code="
    for value in ("0", "null", "$UID", "{uid}", "[USER_ID]", "abc"):
        assert signals_in(asked(host + value), "identifier") == []


def test_a_trait_of_zero_is_told():
    body = {
        "responseContext": {
            "serviceTrackingParams": [{"params": [{"key": "logged_in", "value": "0"}]}]
        }
    }
    (found,) = signals_in(answered_json(body, "https://music.youtube.com/youtubei/v1/browse"))
    assert (found.name, found.value) == ("serviceTrackingParams.logged_in", "0")


def test_a_name_can_take_what_stands_nearest():
    body = {
        "id": "1",
        "imp": [],
        "user": {"eids": [{"source": "id.example", "uids": [{"id": ID}]}]},
    }
    from tests.extract.reading import sent_json

    (found,) = signals_in(sent_json(body, "https://bid.example/openrtb2"), "identifier")
    assert found.name == "user.eids[id.example]"


def test_an_array_of_labels_stays_one_signal():
    (found,) = signals_in(
        answered_json({"cohorts": ["1", "2"]}, "https://api.permutive.com/v2"), "segment"
    )
    assert (found.value, found.locator) == (("1", "2"), "/cohorts")


def test_a_trait_that_says_nobody_is_known_is_no_trait():
    hit = "https://www.google-analytics.com/g/collect?v=2&tid=G-1"
    told = signals_in(asked(f"{hit}&up.customer_type=guest&up.plan=gold"), "trait")
    assert [it.value for it in told] == ["gold"]


def test_a_name_inside_a_documented_cookie_is_known_there_only():
    inside = "uid=xk29dj38fh3k29dj&ns=1&th=601234.812345.1"
    assert "ABTasty.th" in names_in(sent_cookie(f"ABTasty={inside}"), "experiment")
    assert names_in(sent_cookie(f"Other={inside}"), "experiment") == set()
    assert names_in(sent_cookie("th=601234.812345.1"), "experiment") == set()
