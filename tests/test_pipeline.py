"""The journey of an exchange into the store, also where our own code fails on one."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from companion import pipeline
from companion.model import ExchangeId, FindingKind, Origin, Personalized, Role, Visitor
from companion.store import acts, exchanges, findings, progress, signals, slates, tests, unjudged
from companion.store.open import open_store
from tests.builders import NOON, a_slate, an_exchange


@pytest.fixture
def path(tmp_path):
    return tmp_path / "companion.db"


@pytest.fixture
def journey(path):
    with open_store(path) as db:
        yield pipeline.start(db, path)


def test_what_is_taken_is_judged_by_whoever_comes_next(journey, path):
    journey.take([an_exchange()])
    assert list(unjudged.sites(journey.db)) == ["news.example"]
    with open_store(path) as db:
        pipeline.start(db, path).judge()
        assert unjudged.sites(db) == {}
        assert list(findings.each(db)) == []


def test_an_exchange_that_can_not_be_read_is_left_out_and_told(journey):
    journey.secrets = None  # redaction fails
    assert journey.take([an_exchange()]) == 0
    assert exchanges.count(journey.db) == 0
    assert progress.counters(journey.db)["unread"] == 1
    ((_, what),) = progress.gaps(journey.db)
    assert what.startswith("an exchange with news.example could not be read and is not kept (")


def test_an_exchange_that_is_not_understood_is_kept_and_told(journey):
    journey.recent = object()  # extraction fails
    assert journey.take([an_exchange()]) == 1
    assert exchanges.count(journey.db) == 1
    ((_, what),) = progress.gaps(journey.db)
    assert what.startswith("an exchange with news.example is kept, but was not understood (")


def test_what_an_exchange_no_longer_gives_is_gone(journey):
    told = an_exchange("https://ads.example/p?uid=k3jd92hf83hd7w2qk3jd92hf")
    journey.take([told])
    assert signals.count(journey.db) == 1
    journey.take([replace(told, url="https://ads.example/p")])
    assert signals.count(journey.db) == 0


def test_an_older_file_has_the_sites_judged_where_its_things_came_back(journey):
    there, here = (a_slate("One", exchange=key, site=f"{key}.example") for key in ("a", "b"))
    slates.put(journey.db, [there, here])
    page = an_exchange("https://news.example/One", page="https://news.example/One")
    journey.take([replace(page, origin=Origin.LIVE)])
    assert list(unjudged.sites(journey.db)) == ["news.example"]
    journey.take([replace(page, origin=Origin.IMPORT)])
    assert set(unjudged.sites(journey.db)) == {"a.example", "b.example", "news.example"}


def a_copy(arm, url="https://news.example/", **changes):
    visitor = Visitor(name="self-copy" if arm == "U2" else f"stranger-k-{arm}", role=Role.CONTROL)
    changes = {"page": None, "site": None, "origin": Origin.TWIN, "visitor": visitor} | changes
    return an_exchange(url, round=f"k/{arm}", id=ExchangeId(f"e{arm}"), **changes)


def test_copies_change_nothing_of_the_persons_own_record(journey):
    page = {"body": b"<title>News</title><p>a", "sent": (("sec-fetch-dest", "document"),)}
    journey.take([an_exchange(round="k/U", **page)])

    def own():
        return (
            list(acts.each(journey.db)),
            list(signals.each(journey.db, visitor="self")),
            exchanges.sites(journey.db),
        )

    before = own()
    sent = (*page["sent"], ("cookie", "uid=k3jd92hf83hd7w2qk3jd92hf"))
    journey.take([a_copy(arm, **(page | {"sent": sent})) for arm in ("C1", "C2", "U2")])
    assert own() == before
    assert len(before[0]) == 1


def test_what_a_stranger_gets_has_the_site_judged_again(journey):
    journey.take([an_exchange(round="k/U", sent=(("sec-fetch-dest", "document"),))])
    journey.judge()
    journey.take([a_copy("C1")])
    assert list(unjudged.sites(journey.db)) == ["news.example"]


def test_what_nobody_knows_the_page_of_has_nothing_judged(journey):
    journey.take([a_copy("C1", "https://a.example/x.json", received=())])
    assert unjudged.sites(journey.db) == {}


def test_lists_that_strangers_got_too_are_said_to_be_no_different(journey):
    """Judged again when strangers' answers arrive, and the list says so from then on."""
    items = [
        {"id": f"s{n}", "title": f"A story number {n} of the day", "url": f"/story/{n}"}
        for n in range(12)
    ]
    page = json.dumps({"heading": "Recommended for you", "items": items}).encode()
    for number in range(5):
        journey.take([_arm(number, arm, page) for arm in ("U", "U2", "C1", "C2")])
    journey.judge()
    (word,) = {one.personalized for one in slates.each(journey.db, visitor="self")}
    assert word is Personalized.REFUTED
    verdicts = {one.verdict for one in tests.each(journey.db) if one.surface}
    assert "no_difference" in verdicts


