"""Reasons that stand beside recommendations, and reasons that are none."""

import json
from html import escape

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import hexed, slug, uuid
from tests.accuracy.sites.truth import alike, fact, maybe
from tests.accuracy.sites.view import View


def reason(view: View, at: int = 0) -> str:
    """Why the site says it shows something."""
    drawn = view.once(f"reason {at} {view.number}", lambda r: r.choice(view.site.speech["because"]))
    return drawn.replace("{t}", view.site.speech["titles"][at])


@planter(0.35)
def reasoned_answer(view: View) -> None:
    key = view.same(
        "reason key", lambda r: r.choice(("reason", "explanation", "reasonText", "why"))
    )
    whys = [reason(view, n) for n in range(3)]
    titles = view.site.speech["titles"][:3]
    items = [
        {"id": hexed(view.site.rng(it), 12), "title": it, "url": f"/{slug(it)}", key: why}
        for it, why in zip(titles, whys, strict=True)
    ]
    view.answer(
        f"https://{view.host}/api/recommendations?slot=home",
        {"title": "For you", "items": items, "requestId": uuid(view.rng)},
        *[fact("explanation", it) for it in dict.fromkeys(whys)],
        alike("content id", items[0]["id"]),
    )


@planter(0.25)
def reasoned_vendor(view: View) -> None:
    why, strategy = (
        reason(view),
        view.same(
            "strategy",
            lambda r: r.choice(("collaborative_filtering", "recently_viewed", "similar_users")),
        ),
    )
    titles = view.site.speech["titles"][1:5]
    told = {
        "recommendations": [
            {"itemId": hexed(view.site.rng(it), 10), "name": it, "explanation": why}
            for it in titles
        ],
        "strategy": strategy,
        "recId": uuid(view.rng),
    }
    view.answer(
        f"https://reco.{view.site.tracker('recs')}/v1/items?n=4",
        told,
        fact("explanation", why),
        fact("explanation", strategy),
        alike("request id", told["recId"]),
    )


@planter(0.2)
def reasoned_state(view: View) -> None:
    whys = [reason(view, n) for n in range(2)]
    rows = [
        {
            "heading": why,
            "reason": why,
            "posts": [{"title": it, "slug": slug(it)} for it in view.site.speech["titles"]],
        }
        for why in whys
    ]
    view.part(
        '<script type="application/json" id="feed-state">'
        f"{json.dumps({'feed': {'rows': rows}}).replace('<', chr(92) + 'u003c')}</script"
        ">",
        *[fact("explanation", it) for it in dict.fromkeys(whys)],
    )


@planter(0.3)
def no_reasons(view: View) -> None:
    """Reasons for a refusal, a return or a failure explain nothing about the person."""
    told = {
        "error": {"code": 404, "reason": "not_found"},
        "returns": [{"reason": "too_small", "days": 30}],
        "sort": {"criteria": "date_desc"},
    }
    view.answer(
        f"https://{view.host}/api/returns",
        told,
        alike("other reason", "not_found"),
        alike("other reason", "too_small"),
        alike("other reason", "date_desc"),
    )
    view.part(f"<p>{escape(view.title)}</p>", maybe("explanation", view.title))
