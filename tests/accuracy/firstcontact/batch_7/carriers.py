# ruff: noqa: E501 - markup and rows stand as sites write them
"""Lists by what carries them: lines, a template, assigned and normalized state, terms."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
from tests.accuracy.firstcontact.kit import (
    FEED,
    HARDLY,
    RECOMMENDED,
    SEARCH,
    TOLD,
    UNTOLD,
    Answer,
    Say,
    answer,
    page,
    planted,
    posted,
    shape,
)


@shape("es")
def stays_line_by_line(say: Say) -> Answer:
    titles, prices = say.titles("place", 7), say.prices("hu", 7)
    urls = addresses("https://www.dormilon.example/h/{s}?in=2026-12-04", titles)
    lines: list[dict] = [{"type": "meta", "query": "Ronda", "total": 7, "providers": ["A", "B"]}]
    lines += [{"type": "hotel", "hotel": {"id": i, "name": t, "stars": 4, "deeplink": u, "rate": {"amount": int(p.amount), "currency": "EUR", "board": "AD"}, "photo": f"https://img.example/{i}.jpg"}} for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))]  # fmt: skip
    lines.append({"type": "done", "ms": 911})
    return answer(
        "https://api.dormilon.example/search/stream?dest=ronda",
        "application/x-ndjson",
        "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in lines),
        planted(titles, SEARCH, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        **posted({"dest": "ronda"}),
    )


@shape("fr")
def rail_in_a_template(say: Say) -> Answer:
    titles, prices = say.titles("stock", 5), say.prices("fr", 5)
    urls = addresses("/article/{s}", titles)
    cards = rows('<li><a href="{u}"><img src="/g{i}.jpg" alt=""><span class="nom">{t}</span></a><span class="prix">{p}</span></li>', titles, urls, p=[p.text for p in prices])  # fmt: skip
    body = f'<h1>{say.titles("stock", 1)[0]}</h1><p>{say.line()}</p><reco-rail source="article"></reco-rail><template id="reco-rail"><h2>Dans le même esprit</h2><ul>{cards}</ul></template>'
    return page(
        "https://galetmer.example/article/a",
        body,
        planted(titles, RECOMMENDED, UNTOLD, heading="Dans le même esprit", urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip


@shape("de")
def assigned_event_state(say: Say) -> Answer:
    mine, hot = (drawn := say.titles("gig", 10))[:5], drawn[5:]
    urls, links = addresses("/e/{s}-tickets-1{i}", mine), addresses("/e/{s}-tickets-2{i}", hot)

    def events(them: list[str], their: list[str]) -> list[dict]:
        return [{"id": str(say.number()), "name": t, "url": u, "start_date": "2026-12-04", "start_time": "19:00", "is_online_event": False, "image": {"url": "https://img.example/e.jpg"}, "primary_venue": {"name": "Moritzhof", "address": {"city": "Leipzig"}}, "ticket_availability": {"is_sold_out": False}} for t, u in zip(them, their, strict=True)]  # fmt: skip

    state = {
        "user": {"isAuthenticated": True},
        "feed": {
            "buckets": [
                {"key": "personalized", "name": "Für dich ausgewählt", "events": events(mine, urls)},
                {"key": "popular", "name": "Beliebt in Leipzig", "events": events(hot, links)},
            ]
        },
        "browse": {"categories": [{"id": i, "name": n} for i, n in enumerate(("Musik", "Theater", "Sport", "Kurse"))]},
    }  # fmt: skip
    script = json.dumps(state, ensure_ascii=False)
    return page(
        "https://www.abendplan.example/",
        f'<div id="app"></div><script>window.__INITIAL_STATE__ = {script};\nwindow.__LOCALE__ = "de_DE";</script>',
        planted(mine, RECOMMENDED, TOLD, heading="Für dich ausgewählt", urls=urls),
        planted(hot, FEED, UNTOLD, heading="Beliebt in Leipzig", urls=links),
        say=say,
    )


@shape("de")
def audiobook_cache(say: Say) -> Answer:
    mine, top = (drawn := say.titles("book", 10))[:5], drawn[5:]
    cache: dict = {
        f"Audiobook:{i}": {"__typename": "Audiobook", "id": str(i), "title": t, "url": f"/hoerbuch/{i}", "author": {"__ref": "Person:1"}, "cover({\"size\":300})": f"https://img.example/{i}.jpg", "durationInMinutes": 540}
        for i, t in enumerate(drawn)
    }  # fmt: skip
    cache["Person:1"] = {"__typename": "Person", "id": "1", "name": say.one("names")}
    shelves = (("Weil du Krimis hörst", range(5)), ("Hörbuch-Charts", range(5, 10)))
    cache["ROOT_QUERY"] = {"__typename": "Query", 'home({"market":"DE"})': {"__typename": "Home", "shelves": [{"__typename": "Shelf", "headline": head, "books": [{"__ref": f"Audiobook:{i}"} for i in them]} for head, them in shelves]}}  # fmt: skip
    script = json.dumps(cache, ensure_ascii=False)
    return page(
        "https://www.lauschbuch.example/",
        f'<div id="root"></div><script>window.__APOLLO_STATE__={script}</script>',
        planted(mine, RECOMMENDED, TOLD, heading="Weil du Krimis hörst", urls=[f"/hoerbuch/{i}" for i in range(5)]),
        planted(top, FEED, UNTOLD, heading="Hörbuch-Charts", urls=[f"/hoerbuch/{i}" for i in range(5, 10)]),
        say=say,
    )  # fmt: skip


@shape("es")
def small_ads_as_terms(say: Say) -> Answer:
    titles, prices = say.titles("lot", 6), say.prices("de", 6)
    urls = addresses("/anuncio/{s}-{i}.htm", titles)
    cards = rows('<div class="anuncio"><a href="{u}"><img src="/an{i}.jpg" alt=""></a><dl><dt class="oculto">Título</dt><dd><a href="{u}">{t}</a></dd><dt class="oculto">Precio</dt><dd>{p}</dd><dt class="oculto">Lugar</dt><dd>Gijón</dd></dl></div>', titles, urls, p=[p.text for p in prices])  # fmt: skip
    body = f'<section aria-labelledby="r"><h2 id="r">Anuncios recomendados según tus búsquedas</h2><div>{cards}</div><a href="/ajustes/recomendaciones">Ajustar recomendaciones</a></section>'
    return page(
        "https://www.rastrillo.example/",
        body,
        planted(titles, RECOMMENDED, TOLD, heading="Anuncios recomendados según tus búsquedas", urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip
