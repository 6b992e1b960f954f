import json
from datetime import timedelta

from companion.ledger.causes import Candidate, Reach
from companion.ledger.path import Known, Loop, Path
from companion.ledger.timeline import Met, Recorded, Sight, Tie, timeline
from companion.model import Evidence, Owner, SignalKind
from companion.report import paths
from tests.builders import NOON, a_signal, a_slate, an_act
from tests.facts import MemoryFacts

ACT = an_act(text="Trail \x1b[31mrunning")
CAUSE = Candidate(
    act=ACT,
    likeness=1.0,
    reach=Reach(value=0.5, how="it was present on news.example", exchange="e9"),
    days=2.0,
    p=0.47,
)


def a_path(**changes):
    fields = {
        "what": "signal", "title": "segment = Trail", "why": "at /a", "begins": NOON, "acts": 9,
        "evidence": (Evidence(note="where it stands", signal="s1", locator="/a"),),
        "causes": (CAUSE,),
    }  # fmt: skip
    return Path(**(fields | changes))


def said(path):
    return "\n".join(paths.path_lines(path))


def test_a_path_names_the_acts_their_way_and_what_shows_it():
    text = said(a_path())
    assert "visit “Trail ␛[31mrunning” on news.example: P 0.47 (weak)" in text
    assert "your own idea; it was present on news.example  [e9]" in text
    assert "evidence: where it stands  [s1 /a]" in text


def test_none_is_said_with_how_many_acts_and_since_when():
    text = said(a_path(causes=()))
    assert "no act explains it, none of 9 since 2026-05-03, when the record begins" in text


def test_a_code_is_not_guessed_at():
    assert "a code, not words" in said(a_path(causes=(), readable=False))


def test_who_else_could_know_is_told_and_how_many_more():
    others = tuple(
        Known(party=f"p{n}.example", how="shares an identifier", since=NOON) for n in range(14)
    )
    text = said(a_path(what="act", others=others))
    assert "who else knows or could know (14):" in text
    assert "and 2 more (--json lists all)" in text
    assert "how do they know" not in text


def test_a_path_as_json_holds_the_same():
    shown = Evidence(note="first flow", exchange="e2")
    known = Known(party="p.example", how="got a flow by it", since=NOON, evidence=shown)
    made = json.loads(json.dumps(paths.path(a_path(others=(known,)))))
    assert made["causes"][0]["p"] == 0.47
    assert made["causes"][0]["act"]["id"] == ACT.id
    assert made["evidence"][0] == {"signal": "s1", "note": "where it stands", "locator": "/a"}
    assert made["others"][0]["evidence"]["exchange"] == "e2"


def a_timeline(owner=None):
    sights = [
        Sight(first=it, last=it)
        for it in (
            a_signal(kind=SignalKind.SEGMENT, name="segment", value=value, locator=value)
            for value in ("Trail running", "Angling")
        )
    ]
    recorded = Recorded(
        party="ads.example",
        owner=owner,
        begins=NOON - timedelta(days=3),
        met=(Met(site="news.example", context="news", acts=4, first_seen=NOON, last_seen=NOON,
                 exchange="m"),),
        sights=tuple(sights),
        ties=(Tie(party="sync.example", seen_at=NOON, exchange="t"),),
        acts=((ACT, "e3"),),
    )  # fmt: skip
    act = an_act(text="Trail running", seen_at=NOON - timedelta(days=1))
    return timeline(recorded, MemoryFacts(every_act=[act]))


def test_a_timeline_in_words_tells_when_what_and_what_is_behind_it():
    owner = Owner(name="One Inc", source="a list", date="2026-01")
    text = "\n".join(paths.timeline_lines(a_timeline(owner)))
    assert text.startswith("ads.example (One Inc, according to a list, 2026-01)\n")
    assert "4 of your acts on 1 sites caused a flow to it; 2 labels" in text
    assert "2026-05-03 12:00  met you on news.example (news)  [m]" in text
    assert (
        "last act that supports it: 2026-05-02, “Trail running”; delivered 1 days after it" in text
    )
    assert "none since 2026-04-30, when the record begins" in text


def test_a_timeline_without_labels_has_no_part_for_them():
    recorded = Recorded(
        party="ads.example", owner=None, begins=NOON, met=(), sights=(), ties=(), acts=()
    )
    lines = list(paths.timeline_lines(timeline(recorded, MemoryFacts())))
    assert len(lines) == 3


def test_a_timeline_as_json_holds_the_same():
    made = json.loads(json.dumps(paths.timeline(a_timeline())))
    assert (made["acts"], made["labels_per_act"], made["owner"]) == (4, 0.5, None)
    assert [it["kind"] for it in made["events"]] == ["label", "label", "met", "tie"]
    assert made["labels"][0]["days_without_support"] in (1, None)
    assert made["newest_acts"][0]["flow"] == "e3"


def a_loop(**changes):
    fields = {
        "first": CAUSE, "sent": ("ads.example",), "list": a_slate("Shoes", "Roses"), "before": None,
        "entered": 1, "rank": 1, "title": "Shoes", "sent_again": (),
    }  # fmt: skip
    return Loop(**(fields | changes))


def test_a_loop_is_told_a_step_a_line():
    text = said(a_path(what="act", loop=a_loop()))
    assert "sent to: ads.example" in text
    assert (
        "the list “Recommended for you” (2026-05-03 12:00): 1 of 2 entries were not in it" in text
    )
    assert "you took rank 1, “Shoes”\n  sent again to: nobody" in text
    first = said(a_path(what="act", loop=a_loop(first=None, entered=None)))
    assert "no act before has to do with what was taken" in first
    assert "it came for the first time" in first


def test_a_loop_as_json_names_its_lists():
    before = a_slate("Roses", exchange="e0")
    made = paths.path(a_path(what="act", loop=a_loop(before=before)))["loop"]
    assert (made["before"], made["entered"], made["first"]["p"]) == (before.id, 1, 0.47)
    assert paths.path(a_path(what="act", loop=a_loop(first=None)))["loop"]["first"] is None
