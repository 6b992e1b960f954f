"""How do they know, who else knows: answers from a small record that took the whole way in."""

import json
from datetime import timedelta

import pytest

from companion import pipeline
from companion.errors import CompanionError
from companion.model import FindingKind, Message, Origin, Owner, SignalKind
from companion.store import acts, findings, parties, signals, slates
from companion.store.asked import timeline_of, why
from companion.store.open import open_store
from tests.builders import NOON, a_slate, an_act, an_exchange

UID = "k3jd92hf83hd7w2qk3jd92hf"
OWNERS = {
    name: Owner(name="One Inc", source="s", date="d") for name in ("dmp.example", "tags.example")
}
JSON = (("content-type", "application/json"),)


def days(number, seconds=0):
    return NOON + timedelta(days=number, seconds=seconds)


def page(url, title, day, **changes):
    return an_exchange(
        url, page=url, seen_at=days(day), body=f"<title>{title}</title>".encode(), **changes
    )


def flow(host, on, day, **changes):
    url = f"https://{host}/p?uid={UID}"
    return an_exchange(url, page=on, seen_at=days(day, 1), **changes)


def label(words, day, site="shop.example"):
    body = json.dumps({"user": {"id": UID, "segments": [words]}}).encode()
    return an_exchange(
        "https://dmp.example/v1/profile", site=site, page=f"https://{site}/", seen_at=days(day),
        response=Message(headers=JSON, body=body),
    )  # fmt: skip


TRAIL = "https://news.example/trail"


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as opened:
        journey = pipeline.start(opened, path)
        journey.take(
            [
                page("https://news.example/cake", "Cake recipes", 0),
                page(TRAIL, "Trail running for all", 1),
                flow("dmp.example", TRAIL, 1),
                flow("sync.example", TRAIL, 1),
                flow("tags.example", TRAIL, 1),
                label("Trail running", 2),
                label("Trail running", 20, "late.example"),
                label("Angling weekends", 3),
            ]
        )
        journey.judge()
        yield opened


def test_a_label_is_explained_by_the_act_and_its_way(db):
    (first, *_) = signals.each(db, kind="segment")
    found = why(db, OWNERS.get, first.id)
    assert (found.what, [it.act.text for it in found.causes]) == (
        "signal",
        ["Trail running for all"],
    )
    assert found.causes[0].reach.how == "it got a flow by this act"
    ways = {(it.party, it.how) for it in found.others}
    assert ("sync.example", "shares an identifier") in ways
    assert ("tags.example", "is of the same company (One Inc)") in ways


def test_a_label_that_no_act_explains_has_no_causes_and_says_of_how_many(db):
    angling = next(it for it in signals.each(db, kind="segment") if "Angling" in str(it.value))
    found = why(db, OWNERS.get, angling.id)
    assert (found.causes, found.acts, found.readable) == ((), 2, True)


def test_who_holds_an_identifier_is_told_with_it(db):
    one = next(it for it in signals.each(db, kind="identifier") if it.party == "dmp.example")
    holders = [it.party for it in why(db, OWNERS.get, one.id).others if "holds" in it.how]
    assert holders == ["sync.example", "tags.example"]


def test_an_act_tells_who_got_a_flow_by_it(db):
    act = next(it for it in acts.each(db) if "Trail" in it.text)
    found = why(db, OWNERS.get, act.id)
    assert {it.party for it in found.others} == {
        "news.example", "dmp.example", "sync.example", "tags.example",
    }  # fmt: skip
    assert (found.what, found.why) == ("act", "whose idea it was: unknown")


def test_a_finding_is_explained_by_its_labels_at_their_first_sight(db):
    found = next(findings.each(db, kind=FindingKind.UNDISCLOSED_INFERENCE, site="late.example"))
    path = why(db, OWNERS.get, found.id)
    assert (path.what, path.title, path.evidence) == ("finding", found.title, found.evidence)
    assert [it.act.text for it in path.causes] == ["Trail running for all"]


def test_a_finding_without_labels_has_its_evidence(db):
    found = next(it for it in findings.each(db) if it.kind is FindingKind.TRACKING_IDENTIFIER)
    path = why(db, OWNERS.get, found.id)
    assert (path.causes, path.readable, bool(path.evidence)) == ((), True, True)


