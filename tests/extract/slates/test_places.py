from companion.extract.slates.places import Place


def test_a_pointer_is_written_from_the_links_upwards():
    root = Place({})
    inner = Place([], Place({}, root, "a/b"), 3)
    assert inner.locator("") == "/a~1b/3"
    assert inner.locator("script#s") == "script#s >> /a~1b/3"
    assert root.locator("event:1") == "event:1"


def test_a_tree_in_a_string_begins_anew():
    text = Place("{}", Place({}), "payload")
    tree = Place({"x": []}, text, "", fresh=True)
    assert tree.locator("") == "/payload"
    assert Place([], tree, "x").locator("") == "/payload >> /x"


def test_only_names_are_names_of_keys():
    place = Place([], Place([], Place({}, Place({}), "items"), 2), "0")
    assert place.names() == ["items"]
