"""The report of an audit: one file that stands by itself."""

import re
from dataclasses import replace

from companion.audit.page import render
from companion.audit.plan import World
from companion.audit.results import results
from companion.store import visits
from tests.audit.made import fill, got_own


def _rendered(db, path, plan, *, failed=False, **changes):
    fill(db, path, plan, got_own)
    with db.atomic():
        visits.put_certificates(db, "hiker 1.1", {"news.example": b"chain"})
        if failed:
            one = visits.get(db, "stranger 5.2")
            visits.put(db, [replace(one, status=visits.MISSING, why="click <b>", tries=2)])
    return render(db, replace(plan, **changes), results(db, plan))


def test_it_holds_results_methods_exhibits_and_the_plan(db, path, plan):
    page = _rendered(db, path, plan)
    for wanted in (
        plan.hash, "because of what it did", "1. Hills", "rank-biased overlap", "webdriver",
        "data:image/png;base64,", "news.example", "[[visitor]]", "Nothing was missing or repeated",
    ):  # fmt: skip
        assert wanted in page
    assert "made-up" not in page.lower().partition("<body>")[2].replace("class", "")


def test_what_is_missing_or_was_repeated_is_told(db, path, plan):
    page = _rendered(db, path, plan, failed=True)
    assert "14 done, 1 missing" in page
    assert "stranger 5.2</bdi> was broken off and done again (2 tries)" in page


def test_nothing_comes_from_outside_and_nothing_runs(db, path, plan):
    page = _rendered(db, path, plan)
    assert "<script" not in page
    assert not re.search(r"(src|href)=\"(?!#|data:image/png)", page)


def test_what_was_sent_or_written_stays_text(db, path, plan):
    page = _rendered(db, path, plan, failed=True, title="<script>alert(1)</script>")
    assert "<script>" not in page
    assert "click <b>" not in page


def test_made_up_data_is_said_to_be(db, path, plan):
    assert "these sites, people and prices do not exist" in _rendered(db, path, plan, world=World())