def test_a_list_and_an_entry_of_it_are_explained(db):
    slate = a_slate("Nothing at all", "Trail running shoes", exchange="x", seen_at=days(3))
    with db.atomic():
        slates.put(db, [slate])
    whole, entry = why(db, OWNERS.get, slate.id), why(db, OWNERS.get, f"{slate.id}/2")
    assert (whole.what, entry.what) == ("slate", "item")
    assert [it.act.text for it in whole.causes] == [it.act.text for it in entry.causes]
    assert entry.title.startswith("Trail running shoes (rank 2)")
    assert (entry.why, entry.acts) == ("no reason was delivered", 2)
    with pytest.raises(CompanionError, match="no rank 9"):
        why(db, OWNERS.get, f"{slate.id}/9")


def test_what_nothing_has_the_id_of_is_said(db):
    with pytest.raises(CompanionError, match="nothing here has the id 'nope'"):
        why(db, OWNERS.get, "nope")
    with pytest.raises(CompanionError, match=r"nothing of nope\.example is recorded"):
        timeline_of(db, OWNERS.get, "nope.example")


def test_a_timeline_tells_when_and_where_a_party_met_the_person_and_what_it_said(db):
    found = timeline_of(db, OWNERS.get, "dmp.example")
    assert [(it.site, it.acts) for it in found.recorded.met] == [("news.example", 1)]
    assert found.events[0].kind == "met"
    told = {it.sight.first.value[0]: it for it in found.labels}
    assert told["Trail running"].sight.last.site == "late.example"
    assert told["Trail running"].days == 19
    assert told["Angling weekends"].support is None
    assert [act.text for act, _ in found.recorded.acts] == ["Trail running for all"]


def test_labels_of_others_visitors_and_identifiers_are_not_among_the_sights(db):
    kinds = {it.first.kind for it in parties.sights(db, "dmp.example")}
    assert kinds == {SignalKind.SEGMENT}
    assert parties.sights(db, "dmp.example", "someone") == ()


def test_copies_for_comparison_cause_nothing(tmp_path):
    path = tmp_path / "twin.db"
    with open_store(path) as opened:
        journey = pipeline.start(opened, path)
        journey.take([page(TRAIL, "Trail", 1, origin=Origin.TWIN), flow("dmp.example", TRAIL, 1)])
        assert parties.met(opened, "dmp.example") == ()


def test_an_act_that_took_an_entry_of_a_list_shows_the_loop_it_closes(db):
    lists = [
        a_slate("Cake", "Roses", exchange="l1", seen_at=days(3)),
        a_slate("Trail running shoes", "Roses", exchange="l2", seen_at=days(4)),
    ]
    text = "Shoes (rank 1 of “Recommended”)"
    taken = an_act(exchange="x2", text=text, slate=lists[1].id, seen_at=days(5))
    with db.atomic():
        slates.put(db, lists)
        acts.put(db, [taken])
    found = why(db, OWNERS.get, taken.id).loop
    assert found.first.act.text == "Trail running for all"
    assert "dmp.example" in found.sent
    assert (found.before.id, found.entered, found.rank) == (lists[0].id, 1, 1)
    assert (found.title, found.sent_again) == ("Trail running shoes", ())


def test_a_first_list_has_none_before_and_another_act_closes_no_loop(db):
    slate = a_slate("Sundial", exchange="l1", seen_at=days(3))
    taken = an_act(exchange="x1", text="Sundial (rank 1)", slate=slate.id, seen_at=days(4))
    gone = an_act(exchange="x2", text="Sundial (rank 9)", slate=slate.id, seen_at=days(4))
    with db.atomic():
        slates.put(db, [slate])
        acts.put(db, [taken, gone])
    found = why(db, OWNERS.get, taken.id).loop
    assert (found.first, found.sent, found.before, found.entered) == (None, (), None, None)
    assert why(db, OWNERS.get, gone.id).loop is None
    assert why(db, OWNERS.get, next(acts.each(db)).id).loop is None
