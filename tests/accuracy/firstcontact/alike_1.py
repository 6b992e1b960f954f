# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""The first look-alikes: repeated structure that nobody chose for the reader."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, page, shape, slug


def _article(say: Say) -> str:
    paragraphs = "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(6))
    return f"<article><h1>{say.titles('story', 1)[0]}</h1>{paragraphs}</article>"


@shape("en")
def plain_article(say: Say) -> Answer:
    return page("https://harbourpost.example/a/1", _article(say), say=say)


@shape("de")
def mega_menu(say: Say) -> Answer:
    groups = "".join(
        f"<div><h3>{t.split()[0]}</h3><ul>"
        + "".join(
            f'<li><a href="/k/{slug(x)}">{x.split()[-1]}</a></li>' for x in say.titles("goods", 6)
        )
        + "</ul></div>"
        for t in say.titles("goods", 4)
    )
    return page(
        "https://moebelmeile.example/hilfe",
        f'<nav class="mega">{groups}</nav>{_article(say)}',
        say=say,
    )


@shape("fr")
def language_picker(say: Say) -> Answer:
    tongues = ["Français", "English", "Deutsch", "Español", "Italiano", "Nederlands", "Polski"]
    rows = "".join(
        f'<li><a href="/{t[:2].lower()}/" hreflang="{t[:2].lower()}">{t}</a></li>' for t in tongues
    )
    return page(
        "https://escales.example/aide", f'{_article(say)}<ul class="lang">{rows}</ul>', say=say
    )


@shape("es")
def facets(say: Say) -> Answer:
    groups = [
        {
            "field": f,
            "label": f.title(),
            "values": [
                {"value": v, "count": say.number(1, 90), "url": f"/buscar?{f}={v}"} for v in vs
            ],
        }
        for f, vs in (
            ("color", ["rojo", "azul", "verde", "negro"]),
            ("talla", ["S", "M", "L", "XL"]),
            ("marca", ["Brisa", "Fénix", "Ombra", "Nordvik"]),
        )
    ]
    return json_answer("https://zocogrande.example/api/facets?q=mochila", {"facets": groups})


@shape("en")
def variants(say: Say) -> Answer:
    title = say.titles("goods", 1)[0]
    rows = [
        {
            "id": say.number(),
            "title": f"{c} / {s}",
            "sku": say.token(8),
            "price": "49.00",
            "available": True,
            "option1": c,
            "option2": s,
        }
        for c in ("Black", "Sand", "Moss")
        for s in ("S", "M", "L")
    ]
    value = {
        "product": {
            "id": say.number(),
            "title": title,
            "variants": rows,
            "options": [{"name": "Color"}, {"name": "Size"}],
        }
    }
    return json_answer("https://tallowshop.example/products/now.json", value)


@shape("de")
def comments_json(say: Say) -> Answer:
    rows = [
        {
            "id": say.number(),
            "author": {"name": say.one("names")},
            "text": f"{say.line()} {say.line()}",
            "likes": say.number(0, 40),
            "created": say.when(),
            "parent": None,
        }
        for _ in range(9)
    ]
    return json_answer(
        "https://blattwerk.example/api/comments?article=3391", {"comments": rows, "total": 9}
    )


@shape("fr")
def breadcrumbs(say: Say) -> Answer:
    names = [it.split()[0] for it in say.titles("goods", 4)]
    listed = [
        {
            "@type": "ListItem",
            "position": i,
            "name": n,
            "item": f"https://mercerie-lune.example/{i}",
        }
        for i, n in enumerate(names, 1)
    ]
    data = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": listed}
    crumbs = "".join(f'<li><a href="/{i}">{n}</a></li>' for i, n in enumerate(names, 1))
    body = f'<ol class="crumbs">{crumbs}</ol>{_article(say)}<script type="application/ld+json">{json.dumps(data)}</script>'
    return page("https://mercerie-lune.example/1/2/3", body, say=say)


