"""Which act sent something where, and what ties parties, in a store."""

from datetime import timedelta

import pytest

from companion.model import Owner
from companion.store import acts, exchanges, ledger
from companion.store.facts import StoredFacts
from companion.store.forget import Part, forget
from companion.store.open import open_store
from tests.builders import NOON, an_act, an_exchange

PAGE = "news.example/trail"
FAR = NOON + timedelta(days=365)


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "companion.db") as opened:
        yield opened


def at(minutes):
    return NOON + timedelta(minutes=minutes)


def did(db, text="Trail running", minutes=0, page=PAGE, site="news.example"):
    """An act that opens a page, with its exchange."""
    opened = an_exchange(f"https://{page}", seen_at=at(minutes), site=site)
    act = an_act(text=text, exchange=opened.id, seen_at=at(minutes), site=site)
    exchanges.keep(db, [opened])
    acts.replace(db, opened.id, [act])
    ledger.record(db, opened, page, [act])
    return act


def flowed(db, party="ads.example", minutes=1, page=PAGE, site="news.example"):
    sent = an_exchange(f"https://{party}/p", seen_at=at(minutes), site=site, id=f"{party}{minutes}")
    exchanges.keep(db, [sent])
    ledger.record(db, sent, page, [])
    return sent


def reach(db, act, party, owners=None, until=FAR):
    return StoredFacts(db, (owners or {}).get).reach(act, party, until)


def test_a_flow_belongs_to_the_last_act_on_its_page(db):
    first, second = did(db, minutes=0), did(db, minutes=10)
    sent = flowed(db, minutes=11)
    assert ledger.recipients(db, first.id) == {"news.example": (NOON, first.exchange)}
    assert ledger.recipients(db, second.id)["ads.example"].exchange == sent.id
    assert reach(db, second, "ads.example", until=at(10)).value == 0
    found = reach(db, second, "ads.example")
    assert (found.value, found.exchange) == (1.0, sent.id)


def test_what_came_before_any_act_or_has_no_page_belongs_to_none(db):
    flowed(db, minutes=-5)
    act = did(db)
    ledger.record(db, an_exchange("https://x.example/"), "", [])
    assert reach(db, act, "ads.example").value == 0


def test_the_site_itself_knows(db):
    assert reach(db, did(db), "news.example").value == 1


def test_a_party_seen_on_the_site_at_another_time_may_know(db):
    act = did(db, page="news.example/other", minutes=-60)
    did(db)
    flowed(db)
    found = reach(db, act, "ads.example")
    assert (found.value, found.how) == (0.5, "it was present on news.example")
    assert reach(db, act, "ads.example", until=NOON - timedelta(days=1)).value == 0


def test_a_company_knows_what_its_other_parties_got(db):
    act = did(db)
    flowed(db)
    one = Owner(name="One Inc", source="s", date="d")
    owners = {"ads.example": one, "tags.example": one}
    assert reach(db, act, "tags.example", owners).value == 0.5
    assert reach(db, act, "other.example", owners).value == 0


def test_a_shared_identifier_ties_parties_from_then_on(db):
    act = did(db)
    sent = flowed(db)
    ledger.hold(db, sent, [("k3jd92hf83hd7w2q", "ads.example")])
    assert reach(db, act, "sync.example").value == 0
    later = an_exchange("https://sync.example/", seen_at=at(5), id="sync")
    ledger.hold(db, later, [("k3jd92hf83hd7w2q", "sync.example")])
    found = reach(db, act, "sync.example")
    assert (found.value, found.exchange) == (0.3, "sync")
    assert "shares an identifier with ads.example" in found.how
    assert reach(db, act, "sync.example", until=at(4)).value == 0


def test_acts_are_found_by_what_they_are_about_newest_first_within_a_time(db):
    old, new = did(db, minutes=-10), did(db)
    did(db, text="Cake", minutes=1)
    facts = StoredFacts(db, lambda _: None)
    assert list(facts.acts_about({"trai", "runn"}, "x.example", (at(-20), at(20)))) == [new, old]
    assert list(facts.acts_about({"trai"}, "x.example", (at(-5), at(20)))) == [new]
    assert list(facts.acts_about({"rose"}, "x.example", (at(-20), at(20)))) == []


def test_an_act_that_changed_is_found_by_what_it_is_about_now(db):
    act = did(db)
    acts.replace(db, act.exchange, [an_act(text="Roses", exchange=act.exchange, id=act.id)])
    facts = StoredFacts(db, lambda _: None)
    assert list(facts.acts_about({"trai"}, "x.example", (at(-20), at(20)))) == []
    assert len(facts.acts_about({"rose"}, "x.example", (at(-20), at(20)))) == 1


def test_taking_the_same_in_again_changes_nothing(db):
    act = did(db)
    flowed(db)
    before = {table: list(db.query(f"select * from {table}")) for table in ledger.TABLES}
    did(db)
    flowed(db)
    assert before == {table: list(db.query(f"select * from {table}")) for table in ledger.TABLES}
    assert len(ledger.recipients(db, act.id)) == 2


def test_what_is_forgotten_is_gone_from_the_ledger(db):
    with db.atomic():
        did(db)
        sent = flowed(db)
        ledger.hold(db, sent, [("k3jd92hf83hd7w2q", "ads.example")])
    forget(db, Part(site="news.example"))
    assert [list(db.query(f"select * from {table}")) for table in ledger.TABLES] == [[]] * 7


def test_the_record_begins_with_its_first_exchange(db):
    facts = StoredFacts(db, lambda _: None)
    assert facts.begins.year == 1
    did(db)
    assert StoredFacts(db, lambda _: None).begins == NOON


def test_topics_of_a_text_are_those_of_the_words_without_a_model(db):
    assert StoredFacts(db, lambda _: None).topics("Recipe for cake") == ("food",)


def test_acts_are_counted_until_a_time_and_by_whom_they_came_to(db):
    did(db)
    flowed(db)
    did(db, page="news.example/other", minutes=5)
    facts = StoredFacts(db, lambda _: None)
    assert [facts.acts_until(at(minutes)) for minutes in (-1, 0, 5)] == [0, 1, 2]
    assert [facts.acts_reaching("ads.example", at(minutes)) for minutes in (0, 1)] == [0, 1]


def test_an_act_that_a_party_got_is_found_behind_many_newer_ones(db):
    with db.atomic():
        act = did(db, minutes=-100)
        flowed(db, minutes=-99)
        for minutes in range(30):
            did(db, page=f"news.example/{minutes}", minutes=minutes)
    facts = StoredFacts(db, lambda _: None)
    window = (at(-200), at(200))
    assert act in facts.acts_about({"trai"}, "ads.example", window)
    assert act not in facts.acts_about({"trai"}, "other.example", window)
    assert len(facts.acts_about({"trai"}, "ads.example", window)) == ledger.NEWEST + 1


def test_acts_are_counted_once_however_often_they_are_put(db):
    act = did(db)
    facts = StoredFacts(db, lambda _: None)
    with db.atomic():
        acts.put(db, [act])
        acts.replace(db, act.exchange, [act])
    assert facts.acts_until(at(1)) == 1
    assert facts.acts_until(NOON + timedelta(days=2)) == 1
    acts.replace(db, act.exchange, [])
    assert StoredFacts(db, lambda _: None).acts_until(NOON + timedelta(days=2)) == 0
