# ruff: noqa: E501, RUF001 - markup stands as sites write it
"""Repeated structure in pages that nobody chose for the reader."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import Answer, Say, answer, page, shape, slug


def _text(say: Say, n: int = 3) -> str:
    return "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(n))


@shape("en")
def variant_radios(say: Say) -> Answer:
    rows = "".join(
        f'<div><input type="radio" id="v{i}" name="size" value="{s}"><label for="v{i}"><img src="/v/{i}.jpg" alt="{s}"><span>{s}</span> <span>£{say.number(10, 60)}.00</span></label></div>'
        for i, s in enumerate(("250 ml", "500 ml", "1 litre", "2 litre", "5 litre"))
    )
    body = f"<h1>{say.titles('gear', 1)[0]}</h1><variant-radios><fieldset><legend>Size</legend>{rows}</fieldset></variant-radios>{_text(say)}"
    return page("https://fernandfell.example/products/oil", body, say=say)


@shape("de")
def recommended_size_chart(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{s}</td><td>{80 + 4 * i}–{84 + 4 * i}</td><td>{64 + 4 * i}–{68 + 4 * i}</td><td>{'Für dich empfohlen' if s == 'M' else ''}</td></tr>"
        for i, s in enumerate(("XS", "S", "M", "L", "XL", "XXL"))
    )
    body = f"<h1>{say.titles('goods', 1)[0]}</h1><h2>Deine empfohlene Größe: M</h2><table><tr><th>Größe</th><th>Brust</th><th>Taille</th><th></th></tr>{rows}</table>"
    return page("https://bergkauf.example/groesse", body, say=say)


@shape("it")
def recipe_how_to(say: Say) -> Answer:
    steps = [
        {"@type": "HowToStep", "name": f"Passo {i}", "text": say.line(), "url": f"https://pentolina.example/r/x#p{i}", "image": f"/p/{i}.jpg"}
        for i in range(1, 8)
    ]  # fmt: skip
    code = json.dumps(
        {"@context": "https://schema.org", "@type": "Recipe", "name": "Zuppa", "recipeInstructions": steps, "recipeIngredient": ["sale", "olio", "farro", "sedano"]}
    )  # fmt: skip
    rows = "".join(
        f'<li id="p{i}"><h3>Passo {i}</h3><p>{s["text"]}</p><img src="/p/{i}.jpg" alt=""></li>'
        for i, s in enumerate(steps, 1)
    )
    body = (
        f'<script type="application/ld+json">{code}</script><h1>Zuppa di farro</h1><ol>{rows}</ol>'
    )
    return page("https://pentolina.example/r/x", body, say=say)


@shape("nl")
def nested_contents(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="#h{i}"><span>{i}</span> {t.split(": ")[1].capitalize()}</a><ol><li><a href="#h{i}a">Achtergrond</a></li><li><a href="#h{i}b">Gevolgen</a></li></ol></li>'
        for i, t in enumerate(say.titles("brief", 6), 1)
    )
    body = f'<h1>Handboek</h1><details open><summary>Op deze pagina</summary><ol class="toc">{rows}</ol></details>{_text(say, 6)}'
    return page("https://dedijk.example/handboek", body, say=say)


@shape("pl")
def cookie_table(say: Say) -> Answer:
    rows = "".join(
        f'<tr><td>_{say.token(4)}</td><td><a href="https://{say.token(6)}.example/privacy">{say.one("names")} sp. z o.o.</a></td><td>Personalizacja treści i reklam</td><td>{say.number(1, 24)} mies.</td></tr>'
        for _ in range(10)
    )
    body = f"<h1>Pliki cookie</h1><table><thead><tr><th>Nazwa</th><th>Dostawca</th><th>Cel</th><th>Okres</th></tr></thead><tbody>{rows}</tbody></table>"
    return page("https://koszykowo.example/cookies", body, say=say)


@shape("pt")
def address_book(say: Say) -> Answer:
    rows = "".join(
        f'<li class="address"><h3>{n}</h3><p>Rua {say.number(1, 900)}, apto {say.number(1, 99)}</p><a href="/conta/enderecos/{i}/editar">Editar</a> <a href="/conta/enderecos/{i}/remover">Remover</a></li>'
        for i, n in enumerate(say.every("names")[:5])
    )
    return page(
        "https://loja.seixo.example/conta/enderecos",
        f"<h1>Seus endereços</h1><p>Endereço recomendado para você: Casa</p><ul>{rows}</ul>",
        say=say,
    )


@shape("fr")
def doc_versions(say: Say) -> Answer:
    rows = "".join(
        f'<li class="dropdown__item"><a class="dropdown__link" href="/docs/{v}/intro">{v}</a></li>'
        for v in ("Suivante 🚧", "4.2", "4.1", "4.0", "3.9", "3.8", "2.x")
    )
    body = f'<div class="navbar__item dropdown"><a class="navbar__link">4.2</a><ul class="dropdown__menu">{rows}</ul></div><h1>Introduction</h1>{_text(say)}'
    return page("https://docs.galet.example/docs/4.2/intro", body, say=say)


@shape("es")
def course_curriculum(say: Say) -> Answer:
    parts = "".join(
        f'<div class="accordion-panel"><h3><button aria-expanded="false">Sección {i}</button></h3><ul>'
        + "".join(
            f'<li><span class="icon-play"></span><span>Lección {j}: {say.line()[:-1].lower()}</span><span>0{j}:{say.number(10, 59)}</span></li>'
            for j in range(1, 6)
        )
        + "</ul></div>"
        for i in range(1, 5)
    )
    body = f"<h1>{say.titles('course', 1)[0]}</h1><h2>Contenido del curso</h2><div>{parts}</div>"
    return page("https://aulanueva.example/curso/x", body, say=say)


@shape("en")
def how_ranking_works(say: Say) -> Answer:
    rows = "".join(
        f"<li><strong>{t}.</strong> {say.line()} {say.line()}</li>"
        for t in ("What you watch", "What you search for", "Accounts you follow", "Your language", "How new something is")
    )  # fmt: skip
    body = f"<h1>How we recommend content for you</h1><p>{say.line()}</p><h2>Main parameters of “Recommended for you”</h2><ul>{rows}</ul><p>{say.line()}</p>"
    return page("https://redreel.example/legal/recommender-systems", body, say=say)


@shape("de")
def onboarding_steps(say: Say) -> Answer:
    rows = "".join(
        f'<li class="step"><a href="/einrichten/{slug(t)}"><span class="dot">{i}</span><strong>{t}</strong><small>{say.line()}</small></a></li>'
        for i, t in enumerate(("Profil anlegen", "Konto bestätigen", "Gerät koppeln", "Erste Sicherung", "Team einladen"), 1)
    )  # fmt: skip
    body = f"<h1>Empfohlene nächste Schritte für dich</h1><ol>{rows}</ol>"
    return page("https://werkbund.example/einrichten", body, say=say)


@shape("fr")
def branch_offices(say: Say) -> Answer:
    rows = "".join(
        f'<article class="agence"><h3>Agence de {v}</h3><address>{say.number(1, 90)} rue du Port</address><table><tr><td>lun.–ven.</td><td>9 h–17 h</td></tr><tr><td>sam.</td><td>9 h–12 h</td></tr></table><a href="tel:+3312345678">01 23 45 67 8{i}</a></article>'
        for i, v in enumerate(("Lille", "Nantes", "Brest", "Dijon", "Rennes"))
    )
    return page(
        "https://mutuelle-nord.example/agences", f"<h1>Nos agences</h1><div>{rows}</div>", say=say
    )


@shape("es")
def election_results(say: Say) -> Answer:
    rows = "".join(
        f'<tr><td><span style="background:#{i}{i}c"></span></td><th scope="row">{n}</th><td>{say.number(1, 40)},{i} %</td><td>{say.number(100, 90000)}</td></tr>'
        for i, n in enumerate(say.every("names"))
    )
    return page(
        "https://laribera.example/elecciones/2026",
        f"<h1>Resultados</h1><table><thead><tr><th></th><th>Candidato</th><th>%</th><th>Votos</th></tr></thead><tbody>{rows}</tbody></table>",
        say=say,
    )


@shape("pt")
def league_table(say: Say) -> Answer:
    rows = "".join(
        f'<tr><td>{i}</td><td><a href="/times/{slug(n)}"><img src="/e/{i}.svg" alt="">{n.split()[1]} FC</a></td><td>{60 - 3 * i}</td><td>28</td><td>{20 - i}</td></tr>'
        for i, n in enumerate(say.every("names"), 1)
    )
    return page(
        "https://placar.example/serie-b",
        f"<h1>Classificação</h1><table><tr><th>#</th><th>Time</th><th>P</th><th>J</th><th>V</th></tr>{rows}</table>",
        say=say,
    )


@shape("de")
def stock_ticker(say: Say) -> Answer:
    rows = "".join(
        f'<li class="ticker__item"><a href="/kurse/{say.token(6)}"><span>{n.split()[1]} AG</span><span>{say.number(10, 400)},{say.number(10, 99)}</span><span class="up">+0,{i}4 %</span></a></li>'
        for i, n in enumerate(say.every("names"))
    )
    return page(
        "https://bachblatt.example/artikel/1",
        f'<div class="ticker" aria-label="Börse"><ul>{rows}</ul></div><article><h1>{say.titles("brief", 1)[0]}</h1>{_text(say, 5)}</article>',
        say=say,
    )


@shape("it")
def rating_histogram(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="?stelle={i}"><span>{i} stelle</span><meter value="{say.number(1, 90)}" max="100"></meter><span>{say.number(1, 90)}%</span></a></li>'
        for i in (5, 4, 3, 2, 1)
    )
    return page(
        "https://ciottolo.example/prodotto/x/recensioni",
        f"<h1>Recensioni</h1><p>Consigliato dal 92% dei clienti</p><ul>{rows}</ul>{_text(say)}",
        say=say,
    )


@shape("nl")
def spec_comparison(say: Say) -> Answer:
    names = say.titles("gear", 3)
    head = "".join(f"<th>{escape(n)}</th>" for n in names)
    rows = "".join(
        f"<tr><th>{s}</th>" + "".join(f"<td>{say.number(1, 90)} {u}</td>" for _ in names) + "</tr>"
        for s, u in (("Gewicht", "g"), ("Accu", "mAh"), ("Bereik", "m"), ("Geluid", "dB"), ("Garantie", "mnd"))
    )  # fmt: skip
    return page(
        "https://keiwinkel.example/nl/vergelijk",
        f"<h1>Specificaties</h1><table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>",
        say=say,
    )


@shape("pl")
def letter_index(say: Say) -> Answer:
    rows = "".join(f'<li><a href="/autorzy/{c.lower()}">{c}</a></li>' for c in "ABCDEFGHIJKLMN")
    return page(
        "https://zaczytani.example/autorzy", f"<h1>Autorzy</h1><ul>{rows}</ul>{_text(say)}", say=say
    )


@shape("en")
def picture_sources(say: Say) -> Answer:
    sources = "".join(
        f'<source media="(min-width:{w}px)" srcset="/img/hero-{w}.avif 1x, /img/hero-{w * 2}.avif 2x" type="image/avif">'
        for w in (1440, 1200, 992, 768, 480, 320)
    )
    links = "".join(
        f'<link rel="preload" as="image" href="/img/hero-{w}.avif" imagesrcset="/img/{w}.avif 1x">'
        for w in (1440, 1200, 992, 768)
    )
    return page(
        "https://orchardtrust.example/visit",
        f'<picture>{sources}<img src="/img/hero.jpg" alt="An orchard"></picture><h1>Visit us</h1>{_text(say)}',
        say=say,
        head=links,
    )


@shape("de")
def environment_in_meta(say: Say) -> Answer:
    config = {
        "modulePrefix": "web",
        "features": dict.fromkeys(("recommendationsForYou", "personalizedFeed", "darkMode"), True),
        "engines": [{"name": n, "url": f"/engines/{n}.js", "title": n} for n in ("recs", "shop", "blog", "chat")],
    }  # fmt: skip
    head = f'<meta name="web/config/environment" content="{escape(json.dumps(config))}">'
    return page("https://rohrpost.example/hilfe", _text(say), say=say, head=head)


@shape("fr")
def data_layer_events(say: Say) -> Answer:
    pushes = "".join(
        f"dataLayer.push({json.dumps({'event': e, 'page': {'type': 'article', 'section': 'monde'}, 'consent': 'granted'})});"
        for e in ("gtm.init", "page_view", "consent_update", "user_ready", "scroll_depth")
    )
    item = {"item_id": "9", "item_name": say.titles("gear", 1)[0], "price": 19.9, "quantity": 1}
    body = f"<h1>{item['item_name']}</h1><script>window.dataLayer=window.dataLayer||[];{pushes}dataLayer.push({json.dumps({'event': 'view_item', 'ecommerce': {'currency': 'EUR', 'items': [item]}})});</script>{_text(say)}"
    return page("https://www.galet.example/fiche/9", body, say=say)


@shape("es")
def shipping_choices(say: Say) -> Answer:
    rows = "".join(
        f'<li><label><input type="radio" name="envio"><strong>{t}</strong><span>{say.line()}</span><span>{i},95 €</span></label></li>'
        for i, t in enumerate(("Recogida en tienda", "Estándar", "Exprés", "Punto de recogida"))
    )
    return page(
        "https://guijarro.example/finalizar",
        f"<h1>Envío</h1><p>Opción recomendada para ti: Exprés</p><ul>{rows}</ul>",
        say=say,
    )


@shape("en")
def module_preloads(say: Say) -> Answer:
    scripts = "".join(
        f'<link rel="modulepreload" href="/assets/{n}-{say.token(8)}.js">'
        for n in ("index", "recommendations", "carousel", "feed", "vendor", "i18n")
    )
    imports = json.dumps({"imports": {n: f"/js/{n}.{say.token(6)}.js" for n in ("react", "rail", "foryou", "router", "query")}})  # fmt: skip
    return page(
        "https://inkwell.example/about",
        _text(say, 4),
        say=say,
        head=f'{scripts}<script type="importmap">{imports}</script>',
    )


@shape("de")
def station_stops(say: Say) -> Answer:
    rows = "".join(
        f'<li class="stop"><time>1{i}:{say.number(10, 59)}</time><a href="/bahnhof/{slug(o)}">{o}</a><span>Gl. {i + 1}</span></li>'
        for i, o in enumerate(("Lindau", "Füssen", "Kempten", "Ulm", "Aalen", "Crailsheim"))
    )
    return page("https://zugauskunft.example/fahrt/7", f"<h1>RE 7</h1><ol>{rows}</ol>", say=say)


@shape("fr")
def privacy_fragment(say: Say) -> Answer:
    rows = "".join(
        f'<li class="ot-host-item"><button class="ot-host-box">{n}</button><div class="ot-acc-txt"><span>{say.number(1, 12)} cookies</span><a class="ot-host-opt" href="https://{say.token(6)}.example/vie-privee">Voir la politique</a></div></li>'
        for n in say.every("names")
    )
    return answer(
        "https://cdn.consentement.example/scripttemplates/fr/listing.html",
        "text/html; charset=utf-8",
        f'<section id="ot-hosts"><h3>Contenu et publicités personnalisés</h3><ul>{rows}</ul></section>',
        page="https://valjour.example/",
        site="valjour.example",
    )
