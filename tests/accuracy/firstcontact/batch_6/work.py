# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Jobs, learning, libraries, apps and recipes: matches, shelves, results, what goes with a dish."""

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


@shape("en")
def provider_data_jobs(say: Say) -> Answer:
    titles, paid = say.titles("job", 10), {1, 4, 9}
    rows = [
        {"jobkey": say.token(16), "title": t, "displayTitle": t, "company": n, "formattedLocation": "Leeds", "sponsored": i in paid, "link": f"/rc/clk?jk={say.token(16)}", "snippet": f"<ul><li>{say.line()}</li></ul>", "pubDate": 1764000000000, "taxonomyAttributes": [{"label": "job-types", "attributes": [{"label": "Full-time", "suid": "F"}]}]}
        for i, (t, n) in enumerate(zip(titles, (say.every("names") * 2)[:10], strict=True), 1)
    ]  # fmt: skip
    urls = [it["link"] for it in rows]
    model = {"metaData": {"mosaicProviderJobCardsModel": {"results": rows, "pageNumber": 1}}}
    body = f'<div id="mosaic-jobResults"></div><script>window.mosaic=window.mosaic||{{}};window.mosaic.providerData=window.mosaic.providerData||{{}};window.mosaic.providerData["mosaic-provider-jobcards"]={json.dumps(model, ensure_ascii=False)};</script>'
    return page(
        "https://hirely.example/jobs?q=planner&l=Leeds",
        body,
        planted(titles, SEARCH, ANYHOW, urls=urls, sponsored=paid),
        say=say,
    )


@shape("de")
def matching_jobs_with_reasons(say: Say) -> Answer:
    titles, head = say.titles("job", 6), "Passende Stellen für dich"
    urls = [f"/stelle/{say.number()}" for _ in titles]
    why = "Passt zu deiner Suche nach Lagerplaner"
    cards = "".join(
        f'<li class="job-card"><a href="{u}"><h3>{escape(t)}</h3></a><p>{n} GmbH</p>{f"<p class=match>{why}</p>" if i < 3 else ""}<button aria-label="Merken">☆</button><button>Kein Interesse</button></li>'
        for i, (t, u, n) in enumerate(zip(titles, urls, say.every("names")[:6], strict=True))
    )
    body = f"<section><h2>{head}</h2><ul>{cards}</ul><a href=/stellen>Alle anzeigen</a></section>"
    return page(
        "https://jobkompass.example/start",
        body,
        planted(
            titles,
            RECOMMENDED,
            TOLD,
            heading=head,
            urls=urls,
            reasons=tuple((i, why) for i in (1, 2, 3)),
        ),
        say=say,
    )


