# ruff: noqa: E501 - markup and rows stand as sites write them
"""Answers full of arrays that are no lists for a reader: words, vendors, flags, sizes, settings."""

import json

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, page, shape, slug


@shape("fr")
def locale_strings(say: Say) -> Answer:
    rows = {f"home.rail.{i}": t for i, t in enumerate(say.every("tailored") + say.every("along") + say.every("hot"))}  # fmt: skip
    return json_answer("https://www.musgo.example/locales/fr/common.json", {"fr": rows, "version": 3})  # fmt: skip


@shape("en")
def dial_codes(say: Say) -> Answer:
    rows = [{"name": n, "code": n[:2].upper(), "dialCode": f"+{i}1", "flag": f"/f/{i}.svg"} for i, n in enumerate(("Austria", "Belgium", "Chile", "Denmark", "Estonia", "France", "Ghana", "Hungary"))]  # fmt: skip
    return json_answer("https://inkwell.example/api/countries", {"countries": rows})


@shape("de")
def feature_switches(say: Say) -> Answer:
    rows = [{"name": n, "enabled": True, "variant": {"name": "b", "enabled": True}, "impressionData": False} for n in ("recs-on-pdp", "for-you-tab", "feed-v2", "sticky-cart", "checkout-x")]  # fmt: skip
    return json_answer("https://flags.moosbach.example/api/frontend?userId=77", {"toggles": rows})


@shape("en")
def event_batch_echo(say: Say) -> Answer:
    rows = [{"event": "product_impression", "properties": {"name": t, "position": i, "price": 9.5, "list": "recs"}, "messageId": say.token(16), "status": "ok"} for i, t in enumerate(say.titles("gear", 6))]  # fmt: skip
    return json_answer("https://api.eventpipe.example/v1/batch", {"success": True, "batch": rows}, site="hexley.example", page="https://hexley.example/")  # fmt: skip


@shape("es")
def asset_sizes(say: Say) -> Answer:
    rows = [{"width": w, "height": w, "url": f"https://img.example/{say.token(6)}/{w}.webp", "name": f"w{w}", "mimeType": "image/webp"} for w in (160, 320, 480, 640, 960, 1280)]  # fmt: skip
    return json_answer("https://media.musgo.example/asset/9", {"id": 9, "alt": "Alfombra", "renditions": rows})  # fmt: skip


@shape("en")
def vendor_list(say: Say) -> Answer:
    rows = {str(i): {"id": i, "name": f"{n} Ltd", "purposes": [1, 3, 4], "legIntPurposes": [7], "urls": [{"langId": "en", "privacy": f"https://p{i}.example/privacy"}]} for i, n in enumerate(say.every("names"), 1)}  # fmt: skip
    purposes = {str(i): {"id": i, "name": n, "description": say.line()} for i, n in enumerate(("Store information", "Use limited data to select advertising", "Create profiles for personalised advertising", "Use profiles to select personalised content"), 1)}  # fmt: skip
    return json_answer("https://consent.thequay.example/v3/vendor-list.json", {"gvlSpecificationVersion": 3, "vendorListVersion": 90, "purposes": purposes, "vendors": rows})  # fmt: skip


@shape("fr")
def rate_table(say: Say) -> Answer:
    return json_answer("https://valjour.example/api/taux", {"base": "EUR", "date": "2026-11-24", "rates": dict.fromkeys(("USD", "CHF", "JPY", "PLN", "SEK", "MXN"), 1.07)})  # fmt: skip


@shape("de")
def profile_settings(say: Say) -> Answer:
    rows = [{"key": k, "label": v, "type": "toggle", "value": True} for k, v in (("recs", "Empfehlungen für dich"), ("feed", "Personalisierter Feed"), ("mail", "Wöchentliche Tipps"), ("ads", "Passende Werbung"))]  # fmt: skip
    return json_answer("https://api.tonwerk.example/v1/settings", {"sections": [{"title": "Datenschutz", "settings": rows}]})  # fmt: skip


@shape("en")
def signed_in_devices(say: Say) -> Answer:
    rows = [{"id": say.token(10), "name": n, "lastSeen": say.when(), "current": i == 0} for i, n in enumerate(("Jo's laptop", "Kitchen tablet", "Pixel", "Living room TV"))]  # fmt: skip
    return json_answer("https://api.tonwerk.example/v1/devices", {"devices": rows})


@shape("es")
def address_completion(say: Say) -> Answer:
    rows = [{"id": say.token(8), "text": f"Calle del Puerto {i}", "description": "36201 Vigo, Pontevedra", "container": True} for i in range(1, 7)]  # fmt: skip
    return json_answer("https://dir.correos.example/find?text=calle+del&country=ES", {"Items": rows})  # fmt: skip


