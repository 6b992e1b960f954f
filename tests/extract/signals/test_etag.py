import pytest

from companion.model import Direction, Level
from tests.builders import an_exchange
from tests.extract.reading import ID, signals_in

TAG = (("etag", f'W/"{ID}"'),)
BACK = (("if-none-match", f'"{ID}"'),)


def respawned(**changes):
    return [
        it
        for it in signals_in(an_exchange("https://ads.example/p", **changes), "identifier")
        if it.rule == "etag"
    ]


def test_a_tag_that_is_the_cookie_too_is_an_identifier():
    (found,) = respawned(received=(*TAG, ("set-cookie", f"uid={ID}; Max-Age=9000000")))
    assert (found.name, found.locator, found.value) == ("etag", "header:etag", ID)
    assert (found.direction, found.confidence) == (Direction.RECEIVED, Level.LIKELY)
    assert ID in found.tokens


def test_a_tag_handed_back_that_brings_the_cookie_back_is_one():
    (found,) = respawned(sent=BACK, received=(("set-cookie", f"uid={ID}"),))
    assert (found.name, found.direction) == ("if-none-match", Direction.SENT)


@pytest.mark.parametrize(
    "changes",
    [
        {"received": TAG},
        {"sent": BACK},
        {"received": (*TAG, ("set-cookie", "uid=94jf8dh3k2lq8fh2"))},
        {"received": (("etag", '"abc"'), ("set-cookie", "uid=abc"))},
        {"received": (*TAG, ("set-cookie", f"csrf_token={ID}"))},
    ],
)
def test_a_digest_of_the_content_stays_silent(changes):
    assert respawned(**changes) == []