@shape("fr")
def recipe_with_neighbours(say: Say) -> Answer:
    titles, head = say.titles("dish", 6), "Recettes similaires"
    urls = [f"/recettes/{slug(t)}.aspx" for t in titles]
    ingredients = "".join(f"<div class=card-ingredient><span>{n} g</span> <span>de {w}</span></div>" for n, w in ((200, "farine"), (50, "beurre"), (12, "sel"), (300, "potiron"), (90, "lardons")))  # fmt: skip
    steps = "".join(
        f"<div class=step><h3>Étape {i}</h3><p>{say.line()}</p></div>" for i in range(1, 5)
    )
    cards = "".join(
        f'<div class="mrtn-card"><div><img src="/d/{i}.jpg" alt=""></div><h4><a href="{u}">{escape(t)}</a></h4><div class="rate"><span>4.{i}/5</span> <span>{say.number(3, 900)} avis</span></div></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f"<h1>{escape(say.titles('dish', 1)[0])}</h1>{ingredients}{steps}<div class=reco><p class=title>{head}</p><div class=scroller>{cards}</div></div>"
    return page(
        "https://cuisinedici.example/recettes/x.aspx",
        body,
        planted(titles, RECOMMENDED, UNTOLD, urls=urls),
        say=say,
    )


@shape("de")
def opac_results(say: Say) -> Answer:
    titles = say.titles("book", 8)
    urls = [f"/Record/{say.number()}?sid={say.number()}" for _ in titles]
    rows = "".join(
        f'<div class="result" id="result{i}"><input type="hidden" value="Solr|{i}" class="hiddenId"><input type="checkbox" name="ids[]" aria-label="Auswählen"><div class="record-number">{i}</div><div class="media-left"><img src="/Cover/Show?isbn={i}" alt=""></div><div class="result-body"><a href="{escape(u)}" class="title getFull">{escape(t)}</a><div>von <a href="/Author/Home?author={slug(n)}">{n}</a> 20{i}0</div><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.title=x"></span><span class="format">Buch</span><a href="#" class="save-record">Zur Merkliste</a></div></div>'
        for i, (t, u, n) in enumerate(zip(titles, urls, say.every("names"), strict=True), 1)
    )
    facets = "".join(
        f'<li><a class="facet" href="?filter={f}"><span>{f}</span><span class="badge">{say.number(1, 90)}</span></a></li>'
        for f in ("Buch", "E-Book", "DVD", "Noten", "Zeitschrift")
    )
    body = f'<h1>Suchergebnisse – garten</h1><p>Treffer 1 – 8 von 248</p><form name="bulkActionForm">{rows}</form><aside><h2>Eingrenzen</h2><ul>{facets}</ul></aside>'
    return page(
        "https://katalog.stadtbuecherei.example/Search/Results?lookfor=garten&type=AllFields",
        body,
        planted(titles, SEARCH, UNTOLD, urls=urls),
        say=say,
    )


@shape("en")
def app_page_shelves(say: Say) -> Answer:
    same, also = say.titles("app", 4), say.titles("course", 6)
    links, urls = ([f"https://apps.fruitstand.example/gb/app/{slug(t)}/id{say.number()}" for t in them] for them in (same, also))  # fmt: skip
    heads = "More By Tidy Lab", "You Might Also Like"

    def shelf(head: str, titles: list[str], paths: list[str]) -> dict:
        return {
            "contentType": "smallLockup",
            "id": slug(head),
            "title": head,
            "rowsPerColumn": 2,
            "items": [
                {"$kind": "Lockup", "title": t, "subtitle": say.line(), "icon": {"template": f"https://is.example/{say.token()}/{{w}}x{{h}}.{{f}}", "width": 1024}, "clickAction": {"$kind": "FlowAction", "page": "product", "pageUrl": u}, "adamId": str(say.number())}
                for t, u in zip(titles, paths, strict=True)
            ],
        }  # fmt: skip

    data = [{"intent": {"$kind": "ProductPageIntent"}, "data": {"title": "Tidyly", "shelves": [{"contentType": "productRatings", "items": [{"ratingAverage": 4.5}]}, shelf(heads[0], same, links), shelf(heads[1], also, urls)]}}]  # fmt: skip
    rails = "".join(
        f'<section data-test-id="shelf-wrapper"><div class="shelf-header"><h2>{h}</h2></div><ul class="shelf-grid">'
        + "".join(
            f'<li><a href="{u}"><h3>{escape(t)}</h3><p>Productivity</p><span>View</span></a></li>'
            for t, u in zip(them, paths, strict=True)
        )
        + "</ul></section>"
        for h, them, paths in zip(heads, (same, also), (links, urls), strict=True)
    )
    body = f'<h1>Tidyly</h1>{rails}<script type="application/json" id="serialized-server-data">{json.dumps(data)}</script>'
    return page(
        "https://apps.fruitstand.example/gb/app/tidyly/id1",
        body,
        planted(same, RECOMMENDED | LISTING, UNTOLD, heading=heads[0], urls=links),
        planted(also, RECOMMENDED, TOLD, heading=heads[1], urls=urls),
        say=say,
    )


@shape("es")
def because_enrolled(say: Say) -> Answer:
    took = say.titles("course", 1)[0]
    titles = [t for t in say.titles("course", 8) if t != took][:6]
    head = f"Porque te inscribiste en «{took}»"
    urls = [f"/course/{slug(t)}/?couponCode=NOV" for t in titles]
    prices = say.prices("fr", 6)
    cards = "".join(
        f'<div class="course-card-module" data-purpose="container"><div><img src="/c/{i}.jpg" alt=""></div><div><h3 data-purpose="course-title-url"><a href="{u}">{escape(t)}<div class="sr-only"><span>Calificación: 4,{i} de 5</span></div></a></h3><div class="instructors">{n}</div><div data-purpose="course-price-text"><span class="sr-only">Precio actual</span><span><span>{p.text}</span></span></div><div data-purpose="original-price-container"><span class="sr-only">Precio original</span><span><s><span>{say.number(5000, 9000)},99 €</span></s></span></div></div></div>'
        for i, (t, u, p, n) in enumerate(
            zip(titles, urls, prices, say.every("names")[:6], strict=True)
        )
    )
    body = f"<div class=unit><h2>{head}</h2><div class=carousel>{cards}</div></div>"
    return page(
        "https://aulaazul.example/inicio",
        body,
        planted(
            titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
        ),
        say=say,
    )


@shape("fr")
def bookshop_readers_also(say: Say) -> Answer:
    titles, prices, head = (
        say.titles("book", 5),
        say.prices("fr", 5),
        "Nos libraires vous conseillent",
    )
    urls = [f"/livre/{say.number()}-{slug(t)}" for t in titles]
    cards = "".join(
        f'<li class="slide"><div class="book"><a href="{u}"><img data-lazy="/l/{i}.jpg" alt="{escape(t)}"></a><h3 class="livre_titre"><a href="{u}">{escape(t)}</a></h3><h4 class="livre_auteur"><a href="/auteur/{slug(n)}">{n}</a></h4><div class="item_prix">{p.text}</div><form><button>Je réserve</button></form></div></li>'
        for i, (t, u, p, n) in enumerate(
            zip(titles, urls, prices, say.every("names")[:5], strict=True)
        )
    )
    body = f"<h1>{escape(say.titles('book', 1)[0])}</h1><p>{say.line()}</p><div class=tab><h2>{head}</h2><ul class=slick>{cards}</ul></div>"
    return page(
        "https://librairie-du-quai.example/livre/1-x",
        body,
        planted(
            titles,
            RECOMMENDED | FEED,
            frozenset({True, False}),
            heading=head,
            urls=urls,
            prices=[p.amount for p in prices],
        ),
        say=say,
    )
