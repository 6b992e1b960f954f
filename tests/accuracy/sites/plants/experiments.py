"""Experiments a person is in, and switches that are the same for all.

Optimizely event API, LaunchDarkly client SDK, GrowthBook features and tracking, Statsig
initialize, Adobe Target delivery API: vendors' documents, 2026-11.
"""

import json

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.site import b64url, hexed, token, uuid
from tests.accuracy.sites.truth import Fact, alike, fact, identifier, maybe
from tests.accuracy.sites.view import View


def a_test(view: View, about: str) -> tuple[str, str]:
    """An experiment and the variant the person has."""
    name = view.same(
        f"experiment {about}", lambda r: r.choice(view.site.own["experiments"]["names"])
    )
    return name, view.once(
        f"variant {about}", lambda r: r.choice(view.site.own["experiments"]["variants"])
    )


def in_test(variant: object, *names: object) -> Fact:
    """That the person is in an experiment with a variant."""
    return fact("experiment", variant, known_as=names)


def numbers(view: View, about: str, count: int, least: int = 10**10) -> list[str]:
    """Numbers that a vendor gives an experiment's parts."""
    return view.same(about, lambda r: [str(r.randint(least, 9 * least)) for _ in range(count)])


@planter(0.25)
def optimizely(view: View) -> None:
    who = view.once(
        "optimizely", lambda r: f"oeu{r.randint(10**12, 2 * 10**12)}r0.{r.randint(10**15, 10**16)}"
    )
    campaign, experiment, *variations = numbers(view, "optimizely", 4)
    variation = view.once("optimizely v", lambda r: r.choice(variations))
    view.cookie("optimizelyEndUserId", who, identifier(who), days=180)
    event = {
        "account_id": "12345678",
        "client_name": "js",
        "client_version": "0.222.0",
        "anonymize_ip": True,
        "revision": "941",
        "visitors": [
            {
                "visitor_id": who,
                "session_id": "AUTO",
                "attributes": [{"e": None, "k": "", "t": "first_session", "v": False}],
                "snapshots": [
                    {
                        "decisions": [
                            {
                                "campaign_id": campaign,
                                "experiment_id": experiment,
                                "variation_id": variation,
                                "is_campaign_holdback": False,
                            }
                        ],
                        "events": [
                            {
                                "e": campaign,
                                "y": "campaign_activated",
                                "u": uuid(view.rng),
                                "t": view.millis,
                            }
                        ],
                    }
                ],
            }
        ],
    }
    view.post(
        "https://logx.optimizely.com/v1/events",
        event,
        identifier(who),
        in_test(variation, experiment, campaign),
        alike("timestamp", view.millis),
        status=204,
        body=b"",
    )


@planter(0.2)
def launch_darkly(view: View) -> None:
    who = view.once("launchdarkly", uuid)
    env, version = (
        view.same("launchdarkly", lambda r: hexed(r, 24)),
        view.same("ld version", lambda r: r.randint(10, 500)),
    )
    name, variant = a_test(view, "launchdarkly")
    flags = {
        name: {
            "flagVersion": 12,
            "trackEvents": True,
            "trackReason": True,
            "value": variant,
            "variation": 1,
            "version": version,
            "reason": {"kind": "FALLTHROUGH", "inExperiment": True},
        },
        "enable-search": {
            "flagVersion": 4,
            "trackEvents": False,
            "value": True,
            "variation": 0,
            "version": version,
        },
        "max-items": {
            "flagVersion": 7,
            "trackEvents": False,
            "value": 24,
            "variation": 0,
            "version": version,
        },
    }
    context = b64url(json.dumps({"kind": "user", "key": who, "anonymous": True}))
    view.answer(
        f"https://clientsdk.launchdarkly.com/sdk/evalx/{env}/contexts/{context}",
        flags,
        identifier(who),
        in_test(variant, name),
        maybe("experiment", True),
        maybe("experiment", 1),
        alike("feature switch", 24),
        maybe("explanation", "FALLTHROUGH"),
        alike("public site id", env),
    )


