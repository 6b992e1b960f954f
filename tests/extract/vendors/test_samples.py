"""Every vendor file is tried on the samples it carries: what must be found, and what must not."""

import pytest

from companion.extract.signals.rules import signals
from companion.extract.vendors.load import vendors
from companion.model import Message
from tests.builders import an_exchange

SAMPLES = [(it.name, sample) for it in vendors() for sample in it.samples]
NEAR_MISSES = [(it.name, sample) for it in vendors() for sample in it.near_misses]


def exchange_of(sample):
    sent = [("cookie", sample["cookie"])] if "cookie" in sample else []
    received = [("set-cookie", sample["set_cookie"])] if "set_cookie" in sample else []
    if "sent_type" in sample:
        sent.append(("content-type", sample["sent_type"]))
    received.append(("content-type", sample.get("received_type", "image/gif")))
    return an_exchange(
        sample["url"],
        method="POST" if "sent" in sample else "GET",
        request=Message(headers=tuple(sent), body=sample.get("sent", "").encode() or None),
        response=Message(headers=tuple(received), body=sample.get("received", "").encode() or None),
    )


def found_in(sample, vendor):
    exchange = exchange_of(sample)
    found = signals(exchange).signals
    return {f"{it.kind} {it.name}" for it in found if it.rule == f"vendor:{vendor}"}


@pytest.mark.parametrize(("vendor", "sample"), SAMPLES)
def test_a_sample_is_found(vendor, sample):
    assert set(sample["finds"]) <= found_in(sample, vendor)


@pytest.mark.parametrize(("vendor", "sample"), NEAR_MISSES)
def test_a_near_miss_is_not_found(vendor, sample):
    assert sample["why"]
    assert found_in(sample, vendor) == set()


@pytest.mark.parametrize("vendor", vendors(), ids=lambda it: it.name)
def test_a_vendor_has_source_date_sample_and_near_miss(vendor):
    assert vendor.source
    assert vendor.last_seen
    assert vendor.samples
    assert vendor.near_misses


@pytest.mark.parametrize("vendor", vendors(), ids=lambda it: it.name)
def test_every_field_says_what_it_means(vendor):
    fields = [*vendor.cookies, *(it for endpoint in vendor.endpoints for it in endpoint.fields)]
    assert fields
    assert all(it.says for it in fields)


def test_the_vendors_of_the_method_book_are_there():
    wanted = {
        "Adobe Target", "Adobe Audience Manager", "Salesforce Personalization", "Optimizely",
        "Salesforce Commerce Cloud Einstein", "Salesforce Audience Studio (Krux)", "LaunchDarkly",
        "Statsig", "VWO", "AB Tasty", "Dynamic Yield", "Bloomreach", "Braze", "Permutive", "ID5",
        "LiveRamp", "Outbrain", "Google Ads and Ad Manager", "OpenRTB bid request", "Meta pixel",
        "Google Analytics", "Tealium", "Criteo", "Taboola", "TikTok pixel", "Segment", "mParticle",
        "GrowthBook", "Amazon Publisher Services", "Unified ID 2.0 and EUID",
    }  # fmt: skip
    assert wanted <= {it.name for it in vendors()}
