"""Every file on sites is tried on the samples it carries: what must be named, and what must not."""

import pytest

from companion.extract.slates import slates
from companion.extract.slates.sites.load import BASES, NOTHING_KNOWN, Knowledge, sites
from companion.model import Message
from tests.builders import an_exchange

SAMPLES = [pytest.param(it, sample, id=it.name) for it in sites() for sample in it.samples]
NEAR_MISSES = [pytest.param(it, sample, id=it.name) for it in sites() for sample in it.near_misses]


def exchange_of(sample):
    sent = list(sample.get("sent_headers", {}).items())
    sent += [("cookie", sample["cookie"])] if "cookie" in sample else []
    received = (("content-type", sample.get("received_type", "application/json")),)
    page = sample.get("page", sample["url"])
    return an_exchange(
        sample["url"],
        page=page,
        site=".".join(page.split("/")[2].split(".")[-2:]),
        method="POST" if "sent" in sample else "GET",
        request=Message(headers=tuple(sent), body=sample.get("sent", "").encode() or None),
        received=received,
        body=sample["received"].encode(),
    )


def lists_of(sample, site):
    """The lists of a sample as this site's file alone names them."""
    return slates(exchange_of(sample), Knowledge(site.rules))


def told(slate):
    first = slate.items[0]
    return {
        "known": slate.figures.get("known_as"),
        "tracked_by": slate.figures.get("tracked_by"),
        "surface": slate.surface,
        "personalized": slate.personalized,
        "heading": slate.heading,
        "title": first.title,
        "item": first.item,
        "url": first.url,
        "reason": first.reason,
        "sponsored": [item.rank for item in slate.items if item.sponsored],
    }


@pytest.mark.parametrize(("site", "sample"), SAMPLES)
def test_a_sample_is_named(site, sample):
    wanted = sample["finds"]
    named = [told(one) for one in lists_of(sample, site)]
    assert wanted in [{key: one[key] for key in wanted} for one in named]


@pytest.mark.parametrize(("site", "sample"), SAMPLES)
def test_a_sample_is_found_without_being_known(site, sample):
    known = {(one.locator, one.total) for one in lists_of(sample, site)}
    assert {(it.locator, it.total) for it in slates(exchange_of(sample), NOTHING_KNOWN)} == known


@pytest.mark.parametrize(("site", "sample"), NEAR_MISSES)
def test_a_near_miss_is_a_list_that_gets_no_name(site, sample):
    assert sample["why"]
    found = lists_of(sample, site)
    assert found
    assert not any("known_as" in one.figures for one in found)


@pytest.mark.parametrize("site", sites(), ids=lambda it: it.name)
def test_a_site_has_source_basis_date_sample_and_near_miss(site):
    assert site.source
    assert site.basis in BASES
    assert site.last_seen
    assert site.samples
    assert site.near_misses


@pytest.mark.parametrize("site", sites(), ids=lambda it: it.name)
def test_every_rule_says_what_the_list_is(site):
    assert all(rule.says for rule in site.rules)


def test_those_that_people_meet_most_are_there():
    wanted = {
        "Taboola", "Outbrain", "Criteo Retail Media", "Algolia", "Constructor", "Nosto",
        "Dynamic Yield", "YouTube", "YouTube Music", "Spotify", "Reddit", "Mastodon", "X",
        "TikTok", "Netflix", "Amazon", "The Guardian", "Parse.ly", "Piano Content",
    }  # fmt: skip
    assert wanted <= {it.name for it in sites()}
