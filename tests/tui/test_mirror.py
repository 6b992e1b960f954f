from companion.model import SignalKind
from companion.store import signals, verdicts
from companion.store.open import open_store
from companion.store.verdicts import Verdict
from tests.builders import NOON, a_signal
from tui.mirror import NO_THEME, Group, Grouping, grouped, mirrored, theme


def a_label(value, **changes):
    return a_signal(
        **{"kind": SignalKind.SEGMENT, "name": "seg", "value": value, "locator": f"/{value}"}
        | changes
    )


def reflected(tmp_path, *labels, judged=None):
    with open_store(tmp_path / "companion.db") as db:
        signals.put(db, labels)
        for found in mirrored(db) if judged else ():
            one = found.inference
            verdicts.judge(db, one.word_id(one.claims[0]), one.holder, judged, NOON)
        return mirrored(db)


def titles(rows):
    return [(it.title, it.number) for it in rows if isinstance(it, Group)]


def test_a_claim_is_about_the_topic_its_words_name():
    assert theme(("running and fitness",)) == theme(("marathon runner",)) != NO_THEME


def test_a_claim_that_stands_on_a_branch_is_about_that():
    assert theme(("Music > Guitar playing",)) == "music"


def test_of_a_code_no_theme_is_known():
    assert theme(("7421",)) == NO_THEME


def test_what_the_person_says_stands_with_it(tmp_path):
    (row,) = reflected(tmp_path, a_label("runner"), judged=Verdict.WRONG)
    assert row.verdict == "wrong"


def test_where_nothing_was_said_nothing_stands(tmp_path):
    (row,) = reflected(tmp_path, a_label("runner"))
    assert row.verdict == ""


def test_under_the_parties_the_one_that_holds_most_comes_first(tmp_path):
    rows = reflected(
        tmp_path,
        a_label("runner", party="a.example"),
        a_label("cook", kind=SignalKind.TRAIT, party="b.example"),
        a_label("reader", kind=SignalKind.TOPIC, party="b.example"),
    )
    assert titles(grouped(rows, Grouping.PARTY)) == [("b.example", 2), ("a.example", 1)]
    assert titles(grouped(rows, Grouping.WEIGHT)) == []


def test_what_has_no_theme_comes_last(tmp_path):
    rows = reflected(
        tmp_path,
        a_label("marathon runner"),
        a_label("q8", kind=SignalKind.SCORE, name="a"),
        a_label("q9", kind=SignalKind.SCORE, name="b"),
    )
    assert titles(grouped(rows, Grouping.THEME))[-1] == (NO_THEME, 2)


def test_of_a_folded_group_only_the_heading_is_left(tmp_path):
    rows = reflected(tmp_path, a_label("runner", party="a.example"))
    assert grouped(rows, Grouping.PARTY, {"a.example"}) == [
        Group(title="a.example", number=1, folded=True)
    ]


def test_the_groupings_go_round():
    assert Grouping.WEIGHT.following.following.following is Grouping.WEIGHT
