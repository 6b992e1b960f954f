# ruff: noqa: E501 - markup and rows stand as sites write them
"""Recipes, courses, health pages, books to borrow or buy, apps to install."""

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
    answer,
    json_answer,
    page,
    planted,
    shape,
    slug,
)


@shape("fr")
def recipe_among_recipes(say: Say) -> Answer:
    near, hot = (drawn := say.titles("dish", 10))[:4], drawn[4:9]
    urls, links = addresses("/recettes/{s}_{i}.aspx", near), addresses("/tendance/{s}", hot)
    cards = rows('<div class="mrtn-card"><img data-src="/r{i}.jpg" alt="{t}"><div class="mrtn-card__content"><h4 class="mrtn-card__title"><a href="{u}">{t}</a></h4><span>4.{i}/5 (1{i} avis)</span></div></div>', near, urls)  # fmt: skip
    top = rows('<li><a href="{u}"><span class="num">{i}</span>{t}</a></li>', hot, links)
    needs = "".join(f"<li>{n}</li>" for n in ("200 g de lentilles", "1 oignon", "2 carottes", "20 cl de crème"))  # fmt: skip
    steps = "".join(f"<li><h3>Étape {i}</h3><p>{say.line()}</p></li>" for i in (1, 2, 3))
    linked = json.dumps({"@context": "https://schema.org", "@type": "Recipe", "name": drawn[9], "recipeIngredient": ["200 g de lentilles", "1 oignon", "2 carottes"], "recipeInstructions": [{"@type": "HowToStep", "text": say.line()} for _ in range(3)]}, ensure_ascii=False)  # fmt: skip
    body = f'<h1>{drawn[9]}</h1><h2>Ingrédients</h2><ul>{needs}</ul><h2>Préparation</h2><ol>{steps}</ol><div class="mrtn-carousel"><h2>Recettes similaires</h2>{cards}</div><div><h2>Recettes du moment</h2><ul>{top}</ul></div>'
    return page(
        "https://lamarmite.example/recettes/a_1.aspx",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="Recettes similaires", urls=urls),
        planted(hot, FEED, UNTOLD, heading="Recettes du moment", urls=links),
        say=say,
        head=f'<script type="application/ld+json">{linked}</script>',
    )


@shape("es")
def recipes_atom(say: Say) -> Answer:
    titles = say.titles("dish", 7)
    urls = addresses("https://lacazuela.example/2026/11/{s}.html", titles)
    entries = rows('<entry><id>tag:lacazuela.example,2026:{i}</id><published>2026-11-2{i}T08:00:00Z</published><updated>2026-11-2{i}T09:00:00Z</updated><category term="Guisos"/><title type="text">{t}</title><content type="html">&lt;p&gt;{d}&lt;/p&gt;</content><link rel="replies" type="text/html" href="{u}#comments" title="3 comentarios"/><link rel="alternate" type="text/html" href="{u}" title="{t}"/><author><name>Marta</name></author></entry>', titles, urls, d=[say.line() for _ in titles])  # fmt: skip
    return answer(
        "https://lacazuela.example/feeds/posts/default",
        "application/atom+xml; charset=UTF-8",
        f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:lacazuela.example,2026</id><title type="text">La cazuela</title><link rel="self" href="https://lacazuela.example/feeds/posts/default"/><link rel="next" href="https://lacazuela.example/feeds/posts/default?start-index=8"/><author><name>Marta</name></author>{entries}</feed>',
        planted(titles, FEED | LISTING, HARDLY, urls=urls),
    )


@shape("en")
def course_home_component(say: Say) -> Answer:
    mine, hot = (drawn := say.titles("course", 11))[:5], drawn[5:]
    urls, links = addresses("/course/{s}/", mine), addresses("/course/{s}/?pop=1", hot)

    def unit(head: str, them: list[str], their: list[str]) -> dict:
        return {"title": head, "items": [{"_class": "course", "id": say.number(), "title": t, "url": u, "visible_instructors": [{"display_name": say.one("names"), "job_title": "Teacher"}], "image_240x135": "https://img.example/c.jpg", "avg_rating": 4.6, "num_reviews": 901, "content_info_short": "6 hours", "is_practice_test_course": False} for t, u in zip(them, their, strict=True)]}  # fmt: skip

    props = json.dumps({"user": {"isLoggedIn": True, "locale": "en_US"}, "units": [unit("What to learn next, based on your courses", mine, urls), unit("Students are viewing", hot, links)]}, ensure_ascii=False).replace('"', "&quot;").replace("'", "&#39;")  # fmt: skip
    return page(
        "https://www.workbenchclass.example/",
        f'<div class="ud-component--home" data-component-props="{props}"></div><script src="/bundle.js"></script>',
        planted(mine, RECOMMENDED, TOLD, heading="What to learn next, based on your courses", urls=urls),
        planted(hot, FEED | RECOMMENDED, UNTOLD, heading="Students are viewing", urls=links),
        say=say,
    )  # fmt: skip