@shape("en")
def cookie_vendors(say: Say) -> Answer:
    vendors = {
        str(i): {
            "id": i,
            "name": f"{say.token(6).title()} Media Ltd",
            "purposes": [1, 2, 7],
            "policyUrl": f"https://{say.token(6)}.example/privacy",
        }
        for i in range(1, 30)
    }
    return json_answer(
        "https://consent.example/v3/vendor-list.json",
        {"gvlSpecificationVersion": 3, "vendors": vendors},
    )


@shape("es")
def translations(say: Say) -> Answer:
    keys = [
        "cart.title",
        "cart.empty",
        "checkout.pay",
        "login.forgot",
        "menu.offers",
        "footer.about",
        "search.placeholder",
        "error.network",
    ]
    value = {"locale": "es-ES", "messages": {k: say.line() for k in keys}}
    return json_answer("https://zocogrande.example/i18n/es.json", value)


@shape("de")
def countries(say: Say) -> Answer:
    names = [
        "Österreich",
        "Belgien",
        "Dänemark",
        "Estland",
        "Frankreich",
        "Griechenland",
        "Irland",
        "Polen",
        "Schweiz",
    ]
    rows = [
        {
            "code": n[:2].upper(),
            "name": n,
            "dialCode": f"+{say.number(30, 400)}",
            "flag": f"/flags/{n[:2].lower()}.svg",
        }
        for n in names
    ]
    return json_answer("https://moebelmeile.example/api/countries", {"countries": rows})


@shape("fr")
def analytics_batch(say: Say) -> Answer:
    rows = [
        {
            "event": e,
            "title": say.titles("story", 1)[0],
            "url": f"https://gazette-midi.example/{say.token()}",
            "ts": say.when(),
            "cid": say.token(20),
        }
        for e in ("view", "scroll", "view", "click", "leave")
    ]
    return json_answer("https://mesure.example/collect", {"received": len(rows), "events": rows})


@shape("en")
def feature_flags(say: Say) -> Answer:
    names = [
        "new-header",
        "checkout-v2",
        "lazy-comments",
        "dark-mode",
        "search-suggest",
        "beta-player",
    ]
    rows = [
        {
            "key": n,
            "enabled": say.number(0, 1) == 1,
            "variation": "control",
            "version": say.number(1, 60),
        }
        for n in names
    ]
    return json_answer("https://flags.example/eval", {"flags": rows})


@shape("es")
def recipe_page(say: Say) -> Answer:
    parts = [
        "200 g de arroz",
        "1 cebolla",
        "2 dientes de ajo",
        "400 ml de caldo",
        "sal y pimienta",
        "perejil fresco",
    ]
    steps = [say.line() for _ in range(5)]
    body = (
        f"<h1>{say.titles('dish', 1)[0]}</h1><h2>Ingredientes</h2><ul>"
        + "".join(f"<li>{it}</li>" for it in parts)
        + "</ul><h2>Pasos</h2><ol>"
        + "".join(f"<li>{it}</li>" for it in steps)
        + "</ol>"
    )
    return page("https://cocinaviva.example/guiso", body, say=say)


@shape("de")
def table_of_contents(say: Say) -> Answer:
    heads = say.titles("course", 7)
    toc = "".join(f'<li><a href="#s{i}">{escape(h)}</a></li>' for i, h in enumerate(heads))
    text = "".join(
        f'<h2 id="s{i}">{escape(h)}</h2><p>{say.line() * 4}</p>' for i, h in enumerate(heads)
    )
    return page(
        "https://wissensdepot.example/artikel",
        f"<div id=toc><h2>Inhalt</h2><ul>{toc}</ul></div>{text}",
        say=say,
    )


@shape("fr")
def pagination(say: Say) -> Answer:
    links = "".join(f'<li><a href="?page={i}">{i}</a></li>' for i in range(1, 12))
    return page(
        "https://lagora.example/sujet/1", f'{_article(say)}<ul class="pages">{links}</ul>', say=say
    )