@planter(0.2)
def statsig(view: View) -> None:
    stable = view.once("statsig", uuid)
    name, variant = a_test(view, "statsig")
    rule, key = (
        view.once("statsig rule", lambda r: token(r, 22)),
        view.same("statsig", lambda r: "client-" + token(r, 40)),
    )
    asked = {
        "user": {"customIDs": {"stableID": stable}, "userID": ""},
        "statsigMetadata": {
            "sdkType": "javascript-client",
            "sdkVersion": "3.17.2",
            "stableID": stable,
        },
    }
    told = {
        "feature_gates": {
            "1498273841": {
                "name": "1498273841",
                "value": True,
                "rule_id": "default",
                "secondary_exposures": [],
            }
        },
        "dynamic_configs": {
            "2281947123": {
                "name": name,
                "value": {"layout": "wide"},
                "group": rule,
                "group_name": variant,
                "rule_id": rule,
                "is_device_based": True,
                "is_user_in_experiment": True,
                "is_experiment_active": True,
                "secondary_exposures": [],
            },
            "3307712290": {
                "name": "3307712290",
                "value": {"limit": 20},
                "group": "prestart",
                "rule_id": "prestart",
                "is_user_in_experiment": False,
                "is_experiment_active": False,
                "secondary_exposures": [],
            },
        },
        "layer_configs": {},
        "has_updates": True,
        "time": view.millis,
        "hash_used": "djb2",
    }
    view.post(
        f"https://featureassets.org/v1/initialize?k={key}&st=javascript-client&t={view.millis}",
        asked,
        identifier(stable),
        in_test(variant, rule, name, "2281947123"),
        alike("public site id", key),
        alike("feature switch", "prestart"),
        alike("timestamp", view.millis),
        body=json.dumps(told).encode(),
        kind="application/json",
    )


@planter(0.2)
def growth_book(view: View) -> None:
    name, _ = a_test(view, "growthbook")
    index = view.once("growthbook", lambda r: r.randint(0, 1))
    key = view.same("growthbook", lambda r: "sdk-" + token(r, 16))
    rules = {
        "status": 200,
        "dateUpdated": "2026-10-30T08:11:00Z",
        "features": {
            name: {
                "defaultValue": "a",
                "rules": [
                    {
                        "key": name,
                        "variations": ["a", "b"],
                        "weights": [0.5, 0.5],
                        "coverage": 1,
                        "hashAttribute": "id",
                    }
                ],
            },
            "dark_menu": {"defaultValue": True},
        },
    }
    view.answer(
        f"https://cdn.growthbook.io/api/features/{key}",
        rules,
        maybe("experiment", name, also=()),
        maybe("experiment", "a"),
        maybe("experiment", "b"),
        maybe("experiment", "0.5"),
        maybe("experiment", "1"),
        alike("public site id", key),
    )
    view.script(
        "window.dataLayer=window.dataLayer||[];dataLayer.push("
        + json.dumps(
            {"event": "experiment_viewed", "experiment_id": name, "variation_id": str(index)}
        )
        + ");",
        in_test(index, name),
    )


@planter(0.2)
def adobe_target(view: View) -> None:
    who = view.once("target", lambda r: hexed(r) + ".37_0")
    name, variant = a_test(view, "target")
    request, session = hexed(view.rng), hexed(view.rng)
    asked = {
        "requestId": request,
        "context": {"channel": "web", "address": {"url": view.url}},
        "id": {"tntId": who},
        "execute": {"pageLoad": {}},
    }
    told = {
        "status": 200,
        "requestId": request,
        "client": "invented",
        "id": {"tntId": who},
        "edgeHost": "mboxedge37.tt.omtrdc.net",
        "execute": {
            "pageLoad": {
                "options": [
                    {
                        "type": "html",
                        "content": "<p>x</p>",
                        "responseTokens": {
                            "activity.name": name,
                            "experience.name": variant,
                            "activity.id": "402917",
                        },
                    }
                ]
            }
        },
    }
    view.post(
        "https://invented.tt.omtrdc.net/rest/v1/delivery?client=invented&sessionId="
        f"{session}&version=2.11.8",
        asked,
        identifier(who),
        in_test(variant, name),
        maybe("experiment", "402917"),
        alike("request id", request),
        alike("session id", session),
        body=json.dumps(told).encode(),
        kind="application/json",
    )
