import pytest

from companion.model import Direction, Level
from tests.builders import an_exchange
from tests.extract.reading import (
    answered_json,
    asked,
    names_in,
    sent_cookie,
    sent_json,
    set_cookie,
    signals_in,
)


def found(exchange):
    return {(it.kind.value, it.name, it.value) for it in signals_in(exchange)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"segments": ["1000123", "4471"]}, ("segment", "segments", ("1000123", "4471"))),
        ({"userSegments": "auto,home"}, ("segment", "userSegments", "auto,home")),
        ({"audiences": [{"id": 7, "x": 1}]}, ("segment", "audiences.id", "7")),
        ({"user": {"segment": "gardeners"}}, ("segment", "segment", "gardeners")),
        ({"interests": ["garden"]}, ("trait", "interests", ("garden",))),
        ({"user": {"age": 34}}, ("trait", "age", "34")),
        ({"profile": {"ageRange": "25-34"}}, ("trait", "ageRange", "25-34")),
        ({"gender": "female"}, ("trait", "gender", "female")),
        ({"user": {"loggedIn": True}}, ("trait", "loggedIn", "true")),
        ({"userType": "subscriber"}, ("trait", "userType", "subscriber")),
        ({"churnRisk": 0.81}, ("score", "churnRisk", "0.81")),
        ({"visitor": {"score": 7}}, ("score", "score", "7")),
        ({"user": {"intent": "high"}}, ("score", "intent", "high")),
        ({"affinities": {"sport": 0.8}}, ("score", "affinities.sport", "0.8")),
        ({"audiences": [{"name": "A", "score": 0.4}]}, ("score", "audiences.score", "0.4")),
        ({"geoip": {"city": "Oslo"}, "user": {"city": "Oslo"}}, ("location", "city", "Oslo")),
        ({"latitude": 59.91}, ("location", "latitude", "59.91")),
        ({"user": {"zip": "94110"}}, ("location", "zip", "94110")),
        ({"ip": "203.0.113.9"}, ("location", "ip", "203.0.113.9")),
        ({"clientIp": "2001:db8::1"}, ("location", "clientIp", "2001:db8::1")),
        ({"segments": ["Health > Back pain"]}, ("segment", "segments", ("Health > Back pain",))),
        ({"pageProps": {"user": {"segment": "anglers"}}}, ("segment", "segment", "anglers")),
    ],
)
def test_labels_under_telling_keys_are_signals(body, expected):
    assert expected in found(answered_json(body))


@pytest.mark.parametrize(
    "body",
    [
        {"article": {"segments": ["a", "b"]}},
        {"segments": []},
        {"segments": ["/news/", "__PAGE__"]},
        {"segments": "0"},
        {"topics": ["garden"]},
        {"page": {"topics": ["garden"]}},
        {"products": [{"gender": "female", "age": "25-34"}]},
        {"gender": "women"},
        {"age": 34},
        {"user": {"age": "old"}},
        {"score": 0.8},
        {"results": [{"score": 0.8}]},
        {"match": {"score": "2:1"}},
        {"user": {"loggedIn": False}},
        {"userType": "guest"},
        {"audience": "api"},
        {"loggedIn": True},
        {"stores": [{"latitude": 59.91}]},
        {"latitude": 59},
        {"latitude": 2059.91},
        {"country": "NO"},
        {"ip": "localhost"},
        {"@type": "Person", "gender": "female"},
        {"items": [{"interests": ["garden"]}]},
        {"segments": ["<b > x"]},
        {"segments": ["a>b"]},
        {"user": {"items": {"segment": "anglers"}}},
        {"product": {"user_score": 4.5}},
        {"zielgruppe": "Damen"},
        {"segmento": "SUV"},
        {"subscription_type": "annual"},
        {"lifecycle": "active"},
        {"revenu": 1200},
        {"article": {"comments": [{"user": {"gender": "female"}, "x": 1}, {"x": 2}]}},
    ],
)
def test_the_same_words_about_content_are_none(body):
    assert found(answered_json(body)) == set()


