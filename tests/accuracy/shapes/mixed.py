"""Lists that stand in page state, in state and markup at once, in fragments and attributes."""

import json
from html import escape

from companion.model import Surface
from tests.accuracy.shapes.pages import article, card, headed
from tests.accuracy.shapes.shape import Made, Planted, answer, page, shape
from tests.accuracy.shapes.trees import plain
from tests.accuracy.shapes.words import things

REC = Surface.RECOMMENDATION


@shape(1)
def state_and_cards() -> Made:
    made = things("both", 6)
    state = {"props": {"pageProps": {"related": [plain(t) for t in made], "user": None}}}
    body = article() + headed("Related stories", f"<ul>{''.join(map(card, made))}</ul>")
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    return page(body + script), (Planted(made, REC, "Related stories"),)


@shape(1)
def state_in_a_variable() -> Made:
    made = things("var", 7)
    state = json.dumps({"recommendations": {"items": [plain(t) for t in made]}})
    return page(f"{article()}<script>window.__STATE__ = {state};</script>"), (Planted(made, REC),)


@shape(1)
def state_in_flight_rows() -> Made:
    made = things("flight", 6)
    row = "5:" + json.dumps(["$", "div", None, {"suggested": [plain(t) for t in made]}]) + "\n"
    push = f"self.__next_f.push([1,{json.dumps(row)}])"
    return page(f"{article()}<script>{push}</script>"), (Planted(made, REC),)


@shape(1)
def state_by_index() -> Made:
    made = things("index", 6)
    array: list = [{"recommended": 1}, []]
    for t in made:
        at = len(array)
        array[1].append(at)
        array += [
            {"title": at + 1, "url": at + 2, "id": at + 3},
            t.title,
            t.path,
            f"i{t.id}abcd_{t.id}",
        ]
    script = f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(array)}</script>'
    return page(article() + script), (Planted(made, REC),)


@shape(1)
def state_in_an_attribute() -> Made:
    made = things("attr", 5)
    value = escape(json.dumps({"title": "Similar items", "products": [plain(t) for t in made]}))
    return page(f'{article()}<div id="recs" data-props="{value}"></div>'), (
        Planted(made, REC, "Similar items"),
    )


@shape(1)
def markup_in_an_answer() -> Made:
    made = things("html", 6)
    inner = f"<h3>Recommended for you</h3><ul>{''.join(map(card, made))}</ul>"
    return answer({"status": "ok", "html": inner}), (
        Planted(made, REC, "Recommended for you", told=True, judged=True),
    )


@shape(1)
def fragment_of_a_page() -> Made:
    made = things("fragment", 6)
    body = f'<div class="recs"><h3>Similar products</h3><ul>{"".join(map(card, made))}</ul></div>'
    return answer(body, "https://www.shop.example/recs?sku=7", kind="text/html"), (
        Planted(made, REC, "Similar products"),
    )


@shape(1)
def linked_data_items() -> Made:
    made = things("ld", 6)
    listed = [
        {"@type": "ListItem", "position": i, "name": t.title, "url": f"https://news.example{t.path}",
         "image": t.image}
        for i, t in enumerate(made, 1)
    ]  # fmt: skip
    state = json.dumps({"@type": "ItemList", "itemListElement": listed})
    return page(f'{article()}<script type="application/ld+json">{state}</script>'), (Planted(made),)
