# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""What a page shows rather than offers: scores, rates, badges, hours, branches, words."""

from tests.accuracy.firstcontact.alike_6.rows import each, text
from tests.accuracy.firstcontact.kit import Answer, Say, page, shape


@shape("es")
def song_words(say: Say) -> Answer:
    rows = each('<p class="linea" data-t="{i}">{v}</p>', [say.line() for _ in range(10)])
    return page("https://tonwerk.example/letra/sal", f"<h1>Sal</h1><div>{rows}</div>", say=say)


@shape("en")
def high_scores(say: Say) -> Answer:
    rows = each(
        '<tr><td>{i}</td><td><a href="/u/{s}">{v}</a></td><td>9{i}40</td><td>Level {i}</td></tr>',
        say.every("names"),
    )
    return page(
        "https://playden.example/scores", f"<h1>Leaderboard</h1><table>{rows}</table>", say=say
    )


@shape("de")
def branches_near_you(say: Say) -> Answer:
    rows = each(
        '<li class="filiale"><h3>Markt {v}</h3><p>Hafenstraße {i}</p><p>Mo–Sa 7–21 Uhr</p><a href="/markt/{s}">Als Markt wählen</a></li>',
        ("Kassel", "Ulm", "Linz", "Bremen", "Rostock"),
    )
    return page(
        "https://frischekorb.example/maerkte",
        f"<h1>Märkte in deiner Nähe</h1><ul>{rows}</ul>",
        say=say,
    )


@shape("en")
def currency_board(say: Say) -> Answer:
    rows = each(
        '<tr><td><img src="/f/{i}.svg" alt=""></td><td><a href="/fx/{s}">{v}</a></td><td>1.0{i}</td><td>+0.{i}%</td></tr>',
        ("US dollar", "Swiss franc", "Yen", "Krone", "Zloty", "Peso"),
    )
    return page(
        "https://thequay.example/markets", f"<h1>Currencies</h1><table>{rows}</table>", say=say
    )


@shape("fr")
def assistant_dialogue(say: Say) -> Answer:
    rows = each(
        '<div class="message"><span>{v}</span><p>Bonjour, que puis-je faire ?</p><time>10:0{i}</time></div>',
        ("Assistante", "Vous", "Assistante", "Vous", "Assistante"),
    )
    return page(
        "https://galet.example/aide/chat",
        f'<h1>Aide</h1><div role="log">{rows}</div><textarea></textarea>',
        say=say,
    )


@shape("es")
def word_list(say: Say) -> Answer:
    rows = each(
        "<dt><dfn>{v}</dfn></dt><dd>Término de la pesca del norte.</dd>",
        ("Aparejo", "Boya", "Cabo", "Draga", "Eslora", "Fondeo", "Lonja"),
    )
    return page(
        "https://museodelmar.example/glosario", f"<h1>Glosario</h1><dl>{rows}</dl>", say=say
    )


@shape("de")
def floor_chart_figures(say: Say) -> Answer:
    rows = each(
        '<li><span class="bar" style="width:{i}0%"></span><span>{v}</span><b>{i}4</b></li>',
        ("Miete", "Essen", "Verkehr", "Freizeit", "Sparen"),
    )
    return page(
        "https://bachblatt.example/daten/1",
        f"<h1>Wofür Haushalte zahlen</h1><figure><ul>{rows}</ul><figcaption>Quelle: Amt</figcaption></figure>{text(say)}",
        say=say,
    )


@shape("en")
def garden_hours(say: Say) -> Answer:
    rows = each(
        "<tr><th>{v}</th><td>10:00</td><td>1{i}:30</td></tr>",
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
    return page(
        "https://orchardtrust.example/hours",
        f"<h1>Opening hours</h1><table>{rows}</table>{text(say)}",
        say=say,
    )


@shape("es")
def earned_badges(say: Say) -> Answer:
    rows = each(
        '<li class="insignia"><img src="/in/{i}.svg" alt=""><strong>{v}</strong><span>Obtenida el {i} nov.</span></li>',
        ("Primer paso", "Siete días", "Madrugador", "Explorador", "Cien preguntas"),
    )
    return page(
        "https://preguntas.example/perfil/insignias",
        f"<h1>Tus insignias</h1><ul>{rows}</ul>",
        say=say,
    )
