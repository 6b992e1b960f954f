"""Groups that visitors are split into by chance and for good, without being told."""

from companion.smallweb.dials import share
from companion.smallweb.site import YEAR, Visit


def variant(visit: Visit, dial: str, name: str, variants: tuple[str, str]) -> str:
    """The group of this visitor, kept in a cookie of the experiment's name; "" without one."""
    if not visit.happens(dial):
        return ""
    group = visit.cookies.get(name, "")
    if group not in variants:
        group = variants[share(visit.world.token(visit.host)) < 0.5]
        visit.keep(name, group, YEAR)
    visit.plant("undisclosed_experiment", f"{name}: {group}")
    return group


def described(name: str, group: str, variants: tuple[str, str]) -> dict[str, object]:
    """The experiment as page state tells it to the page's own script."""
    return {
        "experiment_id": name,
        "variant": group,
        "variations": [{"key": key, "weight": 0.5} for key in variants],
        "is_user_in_experiment": True,
    }
