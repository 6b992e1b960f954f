from base64 import b64encode

import pytest

from companion.model import Direction, Level, Message, Redaction
from tests.builders import an_exchange
from tests.extract.reading import (
    ID,
    UUID,
    answered_json,
    asked,
    names_in,
    sent_cookie,
    sent_json,
    set_cookie,
    signals_in,
)
from tests.redact.coding import lz


def identifiers(exchange):
    return signals_in(exchange, "identifier")


def test_a_lasting_cookie_under_a_telling_name_is_likely():
    (found,) = identifiers(set_cookie(f"visitor_id={ID}; Max-Age=31536000; HttpOnly"))
    assert (found.name, found.value, found.confidence) == ("visitor_id", ID, Level.LIKELY)
    assert found.tokens == (ID,)
    assert dict(found.figures) == {
        "score": 9,
        "bits": 82.7,
        "lifetime_days": 365.0,
        "set_by": "server",
        "http_only": True,
        "class": "identifier",
    }


def test_a_lasting_cookie_under_any_name_is_likely():
    (found,) = identifiers(set_cookie(f"zq={UUID}; Max-Age=31536000"))
    assert found.confidence is Level.LIKELY


def test_a_cookie_of_one_visit_is_only_possible():
    (found,) = identifiers(set_cookie(f"visitor_id={ID}"))
    assert found.confidence is Level.POSSIBLE


def test_a_cookie_that_is_taken_away_is_none():
    assert identifiers(set_cookie(f"visitor_id={ID}; Max-Age=0")) == []


def test_a_cookie_that_is_sent_is_possible_at_first_sight():
    (found,) = identifiers(sent_cookie(f"zq={UUID}"))
    assert (found.confidence, found.direction) == (Level.POSSIBLE, Direction.SENT)


@pytest.mark.parametrize("name", ["uid", "visitorId", "device_id", "partner_uid", "besucher_id"])
def test_a_parameter_under_a_telling_name_is_possible(name):
    (found,) = identifiers(asked(f"https://ads.example/p?{name}={ID}"))
    assert (found.name, found.confidence) == (name, Level.POSSIBLE)


def test_a_click_id_is_a_class_of_its_own():
    (found,) = identifiers(asked("https://shop.example/?gclid=EAIaIQobChMI7vK9w5Xq8gIVh4BQBh0"))
    assert found.figures["class"] == "click"


def test_an_opaque_parameter_to_a_third_party_is_possible():
    assert names_in(asked(f"https://ads.example/p?x9={UUID}")) == {"x9"}


def test_an_opaque_parameter_to_the_site_itself_is_none():
    assert identifiers(asked(f"https://news.example/p?x9={UUID}")) == []


@pytest.mark.parametrize("kind", ["text/css", "font/woff2", "text/javascript", "video/mp4"])
def test_an_opaque_parameter_of_something_shown_is_none(kind):
    url = f"https://cdn.example/a?x9={UUID}"
    assert identifiers(an_exchange(url, received=(("content-type", kind),))) == []


def test_an_opaque_parameter_of_a_picture_is_none():
    exchange = asked(f"https://img.example/a?x9={UUID}", body=b"GIF89a" + bytes(4_000))
    assert identifiers(exchange) == []


@pytest.mark.parametrize(
    "query",
    [
        f"session_id={UUID}", f"csrf_token={UUID}", f"euconsent={UUID}", f"cb={UUID}",
        f"request_id={UUID}", f"article_id={UUID}", f"build={UUID}", f"access_token={UUID}",
        "uid=1643952221077", "uid=0", "uid=anonymous", "uid=en-US", "uid=1920x1080",
        f"hb_adid={ID}", f"insert_id={UUID}", f"public_key={UUID}", f"sentry_key={UUID}",
        "uid=https://a.example/", "uid=two+words", "v=5.12.2461", "visitor_id=00000000-0000",
    ],
)  # fmt: skip
def test_look_alikes_are_none(query):
    assert identifiers(asked(f"https://ads.example/p?{query}")) == []


@pytest.mark.parametrize(
    "cookie",
    [
        f"PHPSESSID={ID}", f"AWSALB={UUID}", f"BIGipServerpool={ID}", f"XSRF-TOKEN={UUID}",
        f"__cf_bm={UUID}", f"OptanonConsent=consentId={UUID}", f"RT=si={UUID}", "theme=darkmode",
    ],
)  # fmt: skip
def test_cookies_of_other_classes_are_none(cookie):
    assert identifiers(sent_cookie(cookie)) == []


def test_a_piece_of_the_browsers_name_is_none():
    request = Message(headers=(("user-agent", "Thing/k3jd92hf83hd7w2q"),))
    assert identifiers(asked(f"https://ads.example/p?uid={ID}", request=request)) == []


def test_a_piece_of_the_pages_address_is_none():
    exchange = asked(
        f"https://ads.example/p?uid={ID}", page=f"https://news.example/{ID.upper()}/story"
    )
    assert identifiers(exchange) == []


def test_what_was_taken_out_is_none():
    token = "[session:sid::4f9a8b7c6d5e4f3a]"
    taken = Redaction(
        locator="cookie:zq", direction=Direction.SENT, kind="session", field="sid", chain="",
        token=token,
    )  # fmt: skip
    exchange = sent_cookie(f"zq={token}", redactions=(taken,))
    assert identifiers(exchange) == []


def test_a_user_object_that_is_sent_names_the_person():
    assert names_in(sent_json({"user": {"id": ID}})) == {"id"}