@shape("de")
def app_manifest(say: Say) -> Answer:
    value = {"name": "Küchenheft", "start_url": "/", "icons": [{"src": f"/i/{s}.png", "sizes": f"{s}x{s}", "type": "image/png"} for s in (48, 96, 192, 512)], "shortcuts": [{"name": n, "url": f"/{slug(n)}", "description": say.line()} for n in ("Für dich", "Suche", "Merkliste", "Einkaufszettel")]}  # fmt: skip
    return answer("https://kuechenheft.example/manifest.webmanifest", "application/manifest+json", json.dumps(value, ensure_ascii=False))  # fmt: skip


@shape("en")
def asset_manifest(say: Say) -> Answer:
    files = {f"src/{n}.tsx": {"file": f"assets/{n}-{say.token(8)}.js", "src": f"src/{n}.tsx", "isEntry": True, "imports": ["_vendor.js"], "css": [f"assets/{n}.css"]} for n in ("recommendations", "feed", "search", "cart", "account")}  # fmt: skip
    return json_answer("https://perrin.example/.vite/manifest.json", files)


@shape("fr")
def experiment_assignments(say: Say) -> Answer:
    rows = [{"experiment": n, "variation": "B", "name": n.title(), "trackingId": say.token(10)} for n in ("reco position", "titre long", "prix barre", "fil perso")]  # fmt: skip
    return json_answer("https://ab.galet.example/decide?visitor=77", {"assignments": rows})


@shape("en")
def structured_crumbs(say: Say) -> Answer:
    crumbs = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": i, "name": n, "item": f"https://tildaandsons.example/{slug(n)}"} for i, n in enumerate(("Home", "Bath", "Mats", "Cotton mats"), 1)]}  # fmt: skip
    faq = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": q, "acceptedAnswer": {"@type": "Answer", "text": say.line()}} for q in ("Is it washable?", "Where is it made?", "Does it slip?")]}  # fmt: skip
    head = "".join(f'<script type="application/ld+json">{json.dumps(it)}</script>' for it in (crumbs, faq))  # fmt: skip
    return page("https://tildaandsons.example/bath/mats/x", f"<h1>Bath mat</h1><p>{say.line()}</p>", say=say, head=head)  # fmt: skip


@shape("de")
def order_history_answer(say: Say) -> Answer:
    rows = [{"orderNumber": str(say.number()), "orderedAt": say.when(), "status": "DELIVERED", "total": {"value": 49.9, "currency": "EUR"}, "lines": [{"sku": say.token(6), "title": t, "quantity": 1}]} for t in say.titles("ware", 5)]  # fmt: skip
    return json_answer("https://api.moosbach.example/me/orders?page=1", {"orders": rows, "page": {"total": 5}})  # fmt: skip


@shape("es")
def cart_answer(say: Say) -> Answer:
    rows = [{"id": say.number(), "key": say.token(12), "title": t, "price": 1990, "quantity": 1, "url": f"/products/{slug(t)}", "line_price": 1990} for t in say.titles("ware", 3)]  # fmt: skip
    return json_answer("https://buenacosa.example/cart.js", {"token": say.token(20), "item_count": 3, "items": rows, "currency": "EUR"})  # fmt: skip


@shape("en")
def quotes_answer(say: Say) -> Answer:
    rows = [{"symbol": n.split()[1].upper()[:4], "shortName": f"{n.split()[1]} plc", "regularMarketPrice": 12.5, "regularMarketChangePercent": 0.4, "currency": "GBP"} for n in say.every("names")]  # fmt: skip
    return json_answer("https://q1.thequay.example/v7/finance/quote?symbols=A,B", {"quoteResponse": {"result": rows, "error": None}})  # fmt: skip


@shape("fr")
def hourly_weather(say: Say) -> Answer:
    rows = [{"time": f"2026-11-24T{h:02}:00", "temp": 9, "label": "Pluie", "icon": f"/w/{h}.svg"} for h in range(12)]  # fmt: skip
    return json_answer("https://meteo.valjour.example/heures?lat=48", {"lieu": "Brest", "heures": rows})  # fmt: skip


@shape("de")
def departures_answer(say: Say) -> Answer:
    rows = [{"line": {"name": f"RE {i}"}, "direction": d, "when": say.when(), "platform": str(i), "delay": 0} for i, d in enumerate(("Ulm", "Lindau", "Aalen", "Kempten", "Füssen", "Crailsheim"), 1)]  # fmt: skip
    return json_answer("https://v6.zugauskunft.example/stops/9/departures", {"departures": rows, "realtimeDataUpdatedAt": 1})  # fmt: skip


@shape("es")
def comments_answer(say: Say) -> Answer:
    rows = [{"id": say.number(), "author": {"name": n, "url": f"/u/{slug(n)}"}, "body": say.line(), "created_at": say.when(), "likes": 3, "replies": []} for n in say.every("names")]  # fmt: skip
    return json_answer("https://laribera.example/api/comments?story=9", {"comments": rows, "total": 8})  # fmt: skip


