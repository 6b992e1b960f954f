import pytest

from companion.extract.slates import slates
from companion.extract.slates.heading import LONGEST
from companion.model import Surface
from tests.extract.slates.lists import TITLES, answer, cards, found, items, lists, page

LIST = f"<ul>{cards()}</ul>"


@pytest.mark.parametrize(
    "before",
    [
        "<h2>Rain today</h2>",
        "<div><h3>Rain today</h3></div>",
        "<strong>Rain today</strong>",
        "<div>Rain today</div>",
        "<h2>Rain today</h2><p>Some words on what this list is and where it comes from.</p>",
        "<h2>Rain today</h2><a href=/all>All</a>",
        "<header><h2>Rain today</h2><a href=/all>All</a></header>",
        "<div><span>Rain today</span></div>",
    ],
)
def test_the_nearest_words_before_a_list_are_its_heading(before):
    assert found(page(f"<section>{before}{LIST}</section>")).heading == "Rain today"


@pytest.mark.parametrize(
    "inner",
    [
        f'<section aria-label="Rain today">{LIST}</section>',
        f'<div><div aria-label="Rain today">{LIST}</div></div>',
        f'<i id="h">Rain today</i><section aria-labelledby="h">{LIST}</section>',
        f"<h2>Rain today</h2><div><div><div>{LIST}</div></div></div>",
    ],
)
def test_a_label_or_a_heading_higher_up_counts_too(inner):
    assert found(page(inner)).heading == "Rain today"


@pytest.mark.parametrize(
    "inner",
    [
        f"<h2>Other</h2><section>{LIST}</section>",
        f"<h2>Other</h2><div>{'Some long text about rain. ' * 90}</div><i>3</i>{LIST}",
        f"<h2>Other</h2><nav>{'<a href=1>Some page of the site</a>' * 3}</nav>{LIST}",
        f"<div>1 2 3</div>{LIST}",
        f"<div aria-labelledby=nobody>{LIST}</div>",
        f"<div><button>Back</button><button>On</button></div>{LIST}",
        LIST,
    ],
)
def test_words_of_something_else_do_not(inner):
    assert found(page(inner)).heading == ""


def test_a_heading_is_cut_where_it_is_long():
    long = "Rain " * 60
    assert len(found(page(f"<h2>{long}</h2>{LIST}")).heading) <= LONGEST


@pytest.mark.parametrize(
    "around",
    [
        {"title": "Rain today", "items": items()},
        {"header": {"basicHeader": {"title": {"runs": [{"text": "Rain "}, {"text": "today"}]}}},
         "contents": items()},
        {"displayName": "Rain today", "data": {"edges": items()}},
        {"shelfTitle": {"text": "Rain today"}, "items": items()},
    ],
)  # fmt: skip
def test_objects_around_a_list_in_a_tree_name_it(around):
    assert found(answer({"x": around})).heading == "Rain today"


@pytest.mark.parametrize(
    "around",
    [
        {"items": items()},
        {"title": "/a/b", "items": items()},
        {"title": "A chair", "url": "/chair", "price": 7, "others": items()},
        {"pod": {"label": "Any words"}, "items": items()},
    ],
)
def test_other_words_in_a_tree_do_not(around):
    assert found(answer(around)).heading == ""


def test_an_object_beside_a_list_counts_when_it_says_what_the_list_is():
    around = {"pod": {"id": "7", "display_name": "Recommended for you"}, "results": items()}
    assert found(answer(around)).heading == "Recommended for you"


def test_elements_of_a_stream_are_items_under_the_heading_element_before_them():
    rows = [
        ["$", "li", f"/a/{at}", {"children": ["$", "$L7", None, {"href": f"/a/{at}", "x": title}]}]
        for at, title in enumerate(TITLES)
    ]
    head = ["$", "h2", None, {"children": "Related stories"}]
    tree = ["$", "section", None, {"children": [head, ["$", "ul", None, {"children": rows}]]}]
    slate = found(answer(tree))
    assert (slate.heading, slate.items[1].title) == ("Related stories", TITLES[1])
    assert slate.items[1].price is None


def test_rows_that_are_each_wrapped_in_an_array_are_items_under_the_words_before_them():
    rows = [[[f"/a/{at}", title, [None, at], 4.2]] for at, title in enumerate(TITLES)]
    slate = found(answer([[["Just for you", None, rows, "x8f2"]]]))
    assert (slate.heading, slate.items[1].title) == ("Just for you", TITLES[1])


def test_other_words_before_rows_are_no_heading():
    rows = [[[f"/a/{at}", title, [None, at], 4.2]] for at, title in enumerate(TITLES)]
    assert found(answer([[["Some other words", None, rows, "x8f2"]]])).heading == ""


def test_mas_como_esto_is_a_heading_of_related_things():
    slate = found(page(f"<h2>Más como esto</h2><ul>{cards()}</ul>", lang="es"))
    assert slate.surface is Surface.RECOMMENDATION


def test_the_heading_of_a_list_before_is_not_that_of_the_one_after_it():
    other = "".join(
        f'<p><a href="/b/{at}">The news of {title}</a></p>' for at, title in enumerate(TITLES)
    )
    body = f"<div><h3>Latest news</h3><div>{other}</div></div><section><ul>{cards()}</ul></section>"
    headings = {
        one.heading.words for one in lists(page(body)).values() if one.titles[0] == TITLES[0]
    }
    assert headings == {""}


def test_a_heading_beside_tabs_is_that_of_the_list_below():
    links = "".join(f"<a href='/{name}'>{name}</a>" for name in ("all", "world", "sport"))
    tabs = f"<div><h3>Latest news</h3>{links}</div>"
    assert found(page(f"{tabs}<ul>{cards()}</ul>")).heading == "Latest news"


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ({"data": {"title": {"label": "Rain today"}}, "more": {"x": items()}}, "Rain today"),
        ({"author": {"name": "Anna Rain"}, "more": {"x": items()}}, ""),
        ({"nom": "box-7", "titre": "Rain today", "x": items()}, "Rain today"),
        ({"x": items(), "row": {str(at): 100 + at for at in range(5)} | {"name": "Rain"}}, "Rain"),
    ],
)
def test_a_heading_in_a_tree_is_what_is_named_best(around, expected):
    (slate,) = slates(answer(around))
    assert slate.heading == expected


def test_levels_that_every_table_has_do_not_count():
    rows = "".join(f"<tr><td>{item}</td></tr>" for item in cards(6, "div").split("</div>")[:-1])
    inner = f"<table>{rows}</table>"
    html = f"<table><tr><td><h1>Rain today</h1></td></tr><tr><td>{inner}</td></tr></table>"
    assert found(page(html)).heading == "Rain today"


def test_a_title_beside_a_list_comes_before_what_stands_above_it():
    shelf = {"title": "Most read", "items": items()}
    assert found(answer([["More on this", shelf]])).heading == "Most read"
    assert found(answer([["More on this", items()]])).heading == "More on this"


@pytest.mark.parametrize(
    ("before", "expected"), [("Related", "Related"), ([None, ["Related"]], "Related"), ("abc7", "")]
)
def test_an_array_may_begin_with_the_heading_of_the_next(before, expected):
    rows = [[i["title"], i["url"], i["image"]] for i in items()]
    assert found(answer([[[before, None, 3]], [rows, None]])).heading == expected
