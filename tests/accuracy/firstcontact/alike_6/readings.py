# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""What a page is about rather than what it offers: talk, tables, times, texts in pieces."""

from tests.accuracy.firstcontact.alike_6.rows import each, text
from tests.accuracy.firstcontact.kit import Answer, Say, page, shape


@shape("de")
def nested_comments(say: Say) -> Answer:
    rows = each(
        '<article class="comment" id="c{i}"><header><a href="/profil/{s}">{v}</a> <time>vor {i} Std.</time></header><p>Das sehe ich anders, aber danke für den Artikel.</p><a href="#reply">Antworten</a><div class="children"><article class="comment"><a href="/profil/x">Nils</a><p>Eben.</p></article></div></article>',
        say.every("names"),
    )
    return page(
        "https://bachblatt.example/a/2",
        f"<h1>{say.titles('headline', 1)[0]}</h1>{text(say, 4)}<section><h2>Kommentare</h2>{rows}</section>",
        say=say,
    )


@shape("en")
def version_history(say: Say) -> Answer:
    rows = each(
        '<section><h2 id="v{i}"><a href="#v{i}">{v}</a></h2><p>2 November 2026</p><ul><li>Fixed feed reloads</li><li>Recommendations load sooner</li></ul></section>',
        [f"Version 4.{n}.0" for n in range(9, 2, -1)],
    )
    return page("https://docs.quayworks.example/changelog", f"<h1>Changelog</h1>{rows}", say=say)


@shape("en")
def numbered_source(say: Say) -> Answer:
    rows = each(
        '<tr><td id="L{i}" data-line-number="{i}"></td><td class="blob-code"><span class="pl-k">{v}</span></td></tr>',
        (
            "import json",
            "def rank(items):",
            "    seen = set()",
            "    for it in items:",
            "        yield it",
            "def recommend(user):",
            "    return rank(user.items)",
            "print(recommend(1))",
        ),
    )
    return page(
        "https://codeharbour.example/x/y/blob/main/rank.py",
        f"<h1>rank.py</h1><table>{rows}</table>",
        say=say,
    )


@shape("fr")
def ferry_times(say: Say) -> Answer:
    rows = each(
        "<tr><th>{v}</th><td>0{i}:15</td><td>1{i}:05</td><td>1{i}:45</td></tr>",
        ("Quiberon", "Le Palais", "Houat", "Hoëdic", "Vannes", "Lorient"),
    )
    return page(
        "https://bateaux-ouest.example/horaires", f"<h1>Horaires</h1><table>{rows}</table>", say=say
    )


@shape("de")
def team_chart(say: Say) -> Answer:
    rows = each(
        '<li class="person"><img src="/t/{i}.jpg" alt=""><h3>{v}</h3><p>Leitung Bereich {i}</p><a href="mailto:{s}@quay.example">E-Mail</a></li>',
        say.every("names"),
    )
    return page("https://stadtwerk.example/team", f"<h1>Unser Team</h1><ul>{rows}</ul>", say=say)


@shape("es")
def answers_accordion(say: Say) -> Answer:
    rows = each(
        "<details><summary>{v}</summary><p>Sí, durante los primeros 30 días.</p></details>",
        (
            "¿Puedo devolverlo?",
            "¿Cuánto tarda?",
            "¿Hay tienda física?",
            "¿Cómo cancelo?",
            "¿Por qué veo estas recomendaciones?",
        ),
    )
    return page("https://musgo.example/ayuda", f"<h1>Preguntas frecuentes</h1>{rows}", say=say)


@shape("fr")
def week_weather(say: Say) -> Answer:
    rows = each(
        '<li><a href="/meteo/{s}"><span>{v}</span><img src="/w/{i}.svg" alt="Pluie"><span>1{i}°</span><span>{i}°</span></a></li>',
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    )
    return page(
        "https://valjour.example/meteo/brest", f"<h1>Météo à Brest</h1><ul>{rows}</ul>", say=say
    )


@shape("en")
def article_references(say: Say) -> Answer:
    rows = each(
        '<li id="cite_note-{i}"><a href="#cite_ref-{i}">^</a> <cite><a href="https://j{i}.example/{s}">{v}</a>. Journal of Piers. {i}(2): 1–9.</cite></li>',
        say.titles("book", 9),
    )
    return page(
        "https://openpedia.example/wiki/Pier_repair",
        f'<h1>Pier repair</h1>{text(say, 5)}<h2>References</h2><ol class="references">{rows}</ol>',
        say=say,
    )


