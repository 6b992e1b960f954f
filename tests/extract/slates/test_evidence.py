import pytest

from companion.extract.slates import explain
from tests.extract.slates.lists import TITLES, answer, cards, items, page


def lines(exchange, at="") -> set[str]:
    """The evidence for the first list, or for the one at a place."""
    verdicts = [verdict for verdict in explain(exchange) if not at or verdict.locator == at]
    return {name for name, _ in verdicts[0].evidence}


def titled(*titles):
    return answer({"x": [{"id": at, "title": title} for at, title in enumerate(titles)]})


@pytest.mark.parametrize(
    ("name", "fires", "silent"),
    [
        ("only two", answer(items(2)), answer(items(3))),
        ("only three", answer(items(3)), answer(items(4))),
        ("image", answer(items()), titled("One story", "Two stories", "More of them")),
        ("one word titles", titled("Rain", "Fog", "Snow"), titled(*TITLES)),
        ("long titles", titled("rain " * 50, "fog " * 60, "snow " * 50), titled(*TITLES)),
        ("repeated titles", titled("Rain falls", "Rain falls", "Rain falls"), titled(*TITLES)),
        ("tiny titles", titled("a", "b", "rain"), titled(*TITLES)),
        ("site furniture", titled("Privacy policy", "Terms of use", "Rain"), titled(*TITLES)),
        (
            "variants",
            titled("Wooden chair, small", "Wooden chair, tall", "Wooden chair, wide"),
            titled(*TITLES),
        ),
        (
            "counted titles",
            answer([{"t": f"Line {at} of it", "x": at} for at in range(6)]),
            answer([{"title": f"Episode {at} of it", "url": f"/{at}"} for at in range(6)]),
        ),
        (
            "no link no id",
            answer([{"title": title} for title in TITLES]),
            answer(items()),
        ),
        ("bare rows", answer([{"title": title} for title in TITLES]), answer(items())),
        (
            "facets",
            answer([{"label": title, "count": 7, "id": title} for title in TITLES]),
            answer(items(count=7)),
        ),
        (
            "partner roots",
            answer([i | {"url": f"https://p{i['id']}.example/"} for i in items()]),
            answer([i | {"url": f"https://p{i['id']}.example/x"} for i in items()]),
        ),
        (
            "sharing",
            answer([i | {"url": f"https://s.example/{i['id']}?u=https://a.ex/1"} for i in items()]),
            answer([i | {"url": f"https://s.example/?u=https://a.ex/{i['id']}"} for i in items()]),
        ),
        (
            "within page",
            page("<ul>" + "".join(f'<li><a href="#{t}">{t}</a></li>' for t in TITLES) + "</ul>"),
            page("<ul>" + "".join(f'<li><a href="/{t}">{t}</a></li>' for t in TITLES) + "</ul>"),
        ),
        ("hard negative key", answer({"variants": items()}), answer({"stories": items()})),
        ("soft negative", answer({"artists": items()}), answer({"stories": items()})),
        ("negative ancestor", answer({"footer": {"x": items()}}), answer({"main": {"x": items()}})),
        ("list key", answer({"results": items()}), answer({"xyz": items()})),
        ("recommendation key", answer({"related": items()}), answer({"xyz": items()})),
        ("linked data", answer({"itemList": items(**{"@type": "Thing"})}), answer(items())),
        (
            "consent keys",
            answer([{"id": at, "name": t, "purposes": [1]} for at, t in enumerate(TITLES)]),
            answer(items()),
        ),
        (
            "event keys",
            answer([{"event": t, "name": "page seen", "ts": at} for at, t in enumerate(TITLES)]),
            answer(items(event="rain")),
        ),
        (
            "comment titles",
            answer([{"id": at, "comment": {"text": t}} for at, t in enumerate(TITLES)]),
            answer(items()),
        ),
        (
            "comment titles",
            answer([{"name": f"Anna {t}", "post_number": at} for at, t in enumerate(TITLES)]),
            answer([{"title": f"Anna {t}", "post_number": at} for at, t in enumerate(TITLES)]),
        ),
        (
            "ad heading",
            page(f"<h2>Sponsored</h2><ul>{cards()}</ul>"),
            page(f"<h2>How ads changed the town</h2><ul>{cards()}</ul>"),
        ),
        (
            "hard negative key",
            answer({"events": [{"title": t, "name": t} for t in TITLES]}),
            answer({"events": items()}),
        ),
        (
            "parts",
            answer([{"id": 1, "title": "Rain"}, {"id": 2, "img": "a.jpg"}, {"id": 3, "text": "b"}]),
            answer([{"id": 1, "title": "Rain"}, {"id": 2, "title": "Fog"}, {"id": 3, "a": "b"}]),
        ),
        (
            "settings",
            answer([{"title": t, "endpoint": f"/api/{at}"} for at, t in enumerate(TITLES)]),
            answer([{"title": t, "href": f"/doc/{at}"} for at, t in enumerate(TITLES)]),
        ),
        (
            "map without order",
            answer({f"i{item['id']}": item for item in items()}),
            answer(items()),
        ),
        (
            "negative heading",
            page(f"<h2>Comments (17)</h2><ul>{cards()}</ul>"),
            page(f"<h2>Comments we liked</h2><ul>{cards()}</ul>"),
        ),
    ],
)  # fmt: skip
def test_evidence_is_noted_where_it_holds_and_only_there(name, fires, silent):
    assert name in lines(fires)
    assert name not in lines(silent)


