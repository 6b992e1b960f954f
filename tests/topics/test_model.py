"""The decisions around the model, on vectors of our own making."""

import numpy as np
import pytest

from companion.topics import model
from companion.topics.model import Model
from companion.topics.table import topics

NAMES = list(topics())
PLACES = {
    text: at for at, it in enumerate(topics().values()) for text in (*it.prompts, *it.examples)
}


def embed(texts):
    """A direction for each topic; other texts name their topics and weights: "food 1 sport 0.5"."""
    rows = np.zeros((len(texts), len(NAMES) + 1), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        row[-1] = 1  # what all titles have in common
        if text in PLACES:
            row[PLACES[text]] = 1
            continue
        words = text.split("|")
        for name, weight in zip(words[::2], words[1::2], strict=False):
            row[NAMES.index(name)] = float(weight)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def made():
    return Model(embed, "fake 1")


def test_a_text_has_the_topic_it_is_nearest_to(made):
    assert made.label(["food|1", "sport|1"]) == [("food",), ("sport",)]


def test_it_abstains_between_two_topics_and_far_from_all(made):
    assert made.label(["food|1|sport|1", ""]) == [(), ()]


def test_a_sensitive_topic_needs_a_larger_lead(made):
    near = f"{'{}'}|1|weather|0.92"
    assert made.label([near.format("health"), near.format("food")]) == [(), ("food",)]
    assert made.label(["health|1"]) == [("health",)]


def test_the_name_changes_with_our_version(made):
    assert made.name == f"fake 1, topics {model.VERSION}"


def test_signs_that_the_model_can_not_take_do_no_harm(made):
    assert made.likeness(["\ud800", "a\0b"]).shape == (2, len(NAMES))


def test_a_profile_has_the_near_topics_by_weight(made):
    (told,) = made.told(["food|1|sport|0.9"], ())
    assert told.topics == ("food",)
    assert told.profile["food"] > told.profile["sport"] > told.profile.get("travel", 0)


def test_a_profile_has_a_sensitive_topic_only_where_it_is_kept(made):
    without, kept = (made.told(["health|1|food|0.9"], some)[0] for some in ((), ("health",)))
    assert "health" not in without.profile
    assert kept.profile["health"] > kept.profile["food"]
