# ruff: noqa: E501 - markup stands as sites write it
"""The third look-alikes: they use the words of recommendations, or the structure of lists."""

import json
from html import escape

from tests.accuracy.firstcontact.kit import Answer, Say, answer, json_answer, page, shape, slug


def _body(say: Say) -> str:
    return (
        f"<article><h1>{say.titles('story', 1)[0]}</h1>"
        + "".join(f"<p>{say.line()} {say.line()}</p>" for _ in range(5))
        + "</article>"
    )


@shape("en")
def tabs_for_you(say: Say) -> Answer:
    tabs = "".join(
        f'<a role="tab" href="/{slug(t)}">{t}</a>'
        for t in ("For you", "Following", "Trending", "Popular", "Saved")
    )
    return page(
        "https://loop.example/empty",
        f'<div role="tablist">{tabs}</div><p>Nothing here yet.</p>',
        say=say,
    )


@shape("de")
def settings_toggles(say: Say) -> Answer:
    rows = [
        {"key": k, "label": t, "value": True, "help": say.line()}
        for k, t in (
            ("reco", "Empfehlungen für dich"),
            ("mail", "Empfehlungen per E-Mail"),
            ("ads", "Personalisierte Werbung"),
            ("hist", "Verlauf speichern"),
        )
    ]
    return json_answer("https://clipwiese.example/api/einstellungen", {"einstellungen": rows})


@shape("fr")
def personal_ads_consent(say: Say) -> Answer:
    rows = "".join(
        f"<li><h4>{t}</h4><p>{say.line()}</p><input type=checkbox></li>"
        for t in (
            "Publicités personnalisées",
            "Contenu recommandé pour vous",
            "Mesure d'audience",
            "Réseaux sociaux",
        )
    )
    return page(
        "https://gazette-midi.example/choix",
        f'<div id="cmp"><h2>Vos choix</h2><ul>{rows}</ul></div>',
        say=say,
    )


@shape("es")
def team_page(say: Say) -> Answer:
    rows = "".join(
        f'<div class="p"><img src="/e/{i}.jpg" alt=""><h3>{n}</h3><p>Redacción</p><a href="mailto:{i}@diariodelrio.example">Escribir</a></div>'
        for i, n in enumerate(say.every("names"))
    )
    return page(
        "https://diariodelrio.example/equipo", f"<h1>Quiénes somos</h1><div>{rows}</div>", say=say
    )


@shape("en")
def price_tiers(say: Say) -> Answer:
    rows = "".join(
        f'<div><h3>{t}</h3><p>${p} / month</p><ul><li>{say.line()}</li><li>{say.line()}</li></ul><a href="/buy?plan={t}">Choose</a></div>'
        for t, p in (("Free", 0), ("Plus", 9), ("Team", 29), ("Business", 79))
    )
    return page("https://podnest.example/pricing", f"<h1>Plans</h1><div>{rows}</div>", say=say)


@shape("de")
def release_notes(say: Say) -> Answer:
    rows = [
        {
            "version": f"{v}.0.{say.number(0, 9)}",
            "date": say.when()[:10],
            "notes": say.line(),
            "download": f"https://werkbank.example/dl/{v}.zip",
        }
        for v in range(9, 2, -1)
    ]
    return json_answer("https://werkbank.example/api/releases", {"releases": rows})


@shape("fr")
def glossary(say: Say) -> Answer:
    rows = "".join(
        f'<dt id="m{i}">{t.split()[-1]}</dt><dd>{say.line()}</dd>'
        for i, t in enumerate(say.titles("course", 9))
    )
    return page(
        "https://apprendre.example/glossaire", f"<h1>Glossaire</h1><dl>{rows}</dl>", say=say
    )


@shape("es")
def store_locations(say: Say) -> Answer:
    rows = [
        {
            "id": say.number(),
            "name": f"Brisa {c}",
            "address": f"Calle Mayor {say.number(1, 90)}, {c}",
            "lat": 40.1,
            "lng": -3.2,
            "hours": "9-20",
        }
        for c in ("Vigo", "Murcia", "León", "Bilbao", "Gijón")
    ]
    return json_answer("https://brisatienda.example/api/tiendas", {"stores": rows})


@shape("en")
def partner_logos(say: Say) -> Answer:
    rows = "".join(
        f'<li><a href="https://{say.token(6)}.example/"><img src="/logos/{i}.svg" alt="{say.token(6).title()}"></a></li>'
        for i in range(7)
    )
    return page(
        "https://skillgrove.example/",
        f"<h1>Learn anything</h1><p>{say.line()}</p><h2>Trusted by</h2><ul>{rows}</ul>",
        say=say,
    )


@shape("de")
def seat_map(say: Say) -> Answer:
    rows = [
        {"reihe": r, "platz": p, "status": "frei", "preis": "29.00"}
        for r in range(1, 6)
        for p in range(1, 7)
    ]
    return json_answer(
        "https://bühne.example/api/saalplan/4".replace("ü", "ue"),
        {"saal": "Großes Haus", "plaetze": rows},
    )


@shape("fr")
def form_errors(say: Say) -> Answer:
    rows = [
        {"field": f, "code": "invalid", "message": say.line()}
        for f in ("email", "nom", "code_postal", "telephone")
    ]
    return json_answer("https://mercerie-lune.example/api/commande", {"errors": rows})


@shape("es")
def chapters(say: Say) -> Answer:
    rows = [
        {"time": i * 300, "title": f"Capítulo {i}", "thumb": f"/t/{i}.jpg"} for i in range(1, 9)
    ]
    return json_answer("https://pantalla.example/api/capitulos?v=7", {"chapters": rows})


