"""A plan is read, or refused in one line that says where."""

import pytest

from companion.audit.plan import Act, World
from companion.audit.read import load
from companion.errors import UnreadableInput
from tests.audit.made import PLAN


def _read(tmp_path, text, seed=None):
    path = tmp_path / "plan.toml"
    path.write_text(text)
    return load(path, seed)


def test_a_plan_says_who_does_what_where(tmp_path):
    plan = _read(tmp_path, PLAN)
    hiker, stranger = plan.players
    assert hiker.acts == (Act("visit", "https://news.example/"), Act("click", "A walk"))
    assert (stranger.role, stranger.repeats, plan.strangers_a_block) == ("stranger", 2, 2)
    assert (plan.places[0].name, plan.places[0].measures) == ("front", ("lists",))
    assert plan.world is None


def test_what_a_plan_leaves_out_has_its_default(tmp_path):
    text = "\n".join(line for line in PLAN.splitlines() if not line.startswith(("blocks", "gap")))
    plan = _read(tmp_path, text)
    assert (plan.blocks, plan.gap) == (10, 11.0)


def test_another_seed_is_another_audit(tmp_path):
    plan, other = _read(tmp_path, PLAN), _read(tmp_path, PLAN, seed=4)
    assert (plan.seed, other.seed) == (3, 4)
    assert plan.hash != other.hash
    assert plan.hash == _read(tmp_path, PLAN).hash


def test_a_plan_can_bring_its_world(tmp_path):
    plan = _read(tmp_path, PLAN + "[smallweb]\nseed = 7\n[smallweb.dials]\nfading = 0\n")
    assert plan.world == World(seed=7, dials={"fading": 0.0})


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("seed = 3", "seed = ", "not valid TOML"),
        ('title = "Lists by interest"', "", "the plan: title is missing"),
        ("blocks = 5", "blocks = 0", "blocks must be a whole number from 1"),
        ("blocks = 5", "blocks = 2.5", "blocks must be a whole number"),
        ("blocks = 5", "blocks = true", "blocks must be a whole number"),
        ("blocks = 5", "block = 5", "unknown key 'block'"),
        ('["lists"]', '["likes"]', "measures must be some of lists"),
        ('role = "subject"', 'role = "self"', "visitor 1 is the self"),
        ('role = "subject"', 'role = "hero"', "role must be subject or stranger"),
        ('role = "subject"', 'role = "stranger"', "a visitor with role subject"),
        ('name = "stranger"', 'name = "hiker"', "two visitors are called 'hiker'"),
        ('role = "subject"', 'role = "subject"\nbanner = "yes"', "banner must be ignore or accept"),
        ('role = "subject"', 'role = "subject"\ngpc = 1', "gpc must be true or false"),
        ('{ click = "A walk" }', '{ buy = "A walk" }', "an act of hiker must be one of visit"),
        ('{ click = "A walk" }', '{ wait = "long" }', "wait of hiker must be a number"),
        ('{ click = "A walk" }', '{ click = " " }', "click of hiker is empty"),
        ('visit = "https://news.example/"', 'visit = "news"', "hiker: 'news' is no address"),
        ('url = "https://news.example/"', 'url = "https://["', "1: 'https://[' is no address"),
        ("[[place]]", "[place]", "place must be tables"),
        ('name = "front"', "name = 3", "name must be a text"),
        ("seed = 3", 'seed = 3\nsmallweb = "yes"', "smallweb must be a table"),
        ("seed = 3", "seed = 3\nsmallweb = {dials = {fading = true}}", "smallweb.dials must be"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line(tmp_path, was, becomes, said):
    assert was in PLAN
    with pytest.raises(UnreadableInput, match=r"plan\.toml") as told:
        _read(tmp_path, PLAN.replace(was, becomes, 1))
    assert said in str(told.value)
    assert "\n" not in str(told.value)


def test_without_places_there_is_nothing_to_watch(tmp_path):
    with pytest.raises(UnreadableInput, match=r"no \[\[place\]\]"):
        _read(tmp_path, PLAN.partition("[[place]]")[0])


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableInput, match="can't be read"):
        load(tmp_path / "none.toml")
