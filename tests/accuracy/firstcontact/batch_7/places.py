# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""Second-hand, homes, work, journeys, meals at the door and what is on."""

import json

from tests.accuracy.firstcontact.batch_7.rows import addresses, rows
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
    json_answer,
    page,
    planted,
    posted,
    shape,
    slug,
)


@shape("de")
def small_ads_by_word(say: Say) -> Answer:
    titles, prices = say.titles("lot", 9), say.prices("de", 9)
    urls = addresses("/s-anzeige/{s}/28{i}-81-33", titles)
    tops = ['<i class="badge-hint-pro-small">PRO</i>' if i in (2, 5) else "" for i in range(9)]
    cards = rows('<li class="ad-listitem"><article class="aditem" data-adid="28{i}" data-href="{u}"><div class="aditem-image"><a href="{u}"><img src="/x{i}.jpg" alt=""></a></div><div class="aditem-main"><div class="top"><span>2{i}103 Hamburg</span><span>Heute, 1{i}:04</span></div><h2><a class="ellipsis" href="{u}">{t}</a></h2><p class="desc">{d}</p><p class="price">{p} VB</p><span class="simpletag">Versand möglich</span>{m}</div></article></li>', titles, urls, d=[say.line() for _ in titles], p=[p.text for p in prices], m=tops)  # fmt: skip
    body = f'<h1>Fahrrad in Hamburg</h1><span class="crumb-count">1 - 9 von 2.411 Ergebnissen für „zelt“ in Hamburg</span><ul id="srchrslt-adtable">{cards}</ul><div class="pagination"><a href="/seite:2">2</a><a href="/seite:3">3</a><a href="/seite:4">4</a></div>'
    return page(
        "https://www.hofboden.example/s-hamburg/zelt/k0",
        body,
        planted(titles, SEARCH, UNTOLD, urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )


@shape("fr")
def ads_with_price_arrays(say: Say) -> Answer:
    titles, prices = say.titles("lot", 7), say.prices("hu", 7)
    urls = addresses("https://www.debarras.example/ad/loisirs/24{i}", titles)
    ads = [
        {"list_id": 240 + i, "first_publication_date": "2026-11-24 08:12:00", "index_date": "2026-11-24 08:12:00", "status": "active", "category_id": "27", "category_name": "Loisirs", "subject": t, "body": say.line(), "brand": "debarras", "ad_type": "offer", "url": u, "price": [int(p.amount)], "price_cents": int(p.amount) * 100, "images": {"thumb_url": f"https://img.example/{i}.jpg", "nb_images": 3}, "attributes": [{"key": "condition", "value": "2", "value_label": "Très bon état"}, {"key": "shipping", "value": "1", "value_label": "Livraison"}], "location": {"city": "Rennes", "zipcode": "35000"}, "owner": {"name": n, "type": "private"}, "has_phone": False}
        for i, (t, u, p, n) in enumerate(zip(titles, urls, prices, say.every("names"), strict=False), 1)
    ]  # fmt: skip
    return json_answer(
        "https://api.debarras.example/finder/search",
        {"total": 812, "total_all": 812, "ads": ads, "pivot": say.token(30), "max_pages": 100},
        planted(titles, SEARCH | LISTING, HARDLY, urls=urls, prices=[p.amount for p in prices]),
        **posted({"filters": {"keywords": {"text": "tente"}}, "limit": 7}),
    )


@shape("en")
def rents_in_page_props(say: Say) -> Answer:
    titles, prices = say.titles("home", 6), [f"{n}" for n in (1250, 980, 1425, 2100, 1675, 895)]
    urls = addresses("/properties/15{i}#/?channel=RES_LET", titles)
    homes = [
        {"id": 150 + i, "bedrooms": 2, "bathrooms": 1, "numberOfImages": 14, "summary": say.line(), "displayAddress": t, "location": {"latitude": 53.7 + i / 100, "longitude": -0.3}, "propertyImages": {"mainImageSrc": f"https://img.example/{i}.jpg"}, "propertySubType": "Flat", "price": {"amount": int(p), "frequency": "monthly", "currencyCode": "GBP", "displayPrices": [{"displayPrice": f"£{int(p):,} pcm", "displayPriceQualifier": ""}]}, "customer": {"branchDisplayName": "Holt & Dunn", "contactTelephone": "01482 000000"}, "featuredProperty": i == 0, "propertyUrl": u}
        for i, (t, u, p) in enumerate(zip(titles, urls, prices, strict=True))
    ]  # fmt: skip
    props = {"props": {"pageProps": {"searchResults": {"properties": homes, "resultCount": "6", "pagination": {"first": "0", "options": [{"value": "0", "description": "1"}]}, "sortOptions": [{"sortType": "2", "description": "Highest price"}, {"sortType": "1", "description": "Lowest price"}, {"sortType": "6", "description": "Newest listed"}], "location": {"displayName": "Hull"}}}}, "page": "/find", "buildId": "x"}  # fmt: skip
    return page(
        "https://www.brightlet.example/property-to-rent/find.html?locationIdentifier=REGION%5E668",
        f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(props, ensure_ascii=False)}</script>',
        planted(titles, SEARCH | LISTING, HARDLY, prices=prices),
        say=say,
    )


