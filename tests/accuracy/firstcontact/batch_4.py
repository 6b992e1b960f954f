# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""The fourth shapes: whole pages of many trades, with everything around the list that real ones have."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import (
    AD,
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


def _prose(say: Say, n: int = 5) -> str:
    return "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(n))


@shape("en")
def product_page(say: Say) -> Answer:
    bought, like = say.titles("goods", 5), say.titles("goods", 6)
    lists, blocks = [], []
    for titles, head in ((bought, "Customers also bought"), (like, "Recommended for you")):
        prices = say.prices("us", len(titles))
        urls = [f"/p/{slug(t)}" for t in titles]
        cells = "".join(
            f'<li class="tile"><a href="{u}"><img alt="" src="/t/{i}.jpg"><span>{escape(t)}</span></a><span class="now">{p.text}</span> <s>$9,999.00</s></li>'
            for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
        )
        blocks.append(f'<section class="rail"><h2>{head}</h2><ul>{cells}</ul></section>')
        told = TOLD if head.endswith("you") else UNTOLD
        lists.append(
            planted(
                titles,
                RECOMMENDED,
                told,
                heading=head,
                urls=urls,
                prices=[p.amount for p in prices],
            )
        )
    sizes = "".join(f"<button>{s}</button>" for s in ("S", "M", "L", "XL"))
    reviews = "".join(
        f"<article><b>{say.one('names')}</b> ★★★★<p>{say.line()}</p></article>" for _ in range(4)
    )
    body = f"<h1>{say.titles('goods', 1)[0]}</h1><p>$89.00</p><div>{sizes}</div>{blocks[0]}<section><h2>Reviews</h2>{reviews}</section>{blocks[1]}"
    return page("https://tallowshop.example/p/this", body, *lists, say=say)


@shape("de")
def news_home(say: Say) -> Answer:
    lists, blocks = [], []
    for head, n in (("Top-Themen", 5), ("Meistgelesen", 6), ("Regional", 5)):
        titles = say.titles("story", n)
        urls = [f"/{slug(head)}/{slug(t)}-{say.number()}" for t in titles]
        cells = "".join(
            f'<article class="teaser"><h3><a href="{u}">{escape(t)}</a></h3><p>{say.line()}</p><time>{say.number(1, 23)} Std.</time></article>'
            for t, u in zip(titles, urls, strict=True)
        )
        blocks.append(f"<section><h2>{head}</h2>{cells}</section>")
        lists.append(planted(titles, FEED | LISTING, UNTOLD, heading=head, urls=urls))
    return page("https://nordkurs.example/", "".join(blocks), *lists, say=say)


