"""More look-alikes: things with titles, pictures and links that nobody chose for the reader."""

import json

from tests.accuracy.shapes.lookalikes import links
from tests.accuracy.shapes.pages import article
from tests.accuracy.shapes.shape import Made, answer, page, shape
from tests.accuracy.shapes.words import NAMES, things


@shape(2)
def questions_and_answers() -> Made:
    inner = "".join(
        f'<h3>{t.title}?</h3><p>{t.teaser} <a href="{t.path}">More</a></p>'
        for t in things("faq", 6)
    )
    return page(f"<h2>Frequently asked questions</h2><div>{inner}</div>"), ()


@shape(2)
def people_of_a_team() -> Made:
    cards = "".join(
        f'<li><img src="/p/{i}.jpg"><h4>{name}</h4><p>Editor</p>'
        f'<a href="mailto:a{i}@b.example">Mail</a></li>'
        for i, name in enumerate(NAMES)
    )
    return page(f"<h2>Our team</h2><ul>{cards}</ul>", "https://news.example/about/team"), ()


@shape(2)
def shops_near_you() -> Made:
    stores = [
        {"storeId": i, "name": f"Store {t.author}", "street": "Main street 4", "phone": "0123",
         "url": f"/stores/{i}", "distance": i * 1.5}
        for i, t in enumerate(things("stores", 6))
    ]  # fmt: skip
    return answer({"stores": stores}, "https://shop.example/api/stores?near=1"), ()


@shape(2)
def changes_by_version() -> Made:
    inner = "".join(
        f"<h3>Version 1.{i}</h3><ul><li>{t.teaser}</li></ul>"
        for i, t in enumerate(things("log", 7))
    )
    return page(f"<h1>Changes</h1>{inner}", "https://tool.example/changelog"), ()


@shape(2)
def plans_and_prices() -> Made:
    plans = "".join(
        f'<div class="plan"><h3>{p}</h3><b>€{i * 9}</b><a href="/buy/{p}">Choose {p}</a></div>'
        for i, p in enumerate(("Basic", "Plus", "Family"), 1)
    )
    return page(f'<div class="plans">{plans}</div>', "https://tv.example/pricing"), ()


@shape(2)
def own_orders() -> Made:
    made = [
        {"orderId": f"O{t.id}", "title": t.title, "date": t.day, "total": t.cents, "status": "sent",
         "url": f"/orders/{t.id}"}
        for t in things("orders", 6)
    ]  # fmt: skip
    return answer({"orders": made}, "https://shop.example/api/me/orders"), ()


@shape(2)
def own_messages() -> Made:
    made = [
        {"id": t.id, "subject": t.title, "from": {"name": t.author}, "date": t.day, "unread": True}
        for t in things("inbox", 9)
    ]
    return answer({"messages": made}, "https://mail.example/api/inbox"), ()


@shape(2)
def contents_of_a_page() -> Made:
    inner = "".join(
        f'<li><a href="#s{i}">{t.title}</a></li>' for i, t in enumerate(things("toc", 8))
    )
    return page(f'<div class="toc"><h2>Contents</h2><ul>{inner}</ul></div>{article()}'), ()


@shape(2)
def swatches() -> Made:
    inner = "".join(
        f'<li><a href="/p/7?c={c}"><img src="/c/{c}.png" alt="{c}"></a></li>'
        for c in ("Red", "Blue", "Green", "Black", "White")
    )
    return page(
        f'<h1>A chair</h1><ul class="swatches">{inner}</ul>', "https://shop.example/p/7"
    ), ()


@shape(2)
def slots_for_ads() -> Made:
    slots = [
        {"id": f"div-gpt-{i}", "name": f"mpu_{i}", "sizes": [[300, 250]], "path": f"/12/news/{i}"}
        for i in range(6)
    ]
    state = json.dumps({"ads": {"slots": slots}, "relatedConfig": {"enabled": True}})
    return page(f'{article()}<script type="application/json" id="config">{state}</script>'), ()


@shape(2)
def popular_filters() -> Made:
    names = ("Under 20 euros", "Free delivery", "New", "Five stars", "In stock")
    inner = "".join(f'<a role="button" href="?f={i}">{n}</a>' for i, n in enumerate(names))
    return page(f'<div class="filters"><h4>Popular filters</h4>{inner}</div>'), ()


@shape(2)
def forecast() -> Made:
    days = [
        {"date": f"2026-03-0{i}", "min": i, "max": i + 9, "summary": "Rain later"}
        for i in range(1, 8)
    ]
    return answer({"forecast": {"daily": days}}), ()


@shape(2)
def standings() -> Made:
    rows = "".join(
        f'<tr><td>{i}</td><td><a href="/team/{i}">FC {n.split()[1]}</a></td><td>{60 - i}</td></tr>'
        for i, n in enumerate(NAMES, 1)
    )
    return page(f"<h2>Table</h2><table>{rows}</table>", "https://sport.example/league"), ()


@shape(2)
def alternates() -> Made:
    made = [{"hreflang": c, "href": f"https://{c}.news.example/", "title": f"News {c}"} for c in
            ("en", "de", "fr", "es", "it")]  # fmt: skip
    return answer({"alternates": made}), ()


@shape(2)
def apps_and_awards() -> Made:
    inner = links(("Download on the App Store", "Get it on Google Play", "Help", "Contact us"))
    return page(f'{article()}<section class="apps"><h3>Get the app</h3>{inner}</section>'), ()


@shape(2)
def form_fields() -> Made:
    fields = [
        {
            "name": f"field{i}",
            "label": t.title[:18],
            "type": "text",
            "required": True,
            "id": f"f{i}",
        }
        for i, t in enumerate(things("form", 7))
    ]
    return answer({"form": {"fields": fields, "title": "Recommend us to a friend"}}), ()


@shape(2)
def quotes_of_a_ticker() -> Made:
    made = [
        {"symbol": s, "name": f"{s} Inc", "last": 9.5, "change": -0.1}
        for s in ("ABC", "DEF", "GHI", "JKL")
    ]
    return answer({"quotes": made}), ()


@shape(2)
def lazy_modules() -> Made:
    inner = "".join(f'<div data-id="m{i}" class="placeholder"></div>' for i in range(9))
    return page(f'{article()}<div class="recommendations">{inner}</div>'), ()
