"""Look-alikes on rich pages: pictures, titles, links, and yet nothing that was chosen."""

from tests.accuracy.shapes.lookalikes import links
from tests.accuracy.shapes.pages import article
from tests.accuracy.shapes.shape import Made, answer, page, shape
from tests.accuracy.shapes.words import NAMES, things


@shape(3)
def pictures_of_one_product() -> Made:
    images = "".join(
        f'<li><a href="/big/{i}.jpg"><img src="/s/{i}.jpg" alt=""></a></li>' for i in range(6)
    )
    return page(
        f'<ul class="gallery">{images}</ul><h1>A chair</h1>', "https://shop.example/p/1"
    ), ()


@shape(3)
def reviews_with_names() -> Made:
    made = "".join(
        f'<li><a href="/u/{i}"><img src="/u/{i}.jpg"><b>{t.author}</b></a><i>4 of 5</i>'
        f"<p>{t.teaser}</p></li>"
        for i, t in enumerate(things("reviews", 6))
    )
    return page(f'<div class="reviews"><h2>Customer reviews</h2><ul>{made}</ul></div>'), ()


@shape(3)
def footer_of_columns() -> Made:
    heads = ("Popular", "Company", "Recommended pages", "New")
    words = ("Garden chairs", "About our company", "Gift cards", "Sustainability", "Careers")
    body = "".join(f"<div><h5>{h}</h5>{links(words)}</div>" for h in heads)
    return page(f'{article()}<div class="site-footer"><footer>{body}</footer></div>'), ()


@shape(3)
def payment_methods() -> Made:
    made = [
        {"id": i, "name": f"Card {n}", "icon": f"/i/{i}.svg", "enabled": True}
        for i, n in enumerate(NAMES)
    ]
    return answer({"checkout": {"paymentMethods": made, "recommended": "card"}}), ()


@shape(3)
def steps_of_an_order() -> Made:
    made = [{"id": i, "title": f"Step {i}: do this", "done": False} for i in range(1, 6)]
    return answer({"progress": {"steps": made}}), ()


@shape(3)
def ticket_categories() -> Made:
    made = [{"code": c, "label": f"Category {c}", "price": 10.0, "left": 4} for c in "ABCDE"]
    return answer({"event": {"title": "A concert", "ticketTypes": made}}), ()


@shape(3)
def log_of_a_service() -> Made:
    made = [
        {"ts": 1770000000 + i, "level": "info", "message": f"request {i} took {i * 3} ms"}
        for i in range(20)
    ]
    return answer({"logs": made}), ()


@shape(3)
def emoji_reactions() -> Made:
    made = [
        {"id": f"r{i}", "label": word, "count": i}
        for i, word in enumerate(("Like", "Love", "Laugh", "Sad"))
    ]
    return answer({"post": {"title": "A post", "reactions": made}}), ()


@shape(3)
def map_markers() -> Made:
    made = [{"lat": 1.5 + i, "lng": 2.5, "id": i, "label": str(i)} for i in range(12)]
    return answer({"map": {"markers": made}}), ()


@shape(3)
def colophon_of_authors() -> Made:
    names = "".join(f'<a href="/authors/{i}">{n}</a>, ' for i, n in enumerate(NAMES))
    return page(
        f'<article><h1>A paper</h1><p class="authors">{names}</p><p>Text.</p></article>'
    ), ()


@shape(3)
def anchors_of_an_alphabet() -> Made:
    inner = "".join(f'<li><a href="/az/{c}">{c}</a></li>' for c in "ABCDEFGHIJ")
    return page(f"<ul>{inner}</ul>{article()}"), ()


@shape(3)
def dates_of_a_calendar() -> Made:
    inner = "".join(f'<td><a href="/d/{i}">{i}</a></td>' for i in range(1, 29))
    return page(f'<table class="cal"><tr>{inner}</tr></table>'), ()


@shape(3)
def privacy_choices() -> Made:
    inner = "".join(
        f'<li><h4>Purpose {i}</h4><p>{t.teaser}</p><a href="/p/{i}">Details</a></li>'
        for i, t in enumerate(things("purposes", 8))
    )
    return page(
        f'<div class="cookie-banner"><h2>We and our partners</h2><ul>{inner}</ul></div>'
    ), ()


@shape(3)
def own_profile_interests() -> Made:
    made = [
        {"id": i, "name": n, "selected": True} for i, n in enumerate(("Rain", "Fog", "Snow", "Ice"))
    ]
    return answer({"interests": made}, "https://news.example/api/me/interests"), ()
