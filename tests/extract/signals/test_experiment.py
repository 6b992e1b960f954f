import pytest

from tests.extract.reading import answered_json, asked, signals_in


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
