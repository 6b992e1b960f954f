"""The shapes themselves: well made, many, in four languages."""

import re
from html import unescape

import pytest

from tests.accuracy.firstcontact import SEED, batches
from tests.accuracy.firstcontact.kit import Shape

BATCHES = batches()
EVERY = [it for shapes in BATCHES.values() for it in shapes]


@pytest.mark.parametrize("it", [it for it in EVERY if it.lists], ids=lambda it: it.name)
def test_what_is_planted_fits_together(it: Shape):
    for truth in it.lists:
        sizes = {len(them) for them in (truth.titles, truth.urls, truth.prices) if them is not None}
        assert sizes == {len(truth.titles)}
        assert len(set(truth.titles)) == len(truth.titles)
        assert max(truth.sponsored or {1}) <= len(truth.titles)


@pytest.mark.parametrize(
    "it",
    [it for name in ("batch_6", "batch_7") for it in BATCHES[name] if it.lists],
    ids=lambda it: it.name,
)  # the older ones also hold answers in base64 or packed
def test_what_is_planted_stands_in_the_answer(it: Shape):
    said = _words(it.exchange.response.body.decode())
    for truth in it.lists:
        assert [title for title in truth.titles if not _words(title) <= said] == []


def _words(text: str) -> set[str]:
    """Words without the escapes of scripts and markup: titles may be spread over runs."""
    told = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return set(re.findall(r"\w+", re.sub(r"\\+[nrt\"]", " ", unescape(told))))


def test_names_are_used_once():
    assert len({it.name for it in EVERY}) == len(EVERY)


def test_a_seed_gives_the_same_bytes_and_another_gives_others():
    first, again, other = (batches(seed)["batch_1"][0].exchange for seed in (SEED, SEED, SEED + 1))
    assert first.response.body == again.response.body
    assert first.response.body != other.response.body
