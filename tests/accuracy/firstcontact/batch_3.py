# ruff: noqa: E501, RUF001 - markup and prices stand as sites write them
"""The third shapes: caches, fragments, batches, other alphabets of bytes, titles in odd places."""

import gzip
import json
from dataclasses import replace
from html import escape

from companion.model import Message
from tests.accuracy.firstcontact.kit import (
    AD,
    ANY_CHOSEN,
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
def elastic_hits(say: Say) -> Answer:
    titles = say.titles("job", 9)
    urls = [f"/vacancies/{say.number()}" for _ in titles]
    hits = [
        {
            "_index": "jobs-7",
            "_id": u[11:],
            "_score": 9.1 - i / 9,
            "_source": {"job_title": t, "apply_path": u, "employer": {"name": say.one("names")}},
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    value = {
        "took": 12,
        "timed_out": False,
        "hits": {"total": {"value": 248}, "max_score": 9.1, "hits": hits},
        "aggregations": {
            "city": {
                "buckets": [
                    {"key": "Leeds", "doc_count": 40},
                    {"key": "York", "doc_count": 12},
                    {"key": "Hull", "doc_count": 8},
                ]
            }
        },
    }
    return json_answer(
        "https://hireharbor.example/_search?q=engineer",
        value,
        planted(titles, SEARCH, HARDLY, urls=urls),
    )


@shape("de")
def apollo_cache(say: Say) -> Answer:
    titles, head = say.titles("dish", 7), say.one("personal")
    keys = [f"Rezept:{say.number()}" for _ in titles]
    urls = [f"/rezept/{k[7:]}" for k in keys]
    cache: dict = {
        k: {
            "__typename": "Rezept",
            "id": k[7:],
            "titel": t,
            "pfad": u,
            "bild": {"__ref": f"Bild:{i}"},
        }
        for i, (k, t, u) in enumerate(zip(keys, titles, urls, strict=True))
    }
    cache |= {
        f"Bild:{i}": {"__typename": "Bild", "url": f"https://b.example/{say.token()}.jpg"}
        for i in range(7)
    }
    shuffled = dict(sorted(cache.items(), key=lambda it: it[0][::-1]))
    shuffled["ROOT_QUERY"] = {
        "__typename": "Query",
        'modul({"id":"start"})': {
            "__typename": "Modul",
            "ueberschrift": head,
            "rezepte": [{"__ref": k} for k in keys],
        },
    }
    body = f"<div id=root></div><script>window.__APOLLO_STATE__={json.dumps(shuffled, ensure_ascii=False)}</script>"
    return page(
        "https://kochlust.example/", body, planted(titles, RECOMMENDED, TOLD, urls=urls), say=say
    )


@shape("fr")
def rendered_titles(say: Say) -> Answer:
    titles = say.titles("story", 8)
    urls = [f"https://lecanal.example/{slug(t)}/" for t in titles]
    rows = [
        {
            "id": say.number(),
            "date": say.when(),
            "slug": slug(t),
            "link": u,
            "title": {"rendered": escape(t).replace("&#x27;", "&rsquo;").replace("'", "&rsquo;")},
            "excerpt": {"rendered": f"<p>{say.line()}</p>"},
            "author": 3,
            "_links": {"self": [{"href": f"https://lecanal.example/wp-json/{i}"}]},
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    spoken = [t.replace("'", "’") for t in titles]
    return json_answer(
        "https://lecanal.example/wp-json/wp/v2/posts?per_page=8",
        rows,
        planted(spoken, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("es")
def json_in_string(say: Say) -> Answer:
    titles, head = say.titles("goods", 6), say.one("personal")
    prices = say.prices("us", 6)
    urls = [f"/dp/{say.token(9).upper()}" for _ in titles]
    rows = [
        {"asin": u[4:], "title": t, "detailUrl": u, "priceText": p.text}
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    inner = json.dumps({"strategy": {"heading": head}, "products": rows}, ensure_ascii=False)
    value = {"widgets": [{"id": "w-11", "payload": inner, "ttl": 60}]}
    truth = planted(
        titles, RECOMMENDED, TOLD, heading=head, urls=urls, prices=[p.amount for p in prices]
    )
    return json_answer("https://zocogrande.example/gp/widgets", value, truth)


@shape("en")
def batch_of_answers(say: Say) -> Answer:
    titles, head = say.titles("app", 7), say.one("personal")
    urls = [f"/details?id=com.{say.token(7)}" for _ in titles]
    rows = [
        [[u, t, [None, f"https://ic.example/{say.token()}"], 4.2]]
        for t, u in zip(titles, urls, strict=True)
    ]
    inner = json.dumps([[[head, None, rows, say.token(20)]]])
    line = json.dumps(
        [
            ["wrb.fr", "qX4", inner, None, None, "generic"],
            ["di", 61],
            ["af.httprm", 61, say.token(), 4],
        ]
    )
    body = f')]}}\'\n\n{len(line) + 1}\n{line}\n26\n[["e",4,null,null,{len(line)}]]\n'
    return answer(
        "https://appatoll.example/_/Store/data/batchexecute",
        "application/json; charset=utf-8",
        body,
        planted(titles, RECOMMENDED, HARDLY | TOLD, urls=urls),
        **posted({"f": "qX4"}),
    )


@shape("de")
def htmx_fragment(say: Say) -> Answer:
    titles, head = say.titles("goods", 5), say.one("related")
    prices = say.prices("ch", 5)
    urls = [f"/artikel/{slug(t)}" for t in titles]
    rows = "".join(
        f'<div class="kachel"><a href="{u}">{escape(t)}</a> <em>{p.text}</em></div>'
        for t, u, p in zip(titles, urls, prices, strict=True)
    )
    body = f"<h3>{head}</h3>\n<div class=kacheln>{rows}</div>"
    truth = planted(
        titles,
        RECOMMENDED,
        say.told(head),
        heading=head,
        urls=urls,
        prices=[p.amount for p in prices],
    )
    return answer(
        "https://bergladen.example/fragmente/empfehlungen?artikel=4",
        "text/html; charset=utf-8",
        body,
        truth,
    )


@shape("fr")
def turbo_stream(say: Say) -> Answer:
    titles = say.titles("thread", 6)
    urls = [f"/t/{say.number()}" for _ in titles]
    rows = "".join(
        f'<article id="t_{i}"><a href="{u}">{escape(t)}</a><p>{say.one("names")}</p></article>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f'<turbo-stream action="append" target="fil"><template>{rows}</template></turbo-stream>'
    return answer(
        "https://lagora.example/fil?page=2",
        "text/vnd.turbo-stream.html; charset=utf-8",
        body,
        planted(titles, FEED | LISTING | RECOMMENDED, UNTOLD | HARDLY, urls=urls),
        page="https://lagora.example/fil",
    )


@shape("es")
def attributes_only(say: Say) -> Answer:
    titles, head = say.titles("media", 6), say.one("because", "El último faro perdido")
    urls = [f"/pelicula/{slug(t)}" for t in titles]
    rows = "".join(
        f'<peli-carta titulo="{escape(t)}" enlace="{u}" portada="/c/{say.token()}.jpg"></peli-carta>'
        for t, u in zip(titles, urls, strict=True)
    )
    return page(
        "https://pantalla.example/",
        f"<section><h2>{escape(head)}</h2><peli-fila>{rows}</peli-fila></section>",
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("en")
def alt_text_titles(say: Say) -> Answer:
    titles, head = say.titles("media", 7), say.one("personal")
    urls = [f"/title/{say.number()}" for _ in titles]
    rows = "".join(
        f'<li><a href="{u}"><img src="/po/{say.token()}.jpg" alt="{escape(t)}"></a></li>'
        for t, u in zip(titles, urls, strict=True)
    )
    return page(
        "https://reelhouse.example/browse",
        f"<div><h2>{head}</h2><ul>{rows}</ul></div>",
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("de")
def kicker_and_headline(say: Say) -> Answer:
    titles = say.titles("story", 8)
    head = say.one("popular")
    urls = [f"/politik/{slug(t)}-{say.number()}.html" for t in titles]
    rows = "".join(
        f'<article><a href="{u}"><div><span>Landespolitik:</span><span>{escape(t)}</span></div></a><p>{say.line()} <a href="{u}#kommentare">{say.number(2, 90)} Kommentare</a></p><address>Von {say.one("names")}</address></article>'
        for t, u in zip(titles, urls, strict=True)
    )
    return page(
        "https://blattwerk.example/",
        f"<section><header><h2>{head}</h2></header>{rows}</section>",
        planted(titles, FEED | RECOMMENDED, UNTOLD, heading=head, urls=urls),
        say=say,
    )


@shape("fr")
def interleaved_ads_html(say: Say) -> Answer:
    titles, mark = say.titles("story", 9), say.one("sponsored")
    paid = {4, 8}
    urls = [
        f"https://annonceur-{i}.example/?c={say.token()}" if i in paid else f"/lire/{slug(t)}"
        for i, t in enumerate(titles, 1)
    ]
    rows = "".join(
        f'<div class="item"><a href="{u}"><h3>{escape(t)}</h3></a>{f"<span class=tag>{mark}</span>" if i in paid else f"<span class=tag>{say.one('names')}</span>"}</div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True), 1)
    )
    return page(
        "https://gazette-midi.example/fil",
        f"<h1>{say.one('latest')}</h1><div class=fil>{rows}</div>",
        planted(titles, FEED, HARDLY | TOLD, urls=urls, sponsored=paid),
        say=say,
    )


@shape("es")
def grid_in_table_cells(say: Say) -> Answer:
    titles = say.titles("goods", 9)
    prices = say.prices("de", 9)
    urls = [f"ficha.php?id={say.number(100, 9999)}" for _ in titles]
    cells = [
        f'<td align=center><a href="{u}"><img src="f/{i}.gif" border=0></a><br><a href="{u}"><b>{escape(t)}</b></a><br><font color=red>{p.text}</font></td>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]
    rows = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in (0, 3, 6))
    head = say.one("latest")
    return page(
        "https://ferreteriasol.example/index.php",
        f"<center><b>{head}</b></center><table width=600>{rows}</table>",
        planted(titles, ANY_CHOSEN, UNTOLD, urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )


@shape("en")
def text_posts(say: Say) -> Answer:
    texts = [f"{t}. {say.line()}" for t in say.titles("thread", 8)]
    urls = [f"https://elephantine.example/@{say.token(5)}/{say.number()}" for _ in texts]
    rows = [
        {
            "id": u.rsplit("/", 1)[1],
            "created_at": say.when(),
            "content": f"<p>{escape(t)}</p>",
            "url": u,
            "account": {
                "acct": say.token(6),
                "display_name": say.one("names"),
                "url": u.rsplit("/", 1)[0],
            },
            "reblogs_count": say.number(0, 80),
            "reblog": None,
        }
        for t, u in zip(texts, urls, strict=True)
    ]
    return json_answer(
        "https://elephantine.example/api/v1/timelines/home?limit=8",
        rows,
        planted(texts, FEED, HARDLY, urls=urls),
    )


@shape("de")
def localized_fields(say: Say) -> Answer:
    titles = say.titles("course", 7)
    urls = [f"/kurse/{slug(t)}" for t in titles]
    rows = [
        {
            "id": say.number(),
            "name": {"de": t, "en": f"Course {i}"},
            "url": {"de": u},
            "level": "A2",
        }
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    value = {
        "recommendedCourses": {
            "title": {"de": "Für dich empfohlen", "en": "Recommended for you"},
            "entries": rows,
        }
    }
    return json_answer(
        "https://lernwerk.example/api/home", value, planted(titles, RECOMMENDED, TOLD, urls=urls)
    )


@shape("fr")
def latin1_page(say: Say) -> Answer:
    titles, head = say.titles("home", 6), say.one("latest")
    urls = [f"/bien/{say.number()}" for _ in titles]
    rows = "".join(
        f'<li><a href="{u}">{escape(t)}</a> <span>Réf. {say.number()}</span></li>'
        for t, u in zip(titles, urls, strict=True)
    )
    text = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Étude</title></head><body><h2>{head}</h2><ul>{rows}</ul></body></html>'
    return answer(
        "https://etude-moreau.example/",
        "text/html",
        text.encode("latin-1"),
        planted(titles, FEED | LISTING, UNTOLD, urls=urls),
    )


@shape("es")
def gzipped_answer(say: Say) -> Answer:
    titles, head = say.titles("media", 20), say.one("personal")
    urls = [f"https://ondalibre.example/t/{say.token(9)}" for _ in titles]
    rows = [
        {
            "track": {"name": t, "external": {"web": u}, "artists": [{"name": say.one("names")}]},
            "added_at": None,
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    exchange, lists = json_answer(
        "https://api.ondalibre.example/v1/mix/diario",
        {"name": head, "description": say.because(), "tracks": {"items": rows, "total": 20}},
        planted(titles, RECOMMENDED, TOLD, urls=urls),
    )
    body = gzip.compress(exchange.response.body or b"", mtime=0)
    headers = (*exchange.response.headers, ("content-encoding", "gzip"))
    return replace(exchange, response=Message(headers=headers, body=body)), lists


@shape("en")
def podcast_rss(say: Say) -> Answer:
    titles = say.titles("media", 9)
    urls = [f"https://podnest.example/ep/{slug(t)}" for t in titles]
    items = "".join(
        f'<item><itunes:title>{escape(t)}</itunes:title><title>{escape(t)}</title><link>{u}</link><enclosure url="https://cdn.podnest.example/{say.token()}.mp3" length="{say.number()}" type="audio/mpeg"/><itunes:duration>31:20</itunes:duration></item>'
        for t, u in zip(titles, urls, strict=True)
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Nest</title><itunes:category text="Arts"/>{items}</channel></rss>'
    return answer(
        "https://podnest.example/show/9/rss",
        "text/xml; charset=utf-8",
        body,
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("de")
def up_next_column(say: Say) -> Answer:
    titles = say.titles("media", 8)
    urls = [f"/schau?v={say.token(11)}" for _ in titles]
    rows = [
        {
            "kompaktRenderer": {
                "videoId": u[9:],
                "titel": {
                    "simpleText": t,
                    "a11y": {"label": f"{t} von {say.one('names')}, 12 Minuten"},
                },
                "endpoint": {"meta": {"url": u}},
                "dauer": {"simpleText": "12:04"},
            }
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "inhalt": {
            "zweiSpalten": {
                "haupt": {"titel": {"simpleText": say.titles("media", 1)[0]}},
                "nebenspalte": {
                    "weitere": {
                        "autoplay": True,
                        "eintraege": [*rows, {"fortsetzung": {"token": say.token(30)}}],
                    }
                },
            }
        }
    }
    return json_answer(
        "https://www.clipwiese.example/api/next",
        value,
        planted(titles, RECOMMENDED, HARDLY, urls=urls),
        **posted({"videoId": say.token(11)}),
    )


@shape("fr")
def recos_by_slot(say: Say) -> Answer:
    truths, slots = [], {}
    for slot, kind in (("fiche_bas", "related"), ("panier", "personal")):
        titles, head = say.titles("goods", 5), say.one(kind)
        urls = [f"https://www.mercerie-lune.example/{slug(t)}" for t in titles]
        prices = say.prices("fr", 5)
        slots[slot] = {
            "label": head,
            "strategy": f"als-{say.token(4)}",
            "recos": {
                str(i): {"ref": say.token(6), "libelle": t, "lien": u, "tarif": {"ttc": p.text}}
                for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
            },
        }
        told = say.told(head) if kind == "related" else TOLD
        truths.append(
            planted(
                titles,
                RECOMMENDED,
                told,
                heading=head,
                urls=urls,
                prices=[p.amount for p in prices],
            )
        )
    return json_answer(
        "https://reco.sillage.example/slots?page=fiche",
        {"visitor": say.token(24), "slots": slots},
        *truths,
        site="mercerie-lune.example",
        page="https://www.mercerie-lune.example/veste",
    )


@shape("es")
def suggestions_while_typing(say: Say) -> Answer:
    titles = say.titles("goods", 6)
    urls = [f"/p/{slug(t)}" for t in titles]
    rows = [
        {"nombre": t, "enlace": u, "miniatura": f"/m/{i}.webp"}
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    ]
    return json_answer(
        "https://brisatienda.example/buscar/sugerencias?term=moch",
        {"termino": "moch", "productos": rows},
        planted(titles, SEARCH, HARDLY, urls=urls),
    )


@shape("en")
def classifieds_html(say: Say) -> Answer:
    titles = say.titles("goods", 10)
    prices = say.prices("uk", 10)
    urls = [f"/ad/{slug(t)}/{say.number()}" for t in titles]
    paid = {1}
    rows = "".join(
        f'<li data-adid="{say.number()}"><article><div>{"<span>Featured ad</span>" if i in paid else ""}<a href="{u}"><h2>{escape(t)}</h2></a><span>{p.text}</span><span>Hackney, London</span><span>{say.number(1, 23)} hours ago</span></div></article></li>'
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True), 1)
    )
    return page(
        "https://tradeyard.example/search?q=kettle",
        f"<h1>248 ads for kettle</h1><ul>{rows}</ul>",
        planted(
            titles, SEARCH | LISTING, HARDLY | TOLD, urls=urls, prices=[p.amount for p in prices]
        ),
        say=say,
    )


@shape("de")
def ad_auction_answer(say: Say) -> Answer:
    titles = say.titles("goods", 4)
    urls = [f"https://c.anzeigenhaus.example/k?{say.token(24)}" for _ in titles]
    prices = say.prices("de", 4)
    rows = [
        {"produkt": {"name": t, "klickUrl": u, "preis": p.text, "haendler": say.one("names")}}
        for t, u, p in zip(titles, urls, prices, strict=True)
    ]
    value = {
        "anzeigen": {
            "kennzeichnung": "Anzeige",
            "motiv": rows,
            "impressionUrl": f"https://c.anzeigenhaus.example/i?{say.token()}",
        }
    }
    return json_answer(
        "https://ads.anzeigenhaus.example/liefern?platz=seite-unten",
        value,
        planted(titles, AD, TOLD, urls=urls, prices=[p.amount for p in prices]),
        site="blattwerk.example",
        page="https://blattwerk.example/",
    )


@shape("fr")
def deferred_chunks(say: Say) -> Answer:
    titles, head = say.titles("course", 6), say.one("personal")
    urls = [f"/cours/{slug(t)}" for t in titles]
    rows = "".join(
        f'<a href="{u}"><span>{escape(t)}</span></a>' for t, u in zip(titles, urls, strict=True)
    )
    body = f'<div><template id="B:0"></template><p>…</p></div><div hidden id="S:0"><h2>{head}</h2><div>{rows}</div></div><script>$RC("B:0","S:0")</script>'
    return page(
        "https://apprendre.example/",
        body,
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=urls),
        say=say,
    )


@shape("es")
def relative_and_button(say: Say) -> Answer:
    titles, head = say.titles("job", 6), say.one("personal")
    rows = "".join(
        f'<div role="listitem" data-href="/oferta/{i}"><div role="heading" aria-level="3">{escape(t)}</div><div>{say.one("names")} S.L.</div><button type=button>Guardar</button><button type=button>{say.one("less")}</button></div>'
        for i, t in enumerate(titles)
    )
    return page(
        "https://empleoya.example/inicio",
        f'<div role="region" aria-label="{head}"><div role="heading" aria-level="2">{head}</div><div role="list">{rows}</div></div>',
        planted(titles, RECOMMENDED, TOLD, heading=head, urls=[f"/oferta/{i}" for i in range(6)]),
        say=say,
    )


@shape("en")
def activity_collection(say: Say) -> Answer:
    titles = say.titles("media", 7)
    urls = [f"https://tubegarden.example/w/{say.token(9)}" for _ in titles]
    rows = [
        {
            "type": "Announce",
            "id": f"{u}/announce",
            "object": {
                "type": "Video",
                "name": t,
                "url": [{"type": "Link", "mediaType": "text/html", "href": u}],
            },
        }
        for t, u in zip(titles, urls, strict=True)
    ]
    value = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollectionPage",
        "orderedItems": rows,
        "next": "https://tubegarden.example/outbox?page=2",
    }
    return answer(
        "https://tubegarden.example/outbox?page=1",
        "application/activity+json",
        json.dumps(value),
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("de")
def three_only(say: Say) -> Answer:
    titles, head = say.titles("story", 3), say.one("related")
    urls = [f"/wirtschaft/{slug(t)}" for t in titles]
    rows = "".join(
        f'<div><a href="{u}"><figure><img src="/t/{i}.jpg" alt=""></figure><h3>{escape(t)}</h3></a></div>'
        for i, (t, u) in enumerate(zip(titles, urls, strict=True))
    )
    body = f"<article><h1>{say.titles('story', 1)[0]}</h1>{''.join(f'<p>{say.line()} {say.line()}</p>' for _ in range(5))}</article><section><h2>{head}</h2><div>{rows}</div></section>"
    return page(
        "https://nordkurs.example/artikel/x",
        body,
        planted(titles, RECOMMENDED, say.told(head), heading=head, urls=urls),
        say=say,
    )
