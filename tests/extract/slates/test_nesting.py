from companion.extract.slates import explain, slates
from tests.extract.slates.lists import answer, cards, items, page


def against(exchange):
    return {verdict.locator: [n for n, _ in verdict.evidence] for verdict in explain(exchange)}


def test_a_list_of_lists_gives_its_titles_as_headings():
    def listed(at):
        return [item | {"title": f"{item['title']} {'again ' * at}"[::-1]} for item in items(5)]

    shelves = [{"title": f"Shelf {at}", "items": listed(at)} for at in range(3)]
    found = slates(answer({"shelves": shelves}))
    assert [slate.heading for slate in found] == ["Shelf 0", "Shelf 1", "Shelf 2"]


def test_what_items_are_made_of_is_no_list_of_its_own():
    sizes = [
        {"id": 1, "title": "A long name of a size", "url": "/s"},
        {"id": 2, "title": "Another long one", "url": "/l"},
    ]
    found = slates(answer({"products": [item | {"sizeList": sizes * 2} for item in items(6)]}))
    assert [slate.locator for slate in found] == ["/products"]


def test_weak_lists_inside_items_lose_a_little():
    exchange = answer(
        {"items": [item | {"links": [{"a": "b c"}, {"a": "d e"}]} for item in items(6)]}
    )
    assert "weak inner" not in against(exchange)["/items"]
    assert "part of an item" in against(exchange)["/items/0/links"]


def test_lists_inside_a_list_that_is_none_stand_for_themselves():
    body = {"pages": [{"n": 1, "items": items(4)}, {"n": 2, "items": items(8)[4:]}]}
    assert [slate.total for slate in slates(answer(body))] == [4, 4]


def test_a_menu_with_every_item_is_told():
    menu = [
        {"id": at, "title": title, "url": f"/{at}"}
        for at, title in enumerate(("Add to a list", "Share with friends", "Not for me"))
    ]
    exchange = answer({"x": [{"z": [{"menuEntries": menu}]} for _ in range(5)]})
    assert all(not verdict.taken for verdict in explain(exchange))


def test_shelves_of_a_page_stand_for_themselves():
    heads = ("Rain", "Fog", "Snow")
    html = "".join(
        f"<section><h2>{head}</h2><ul>{cards(5).replace('<h3>', f'<h3>{head}: ')}</ul></section>"
        for head in heads
    )
    assert [slate.heading for slate in slates(page(f"<main>{html}</main>"))] == list(heads)


def test_links_inside_cards_are_no_lists():
    more = "<p>" + "".join(f'<a href="/t/{at}">Topic of rain {at}</a> ' for at in range(4)) + "</p>"
    assert [slate.total for slate in slates(page(f"<ul>{cards(6, more=more)}</ul>"))] == [6]


def test_two_shelves_are_told_by_what_stands_in_them():
    shelves = [
        {"name": name, "events": [i | {"title": i["title"][:: 1 - 2 * at]} for i in items(5)]}
        for at, name in enumerate(("Near the town", "This weekend"))
    ]
    found = slates(answer({"buckets": shelves}))
    assert [slate.locator for slate in found] == ["/buckets/0/events", "/buckets/1/events"]


def test_two_items_with_parts_stay_a_list():
    parts = [
        {"name": "Part of it", "id": 1},
        {"name": "Some more", "id": 2},
        {"name": "C", "id": 3},
    ]
    assert [s.total for s in slates(answer([i | {"options": parts} for i in items(4)]))] == [4]
