from companion.extract.signals.places import about_content, about_person


def test_keys_tell_whether_it_is_about_the_person():
    assert about_person(("data", "userProfile"))
    assert not about_person(("data", "menu"))


def test_keys_tell_whether_it_is_about_what_is_on_offer():
    assert about_content(("productList", "x"))
    assert not about_content(("user",))