@shape("de")
def health_guide_page(say: Say) -> Answer:
    near = say.titles("ask", 5)
    urls = addresses("/symptome/{s}", near)
    cards = rows('<a class="related-card" href="{u}"><div class="related-card__img" role="img" aria-label=""></div><div class="related-card__text"><span class="related-card__cat">Symptome</span><span class="related-card__title">{t}</span></div></a>', near, urls)  # fmt: skip
    toc = "".join(f'<li><a href="#{slug(n)}">{n}</a></li>' for n in ("Definition", "Ursachen", "Behandlung", "Vorbeugung"))  # fmt: skip
    sources = "".join(f"<li>Leitlinie {i}/2025, Fachgesellschaft.</li>" for i in range(4))
    body = f'<h1>{say.titles("ask", 1)[0]}</h1><nav><p>Auf dieser Seite</p><ol>{toc}</ol></nav><p>{say.line()}</p><p>{say.line()}</p><div class="related"><div class="related__head">Lesen Sie auch</div><div class="related__list">{cards}</div></div><details><summary>Quellen</summary><ul>{sources}</ul></details>'
    return page(
        "https://gesundwissen.example/symptome/a",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="Lesen Sie auch", urls=urls),
        say=say,
    )


@shape("de")
def library_record_and_borrowers(say: Say) -> Answer:
    near, new = (drawn := say.titles("book", 9))[:4], drawn[4:]
    urls, links = addresses("/Medien/{s}?id=70{i}", near), addresses("/Medien/{s}?id=80{i}", new)
    covers = rows('<div class="coverWrapper"><a href="{u}" title="{t}"><img class="coverSmall" src="/cov{i}.jpg" alt="Cover von {t}"></a><a class="ttl" href="{u}">{t}</a></div>', near, urls)  # fmt: skip
    rows_ = rows('<li><span class="autor">{n}:</span> <a href="{u}">{t}</a> <span class="sig">Erz {i}</span></li>', new, links, n=say.every("names"))  # fmt: skip
    copies = "".join(f"<tr><td>Zweigstelle {n}</td><td>Erz 4</td><td>verfügbar</td></tr>" for n in ("Mitte", "Nord", "Ost"))  # fmt: skip
    body = f"<h1>{say.titles('book', 1)[0]}</h1><table><tr><th>Zweigstelle</th><th>Standort</th><th>Status</th></tr>{copies}</table><h2>Leser, die dieses Medium ausgeliehen haben, liehen auch</h2>{covers}<h2>Neuerwerbungen</h2><ul>{rows_}</ul>"
    return page(
        "https://stadtbuecherei.example/Medien/a?id=1",
        body,
        planted(near, RECOMMENDED, UNTOLD, urls=urls),
        planted(new, FEED | LISTING, UNTOLD, heading="Neuerwerbungen", urls=links),
        say=say,
    )


@shape("es")
def publications_in_groups(say: Say) -> Answer:
    drawn = say.titles("book", 10)
    parts = (("Lo más prestado", 0, 5, FEED), ("Recomendado por el equipo", 5, 10, FEED | RECOMMENDED | LISTING))  # fmt: skip

    def book(t: str, i: int) -> dict:
        return {"metadata": {"@type": "http://schema.org/Book", "identifier": f"urn:isbn:97884{i}", "title": t, "author": [{"name": say.one("names")}], "language": "es", "published": "2025-03-01"}, "links": [{"rel": "self", "href": f"https://prestamo.example/opds/p/{i}.json", "type": "application/opds-publication+json"}, {"rel": "http://opds-spec.org/acquisition/borrow", "href": f"https://prestamo.example/borrow/{i}", "type": "application/epub+zip"}], "images": [{"href": f"https://img.example/{i}.jpg", "type": "image/jpeg", "width": 400}]}  # fmt: skip

    value = {
        "metadata": {"title": "Biblioteca digital"},
        "links": [{"rel": "self", "href": "/opds/home.json", "type": "application/opds+json"}],
        "navigation": [{"href": f"/opds/{slug(n)}.json", "title": n, "type": "application/opds+json"} for n in ("Novela", "Ensayo", "Infantil")],
        "groups": [{"metadata": {"title": head, "numberOfItems": 210}, "links": [{"rel": "self", "href": f"/opds/{slug(head)}.json"}], "publications": [book(t, i) for i, t in enumerate(drawn[a:b], a)]} for head, a, b, _ in parts],
    }  # fmt: skip
    return json_answer(
        "https://prestamo.example/opds/home.json",
        value,
        *(planted(drawn[a:b], kind, UNTOLD, heading=head) for head, a, b, kind in parts),
    )


