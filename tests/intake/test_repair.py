"""A damaged store is mended: what can be read is there again, nothing is made up or deleted."""

from contextlib import closing
from random import Random

import pytest

from companion import pipeline
from companion.capture.journal import Writer
from companion.chain.link import holds
from companion.errors import StoreUnavailable
from companion.intake.amend import forget
from companion.intake.journal import alone
from companion.intake.repair import mend
from companion.live.checks import checks
from companion.model import Contest, ContestId, FindingId
from companion.settings import data_folder
from companion.store import contests, exchanges, links, marks, signals
from companion.store.database import Database
from companion.store.forget import Part
from companion.store.keeping import LOST
from companion.store.migrations import migrations
from companion.store.open import connect, open_store
from companion.store.repair import damage
from tests.builders import an_exchange
from tests.intake.test_journal import a_record

PAGE = 4096
CASE = Contest(id=ContestId("c"), finding=FindingId("f"), route="r", state="sent", due=None)
MANY = 90


def an_answer(number):
    body = f'{{"user": {{"segments": ["hikers-{number}"]}}, "x": "{number:0600}"}}'.encode()
    return an_exchange(
        f"https://news.example/{number}",
        received=(("content-type", "application/json"),),
        body=body,
    )


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "companion.db"
    with open_store(path) as db:
        journey = pipeline.start(db, path)
        journey.take([an_answer(number) for number in range(MANY)])
        journey.judge()
        marks.put(db, "news.example", "research")
        contests.put(db, [CASE])
    return path


def tear(path, seed, share=0.03):
    """Overwrite some pages, but the first, with noise."""
    noise = Random(seed)
    data = bytearray(path.read_bytes())
    pages = len(data) // PAGE
    for page in noise.sample(range(1, pages), max(1, round(share * pages))):
        data[page * PAGE : (page + 1) * PAGE] = noise.randbytes(PAGE)
    path.write_bytes(data)


def spoil(path, table):
    """Overwrite every second page of a table, the only one where there is one."""
    with closing(connect(path)) as db:
        rows = db.execute("select pageno from dbstat where name = ? and pagetype = 'leaf'", [table])
        pages = [page for (page,) in rows]
    data = bytearray(path.read_bytes())
    for page in pages[::2]:
        data[(page - 1) * PAGE : page * PAGE] = b"\1" * PAGE
    path.write_bytes(data)


@pytest.mark.parametrize("seed", range(4))
def test_what_can_be_read_is_there_again_and_nothing_else(path, seed):
    with open_store(path) as db:
        before = {it.id: it for it in exchanges.each(db)}
    tear(path, seed)
    torn = path.read_bytes()
    said = []
    assert damage(path)
    assert mend(path, said.append)
    assert damage(path) == ""
    with open_store(path) as db:
        after = {it.id: it for it in exchanges.each(db)}
        assert len(after) > MANY / 2
        for key, one in after.items():
            assert one.url == before[key].url
            assert one.response.body == before[key].response.body or one.response.missing == LOST
        assert all(holds(after[it.exchange], it) for it in links.each(db) if it.exchange)
        assert signals.count(db) > 0
        assert exchanges.window(db, "self") is not None
    assert path.stat().st_mode & 0o777 == 0o600
    (aside,) = path.parent.glob("*.damaged-1")
    assert aside.read_bytes() == torn
    assert any(aside.name in line for line in said)


def test_a_whole_store_is_left_alone(path):
    before = path.read_bytes()
    assert not mend(path, lambda _: None)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.damaged*"))


def test_where_a_body_is_lost_what_was_found_in_it_stays(path):
    with open_store(path) as db:
        before = {it.id for it in signals.each(db)}
    spoil(path, "bodies")
    mend(path, lambda _: None)
    with open_store(path) as db:
        lost = [it for it in exchanges.each(db) if it.response.missing == LOST]
        assert lost
        assert {it.id for it in signals.each(db)} == before


def test_a_table_of_which_nothing_is_left_costs_no_other(path):
    with open_store(path) as db:
        before = {it.id for it in exchanges.each(db)}
    spoil(path, "contests")
    mend(path, lambda _: None)
    with open_store(path) as db:
        assert contests.count(db) == 0
        assert {it.id for it in exchanges.each(db)} == before
        assert marks.all_marks(db) == {"news.example": "research"}


def test_what_the_journal_holds_is_taken_in(path):
    writer = Writer(data_folder(path) / "journal")
    writer.write(a_record(1))
    writer.close()
    tear(path, 1)
    said = []
    mend(path, said.append)
    with open_store(path) as db:
        assert exchanges.count(db, url="https://news.example/1", status=200) >= 1
    assert said[-1].startswith("1 exchanges were taken from the journal")


def test_one_in_use_is_refused_in_a_line(path):
    tear(path, 1)
    with alone(path), pytest.raises(StoreUnavailable, match="end the recording"):
        mend(path, lambda _: None)


def test_one_that_can_not_be_read_at_all_is_left_as_it_is(path):
    path.write_bytes(b"nothing of a store" * 4000)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="can't be"):
        mend(path, lambda _: None)
    assert path.read_bytes() == before
    assert [it.name for it in path.parent.glob("*.mended")] == []


@pytest.mark.parametrize(
    "part", [Part(everything=True), Part(site="news.example")], ids=["all", "a site"]
)
def test_what_is_forgotten_is_in_no_damaged_copy_either(path, part):
    tear(path, 1)
    mend(path, lambda _: None)
    assert list(path.parent.glob("*.damaged-1"))
    with open_store(path) as db:
        assert forget(db, path, part)[1] == 0
    assert list(path.parent.glob("*.damaged*")) == []


def test_a_second_damage_gets_a_name_of_its_own(path):
    for seed in (1, 2):
        tear(path, seed)
        mend(path, lambda _: None)
    assert len(list(path.parent.glob("*.damaged-?"))) == 2


def test_a_store_of_an_earlier_version_is_mended_and_brought_up_to_date(tmp_path):
    path = tmp_path / "companion.db"
    path.touch()
    data_folder(path).mkdir()
    with Database(connect(path), path) as db:
        migrations.apply(db, stop_before="m021_coverage")
        marks.put(db, "news.example", "research")
        contests.put(db, [CASE])
        db.conn.commit()
    spoil(path, "contests")
    assert mend(path, lambda _: None)
    with open_store(path) as db:
        assert marks.all_marks(db) == {"news.example": "research"}


def test_the_check_names_the_command_that_mends_it(path):
    spoil(path, "bodies")
    check = next(it for it in checks(path) if "is damaged" in it.what)
    assert (check.works, check.mend) == (False, f"companion doctor --repair --db {path}")
