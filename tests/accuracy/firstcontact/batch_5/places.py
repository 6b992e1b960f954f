# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""What job boards, estate, travel, car and event sites and public offices deliver."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    LISTING,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    answer,
    json_answer,
    page,
    planted,
    posted,
    shape,
    slug,
)


@shape("en")
def job_cards_provider(say: Say) -> Answer:
    titles = say.titles("job", 10)
    paid = {1, 2}
    urls = [f"/rc/clk?jk={say.token(16)}&bb={say.token(20)}" for _ in titles]
    rows = [
        {
            "jobkey": u[11:27],
            "title": t,
            "displayTitle": t,
            "company": say.one("names") + " Ltd",
            "formattedLocation": "Leeds",
            "link": u,
            "snippet": f"<ul><li>{say.line()}</li></ul>",
            "sponsored": i in paid,
            "formattedRelativeTime": "3 days ago",
            "taxonomyAttributes": [{"label": "job-types", "attributes": []}],
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    ]
    state = {"metaData": {"jobcardsModel": {"results": rows, "pageNumber": 1, "query": "nurse"}}}
    body = f'<div id="mosaic"></div><script>window.mosaic=window.mosaic||{{}};window.mosaic.providerData=window.mosaic.providerData||{{}};window.mosaic.providerData["mosaic-provider-jobcards"]={json.dumps(state)};window.mosaic.providerData["mosaic-provider-x"]={{"enabled":true}};</script>'
    truth = planted(titles, SEARCH | LISTING, HARDLY | TOLD, urls=urls, sponsored=paid)
    return page("https://findshift.example/jobs?q=nurse&l=Leeds", body, truth, say=say)


@shape("de")
def odata_two_results(say: Say) -> Answer:
    titles = say.titles("job", 8)
    urls = [f"https://karriere.werkbund.example/stelle/{say.number()}" for _ in titles]
    rows = [
        {
            "__metadata": {
                "id": f"https://odata.werkbund.example/JobRequisition({i}L)",
                "uri": f"https://odata.werkbund.example/JobRequisition({i}L)",
                "type": "SFOData.JobRequisition",
            },
            "JobReqId": str(i),
            "ExternalTitle": t,
            "PostingUrl": u,
            "PostingStart": "/Date(1795000000000)/",
            "Recruiter": {"__deferred": {"uri": f"https://odata.werkbund.example/R({i})"}},
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 700)
    ]
    truth = planted(titles, LISTING | {"other"}, HARDLY, urls=urls)
    return json_answer(
        "https://odata.werkbund.example/JobRequisition?$top=8&$orderby=PostingStart%20desc&$format=json",
        {"d": {"results": rows, "__count": "248"}},
        truth,
    )


@shape("en")
def homes_on_map_and_list(say: Say) -> Answer:
    titles = [f"{say.number(1, 900)} {t}, Elmford" for t in say.titles("home", 9)]
    prices = say.prices("jp", 9)
    urls = [f"https://www.keyhollow.example/homedetails/{say.number()}_zpid/" for _ in titles]
    rows = [
        {
            "zpid": u.split("/")[-2][:-5],
            "statusType": "FOR_SALE",
            "statusText": "House for sale",
            "price": "$" + p.text[1:] + ",000",
            "unformattedPrice": int(p.amount) * 1000,
            "address": t,
            "beds": 3,
            "baths": 2,
            "area": say.number(900, 4000),
            "latLong": {"latitude": 39.1, "longitude": -84.2},
            "detailUrl": u,
            "imgSrc": f"https://photos.example/{say.token()}.jpg",
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    state = {
        "props": {
            "pageProps": {
                "searchPageState": {
                    "queryState": {"usersSearchTerm": "Elmford OH", "isListVisible": True},
                    "cat1": {"searchResults": {"listResults": rows, "mapResults": rows}},
                    "categoryTotals": {"cat1": {"totalResultCount": 248}},
                }
            }
        },
        "page": "/search/[[...params]]",
        "query": {},
        "buildId": say.token(20),
    }
    body = f'<div id="__next"><div id="grid-search-results"></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    truth = planted(
        titles,
        SEARCH | LISTING,
        HARDLY,
        urls=urls,
        prices=[str(it["unformattedPrice"]) for it in rows],
    )
    return page("https://www.keyhollow.example/elmford-oh/", body, truth, say=say)


@shape("nl")
def stay_cards(say: Say) -> Answer:
    titles = say.titles("place", 8)
    paid = {2}
    amounts = [say.number(60, 990) for _ in titles]
    urls = [
        f"https://slaapuit.example/hotel/nl/{slug(t)}.nl.html?aid={say.number()}" for t in titles
    ]
    rows = "".join(
        f'<div data-testid="property-card" role="listitem"><div><a href="{u}" data-testid="property-card-desktop-single-image" tabindex="-1" aria-hidden="true"><img src="/x/{i}.jpg" alt=""></a></div><div><h3><a href="{u}" data-testid="title-link" target="_blank"><div data-testid="title">{escape(t)}</div><div class="vh">Opent in nieuw venster</div></a></h3>{"<span class=ad>Advertentie</span>" if i in paid else ""}<a href="{u}#map"><span data-testid="address">Centrum</span> <span>Toon op kaart</span></a><div data-testid="review-score"><div>8,{i}</div><div>Heel goed</div><div>{say.number(20, 4000)} beoordelingen</div></div><div><h4>Tweepersoonskamer</h4><div>1 bed</div></div><div data-testid="price-for-x-nights">2 nachten, 2 volwassenen</div><span data-testid="price-and-discounted-price">€&nbsp;{a}</span><div data-testid="taxes-and-charges">+ € 12 belastingen en toeslagen</div><a href="{u}&amp;rooms=1" role="button"><span>Bekijk beschikbaarheid</span></a></div></div>'
        for i, (t, u, a) in enumerate(zip(titles, urls, amounts, strict=True), 1)
    )
    filters = "".join(
        f'<div data-filters-item="f{i}"><input type="checkbox" id="f{i}"><label for="f{i}"><div>{f}</div><span>{say.number(2, 300)}</span></label></div>'
        for i, f in enumerate(("Ontbijt", "Zwembad", "Parkeren", "Huisdieren", "Wifi"))
    )
    body = f'<div data-testid="filters-sidebar">{filters}</div><h1 aria-live="assertive">Gent: 248 accommodaties gevonden</h1><div role="list">{rows}</div>'
    truth = planted(
        titles,
        SEARCH | LISTING,
        UNTOLD | TOLD,
        urls=urls,
        prices=[str(a) for a in amounts],
        sponsored=paid,
    )
    return page("https://slaapuit.example/searchresults.nl.html?ss=Gent", body, truth, say=say)


@shape("pt")
def deferred_stay_state(say: Say) -> Answer:
    titles = say.titles("place", 8)
    prices = [str(say.number(120, 990)) for _ in titles]
    rows = [
        {
            "__typename": "StaySearchResult",
            "demandStayListing": {
                "__typename": "DemandStayListing",
                "id": say.token(16),
                "description": {"name": {"localizedString": t}},
                "location": {"coordinate": {"latitude": -23.2, "longitude": -44.7}},
            },
            "badges": [],
            "contextualPictures": [
                {"id": say.number(), "picture": f"https://a0.example/{say.token()}.jpg"}
                for _ in range(4)
            ],
            "structuredContent": {"primaryLine": [{"body": "2 camas"}, {"body": "1 banho"}]},
            "structuredDisplayPrice": {
                "primaryLine": {"price": f"R$\u00a0{p}", "qualifier": "por 2 noites"}
            },
            "avgRatingLocalized": f"4,9 ({say.number(3, 400)})",
        }
        for t, p in zip(titles, prices, strict=True)
    ]
    results = {"data": {"presentation": {"staysSearch": {"results": {"searchResults": rows}}}}}
    state = {"niobeClientData": [[f"StaysSearch:{say.token(30)}", results]]}
    body = f'<div data-x></div><script id="data-deferred-state-0" data-deferred-state-0="true" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>'
    truth = planted(titles, SEARCH | LISTING, HARDLY, prices=prices)
    return page("https://pouso.example/s/Paraty/homes?checkin=2026-12-01", body, truth, say=say)


@shape("it")
def car_offers(say: Say) -> Answer:
    titles = say.titles("car", 8)
    amounts = [say.number(4, 60) * 1000 + 950 for _ in titles]
    urls = [f"/annunci/{slug(t)}-{say.token(20)}" for t in titles]

    def words(title: str) -> str:
        make, model, rest = title.split(" ", 2)
        return f'<span>{make} {model}</span> <span class="version">{rest}</span>'

    rows = "".join(
        f'<article class="cldt-summary-full-item" data-guid="{say.token(12)}" data-price="{a}"><div class="gallery"><img src="/v/{i}a.webp" alt=""><img src="/v/{i}b.webp" alt=""></div><div><a href="{u}"><h2>{words(t)}</h2></a><p data-testid="regular-price">€ {f"{a:,}".replace(",", ".")}<sup>1</sup></p><span>km {say.number(10, 200)}.000</span><span>03/2021</span><span>Benzina</span><div class="seller"><span>{say.one("names")}</span> <span>IT-20121 Milano</span></div><button>Salva</button></div></article>'
        for i, (t, u, a) in enumerate(zip(titles, urls, amounts, strict=True))
    )
    body = f"<h1>248 offerte per la tua ricerca</h1><main class=list>{rows}</main><p><sup>1</sup> {say.line()}</p>"
    truth = planted(titles, SEARCH | LISTING, UNTOLD, urls=urls, prices=[str(a) for a in amounts])
    return page("https://autopiazza.example/lst?sort=standard&make=9", body, truth, say=say)


@shape("es")
def event_buckets_state(say: Say) -> Answer:
    every = say.titles("course", 10)
    lists, buckets = [], []
    for key, head, told, surface, titles in (
        ("picks", say.one("foryou"), TOLD, RECOMMENDED, every[:5]),
        ("weekend", "Este fin de semana", UNTOLD, FEED | LISTING, every[5:]),
    ):
        urls = [f"https://entrada.example/e/{slug(t)}-entradas-{say.number()}" for t in titles]
        rows = [
            {
                "id": str(say.number()),
                "name": t,
                "url": u,
                "start_date": "2026-12-04",
                "is_online_event": False,
                "primary_venue": {"name": say.one("names"), "address": {"city": "Vigo"}},
                "ticket_availability": {"is_sold_out": False},
                "image": {"url": f"https://img.example/{say.token()}", "edge_color": "#112233"},
                "tags": [{"prefix": "EB", "display_name": "Taller"}],
            }
            for t, u in zip(titles, urls, strict=True)
        ]
        buckets.append({"key": key, "name": head, "type": "curated", "events": rows})
        lists.append(planted(titles, surface, told, heading=head, urls=urls))
    state = {"buckets": buckets, "place": {"name": "Vigo"}, "env": "prod", "gtmId": "GTM-X"}
    body = f'<div id="root"></div><script>\n  window.__SERVER_DATA__ = {json.dumps(state, ensure_ascii=False)};\n  window.__CHUNKS__ = ["a.js"];\n</script>'
    return page("https://entrada.example/d/vigo/", body, *lists, say=say)


@shape("en")
def office_document_list(say: Say) -> Answer:
    titles = [f"{t} guidance" for t in say.titles("course", 9)]
    urls = [f"/government/publications/{slug(t)}" for t in titles]
    rows = "".join(
        f'<li class="gem-c-document-list__item"><div class="gem-c-document-list__item-title"><a class="govuk-link" href="{u}">{escape(t)}</a></div><p class="gem-c-document-list__item-description">{say.line()}</p><ul class="gem-c-document-list__item-metadata"><li class="gem-c-document-list__attribute">Document type: Guidance</li><li class="gem-c-document-list__attribute">Organisation: Office of Trees</li><li class="gem-c-document-list__attribute">Updated: <time datetime="2026-11-0{i % 9 + 1}">{i % 9 + 1} November 2026</time></li></ul></li>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    boxes = "".join(
        f'<div class="govuk-checkboxes__item"><input type="checkbox" id="t{i}"><label for="t{i}">{t}</label></div>'
        for i, t in enumerate(("Guidance", "News", "Policy papers", "Statistics"))
    )
    body = f'<h1>Search</h1><form><fieldset>{boxes}</fieldset></form><div id="js-results"><h2 class="result-info__header">248 results</h2><ul class="gem-c-document-list">{rows}</ul></div>'
    truth = planted(titles, SEARCH | LISTING, UNTOLD, urls=urls)
    return page("https://www.commonoffice.example/search/all?keywords=trees", body, truth, say=say)


@shape("pt")
def open_data_packages(say: Say) -> Answer:
    titles = say.titles("brief", 8)
    rows = [
        {
            "id": say.token(20),
            "name": slug(t)[:60],
            "title": t,
            "notes": say.line(),
            "organization": {"title": "Prefeitura", "name": "prefeitura"},
            "resources": [
                {
                    "id": say.token(),
                    "name": f"Dados {y}",
                    "format": "CSV",
                    "url": f"https://dados.example/{say.token()}.csv",
                }
                for y in (2024, 2025, 2026)
            ],
            "tags": [{"display_name": "saúde", "name": "saude"}],
        }
        for t in titles
    ]
    facets = {"tags": {"title": "tags", "items": [{"name": n, "count": 4} for n in "abcdef"]}}
    value = {"success": True, "result": {"count": 248, "results": rows, "search_facets": facets}}
    truth = planted(titles, SEARCH | LISTING, HARDLY)
    return json_answer(
        "https://dados.gov.example/api/3/action/package_search?q=clinicas", value, truth
    )


@shape("pl")
def course_table(say: Say) -> Answer:
    titles = say.titles("book", 10)
    urls = [f"/kontroler.php?_action=pokaz&kod={say.token(6)}" for _ in titles]
    rows = "".join(
        f'<tr class="{("even", "odd")[i % 2]}"><td>{u[-6:].upper()}</td><td><a href="{escape(u)}">{escape(t)}</a></td><td>30</td><td>{i % 6 + 1} ECTS</td><td><a href="/plan?k={i}"><img src="/k.png" alt="plan"></a></td></tr>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<h1>Wydział Filologii – przedmioty</h1><table class="wrnav"><tr><th>Kod</th><th>Nazwa</th><th>Godziny</th><th>Punkty</th><th></th></tr>{rows}</table>'
    truth = planted(titles, LISTING, UNTOLD, urls=urls)
    return page("https://usosweb.uczelnia.example/kontroler.php?jed=9", body, truth, say=say)


@shape("fr")
def partial_page_update(say: Say) -> Answer:
    titles = say.titles("job", 8)
    urls = [f"/concours/fiche.xhtml?id={say.number()}" for _ in titles]
    rows = "".join(
        f'<li class="ui-datalist-item"><h3><a href="{u}">{escape(t)}</a></h3><span>Clôture le {i + 10} décembre 2026</span></li>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<?xml version=\'1.0\' encoding=\'UTF-8\'?>\n<partial-response id="j_id1"><changes><update id="f:res"><![CDATA[<div id="f:res" class="ui-datalist"><ul class="ui-datalist-data">{rows}</ul></div>]]></update><update id="j_id1:javax.faces.ViewState:0"><![CDATA[{say.token(30)}]]></update></changes></partial-response>'
    truth = planted(titles, SEARCH | LISTING | {"other"}, HARDLY, urls=urls)
    return answer(
        "https://concours.prefecture.example/recherche.xhtml",
        "text/xml;charset=UTF-8",
        body,
        truth,
        **posted({"javax.faces.partial.ajax": "true"}),
    )


@shape("es")
def suggested_posts_by_reference(say: Say) -> Answer:
    titles, head = say.titles("job", 7), "Empleos según tu perfil"
    keys = [f"urn:li:jobCard:({say.number()},JOBS_HOME)" for _ in titles]
    cards = [
        {
            "$type": "com.empleored.jobs.JobCard",
            "entityUrn": k,
            "primaryDescription": {"text": say.one("names") + " S.A.", "attributesV2": []},
            "title": {"text": t, "textDirection": "USER_LOCALE"},
            "*logo": f"urn:li:company:{i}",
        }
        for i, (k, t) in enumerate(zip(keys, titles, strict=True))
    ]
    firms = [
        {"$type": "com.empleored.org.Company", "entityUrn": f"urn:li:company:{i}", "name": n}
        for i, n in enumerate(say.every("names")[:7])
    ]
    included = say.rng.sample(cards + firms, len(cards + firms))
    value = {
        "data": {
            "data": {
                "jobsFeed": {
                    "header": {"text": head},
                    "*elements": keys,
                    "paging": {"start": 0, "count": 7, "total": 60},
                }
            }
        },
        "included": included,
    }
    truth = planted(titles, RECOMMENDED, HARDLY | TOLD)
    return json_answer("https://www.empleored.example/voyager/api/graphql?queryId=x", value, truth)


@shape("de")
def bulletin_of_trips(say: Say) -> Answer:
    titles, head = say.titles("place", 6), say.one("foryou")
    prices = say.prices("ch", 6)
    urls = [f"/reise/{slug(t)}" for t in titles]
    rows = "".join(
        f'<li class="o-tile"><article aria-labelledby="t{i}"><a class="o-tile__cover" href="{u}" aria-hidden="true" tabindex="-1"></a><h3 id="t{i}"><a href="{u}">{escape(t)}</a></h3><ul class="o-tile__usp"><li>7 Nächte</li><li>Halbpension</li><li>Flug ab Zürich</li></ul><p>ab <strong>{p.text}</strong> p. P.</p></article></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    body = f"<h1>Willkommen zurück</h1><section><header><h2>{head}</h2><a href='/alle'>Alle ansehen</a></header><ul>{rows}</ul></section>"
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return page("https://ferienfuchs.example/", body, truth, say=say)


@shape("en")
def municipal_notices(say: Say) -> Answer:
    titles = say.titles("story", 8)
    urls = [f"./notice.aspx?id={say.number()}" for _ in titles]
    rows = "".join(
        f'<p><a id="ctl00_rpt_ctl0{i}_lnk" href="{u}">{escape(t)}</a><br><small>Posted {i + 2} November 2026 by Planning</small></p>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="{say.token(40)}"><h2>Public notices</h2><div id="ctl00_rpt">{rows}</div></form>'
    truth = planted(titles, FEED | LISTING, UNTOLD, urls=urls)
    return page("https://elmford.gov.example/notices/list.aspx", body, truth, say=say)
