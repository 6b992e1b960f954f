"""`companion probe` in front of a site that personalizes: what is asked, shown, kept."""

import json

import pytest

from companion.capture.journal import Writer
from companion.settings import Settings, data_folder, load, save
from tests.addons.personal import Personal
from tests.capture.records import a_record

pytestmark = pytest.mark.xdist_group("probe")


@pytest.fixture
def site():
    with Personal() as site:
        yield site


@pytest.fixture
def probe(companion, site):
    def probe(*words):
        return companion("probe", *words, "--allow-target", site.authority)

    return probe


@pytest.fixture
def visited(companion, site):
    """The person was there while recording, and got a list."""
    items = [{"id": n, "title": f"you {n}", "url": f"/i/{n}"} for n in (5, 0, 1, 2, 3)]
    body = json.dumps({"items": items}).encode()
    journal = data_folder(companion.store) / "journal"
    journal.mkdir(parents=True)
    writer = Writer(journal)
    url = f"http://{site.authority}/feed"
    sent = ((b"Cookie", b"uid=k3jd92hf83hd7w2q; lang=de"), (b"Referer", f"{url}s".encode()))
    writer.write(
        a_record(
            url=url,
            request={"headers": sent, "body": b"", "length": 0},
            response={
                "headers": ((b"Content-Type", b"application/json"),),
                "body": body,
                "length": len(body),
            },
        )
    )
    writer.close()
    return url


def test_a_dry_run_shows_what_would_be_sent_and_sends_nothing(probe, site, visited):
    said = probe("--dry-run", visited)
    assert said.status == 0
    assert "cookie: lang=de" in said.out
    assert "left out: header:referer, cookie:uid" in said.out
    assert "k3jd92" not in said.out
    assert site.asked == []


def test_two_strangers_are_asked_and_shown_beside_what_the_person_got(probe, site, visited):
    said = probe(visited)
    assert said.status == 0, said.err
    assert [headers.get("cookie") for headers in site.requests("/feed")] == ["lang=de"] * 2
    assert "you and a stranger: 4 shared, 4 of them at another rank, 1 only you" in said.out
    assert "only you got: you 5" in said.out
    assert "the two strangers (noise): 5 shared, 0 of them" in said.out
    assert '2 of 19 strangers needed for "because of you"' in said.out
    assert "no claim yet" in said.out


def test_rounds_add_strangers(probe, site, visited):
    said = probe("--rounds", "2", visited)
    assert len(site.requests("/feed")) == 4
    assert '4 of 19 strangers needed for "because of you"' in said.out
    assert "round 2 of 2" in said.err


def test_tests_are_printed_as_in_the_export_and_nothing_else(probe, visited, tmp_path):
    assert isinstance(json.loads(probe("--json", visited).out), list)
    assert probe("--csv", "-o", tmp_path / "csv", visited).status == 0
    assert (tmp_path / "csv" / "tests.csv").exists()


def test_where_the_person_never_was_only_the_noise_is_shown(probe, site):
    said = probe(f"http://{site.authority}/new")
    assert "you have not visited it" in said.out
    assert ": 5 shared, 0 of them" in said.out
    assert "no claim yet" not in said.out


def test_a_refused_stranger_is_missing_and_no_difference(probe, site, visited):
    site.stranger_status = 403
    said = probe(visited)
    assert said.status == 0
    assert "missing: it was refused or asked for a proof of being human (403)" in said.out
    assert "only you got" not in said.out
    assert "missing: not comparable" in said.out


def test_what_is_not_safe_is_not_asked_for(probe, site):
    said = probe(*(f"http://{site.authority}{it}" for it in ("/logout", "/account", "/?sid=1")))
    assert (said.status, site.asked) == (2, [])
    for why in ("may change something", "person's own", "one use"):
        assert why in said.out
    assert "/logout is not asked for" in said.err
    assert "(and 2 more)" in said.err


def test_an_excluded_or_private_host_is_not_asked(companion, probe, site):
    said = companion("probe", "--gap", "11", f"http://{site.authority}/feed")
    assert (said.status, site.asked) == (2, [])
    assert f"--allow-target {site.authority}" in said.err
    save(data_folder(companion.store) / "settings.toml", Settings(exclude=("127.0.0.1",)))
    assert "pass uninspected" in probe(f"http://{site.authority}/feed").err
    assert site.asked == []


def test_a_site_is_switched_on_and_off(companion):
    settings = data_folder(companion.store) / "settings.toml"
    said = companion("probe", "--site", "News.Example", "--site", "b.example")
    assert (said.status, load(settings).twins) == (0, ("news.example", "b.example"))
    companion("probe", "--off", "news.example")
    assert load(settings).twins == ("b.example",)


def test_without_an_address_it_tells_what_was_asked(companion, probe, visited):
    assert "strangers: 0; sent in your name: 0" in companion("probe").out
    probe(visited)
    companion("probe", "--site", "news.example")
    said = companion("probe").out
    assert "asked as strangers while you browse: news.example" in said
    assert "strangers: 2; sent in your name: 0" in said
    assert "left out: header:referer, cookie:uid" in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["ftp://a.example"], "no web address"),
        (["https://a.example:x/"], "no web address"),
        (["https://a.example/\x1b"], "no web address"),
        (["--gap", "5", "https://a.example/"], "at least 11"),
        (["--csv", "https://a.example/"], "-o DIR"),
        (["--site", "https://a.example/"], "no site"),
    ],
)
def test_bad_usage_is_one_line(companion, words, why):
    said = companion("probe", *words)
    assert said.status == 2
    assert why in said.err