@shape("en")
def share_buttons(say: Say) -> Answer:
    names = ["Facebook", "Mastodon", "WhatsApp", "LinkedIn", "E-mail", "Copy link"]
    links = "".join(
        f'<a class="s" href="https://share.example/{n}?u=x"><svg></svg><span>Share on {n}</span></a>'
        for n in names
    )
    return page("https://harbourpost.example/a/2", f"{_article(say)}<div>{links}</div>", say=say)


@shape("es")
def opening_hours(say: Say) -> Answer:
    days = ["Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo"]
    rows = "".join(f"<tr><th>{d}</th><td>9:00–{say.number(17, 21)}:00</td></tr>" for d in days)
    return page("https://panaderiasol.example/", f"<h2>Horario</h2><table>{rows}</table>", say=say)


@shape("de")
def price_history(say: Say) -> Answer:
    rows = [
        {"date": say.when()[:10], "price": f"{say.number(20, 90)}.99", "currency": "EUR"}
        for _ in range(30)
    ]
    return json_answer(
        "https://preisblick.example/api/history?ean=4006381",
        {"product": say.number(), "points": rows},
    )


@shape("fr")
def chart_series(say: Say) -> Answer:
    rows = [
        {
            "name": n,
            "data": [say.number(1, 99) for _ in range(12)],
            "color": f"#{say.number(100000, 999999)}",
        }
        for n in ("Nord", "Sud", "Est", "Ouest")
    ]
    return json_answer(
        "https://statclair.example/api/chart/12", {"chart": {"type": "line"}, "series": rows}
    )


@shape("en")
def log_lines(say: Say) -> Answer:
    rows = [
        json.dumps(
            {
                "level": "info",
                "time": say.when(),
                "msg": f"handled request {say.token(6)}",
                "ms": say.number(1, 900),
            }
        )
        for _ in range(20)
    ]
    return answer("https://status.example/logs", "application/x-ndjson", "\n".join(rows))


@shape("es")
def srcset_candidates(say: Say) -> Answer:
    rows = [
        {"width": w, "url": f"https://img.example/{say.token()}-{w}.webp", "type": "image/webp"}
        for w in (320, 480, 640, 960, 1280)
    ]
    return json_answer(
        "https://diariodelrio.example/api/image/44", {"image": {"alt": say.line(), "sources": rows}}
    )


@shape("de")
def account_menu(say: Say) -> Answer:
    rows = ["Bestellungen", "Adressen", "Zahlungsarten", "Gutscheine", "Einstellungen", "Abmelden"]
    links = "".join(
        f'<a href="/konto/{slug(r)}"><i class="ic"></i><span>{r}</span></a>' for r in rows
    )
    return page(
        "https://moebelmeile.example/konto", f"<aside>{links}</aside><p>{say.line()}</p>", say=say
    )


@shape("fr")
def form_options(say: Say) -> Answer:
    options = "".join(
        f'<option value="{i}">{escape(t)}</option>' for i, t in enumerate(say.titles("course", 8))
    )
    return page(
        "https://aula.example/inscription",
        f"<form><select name=c>{options}</select><input name=email></form>",
        say=say,
    )


@shape("en")
def speakers_quotes(say: Say) -> Answer:
    quotes = "".join(
        f"<blockquote><p>{say.line()}</p><cite>{say.one('names')}</cite></blockquote>"
        for _ in range(4)
    )
    return page(
        "https://skillgrove.example/about",
        f"<h2>What learners say</h2><div>{quotes}</div>",
        say=say,
    )


@shape("es")
def weather_days(say: Say) -> Answer:
    rows = [
        {
            "day": d,
            "min": say.number(2, 9),
            "max": say.number(10, 30),
            "summary": "Soleado",
            "icon": "sun",
        }
        for d in ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
    ]
    return json_answer(
        "https://eltiempo.example/api/forecast?city=vigo", {"city": "Vigo", "daily": rows}
    )