@pytest.mark.parametrize("query", ["age=34", "gender=f", "zip=94110", "segments=12,13"])
def test_parameters_to_a_third_party_speak_of_the_person(query):
    (one,) = signals_in(asked(f"https://ads.example/p?{query}"))
    assert (one.direction, one.confidence) == (Direction.SENT, Level.POSSIBLE)


@pytest.mark.parametrize("query", ["age=34", "region=eu-west", "country=NO", "score=3"])
def test_filters_of_the_site_itself_are_none(query):
    assert signals_in(asked(f"https://news.example/p?{query}")) == []


def test_a_load_balancers_cookie_is_none():
    assert signals_in(set_cookie("ARRAffinity=qLpO01y55pqeT2JK5j6C")) == []


def test_with_a_user_id_beside_it_a_label_is_likely():
    (one,) = signals_in(answered_json({"user": {"userId": "7", "gender": "f"}}), "trait")
    assert one.confidence is Level.LIKELY


def test_what_is_sent_in_a_list_counts():
    assert names_in(sent_json([{"user": {"gender": "f"}}])) == {"gender"}


def a_page(html):
    return an_exchange(body=f"<html><body>{html}</body></html>".encode())


@pytest.mark.parametrize(
    "script",
    [
        'dataLayer.push({"event": "view"}); dataLayer.push({"user": {"segments": ["anglers"]}})',
        'var digitalData = {"user": [{"profile": [{"attributes": {"segments": ["anglers"]}}]}]}',
    ],
)
def test_a_data_layer_speaks_of_the_person(script):
    assert names_in(a_page(f"<script>{script}</script>"), "segment") == {"segments"}


@pytest.mark.parametrize(
    "script",
    [
        'var found = [{"gender": "female"}, {"gender": "male"}]',
        'dataLayer.push({"products": [{"gender": "female"}, {"gender": "male"}]})',
        'var state = {"data": [{"user": {"gender": "f"}}, {"user": {"gender": "m"}}]}',
    ],
)
def test_what_a_script_lists_does_not(script):
    assert signals_in(a_page(f"<script>{script}</script>")) == []


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("zielgruppen", ["Gartenfreunde"], "segment"),
        ("groupes_client", ["Jardin"], "segment"),
        ("segmentosCliente", ["Jardín"], "segment"),
        ("interessen", ["Garten"], "trait"),
        ("centres_d_interet", ["jardin"], "trait"),
        ("Altersgruppe", "25-34", "trait"),
        ("estado_civil", "soltero", "trait"),
        ("kaufwahrscheinlichkeit", 0.7, "score"),
    ],
)
def test_keys_in_other_languages_speak_as_well(key, value, kind):
    assert names_in(answered_json({"user": {key: value}}), kind) == {key}
    assert signals_in(answered_json({"article": {key: value}})) == []


def test_a_town_beside_a_network_address_is_the_persons():
    told = names_in(answered_json({"ip": "203.0.113.9", "city": "Oslo"}), "location")
    assert told == {"ip", "city"}
    assert signals_in(answered_json({"phone": "1", "city": "Oslo"})) == []


def test_a_town_sent_to_a_third_party_is_the_persons():
    assert names_in(asked("https://ads.example/p?city=Oslo"), "location") == {"city"}
    assert signals_in(asked("https://ads.example/p?city=12&country=NO")) == []
    assert signals_in(asked("https://news.example/p?city=Oslo")) == []


def test_names_inside_a_cookie_about_the_person_speak():
    assert names_in(sent_cookie("geo=city%3DOslo%26zip%3D0150")) == {"city", "zip"}
    assert signals_in(sent_cookie("cart=city%3DOslo%26zip%3D0150", "https://news.example/")) == []


@pytest.mark.parametrize("path", ["/locales/en.json", "/i18n/en/app.json"])
def test_texts_of_an_interface_say_nothing(path):
    body = {"account": {"ageGroup": "Age group", "segments": "Segments"}, "user": {"city": "City"}}
    assert signals_in(answered_json(body, f"https://news.example{path}")) == []
    assert signals_in(answered_json(body, "https://news.example/me.json")) != []
