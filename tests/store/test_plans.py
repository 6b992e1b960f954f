"""No page reads a whole table, as SQLite itself plans it."""

import pytest

from companion.store import acts, exchanges, findings, rollups, signals, slates, tests
from tests.builders import a_signal, an_exchange

PAGES = {
    "the newest": {},
    "from a number on": {"before": 9},
    "of a site": {"site": "a.example"},
    "of a site from a number on": {"site": "a.example", "before": 9},
}


def _plans(db, query):
    asked = []
    with db.tracer(lambda sql, values: asked.append((sql, values or []))):
        query()
    statements = [(sql, values) for sql, values in asked if sql.lstrip().startswith("select")]
    assert statements
    return [
        row["detail"]
        for sql, values in statements
        for row in db.query(f"explain query plan {sql}", values)
    ]


@pytest.mark.parametrize("filters", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("noun", [exchanges, signals, slates, acts, findings, tests])
def test_a_page_is_found_by_key(db, noun, filters):
    plans = _plans(db, lambda: noun.page(db, **filters))
    assert not [step for step in plans if "TEMP B-TREE" in step], plans
    if filters:
        assert not [step for step in plans if step.startswith("SCAN")], plans


@pytest.mark.parametrize(
    "query",
    [
        lambda db: signals.page(db, kind="identifier"),
        lambda db: slates.page(db, surface="ad"),
        lambda db: exchanges.get(db, "e"),
        lambda db: signals.get(db, "s"),
        lambda db: signals.sightings(db, "tok", "self"),
        lambda db: list(slates.items(db, "/One", "self")),
        lambda db: signals.replace(db, "e", []),
        lambda db: slates.replace(db, "e", []),
        lambda db: acts.replace(db, "e", []),
        lambda db: findings.replace(db, ["a.example"], []),
        exchanges.newest,
    ],
)
def test_what_is_looked_up_is_found_by_key(db, query):
    asked = []
    with db.tracer(lambda sql, values: asked.append((sql, values or []))):
        query(db)
    for sql, values in asked:
        if sql.split()[0] in ("select", "delete"):
            plan = [row["detail"] for row in db.query(f"explain query plan {sql}", values)]
            big = [step for step in plan if step.startswith("SCAN") and "json_each" not in step]
            assert not big, (sql, plan)


def test_what_the_screen_asks_all_the_time_reads_no_large_table(db):
    exchanges.keep(db, [an_exchange()])
    plans = _plans(
        db,
        lambda: (
            exchanges.count(db), exchanges.sites(db), exchanges.window(db), exchanges.has_demo(db),
            exchanges.visitors(db), rollups.contexts(db),
        ),
    )  # fmt: skip
    assert {step.split()[1] for step in plans if step.startswith("SCAN")} <= {"sites", "visitors"}


def test_the_sites_of_a_token_are_found_in_one_step_each(db):
    many = [a_signal(exchange=f"e{n}", tokens=("tok",)) for n in range(300)]
    signals.put(db, [*many, a_signal(exchange="x", site="z.example", tokens=("tok",))])
    steps = 0

    def step():
        nonlocal steps
        steps += 1

    db.conn.set_progress_handler(step, 10)
    assert signals.sites_sharing(db, ["tok"]) == {"news.example", "z.example"}
    assert steps < 30