JSON = (("content-type", "application/json"),)


def _arm(number, arm, page):
    seen_at = NOON + timedelta(hours=12 * number)
    own = Visitor() if arm == "U" else Visitor(name=f"{arm} {number}", role=Role.CONTROL)
    one = an_exchange(id=ExchangeId(f"{number}{arm}"), seen_at=seen_at, body=page, received=JSON)
    return replace(one, visitor=own, origin=Origin.TWIN, round=f"{number}/{arm}")


def _days(page, first, last, html=b"<title>Cake recipes</title>"):
    """A page opened every day."""
    for day in range(first, last):
        at = NOON + timedelta(days=day)
        yield an_exchange(
            page, page=page, site="news.example", seen_at=at, body=html, origin=Origin.IMPORT
        )


def test_a_site_not_touched_again_is_judged_as_a_rebuild_judges_it(journey):
    """Labels, then twenty more days elsewhere: what came later changes nothing."""
    label = an_exchange(
        "https://dmp.example/v1/profile", site="shop.example", page="https://shop.example/",
        seen_at=NOON + timedelta(days=16), received=(("content-type", "application/json"),),
        body=b'{"user":{"id":"k3jd92hf83hd7w2q","segments":["Angling weekend trips"]}}',
        origin=Origin.IMPORT,
    )  # fmt: skip
    for batch in (list(_days("https://news.example/a", 0, 16)), [label]):
        journey.take(batch)
        journey.judge()
    journey.take(list(_days("https://news.example/b", 17, 40)))
    journey.judge()
    before = _judged(journey)
    assert any(one.kind is FindingKind.OPAQUE_INFERENCE for one in findings.each(journey.db))
    pipeline.rebuild(journey, lambda _: None)
    assert _judged(journey) == before


def test_an_older_file_has_labels_judged_again_that_it_explains(journey):
    test_a_site_not_touched_again_is_judged_as_a_rebuild_judges_it(journey)
    older = list(_days("https://news.example/c", 5, 9, b"<title>Angling weekend trips</title>"))
    flows = [
        an_exchange(
            "https://dmp.example/p", page=it.url, site="news.example",
            seen_at=it.seen_at + timedelta(seconds=1), origin=Origin.IMPORT,
        )
        for it in older
    ]  # fmt: skip
    journey.take([*older, *flows])
    journey.judge()
    assert not any(one.kind is FindingKind.OPAQUE_INFERENCE for one in findings.each(journey.db))
    before = _judged(journey)
    pipeline.rebuild(journey, lambda _: None)
    assert _judged(journey) == before


def _judged(journey):
    return (
        sorted(findings.each(journey.db), key=lambda it: it.id),
        sorted(tests.each(journey.db), key=lambda it: it.id),
    )


def test_a_vendor_behind_an_alias_is_the_party_and_the_finding_says_why(journey):
    url = "https://m.news.example/b/ss/1?vid=4c1f0e9ab27d8365f1"
    sent = (("sec-fetch-site", "same-site"), ("cookie", "s_vi=[CS]v1|4c1f0e9ab27d8365f1[CE]"))
    for hours in (0, 30):
        seen_at = NOON + timedelta(hours=hours)
        hidden = an_exchange(url, cname="news.sc.omtrdc.net", sent=sent, seen_at=seen_at)
        journey.take([an_exchange(seen_at=seen_at), hidden])
    journey.judge()
    assert "omtrdc.net" in {it.party for it in exchanges.each(journey.db)}
    (finding, *_) = findings.each(journey.db, site="news.example", party="omtrdc.net")
    assert "m.news.example is another name for news.sc.omtrdc.net" in finding.why
