"""Pages: the ways in which lists are written as markup."""

from companion.model import Surface
from tests.accuracy.shapes.shape import Made, Planted, page, shape
from tests.accuracy.shapes.words import Thing, things

REC, FEED, AD = Surface.RECOMMENDATION, Surface.FEED, Surface.AD
LISTING, SEARCH = Surface.LISTING, Surface.SEARCH


def card(t: Thing, tag: str = "li") -> str:
    return (
        f'<{tag} class="card"><a href="{t.path}"><img src="{t.image}" alt="">'
        f'<h3 class="card__title">{t.title}</h3></a><p>{t.teaser}</p></{tag}>'
    )


def headed(heading: str, inner: str) -> str:
    return f'<section class="module"><h2>{heading}</h2>{inner}</section>'


def article() -> str:
    return (
        f"<article><h1>A piece</h1>{'<p>Some long text about harbours and rain.</p>' * 6}</article>"
    )


@shape(1)
def cards_in_a_list() -> Made:
    made = things("cards", 6)
    body = article() + headed("You might also like", f"<ul>{''.join(map(card, made))}</ul>")
    return page(body), (Planted(made, REC, "You might also like", told=True, judged=True),)


@shape(1)
def cards_in_german() -> Made:
    made = things("cards", 6, "de")
    body = article() + headed(
        "Das könnte Sie auch interessieren", f"<div>{''.join(card(t, 'div') for t in made)}</div>"
    )
    return page(body, lang="de"), (Planted(made, REC, told=True, judged=True),)


@shape(1)
def cards_in_french() -> Made:
    made = things("cards", 5, "fr")
    body = headed("Les plus lus", f"<ol>{''.join(map(card, made))}</ol>")
    return page(body, lang="fr"), (Planted(made, FEED, "Les plus lus", told=False, judged=True),)


@shape(1)
def cards_in_spanish() -> Made:
    made = things("cards", 8, "es")
    body = headed("Recomendado para ti", f"<ul>{''.join(map(card, made))}</ul>")
    return page(body, lang="es"), (Planted(made, REC, told=True, judged=True),)


@shape(1)
def numbered_texts() -> Made:
    made = things("most", 10)
    lines = "".join(
        f'<li><a href="{t.path}"><span>{i}</span> <span>{t.title}</span></a></li>'
        for i, t in enumerate(made, 1)
    )
    body = f'<aside class="most-read"><h3>Most read</h3><ol>{lines}</ol></aside>'
    return page(article() + body), (Planted(made, FEED, "Most read"),)


@shape(1)
def grid_of_rows() -> Made:
    made = things("grid", 11)
    rows = "".join(
        f'<div class="row">{"".join(card(t, "div") for t in made[i : i + 3])}</div>'
        for i in range(0, 11, 3)
    )
    return page(headed("Latest stories", f"<div>{rows}</div>")), (Planted(made, FEED),)


@shape(1)
def carousel_slides() -> Made:
    made = things("slides", 12)
    slides = "".join(
        '<div class="slide"><div>'
        + "".join(card(t, "article") for t in made[i : i + 4])
        + "</div></div>"
        for i in range(0, 12, 4)
    )
    body = headed("Picked for you", f'<div class="carousel"><button>Next</button>{slides}</div>')
    return page(body), (Planted(made, REC, told=True, judged=True),)


@shape(1)
def two_rows_a_story() -> Made:
    made = things("period", 12)
    rows = "".join(
        f'<tr><td>{i}.</td><td><a href="{t.path}">{t.title}</a></td></tr>'
        f'<tr><td colspan="2"><span>{i * 7} points by <a href="/user/{i}">{t.author}</a></span>'
        "</td></tr>"
        for i, t in enumerate(made, 1)
    )
    return page(f"<table><tbody>{rows}</tbody></table>", "https://news.example/newest"), (
        Planted(made),
    )


@shape(1)
def headings_and_paragraphs() -> Made:
    made = things("flatp", 8)
    body = "".join(f'<h3><a href="{t.path}">{t.title}</a></h3><p>{t.teaser}</p>' for t in made)
    return page(f"<div><h2>Archive</h2>{body}</div>"), (Planted(made, LISTING),)


