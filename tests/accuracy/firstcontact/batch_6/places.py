# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Stays, homes, cars, classifieds, trips and events: results, neighbours of one, what a search left."""

import base64
import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    page,
    planted,
    shape,
    slug,
)

ANYHOW = frozenset({True, False, None})


@shape("es")
def hotel_results(say: Say) -> Answer:
    titles, prices = say.titles("place", 8), [say.number(80, 900) for _ in range(8)]
    urls = [f"https://reservas.example/hotel/pt/{slug(t)}.es.html?aid=3&label=x" for t in titles]
    cards = "".join(
        f'<div data-testid="property-card"><a data-testid="property-card-desktop-single-image" href="{escape(u)}" tabindex="-1"><img src="/h/{i}.jpg" alt=""></a><div><a data-testid="title-link" href="{escape(u)}"><div data-testid="title">{escape(t)}</div><div>Se abre en una ventana nueva</div></a><div data-testid="review-score"><div>Puntuación: 8,{i}</div><div>Fabuloso · {say.number(20, 900)} comentarios</div></div><div data-testid="availability-rate-information"><div>3 noches, 2 adultos</div><div><span class="sr">Precio original</span><span class="strike">€ {p + 1000}</span><span class="sr">Precio actual</span><span data-testid="price-and-discounted-price">€ {p}</span></div><div>Incluye impuestos y cargos</div></div><a href="{escape(u)}"><span>Ver disponibilidad</span></a></div></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>Oporto: 248 alojamientos encontrados</h1><div>{cards}</div>"
    return page(
        "https://reservas.example/searchresults.es.html?ss=Oporto",
        body,
        planted(titles, SEARCH | LISTING, UNTOLD, urls=urls, prices=[str(p) for p in prices]),
        say=say,
    )


@shape("en")
def deferred_stays(say: Say) -> Answer:
    titles, prices = say.titles("home", 9), [say.number(90, 900) for _ in range(9)]
    rows = [
        {
            "__typename": "StaySearchResult",
            "propertyId": str(say.number()),
            "demandStayListing": {"__typename": "DemandStayListing", "id": base64.b64encode(f"DemandStayListing:{say.number()}".encode()).decode(), "location": {"coordinate": {"latitude": 38.7, "longitude": -9.1}}},
            "title": "Apartment in Lisbon",
            "nameLocalized": {"localizedStringWithTranslationPreference": t},
            "avgRatingLocalized": "4.92 (131)",
            "contextualPictures": [{"picture": f"https://img.example/{say.token()}.jpeg"} for _ in range(4)],
            "structuredDisplayPrice": {"__typename": "StructuredDisplayPrice", "primaryLine": {"__typename": "QualifiedDisplayPriceLine", "price": f"${p}", "qualifier": "for 3 nights", "accessibilityLabel": f"${p} for 3 nights"}},
        }
        for t, p in zip(titles, prices, strict=True)
    ]  # fmt: skip
    state = {
        "niobeClientData": [
            [
                'StaysSearch:{"staysSearchRequest":{"rawParams":[]}}',
                {
                    "data": {
                        "presentation": {
                            "staysSearch": {
                                "results": {
                                    "searchResults": rows,
                                    "paginationInfo": {"nextPageCursor": say.token(20)},
                                },
                                "filters": {
                                    "filterPanel": {
                                        "sections": [
                                            {"title": n} for n in ("Rooms", "Amenities", "Host")
                                        ]
                                    }
                                },
                            }
                        }
                    }
                },
            ]
        ]
    }
    body = f'<div id="site-content"></div><script id="data-deferred-state-0" data-deferred-state-0="true" type="application/json">{json.dumps(state)}</script>'
    return page(
        "https://staynest.example/s/Lisbon/homes?query=Lisbon",
        body,
        planted(titles, SEARCH | LISTING, ANYHOW, prices=[str(p) for p in prices]),
        say=say,
    )


@shape("de")
def estates_like_this(say: Say) -> Answer:
    titles, prices, head = (
        say.titles("home", 5),
        say.prices("de", 5),
        "Ähnliche Objekte in der Nähe",
    )
    urls = [f"/expose/{say.number()}#/similar" for _ in titles]
    cards = "".join(
        f'<article class="similar-item"><a href="{u}" aria-label="{escape(t)}"><picture><img src="/e/{i}.webp" alt=""></picture></a><div><a href="{u}"><h4>{escape(t)}</h4></a><dl><div><dt>Kaltmiete</dt><dd>{p.text}</dd></div><div><dt>Wohnfläche</dt><dd>7{i} m²</dd></div><div><dt>Zimmer</dt><dd>2,5</dd></div></dl></div></article>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    facts = "".join(f"<dl><dt>{k}</dt><dd>{v}</dd></dl>" for k, v in (("Kaution", "3.000 €"), ("Nebenkosten", "180 €"), ("Etage", "2"), ("Heizung", "Fernwärme")))  # fmt: skip
    body = f"<h1>{escape(say.titles('home', 1)[0])}</h1>{facts}<section><h3>{head}</h3>{cards}</section>"
    return page(
        "https://wohnblick.example/expose/4",
        body,
        planted(
            titles, RECOMMENDED, UNTOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
        ),
        say=say,
    )


@shape("fr")
def classified_page_and_state(say: Say) -> Answer:
    titles, prices = say.titles("ware", 6), [say.number(5, 900) for _ in range(6)]
    head = "Ces annonces peuvent vous intéresser"
    urls = [f"/ad/maison/{say.number()}" for _ in titles]
    ads = [
        {"list_id": say.number(), "subject": t, "url": u, "price": [p], "price_cents": p * 100, "category_name": "Maison", "images": {"nb_images": 3, "thumb_url": f"https://img.example/{i}.jpg"}, "location": {"city": "Dijon", "zipcode": "21000"}, "owner": {"type": "private"}}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]  # fmt: skip
    state = {"props": {"pageProps": {"ad": {"subject": "Buffet ancien", "price": [120]}, "recommendations": {"title": head, "ads": ads}}}, "page": "/ad/[id]", "buildId": say.token(9)}  # fmt: skip
    cards = "".join(
        f'<li><article data-qa-id="aditem_container"><a href="{u}" aria-label="Voir l’annonce"><img src="/i/{i}.jpg" alt=""></a><p data-qa-id="aditem_title">{escape(t)}</p><p data-test-id="price"><span>{p} €</span></p><p>Dijon 21000</p><button aria-label="Ajouter aux favoris"></button></article></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<h1>Buffet ancien</h1><p>{say.line()}</p><section><h2>{head}</h2><ul>{cards}</ul></section><script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>'
    return page(
        "https://lebonangle.example/ad/maison/1",
        body,
        planted(
            titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[str(p) for p in prices]
        ),
        say=say,
    )


@shape("es")
def microdata_events(say: Say) -> Answer:
    titles, prices = say.titles("gig", 7), say.prices("fr", 7)
    urls = [f"https://agendaviva.example/evento/{slug(t)}" for t in titles]
    cards = "".join(
        f'<div class="evento" itemscope itemtype="https://schema.org/Event"><meta itemprop="startDate" content="{say.when()}"><time class="fecha"><b>2{i}</b> nov</time><a itemprop="url" href="{u}"><span itemprop="name">{escape(t)}</span></a><span itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Teatro Arriaga</span></span><span itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR">desde <span itemprop="price" content="{p.amount}">{p.text}</span></span></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>Agenda de noviembre</h1><div class=agenda>{cards}</div>"
    return page(
        "https://agendaviva.example/noviembre",
        body,
        planted(titles, LISTING | FEED, UNTOLD, urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )


@shape("de")
def car_results_with_jsonld(say: Say) -> Answer:
    titles = [f"{a} {b}, EZ 0{i + 1}/2021" for i, (a, b) in enumerate(zip(("Corvane", "Hexley", "Vantor", "Brisa", "Ombra", "Fenix", "Quarz"), ("Strada 1.2", "Lira Hybrid", "Borea TDI", "Meta Kombi", "Quota E", "Duna 4x4", "Silva 1.0"), strict=True))]  # fmt: skip
    say.rng.shuffle(titles)
    prices = [say.number(3000, 48000) for _ in titles]
    urls = [f"https://gebrauchtwagenhof.example/auto/{slug(t)}-{say.number()}" for t in titles]
    code = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "item": {"@type": "Car", "name": t, "url": u, "offers": {"@type": "Offer", "price": p, "priceCurrency": "EUR"}}}
            for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
        ],
    }  # fmt: skip
    cards = "".join(
        f'<div class="car"><a href="{u}"><h2>{escape(t)}</h2></a><ul><li>6{i}.000 km</li><li>85 kW (116 PS)</li><li>Schaltgetriebe</li></ul><div class="price">{f"{p:,}".replace(",", ".")} €<sup>1</sup></div><small>ab {say.number(80, 300)} € mtl.</small></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f'<script type="application/ld+json">{json.dumps(code, ensure_ascii=False)}</script><h1>248 Kombis in Kassel</h1>{cards}'
    return page(
        "https://gebrauchtwagenhof.example/kombi/kassel",
        body,
        planted(titles, LISTING | SEARCH, UNTOLD, urls=urls, prices=[str(p) for p in prices]),
        say=say,
    )


@shape("fr")
def things_to_do(say: Say) -> Answer:
    titles, prices = say.titles("gig", 6), say.prices("fr", 6)
    head = "Les incontournables à Porto"
    urls = [f"https://escapades.example/porto-l7/{slug(t)}-t{say.number()}/" for t in titles]
    cards = "".join(
        f'<a class="activity-card" href="{u}" target="_blank"><img src="/act/{i}.jpg" alt="{escape(t)}"><div><span class="type">Visite guidée</span><h3>{escape(t)}</h3><span>3 heures • Coupe-file</span><span>4,{i} ({say.number(10, 900)})</span><div class="price">À partir de <b>{p.text}</b> par personne</div></div></a>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>Porto</h1><p>{say.line()}</p><section><h2>{head}</h2><div>{cards}</div></section>"
    return page(
        "https://escapades.example/porto-l7/",
        body,
        planted(
            titles,
            RECOMMENDED | FEED | LISTING,
            UNTOLD,
            heading=head,
            urls=urls,
            prices=[p.amount for p in prices],
        ),
        say=say,
    )
