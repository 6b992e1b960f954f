"""Controls and addresses are found by domain, then by the owner's name, and no guess beyond."""

import pytest

from companion.contest.joins import address, authorities, controls, of_authority, services
from companion.contest.knowledge import knowledge
from companion.contest.places import place
from companion.model import Owner


def owner(name):
    return Owner(name=name, source="a list", date="2026-01-02")


def ids(found):
    return [it.id for it in found]


def test_a_service_is_found_by_its_domain():
    assert ids(services("youtube.com")) == ["youtube"]
    assert ids(services("www.bbc.co.uk")) == ids(services("bbc.co.uk"))


def test_a_service_is_found_by_its_owner_where_the_domain_is_unknown():
    assert "google" in ids(services("doubleclick.example", owner("Google LLC")))
    assert services("doubleclick.example") == ()
    assert services("doubleclick.example", owner("Nobody Ltd")) == ()


def test_a_domain_wins_over_an_owner():
    assert ids(services("youtube.com", owner("TikTok Technology Limited"))) == ["youtube"]


def test_controls_of_a_type_come_once_for_each_link():
    found = services("x.example", owner("Google LLC"))
    links = [it.url for _, it in controls(found, "ads_personalisation", place("DE"))]
    assert links == sorted(set(links), key=links.index)
    assert links


def test_controls_for_other_regions_are_left_out():
    every = list(knowledge().service.values())
    german = {it.region for _, it in controls(every, "us_privacy_choices", place("DE"))}
    assert "us" not in german


def test_a_contact_is_found_by_domain_and_by_name():
    by_domain = address("adition.com")
    assert by_domain is not None
    assert by_domain.source.startswith("dade:companies/")
    assert address("x.example", owner("33Across, Inc.")).email == "privacy@33across.com"


@pytest.mark.parametrize("name", ["33across Inc", "33Across", "33ACROSS, LLC"])
def test_names_meet_but_for_punctuation_and_legal_form(name):
    assert address("x.example", owner(name)) is not None


def test_names_that_only_begin_alike_do_not_meet():
    assert ids(services("x.example", owner("Meta Platforms")))
    assert services("x.example", owner("Zoom")) == ()
    assert services("x.example", owner("UK")) == ()


@pytest.mark.parametrize("known", [None, owner("Nobody Ltd")])
def test_an_unknown_party_has_no_address(known):
    assert address("unknown.example", known) is None


def test_a_service_without_mailbox_is_written_to_by_its_form():
    found = address("temu.com")
    assert found.email == ""
    assert found.webform.startswith("https://")


def test_a_service_without_any_channel_has_no_address():
    assert address("dailymail.co.uk") is None


def test_a_contact_without_mailbox_and_form_has_no_address():
    bare = next(
        it for it in knowledge().contact.values() if it.web and not (it.email or it.webform)
    )
    assert address(bare.web.split("/")[2]) is None


def test_authorities_are_those_of_the_country():
    (french,) = authorities(place("FR"), "data-protection")
    assert french.id == "frcnil"
    assert len(authorities(place("DE"), "data-protection")) > 10
    assert authorities(place(""), "data-protection") == ()


def test_an_authority_becomes_an_address():
    body = knowledge().authority["frcnil"]
    found = of_authority(body)
    assert (found.to, found.language) == (body.name, body.complaint_language)
