# ruff: noqa: E501 - answers stand as sites write them
"""Repeated structure in answers that nobody chose for the reader."""

import itertools
import json

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, posted, shape, slug


@shape("de")
def category_tree(say: Say) -> Answer:
    rows = [
        {
            "uid": say.token(4),
            "name": t.split()[-1],
            "url_path": f"kategorie/{slug(t)}",
            "image": f"https://m.example/{say.token()}.jpg",
            "position": i,
            "include_in_menu": 1,
            "children": [{"uid": say.token(4), "name": f"Alle {j}", "url_path": f"k/{j}", "children": []} for j in range(4)],
        }
        for i, t in enumerate(say.titles("goods", 7))
    ]  # fmt: skip
    return json_answer(
        "https://bergkauf.example/graphql?query=megaMenu",
        {"data": {"categoryList": [{"uid": "Mg==", "name": "Root", "children": rows}]}},
    )


@shape("es")
def consent_vendor_list(say: Say) -> Answer:
    vendors = {
        str(i): {
            "id": i,
            "name": f"{n}, S.L.",
            "purposes": [1, 3, 4],
            "legIntPurposes": [2, 7],
            "urls": [{"langId": "es", "privacy": f"https://{say.token(6)}.example/privacidad"}],
            "cookieMaxAgeSeconds": 31536000,
            "deviceStorageDisclosureUrl": f"https://{say.token(6)}.example/device.json",
        }
        for i, n in enumerate(say.every("names"), 1)
    }
    purposes = {
        str(i): {"id": i, "name": n, "description": say.line(), "illustrations": [say.line()]}
        for i, n in enumerate(("Almacenar información", "Anuncios básicos", "Perfil de anuncios personalizados", "Contenido personalizado"), 1)
    }  # fmt: skip
    return json_answer(
        "https://cmp.example/v3/vendor-list.json",
        {"gvlSpecificationVersion": 3, "vendorListVersion": 99, "purposes": purposes, "vendors": vendors},
    )  # fmt: skip


@shape("en")
def message_catalogue(say: Say) -> Answer:
    keys = {
        "home.rail.forYou": "Recommended for you",
        "home.rail.becauseWatched": "Because you watched {{title}}",
        "home.rail.trending": "Trending now",
        "pdp.alsoBought": "Customers also bought",
        "ads.sponsored": "Sponsored",
        "ads.why": "Why am I seeing this?",
        "cart.empty": "Your basket is empty",
    }
    return json_answer("https://cdn.inkwell.example/locales/en/common.json", keys)


@shape("de")
def dialling_codes(say: Say) -> Answer:
    rows = [
        {"iso2": c, "name": n, "dialCode": d, "flag": f"https://flags.example/{c}.svg", "priority": 0}
        for c, n, d in (("DE", "Deutschland", "49"), ("AT", "Österreich", "43"), ("CH", "Schweiz", "41"), ("FR", "Frankreich", "33"), ("NL", "Niederlande", "31"), ("PL", "Polen", "48"))
    ]  # fmt: skip
    return json_answer("https://bergkauf.example/api/laender", {"items": rows})


@shape("fr")
def exchange_rates(say: Say) -> Answer:
    rows = [
        {"code": c, "name": n, "rate": f"{say.number(1, 300)}.{say.number(10, 99)}", "symbol": c[0]}
        for c, n in (("USD", "Dollar américain"), ("GBP", "Livre sterling"), ("CHF", "Franc suisse"), ("SEK", "Couronne suédoise"), ("PLN", "Zloty"))
    ]  # fmt: skip
    return json_answer("https://valjour.example/api/devises", {"base": "EUR", "rates": rows})


