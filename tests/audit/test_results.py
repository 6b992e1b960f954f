"""Every comparison that a plan wanted has a result, those without data too."""

from dataclasses import replace

from companion.audit.results import results
from companion.audit.run import prepare
from companion.compare import claims
from companion.store import visits
from tests.audit.made import a_plan, fill, got_own


def test_before_the_first_visit_everything_is_missing(db, path, plan):
    prepare(db, path, plan)
    (one,) = results(db, plan)
    assert (one.verdict, one.site, one.missing) == (
        claims.MISSING,
        "news.example",
        ("no load of it is there yet",),
    )


def test_a_place_that_refused_everybody_says_why(db, path, plan):
    fill(db, path, plan)
    refused = [replace(one, why="the site answered 403") for one in visits.views(db)]
    with db.atomic():
        visits.put_views(db, [(one, b"") for one in refused])
    (one,) = results(db, plan)
    assert one.sentence == "missing: not comparable (the site answered 403 (15 of 15 loads))"


def test_each_subject_and_each_measure_has_its_own(db, path, tmp_path, plan):
    second = '[[visitor]]\nname = "reader"\nrole = "subject"\n[[visitor]]\nname = "stranger"'
    text = plan.text.replace('[[visitor]]\nname = "stranger"', second)
    wider = a_plan(tmp_path, text.replace('"lists"', '"lists", "consent"'))
    fill(db, path, wider, got_own)
    found = {(one.subject, one.measure) for one in results(db, wider)}
    assert found == {(who, what) for who in ("hiker", "reader") for what in ("lists", "consent")}


def test_a_place_without_any_list_has_no_comparison_of_lists(db, path, plan):
    fill(db, path, plan, lambda _: None)
    (one,) = results(db, plan)
    assert (one.verdict, one.missing) == (claims.MISSING, ("no list was found on it",))
