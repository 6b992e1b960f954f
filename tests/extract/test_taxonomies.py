import json

import pytest

from companion.extract.signals.rules import signals
from companion.extract.taxonomies import figures, look_also
from companion.labels import named
from companion.model import Message
from companion.update import held
from tests.builders import NOON, an_exchange
from tests.update.conftest import a_source

TABLE = b"Unique ID\tTier 1\tTier 2\n11\tInterest\tMusic\n12\tHealth\tDiabetes\n"
JSON = (("content-type", "application/json"),)


@pytest.fixture
def fetched(tmp_path):
    """A store's folder with a taxonomy that was fetched; asked no longer after the test."""
    held.keep(tmp_path, a_source(reads="taxonomy", taxonomy="4"), TABLE, NOON)
    look_also(tmp_path)
    yield tmp_path
    look_also(tmp_path / "none")


def bid(segtax, *codes):
    data = {"name": "dmp.example", "segment": [{"id": it} for it in codes]}
    if segtax:
        data["ext"] = {"segtax": segtax}
    body = json.dumps({"id": "1", "imp": [{"id": "1"}], "user": {"data": [data]}}).encode()
    exchange = an_exchange(
        "https://bidder.example/openrtb2/auction",
        method="POST",
        request=Message(headers=JSON, body=body),
    )
    return [it for it in signals(exchange).signals if it.kind == "segment"]


def test_the_taxonomy_of_a_bid_requests_segments_is_named_and_codes_stay_codes():
    (found,) = bid(4, "11")
    assert (found.value, found.figures["taxonomy"]) == ("11", "IAB Audience Taxonomy 1.1")
    assert "means" not in found.figures
    assert named(found, "11").endswith("= 11")


def test_a_taxonomy_that_was_fetched_names_its_codes(fetched):
    (found,) = bid(4, "11")
    assert found.value == "11"
    assert found.figures["means"] == ("11 = Interest | Music",)
    assert "Acme list, version" in found.figures["named_by"]
    assert named(found, "11").endswith("= 11 (Interest | Music)")


def test_what_a_code_means_may_be_sensitive(fetched):
    assert [it.sensitive for it in bid(4, "12")] == [True]
    assert [it.sensitive for it in bid(4, "11")] == [False]


def test_codes_of_another_taxonomy_or_of_none_are_not_named(fetched):
    assert "means" not in bid(6, "11")[0].figures
    assert "taxonomy" not in bid(None, "11")[0].figures


def test_a_code_the_taxonomy_does_not_have_stays_a_code(fetched):
    assert "means" not in figures("4", ["999"])


def test_a_taxonomy_that_was_altered_names_nothing(fetched):
    (held.place(fetched) / "acme-list.list").write_bytes(b"Unique ID\tTier 1\n11\tElse\n")
    look_also(fetched / "none")
    look_also(fetched)
    assert "means" not in figures("4", ["11"])