def test_an_id_of_a_product_that_is_sent_is_none():
    assert identifiers(sent_json({"products": [{"uuid": UUID, "id": ID}]})) == []


def test_an_opaque_value_in_a_body_for_a_third_party_is_possible():
    assert names_in(sent_json({"x9": UUID})) == {"x9"}


def test_an_answer_that_names_the_visitor_is_one():
    assert names_in(answered_json({"visitorId": ID})) == {"visitorId"}


def test_an_answer_of_a_sync_names_the_browser():
    assert names_in(answered_json({"uid": ID})) == {"uid"}


def test_authors_in_a_list_are_not_the_person():
    exchange = answered_json([{"user": {"id": ID}}, {"user": {"id": UUID}}])
    assert identifiers(exchange) == []


def test_an_unsure_name_deep_in_an_answer_is_none():
    exchange = answered_json({"config": {"widget": {"uuid": UUID}}})
    assert identifiers(exchange) == []


def test_an_unknown_name_in_an_answer_is_none():
    assert identifiers(answered_json({"x9": UUID})) == []


@pytest.mark.parametrize("url", ["https://login.example/oauth", "https://a.example/session.js"])
def test_the_public_id_of_a_programme_is_none(url):
    assert identifiers(asked(f"{url}?client_id=51c0425b9eaf7c0872000000")) == []


def test_a_client_id_in_a_beacon_is_one():
    assert names_in(asked("https://ads.example/p?client_id=191425359.1527202446")) == {"client_id"}


def test_a_client_id_in_an_answer_is_none():
    assert identifiers(answered_json({"client_id": "51c0425b9eaf7c0872000000"})) == []


def test_the_number_of_an_answer_is_none():
    exchange = an_exchange(received=(("x-li-uuid", UUID),))
    assert identifiers(exchange) == []


def test_a_device_header_that_is_sent_is_one():
    exchange = asked(sent=(("x-device-id", UUID),))
    assert names_in(exchange) == {"x-device-id"}


def test_an_address_to_move_on_to_can_carry_one():
    exchange = asked(
        status=302, received=(("location", f"https://other.example/s?partner_uid={ID}"),)
    )
    (found,) = identifiers(exchange)
    assert (found.direction, found.value) == (Direction.RECEIVED, ID)


def test_a_value_of_several_pieces_needs_one_that_tells():
    assert identifiers(sent_cookie("zq=0://1/2/3/4/5/6/7/8/9?10")) == []
    assert names_in(sent_cookie(f"zq=1|{ID}|3")) == {"zq"}


def test_several_values_in_one_array_are_no_identifier():
    assert identifiers(sent_json({"visitorId": [ID, UUID]})) == []
    assert names_in(sent_json({"visitorId": [ID]})) == {"visitorId"}


def test_a_visitor_named_in_the_path_to_a_third_party_is_one():
    assert names_in(asked(f"https://cdp.example/v1/visitors/{UUID}")) == {"visitors"}


def test_other_paths_are_none():
    assert identifiers(asked(f"https://cdp.example/v1/articles/{UUID}")) == []
    assert identifiers(asked(f"https://news.example/users/{UUID}")) == []


def test_a_value_that_codes_others_is_looked_into_instead():
    packed = b64encode(f'{{"uid": "{UUID}"}}'.encode()).decode()
    assert [(it.name, it.value) for it in identifiers(sent_cookie(f"pack={packed}"))] == [
        ("uid", UUID)
    ]
    assert identifiers(sent_cookie("geo=city%3DBristol%26zip%3D35036x8d2k1")) == []


def test_a_value_that_only_reads_like_a_code_is_kept():
    assert names_in(sent_cookie(f"_k={UUID}")) == {"_k"}
    assert names_in(sent_cookie(f"_k=Zm9v{ID}")) == {"_k"}


def test_pieces_of_a_cookie_are_told_by_their_names():
    cookie = sent_cookie(f"hh=uid:{UUID}|age:25-34|plan:100k+")
    assert {(it.kind.value, it.name) for it in signals_in(cookie)} == {
        ("identifier", "uid"),
        ("trait", "age"),
    }


def test_a_number_of_eight_signs_counts_right_below_the_person():
    assert names_in(answered_json({"user": {"id": "81726354"}})) == {"id"}
    assert names_in(answered_json({"user": {"user_id": "81726354"}})) == {"user_id"}


@pytest.mark.parametrize(
    "body",
    [
        {"order": {"user_id": "81726354"}},
        {"article": {"user": {"id": "81726354"}}},
        {"comments": [{"user": {"id": "81726354"}}, {"user": {"id": "81726355"}}]},
    ],
)
def test_a_number_of_eight_signs_elsewhere_is_none(body):
    assert identifiers(answered_json(body)) == []


def test_a_client_id_of_a_profile_is_one():
    assert names_in(answered_json({"profile": {"clientId": UUID}})) == {"clientId"}


def test_an_identifier_in_state_that_lz_string_packed_is_found():
    packed = lz(f'{{"uid":"{UUID}","v":3}}'.encode()).decode()
    (found,) = signals_in(asked(f"https://ads.example/p?state={packed}"), "identifier")
    assert (found.name, found.value) == ("uid", UUID)
    assert found.locator == "query:state >> lz >> /uid"


def test_a_partners_number_among_the_persons_ids_is_one():
    number = "711861060865152438"
    assert names_in(sent_json({"partnerUserIds": {"acme": number}})) == {"acme"}
    assert identifiers(sent_json({"partnerOrderIds": {"acme": number}})) == []
    assert identifiers(answered_json({"partnerUserIds": {"acme": number}})) == []
