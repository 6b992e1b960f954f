from companion.model import Direction, Redaction
from tests.extract.reading import asked, signals_in


def taken(**changes):
    defaults = {
        "locator": "query:em",
        "direction": Direction.SENT,
        "kind": "seed",
        "field": "email",
        "chain": "sha256 of lower-cased",
        "token": "[seed:email:sha256:4f9a8b7c]",
    }
    return Redaction(**(defaults | changes))


def pii(*redactions):
    return signals_in(asked(redactions=redactions), "pii")


def test_a_seed_that_was_taken_out_is_one_without_its_value():
    (found,) = pii(taken())
    assert (found.value, found.name) == ("seed:email", "em: sha256 of lower-cased")
    assert (found.locator, found.direction, found.confidence) == (
        "query:em",
        Direction.SENT,
        "observed",
    )


def test_a_plain_seed_has_no_chain_in_its_name():
    (found,) = pii(taken(chain="", locator="query:data >> b64 >> /user/mail"))
    assert found.name == "mail"


def test_what_is_no_seed_is_none():
    assert pii(taken(kind="session")) == []
