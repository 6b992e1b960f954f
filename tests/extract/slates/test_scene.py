import pytest

from companion.decode.page import parse
from companion.extract.slates.price import Scene
from companion.extract.slates.scene import scene
from tests.builders import an_exchange


@pytest.mark.parametrize(
    ("lang", "url", "expected"),
    [
        ("de-AT", "https://shop.example/", Scene("de", "at")),
        ("en", "https://shop.co.uk/", Scene("en", "uk")),
        ("", "https://boutique.fr/", Scene("fr", "fr")),
        ("zh-Hant-TW", "https://a.example/", Scene("zh", "tw")),
        ("?", "https://a.example/", Scene()),
    ],
)
def test_a_page_says_where_it_stands(lang, url, expected):
    page = parse(f'<html lang="{lang}">')
    assert scene(an_exchange(url, page=url), page) == expected


def test_an_answer_says_it_by_its_header_or_the_page_it_is_for():
    headers = (("content-language", "pl-PL"),)
    assert scene(an_exchange(received=headers)) == Scene("pl", "pl")
    assert scene(an_exchange("https://api.cdn.example/", page="https://laden.de/")).country == "de"
    assert (
        scene(an_exchange("https://api.laden.de/", page="https://laden.example/")).country == "de"
    )


def test_an_address_that_is_none_says_nothing():
    assert scene(an_exchange(page="https://[broken/")) == Scene()
