# ruff: noqa: E501 - markup stands as sites write it
"""The fourth look-alikes: whole pages and answers with much structure and no chosen list."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, page, shape, slug


def _body(say: Say, n: int = 5) -> str:
    return (
        f"<article><h1>{say.titles('story', 1)[0]}</h1>"
        + "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(n))
        + "</article>"
    )


@shape("en")
def docs_sidebar(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="/docs/{slug(t)}">{escape(t)}</a></li>' for t in say.titles("course", 14)
    )
    return page(
        "https://docs.werkbank.example/docs/start",
        f'<div class="sidebar" role="navigation"><h3>Guide</h3><ul>{rows}</ul></div>{_body(say)}',
        say=say,
    )


@shape("de")
def article_with_inline_links(say: Say) -> Answer:
    text = "".join(
        f'<p>{say.line()} <a href="/a/{slug(t)}">{escape(t)}</a> {say.line()}</p>'
        for t in say.titles("story", 7)
    )
    return page(
        "https://nordkurs.example/hintergrund",
        f"<article><h1>{say.line()}</h1>{text}</article>",
        say=say,
    )


@shape("fr")
def nav_with_icons(say: Say) -> Answer:
    rows = "".join(
        f'<a class="cat" href="/c/{slug(t)}"><img src="/ic/{i}.svg" alt=""><span>{t}</span></a>'
        for i, t in enumerate(("Maison", "Jardin", "Mode", "Enfants", "Sport", "Auto", "Loisirs"))
    )
    return page(
        "https://bonnaffaire.example/deposer",
        f'<div class="cats" role="navigation">{rows}</div><form><input name="titre"><button>Continuer</button></form>',
        say=say,
    )


@shape("es")
def sort_options(say: Say) -> Answer:
    rows = [
        {"id": k, "label": t, "url": f"/buscar?orden={k}", "selected": k == "rel"}
        for k, t in (
            ("rel", "Recomendados"),
            ("new", "Novedades"),
            ("asc", "Precio más bajo"),
            ("desc", "Precio más alto"),
            ("top", "Más vendidos"),
        )
    ]
    return json_answer("https://brisatienda.example/api/orden", {"sortOptions": rows})


@shape("en")
def product_media_and_offers(say: Say) -> Answer:
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": say.titles("goods", 1)[0],
        "image": [f"https://i.example/{i}.jpg" for i in range(5)],
        "offers": [
            {
                "@type": "Offer",
                "sku": say.token(6),
                "price": "49.00",
                "priceCurrency": "USD",
                "url": f"https://tallowshop.example/p/x?v={i}",
            }
            for i in range(5)
        ],
    }
    return page(
        "https://tallowshop.example/p/x",
        f'<script type="application/ld+json">{json.dumps(data)}</script><h1>{data["name"]}</h1><p>$49.00</p>',
        say=say,
    )


@shape("de")
def live_ticker(say: Say) -> Answer:
    rows = [{"minute": i, "typ": "text", "text": say.line(), "tor": False} for i in range(1, 16)]
    return json_answer(
        "https://nordkurs.example/api/ticker/spiel/4",
        {"spiel": {"heim": "SV Nord", "gast": "FC Süd"}, "eintraege": rows},
    )


@shape("fr")
def discussion_thread(say: Say) -> Answer:
    rows = "".join(
        f'<div class="msg" id="p{i}"><div><a href="/membre/{i}">{say.one("names")}</a><br>Messages : {say.number(1, 900)}</div><div><a href="#p{i}">#{i}</a><p>{say.line()} {say.line()}</p></div></div>'
        for i in range(1, 9)
    )
    return page(
        "https://lagora.example/sujet/44", f"<h1>{say.titles('thread', 1)[0]}</h1>{rows}", say=say
    )


@shape("es")
def order_history_statuses(say: Say) -> Answer:
    rows = [
        {"estado": e, "fecha": say.when(), "centro": "Madrid", "detalle": say.line()}
        for e in ("Admitido", "En tránsito", "En reparto", "Entregado")
    ]
    return json_answer(
        "https://envios.example/api/seguimiento/ES44", {"eventos": rows, "codigo": say.token(13)}
    )


@shape("en")
def permissions_table(say: Say) -> Answer:
    rows = "".join(
        f"<tr><th>{n}</th><td>✓</td><td>—</td><td>✓</td></tr>"
        for n in ("Read", "Write", "Invite", "Delete", "Export", "Billing")
    )
    return page(
        "https://werkbank.example/roles",
        f"<h1>Roles</h1><table><tr><th></th><th>Owner</th><th>Guest</th><th>Admin</th></tr>{rows}</table>",
        say=say,
    )


@shape("de")
def graphql_schema(say: Say) -> Answer:
    rows = [
        {
            "kind": "OBJECT",
            "name": say.token(6).title(),
            "description": say.line(),
            "fields": [{"name": say.token(5), "type": {"name": "String"}} for _ in range(3)],
        }
        for _ in range(8)
    ]
    return json_answer("https://kochlust.example/graphql", {"data": {"__schema": {"types": rows}}})


@shape("fr")
def tariffs(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{t}</td><td>{say.number(2, 19)},00 €</td></tr>"
        for t in ("Plein tarif", "Tarif réduit", "Moins de 12 ans", "Groupe", "Abonné")
    )
    return page(
        "https://agenda-ville.example/musee",
        f"<h1>Musée</h1><h2>Tarifs</h2><table>{rows}</table>{_body(say, 2)}",
        say=say,
    )


@shape("es")
def search_suggest_words(say: Say) -> Answer:
    return json_answer(
        "https://buscaya.example/complete?q=tra",
        [
            "tra",
            ["tranvía", "trabajo", "traductor", "tráfico", "trajes"],
            [],
            {"google:type": ["QUERY"] * 5},
        ],
    )


@shape("en")
def service_health(say: Say) -> Answer:
    rows = [
        {
            "id": say.token(),
            "name": n,
            "status": "operational",
            "url": f"https://status.example/{n}",
            "updated_at": say.when(),
        }
        for n in ("API", "Dashboard", "Webhooks", "Search", "Email delivery", "CDN")
    ]
    return json_answer(
        "https://status.example/api/v2/components.json",
        {"page": {"name": "Podnest"}, "components": rows},
    )


@shape("de")
def consent_string_page(say: Say) -> Answer:
    rows = [
        {
            "vendorId": say.number(),
            "name": f"{say.token(5).title()} GmbH",
            "legIntPurposes": [7, 9],
            "policyUrl": f"https://{say.token(5)}.example/datenschutz",
            "description": say.line(),
        }
        for _ in range(25)
    ]
    return page(
        "https://blattwerk.example/pur",
        f"<h1>Weiterlesen mit Werbung</h1><script>window.cmpConfig={json.dumps({'vendors': rows, 'purposes': [{'id': i, 'name': say.line()} for i in range(1, 11)]})}</script>",
        say=say,
    )


@shape("fr")
def calendar(say: Say) -> Answer:
    cells = "".join(
        "<tr>" + "".join(f'<td><a href="?jour={d}">{d}</a></td>' for d in range(w, w + 7)) + "</tr>"
        for w in (1, 8, 15, 22)
    )
    return page(
        "https://agenda-ville.example/calendrier",
        f"<h1>Novembre 2026</h1><table>{cells}</table>",
        say=say,
    )


@shape("es")
def lyrics(say: Say) -> Answer:
    rows = [
        {"startTimeMs": str(i * 3000), "words": say.line(), "syllables": [], "endTimeMs": "0"}
        for i in range(20)
    ]
    return json_answer(
        "https://ondalibre.example/color-lyrics/v2/track/x",
        {"lyrics": {"syncType": "LINE_SYNCED", "lines": rows}},
    )


@shape("en")
def devices(say: Say) -> Answer:
    rows = [
        {"id": say.token(20), "name": n, "type": "computer", "is_active": False, "volume": 40}
        for n in ("Kitchen speaker", "Laptop", "Phone", "Living room TV")
    ]
    return json_answer("https://podnest.example/api/devices", {"devices": rows})


@shape("de")
def address_suggestions(say: Say) -> Answer:
    rows = [
        {"label": f"Lindenweg {i}, Kassel", "lat": 51.3, "lon": 9.4, "plz": "34117"}
        for i in range(1, 8)
    ]
    return json_answer("https://frischkorb.example/api/adresse?q=lindenweg", {"adressen": rows})


@shape("fr")
def hreflang_head(say: Say) -> Answer:
    links = "".join(
        f'<link rel="alternate" hreflang="{c}" href="https://partirlibre.example/{c}/">'
        for c in ("fr", "en", "de", "es", "it", "nl", "pt", "pl")
    )
    picks = "".join(
        f'<li><a href="/{c}/"><img src="/f/{c}.svg" alt="">{n}</a></li>'
        for c, n in (
            ("fr", "France (€)"),
            ("gb", "United Kingdom (£)"),
            ("de", "Deutschland (€)"),
            ("es", "España (€)"),
            ("ch", "Suisse (CHF)"),
        )
    )
    return page(
        "https://partirlibre.example/pays",
        f"<h1>Choisissez votre pays</h1><ul>{picks}</ul>",
        say=say,
        head=links,
    )


@shape("es")
def author_box(say: Say) -> Answer:
    rows = "".join(
        f'<a href="https://{n}.example/marta">{n.title()}</a>'
        for n in ("mastodon", "fotos", "videos", "boletin")
    )
    return page(
        "https://diariodelrio.example/n/3",
        f'{_body(say)}<div class="autor"><img src="/a.jpg"><h4>{say.one("names")}</h4><p>{say.line()}</p>{rows}</div>',
        say=say,
    )


@shape("en")
def experiment_exposures(say: Say) -> Answer:
    rows = [
        {
            "experiment": f"home_{say.token(5)}",
            "variant": "treatment",
            "title": f"Recommended shelf {i}",
            "exposed_at": say.when(),
        }
        for i in range(7)
    ]
    return json_answer("https://reelhouse.example/api/exposures", {"exposures": rows})


@shape("de")
def quiz(say: Say) -> Answer:
    rows = "".join(
        f"<li><h3>{say.line()}</h3><label><input type=radio>Ja</label><label><input type=radio>Nein</label></li>"
        for _ in range(5)
    )
    return page(
        "https://lernwerk.example/quiz/2", f"<h1>Teste dein Wissen</h1><ol>{rows}</ol>", say=say
    )


@shape("fr")
def websub_log(say: Say) -> Answer:
    rows = "\n".join(
        f"{say.when()} INFO worker {say.token(4)} traité {say.number()} en {say.number(1, 90)} ms"
        for _ in range(20)
    )
    return answer("https://statclair.example/journal.txt", "text/plain; charset=utf-8", rows)


@shape("es")
def emails_form_topics(say: Say) -> Answer:
    rows = "".join(
        f'<li><input type="checkbox" id="t{i}"><label for="t{i}">{t}</label></li>'
        for i, t in enumerate(say.every("nav"))
    )
    return page(
        "https://diariodelrio.example/intereses",
        f"<h1>Elige tus intereses</h1><p>Te recomendaremos noticias para ti.</p><ul>{rows}</ul><button>Guardar</button>",
        say=say,
    )


@shape("en")
def license_list(say: Say) -> Answer:
    rows = [
        {
            "package": say.token(7),
            "version": f"1.{i}.0",
            "license": "MIT",
            "homepage": f"https://{say.token(6)}.example",
            "author": say.one("names"),
        }
        for i in range(12)
    ]
    return json_answer("https://loop.example/licenses.json", {"dependencies": rows})
