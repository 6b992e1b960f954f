"""Results as a table and as JSON."""

import json
from dataclasses import replace

from companion.audit.results import results
from companion.audit.shown import document, heading, table
from tests.audit.made import fill, got_own


def _found(db, path, plan):
    fill(db, path, plan, got_own)
    return results(db, plan)


def test_a_line_for_each_comparison_and_its_sentence_below(db, path, plan):
    lines = list(table(_found(db, path, plan)))
    assert lines[1].split()[:4] == ["front", "recommended", "for", "you"]
    assert "personal" in lines[1]
    assert lines[3].startswith("front, recommended for you: Likely: the list of “hiker” differs")
    assert lines[4].strip().startswith("that it was chosen was")


def test_what_a_site_sent_can_not_reach_the_terminal(db, path, plan):
    (one,) = _found(db, path, plan)
    hostile = replace(one, surface="home | x | \x1b[2Jgone")
    assert "\x1b" not in "\n".join(table([hostile]))


def test_the_document_says_how_it_was_got(db, path, plan):
    made = json.loads(json.dumps(document(plan, _found(db, path, plan))))
    assert (made["plan_sha256"], made["seed"], made["made_up"]) == (plan.hash, 3, False)
    assert made["results"][0]["verdict"] == "personal"


def test_a_list_without_heading_is_named_by_its_container(db, path, plan):
    (one,) = _found(db, path, plan)
    assert heading(replace(one, surface="home | /bids | ")) == "/bids"
    assert heading(replace(one, surface="")) == "lists"
