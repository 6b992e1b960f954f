"""What looks like a list somebody chose, and is not: no slate of a recommender is in these."""

import json

from tests.accuracy.shapes.pages import article
from tests.accuracy.shapes.shape import Made, answer, page, shape
from tests.accuracy.shapes.words import NAMES, things

COUNTRIES = ("Austria", "Belgium", "Croatia", "Denmark", "Estonia", "Finland", "Greece", "Hungary")


def links(words, path: str = "/") -> str:
    made = (f'<li><a href="{path}{w.lower().replace(" ", "-")}">{w}</a></li>' for w in words)
    return f"<ul>{''.join(made)}</ul>"


@shape(1)
def mega_menu() -> Made:
    words = ("Garden furniture", "Kitchen tools", "Lighting", "Bed linen", "Bath towels", "Rugs")
    body = "".join(f"<div><h4>Room {i}</h4>{links(words, f'/{i}/')}</div>" for i in range(4))
    return page(f'<nav class="mega">{body}</nav>{article()}'), ()


@shape(1)
def breadcrumb_and_tags() -> Made:
    crumbs = links(("Home", "Culture", "Music"))
    tags = links(("opera", "harbour", "violin", "northern lights", "winter"), "/tag/")
    return page(
        f'<div class="breadcrumb">{crumbs}</div>{article()}<div class="tags">{tags}</div>'
    ), ()


@shape(1)
def language_menu() -> Made:
    names = ("English", "Deutsch", "Français", "Español", "Italiano", "Polski", "Português")
    return page(f'{article()}<div class="langs">{links(names)}</div>'), ()


@shape(1)
def facets() -> Made:
    values = [{"value": c, "label": c, "count": i * 3} for i, c in enumerate(COUNTRIES, 1)]
    return answer({"facets": [{"name": "country", "values": values}], "total": 99}), ()


@shape(1)
def variants() -> Made:
    made = [
        {"id": i, "name": f"Wooden chair, colour {i}", "sku": f"C{i}", "price": 9.5}
        for i in range(6)
    ]
    return answer({"product": {"title": "Wooden chair", "variants": made}}), ()


@shape(1)
def comments() -> Made:
    made = [
        {"id": i, "user": {"name": NAMES[i % 6]}, "body": t.teaser, "created_at": t.day}
        for i, t in enumerate(things("comments", 9))
    ]
    return answer({"comments": made}), ()


@shape(1)
def cookie_vendors() -> Made:
    made = {
        str(i): {"id": i, "name": f"Vendor {NAMES[i % 6]} {i}", "purposes": [1, 2],
                 "legIntPurposes": [7], "policyUrl": f"https://v{i}.example/privacy"}
        for i in range(1, 40)
    }  # fmt: skip
    return answer({"gvlSpecificationVersion": 3, "vendors": made}), ()


@shape(1)
def translations() -> Made:
    made = [{"key": f"label.{t.slug[:12]}", "value": t.teaser} for t in things("i18n", 30)]
    return answer({"messages": made}), ()


@shape(1)
def country_list() -> Made:
    made = [{"code": c[:2].upper(), "name": c, "phone": f"+{i}"} for i, c in enumerate(COUNTRIES)]
    return answer({"countries": made}), ()


@shape(1)
def analytics_events() -> Made:
    made = [
        {"event": "page_view", "timestamp": 1770000000 + i, "name": "scroll depth"}
        for i in range(9)
    ]
    return answer({"events": made}), ()


@shape(1)
def image_sources() -> Made:
    made = [{"url": f"https://img.example/{w}.jpg", "width": w} for w in (100, 200, 400, 800)]
    return answer({"image": {"title": "A harbour", "srcset": made}}), ()


@shape(1)
def recipe_steps() -> Made:
    steps = "".join(f"<li><p>{t.teaser}</p></li>" for t in things("steps", 7))
    ingredients = "".join(f"<li>{i} cups of {c}</li>" for i, c in enumerate(COUNTRIES, 1))
    return page(f"<h2>Ingredients</h2><ul>{ingredients}</ul><h2>Method</h2><ol>{steps}</ol>"), ()


@shape(1)
def links_in_prose() -> Made:
    text = "".join(
        f'<p>{t.teaser} As was said in <a href="{t.path}">{t.title}</a>, and {t.teaser}</p>'
        for t in things("prose", 9)
    )
    return page(f"<article><h1>A piece</h1>{text}</article>"), ()


@shape(1)
def partner_logos() -> Made:
    logos = "".join(
        f'<li><a href="https://www.{c.lower()}.example/">'
        f'<img src="/l/{c}.svg" alt="{c} Partner"></a></li>'
        for c in COUNTRIES
    )
    return page(f"{article()}<section><h2>Our partners</h2><ul>{logos}</ul></section>"), ()


@shape(1)
def settings_page() -> Made:
    names = ("Your orders", "Privacy settings", "Change password", "Payment methods", "Log out")
    return page(f'<div class="account">{links(names, "/account/")}</div>'), ()


@shape(1)
def share_buttons() -> Made:
    names = ("Facebook", "Twitter", "WhatsApp", "Pinterest", "Copy link")
    return page(
        f'{article()}<div class="share">{links(names, "https://share.example/?to=")}</div>'
    ), ()


@shape(1)
def pager() -> Made:
    pages = "".join(f'<a href="?page={i}">{i}</a>' for i in range(1, 12))
    return page(f'{article()}<div class="pages">{pages}</div>'), ()


@shape(1)
def footnotes() -> Made:
    notes = "".join(
        f'<li>{t.author}: <a href="https://doi.example/{t.id}">{t.title}</a>. '
        f"Journal of Rain, 2019.</li>"
        for t in things("notes", 8)
    )
    return page(f"{article()}<section><h2>References</h2><ol>{notes}</ol></section>"), ()


@shape(1)
def experiments_and_flags() -> Made:
    made = [{"id": f"exp{i}", "name": f"new_header_{i}", "variation": "B"} for i in range(8)]
    return answer({"experiments": made, "flags": {"darkMode": True}}), ()


@shape(1)
def bids() -> Made:
    made = [
        {
            "id": f"b{i}",
            "impid": str(i),
            "price": 0.4 + i,
            "adm": "<a href='x'>x</a>",
            "crid": f"c{i}",
        }
        for i in range(5)
    ]
    return answer({"seatbid": [{"bid": made, "seat": "s"}], "cur": "USD"}), ()


@shape(1)
def sentences_of_terms() -> Made:
    state = json.dumps(
        {"sections": [{"heading": f"Section {i}", "text": "Some terms."} for i in range(9)]}
    )
    return page(f'{article()}<script type="application/json" id="terms">{state}</script>'), ()


@shape(1)
def opening_hours() -> Made:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    rows = "".join(f"<tr><td>{d}</td><td>9:00-18:00</td></tr>" for d in days)
    return page(f"{article()}<h3>Opening hours</h3><table>{rows}</table>"), ()
