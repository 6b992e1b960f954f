from companion.store import exchanges
from companion.store.open import open_store
from tests.builders import an_exchange
from tests.tui.filled import empty
from tui.queries import arrivals, arrivals_extent
from tui.reader import Reader
from tui.widgets.shelf import Extent, Page
from tui.widgets.sources import Held, Sifted, Stored


async def test_rows_in_memory_come_in_slices():
    source = Held("abcde")
    assert await source.extent() == Extent(total=5, top=5, step=1)
    assert await source.page(None, 2) == Page(("a", "b"), 2)
    assert await source.page(4, 2) == Page(("e",), None)


async def test_rows_of_the_store_come_newest_first_page_by_page(tmp_path):
    path = empty(tmp_path / "companion.db")
    db = open_store(path)
    kept = [an_exchange(f"https://news.example/{n}") for n in range(5)]
    with db.atomic():
        exchanges.keep(db, kept)
    db.close()
    reader = Reader(path)
    source = Stored(reader, arrivals, arrivals_extent)
    assert (await source.extent()).total == 5
    first = await source.page(None, 3)
    assert [row.url[-1] for row in first.rows] == ["4", "3", "2"]
    rest = await source.page(first.next, 3)
    assert [row.url[-1] for row in rest.rows] == ["1", "0"]
    assert rest.next is None
    reader.close()


async def test_only_rows_that_fit_are_shown():
    sifted = Sifted(Held(range(1_000)), lambda row: row % 100 == 0)
    assert (await sifted.extent()).total == 10
    assert (await sifted.page(None, 3)).rows == (0, 100, 200)
    assert not sifted.cut


async def test_a_search_of_a_long_list_ends_and_says_so():
    sifted = Sifted(Held(range(1_000)), lambda row: True, most=300)
    assert (await sifted.extent()).total < 1_000
    assert sifted.cut