@shape("es")
def quiz_choices(say: Say) -> Answer:
    rows = each(
        '<li><label><input type="radio" name="q"><img src="/q/{i}.jpg" alt=""><span>{v}</span></label></li>',
        ("Un faro", "Un molino", "Un puente", "Una lonja"),
    )
    return page(
        "https://laribera.example/test/9",
        f"<h1>¿Qué edificio es este?</h1><p>Pregunta 3 de 10</p><ul>{rows}</ul>",
        say=say,
    )


@shape("en")
def reader_poll(say: Say) -> Answer:
    rows = each(
        '<li><span>{v}</span><progress value="{i}" max="9"></progress><span>{i}1%</span></li>',
        ("Yes, at once", "Yes, in time", "Only on weekends", "Never"),
    )
    return page(
        "https://thequay.example/poll/7",
        f"<h1>Should the bridge close?</h1><ul>{rows}</ul><p>4,104 votes</p>",
        say=say,
    )


@shape("de")
def terms_sections(say: Say) -> Answer:
    rows = each(
        '<section id="p{i}"><h2>§ {i} {v}</h2><p>Es gilt das Gesetz. Näheres regelt Absatz 2.</p><ol><li>Erstens.</li><li>Zweitens.</li></ol></section>',
        ("Geltung", "Vertrag", "Preise", "Lieferung", "Empfehlungssysteme", "Haftung"),
    )
    return page("https://moosbach.example/agb", f"<h1>Geschäftsbedingungen</h1>{rows}", say=say)


@shape("fr")
def festival_partners(say: Say) -> Answer:
    rows = each(
        '<li><a href="https://{s}.example" rel="noopener"><img src="/logos/{s}.svg" alt="{v}"></a></li>',
        ("Mairie du Quai", "Région Ouest", "Port Atlantique", "Fonds Mer", "Fondation Liens"),
    )
    return page(
        "https://festival-du-quai.example/",
        f"<h1>Le festival</h1>{text(say)}<h2>Nos partenaires</h2><ul>{rows}</ul>",
        say=say,
    )


@shape("en")
def testimonials(say: Say) -> Answer:
    rows = each(
        '<figure><blockquote>It changed how our team works.</blockquote><figcaption><img src="/f/{i}.jpg" alt=""><strong>{v}</strong><span>Head of things</span></figcaption></figure>',
        say.every("names")[:6],
    )
    return page(
        "https://quayworks.example/",
        f"<h1>Work, calmer</h1>{text(say, 1)}<section><h2>Loved by teams like yours</h2>{rows}</section>",
        say=say,
    )


@shape("es")
def company_timeline(say: Say) -> Answer:
    rows = each(
        '<li class="hito"><time>19{i}4</time><h3>{v}</h3><p>Un año de cambios.</p></li>',
        (
            "Se abre el taller",
            "Primera tienda",
            "Llega la exportación",
            "Nueva fábrica",
            "Cien años",
        ),
    )
    return page(
        "https://musgo.example/historia", f"<h1>Nuestra historia</h1><ol>{rows}</ol>", say=say
    )


@shape("de")
def job_requirements(say: Say) -> Answer:
    tasks = each(
        "<li>{v}</li>",
        (
            "Planung der Wareneingänge",
            "Führung eines kleinen Teams",
            "Pflege der Bestände",
            "Abstimmung mit dem Einkauf",
        ),
    )
    return page(
        "https://jobkompass.example/stelle/9",
        f"<h1>{say.titles('job', 1)[0]}</h1><h2>Deine Aufgaben</h2><ul>{tasks}</ul><h2>Das bieten wir dir</h2><ul>{tasks}</ul><a href=/bewerben>Jetzt bewerben</a>",
        say=say,
    )


@shape("en")
def video_transcript(say: Say) -> Answer:
    rows = each(
        '<div class="segment"><button>0{i}:12</button><span>{v}</span></div>',
        [say.line() for _ in range(8)],
    )
    return page("https://tubelet.example/watch-text", f"<h1>Transcript</h1>{rows}", say=say)


@shape("fr")
def chapter_marks(say: Say) -> Answer:
    rows = each(
        '<li><a href="?t={i}12"><img src="/ch/{i}.jpg" alt=""><span>0{i}:12</span><span>{v}</span></a></li>',
        ("Introduction", "Le port", "La tempête", "Le retour", "Générique"),
    )
    return page(
        "https://tubelet.example/watch-ch",
        f"<h1>La tempête</h1><h2>Chapitres</h2><ol>{rows}</ol>",
        say=say,
    )