@shape("en")
def player_config(say: Say) -> Answer:
    rows = [
        {"name": n, "url": f"https://cdn.reelhouse.example/{n}.js", "version": say.token(7)}
        for n in ("core", "hls", "ads", "captions", "analytics")
    ]
    return page(
        "https://reelhouse.example/embed/1",
        f"<div id=player></div><script>window.playerConfig = {json.dumps({'modules': rows, 'autoplay': False})};</script>",
        say=say,
    )


@shape("de")
def legal_list(say: Say) -> Answer:
    rows = "".join(
        f"<li><p><strong>§ {i}</strong> {say.line()} {say.line()}</p></li>" for i in range(1, 12)
    )
    return page("https://bergladen.example/agb", f"<h1>AGB</h1><ol>{rows}</ol>", say=say)


@shape("fr")
def invoice_lines(say: Say) -> Answer:
    rows = "".join(
        f"<tr><td>{escape(t)}</td><td>1</td><td>{say.number(5, 60)},00 €</td></tr>"
        for t in say.titles("goods", 4)
    )
    return page(
        "https://mercerie-lune.example/facture/9",
        f"<h1>Facture n° {say.number()}</h1><table><tr><th>Article</th><th>Qté</th><th>Prix</th></tr>{rows}</table>",
        say=say,
    )


@shape("es")
def recommended_settings(say: Say) -> Answer:
    rows = "".join(
        f"<li><b>{k}</b>: {v}</li>"
        for k, v in (
            ("Resolución", "1080p"),
            ("Fotogramas", "60"),
            ("Sombras", "medias"),
            ("Audio", "estéreo"),
            ("Códec", "AV1"),
        )
    )
    return page(
        "https://pantalla.example/ayuda/ajustes",
        f"<h2>Ajustes recomendados</h2><ul>{rows}</ul><p>{say.line()}</p>",
        say=say,
    )


@shape("en")
def trace_spans(say: Say) -> Answer:
    rows = [
        {
            "spanId": say.token(16),
            "name": f"GET /{say.token(4)}",
            "start": say.number(),
            "duration": say.number(1, 900),
            "tags": {"http.url": f"https://x.example/{say.token()}"},
        }
        for _ in range(9)
    ]
    return json_answer("https://telemetry.example/v1/traces", {"resourceSpans": [{"spans": rows}]})


@shape("de")
def bid_partners(say: Say) -> Answer:
    rows = [
        {"bidder": n, "params": {"placementId": say.number(), "zone": say.token(5)}}
        for n in ("alpha", "nordads", "quick", "blau", "tandem")
    ]
    return json_answer(
        "https://hb.example/config?site=blattwerk",
        {
            "adUnits": [
                {
                    "code": "top",
                    "mediaTypes": {"banner": {"sizes": [[300, 250], [728, 90]]}},
                    "bids": rows,
                }
            ]
        },
    )


@shape("fr")
def metro_lines(say: Say) -> Answer:
    rows = "".join(f'<a href="/ligne/{i}"><span class="l{i}">{i}</span></a>' for i in range(1, 15))
    return page(
        "https://reseau-urbain.example/",
        f"<h1>Info trafic</h1><div>{rows}</div><p>{say.line()}</p>",
        say=say,
    )


@shape("es")
def polls(say: Say) -> Answer:
    rows = [
        {"id": i, "text": t, "votes": say.number(3, 900)}
        for i, t in enumerate(("Sí", "No", "Depende", "No sabe"))
    ]
    return json_answer(
        "https://diariodelrio.example/api/encuesta/3", {"question": say.line(), "options": rows}
    )


@shape("en")
def newsletter_choices(say: Say) -> Answer:
    rows = "".join(
        f"<label><input type=checkbox name=n><b>{t}</b><small>{say.line()}</small></label>"
        for t in ("Morning briefing", "Sport weekly", "Picks for you", "Recipes", "Breaking")
    )
    return page(
        "https://harbourpost.example/newsletters",
        f"<h1>Newsletters</h1><form>{rows}<button>Sign up</button></form>",
        say=say,
    )


@shape("de")
def footnotes(say: Say) -> Answer:
    rows = "".join(
        f'<li id="fn{i}"><a href="#r{i}">↑</a> {say.one("names")}: {say.line()} <a href="https://{say.token(5)}.example/">Quelle</a></li>'
        for i in range(1, 9)
    )
    return page(
        "https://wissensdepot.example/eintrag",
        f"{_body(say)}<h2>Einzelnachweise</h2><ol>{rows}</ol>",
        say=say,
    )


@shape("fr")
def emoji_set(say: Say) -> Answer:
    rows = [
        {
            "shortcode": say.token(5),
            "url": f"https://e.example/{say.token()}.png",
            "static_url": f"https://e.example/{say.token()}.gif",
            "visible_in_picker": True,
        }
        for _ in range(15)
    ]
    return json_answer("https://elephantine.example/api/v1/custom_emojis", rows)


@shape("es")
def chat_messages(say: Say) -> Answer:
    rows = [
        {"id": say.number(), "from": say.one("names"), "body": say.line(), "sent_at": say.when()}
        for _ in range(9)
    ]
    return json_answer("https://api.latido.example/v1/chats/7/messages", {"messages": rows})


@shape("en")
def ndjson_metrics(say: Say) -> Answer:
    rows = [
        json.dumps({"name": n, "value": say.number(1, 4000), "rating": "good", "id": say.token()})
        for n in ("LCP", "CLS", "INP", "TTFB", "FCP", "FID")
    ]
    return answer("https://vitals.example/batch", "application/x-ndjson", "\n".join(rows))