@shape("es")
def vacancy_with_similar(say: Say) -> Answer:
    near, mine = (drawn := say.titles("job", 7))[:4], drawn[4:]
    urls, links = addresses("/oferta/{s}/of-i{i}", near), addresses("/oferta/{s}/of-m{i}", mine)
    cards = rows('<li class="sui-card"><a href="{u}" title="{t}"><h4>{t}</h4></a><p>Empresa {i}</p><ul class="tags"><li>Híbrido</li><li>Jornada completa</li><li>24.000 € – 28.000 €</li></ul></li>', near, urls)  # fmt: skip
    picks = rows('<div class="match"><span class="match-why">Coincide con tu perfil</span><a href="{u}">{t}</a><small>Hace {i} h</small></div>', mine, links)  # fmt: skip
    wants = "".join(f"<li>{x}</li>" for x in ("Grado medio", "Dos años de experiencia", "Carné B"))
    body = f"<article><h1>{say.titles('job', 1)[0]}</h1><h2>Requisitos</h2><ul>{wants}</ul><p>{say.line()}</p><button>Inscribirme</button></article><aside><h3>Ofertas similares</h3><ul>{cards}</ul></aside><aside><h3>Ofertas para ti</h3>{picks}</aside>"
    lists = [planted(near, RECOMMENDED, UNTOLD, heading="Ofertas similares", urls=urls)]
    lists.append(planted(mine, RECOMMENDED, TOLD, heading="Ofertas para ti", urls=links))
    return page("https://www.tajo-empleo.example/oferta/x/of-1", body, *lists, say=say)


@shape("en")
def vacancies_and_why(say: Say) -> Answer:
    drawn = say.titles("job", 11)
    found, mine = drawn[:7], drawn[7:]
    urls, links = addresses("https://www.shiftboard.example/details/50{i}", found), addresses("https://www.shiftboard.example/details/90{i}", mine)  # fmt: skip
    why = [f"Because you applied to {t}" for t in say.titles("job", 4)]
    hits = [{"__CLASS__": "Job", "id": f"50{i}", "title": t, "redirect_url": u, "company": {"display_name": "Rowe Care", "__CLASS__": "Company"}, "location": {"area": ["UK", "Hull"], "display_name": "Hull"}, "salary_min": 24000 + i, "salary_max": 31000, "created": say.when(), "description": say.line()} for i, (t, u) in enumerate(zip(found, urls, strict=True))]  # fmt: skip
    picks = [{"job": {"id": f"90{i}", "title": t, "redirect_url": u, "company": {"display_name": "Finch Ltd"}}, "explanation": w, "score": 0.8} for i, (t, u, w) in enumerate(zip(mine, links, why, strict=True))]  # fmt: skip
    return json_answer(
        "https://www.shiftboard.example/api/search?what=nurse&where=hull",
        {"count": 412, "mean": 27100.5, "results": hits, "recommendedJobs": picks},
        planted(found, SEARCH, HARDLY, urls=urls),
        planted(mine, RECOMMENDED, TOLD, urls=links, reasons=tuple(enumerate(why, 1))),
    )


