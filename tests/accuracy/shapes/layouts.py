"""Pages after layouts that are common on news sites, shops, forums and video sites."""

from companion.model import Surface
from tests.accuracy.shapes.pages import article, card, headed
from tests.accuracy.shapes.shape import Made, Planted, page, shape
from tests.accuracy.shapes.words import things

REC, FEED, AD = Surface.RECOMMENDATION, Surface.FEED, Surface.AD
LISTING, SEARCH = Surface.LISTING, Surface.SEARCH


@shape(2)
def definitions() -> Made:
    made = things("dl", 7)
    inner = "".join(f'<dt><a href="{t.path}">{t.title}</a></dt><dd>{t.teaser}</dd>' for t in made)
    return page(f"<h2>Latest reports</h2><dl>{inner}</dl>"), (Planted(made, FEED),)


@shape(2)
def cells_of_a_table() -> Made:
    made = things("cells", 9)
    cells = [
        f'<td><a href="{t.path}"><img src="{t.image}"></a><br>'
        f'<a href="{t.path}"><b>{t.title}</b></a></td>'
        for t in made
    ]
    rows = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in (0, 3, 6))
    return page(f"<h3>Featured products</h3><table>{rows}</table>"), (Planted(made, FEED),)


@shape(2)
def pictures_only() -> Made:
    made = things("pictures", 8)
    tiles = "".join(
        f'<div class="t"><a href="{t.path}"><img alt="{t.title}" src="{t.image}"></a></div>'
        for t in made
    )
    return page(headed("Made for you", f'<div class="tiles">{tiles}</div>')), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(2)
def masonry() -> Made:
    made = things("masonry", 12)
    columns = "".join(
        f'<div class="col">{"".join(card(t, "div") for t in made[i : i + 4])}</div>'
        for i in (0, 4, 8)
    )
    return page(f'<div class="wall">{columns}</div>', "https://pins.example/ideas"), (
        Planted(made),
    )


@shape(2)
def bare_links_see_also() -> Made:
    made = things("see", 6)
    links = "".join(f'<li><a href="{t.path}">{t.title}</a></li>' for t in made)
    return page(f"{article()}<h2>See also</h2><ul>{links}</ul>"), (Planted(made, REC, "See also"),)


@shape(2)
def elements_of_their_own() -> Made:
    made = things("custom", 6)
    cards = "".join(
        f'<x-card data-href="{t.path}"><x-media><img src="{t.image}"></x-media>'
        f'<span slot="title">{t.title}</span></x-card>'
        for t in made
    )
    return page(f'<x-shelf><h2>Up next</h2><div id="shelf">{cards}</div></x-shelf>'), (
        Planted(made, REC, "Up next"),
    )


@shape(2)
def kickers_and_bylines() -> Made:
    made = things("kicker", 8)
    teasers = "".join(
        f'<article class="c-teaser"><span class="c-teaser__kicker">{t.topic}</span>'
        f'<h3 class="c-teaser__headline"><a href="{t.path}">{t.title}</a></h3>'
        f'<p class="c-teaser__byline">By <a href="/author/{t.author[:3]}">{t.author}</a></p>'
        f'<a href="{t.path}#comments">12 Comments</a></article>'
        for t in made
    )
    return page(f'<section><h2>Latest</h2><div class="teasers">{teasers}</div></section>'), (
        Planted(made, FEED, "Latest"),
    )


@shape(2)
def threads_in_a_table() -> Made:
    made = things("threads", 9)
    rows = "".join(
        f'<tr><td><a href="{t.path}">{t.title}</a></td><td><a href="/u/{i}">{t.author}</a></td>'
        f"<td>{i * 3}</td><td>{t.day[:10]}</td></tr>"
        for i, t in enumerate(made)
    )
    head = "<thead><tr><th>Topic</th><th>By</th><th>Replies</th><th>Last</th></tr></thead>"
    return page(f"<table>{head}<tbody>{rows}</tbody></table>", "https://forum.example/health"), (
        Planted(made, LISTING),
    )


@shape(2)
def offers_in_polish() -> Made:
    made = things("pl", 6, "en")
    cards = "".join(
        f'<div class="oferta"><a href="{t.path}"><img src="{t.image}"><span>{t.title}</span></a>'
        f"<span>{t.price.replace('.', ',')} zł</span></div>"
        for t in made
    )
    body = headed("Polecane dla Ciebie", f"<div>{cards}</div>")
    planted = Planted(made, REC, prices="PLN", told=True, judged=True)
    return page(body, "https://sklep.example/produkt/1", "pl"), (planted,)


