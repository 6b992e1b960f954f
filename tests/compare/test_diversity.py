"""Measures of variety, at the figures of the papers and at their ends."""

import pytest

from companion.compare.diversity import (
    coverage,
    divergence,
    effective,
    entropy,
    miscalibration,
    novelty,
    richness,
    shares,
    simpson,
    surprise,
    within,
)

MANY = 10**9
"""So many entries that no correction for few of them is left."""


def test_effective_topics_of_the_method_book():
    counts = {"a": 0.5 * MANY, "b": 0.25 * MANY, "c": 0.125 * MANY, "d": 0.125 * MANY}
    assert effective(entropy(counts)) == pytest.approx(3.364, abs=0.001)


def test_few_entries_are_corrected_upwards():
    assert entropy({"a": 2, "b": 2}) == pytest.approx(1 + 1 / (8 * 0.6931), abs=1e-4)


def test_one_topic_and_nothing_have_no_entropy():
    assert entropy({"a": 5}) == entropy({}) == 0


def test_simpsons_number_of_equal_topics_is_their_count():
    assert simpson({"a": 3, "b": 3, "c": 3}) == pytest.approx(3)
    assert simpson({}) == 0


def test_shares_leave_out_what_is_not_there():
    assert shares({"a": 1, "b": 3, "c": 0}) == {"a": 0.25, "b": 0.75}
    assert shares({}) == {}


@pytest.mark.parametrize(
    ("vectors", "apart"),
    [
        ([(1, 0), (1, 0)], 0),
        ([(1, 0), (0, 1)], 1),
        ([(1, 0), (1, 0), (0, 2)], 2 / 3),
        ([(1, 0), (0, 0)], 1),
    ],
)
def test_diversity_within_a_list_is_the_mean_over_pairs(vectors, apart):
    assert within(vectors) == pytest.approx(apart)


def test_a_list_of_one_has_no_diversity_to_speak_of():
    assert within([(1, 0)]) is None


def test_richness_of_all_entries_is_the_count_of_topics():
    assert richness({"a": 3, "b": 1}, 4) == pytest.approx(2)


def test_richness_of_one_entry_is_one():
    assert richness({"a": 3, "b": 1}, 1) == pytest.approx(1)


def test_coverage_compares_equally_many_entries():
    assert coverage({"a": 10, "b": 10}, {"a": 100, "b": 100}) == pytest.approx(1, abs=0.01)
    assert coverage({"a": 20}, {"a": 10, "b": 10}) == pytest.approx(0.5)
    assert coverage({"a": 20}, {}) is None


def test_novelty_is_the_share_of_topics_that_were_not_known():
    assert novelty({"a": 3, "b": 1}, {"a"}) == 0.25
    assert novelty({}, {"a"}) == 0


def test_what_few_get_surprises_more():
    popular = {"a": 6, "b": 2}
    assert surprise({"b": 1}, popular) == pytest.approx(2)
    assert surprise({"a": 1}, popular) < surprise({"b": 1}, popular) < surprise({"z": 1}, popular)
    assert surprise({"a": 1}, {}) == 0


def test_divergence_of_the_method_book():
    assert divergence({"a": 0.7, "b": 0.3}, {"a": 1, "b": 1}) == pytest.approx(0.0303, abs=1e-4)


def test_divergence_goes_from_the_same_to_nothing_in_common():
    assert divergence({"a": 1}, {"a": 9}) == pytest.approx(0)
    assert divergence({"a": 1}, {"b": 1}) == pytest.approx(1)
    assert divergence({}, {"b": 1}) is None


def test_miscalibration_of_the_method_book():
    assert miscalibration({"a": 0.7, "b": 0.3}, {"a": 1}) == pytest.approx(1.134, abs=0.001)


def test_what_is_shown_as_it_is_opened_is_calibrated():
    assert miscalibration({"a": 7, "b": 3}, {"a": 70, "b": 30}) == pytest.approx(0)
    assert miscalibration({}, {"a": 1}) is None