@shape("fr")
def watch_page(say: Say) -> Answer:
    titles = say.titles("media", 9)
    head = "À suivre"
    urls = [f"/regarder/{say.token(8)}" for _ in titles]
    side = "".join(
        f'<div class="mini"><a href="{u}"><img src="/v/{i}.jpg"><span class="len">12:3{i}</span></a><a href="{u}">{escape(t)}</a><div>{say.one("names")}</div><div>{say.number(2, 900)} k vues</div></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    comments = "".join(
        f'<div class="c"><a href="/@{say.token(5)}">{say.one("names")}</a><p>{say.line()} {say.line()}</p><button>Répondre</button></div>'
        for _ in range(8)
    )
    body = f"<video></video><h1>{say.titles('media', 1)[0]}</h1><section><h2>8 commentaires</h2>{comments}</section><aside><h2>{head}</h2>{side}</aside>"
    return page(
        "https://toile.example/regarder/ici",
        body,
        planted(titles, RECOMMENDED, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def property_search(say: Say) -> Answer:
    titles = say.titles("home", 9)
    prices = say.prices("de", 9)
    urls = [f"/inmueble/{say.number()}/" for _ in titles]
    paid = {1, 6}
    rows = "".join(
        f'<article class="item"><picture><img src="/i/{i}.jpg"></picture><div><a href="{u}" title="{escape(t)}">{escape(t)}</a><span class="precio">{p.text}</span><span>{say.number(40, 150)} m²</span><span>3ª planta</span>{"<span class=destacado>Anuncio patrocinado</span>" if i in paid else ""}<p>{say.line()}</p><button>Contactar</button><button>Ver teléfono</button></div></article>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    )
    facets = "".join(
        f'<li><a href="?hab={i}">{i} hab.</a> <span>({say.number(1, 90)})</span></li>'
        for i in range(1, 6)
    )
    pages = "".join(f'<li><a href="/buscar/p{i}">{i}</a></li>' for i in range(1, 8))
    body = f"<aside><h4>Habitaciones</h4><ul>{facets}</ul></aside><h1>311 casas y pisos en Chamberí</h1><section>{rows}</section><ul>{pages}</ul>"
    return page(
        "https://techopropio.example/buscar/?q=chamberi",
        body,
        planted(
            titles,
            SEARCH | LISTING,
            UNTOLD | TOLD,
            urls=urls,
            prices=[p.amount for p in prices],
            sponsored=paid,
        ),
        say=say,
    )


@shape("en")
def job_alerts_json(say: Say) -> Answer:
    titles = say.titles("job", 7)
    urls = [f"https://hireharbor.example/j/{say.token(8)}" for _ in titles]
    reasons = [f"Because you applied to {t}" for t in say.titles("job", 7)]
    rows = [
        {
            "matchId": say.token(),
            "posting": {"role": t, "landingPage": u, "salary": {"min": 30000, "max": 52000}},
            "why": r,
        }
        for t, u, r in zip(titles, urls, reasons, strict=True)
    ]
    value = {"section": "matches", "sectionTitle": "Jobs picked for you", "matches": rows}
    return json_answer(
        "https://hireharbor.example/api/me/matches",
        value,
        planted(
            titles,
            RECOMMENDED,
            TOLD,
            heading="Jobs picked for you",
            urls=urls,
            reasons=tuple(enumerate(reasons, 1)),
        ),
    )


@shape("de")
def hotel_offers(say: Say) -> Answer:
    titles = say.titles("place", 8)
    prices = say.prices("hu", 8)
    urls = [f"/hotel/at/{slug(t)}.de.html" for t in titles]
    rows = [
        {
            "unterkunft": {
                "bezeichnung": {"text": t},
                "seite": {"pfad": u},
                "ort": {"lat": 46.1, "lon": 11.2},
            },
            "preisInfo": {"anzeige": {"text": p.text}},
            "bewertung": {"punkte": 8.4, "anzahl": say.number(3, 900)},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {
        "daten": {
            "suche": {
                "treffer": rows,
                "filter": [{"name": "Sterne", "werte": ["3", "4", "5"]}],
                "gesamt": 248,
            }
        }
    }
    return json_answer(
        "https://fernweh.example/dml/graphql?ziel=budapest",
        value,
        planted(titles, SEARCH | LISTING, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        **posted({"operationName": "Suche"}),
    )


@shape("fr")
def music_home(say: Say) -> Answer:
    lists, shelves = [], []
    for head, told, surface in (
        ("Vos mixes du jour", TOLD, RECOMMENDED),
        ("Parce que vous avez écouté Copper Sky", TOLD, RECOMMENDED),
        ("Nouveautés", UNTOLD, FEED | LISTING),
    ):
        titles = say.titles("media", 6)
        urls = [f"https://ecoute.example/album/{say.token(10)}" for _ in titles]
        cells = [
            {
                "duoRowCell": {
                    "art": {"sources": [{"url": f"https://a.example/{say.token()}", "w": 226}]},
                    "title": {"runs": [{"text": t, "nav": {"browse": {"page": u}}}]},
                    "subtitle": {
                        "runs": [{"text": "Album"}, {"text": " • "}, {"text": say.one("names")}]
                    },
                    "menu": {
                        "entries": [{"text": "Ajouter"}, {"text": "Partager"}, {"text": "Radio"}]
                    },
                }
            }
            for t, u in zip(titles, urls, strict=True)
        ]
        shelves.append(
            {
                "carouselShelf": {
                    "header": {"basicHeader": {"title": {"runs": [{"text": head}]}}},
                    "contents": cells,
                }
            }
        )
        lists.append(planted(titles, surface, told, heading=head, urls=urls))
    return json_answer(
        "https://ecoute.example/api/browse",
        {"contents": {"tabs": [{"tab": {"content": {"sectionList": {"contents": shelves}}}}]}},
        *lists,
        **posted({"browseId": "home"}),
    )


@shape("es")
def recipe_with_related(say: Say) -> Answer:
    titles, head = say.titles("dish", 6), "Más recetas que te pueden gustar"
    urls = [f"/recetas/{slug(t)}" for t in titles]
    cells = "".join(
        f'<div class="rec"><a href="{u}"><img data-src="/r/{i}.jpg" src="/blank.png" alt="{escape(t)}"><h3>{escape(t)}</h3></a><span>★ 4,{i}</span></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    parts = "".join(
        f"<li>{it}</li>"
        for it in ("200 g de arroz", "1 cebolla", "2 ajos", "sal", "aceite de oliva")
    )
    body = f"<h1>{say.titles('dish', 1)[0]}</h1><h2>Ingredientes</h2><ul>{parts}</ul><h2>Preparación</h2><ol><li>{say.line()}</li><li>{say.line()}</li><li>{say.line()}</li></ol><div><h2>{head}</h2><div>{cells}</div></div>"
    return page(
        "https://cocinaviva.example/recetas/esta",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("en")
def forum_topics(say: Say) -> Answer:
    titles = say.titles("thread", 10)
    urls = [f"/t/{slug(t)}/{say.number(10, 9999)}" for t in titles]
    rows = "".join(
        f'<tr class="topic"><td><a class="title" href="{u}">{escape(t)}</a><div><a href="/c/diy">DIY</a> <a href="/tag/help">help</a></div></td><td><a href="/u/{say.token(4)}"><img src="/av/{i}.png"></a></td><td>{say.number(0, 80)}</td><td>{say.number(2, 9)}k</td><td><a href="{u}/last">{say.number(1, 23)}h</a></td></tr>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f"<h1>Latest</h1><table><thead><tr><th>Topic</th><th></th><th>Replies</th><th>Views</th><th>Activity</th></tr></thead><tbody>{rows}</tbody></table>"
    return page(
        "https://shedtalk.example/latest",
        body,
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("de")
def social_feed_state(say: Say) -> Answer:
    titles = [f"{t}. {say.line()}" for t in say.titles("thread", 7)]
    paid = {3}
    keys = [say.token(10) for _ in titles]
    posts = {
        k: {
            "id": k,
            "text": t,
            "authorId": f"a{i % 3}",
            "promoted": i + 1 in paid,
            "likes": say.number(0, 99),
        }
        for i, (k, t) in enumerate(zip(keys, titles, strict=True))
    }
    authors = {
        f"a{i}": {"id": f"a{i}", "name": n, "avatar": f"/av/{i}.png"}
        for i, n in enumerate(say.every("names")[:3])
    }
    state = {
        "entities": {"authors": authors, "posts": dict(sorted(posts.items()))},
        "feeds": {"home": {"order": keys, "next": say.token()}},
        "i18n": {"like": "Gefällt mir", "share": "Teilen", "reply": "Antworten", "more": "Mehr"},
    }
    body = f"<div id=root></div><script>window.__PRELOADED_STATE__ = JSON.parse({json.dumps(json.dumps(state))})</script>"
    return page(
        "https://zwitscherbaum.example/home",
        body,
        planted(titles, FEED, HARDLY | TOLD, sponsored=paid),
        say=say,
    )


@shape("fr")
def app_store_shelf(say: Say) -> Answer:
    titles, head = say.titles("app", 7), "Conçu pour vous"
    urls = [f"https://boutique.example/app/id{say.number()}" for _ in titles]
    rows = "".join(
        f'<li class="we-lockup"><a href="{u}"><picture><img src="/i/{i}.webp" width=64></picture><div><p class="rank">{i + 1}</p><p class="name">{escape(t)}</p><p class="sub">Productivité</p></div><span>Obtenir</span></a></li>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    return page(
        "https://boutique.example/",
        f'<section><div><h2>{head}</h2><a href="/tout">Tout afficher</a></div><ul>{rows}</ul></section>',
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def dating_cards(say: Say) -> Answer:
    titles = [f"{n}, {say.number(24, 60)}" for n in say.every("names")[:6]]
    urls = [f"/perfil/{say.token(8)}" for _ in titles]
    rows = "".join(
        f'<div class="deck-card"><a href="{u}"><img src="/f/{i}.jpg"><h3>{t}</h3></a><p>a {say.number(1, 30)} km</p><button>♥</button><button>✕</button></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    return page(
        "https://latido.example/descubrir",
        f"<h1>Sugerencias para ti</h1><div>{rows}</div>",
        planted(titles, RECOMMENDED, TOLD, heading="Sugerencias para ti", urls=urls),
        say=say,
    )


@shape("en")
def course_rail_with_why(say: Say) -> Answer:
    titles, head = say.titles("course", 6), "Because you viewed “Everyday botany”"
    prices = say.prices("uk", 6)
    urls = [f"/course/{slug(t)}/" for t in titles]
    rows = "".join(
        f'<div class="c{i}"><a href="{u}">{escape(t)}</a><div>{say.one("names")}</div><div>4.{i} ({say.number(100, 9000)})</div><div><span>Current price</span><span>{p.text}</span></div></div>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    return page(
        "https://skillgrove.example/",
        f"<div><h2>{head}</h2><details><summary>Why am I seeing this?</summary><p>{say.line()}</p></details><div>{rows}</div></div>",
        planted(
            titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
        ),
        say=say,
    )


@shape("de")
def podcast_sse(say: Say) -> Answer:
    titles = say.titles("media", 6)
    urls = [f"https://hoerwald.example/f/{say.token(7)}" for _ in titles]
    value = {
        "typ": "empfehlungen",
        "titel": "Für dich",
        "liste": [{"folge": t, "adresse": u} for t, u in zip(titles, urls, strict=True)],
    }
    text = json.dumps(value, ensure_ascii=False)
    body = f"event: start\ndata: {{}}\n\nevent: modul\ndata: {text}\n\nevent: ende\ndata: {{}}\n\n"
    return answer(
        "https://hoerwald.example/strom",
        "text/event-stream; charset=utf-8",
        body,
        planted(titles, RECOMMENDED, TOLD, heading="Für dich", urls=urls),
    )


@shape("fr")
def classifieds_state(say: Say) -> Answer:
    titles = say.titles("goods", 8)
    prices = say.prices("fr", 8)
    urls = [f"https://bonnaffaire.example/annonces/{say.number()}.htm" for _ in titles]
    rows = [
        {
            "list_id": say.number(),
            "subject": t,
            "url": u,
            "price": [int(float(p.amount))],
            "price_cents": round(float(p.amount) * 100),
            "location": {"city": "Dijon"},
            "attributes": [{"key": "etat", "value": "bon"}, {"key": "marque", "value": "x"}],
            "options": {"booster": False},
        }
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    state = {
        "props": {
            "pageProps": {
                "searchData": {"total": 248, "ads": rows, "max_pages": 30},
                "searchQuery": {"keywords": {"text": "bouilloire"}},
            }
        },
        "page": "/recherche",
        "query": {"text": "bouilloire"},
    }
    body = f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>'
    return page(
        "https://bonnaffaire.example/recherche?text=bouilloire",
        body,
        planted(titles, SEARCH | LISTING, HARDLY, urls=urls),
        say=say,
    )


@shape("es")
def flight_props(say: Say) -> Answer:
    titles, head = say.titles("media", 6), "Porque viste El faro"
    urls = [f"/titulo/{say.number()}" for _ in titles]
    rows = [
        {"id": say.number(), "titulo": t, "href": u, "poster": f"/p/{say.token()}.webp"}
        for t, u in zip(titles, urls, strict=True)
    ]
    line = (
        "5:"
        + json.dumps(
            ["$", "$L4", None, {"fila": {"encabezado": head, "elementos": rows}}],
            ensure_ascii=False,
        )
        + "\n"
    )
    pushes = (
        '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"4:I[\\"321\\",[\\"9\\"],\\"Fila\\"]\\n"])</script>'
        f"<script>self.__next_f.push({json.dumps([1, line])})</script>"
    )
    return page(
        "https://pantalla.example/inicio",
        pushes,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("en")
def related_in_theme(say: Say) -> Answer:
    titles = say.titles("story", 4)
    urls = [f"https://quietblog.example/2026/{slug(t)}/" for t in titles]
    cells = "".join(
        f'<div class="jp-relatedposts-post" data-post-id="{i}"><h4><a href="{u}" rel="nofollow">{escape(t)}</a></h4><p>{say.line()}</p><p>November {i + 1}, 2026</p><p>In "Notes"</p></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    archive = "".join(
        f'<li><a href="/2026/{m:02}/">{n} 2026</a></li>'
        for m, n in enumerate(("January", "February", "March", "April", "May"), 1)
    )
    body = f'<article><h1>{say.titles("story", 1)[0]}</h1>{_prose(say)}</article><div class="jp-relatedposts"><h3><em>Related</em></h3>{cells}</div><aside><h3>Archives</h3><ul>{archive}</ul></aside>'
    return page(
        "https://quietblog.example/2026/today/",
        body,
        planted(titles, RECOMMENDED, UNTOLD, heading="Related", urls=urls),
        say=say,
    )


@shape("de")
def grocery_again(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), "Das könnte dir gefallen"
    prices = say.prices("de", 6)
    urls = [f"/produkte/{say.number()}" for _ in titles]
    rows = "".join(
        f'<product-tile><a href="{u}" aria-label="{escape(t)}"></a><img src="/g/{i}.png" alt=""><div class="n">{escape(t)}</div><div class="g">1 kg = {p.text}</div><div class="p" aria-label="Preis">{p.text}</div><button>In den Warenkorb</button></product-tile>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    return page(
        "https://frischkorb.example/",
        f"<product-rail><h2>{head}</h2><div>{rows}</div></product-rail>",
        planted(
            titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
        ),
        say=say,
    )


@shape("fr")
def native_ads_page(say: Say) -> Answer:
    titles = say.titles("goods", 6)
    urls = [f"https://clic.regie.example/x?d={say.token(18)}" for _ in titles]
    cells = "".join(
        f'<div class="unit"><a href="{u}" target="_blank" rel="nofollow sponsored noopener"><span style="background-image:url(//i.regie.example/{i}.jpg)"></span><span>{escape(t)}</span><span>{say.one("names")}</span></a></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<article><h1>{say.titles("story", 1)[0]}</h1>{_prose(say)}</article><div id="bas"><div><span>Contenus sponsorisés</span><a href="https://regie.example/quoi">par Régie</a></div><div>{cells}</div></div>'
    return page(
        "https://gazette-midi.example/lire/ici", body, planted(titles, AD, TOLD, urls=urls), say=say
    )


@shape("es")
def history_and_recs(say: Say) -> Answer:
    seen, recs = say.titles("goods", 5), say.titles("goods", 5)
    value = {
        "vistos": {
            "titulo": "Vistos recientemente",
            "productos": [{"nombre": t, "ruta": f"/p/{slug(t)}"} for t in seen],
        },
        "sugeridos": {
            "titulo": "Inspirado en tu historial",
            "productos": [{"nombre": t, "ruta": f"/p/{slug(t)}"} for t in recs],
        },
    }
    history = planted(
        seen,
        LISTING | {"other"},
        HARDLY | TOLD,
        heading="Vistos recientemente",
        urls=[f"/p/{slug(t)}" for t in seen],
    )
    chosen = planted(
        recs,
        RECOMMENDED,
        TOLD,
        heading="Inspirado en tu historial",
        urls=[f"/p/{slug(t)}" for t in recs],
    )
    return json_answer("https://zocogrande.example/api/home/bloques", value, history, chosen)


@shape("en")
def search_results_page(say: Say) -> Answer:
    titles, query = say.titles("story", 8), "tram"
    urls = [f"https://{say.token(6)}.example/{slug(t)}" for t in titles]
    ads = say.titles("goods", 3)
    ad_urls = [f"https://seekwell.example/aclk?sa={say.token(18)}" for _ in ads]
    paid = "".join(
        f'<div class="uEierd"><div><span>Sponsored</span></div><a href="{u}"><div role="heading">{escape(t)}</div><cite>www.{say.token(5)}.example</cite></a><div>{say.line()}</div></div>'
        for t, u in zip(ads, ad_urls, strict=True)
    )
    free = "".join(
        f'<div class="g"><div><a href="{u}"><h3>{escape(t)}</h3><cite>{u.split("/")[2]} › news</cite></a></div><div>{say.line()}</div></div>'
        for t, u in zip(titles, urls, strict=True)
    )
    more = "".join(
        f'<a href="/search?q={query}+{w}">{query} {w}</a>'
        for w in ("times", "map", "strike", "ticket", "near me", "museum")
    )
    body = f'<form><input name=q value="{query}"></form><div id=tads>{paid}</div><div id=rso>{free}</div><div><h4>People also search for</h4>{more}</div>'
    return page(
        f"https://seekwell.example/search?q={query}",
        body,
        planted(titles, SEARCH, HARDLY, urls=urls),
        planted(ads, AD | SEARCH, TOLD, urls=ad_urls),
        say=say,
    )


@shape("de")
def playlist_listing(say: Say) -> Answer:
    titles = say.titles("media", 12)
    rows = "".join(
        f'<div role="row"><div role="gridcell">{i}</div><div role="gridcell"><a href="/titel/{i}x">{escape(t)}</a><span><a href="/k/{say.token(4)}">{say.one("names")}</a></span></div><div role="gridcell">3:{i + 10}</div></div>'
        for i, t in enumerate(titles, 1)
    )
    return page(
        "https://klangheim.example/album/7",
        f'<h1>{say.titles("media", 1)[0]}</h1><p>Album · 12 Titel</p><div role="grid">{rows}</div>',
        planted(titles, LISTING | {"other"}, UNTOLD, urls=[f"/titel/{i}x" for i in range(1, 13)]),
        say=say,
    )


@shape("fr")
def events_ld_and_cards(say: Say) -> Answer:
    titles = say.titles("course", 6)
    urls = [f"https://agenda-ville.example/e/{slug(t)}" for t in titles]
    head = "Événements à venir"
    data = [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": t,
            "url": u,
            "startDate": say.when(),
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    cells = "".join(
        f'<li><a href="{u}"><time>{i + 3} déc.</time> <span>{escape(t)}</span></a></li>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    meta = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    return page(
        "https://agenda-ville.example/",
        f"<h2>{head}</h2><ul>{cells}</ul>",
        planted(titles, LISTING | FEED, UNTOLD, urls=urls),
        say=say,
        head=meta,
    )


@shape("es")
def widget_in_jsonp_html(say: Say) -> Answer:
    titles, head = say.titles("goods", 5), "Te puede gustar"
    prices = say.prices("pl", 5)
    urls = [f"https://brisatienda.example/p/{slug(t)}" for t in titles]
    cells = "".join(
        f'<a class="rk-item" href="{u}"><img src="//i.example/{i}.jpg"/><b>{escape(t)}</b><i>{p.text}</i></a>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    )
    fragment = (
        f'<div class="rk"><div class="rk-h">{head}</div><div class="rk-b">{cells}</div></div>'
    )
    body = f"rk_cb({json.dumps({'box': 'pdp', 'html': fragment}, ensure_ascii=False)})"
    return answer(
        "https://rk.recomienda.example/box.js?cb=rk_cb",
        "text/javascript; charset=utf-8",
        body,
        planted(
            titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
        ),
        site="brisatienda.example",
        page="https://brisatienda.example/p/x",
    )


@shape("en")
def feed_of_modules(say: Say) -> Answer:
    titles = say.titles("story", 7)
    urls = [f"/story/{say.token(6)}" for _ in titles]
    paid = {5}
    rows: list[dict] = []
    for rank, (t, u) in enumerate(zip(titles, urls, strict=True), 1):
        kind = "SponsoredCard" if rank in paid else "StoryCard"
        rows.append(
            {
                "__typename": kind,
                "key": say.token(6),
                "content": {
                    "headline": {"plain": t},
                    "link": {"href": u},
                    "meta": [{"type": "time", "v": say.when()}],
                },
            }
        )
        if rank == 3:
            rows.append(
                {
                    "__typename": "SurveyCard",
                    "key": say.token(6),
                    "question": "How was your feed today?",
                    "answers": ["Good", "OK", "Bad"],
                }
            )
    value = {
        "data": {
            "viewer": {"homeFeed": {"modules": rows, "pageInfo": {"endCursor": say.token(30)}}}
        }
    }
    return json_answer(
        "https://loop.example/graphql/home",
        value,
        planted(titles, FEED, HARDLY | TOLD, urls=urls, sponsored=paid),
        **posted({"queryId": say.token()}),
    )


@shape("de")
def trending_chips_and_feed(say: Say) -> Answer:
    titles = say.titles("dish", 8)
    urls = [f"/rezepte/{say.number()}/{slug(t)}.html" for t in titles]
    chips = "".join(
        f'<a href="/s?q={q}">{q}</a>' for q in ("Kürbis", "schnell", "vegan", "Suppe", "Backen")
    )
    cells = "".join(
        f'<article class="ds-card"><a href="{u}"><amp-img src="/k/{i}.jpg"></amp-img><h2>{escape(t)}</h2><div>({say.number(2, 900)})</div><p>{say.number(10, 90)} Min. simpel</p></a><button aria-label="Merken"></button></article>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    return page(
        "https://kochlust.example/beliebt",
        f"<div>{chips}</div><h1>Gerade beliebt</h1><div>{cells}</div>",
        planted(titles, FEED | RECOMMENDED, UNTOLD, heading="Gerade beliebt", urls=urls),
        say=say,
    )