@shape("en")
def schema_introspection(say: Say) -> Answer:
    rows = [{"kind": "OBJECT", "name": n, "description": say.line(), "fields": [{"name": f, "args": []} for f in ("id", "title", "url")]} for n in ("Query", "Product", "Recommendation", "Feed", "User")]  # fmt: skip
    return json_answer("https://perrin.example/graphql", {"data": {"__schema": {"queryType": {"name": "Query"}, "types": rows}}})  # fmt: skip


@shape("fr")
def points_on_map(say: Say) -> Answer:
    rows = [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.1, 48.2]}, "properties": {"name": f"Borne {v}", "kw": 22, "libre": True}} for v in ("Halles", "Gare", "Port", "Mairie", "Stade", "Parc")]  # fmt: skip
    return json_answer("https://carte.ville-du-quai.example/bornes.geojson", {"type": "FeatureCollection", "features": rows})  # fmt: skip


@shape("en")
def stream_qualities(say: Say) -> Answer:
    rows = [{"itag": i, "url": f"https://v.example/{say.token()}", "mimeType": "video/mp4", "qualityLabel": f"{q}p", "title": f"{q}p", "bitrate": q * 1000} for i, q in enumerate((144, 240, 360, 480, 720, 1080))]  # fmt: skip
    return json_answer("https://tubelet.example/player/9", {"streamingData": {"formats": rows, "expiresInSeconds": "21540"}})  # fmt: skip


@shape("es")
def caption_cues(say: Say) -> Answer:
    rows = [{"tStartMs": i * 2000, "dDurationMs": 1900, "segs": [{"utf8": say.line()}]} for i in range(9)]  # fmt: skip
    return json_answer("https://tubelet.example/api/timedtext?lang=es", {"wireMagic": "pb3", "events": rows})  # fmt: skip


@shape("de")
def url_sitemap(say: Say) -> Answer:
    rows = "".join(f"<url><loc>https://bachblatt.example/{slug(t)}</loc><lastmod>{say.when()}</lastmod><priority>0.5</priority></url>" for t in say.titles("headline", 9))  # fmt: skip
    return answer("https://bachblatt.example/sitemap.xml", "application/xml", f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>')  # fmt: skip


@shape("en")
def product_variants(say: Say) -> Answer:
    rows = [{"id": say.number(), "title": f"{c} / {s}", "option1": c, "option2": s, "sku": say.token(6), "price": 2900, "available": True, "featured_image": {"src": f"//cdn.example/{c}.jpg"}} for c in ("Sage", "Sand") for s in ("S", "M", "L")]  # fmt: skip
    return json_answer("https://perrin.example/products/rug.js", {"id": 9, "title": "Picnic rug", "handle": "rug", "variants": rows, "options": [{"name": "Colour", "position": 1, "values": ["Sage", "Sand"]}]})  # fmt: skip


@shape("fr")
def aggregations_only(say: Say) -> Answer:
    rows = [{"key": k, "label": k.title(), "buckets": [{"key": b, "label": b, "doc_count": say.number(1, 99)} for b in ("Havn", "Perrin", "Moussebois", "Tilda")]} for k in ("marque", "vendeur", "rayon")]  # fmt: skip
    return json_answer("https://galet.example/api/facettes?q=souris", {"hits": {"total": 0, "hits": []}, "facettes": rows})  # fmt: skip


@shape("es")
def refused_query(say: Say) -> Answer:
    rows = [{"message": m, "path": ["home", "recommendations", i], "locations": [{"line": i, "column": 3}], "extensions": {"code": "UNAUTHENTICATED"}} for i, m in enumerate(("Sin sesión", "Sin permiso", "Tiempo agotado"))]  # fmt: skip
    return json_answer("https://api.tiendaolivo.example/graphql", {"errors": rows, "data": None})


@shape("en")
def api_description(say: Say) -> Answer:
    paths = {f"/{n}": {"get": {"summary": f"List {n}", "tags": [n], "responses": {"200": {"description": "ok"}}}} for n in ("recommendations", "feeds", "items", "users", "searches")}  # fmt: skip
    tags = [{"name": n, "description": say.line()} for n in ("recommendations", "feeds", "items", "users")]  # fmt: skip
    return json_answer("https://docs.quayworks.example/openapi.json", {"openapi": "3.1.0", "info": {"title": "Quay API"}, "tags": tags, "paths": paths})  # fmt: skip


@shape("de")
def time_zones(say: Say) -> Answer:
    rows = [{"value": f"Europe/{c}", "label": f"(UTC+1) {c}", "offset": 60} for c in ("Berlin", "Wien", "Paris", "Rom", "Madrid", "Oslo", "Zagreb")]  # fmt: skip
    return json_answer("https://jobkompass.example/api/zeitzonen", rows)
