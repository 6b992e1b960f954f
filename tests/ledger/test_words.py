import pytest

from companion.ledger.words import alike, content, stems, without_trade


def test_words_of_every_day_and_of_the_trade_say_nothing():
    assert content("In-market audience: your trail running shoes, from 2026") == (
        "trail", "running", "shoes",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "said", "near"),
    [
        (("shoes",), ("shoes",), 1.0),
        (("angling",), ("anglers",), 4 / 7),
        (("trail", "shoes"), ("shoes",), 0.6 + 0.4 / 2),
        (("shoes",), ("roses",), 0.0),
        ((), ("shoes",), 0.0),
        (("shoes",), (), 0.0),
    ],
)
def test_likeness_is_mostly_that_of_the_best_word(wanted, said, near):
    assert alike(wanted, said) == pytest.approx(near)


def test_words_are_looked_up_by_their_beginning():
    assert stems(("running", "runners", "shoes")) == {"runn", "shoe"}


def test_a_label_without_the_words_of_the_trade_is_about_what_is_left():
    assert without_trade("Sunscreen buyers") == "Sunscreen"
    assert without_trade("Home > Bedroom") == "Home > Bedroom"
    assert without_trade("In-market: cats & dogs") == "cats & dogs"
    assert without_trade("High score") == "High score"
