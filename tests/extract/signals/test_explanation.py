import pytest

from companion.model import Level
from tests.extract.reading import answered_json, sent_json, signals_in


def reasons(exchange):
    return [(it.name, it.value, it.confidence) for it in signals_in(exchange, "explanation")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            [{"title": "A", "reason": "Because you watched B"}],
            ("reason", "Because you watched B", Level.OBSERVED),
        ),
        (
            {"x": {"strategy": "Weil du B gesehen hast"}},
            ("strategy", "Weil du B gesehen hast", Level.OBSERVED),
        ),
        ([{"why": "D'après vos visites"}], ("why", "D'après vos visites", Level.OBSERVED)),
        ([{"why": "Compraste algo"}], ("why", "Compraste algo", Level.OBSERVED)),
        ({"recs": [{"algorithm": "cf-12"}]}, ("algorithm", "cf-12", Level.POSSIBLE)),
        ({"recs": ["a"], "strategy": "cf"}, ("strategy", "cf", Level.POSSIBLE)),
        ({"recommendationReason": "seed:47"}, ("recommendationReason", "seed:47", Level.POSSIBLE)),
        ({"explanation": {"text": "near Oslo"}}, ("text", "near Oslo", Level.POSSIBLE)),
    ],
)  # fmt: skip
def test_reasons_are_found_under_their_keys_and_by_their_words(body, expected):
    assert expected in reasons(answered_json(body))


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"reason": "not_found"}},
        {"error": {"reason": "Sie haben keine Rechte"}},
        {"error": {"reason": "Your last payment failed"}},
        {"strategy": "lazy"},
        {"images": ["a"], "strategy": "lazy"},
        {"recs": {"a": "b"}, "strategy": "lazy"},
        {"recs": [{"algorithm": True}]},
        {"recs": [{"reason": "42"}]},
        {"recs": [{"reason": ""}]},
        {"recs": [{"reason": "https://help.example/why"}]},
        {"explanation": {"text": "x" * 400}},
    ],
)
def test_other_reasons_are_none(body):
    assert reasons(answered_json(body)) == []


def test_what_is_sent_explains_nothing():
    assert reasons(sent_json({"reason": "because you asked"})) == []
