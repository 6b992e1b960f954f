import pytest

from companion.decode.page import parse
from companion.extract.slates.groups import Sort, siblings
from companion.extract.slates.judge_page import grouped
from companion.extract.slates.outline import outline
from tests.extract.slates.lists import TITLES, cards, found, page


def groups(html):
    return [(group.tag, len(group.records), group.sort) for group in grouped(parse(html))]


def test_like_siblings_are_a_group():
    assert groups(f"<ul>{cards(4)}</ul>") == [("li", 4, Sort.SIBLINGS)]


def test_unlike_siblings_are_not():
    html = "<div><a href=1><b>x</b></a></div><div><p><i><a href=2>y</a></i></p></div>"
    reduced = outline(parse(f"<main>{html}</main>"))
    assert all(len(group.records) == 1 for group in siblings(reduced) if group.tag == "div")


def test_what_acts_like_a_link_counts_as_one():
    html = (
        '<x-c data-href="/1"><b>x</b></x-c><x-c data-href="/2"><b>y</b></x-c><article>z</article>'
    )
    assert groups(html) == [("x-c", 2, Sort.SIBLINGS)]


def test_list_items_by_role_count_too():
    assert groups('<p role="listitem">x</p><p role="listitem">y</p>') == [("p", 2, Sort.SIBLINGS)]


def test_headings_own_what_follows_them():
    html = "".join(
        f"<h3><a href={at}>{t}</a></h3>{'<p>a</p>' * (at + 1)}" for at, t in enumerate(TITLES[:3])
    )
    (group,) = grouped(parse(f"<div>{html}</div>"))
    assert group.sort is Sort.FLAT
    assert [end - start for start, end in group.records] == [3, 4, 4]


def test_several_siblings_can_be_one_item():
    rows = "".join(
        f"<tr><td><a href={at}>{t}</a></td></tr><tr><td>by x</td><td>3</td></tr>"
        for at, t in enumerate(TITLES[:4])
    )
    assert groups(f"<table>{rows}</table>") == [("tr", 4, Sort.PERIOD)]


def test_alternating_classes_are_no_period():
    html = "".join(f'<li class="{at % 2}"><a href={at}>{t}</a></li>' for at, t in enumerate(TITLES))
    assert groups(f"<ol>{html}</ol>") == [("li", 8, Sort.SIBLINGS)]


def row(start, end):
    whole = cards(8, "article").split("</article>")[:-1]
    return f"<div>{''.join(f'{card}</article>' for card in whole[start:end])}</div>"


def test_rows_of_a_grid_are_one_list():
    assert groups(f"<main>{row(0, 3)}{row(3, 6)}{row(6, 7)}</main>") == [("article", 7, Sort.ROWS)]


def test_a_heading_between_makes_them_shelves():
    found = groups(f"<main>{row(0, 3)}<h2>More</h2>{row(3, 6)}</main>")
    assert [sort for _, _, sort in found if sort is Sort.ROWS] == []


def test_links_inside_one_item_are_no_row():
    html = "".join(
        f"<li><a href=/{at}>{t}</a> <a href=/u/{at}>someone</a></li>" for at, t in enumerate(TITLES)
    )
    assert ("li", 8, Sort.SIBLINGS) in groups(f"<ul>{html}</ul>")


def test_parts_that_differ_along_and_agree_down_are_no_row():
    html = "".join(
        f'<section><div class="p"><img src=x><a href=/{at}>x</a></div>'
        f'<div class="q"><p>y</p><a href=/{at}/more>{t}</a></div></section>'
        for at, t in enumerate(TITLES)
    )
    assert ("section", 8, Sort.SIBLINGS) in groups(f"<main>{html}</main>")


def test_parts_that_lead_to_one_place_are_no_row():
    html = "".join(
        f"<section><div><img><a href=/{at}>x</a></div>"
        f"<div><img><a href=/{at}>{t}</a></div></section>"
        for at, t in enumerate(TITLES)
    )
    assert ("section", 8, Sort.SIBLINGS) in groups(f"<main>{html}</main>")


def test_a_copy_is_no_second_row():
    found = groups(f"<main><ul>{cards(5)}</ul><ul>{cards(5)}</ul></main>")
    assert [sort for _, _, sort in found if sort is Sort.ROWS] == []


def test_cells_are_items_only_where_they_show_something():
    data = "".join(
        f"<tr><td><a href=/{at}>{t}</a></td><td><a href=/u/{at}>u</a></td></tr>"
        for at, t in enumerate(TITLES)
    )
    assert ("tr", 8, Sort.SIBLINGS) in groups(f"<table>{data}</table>")


def test_depth_is_no_danger():
    assert groups("<div>" * 3_000 + "<a href=1>x</a><a href=2>y</a>") == [("a", 2, Sort.SIBLINGS)]


def test_the_rows_of_a_table_are_the_items_not_their_cells():
    rows = "".join(
        f'<tr><td><a href="/t/{at}">{title}</a> <i><a href="/c/diy">DIY</a></i></td>'
        f'<td><a href="/u/{at}"><img src="/u/{at}.png"></a></td>'
        f'<td><a href="/t/{at}/new">3h</a></td></tr>'
        for at, title in enumerate(TITLES)
    )
    slate = found(page(f"<h1>Latest</h1><table><tbody>{rows}</tbody></table>"))
    assert [item.title for item in slate.items] == list(TITLES)


def test_the_cells_of_a_table_of_tiles_are_the_items():
    cells = [
        f'<td><a href="/t/{at}"><img src="/t/{at}.png"><br>{title}</a></td>'
        for at, title in enumerate(TITLES)
    ]
    rows = "".join(f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, 8, 2))
    slate = found(page(f"<h1>Tiles</h1><table><tbody>{rows}</tbody></table>"))
    assert [item.title for item in slate.items] == list(TITLES)


@pytest.mark.parametrize(
    ("between", "sort"),
    [
        ("<i>4 €</i> <span>2 rooms</span><hr>", Sort.FLAT),
        ("<i>*</i><span>-</span><hr>", Sort.SIBLINGS),
    ],
)
def test_words_that_stand_after_each_link_belong_to_it(between, sort):
    html = "".join(f"<a href='/a/{at}'><b>{t}</b></a>{between}" for at, t in enumerate(TITLES))
    assert groups(f"<div>{html}</div>") == [("a", len(TITLES), sort)]
