"""What was met on a site's pages is remembered, loaded again, and tells what to read again."""

from companion.extract.slates.seen import MOST, NO_NEWS, Seen
from companion.model import Repeating, Sighting


def sighting(subject):
    return Sighting(
        by=Repeating.TITLES, key="k", titles="k", subject=subject, exchange=f"x{subject}"
    )


def test_new_sightings_are_told_once():
    seen = Seen()
    assert seen.add("a.example", [sighting("1")]).sightings == (sighting("1"),)
    assert seen.add("a.example", [sighting("1")]) == NO_NEWS


def test_the_third_page_has_the_first_two_read_again():
    seen = Seen()
    seen.add("a.example", [sighting("1"), sighting("2")])
    assert seen.add("a.example", [sighting("3")]).again == ("x1", "x2")


def test_sites_do_not_mix():
    seen = Seen()
    seen.add("a.example", [sighting("1"), sighting("2")])
    assert seen.add("b.example", [sighting("3")]).again == ()


def test_a_page_of_an_unknown_site_is_not_remembered():
    seen = Seen()
    assert seen.add(None, [sighting("1")]).again == ()
    assert not seen.of(None).settle(sighting("2"))


def test_what_is_kept_of_a_site_is_loaded_when_it_comes_up():
    kept = {"a.example": [sighting("1"), sighting("2")]}
    seen = Seen(lambda site: kept.get(site, []))
    assert seen.of("a.example").settle(sighting("3"))
    assert not seen.of("b.example").settle(sighting("3"))


def test_sites_beyond_the_bound_are_loaded_again():
    asked = []
    seen = Seen(lambda site: asked.append(site) or ())
    for number in range(MOST + 1):
        seen.of(f"s{number}")
    seen.of("s0")
    assert asked.count("s0") == 2
