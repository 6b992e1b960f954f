"""Sites whose findings are behind."""

from companion.store import unjudged
from companion.store.open import open_store


def test_a_site_is_to_be_judged_until_it_is(path):
    with open_store(path) as db, db.atomic():
        unjudged.add(db, ["news.example", "shop.example"])
    with open_store(path) as db:
        assert list(unjudged.sites(db)) == ["news.example", "shop.example"]
        with db.atomic():
            unjudged.done(db, "news.example", unjudged.sites(db)["news.example"])
        assert list(unjudged.sites(db)) == ["shop.example"]


def test_a_site_of_which_more_came_meanwhile_is_judged_again(db):
    with db.atomic():
        unjudged.add(db, ["news.example"])
        begun = unjudged.sites(db)["news.example"]
        unjudged.add(db, ["news.example"])
        unjudged.done(db, "news.example", begun)
    assert list(unjudged.sites(db)) == ["news.example"]
