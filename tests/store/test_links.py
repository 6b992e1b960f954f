"""What is kept is linked, what is forgotten leaves a gap, what was changed is found."""

from dataclasses import replace

import pytest

from companion.chain.link import holds
from companion.chain.sign import sign, signing_key
from companion.chain.verify import verify
from companion.model import ExchangeId
from companion.store import exchanges, links
from companion.store.forget import Part, forget
from tests.builders import NOON, an_exchange


def some(count, site="news.example"):
    return [
        an_exchange(
            f"https://{site}/{n}",
            id=ExchangeId(f"{site} {n}"),
            site=site,
            body=f"page {n}".encode(),
        )
        for n in range(count)
    ]


@pytest.fixture
def key(tmp_path):
    return signing_key(tmp_path / "keys")


def checked(db, key):
    def is_kept(link):
        found = exchanges.get(db, link.exchange)
        return found is not None and holds(found, link)

    return verify(links.each(db), links.signatures(db), key.public_key(), is_kept)


def signed(db, key, now=NOON):
    newest = links.last(db)
    links.put_signature(db, sign(key, newest.number, newest.head, now))


def test_what_is_kept_is_linked_in_its_order(db, key):
    exchanges.keep(db, some(3))
    assert [link.exchange for link in links.each(db)] == [it.id for it in some(3)]
    verdict = checked(db, key)
    assert (verdict.altered, verdict.kept, verdict.gaps) == ("", 3, 0)


def test_keeping_the_same_again_adds_no_link(db):
    exchanges.keep(db, some(3))
    exchanges.keep(db, some(3))
    assert links.last(db).number == 3


def test_an_amendment_is_a_further_link_and_closes_the_one_before(db, key):
    exchanges.keep(db, some(2))
    exchanges.keep(db, [replace(some(1)[0], url="https://news.example/[email]")])
    first, _, third = links.each(db)
    assert (first.exchange, first.opening, third.amends) == (None, None, 1)
    verdict = checked(db, key)
    assert (verdict.altered, verdict.kept, verdict.gaps) == ("", 2, 1)


def test_forgetting_leaves_a_gap_and_nothing_that_tells_what_stood_there(db, key):
    exchanges.keep(db, some(2) + some(2, "forum.example"))
    signed(db, key)
    forget(db, Part(site="forum.example"))
    verdict = checked(db, key)
    assert (verdict.altered, verdict.kept, verdict.gaps, verdict.signed) == ("", 2, 2, 4)
    assert [(link.exchange, link.opening) for link in links.each(db)][2:] == [(None, None)] * 2


def test_forgetting_everything_ends_the_chain_too(db):
    exchanges.keep(db, some(2))
    forget(db, Part(everything=True))
    assert links.last(db) is None


@pytest.mark.parametrize(
    "change",
    [
        "update exchanges set status = 500 where number = 2",
        "update exchanges set url = 'https://news.example/else' where number = 2",
        "delete from exchanges where number = 2",
        "update bodies set content = (select content from bodies where sha256 ="
        " (select response_body from exchanges where number = 1))",
    ],
)
def test_a_change_behind_our_back_is_found_and_named(db, key, change):
    exchanges.keep(db, some(3))
    db.execute(change)
    assert checked(db, key).altered.startswith("exchange news.example 1 (link 2)")


def test_a_link_that_was_taken_out_is_missed(db, key):
    exchanges.keep(db, some(3))
    db.execute("delete from links where number = 2")
    assert checked(db, key).altered == "link 2 is gone: next comes 3"


def test_a_changed_commitment_breaks_the_chain(db, key):
    exchanges.keep(db, some(3))
    db.execute("update links set commitment = zeroblob(32) where number = 2")
    assert checked(db, key).altered == "link 2 does not follow from the one before it"


def test_an_end_that_was_cut_off_after_it_was_signed_is_missed(db, key):
    exchanges.keep(db, some(3))
    signed(db, key)
    db.execute("delete from links where number > 1")
    assert checked(db, key).altered == "links up to 3 were signed, 1 are left"


def test_a_chain_made_anew_with_another_key_is_found(db, key, tmp_path):
    exchanges.keep(db, some(3))
    signed(db, signing_key(tmp_path / "other"))
    assert checked(db, key).altered == "the signature on link 3 is not of this key"


def test_of_the_signatures_of_an_hour_the_newest_stays(db, key):
    exchanges.keep(db, some(1))
    signed(db, key)
    exchanges.keep(db, some(2))
    signed(db, key, NOON.replace(minute=59))
    exchanges.keep(db, some(3))
    signed(db, key, NOON.replace(hour=13))
    assert list(links.signatures(db)) == [2, 3]


def test_an_exchange_added_without_a_link_is_named(db):
    exchanges.keep(db, some(3))
    assert links.unlinked(db) == (0, "")
    db.execute("delete from links where number = 3")
    assert links.unlinked(db) == (0, "news.example 2")


def test_what_was_kept_before_the_chain_began_is_counted(db):
    exchanges.keep(db, some(3))
    db.execute("delete from links")
    db.execute("update facts set value = 3 where name = 'chain begins after'")
    assert links.unlinked(db) == (3, "")
