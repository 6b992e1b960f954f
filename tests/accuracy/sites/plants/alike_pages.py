"""What pages are full of that is nothing about the person: tags, settings, switches, products."""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64, hexed, slug, token, uuid
from tests.accuracy.sites.truth import alike
from tests.accuracy.sites.view import View


@planter(0.5)
def article(view: View) -> None:
    tags = view.rng.sample(view.site.speech["tags"], 3)
    key = uuid(view.site.rng("article", view.title))
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": key,
        "keywords": tags,
        "articleSection": tags[0],
        "datePublished": "2026-11-02T06:00:00Z",
    }
    view.part(
        f'<script type="application/ld+json">{json.dumps(told)}</script><meta name="keyw'
        f'ords" content="{",".join(tags)}"><article data-article-id="{key}" data-topics='
        f'"{",".join(tags)}"></article>',
        alike("article tag", tags[0]),
        alike("content id", key),
    )


@planter(0.4)
def article_api(view: View) -> None:
    tags = view.rng.sample(view.site.speech["tags"], 3)
    told = {
        "article": {
            "id": hexed(view.site.rng(view.title), 24),
            "topics": tags,
            "categories": tags[:1],
            "readingTime": 4,
            "score": 41,
            "revision": hexed(view.site.rng("rev", view.title), 40),
        }
    }
    view.answer(
        f"https://{view.host}/api/articles/{slug(view.title)}",
        told,
        alike("article tag", tags[0]),
        alike("content id", told["article"]["id"]),
        alike("build hash", told["article"]["revision"]),
        alike("content score", 41),
    )


@planter(0.4)
def settings(view: View) -> None:
    view.cookie("theme", "dark", alike("setting", "dark"), days=365)
    view.cookie("font_size", "large", alike("setting", "large"), days=365)
    view.cookie("lang", view.site.lang, days=365)
    view.answer(
        f"https://{view.host}/api/settings",
        {
            "settings": {
                "view": "grid",
                "autoplay": False,
                "currency": view.site.speech["currency"],
                "quality": "1080p",
            }
        },
        alike("setting", "grid"),
        alike("setting", "1080p"),
        alike("currency", view.site.speech["currency"]),
    )


@planter(0.45)
def switches(view: View) -> None:
    told = {
        "features": {"newMenu": "enabled", "comments": "disabled"},
        "flags": {"pwa": True, "ssr_cache": "on"},
        "rollout": {"web": "stable"},
    }
    view.script(
        f"window.__FLAGS__={json.dumps(told)};",
        alike("feature switch", "enabled"),
        alike("feature switch", "on"),
        alike("feature switch", "stable"),
    )


@planter(0.45)
def products(view: View) -> None:
    one = {
        "id": hexed(view.site.rng("sku"), 10),
        "gender": "female",
        "ageGroup": "adult",
        "score": 0.87,
        "variant": "XL",
        "rating": 4.5,
        "uuid": uuid(view.site.rng("product")),
        "segment": "premium",
        "category": "shoes",
    }
    told = {
        "products": [one | {"id": f"{one['id']}{n}"} for n in range(4)],
        "facets": [{"name": "gender", "values": ["female", "male"]}],
    }
    view.answer(
        f"https://{view.host}/api/products?page=1",
        told,
        *[
            alike("product field", one[it])
            for it in ("gender", "score", "variant", "uuid", "segment")
        ],
    )


@planter(0.3)
def sku_list(view: View) -> None:
    skus = [f"{n}{view.site.rng('skus', n).randint(10**5, 10**6)}" for n in range(1, 6)]
    view.ask(
        f"https://stock.{view.site.domain}/v1/levels",
        {"skus": ",".join(skus), "wh": "3"},
        alike("sku", ",".join(skus)),
        alike("sku", skus[0]),
        body=json.dumps(dict.fromkeys(skus, 4)).encode(),
        kind="application/json",
    )


