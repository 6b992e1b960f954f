"""What came with each load, and which blocks can be compared."""

from dataclasses import replace

from companion.audit.loads import blocks, loads, missing
from companion.model import Direction
from companion.store import signals, slates, visits
from tests.audit.made import COMMON, a_plan, fill
from tests.builders import a_signal, a_slate


def test_a_load_has_its_lists_and_what_third_parties_were_told(db, path, plan):
    fill(db, path, plan, told=lambda _: ("uid", "gid"))
    held = loads(db, plan)["front"]
    assert len(held) == 15
    assert [item.title for item in next(iter(held[0].lists.values())).items] == list(COMMON)
    assert held[0].told == {("ads.example", "uid"), ("ads.example", "gid")}


def test_lists_of_other_sites_and_times_and_what_the_site_itself_heard_do_not_count(db, path, plan):
    fill(db, path, plan)
    visit, view = next(visits.each(db)), next(visits.views(db))
    here = {"visitor": visit.id, "seen_at": view.seen_at, "exchange": "x"}
    with db.atomic():
        slates.put(db, [a_slate(place="other", site="other.example", **here)])
        signals.put(
            db,
            [
                a_signal(name="own", party="news.example", **here),
                a_signal(name="got", direction=Direction.RECEIVED, **here),
            ],
        )
    held = loads(db, plan)["front"][0]
    assert (list(held.lists), held.told) == (["home | items | recommended for you"], frozenset())


def test_only_lists_under_the_heading_of_a_plan_are_watched(db, path, tmp_path, plan):
    watched = plan.text + '\nheading = "for you"'
    fill(db, path, a_plan(tmp_path, watched))
    assert loads(db, a_plan(tmp_path, watched))["front"][0].lists
    other = replace(plan, places=(replace(plan.places[0], heading="Popular"),))
    assert not loads(db, other)["front"][0].lists


def test_a_load_that_was_refused_is_missing_and_counted(db, path, plan):
    fill(db, path, plan)
    refused = replace(next(visits.views(db)), why="the site answered 429")
    failed = replace(list(visits.each(db))[1], status=visits.MISSING, why="click 'A walk'")
    with db.atomic():
        visits.put_views(db, [(refused, b"")])
        visits.put(db, [failed])
    assert len(loads(db, plan)["front"]) == 13
    assert missing(db, plan, "front") == (
        "the site answered 429 (1 of 15 loads)",
        "the visit failed at click 'A walk' (1 of 15 loads)",
    )


def test_blocks_hold_a_subject_against_all_strangers(db, path, plan):
    fill(db, path, plan)
    held = list(blocks(plan, "hiker", loads(db, plan)["front"]))
    assert [(len(one.mine), len(one.strangers), one.why) for one in held] == [(1, 2, ())] * 5


def test_loads_far_apart_are_not_compared(db, path, plan):
    fill(db, path, plan, apart=40.0)
    (first, *_) = blocks(plan, "hiker", loads(db, plan)["front"])
    assert first.why == ("loads lie more than 60 seconds apart",)


def test_a_block_without_one_side_says_so(db, path, plan):
    fill(db, path, plan)
    held = loads(db, plan)["front"]
    alone = [load for load in held if load.visit.role == "subject"]
    others = [load for load in held if load.visit.role == "stranger"]
    assert next(blocks(plan, "hiker", alone)).why == ("no stranger has a load",)
    assert next(blocks(plan, "hiker", others)).why == ("the subject has no load",)
