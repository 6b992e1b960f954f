import pytest

from companion.extract.contexts import by_words, context_of, contexts, is_sensitive

SECTORS = {
    "health", "mind", "money", "work", "shopping", "news", "politics", "religion", "relationships",
    "family", "education", "travel", "entertainment", "sport", "home",
}  # fmt: skip


def test_a_well_known_site_has_a_context():
    assert context_of("webmd.com", {}) == "health"


def test_the_persons_mark_wins():
    assert context_of("webmd.com", {"webmd.com": "work"}) == "work"
    assert context_of("mine.example", {"mine.example": "garden"}) == "garden"


@pytest.mark.parametrize("site", [None, "nobody.example", "google.com"])
def test_an_unknown_site_has_none(site):
    assert context_of(site, {}) is None


def test_every_sector_of_life_is_there():
    assert set(contexts()) == SECTORS


def test_sensitive_sectors_are_known():
    assert is_sensitive("health")
    assert not is_sensitive("travel")
    assert not is_sensitive("garden")


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("Cheap flights to Lisbon | Example", "travel"),
        ("Rezepte für den Sommer", "home"),
        ("Offres d'emploi : cuisinier", "work"),
        ("Últimas noticias de hoy", "news"),
        ("Calciomercato: i colpi della Serie A", "sport"),
        ("Adicionar ao carrinho: botas", "shopping"),
        ("Hypotheek berekenen", "money"),
        ("Kurs online: egzamin z matematyki", "education"),
    ],
)
def test_words_of_a_title_tell_the_sector(title, sector):
    assert by_words(title) == sector


@pytest.mark.parametrize(
    "title",
    [
        "", "Hello", "Living with depression", "HIV test centre", "Church service on Sunday",
        "Vote for the Greens", "Single? Find love", "Recipe book: cheap flights",
    ],
)  # fmt: skip
def test_words_never_tell_a_sensitive_sector_nor_choose_between_two(title):
    assert by_words(title) is None
