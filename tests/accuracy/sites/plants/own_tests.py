"""Experiments that a site runs itself, beside switches that are the same for all."""

import json
from random import Random

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.experiments import a_test, in_test
from tests.accuracy.sites.site import hexed
from tests.accuracy.sites.truth import alike, maybe
from tests.accuracy.sites.view import View


def _tests(view: View, rng: Random, name: str, variant: str) -> object:
    shapes = (
        {name: variant},
        [{"id": name, "variant": variant}],
        [{"name": name, "variation": variant, "active": True}],
        {name: {"variant": variant, "bucket": 1}},
    )
    return shapes[rng.randrange(len(shapes))]


@planter(0.35)
def own_tests(view: View) -> None:
    """A site's own experiments in its page state or API, beside switches."""
    name, variant = a_test(view, "own")
    told = view.same("own tests", lambda r: _tests(view, r, name, variant))
    state = {
        "build": view.same("build", lambda r: hexed(r, 20)),
        view.key("experiment"): told,
        "featureFlags": {"newFooter": True, "lazyImages": False, "pageSize": 24},
    }
    marks = [
        in_test(variant, name),
        maybe("experiment", 1),
        alike("build hash", state["build"]),
        alike("feature switch", 24),
    ]
    if view.same("own tests api", lambda r: r.random() < 0.5):
        view.answer(f"https://{view.host}/api/config", state, *marks)
    else:
        view.script(f"window.__APP_CONFIG__={json.dumps(state)};", *marks)


@planter(0.25)
def bucket_cookie(view: View) -> None:
    name, variant = a_test(view, "cookie")
    key = view.same(
        "test cookie", lambda r: r.choice(("ab_test", "exp_bucket", "abVariant", "experiment"))
    )
    view.cookie(key, f"{name}:{variant}", in_test(variant, name), days=30)