@shape(1)
def links_around_everything() -> Made:
    made = things("wrap", 6)
    cards = "".join(
        f'<a class="x9f" href="{t.path}"><span>{t.topic}</span><span>{t.title}</span>'
        f"<span>{t.teaser}</span></a>"
        for t in made
    )
    return page(headed("More from News", f"<div>{cards}</div>")), (Planted(made, REC),)


@shape(1)
def products_in_pounds() -> Made:
    made = things("pounds", 8)
    cards = "".join(
        f'<li><a href="{t.path}"><img data-src="{t.image}" src="data:image/gif;base64,R0"></a>'
        f'<a href="{t.path}">{t.title}</a><div class="price">£{t.price}</div>'
        f"<button>Add to basket</button></li>"
        for t in made
    )
    body = headed("Inspired by your browsing history", f"<ul>{cards}</ul>")
    planted = Planted(made, REC, prices="GBP", told=True, judged=True)
    return page(body, "https://www.shop.example/p/17"), (planted,)


@shape(1)
def products_in_euros() -> Made:
    made = things("euros", 6, "de")
    cards = "".join(
        f'<div class="product"><a href="{t.path}"><img src="{t.image}"><b>{t.title}</b></a>'
        f"<span>{t.price.replace('.', ',')} €</span></div>"
        for t in made
    )
    body = headed("Kunden kauften auch", f"<div>{cards}</div>")
    planted = Planted(made, REC, prices="EUR", told=False, judged=True)
    return page(body, "https://www.laden.example/p/17", "de"), (planted,)


@shape(1)
def paid_widget() -> Made:
    made = things("paid", 6)
    cards = "".join(
        f'<div class="ob-item"><a href="https://ads.example/c?u={t.id}"><img src="{t.image}">'
        f'<span class="ob-text">{t.title}</span></a><span>Sponsored</span></div>'
        for t in made
    )
    inner = f"<div>Around the web</div><div>{cards}</div>"
    body = f'<div class="OUTBRAIN" id="outbrain_widget">{inner}</div>'
    planted = Planted(made, AD, sponsored=frozenset(range(1, 7)), told=True, judged=True)
    return page(article() + body), (planted,)


@shape(1)
def declarative_shadow() -> Made:
    made = things("shadow", 6)
    body = (
        '<rec-list id="recs"><template shadowrootmode="open"><h2>Up next</h2>'
        f"<ul>{''.join(map(card, made))}</ul></template></rec-list>"
    )
    return page(article() + body), (Planted(made, REC, "Up next"),)


@shape(1)
def search_results() -> Made:
    made = things("search", 10)
    found = "".join(
        f'<div class="result"><a href="{t.path}"><h3>{t.title}</h3></a><cite>news.example</cite>'
        f"<p>{t.teaser}</p></div>"
        for t in made
    )
    url = "https://find.example/search?q=harbour"
    return page(f'<div id="results">{found}</div>', url), (Planted(made, SEARCH),)


@shape(1)
def feed_with_an_ad() -> Made:
    made = things("fad", 8)
    cards = "".join(
        f'<article><a href="{t.path}"><img src="{t.image}"><h2>{t.title}</h2></a>'
        + ("<span>Anzeige</span>" if rank == 4 else f"<time datetime='{t.day}'>today</time>")
        + "</article>"
        for rank, t in enumerate(made, 1)
    )
    planted = Planted(made, FEED, sponsored=frozenset({4}))
    return page(f'<div class="feed">{cards}</div>', "https://news.example/"), (planted,)


@shape(1)
def several_modules() -> Made:
    one, two, three = (things(f"mod{i}", 5) for i in range(3))
    body = (
        article()
        + headed("Related articles", f"<ul>{''.join(map(card, one))}</ul>")
        + headed("Trending", f"<ul>{''.join(map(card, two))}</ul>")
        + headed("Recently viewed", f"<ul>{''.join(map(card, three))}</ul>")
    )
    return page(body), (
        Planted(one, REC, "Related articles"),
        Planted(two, FEED, "Trending"),
        Planted(three, LISTING, "Recently viewed"),
    )
