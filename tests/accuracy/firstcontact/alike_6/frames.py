# ruff: noqa: E501 - markup and rows stand as sites write them
"""States, fragments and streams of frameworks in which nothing is offered to a reader."""

import json
from html import escape

from tests.accuracy.firstcontact.alike_6.rows import each, text
from tests.accuracy.firstcontact.batch_6.serial import devalued, island_props, streamed
from tests.accuracy.firstcontact.kit import (
    Answer,
    Say,
    answer,
    json_answer,
    page,
    posted,
    shape,
    slug,
)


@shape("fr")
def nuxt_menu_state(say: Say) -> Answer:
    menu = [{"label": n, "to": f"/{slug(n)}", "icon": "chevron"} for n in say.every("nav")]
    words = {f"k{i}": n for i, n in enumerate(say.every("footer") + say.every("hot"))}
    table = json.dumps(devalued({"data": {"menu": menu, "i18n": words}, "path": "/"}))
    return page(
        "https://lecourrier.example/contact",
        f'{text(say)}<script type="application/json" id="__NUXT_DATA__" data-ssr="true">{table}</script>',
        say=say,
    )


@shape("de")
def kit_account_node(say: Say) -> Answer:
    node = {
        "user": {"name": "Jana", "roles": ["leser"]},
        "units": [{"id": n, "label": n} for n in ("Gramm", "Tasse", "Esslöffel", "Prise")],
    }
    return json_answer(
        "https://kuechenheft.example/konto/__data.json",
        {"type": "data", "nodes": [{"type": "data", "data": devalued(node), "uses": {}}]},
    )


@shape("en")
def router_form_choices(say: Say) -> Answer:
    value = {
        "routes/apply": {
            "data": {
                "degrees": [
                    {"value": slug(n), "label": n}
                    for n in ("School leaver", "Diploma", "Bachelor", "Master", "Doctorate")
                ],
                "csrf": say.token(30),
            }
        }
    }
    return answer(
        "https://hireloft.example/apply.data",
        "text/x-script; charset=utf-8",
        json.dumps(streamed(value)),
    )


@shape("es")
def island_of_links(say: Say) -> Answer:
    props = json.dumps(
        island_props(
            {
                "items": [{"text": n, "href": f"/{slug(n)}"} for n in say.every("nav")],
                "sticky": True,
            }
        )[1],
        ensure_ascii=False,
    )
    return page(
        "https://agendaviva.example/contacto",
        f'<astro-island uid="{say.token(6)}" component-url="/_astro/Nav.js" props="{escape(props)}" ssr client="load"><div>Menú</div></astro-island>{text(say)}',
        say=say,
    )


@shape("en")
def flight_shell(say: Say) -> Answer:
    links = [["$", "$L4", n, {"href": f"/{slug(n)}", "children": n}] for n in say.every("nav")]
    body = (
        '4:I["83042",["8304","static/chunks/8304.js"],"Link"]\n0:'
        + json.dumps(["$", "nav", None, {"className": "top", "children": links}])
        + "\n"
    )
    return answer("https://thequay.example/contact?_rsc=9", "text/x-component", body)


@shape("es")
def wire_validation(say: Say) -> Answer:
    rows = each(
        '<li class="text-red-600">{v}</li>',
        (
            "El nombre es obligatorio.",
            "El correo no es válido.",
            "La clave es corta.",
            "Acepta las condiciones.",
        ),
    )
    value = {
        "components": [
            {
                "snapshot": json.dumps({"data": {"paso": 2}, "memo": {"name": "registro"}}),
                "effects": {"html": f"<form><ul>{rows}</ul></form>"},
            }
        ],
        "assets": [],
    }
    return json_answer(
        "https://casaclara.example/livewire/update", value, **posted({"components": []})
    )


@shape("en")
def stream_flash(say: Say) -> Answer:
    rows = each(
        '<turbo-stream action="replace" target="count_{i}"><template><span id="count_{i}">{v}</span></template></turbo-stream>',
        ("4 unread", "2 drafts", "1 invite", "0 errors"),
    )
    return answer(
        "https://shedtalk.example/counts", "text/vnd.turbo-stream.html; charset=utf-8", rows
    )


@shape("de")
def progress_events(say: Say) -> Answer:
    body = "".join(
        f'event: step\ndata: {{"schritt":"{n}","prozent":{i}0}}\n\n'
        for i, n in enumerate(("Hochladen", "Prüfen", "Umwandeln", "Speichern", "Fertig"), 1)
    )
    return answer("https://rohrpost.example/auftrag/9/events", "text/event-stream", body)