@shape("de")
def journeys_by_wish(say: Say) -> Answer:
    spots, stays = ["Lissabon", "Palma", "Antalya", "Kreta", "Wien", "Sylt"], say.titles("place", 5)
    urls, links = addresses("/ziel/{s}", spots), addresses("/hotel/{s}.html", stays)
    froms = [f"{n}" for n in (129, 89, 245, 310, 74, 199)]
    prices = say.prices("de", 5)
    tiles = rows('<a class="tile" href="{u}" style="background-image:url(/z{i}.jpg)"><span class="tile-title">{t}</span><span class="tile-price">ab {p} € p. P.</span></a>', spots, urls, p=froms)  # fmt: skip
    cards = rows('<div class="hotel"><a href="{u}"><img src="/ho{i}.jpg" alt="{t}"></a><div><a href="{u}" class="hotel-name">{t}</a><span class="stars">★★★★</span><span class="score">8,{i} Fabelhaft</span><span class="nights">2 Nächte</span> <span class="strike">9.999,00 €</span> <b>{p}</b></div></div>', stays, links, p=[p.text for p in prices])  # fmt: skip
    body = f'<section><h2>Beliebte Reiseziele</h2><div class="tiles">{tiles}</div></section><section><h2>Weil Sie sich für Meran interessieren</h2><div class="hotels">{cards}</div></section>'
    return page(
        "https://fernweg.example/",
        body,
        planted(spots, FEED | RECOMMENDED, UNTOLD, heading="Beliebte Reiseziele", urls=urls, prices=froms),
        planted(stays, RECOMMENDED, TOLD, heading="Weil Sie sich für Meran interessieren", urls=links, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip


@shape("es")
def meals_at_the_door(say: Say) -> Answer:
    drawn = [f"{a} {b}" for a in ("Casa", "Taberna", "Horno", "La Brasa") for b in ("Lola", "Mar", "Norte", "Olmo")]  # fmt: skip
    say.rng.shuffle(drawn)
    mine, near = drawn[:5], drawn[5:12]

    def store(t: str) -> dict:
        return {"type": "STORE", "store": {"storeUuid": say.token(20), "title": {"text": t}, "actionUrl": f"/store/{slug(t)}", "image": {"items": [{"url": "https://img.example/s.jpg", "width": 550}]}, "rating": {"text": "4.6"}, "meta": [{"text": "Envío 1,49 €", "badgeType": "FARE"}, {"text": "20-35 min", "badgeType": "ETD"}]}}  # fmt: skip

    value = {
        "status": "success",
        "data": {
            "feedItems": [
                {"uuid": say.token(8), "type": "CUISINE_CAROUSEL", "payload": {"items": [{"label": n, "link": f"/c/{slug(n)}"} for n in ("Pizza", "Sushi", "Poke", "Tacos")]}},
                {"uuid": say.token(8), "type": "REGULAR_CAROUSEL", "carousel": {"header": {"title": {"text": "Elegidos para ti"}}, "stores": [store(t) for t in mine]}},
                *({"uuid": say.token(8), **store(t), "type": "REGULAR_STORE"} for t in near),
            ],
            "meta": {"hasMore": True, "offset": 80},
        },
    }  # fmt: skip
    return json_answer(
        "https://www.trotamesa.example/_p/api/getFeedV1?localeCode=es",
        value,
        planted(mine, RECOMMENDED, TOLD, heading="Elegidos para ti", urls=[f"/store/{slug(t)}" for t in mine]),
        planted(near, FEED | LISTING | RECOMMENDED, frozenset({True, False, None}), urls=[f"/store/{slug(t)}" for t in near]),
        **posted({"cacheKey": "x"}),
    )  # fmt: skip


@shape("en")
def town_diary(say: Say) -> Answer:
    titles = say.titles("gig", 7)
    urls = addresses("/whats-on/{s}/", titles)
    entries = rows('<div class="vevent tribe-row"><time class="dtstart" datetime="2026-12-0{i}T19:00">Dec {i} @ 7:00 pm</time><h3 class="summary"><a class="url" href="{u}" rel="bookmark">{t}</a></h3><address class="location">Guildhall</address><p>{d}</p><span class="cost">£{i} – £1{i}</span></div>', titles, urls, d=[say.line() for _ in titles])  # fmt: skip
    body = f'<h1>What’s on in December</h1><form><input name="from" type="date"></form><div class="tribe-list">{entries}</div><nav><a href="?p=1">Previous events</a><a href="?p=2">Next events</a></nav>'
    return page(
        "https://hullarts.example/whats-on/",
        body,
        planted(titles, LISTING, UNTOLD, urls=urls),
        say=say,
    )


@shape("fr")
def hotel_and_its_neighbours(say: Say) -> Answer:
    drawn, prices = say.titles("place", 9), say.prices("hu", 8)
    near, seen = drawn[:4], drawn[4:8]
    urls, links = addresses("/hotel/fr/{s}.html", near), addresses("/hotel/vu/{s}.html", seen)
    told = [f"{p.amount} €" for p in prices]
    cards = rows('<li><a href="{u}" aria-label="{t}"><img src="/n{i}.jpg" alt=""></a><h4>{t}</h4><p>À {i}00 m</p><p>À partir de <strong>{p}</strong> par nuit</p></li>', near, urls, p=told[:4])  # fmt: skip
    more = rows('<li><a href="{u}" aria-label="{t}"><img src="/v{i}.jpg" alt=""></a><h4>{t}</h4><p>À partir de <strong>{p}</strong> par nuit</p></li>', seen, links, p=told[4:])  # fmt: skip
    means = "".join(f"<li>{x}</li>" for x in ("Wi-Fi gratuit", "Parking", "Petit déjeuner", "Chambres familiales"))  # fmt: skip
    body = f"<h1>{drawn[8]}</h1><h2>Ses points forts</h2><ul>{means}</ul><h2>Hôtels à proximité</h2><ul>{cards}</ul><h2>Les voyageurs ayant consulté cet hôtel ont aussi regardé</h2><ul>{more}</ul>"
    return page(
        "https://nuitee.example/hotel/fr/a.html",
        body,
        planted(near, RECOMMENDED | LISTING, UNTOLD, heading="Hôtels à proximité", urls=urls, prices=[p.amount for p in prices[:4]]),
        planted(seen, RECOMMENDED, UNTOLD, urls=links, prices=[p.amount for p in prices[4:]]),
        say=say,
    )  # fmt: skip
