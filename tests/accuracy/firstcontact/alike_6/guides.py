# ruff: noqa: E501, RUF001 - markup and rows stand as sites write them
"""What leads around a site: menus, filters, selectors, contents, footers, sitemaps."""

from tests.accuracy.firstcontact.alike_6.rows import each, text
from tests.accuracy.firstcontact.kit import Answer, Say, page, shape


@shape("en")
def mega_menu_panels(say: Say) -> Answer:
    panel = each(
        '<li><a href="/c/{s}"><img src="/m/{i}.jpg" alt=""><span>{v}</span></a></li>',
        ("Kitchen", "Bath", "Garden", "Bedroom", "Lighting", "Kids", "Outlet"),
    )
    columns = each(
        '<div class="col"><h3>{v}</h3><ul>'
        + panel.replace("{", "{{").replace("}", "}}")
        + "</ul></div>",
        ("Shop by room", "Featured", "New in"),
    )
    return page(
        "https://tildaandsons.example/about",
        f'<div class="mega-menu" role="menu">{columns}</div><h1>About us</h1>{text(say)}',
        say=say,
    )


@shape("de")
def filter_sidebar(say: Say) -> Answer:
    groups = "".join(
        f"<fieldset><legend>{g}</legend>"
        + each(
            '<label><input type="checkbox" name="f" value="{s}"><span>{v}</span> <span class="n">({i}2)</span></label>',
            ws,
        )
        + "</fieldset>"
        for g, ws in (
            ("Marke", ("Havn", "Perrin", "Moosbach", "Gutding")),
            ("Farbe", ("Schwarz", "Salbei", "Sand", "Weiß")),
            ("Preis", ("bis 20 €", "20–50 €", "50–100 €", "über 100 €")),
        )
    )
    return page(
        "https://moosbach.example/bad/filter",
        f"<h1>Bad</h1><aside><h2>Filter</h2>{groups}</aside><p>Keine Artikel gefunden.</p>",
        say=say,
    )


@shape("fr")
def html_sitemap(say: Say) -> Answer:
    parts = "".join(
        f"<h2>{g}</h2><ul>" + each('<li><a href="/{s}">{v}</a></li>', ws) + "</ul>"
        for g, ws in (
            ("La ville", ("Mairie", "Quartiers", "Histoire", "Jumelages")),
            ("Vivre", ("Écoles", "Crèches", "Propreté", "Stationnement")),
            ("Sortir", ("Musées", "Théâtre", "Piscines", "Parcs")),
        )
    )
    return page(
        "https://ville-du-quai.example/plan-du-site", f"<h1>Plan du site</h1>{parts}", say=say
    )


@shape("es")
def language_dialog(say: Say) -> Answer:
    rows = each(
        '<li><a href="?hl={i}" lang="x{i}"><img src="/flags/{i}.svg" alt=""><span>{v}</span></a></li>',
        ("English", "Deutsch", "Français", "Español", "Italiano", "Português", "Polski", "Türkçe"),
    )
    return page(
        "https://guijarro.example/idioma",
        f'<div class="modal"><h2>Idiomas y regiones sugeridos</h2><ul>{rows}</ul></div>{text(say)}',
        say=say,
    )


@shape("en")
def region_gate(say: Say) -> Answer:
    rows = each(
        '<a class="region" href="/{s}/"><strong>{v}</strong><span>$ USD</span></a>',
        ("United States", "Canada", "Ireland", "Germany", "France", "Spain", "Japan", "Norway"),
    )
    return page(
        "https://hexley.example/choose", f"<h1>Choose your region</h1><div>{rows}</div>", say=say
    )


@shape("de")
def sort_and_pages(say: Say) -> Answer:
    sort = each(
        '<li><a href="?sort={s}">{v}</a></li>',
        ("Beste Ergebnisse", "Preis aufsteigend", "Preis absteigend", "Neueste", "Bewertung"),
    )
    pages = each('<li><a href="?p={i}" aria-label="Seite {i}">{v}</a></li>', "123456789")
    return page(
        "https://moosbach.example/sale",
        f"<h1>Sale</h1><div><span>Sortieren</span><ul>{sort}</ul></div>{text(say, 1)}<ul class=pages>{pages}</ul>",
        say=say,
    )


@shape("fr")
def mobile_tab_bar(say: Say) -> Answer:
    tabs = each(
        '<a role="tab" href="/{s}"><svg><use href="#i{i}"/></svg><span>{v}</span></a>',
        ("Pour vous", "Suivis", "Direct", "Recherche", "Profil"),
    )
    return page(
        "https://coquelicot.example/vide",
        f'<div role="tablist">{tabs}</div><p>Rien à afficher pour le moment.</p>',
        say=say,
    )


@shape("en")
def city_footer(say: Say) -> Answer:
    columns = "".join(
        f"<div><h4>{g}</h4><ul>" + each('<li><a href="/{s}">{v}</a></li>', ws) + "</ul></div>"
        for g, ws in (
            ("Popular cities", ("Leeds", "Cork", "Bristol", "Glasgow", "Dublin")),
            ("Hosting", ("Become a host", "Host guide", "Cover", "Forum")),
            ("Company", ("Newsroom", "Careers", "Investors", "Gift cards")),
        )
    )
    return page(
        "https://staynest.example/help",
        f'{text(say)}<div class="footer-links">{columns}</div>',
        say=say,
    )


