from dataclasses import replace
from datetime import timedelta

import pytest

from companion.extract.slates import slates as found_in
from companion.extract.slates.drift import drifted
from companion.model import Item, Message, Role, Visitor
from companion.store import drift, exchanges, slates
from tests.builders import NOON, a_slate, an_exchange
from tests.extract.slates.lists import answer, cards, items, page

SITE = "news.example"
HOME = "https://news.example/"
WITH = f'<div id="recs"><h2>For you</h2><ul>{cards()}</ul></div>'
WITHOUT = "<main><p>Nothing here today.</p></main>"


def record(db, *kept):
    exchanges.keep(db, kept)
    for one in kept:
        slates.put(db, found_in(one))


def visits(first, last, body, **changes):
    at = [NOON + timedelta(days=day) for day in range(first, last)]
    return [page(body, HOME, seen_at=moment, **changes) for moment in at]


def told(db):
    return drifted(SITE, drift.deliveries(db, SITE))


def test_a_list_that_stops_coming_is_found_in_the_record(db):
    record(db, *visits(0, 6, WITH), *visits(6, 11, WITHOUT))
    (found,) = told(db)
    assert (found.heading, found.had, found.quiet) == ("For you", 6, 5)
    assert slates.get(db, found.slate).seen_at == NOON + timedelta(days=5)


@pytest.mark.parametrize("changes", [{"status": 403}, {"status": 429}, {"status": 202}])
def test_answers_that_block_say_nothing(db, changes):
    record(db, *visits(0, 6, WITH), *visits(6, 20, WITHOUT, **changes))
    assert told(db) == ()


def test_pages_whose_body_is_not_held_say_nothing(db):
    bare = [
        replace(it, response=Message(headers=it.response.headers, missing="not kept"))
        for it in visits(6, 20, WITHOUT)
    ]
    record(db, *visits(0, 6, WITH), *bare)
    assert told(db) == ()


def test_what_a_script_fetches_at_the_address_of_the_page_is_no_visit(db):
    asked = Message(headers=(("Sec-Fetch-Dest", "empty"),))
    record(db, *visits(0, 6, WITH), *visits(6, 20, WITHOUT, request=asked))
    assert told(db) == ()


def test_what_is_no_page_is_no_visit(db):
    data = [
        answer({}, HOME, seen_at=NOON + timedelta(days=day)) for day in range(6, 20)
    ]  # fmt: skip
    record(db, *visits(0, 6, WITH), *data)
    assert told(db) == ()


def test_strangers_pages_say_nothing(db):
    stranger = Visitor(name="c1", role=Role.CONTROL)
    record(db, *visits(0, 6, WITH), *visits(6, 20, WITHOUT, visitor=stranger))
    assert told(db) == ()


def test_an_answer_to_a_script_that_changes_its_form_is_found(db):
    def asked(first, last, value):
        at = [NOON + timedelta(days=day, minutes=1) for day in range(first, last)]
        return [answer(value, "https://api.news.example/v1/recs", seen_at=it) for it in at]

    pages = visits(0, 12, WITHOUT)
    record(db, *pages, *asked(0, 6, {"items": items()}), *asked(6, 12, {"blob": "AAEC"}))
    (found,) = told(db)
    assert found.url == "https://api.news.example/v1/recs"


def test_answers_come_oldest_first_with_their_lists_and_titles(db):
    one, other, unknown = (
        an_exchange(f"https://news.example/{n}", body=b"x", page=page, seen_at=NOON)
        for n, page in (("", HOME), ("api", HOME), ("lost", None))
    )
    exchanges.keep(db, [one, other, unknown])
    bare = (Item(rank=1, item="a", title=""), Item(rank=2, item="b", title="B"))
    slates.put(db, [a_slate(exchange=other.id, items=bare)])
    first, second = drift.deliveries(db, SITE)
    assert (first.document, first.read, first.lists) == (True, True, ())
    assert not second.document
    (delivery,) = second.lists
    assert (delivery.entries, delivery.titled) == (2, 1)


def test_sites_that_gave_some_lists_come_newest_first(db):
    many = [a_slate(exchange=f"e{n}", site=f"{'ab'[n % 2]}.example") for n in range(10)]
    slates.put(
        db, [*many, a_slate(exchange="x", site="rare.example"), a_slate(exchange="y", site=None)]
    )
    assert drift.sites(db) == ["b.example", "a.example"]


def test_no_whole_table_is_read(db):
    asked = []
    with db.tracer(lambda sql, values: asked.append((sql, values or []))):
        drift.deliveries(db, SITE)
        drift.sites(db)
    for sql, values in asked:
        plan = [row["detail"] for row in db.query(f"explain query plan {sql}", values)]
        big = [step for step in plan if step.startswith("SCAN") and "COVERING INDEX" not in step]
        assert not [step for step in big if "json_each" not in step], plan
