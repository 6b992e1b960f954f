import pytest

from tests.extract.reading import answered_json, asked, sent_cookie, signals_in


def experiments(exchange):
    return [
        (it.name, it.value, it.figures.get("experiment"))
        for it in signals_in(exchange, "experiment")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"experiments": {"checkout": "B"}}, ("checkout", "B", "checkout")),
        (
            {"experiments": [{"id": "checkout", "variant": "B"}]},
            ("variant", "B", "checkout"),
        ),
        ({"abTest": {"hero": {"bucket": 3}}}, ("bucket", "3", "hero")),
        ({"holdback": "control"}, ("holdback", "control", None)),
    ],
)
def test_a_variant_of_a_named_experiment_is_one(body, expected):
    assert expected in experiments(answered_json(body))


def test_a_parameter_names_its_experiment():
    exchange = asked("https://ads.example/p?ab_test=hero-b")
    assert experiments(exchange) == [("ab_test", "hero-b", "ab_test")]


@pytest.mark.parametrize(
    "body",
    [
        {"featureFlags": {"menu": True}},
        {"experiments": {"menu": True, "search": "off"}},
        {"product": {"variant": "XL", "variation": "red"}},
        {"experiments": []},
        {"experiments": {"note": "a sentence, and it is much longer than a code would be; " * 3}},
    ],
)
def test_switches_and_sizes_are_none(body):
    assert experiments(answered_json(body)) == []


def test_how_many_variants_there_are_is_counted():
    body = {"experiments": [{"id": "hero", "variant": "B", "variations": ["A", "B", "C"]}]}
    (found,) = [it for it in signals_in(answered_json(body), "experiment") if it.name == "variant"]
    assert found.figures["variants"] == 3


IN_TEST = {"reason": {"kind": "FALLTHROUGH", "inExperiment": True}}


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ({"value": "short", "variation": 1, **IN_TEST}, "short"),
        ({"value": True, "variation": 1, **IN_TEST}, "1"),
        ({"value": {"a": 1}, "group_name": "Test", "is_user_in_experiment": True}, "Test"),
    ],
)
def test_a_flag_of_an_experiment_names_its_variant_once(flag, value):
    told = experiments(answered_json({"flags": {"checkout": flag}}))
    assert told == [("checkout", value, "checkout")]


@pytest.mark.parametrize(
    "flag",
    [
        {"value": "short", "variation": 1, "reason": {"kind": "FALLTHROUGH"}},
        {"value": "short", "reason": {"kind": "RULE", "inExperiment": False}},
        {"value": 24, "group_name": "prestart", "is_user_in_experiment": False},
        {"value": True, **IN_TEST},
    ],
)
def test_a_flag_of_no_experiment_is_a_switch(flag):
    assert experiments(answered_json({"flags": {"checkout": flag}})) == []


@pytest.mark.parametrize("name", ["ab_variant", "expBucket", "ab-group", "test_variant"])
def test_a_cookie_that_is_named_after_a_test_holds_the_variant(name):
    assert [it[1] for it in experiments(sent_cookie(f"{name}=hero-b"))] == ["hero-b"]


def test_a_cookie_that_is_named_after_a_variant_alone_does_not():
    assert experiments(sent_cookie("variant=hero-b; group=b; bucket=3")) == []