@pytest.mark.parametrize(
    ("name", "fires", "silent"),
    [
        ("in navigation", f"<nav><ul>{cards()}</ul></nav>", f"<div><ul>{cards()}</ul></div>"),
        ("in navigation", f'<div role="menu"><ul>{cards()}</ul></div>', f"<ul>{cards()}</ul>"),
        ("in navigation", f"<footer><ul>{cards()}</ul></footer>", f"<ul>{cards()}</ul>"),
        (
            "in navigation",
            f"<div><footer><ul>{cards()}</ul></footer></div>",
            f"<div><footer><ul>{cards()}</ul></footer></div><footer>x</footer>",
        ),
        ("in navigation", f"<footer><ul>{cards()}</ul></footer>",
         f"<article><footer><ul>{cards()}</ul></footer></article>"),
        ("in header", f"<header><ul>{cards()}</ul></header>", f"<main><ul>{cards()}</ul></main>"),
        ("negative class near", f'<p><ul class="tags">{cards()}</ul>', f"<ul>{cards()}</ul>"),
        (
            "negative class near",
            f'<div class="tags"><ul>{cards()}</ul></div>',
            f'<div class="tags related"><ul>{cards()}</ul></div>',
        ),
        ("negative class far", f'<div class="meta"><i><i><ul>{cards()}</ul></i></i></div>',
         f"<ul>{cards()}</ul>"),
        ("list class", f'<ul class="feed">{cards()}</ul>', f"<ul>{cards()}</ul>"),
        ("recommendation class", f'<ul class="recs">{cards()}</ul>', f"<ul>{cards()}</ul>"),
        (
            "steps",
            "".join(f'<li class="step"><a href=/{at}>{t}</a></li>' for at, t in enumerate(TITLES)),
            "".join(f'<li class="stage"><a href=/{at}>{t}</a></li>' for at, t in enumerate(TITLES)),
        ),
        ("few and plain", "<ul>" + "<li><a href=/1>Some words</a></li>" * 3 + "</ul>",
         f"<ul>{cards(3)}</ul>"),
        ("few and plain", "<ul>" + "<li><a href=/1>Some words</a></li>" * 3 + "</ul>",
         "<ul>" + "<li><a href=/1>Some words</a> <i>Sponsored</i></li>" * 3 + "</ul>"),
        ("text container", f"<span>{cards(6, 'a')}</span>", f"<div>{cards(6, 'div')}</div>"),
        ("page container", cards(3, "div"), f"<div>{cards(3, 'div')}</div>"),
        (
            "many links",
            "".join(f"<li><h3>{t}</h3>{'<a href=/x>x</a>' * 10}</li>" for t in TITLES),
            f"<ul>{cards()}</ul>",
        ),
        ("long items", f"<ul>{cards(more='<p>' + 'x' * 1600)}</ul>", f"<ul>{cards()}</ul>"),
        (
            "inside prose",
            "".join(
                f"<p>Some long words that go on before <a href=/{at}>{t}</a> and after it too</p>"
                for at, t in enumerate(TITLES)
            ),
            f"<ul>{cards()}</ul>",
        ),
    ],
)  # fmt: skip
def test_the_page_around_a_list_speaks_for_or_against_it(name, fires, silent):
    assert name in lines(page(fires))
    assert name not in lines(page(silent))


def test_that_an_order_is_given_speaks_for_a_list():
    exchange = answer({"x": {f"i{i['id']}": i for i in items()}, "y": ["i100", "i101", "i102"]})
    assert "an order" in lines(exchange, "/y")
    assert "an order" not in lines(exchange, "/x")


def test_lists_deep_inside_chrome_are_not_even_read():
    assert explain(page(f'<header><nav class="menu"><ul>{cards()}</ul></nav></header>')) == ()


def test_every_weight_is_used_by_the_name_it_is_shown_under():
    from companion.extract.slates import evidence, evidence_page, evidence_tree
    from companion.extract.slates.data import weights

    assert set(evidence._AGAINST) <= set(weights("evidence"))
    assert set(evidence_page._RULES) <= set(weights("evidence_html"))
    assert set(evidence_tree._RULES) <= set(weights("evidence_json"))
