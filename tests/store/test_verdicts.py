"""The newest word on an inference counts; taking it back brings the one before."""

from companion.store import exchanges, verdicts
from companion.store.forget import Part, forget
from companion.store.verdicts import Verdict
from tests.builders import NOON, an_exchange


def say(db, inference, verdict, holder="ads.example"):
    with db.atomic():
        verdicts.judge(db, inference, holder, verdict, NOON)


def test_the_newest_word_counts(db):
    say(db, "i1", Verdict.TRUE)
    say(db, "i1", Verdict.WRONG)
    assert verdicts.all_verdicts(db) == {"i1": Verdict.WRONG}


def test_taking_back_brings_the_word_before(db):
    say(db, "i1", Verdict.TRUE)
    say(db, "i1", Verdict.WRONG)
    verdicts.take_back(db, "i1")
    assert verdicts.all_verdicts(db) == {"i1": Verdict.TRUE}
    verdicts.take_back(db, "i1")
    assert verdicts.all_verdicts(db) == {}


def test_taking_back_what_was_never_said_changes_nothing(db):
    say(db, "i1", Verdict.TRUE)
    verdicts.take_back(db, "i2")
    assert verdicts.all_verdicts(db) == {"i1": Verdict.TRUE}


def test_each_holders_labels_are_counted_by_what_counts_now(db):
    say(db, "i1", Verdict.TRUE)
    say(db, "i1", Verdict.WRONG)
    say(db, "i2", Verdict.WRONG)
    say(db, "i3", Verdict.UNSURE, holder="dmp.example")
    assert verdicts.ledger(db) == {
        "ads.example": {Verdict.WRONG: 2},
        "dmp.example": {Verdict.UNSURE: 1},
    }


def test_words_on_a_party_go_with_it(db):
    say(db, "i1", Verdict.TRUE)
    say(db, "i2", Verdict.TRUE, holder="dmp.example")
    forget(db, Part(party="ads.example"))
    assert list(verdicts.all_verdicts(db)) == ["i2"]
    forget(db, Part(everything=True))
    assert verdicts.all_verdicts(db) == {}


def test_labels_are_counted_of_those_met_on_a_site_alone(db):
    exchanges.keep(db, [an_exchange("https://px.ads.example/", site="news.example")])
    say(db, "i1", Verdict.WRONG)
    say(db, "i2", Verdict.TRUE, holder="dmp.example")
    assert verdicts.ledger(db, "news.example") == {"ads.example": {Verdict.WRONG: 1}}
    assert verdicts.ledger(db, "other.example") == {}
