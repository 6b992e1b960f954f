"""The truth log is kept, read again, and held against claims."""

from io import StringIO

from companion.model import FindingKind, Test
from companion.smallweb.truth import Claim, Truth, compare, log_file, planted, read, unsettled
from tests.smallweb.inside import NOON

TRACKS = Claim("tracking_identifier", "news.test", "ads.test")
LEAKS = Claim("pii_leak", "shop.test", "ads.test")
NARROWS = Claim("narrowing", "tube.test", "tube.test")


def a_look(verdict):
    kind, site, _ = NARROWS._replace(site="news.test")
    return Test(
        id=verdict,
        kind=FindingKind(kind),
        site=site,
        surface=None,
        visitor="self",
        n=0,
        verdict=verdict,
        why="",
    )


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "t.jsonl"
    with log_file(path) as file:
        truth = Truth(file)
        truth.write(NOON, "ads.test", TRACKS, "knew it", "anna")
        assert read(path) == truth.rows
    assert truth.rows[0].time == "2026-05-03T12:00:00+00:00"
    assert path.stat().st_mode & 0o777 == 0o600


def test_only_harms_count_as_planted():
    truth = Truth(StringIO())
    truth.write(NOON, "ads.test", TRACKS, "knew it")
    truth.write(NOON, "ads.test", TRACKS, "knew it again")
    truth.write(NOON, "news.test", Claim("labelled_list", "news.test", "news.test"), "said so")
    assert planted(truth.rows) == {TRACKS}


def test_found_missed_invented_and_not_looked_for():
    result = compare({TRACKS, LEAKS, NARROWS}, {TRACKS, NARROWS._replace(site="x.test")},
                     {"tracking_identifier", "pii_leak"})  # fmt: skip
    assert result.found == (TRACKS,)
    assert result.missed == (LEAKS,)
    assert result.invented == (NARROWS._replace(site="x.test"),)
    assert result.unlooked == (NARROWS,)
    assert not result.holds


def test_all_found_and_nothing_invented_holds():
    assert compare({TRACKS}, {TRACKS}).holds


def test_what_could_not_be_tested_is_not_missed():
    place = (LEAKS.kind, LEAKS.site)
    result = compare({LEAKS}, set(), {LEAKS.kind}, {place})
    assert (result.missed, result.unlooked) == ((), (LEAKS,))
    elsewhere = compare({LEAKS}, set(), {LEAKS.kind}, {(LEAKS.kind, "news.test")})
    assert elsewhere.missed == (LEAKS,)


def test_a_place_is_open_as_long_as_no_test_settles_it():
    assert unsettled([a_look("inconclusive"), a_look("missing")]) == {("narrowing", "news.test")}
    assert unsettled([a_look("inconclusive"), a_look("no_difference")]) == set()