@planter(0.3)
def sports(view: View) -> None:
    told = {
        "matches": [
            {
                "id": 4410 + n,
                "home": "FC A",
                "away": "FC B",
                "score": f"{n}:1",
                "tier": 2,
                "probability": 0.31,
            }
            for n in range(3)
        ]
    }
    view.answer(
        f"https://{view.host}/api/livescores",
        told,
        alike("content score", "2:1"),
        alike("content score", 0.31),
    )


@planter(0.3)
def search(view: View) -> None:
    told = {
        "query": view.title,
        "hits": [
            {
                "id": hexed(view.site.rng(n), 8),
                "title": it,
                "_score": 7.41 - n,
                "category": view.site.speech["tags"][0],
            }
            for n, it in enumerate(view.site.speech["titles"][:4])
        ],
        "took": 12,
    }
    view.answer(
        f"https://{view.host}/api/search?q=x",
        told,
        alike("content score", 7.41),
        alike("article tag", view.site.speech["tags"][0]),
    )


@planter(0.35)
def sign_up_form(view: View) -> None:
    """A form that asks for things it does not know yet."""
    view.part(
        '<form action="/signup"><select name="gender"><option value="f">F</option><opti'
        'on value="m">M</option></select><select name="age_range"><option>18-24</option'
        "><option>25-34</option></select>"
        '<select name="country"><option value="DE">Deutschland</option><option value="N'
        'O">Norge</option></select><input type="email" name="email" placeholder="you@ma'
        'il.example"></form>',
        alike("choice in a form", "18-24"),
        alike("choice in a form", "NO"),
        alike("other people's data", "you@mail.example"),
    )


@planter(0.5)
def head(view: View) -> None:
    """Nonces, integrity digests, bundles and image digests."""
    nonce, digest, bundle, image = (
        b64(view.rng.randbytes(16)),
        b64(view.site.rng("sri").randbytes(48)),
        hexed(view.site.rng("bundle"), 20),
        hexed(view.site.rng("image", view.title), 40),
    )
    view.part(
        f'<meta name="csrf-param" content="authenticity_token"><script nonce="{nonce}" s'
        f'rc="/assets/main.{bundle}.js" integrity="sha384-{digest}"></script><img src="h'
        f'ttps://img.{view.site.domain}/{image}/640x360.webp" width="640">',
        alike("nonce", nonce),
        alike("integrity digest", digest),
        alike("build hash", bundle),
        alike("image digest", image),
    )


@planter(0.3)
def chunks(view: View) -> None:
    rng = view.site.rng("chunks")
    table = {str(n): hexed(rng, 8) for n in range(12)}
    view.fetch(
        f"https://{view.host}/assets/runtime.{hexed(rng, 20)}.js",
        alike("build hash", table["0"]),
        alike("build hash", table["11"]),
        body=f"!function(){{var c={json.dumps(table)};window.__chunks=c}}();".encode(),
        kind="application/javascript",
    )


@planter(0.3)
def translations(view: View) -> None:
    told = {
        "account": {"age": "Age", "gender": "Gender", "segment": "Your segment", "city": "City"},
        "cart": {"reason": "Reason for return", "experiment": "Trial"},
        "user.email": "E-mail",
    }
    view.answer(
        f"https://{view.host}/locales/{view.site.lang}.json",
        told,
        alike("label of a form", "Age"),
        alike("label of a form", "Your segment"),
        alike("label of a form", "Trial"),
        alike("label of a form", "City"),
    )


@planter(0.25)
def pricing(view: View) -> None:
    told = {
        "plans": [
            {"tier": "gold", "price": "9.90", "currency": view.site.speech["currency"]},
            {"tier": "silver", "price": "4.90", "currency": view.site.speech["currency"]},
        ],
        "token": token(view.site.rng("plans"), 18),
    }
    view.answer(
        f"https://{view.host}/api/plans",
        told,
        alike("product field", "silver"),
        alike("currency", view.site.speech["currency"]),
        alike("product field", "gold"),
    )
