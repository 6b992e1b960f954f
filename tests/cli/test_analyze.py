"""What `companion analyze` does beside bringing up to date."""

import base64
import hashlib

import pytest

from companion import pipeline
from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange

MAIL = "ann.lee@mail.example"
RARE = base64.b32encode(hashlib.sha3_256(MAIL.encode()).hexdigest().encode()).decode()


@pytest.fixture
def recorded(companion):
    """A store in which a rare form of a seed was kept while recording."""
    assert companion("seeds", "add", f"email={MAIL}").status == 0
    with open_store(companion.store) as db:
        pipeline.start(db, companion.store).take([an_exchange(f"https://ads.example/?x={RARE}")])
        assert RARE in next(iter(exchanges.each(db))).url
    return companion


def test_looking_deep_finds_what_recording_did_not_look_for(recorded):
    said = recorded("analyze", "--deep")
    assert (said.status, "1 kept exchanges were redacted" in said.out) == (0, True)
    with open_store(recorded.store) as db:
        (kept,) = exchanges.each(db)
    assert RARE not in kept.url
    assert [one.chain for one in kept.redactions] == ["b32 >> sha3-256"]
    assert MAIL not in said.out
    assert '"seed:email"' in recorded("signals", "--json").out


def test_else_it_stays(recorded):
    assert recorded("analyze").status == 0
    with open_store(recorded.store) as db:
        assert RARE in next(iter(exchanges.each(db))).url
