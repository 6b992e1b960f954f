import threading

import pytest

from companion.errors import StoreUnavailable
from companion.store import exchanges
from tests.tui.filled import empty
from tui.reader import Reader


async def test_each_lane_has_one_thread_and_one_connection(tmp_path):
    reader = Reader(empty(tmp_path / "companion.db"))
    where = lambda db: (threading.get_ident(), id(db))  # noqa: E731
    asked = [await reader.ask(where), await reader.ask(where)]
    studied = [await reader.study(where), await reader.study(where)]
    reader.close()
    assert asked[0] == asked[1] != studied[0] == studied[1]
    assert asked[0][0] != threading.get_ident()


async def test_queries_take_their_arguments(tmp_path):
    reader = Reader(empty(tmp_path / "companion.db"))
    assert await reader.ask(exchanges.page, limit=3) == []
    reader.close()


async def test_the_store_can_not_be_written_to(tmp_path):
    reader = Reader(empty(tmp_path / "companion.db"))
    with pytest.raises(StoreUnavailable, match="readonly"):
        await reader.ask(lambda db: db.execute("delete from exchanges"))
    reader.close()


async def test_a_store_that_appears_later_is_read_then(tmp_path):
    path = tmp_path / "companion.db"
    reader = Reader(path)
    with pytest.raises(StoreUnavailable):
        await reader.ask(exchanges.count)
    empty(path)
    assert await reader.ask(exchanges.count) == 0
    reader.close()


async def test_a_reader_that_read_nothing_closes(tmp_path):
    Reader(tmp_path / "none.db").close()


async def test_a_store_that_is_damaged_meanwhile_is_said_in_one_line(tmp_path):
    path = empty(tmp_path / "companion.db")
    reader = Reader(path)
    await reader.ask(exchanges.count)
    await reader.ask(lambda db: db.execute("pragma cache_size = 0").fetchall())
    for place in (path, path.with_name(path.name + "-wal")):
        place.write_bytes(b"no store at all" * 10_000)
    with pytest.raises(StoreUnavailable, match="can't be used"):
        await reader.ask(lambda db: db.execute("select * from exchanges, signals").fetchall())
    reader.close()