@shape("es")
def image_renditions(say: Say) -> Answer:
    rows = [
        {"url": f"https://img.example/{say.token()}_{w}.webp", "width": w, "height": w * 9 // 16, "type": "image/webp", "name": f"rendition-{w}"}
        for w in (160, 320, 640, 960, 1280, 1920)
    ]  # fmt: skip
    return json_answer("https://dam.laribera.example/api/assets/7", {"id": "7", "renditions": rows})


@shape("pl")
def paginator_links(say: Say) -> Answer:
    rows = [
        {"url": f"https://targowo.example/api/oferty?page={i}", "label": str(i), "active": i == 1}
        for i in range(1, 10)
    ]
    value = {
        "data": [],
        "links": {"first": "?page=1", "last": "?page=31", "next": "?page=2"},
        "meta": {"current_page": 1, "links": rows, "per_page": 30, "total": 0},
    }
    return json_answer("https://targowo.example/api/oferty?page=1", value)


@shape("en")
def flag_evaluations(say: Say) -> Answer:
    value = {
        f: {"flagVersion": 3, "trackEvents": False, "value": v, "variation": i, "version": 99}
        for i, (f, v) in enumerate((("recs-for-you", True), ("rail-title", "Top picks for you"), ("feed-ranker", "v7"), ("ads-native", False), ("nav-2026", True)))
    }  # fmt: skip
    return json_answer("https://app.flagsmith.example/sdk/evalx/1/contexts/eyJ", value)


@shape("de")
def slot_configuration(say: Say) -> Answer:
    rows = [
        {"slotId": say.token(6), "name": n, "headline": h, "template": "carousel", "endpoint": f"/api/recs/{say.token(4)}", "minItems": 4, "maxItems": 12}
        for n, h in (("home-1", "Für dich empfohlen"), ("home-2", "Im Trend"), ("pdp-1", "Dazu passt"), ("cart-1", "Andere kauften auch"))
    ]  # fmt: skip
    return json_answer(
        "https://cfg.bergkauf.example/v1/recommendation-slots.json",
        {"version": 12, "recommendationSlots": rows},
        page="https://bergkauf.example/",
        site="bergkauf.example",
    )


@shape("fr")
def sitemap_index(say: Say) -> Answer:
    rows = "".join(
        f"<sitemap><loc>https://valjour.example/sitemap-2026-{m:02}.xml</loc><lastmod>2026-{m:02}-28</lastmod></sitemap>"
        for m in range(1, 12)
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
    return answer("https://valjour.example/sitemap.xml", "application/xml", body)


@shape("es")
def query_errors(say: Say) -> Answer:
    rows = [
        {"message": say.line(), "path": ["home", "recommendations", i, "title"], "locations": [{"line": i, "column": 3}], "extensions": {"code": "TIMEOUT", "title": "Recomendados"}}
        for i in range(6)
    ]  # fmt: skip
    return json_answer(
        "https://onda.example/graphql", {"data": {"home": None}, "errors": rows}, **posted({"query": "{home}"})
    )  # fmt: skip


@shape("en")
def chunk_manifest(say: Say) -> Answer:
    value = {
        f"src/routes/{n}.tsx": {"file": f"assets/{n}-{say.token(8)}.js", "name": n, "src": f"src/routes/{n}.tsx", "isEntry": True, "imports": ["_vendor.js"]}
        for n in ("home", "for-you", "recommended", "search", "watch", "feed")
    }  # fmt: skip
    return json_answer("https://redreel.example/.vite/manifest.json", value)


@shape("pt")
def states_of_country(say: Say) -> Answer:
    rows = [
        {"id": i, "sigla": s, "nome": n, "regiao": {"id": 1, "nome": "Norte"}}
        for i, (s, n) in enumerate((("AC", "Acre"), ("AM", "Amazonas"), ("BA", "Bahia"), ("CE", "Ceará"), ("PA", "Pará"), ("RJ", "Rio de Janeiro")))
    ]  # fmt: skip
    return json_answer("https://loja.seixo.example/api/estados", rows)


@shape("it")
def seat_prices(say: Say) -> Answer:
    rows = [
        {"zona": z, "descrizione": say.line(), "prezzo": f"{20 + 10 * i},00", "disponibili": say.number(0, 90), "colore": "#aabbcc"}
        for i, z in enumerate(("Platea", "Primo ordine", "Secondo ordine", "Galleria", "Loggione"))
    ]  # fmt: skip
    return json_answer("https://teatro.example/api/spettacoli/9/zone", {"zone": rows})


@shape("en")
def fixtures_list(say: Say) -> Answer:
    names = [n.split()[1] for n in say.every("names")]
    rows = [
        {"id": say.number(), "home": {"name": a, "score": 1}, "away": {"name": b, "score": 0}, "status": "FT", "kickoff": say.when()}
        for a, b in itertools.pairwise(names)
    ]  # fmt: skip
    return json_answer("https://isles.example/sport/api/fixtures?date=today", {"events": rows})


@shape("de")
def points_history(say: Say) -> Answer:
    rows = [
        {"buchungId": say.number(), "datum": say.when(), "text": "Einkauf", "punkte": say.number(1, 90), "saldo": say.number(100, 999)}
        for _ in range(8)
    ]  # fmt: skip
    return json_answer("https://bergkauf.example/api/konto/punkte", {"buchungen": rows})


@shape("fr")
def preview_sprites(say: Say) -> Answer:
    body = "WEBVTT\n\n" + "\n\n".join(
        f"00:00:{i * 5:02}.000 --> 00:00:{i * 5 + 5:02}.000\n/vignettes/planche.jpg#xywh={i * 160},0,160,90"
        for i in range(10)
    )
    return answer("https://cdn.toile.example/v/7/vignettes.vtt", "text/vtt", body)


@shape("en")
def interface_description(say: Say) -> Answer:
    paths = {
        f"/v1/{n}": {"get": {"operationId": f"get_{n}", "summary": say.line(), "tags": [n], "parameters": [{"name": "limit", "in": "query"}, {"name": "user_id", "in": "query"}]}}
        for n in ("recommendations", "related", "feed", "trending", "search")
    }  # fmt: skip
    return json_answer(
        "https://api.inkwell.example/openapi.json",
        {"openapi": "3.1.0", "info": {"title": "Inkwell", "version": "1"}, "paths": paths},
    )


@shape("es")
def interest_answers(say: Say) -> Answer:
    rows = [
        {"id": i, "label": t, "icon": f"/i/{i}.svg", "selected": False}
        for i, t in enumerate(("Cine", "Cocina", "Viajes", "Ciencia", "Deporte", "Música"))
    ]
    return json_answer(
        "https://onda.example/api/onboarding/intereses",
        {"title": "Elige temas para tus recomendaciones", "options": rows},
    )


@shape("nl")
def consent_log_lines(say: Say) -> Answer:
    body = "\n".join(
        json.dumps({"level": "info", "msg": f"GET /aanbevolen/{say.token(4)} 200", "time": say.when(), "reqId": say.token(8)})
        for _ in range(9)
    )  # fmt: skip
    return answer("https://logs.kijkbuis.example/tail", "application/x-ndjson", body)


@shape("pt")
def person_details(say: Say) -> Answer:
    rows = [
        {"field": f, "label": n, "value": v, "editable": True, "href": f"/conta/{f}"}
        for f, n, v in (("nome", "Nome", say.one("names")), ("email", "E-mail", "a@b.example"), ("nasc", "Nascimento", "1984-02-01"), ("genero", "Gênero", "F"), ("fone", "Telefone", "11 9999"))
    ]  # fmt: skip
    return json_answer("https://loja.seixo.example/api/conta", {"personal": {"fields": rows}})


@shape("pl")
def reaction_counts(say: Say) -> Answer:
    rows = [
        {"type": t, "title": n, "emoji": e, "count": say.number(0, 90), "url": f"/api/reakcje/{t}"}
        for t, n, e in (("like", "Lubię to", "👍"), ("love", "Super", "❤️"), ("wow", "Łał", "😮"), ("sad", "Smutek", "😢"), ("angry", "Złość", "😡"))
    ]  # fmt: skip
    return json_answer("https://forum.sasiad.example/api/wpis/4/reakcje", {"reactions": rows})
