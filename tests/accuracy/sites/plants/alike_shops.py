"""What shops and forums say of goods, other people and plans in the words used for readers.

Google Analytics 4 ecommerce items in a data layer: public documents, 2026-11.
"""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import hexed, uuid
from tests.accuracy.sites.truth import alike
from tests.accuracy.sites.view import View


@planter(0.35)
def ecommerce_layer(view: View) -> None:
    items = [
        {
            "item_id": f"SKU_{n}",
            "item_name": it,
            "item_variant": colour,
            "item_category": "Apparel",
            "affiliation": "Main store",
            "coupon": "AUTUMN",
            "item_list_id": "related_products",
            "index": n,
        }
        for n, (it, colour) in enumerate(
            zip(view.site.speech["tags"], ("green", "grey"), strict=False)
        )
    ]
    pushed = {"event": "view_item_list", "ecommerce": {"currency": "EUR", "items": items}}
    view.script(
        f"window.dataLayer=window.dataLayer||[];dataLayer.push({json.dumps(pushed)});",
        alike("product field", "green"),
        alike("product field", "Apparel"),
        alike("product field", "related_products"),
        alike("sku", "SKU_0"),
    )


@planter(0.3)
def facets(view: View) -> None:
    """Filters of a catalogue: what goods there are, for whom, of which age."""
    named = {
        "en": ("gender", "age_group", "audience"),
        "de": ("geschlecht", "altersgruppe", "zielgruppe"),
        "fr": ("sexe", "tranche_age", "public"),
        "es": ("sexo", "rango_edad", "publico"),
    }[view.site.lang]
    told = {
        "facets": [
            {"field": field, "values": [{"value": it, "count": 12}, {"value": "x", "count": 3}]}
            for field, it in zip(named, ("female", "25-34", "Juniors"), strict=True)
        ],
        "filters": {named[0]: ["female", "male"], named[2]: ["Juniors", "Seniors"]},
        "product": {"id": "81726354", named[0]: "female", named[1]: "25-34", named[2]: "Juniors"},
    }
    view.answer(
        f"https://{view.host}/api/catalog?cat=shoes",
        told,
        alike("product field", "female"),
        alike("product field", "25-34"),
        alike("product field", "Juniors"),
    )


@planter(0.35)
def forum(view: View) -> None:
    """A thread whose writers have numbers, names, levels and towns."""
    people = [uuid(view.site.rng("writer", n)) for n in range(3)]
    town = view.site.speech["cities"][0]
    rows = "".join(
        f'<li class="comment" data-user-id="{it}" data-user-level="silver">+1</li>' for it in people
    )
    view.part(f"<ul>{rows}</ul>", *[alike("other people's data", it) for it in people])
    told = {
        "thread": {
            "id": hexed(view.site.rng("thread"), 12),
            "posts": [
                {"author": {"id": it, "name": "Q", "level": "silver", "city": town}, "likes": 2}
                for it in people
            ],
        }
    }
    view.answer(
        f"https://{view.host}/api/threads/{view.number}",
        told,
        *[alike("other people's data", it) for it in (*people, "silver", town)],
    )


@planter(0.3)
def refusals(view: View) -> None:
    """Why something did not work, in whole sentences."""
    said = {
        "en": "You have too many items in your basket",
        "de": "Sie haben zu viele Artikel im Warenkorb",
        "fr": "Votre panier contient trop d'articles",
        "es": "Tu cesta contiene demasiados artículos",
    }[view.site.lang]
    told = {
        "ok": False,
        "errors": [{"code": "E17", "reason": said}],
        "retry": {"strategy": "backoff"},
    }
    view.answer(
        f"https://{view.host}/api/basket",
        told,
        alike("other reason", said),
        alike("other reason", "backoff"),
    )


@planter(0.3)
def plans(view: View) -> None:
    """A subscription on offer, and a form's choices, under words for customers."""
    told = {
        "offer": {"subscription_type": "annual", "membership_type": "family", "price": "79.00"},
        "membership": {"options": [{"level": "gold"}, {"level": "basic"}]},
        "schedule": {"lifecycle": "active", "segment": "morning"},
    }
    view.answer(
        f"https://{view.host}/api/offer",
        told,
        *[alike("product field", it) for it in ("annual", "family", "basic", "morning")],
    )


@planter(0.3)
def own_server(view: View) -> None:
    """Which machine answered, and which build of the interface is tried out for all."""
    node = hexed(view.site.rng("node"), 16)
    told = {
        "server": {"node": node, "region": "eu-central-1", "zone": "b"},
        "release": {"channel": "stable", "rollout": 100, "variant": "default"},
        "cache": {"bucket": "static-7", "hit": True},
    }
    view.answer(
        f"https://{view.host}/api/health",
        told,
        alike("load balancer", node),
        alike("feature switch", "default"),
        alike("feature switch", "static-7"),
        alike("shop's place", "eu-central-1"),
    )
