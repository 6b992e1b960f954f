# ruff: noqa: E501 - markup and prices stand as sites write them
"""The second look-alikes: menus, data and furniture of apps."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, page, shape, slug


def _body(say: Say) -> str:
    return (
        f"<article><h1>{say.titles('story', 1)[0]}</h1>"
        + "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(5))
        + "</article>"
    )


@shape("en")
def menu_json(say: Say) -> Answer:
    rows = [
        {"id": i, "title": t, "url": f"/{slug(t)}", "children": []}
        for i, t in enumerate(say.every("nav"))
    ]
    return json_answer(
        "https://harbourpost.example/api/menu", {"menu": {"location": "primary", "items": rows}}
    )


@shape("de")
def fat_footer(say: Say) -> Answer:
    columns = "".join(
        f"<div><h4>{h}</h4><ul>"
        + "".join(f'<li><a href="/{slug(t)}">{escape(t)}</a></li>' for t in say.every("footer"))
        + "</ul></div>"
        for h in ("Unternehmen", "Service", "Rechtliches")
    )
    return page(
        "https://gartenhalle.example/ueber-uns",
        f'{_body(say)}<div class="site-bottom">{columns}</div>',
        say=say,
    )


@shape("fr")
def swatches(say: Say) -> Answer:
    colors = ["Noir", "Sable", "Bleu nuit", "Vert mousse", "Rouille"]
    links = "".join(
        f'<li><a href="/p/veste?c={slug(c)}" title="{c}"><img src="/s/{slug(c)}.png" alt="{c}"></a></li>'
        for c in colors
    )
    return page(
        "https://atelier-vert.example/p/veste",
        f'<h1>{say.titles("goods", 1)[0]}</h1><p>89,00 €</p><ul class="coloris">{links}</ul>',
        say=say,
    )


@shape("es")
def comments_html(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="/u/{say.token(5)}">{say.one("names")}</a><time>{say.when()}</time><p>{say.line()} {say.line()}</p><a href="#r">Responder</a></li>'
        for _ in range(7)
    )
    return page(
        "https://diariodelrio.example/n/1",
        f'{_body(say)}<section id="comentarios"><h2>7 comentarios</h2><ol>{rows}</ol></section>',
        say=say,
    )


@shape("en")
def reviews_json(say: Say) -> Answer:
    rows = [
        {
            "id": say.number(),
            "rating": say.number(1, 5),
            "title": say.line(),
            "body": say.line() * 2,
            "author": say.one("names"),
            "date": say.when(),
        }
        for _ in range(8)
    ]
    return json_answer(
        "https://tallowshop.example/api/reviews?sku=881", {"reviews": rows, "average": 4.2}
    )


@shape("de")
def timezones(say: Say) -> Answer:
    rows = [
        {"id": f"Europe/{c}", "label": f"(GMT+01:00) {c}", "offset": 60}
        for c in ("Berlin", "Wien", "Zürich", "Paris", "Rom", "Oslo", "Prag")
    ]
    return json_answer("https://werkbank.example/api/timezones", rows)


@shape("fr")
def consent_page(say: Say) -> Answer:
    rows = "".join(
        f'<li><label><input type=checkbox> {say.token(6).title()} SAS</label> <a href="https://{say.token(6)}.example/vie-privee">Politique</a></li>'
        for _ in range(12)
    )
    return page(
        "https://gazette-midi.example/cookies",
        f'<div role="dialog"><h2>Nos partenaires</h2><ul>{rows}</ul><button>Tout refuser</button></div>',
        say=say,
    )


@shape("es")
def events_stream_log(say: Say) -> Answer:
    lines = "".join(
        f"event: tick\ndata: {json.dumps({'t': say.when(), 'price': say.number(10, 99)})}\n\n"
        for _ in range(12)
    )
    return answer("https://bolsaviva.example/ticks", "text/event-stream", lines)


@shape("en")
def product_specs(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{k}</td><td>{v}</td></tr>"
        for k, v in (
            ("Weight", "1.2 kg"),
            ("Width", "31 cm"),
            ("Colour", "Moss"),
            ("Material", "Oak"),
            ("Warranty", "2 years"),
        )
    )
    return page(
        "https://tallowshop.example/p/one",
        f"<h1>{say.titles('goods', 1)[0]}</h1><table>{rows}</table>",
        say=say,
    )


@shape("de")
def gallery_images(say: Say) -> Answer:
    rows = [
        {
            "url": f"https://bild.example/{say.token()}.jpg",
            "alt": f"Ansicht {i}",
            "width": 1200,
            "height": 900,
        }
        for i in range(1, 9)
    ]
    return json_answer("https://wohnnest.example/api/expose/7/bilder", {"bilder": rows})


@shape("fr")
def steps_ld(say: Say) -> Answer:
    steps = [
        {
            "@type": "HowToStep",
            "name": f"Étape {i}",
            "text": say.line(),
            "url": f"https://cuisine-claire.example/r/1#e{i}",
        }
        for i in range(1, 7)
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "Recipe",
        "name": say.titles("dish", 1)[0],
        "recipeIngredient": ["1 oignon", "2 œufs", "sel"],
        "recipeInstructions": steps,
    }
    return page(
        "https://cuisine-claire.example/r/1",
        f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Recette</h1><p>{say.line()}</p>',
        say=say,
    )


@shape("es")
def faq(say: Say) -> Answer:
    rows = "".join(
        f"<details><summary>¿{say.titles('thread', 1)[0].strip('?')}?</summary><p>{say.line()}</p></details>"
        for _ in range(6)
    )
    return page(
        "https://brisatienda.example/ayuda", f"<h1>Preguntas frecuentes</h1>{rows}", say=say
    )


@shape("en")
def notifications(say: Say) -> Answer:
    rows = [
        {
            "id": say.number(),
            "type": "reply",
            "text": f"{say.one('names')} replied to you",
            "read": False,
            "at": say.when(),
        }
        for _ in range(6)
    ]
    return json_answer(
        "https://loop.example/api/notifications", {"notifications": rows, "unread": 6}
    )


@shape("de")
def cart(say: Say) -> Answer:
    rows = [
        {
            "lineId": say.token(),
            "title": t,
            "qty": 1,
            "price": "19.90",
            "url": f"/produkt/{slug(t)}",
        }
        for t in say.titles("goods", 3)
    ]
    return json_answer(
        "https://gartenhalle.example/api/warenkorb", {"cart": {"lines": rows, "total": "59.70"}}
    )


@shape("fr")
def config_blob(say: Say) -> Answer:
    value = {
        "env": "prod",
        "endpoints": {
            k: f"https://api.toile.example/{k}" for k in ("auth", "search", "player", "ads", "log")
        },
        "experiments": [
            {"name": n, "bucket": say.number(0, 9)} for n in ("exp_a", "exp_b", "exp_c", "exp_d")
        ],
    }
    return json_answer("https://toile.example/config.json", value)


@shape("es")
def tag_cloud(say: Say) -> Answer:
    links = "".join(
        f'<a href="/tema/{slug(t)}">#{t.split()[-1]}</a> ' for t in say.titles("story", 12)
    )
    return page(
        "https://diariodelrio.example/n/2",
        f'{_body(say)}<div class="etiquetas">{links}</div>',
        say=say,
    )


@shape("en")
def table_of_results(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{i}</td><td>{say.one('names').split()[1]} FC</td><td>{say.number(10, 30)}</td><td>{say.number(20, 60)}</td></tr>"
        for i in range(1, 11)
    )
    return page(
        "https://harbourpost.example/sport/table",
        f"<h1>League table</h1><table><tr><th>#</th><th>Team</th><th>P</th><th>Pts</th></tr>{rows}</table>",
        say=say,
    )


@shape("de")
def departures(say: Say) -> Answer:
    rows = [
        {
            "linie": f"S{say.number(1, 9)}",
            "ziel": say.titles("place", 1)[0].split(", ")[1],
            "abfahrt": say.when(),
            "gleis": str(say.number(1, 12)),
            "ausfall": False,
        }
        for _ in range(8)
    ]
    return json_answer("https://gleisplan.example/api/abfahrten?halt=hbf", {"abfahrten": rows})


@shape("fr")
def video_formats(say: Say) -> Answer:
    rows = [
        {
            "itag": say.number(1, 400),
            "url": f"https://cdn.toile.example/{say.token(30)}",
            "mimeType": "video/mp4",
            "qualityLabel": f"{q}p",
            "bitrate": say.number(),
        }
        for q in (144, 240, 360, 480, 720, 1080)
    ]
    return json_answer(
        "https://toile.example/api/player",
        {"videoDetails": {"title": say.titles("media", 1)[0]}, "streamingData": {"formats": rows}},
    )


@shape("es")
def captions(say: Say) -> Answer:
    rows = [{"start": i * 4, "dur": 4, "text": say.line()} for i in range(20)]
    return json_answer("https://pantalla.example/api/subtitulos/7", {"cues": rows})


@shape("en")
def sitemap_links(say: Say) -> Answer:
    rows = "".join(
        f"<url><loc>https://harbourpost.example/s/{say.token()}</loc><lastmod>{say.when()[:10]}</lastmod></url>"
        for _ in range(12)
    )
    return answer(
        "https://harbourpost.example/sitemap.xml",
        "application/xml",
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>',
    )


@shape("de")
def web_manifest(say: Say) -> Answer:
    icons = [
        {"src": f"/icons/{s}.png", "sizes": f"{s}x{s}", "type": "image/png"}
        for s in (48, 96, 144, 192, 512)
    ]
    return answer(
        "https://werkbank.example/manifest.json",
        "application/manifest+json",
        json.dumps(
            {
                "name": "Werkbank",
                "icons": icons,
                "shortcuts": [{"name": "Neu", "url": "/neu"}, {"name": "Suche", "url": "/suche"}],
            }
        ),
    )


@shape("fr")
def size_guide(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{s}</td><td>{a}</td><td>{a + 6}</td></tr>"
        for s, a in (("36", 84), ("38", 88), ("40", 92), ("42", 96))
    )
    return page(
        "https://atelier-vert.example/tailles",
        f"<h1>Guide des tailles</h1><table>{rows}</table><p>{say.line()}</p>",
        say=say,
    )


@shape("es")
def payment_methods(say: Say) -> Answer:
    rows = [
        {"code": c, "title": t, "fee": "0.00", "icon": f"/pago/{c}.svg"}
        for c, t in (
            ("card", "Tarjeta"),
            ("bizum", "Bizum"),
            ("transfer", "Transferencia"),
            ("cod", "Contra reembolso"),
        )
    ]
    return json_answer("https://brisatienda.example/api/pagos", {"methods": rows})


@shape("en")
def social_icons(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="https://{n}.example/harbour" aria-label="{n}"><svg></svg></a></li>'
        for n in ("mastodon", "video", "photo", "podcast", "rss")
    )
    return page(
        "https://harbourpost.example/contact",
        f"<h1>Contact</h1><p>{say.line()}</p><h3>Follow us</h3><ul>{rows}</ul>",
        say=say,
    )