@shape("en")
def app_page_with_neighbours(say: Say) -> Answer:
    more, alike = (drawn := say.titles("app", 9))[:3], drawn[3:]
    urls, links = addresses("/app/{s}/id4{i}", more), addresses("/app/{s}/id6{i}", alike)
    card = '<li class="l-column"><a class="we-lockup" href="{u}"><picture><img src="/i{i}.png" alt=""></picture><div class="we-lockup__text"><div class="we-lockup__title"><p><span>{t}</span></p></div><div class="we-lockup__subtitle">Utilities</div></div></a></li>'
    info = "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in (("Size", "84 MB"), ("Category", "Utilities"), ("Age Rating", "4+"), ("Price", "Free")))  # fmt: skip
    body = f'<h1>{say.titles("app", 1)[0]}</h1><dl>{info}</dl><section><h2>More By This Developer</h2><a href="/dev/1">See All</a><ul>{rows(card, more, urls)}</ul></section><section><h2>You Might Also Like</h2><a href="/see-all">See All</a><ul>{rows(card, alike, links)}</ul></section>'
    return page(
        "https://apps.tidystore.example/app/a/id1",
        body,
        planted(more, RECOMMENDED | LISTING, UNTOLD, heading="More By This Developer", urls=urls),
        planted(alike, RECOMMENDED, TOLD, heading="You Might Also Like", urls=links),
        say=say,
    )


@shape("de")
def app_search_answer(say: Say) -> Answer:
    titles = say.titles("app", 8)
    urls = addresses("https://apps.ladenapp.example/de/app/{s}/id3{i}", titles)
    hits = [{"wrapperType": "software", "kind": "software", "trackId": say.number(), "trackName": t, "trackCensoredName": t, "trackViewUrl": u, "artistName": "Labor GmbH", "artistViewUrl": "https://apps.ladenapp.example/de/dev/1", "sellerName": "Labor GmbH", "price": 0.0, "formattedPrice": "Gratis", "currency": "EUR", "version": "2.1", "genres": ["Dienstprogramme", "Lifestyle"], "screenshotUrls": ["https://img.example/1.jpg", "https://img.example/2.jpg"], "averageUserRating": 4.5, "languageCodesISO2A": ["DE", "EN"], "description": say.line()} for t, u in zip(titles, urls, strict=True)]  # fmt: skip
    return json_answer(
        "https://itunes.ladenapp.example/search?term=wandern&entity=software&country=de",
        {"resultCount": 8, "results": hits},
        planted(titles, SEARCH, HARDLY, urls=urls),
    )


@shape("fr")
def bookshop_page_with_readers(say: Say) -> Answer:
    near, prices = say.titles("book", 5), say.prices("fr", 5)
    urls = addresses("/livre/97820{i}-{s}", near)
    cards = rows('<div class="splide__slide"><div class="livre"><a href="{u}"><img data-splide-lazy="/l{i}.jpg" alt="{t}"></a><p class="titre"><a href="{u}">{t}</a></p><p class="auteur">{n}</p><p class="prix"><span>Broché</span> {p}</p><p class="dispo">Expédié sous 48h</p></div></div>', near, urls, n=say.every("names"), p=[p.text for p in prices])  # fmt: skip
    body = f'<h1>{say.titles("book", 1)[0]}</h1><p class="prix">21,90 €</p><p>{say.line()}</p><h2>Les lecteurs ont aussi choisi</h2><div class="splide"><div class="splide__track"><div class="splide__list">{cards}</div></div></div>'
    return page(
        "https://lirebonheur.example/livre/97820-a",
        body,
        planted(near, RECOMMENDED, UNTOLD, heading="Les lecteurs ont aussi choisi", urls=urls, prices=[p.amount for p in prices]),
        say=say,
    )  # fmt: skip