@shape("en")
def metric_lines(say: Say) -> Answer:
    body = "".join(
        json.dumps({"name": n, "value": say.number(1, 900), "id": say.token(8), "rating": "good"})
        + "\n"
        for n in ("LCP", "CLS", "INP", "FCP", "TTFB")
    )
    return answer("https://vitals.thequay.example/v1/echo", "application/x-ndjson", body)


@shape("fr")
def rights_batch(say: Say) -> Answer:
    rows = [
        {"id": str(i), "status": 200, "body": {"name": n, "granted": True}}
        for i, n in enumerate(("lire", "commenter", "partager", "exporter", "gérer"))
    ]
    return json_answer("https://graph.quayworks.example/v1.0/$batch", {"responses": rows})


@shape("es")
def city_completion(say: Say) -> Answer:
    rows = [
        {"node": {"__typename": "City", "id": say.token(6), "name": n, "region": "España"}}
        for n in ("Vigo", "Vic", "Vitoria", "Villena", "Viveiro")
    ]
    return json_answer(
        "https://api.reservas.example/graphql",
        {"data": {"autocomplete": {"edges": rows}}},
        **posted({"variables": {"text": "vi"}}),
    )


@shape("de")
def hal_entrance(say: Say) -> Answer:
    links = {
        n: {"href": f"/{n}{{?page}}", "templated": True, "title": n.title()}
        for n in ("events", "venues", "artists", "tickets", "search")
    }
    return answer(
        "https://api.stadtbuehne.example/",
        "application/hal+json",
        json.dumps({"_links": links, "version": "3"}),
    )


@shape("en")
def odata_sets(say: Say) -> Answer:
    rows = [
        {"name": n, "kind": "EntitySet", "url": n}
        for n in ("Products", "Orders", "Customers", "Recommendations", "Suppliers")
    ]
    return json_answer(
        "https://data.hexley.example/odata/", {"@odata.context": "$metadata", "value": rows}
    )


@shape("fr")
def string_resources(say: Say) -> Answer:
    rows = each('<string name="label_{i}">{v}</string>', say.every("tailored") + say.every("nav"))
    return answer(
        "https://cdn.valjour.example/strings-fr.xml",
        "application/xml",
        f'<?xml version="1.0" encoding="UTF-8"?><resources>{rows}</resources>',
    )


@shape("de")
def urql_form_state(say: Say) -> Answer:
    inner = json.dumps(
        {
            "floors": [
                {"id": str(i), "label": n}
                for i, n in enumerate(("Keller", "Erdgeschoss", "1. OG", "2. OG", "Dach"))
            ]
        }
    )
    return page(
        "https://wohnblick.example/inserieren",
        f"{text(say)}<script>window.__URQL_DATA__ = {json.dumps({'77': {'data': inner}})};</script>",
        say=say,
    )


@shape("es")
def angular_words_state(say: Say) -> Answer:
    state = {
        "90": {
            "b": {f"w.{i}": n for i, n in enumerate(say.every("hot") + say.every("along"))},
            "s": 200,
            "u": "/assets/i18n/es.json",
            "rt": "json",
        }
    }
    return page(
        "https://aulaazul.example/contacto",
        f'<app-root ng-version="19.1.0">{text(say)}</app-root><script id="ng-state" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>',
        say=say,
    )


@shape("en")
def ad_unit_setup(say: Say) -> Answer:
    units = [
        {
            "code": f"div-gpt-{i}",
            "name": n,
            "mediaTypes": {"banner": {"sizes": [[300, 250], [728, 90]]}},
            "bids": [
                {"bidder": b, "params": {"placementId": say.number()}}
                for b in ("alpha", "beta", "gamma")
            ],
        }
        for i, n in enumerate(("Sponsored top", "Rail", "In-feed 1", "In-feed 2"))
    ]
    return page(
        "https://daypaper.example/masthead",
        f"{text(say)}<script>var adUnits={json.dumps(units)};pbjs.que.push(function(){{pbjs.addAdUnits(adUnits)}});</script>",
        say=say,
    )


@shape("de")
def organization_profiles(say: Say) -> Answer:
    code = {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": "Bachblatt",
        "sameAs": [
            f"https://{n}.example/bachblatt" for n in ("fed", "tubelet", "coquelicot", "cliptide")
        ],
        "department": [
            {"@type": "Organization", "name": n, "url": f"/{slug(n)}"} for n in say.every("nav")
        ],
    }
    return page(
        "https://bachblatt.example/impressum",
        text(say),
        say=say,
        head=f'<script type="application/ld+json">{json.dumps(code, ensure_ascii=False)}</script>',
    )
