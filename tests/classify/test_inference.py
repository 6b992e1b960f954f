"""What is said about labels: level, direction, exact words."""

from dataclasses import replace
from datetime import timedelta

from companion.classify.inference import Wording, by_party, claim, labels, level, said_of, titled
from companion.model import Direction, Level, Owner, SignalKind
from tests.builders import NOON, a_record, a_signal

WORDING = Wording(noun="a label about you", reason="A reason.")


def label(**changes):
    return a_signal(**({"kind": SignalKind.SEGMENT, "name": "seg", "value": "angler"} | changes))


def test_labels_are_segments_traits_and_scores():
    kept = [label(), label(kind=SignalKind.TRAIT), label(kind=SignalKind.SCORE)]
    assert labels("news.example", a_record(*kept, a_signal())) == kept


def test_labels_with_an_explanation_beside_them_are_left_out():
    reason = label(kind=SignalKind.EXPLANATION, name="reason")
    assert labels("news.example", a_record(label(), reason)) == []
    assert len(labels("news.example", a_record(label(exchange="e2"), reason))) == 1


def test_a_reason_elsewhere_in_the_answer_explains_no_label():
    reason = label(kind=SignalKind.EXPLANATION, locator="/items/0/reason")
    about = label(locator="/user/segments")
    assert labels("news.example", a_record(about, reason)) == [about]


def test_a_generic_rule_needs_two_flows():
    assert level([label()]) is Level.POSSIBLE
    assert level([label(), label(exchange="e2")]) is Level.LIKELY
    assert level([label(), label(name="other", exchange="e2")]) is Level.POSSIBLE
    assert level([label(confidence=Level.OBSERVED)]) is Level.OBSERVED


def test_labels_are_grouped_by_party():
    grouped = by_party([label(), label(party="dmp.example"), label(name="b")])
    assert {party: len(found) for party, found in grouped.items()} == {
        "ads.example": 2,
        "dmp.example": 1,
    }


def test_claim_says_who_told_whom_in_the_words_sent():
    received = label(
        direction=Direction.RECEIVED, confidence=Level.OBSERVED, value=("angler", "42")
    )
    said = claim("news.example", a_record(), [received], WORDING)
    assert said.title == (
        "On 3 May 2026 12:00 UTC ads.example told your browser a label about you: "
        '"angler" and seg = 42 (on news.example)'
    )
    sent = claim("news.example", a_record(), [label()], WORDING)
    assert sent.title.startswith("Possible: on 3 May 2026 12:00 UTC your browser told ads.example")


def test_claim_of_the_site_itself_is_not_inside_one_company():
    owners = {"news.example": Owner(name="Press plc", source="a list", date="2026-01-02")}
    own = claim("news.example", a_record(owners=owners), [label(party="news.example")], WORDING)
    assert not own.circumstances.inside


def test_label_is_told_exactly_as_sent_once():
    told = said_of([label(value=("a", "b")), label(exchange="e2", value="a")])
    assert dict(told) == {"seg = a": "seg = a", "seg = b": "seg = b"}


def test_segment_in_words_is_one_label_under_any_name():
    told = said_of([label(), label(name="user.segment"), label(name="other", value="7")])
    assert dict(told) == {"seg = angler": '"angler"', "other = 7": "other = 7"}


def test_score_is_one_label_whatever_its_figure():
    score = label(kind=SignalKind.SCORE, name="churn", value="0.2")
    told = said_of([score, replace(score, exchange="e2", value="0.4"), replace(score, name="ltv")])
    assert list(told) == ["churn = 0.2", "ltv = 0.2"]


def test_evidence_is_where_each_label_stood_first_and_last():
    days = [label(exchange=f"e{n}", seen_at=NOON + timedelta(days=n)) for n in range(4)]
    other = label(value="diver", exchange="e2", locator="/b")
    said = claim("news.example", a_record(), [*days, other], WORDING)
    assert [it.exchange for it in said.evidence] == ["e0", "e2", "e3"]


def test_title_names_only_labels_that_went_the_way_it_says():
    received = label(direction=Direction.RECEIVED)
    said = claim("news.example", a_record(), [received, label(value="diver")], WORDING)
    assert said.title.endswith('told your browser a label about you: "angler" (on news.example)')
    assert said.measure["labels"] == ("seg = angler", "seg = diver")


def test_label_keeps_the_code_that_stood_beside_it():
    code = label(name="seg.id", value="s1", locator="/seg/0/id", sensitive=True)
    words = label(name="seg.name", locator="/seg/0/name")
    (found,) = labels("news.example", a_record(code, words))
    assert list(said_of([found])) == ["seg.name = angler [s1]"]
    assert found.sensitive


def test_title_names_two_labels_and_how_many_more_in_160_signs():
    owners = {
        "ads.example": Owner(
            name="Large Advertisements", source="a list", short="a table", date="2026-01-02"
        )
    }
    many = label(value=tuple(f"Life events | Moving within {n} months" for n in range(5)))
    title = claim("news.example", a_record(owners=owners), [many], WORDING).title
    assert title.endswith('…" and 4 more (on news.example)')
    assert len(title) <= 190
    title = claim("news.example", a_record(), [many], WORDING).title
    assert title.endswith('…" and 3 more (on news.example)')
    assert len(title) <= 160


def test_title_names_labels_whole_where_there_is_room():
    assert titled("Told: ", ["a", "b", "c"], " (on x)") == "Told: a, b and 1 more (on x)"