@shape("en")
def manual_sidebar(say: Say) -> Answer:
    side = "".join(
        f"<details open><summary>{g}</summary><ul>"
        + each('<li><a href="/docs/{s}">{v}</a></li>', ws)
        + "</ul></details>"
        for g, ws in (
            ("Getting started", ("Install", "First project", "Upgrade")),
            ("Guides", ("Recommendations API", "Feeds", "Search")),
            ("Reference", ("CLI", "Config", "Errors")),
        )
    )
    return page(
        "https://docs.quayworks.example/docs/install",
        f'<div class="layout"><div class="side">{side}</div><article><h1>Install</h1>{text(say, 4)}<div class="next-prev"><a href="/docs/intro">Previous</a><a href="/docs/first">Next: First project</a></div></article></div>',
        say=say,
    )


@shape("de")
def keyword_cloud(say: Say) -> Answer:
    tags = each(
        '<a class="tag tag--{i}" href="/tag/{s}">{v}</a>',
        (
            "Holz",
            "Garten",
            "Fahrrad",
            "Kochen",
            "Reise",
            "Haushalt",
            "Musik",
            "Werkstatt",
            "Technik",
            "Familie",
        ),
    )
    return page(
        "https://bastlerforum.example/tags",
        f"<h1>Schlagwörter</h1><div class=cloud>{tags}</div>",
        say=say,
    )


@shape("en")
def account_tiles(say: Say) -> Answer:
    tiles = "".join(
        f'<a class="ya-card" href="/gp/{i}"><img src="/ya/{i}.png" alt=""><h2>{t}</h2><span>{d}</span></a>'
        for i, (t, d) in enumerate(
            (
                ("Your orders", "Track, return or buy again"),
                ("Login & security", "Edit name and number"),
                ("Your addresses", "Edit addresses"),
                ("Your payments", "Manage cards"),
                ("Your recommendations", "Improve what you see"),
                ("Your lists", "View and share"),
            )
        )
    )
    return page(
        "https://everyaisle.example/gp/css/homepage",
        f"<h1>Your Account</h1><div>{tiles}</div>",
        say=say,
    )


@shape("fr")
def contents_of_report(say: Say) -> Answer:
    rows = each('<li><a href="#s{i}">{i}. {v}</a></li>', say.titles("brief", 8))
    return page(
        "https://observatoire.example/rapport-2026",
        f'<h1>Rapport 2026</h1><nav aria-label="Sommaire"><h2>Sommaire</h2><ol>{rows}</ol></nav>{text(say, 6)}',
        say=say,
    )


@shape("en")
def council_quick_links(say: Say) -> Answer:
    rows = each(
        '<li class="service"><a href="/{s}"><h3>{v}</h3></a><p>Pay, apply or report.</p></li>',
        (
            "Council tax",
            "Bins and recycling",
            "Parking",
            "Planning",
            "Housing",
            "Libraries",
            "Schools",
        ),
    )
    return page("https://leedsby.example/", f"<h1>Services</h1><ul>{rows}</ul>", say=say)


@shape("es")
def share_and_follow(say: Say) -> Answer:
    share = each(
        '<li><a href="https://{s}.example/share?u=x" aria-label="Compartir en {v}"><span>{v}</span></a></li>',
        ("Facebook", "WhatsApp", "X", "Telegram", "LinkedIn", "Correo"),
    )
    return page(
        "https://laribera.example/nota/1",
        f"<article><h1>{say.titles('headline', 1)[0]}</h1>{text(say, 4)}<p>Comparte</p><ul>{share}</ul></article>",
        say=say,
    )


@shape("de")
def month_calendar(say: Say) -> Answer:
    days = each('<td><a href="/kalender/2026-11-{i}">{v}</a></td>', [str(i) for i in range(1, 31)])
    return page(
        "https://stadtbuehne.example/kalender",
        f"<h1>November 2026</h1><table><tr><th>Mo</th><th>Di</th><th>Mi</th><th>Do</th><th>Fr</th></tr><tr>{days}</tr></table>",
        say=say,
    )


@shape("fr")
def image_gallery(say: Say) -> Answer:
    thumbs = each(
        '<button aria-label="Image {i}"><img src="/g/{s}-96.jpg" srcset="/g/{s}-96.jpg 1x, /g/{s}-192.jpg 2x" alt="{v}"></button>',
        [f"Buffet vue {w}" for w in ("face", "dos", "gauche", "droite", "tiroir")],
    )
    return page(
        "https://lebonangle.example/ad/maison/2",
        f'<h1>Buffet ancien</h1><div class="thumbs">{thumbs}</div>{text(say)}',
        say=say,
    )


@shape("en")
def encyclopedia_navbox(say: Say) -> Answer:
    rows = "".join(
        f'<tr><th scope="row">{g}</th><td><ul>'
        + each('<li><a href="/wiki/{s}">{v}</a></li>', say.titles("place", 5))
        + "</ul></td></tr>"
        for g in ("North coast", "South coast", "Islands")
    )
    return page(
        "https://openpedia.example/wiki/Piers",
        f'<h1>Piers</h1>{text(say, 4)}<div role="navigation" class="navbox"><table><tr><th colspan="2">Seaside piers</th></tr>{rows}</table></div>',
        say=say,
    )


@shape("es")
def topic_chips(say: Say) -> Answer:
    chips = each(
        '<yt-chip role="tab"><button>{v}</button></yt-chip>',
        (
            "Todos",
            "Música",
            "En directo",
            "Cocina",
            "Subidos hace poco",
            "Vistos",
            "Novedades para ti",
        ),
    )
    return page(
        "https://tubelet.example/vacio",
        f'<div id="chips" role="tablist">{chips}</div><p>Sin conexión. Inténtalo de nuevo.</p>',
        say=say,
    )
