"""Variants in the cookies of testing tools.

VWO and AB Tasty cookies: help pages of both, 2026-11.
"""

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.experiments import in_test
from tests.accuracy.sites.site import hexed, token
from tests.accuracy.sites.truth import alike, identifier
from tests.accuracy.sites.view import View


@planter(0.25)
def vwo(view: View) -> None:
    number, combination = (
        view.same("vwo", lambda r: r.randint(10, 400)),
        view.once("vwo", lambda r: r.choice("123")),
    )
    who = view.once("vwo id", lambda r: "D" + hexed(r).upper())
    view.cookie(
        f"_vis_opt_exp_{number}_combi",
        combination,
        in_test(combination, number, f"_vis_opt_exp_{number}_combi"),
        days=100,
    )
    view.cookie("_vwo_uuid_v2", f"{who}|{view.once('vwo hash', hexed)}", identifier(who), days=365)
    view.cookie("_vis_opt_test_cookie", "1")


@planter(0.25)
def ab_tasty(view: View) -> None:
    who = view.once("abtasty", lambda r: token(r, 16).lower())
    campaign, variation = (
        view.same("abtasty", lambda r: r.randint(10**5, 10**6)),
        view.once("abtasty v", lambda r: r.randint(10**5, 10**6)),
    )
    first = view.once("abtasty t", lambda r: r.randint(1_750_000_000_000, 1_760_000_000_000))
    view.cookie(
        "ABTasty",
        f"uid={who}&fst={first}&pst={first}&cst={first}&ns=3&pvt=9&pvis=2&th={campaign}."
        f"{variation}.1.1.1.1.{first}.{first}.0.1",
        identifier(who),
        in_test(variation, campaign, f"{campaign}.{variation}"),
        alike("timestamp", first),
        days=390,
    )