@shape(2)
def videos_in_italian() -> Made:
    made = things("it", 7)
    cards = "".join(
        f'<li><a href="{t.path}"><figure><img src="{t.image}"><span>12:03</span></figure>'
        f"<figcaption>{t.title}</figcaption></a></li>"
        for t in made
    )
    return page(headed("Potrebbe interessarti", f"<ul>{cards}</ul>"), lang="it"), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(2)
def prices_in_dutch() -> Made:
    made = things("nl", 6)
    cards = "".join(
        f'<li class="product"><a href="{t.path}"><img src="{t.image}"><h4>{t.title}</h4></a>'
        '<span class="was">€ 299,00</span> '
        f'<span class="now">€ {t.price.replace(".", ",")}</span></li>'
        for t in made
    )
    body = headed("Anderen kochten ook", f"<ul>{cards}</ul>")
    return page(body, "https://winkel.example/p/7", "nl"), (Planted(made, REC),)


@shape(2)
def most_seen_in_portuguese() -> Made:
    made = things("pt", 5)
    lines = "".join(
        f'<a class="mais-lidas-item" href="{t.path}"><span class="n">{i}</span>'
        f"<h4>{t.title}</h4></a>"
        for i, t in enumerate(made, 1)
    )
    return page(f'<div class="box"><div class="tit">Mais lidas</div>{lines}</div>', lang="pt"), (
        Planted(made, FEED, "Mais lidas"),
    )


@shape(2)
def three_rooms() -> Made:
    made = things("rooms", 3)
    cards = "".join(
        f'<div class="stay"><a href="{t.path}"><img src="{t.image}"><h3>{t.title}</h3></a>'
        f"<div>from <b>${t.price}</b> per night</div></div>"
        for t in made
    )
    body = headed("You may also like", f"<div>{cards}</div>")
    return page(body, "https://stay.example/h/1", "en-US"), (
        Planted(made, REC, prices="USD", told=True, judged=True),
    )


@shape(2)
def four_plain_links() -> Made:
    made = things("plainlinks", 4)
    links = "".join(f'<li><a href="{t.path}">{t.title}</a></li>' for t in made)
    body = f'{article()}<aside class="related"><h4>More on this story</h4><ul>{links}</ul></aside>'
    return page(body), (Planted(made, REC, "More on this story"),)


@shape(2)
def twice_for_two_widths() -> Made:
    made = things("widths", 6)
    cards = "".join(map(card, made))
    both = f'<ul class="only-wide">{cards}</ul><ul class="only-narrow">{cards}</ul>'
    return page(headed("Related videos", both)), (Planted(made, REC, "Related videos"),)


@shape(2)
def posts_of_people() -> Made:
    made = things("posts", 8)
    posts = "".join(
        f'<div class="post" data-id="{t.id}"><div class="head"><a href="/@{i}">'
        f'<img src="{t.image}"><b class="author">{t.author}</b></a></div>'
        f'<p class="text">{t.title}</p>'
        f'<a href="{t.path}">2 h</a><button>Like</button><button>Share</button></div>'
        for i, t in enumerate(made)
    )
    return page(f'<div class="feed">{posts}</div>', "https://social.example/home"), (
        Planted(made, FEED, links=False),
    )


@shape(2)
def a_banner_among_items() -> Made:
    made = things("banner", 8)
    cards = [card(t) for t in made]
    cards.insert(4, '<li class="banner"><div id="slot-4"></div></li>')
    return page(headed("For you", f"<ul>{''.join(cards)}</ul>")), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(2)
def reasons_on_cards() -> Made:
    made = things("why", 6)
    cards = "".join(
        f'<li><a href="{t.path}"><img src="{t.image}"><h3>{t.title}</h3></a>'
        f"<small>Because you follow {t.topic}</small><button>Not interested</button></li>"
        for t in made
    )
    return page(f'<div class="stream"><ul>{cards}</ul></div>', "https://news.example/"), (
        Planted(made, REC, told=True, judged=True),
    )


@shape(2)
def divs_all_the_way() -> Made:
    made = things("divs", 7)
    items = "".join(
        f'<div><div><div><a href="{t.path}"><div><img src="{t.image}"></div></a></div><div>'
        f'<div><a href="{t.path}"><div>{t.title}</div></a></div><div><div>{t.teaser}</div></div>'
        f"</div></div></div>"
        for t in made
    )
    return page(f"<div><div><div>Top picks for you</div></div><div>{items}</div></div>"), (
        Planted(made, REC, told=True, judged=True),
    )
