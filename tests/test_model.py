"""The nouns refuse what may not be said and give stable ids."""

import pytest

from companion.model import Evidence, ExchangeId, Level, Message, digest


def test_header_is_found_by_any_case():
    message = Message(headers=(("Content-Type", "Text/HTML; charset=utf-8"),))
    assert message.header("content-type") == "Text/HTML; charset=utf-8"
    assert message.media_type == "text/html"


def test_header_that_is_absent_is_empty():
    assert Message().header("cookie") == ""
    assert Message().all("cookie") == ()


def test_evidence_points_at_exactly_one_thing():
    assert Evidence(note="x", exchange=ExchangeId("a")).exchange == "a"
    with pytest.raises(ValueError, match="exactly one"):
        Evidence(note="x")


def test_digest_is_stable_and_tells_parts_apart():
    assert digest("a", "b") == digest("a", "b")
    assert digest("a", "b") != digest("ab", "")
    assert len(digest("a")) == 16


def test_levels_sort_by_how_sure_they_are():
    assert sorted(Level, key=lambda level: -level.weight) == ["observed", "likely", "possible"]
