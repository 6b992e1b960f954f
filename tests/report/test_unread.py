from companion.model import SiteCoverage, UnknownEndpoint
from companion.report.unread import Unread, data_size, lines, row, told

SITE = SiteCoverage("news.example", 2, 9, 1_000, 3_000, 1_000, 2_000)


def a_place(n=1, **changes):
    return UnknownEndpoint("ads.example", f"/{n}", 3, 1_200, 0, 0)._replace(**changes)


def test_a_site_says_its_share_and_its_places():
    first, second, *_ = lines(Unread(SITE, [a_place(unread=5)]))
    assert first == (
        "news.example  ·  2 third-party hosts, 4.0 KB of data: "
        "75% decoded, 50% at places that a vendor file documents"
    )
    assert second == "  ads.example/1  ·  3x  ·  1.2 KB sent, 0 B received, 5 B of it unread"


def test_more_places_are_counted():
    assert "  and 2 more places" in list(lines(Unread(SITE, [a_place(n) for n in range(10)])))


def test_what_a_site_named_is_plain():
    (_, second, _) = lines(Unread(SITE, [a_place(host="\x1b[31m")]))
    assert "\x1b" not in second


def test_json_has_shares_and_sizes():
    made = row(Unread(SITE, [a_place()]))
    assert (made["decoded"], made["unknown"][0]["host"]) == (0.75, "ads.example")


def test_nothing_recorded_says_nothing():
    assert told([], 0) == ()


def test_the_screen_is_told_sites_and_what_is_still_to_be_counted():
    assert len(told([SITE] * 12, 0)) == 10
    assert told([SITE], 7)[-1].startswith("7 exchanges are still to be counted")


def test_a_site_without_data_is_decoded_whole():
    assert "100% decoded, 100% at" in next(lines(Unread(SiteCoverage("a", 1, 1, 0, 0, 0, 0), [])))


def test_sizes_are_written_as_people_do():
    assert [data_size(n) for n in (12, 1_200, 2_500_000)] == ["12 B", "1.2 KB", "2.5 MB"]
