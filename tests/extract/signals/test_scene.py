from companion.decode.leaves import leaves
from companion.extract.signals.scene import Datum, Scene
from tests.builders import an_exchange
from tests.extract.reading import answered_json, set_cookie


def scene_of(exchange):
    return Scene(exchange, leaves(exchange), None)


def datum_of(scene, name):
    leaf = next(leaf for leaf in scene.leaves if leaf.name == name)
    return Datum(leaf, leaf.value)


def test_what_stands_nearest_is_found_beside_or_above():
    scene = scene_of(answered_json({"id": "top", "a": {"b": {"x": 1}}, "c": {"id": "in", "y": 2}}))
    assert datum_of(scene, "x").near("id") == "top"
    assert datum_of(scene, "y").near("id") == "in"
    assert datum_of(scene, "y").near("key") == ""


def test_addresses_hold_hosts_and_paths_but_no_parameters():
    scene = scene_of(an_exchange("https://Ads.example/P%20q?uid=abc", page=None))
    assert scene.addresses == "ads.example/p q "


def test_a_site_that_is_unknown_makes_every_party_foreign():
    assert scene_of(an_exchange(site=None)).foreign
    assert not scene_of(an_exchange()).foreign


def test_a_cookie_with_a_lifetime_in_the_past_is_deleted():
    scene = scene_of(set_cookie("uid=abc; Max-Age=0"))
    assert scene.deletes(datum_of(scene, "uid"))
    scene = scene_of(set_cookie("uid=abc"))
    assert not scene.deletes(datum_of(scene, "uid"))


def test_an_array_of_scalars_is_one_datum():
    scene = scene_of(answered_json({"tags": ["a", "b"]}))
    tags = [leaf for leaf in scene.leaves if leaf.name == "tags"]
    datum = Datum(tags[0], tuple(leaf.value for leaf in tags))
    assert (datum.value, datum.text, datum.locator) == (("a", "b"), "a,b", "/tags")
    assert datum.keys == ()
