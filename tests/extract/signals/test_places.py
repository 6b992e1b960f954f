import pytest

from companion.extract.signals.places import about_content, about_person, nearest


def test_keys_tell_whether_it_is_about_the_person():
    assert about_person(("data", "userProfile"))
    assert not about_person(("data", "menu"))


def test_keys_tell_whether_it_is_about_what_is_on_offer():
    assert about_content(("productList", "x"))
    assert not about_content(("user",))


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("props pageProps user", 1),
        ("user products", -2),
        ("user products 0", -2),
        ("userProducts", -2),
        ("data 0 user", 1),
        ("article comments 0 user", -2),
        ("props pageProps user 0", 1),
        ("data", 0),
        ("", 0),
    ],
)
def test_the_nearest_telling_key_decides(path, points):
    assert nearest(path.split()) == points
