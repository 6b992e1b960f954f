import pytest

from tui.fuzzy import fits


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", "anything"),
        ("ads", "Ads.example"),
        ("tracker news", "a tracker on news.example"),
        ("brkr", "broker.example"),
        ("mrthn", "a marathon runner"),
    ],
)
def test_words_are_found_with_letters_left_out(words, text):
    assert fits(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [("shop", "news.example"), ("nx", "news.example"), ("rkbr", "broker"), ("ads shop", "ads")],
)
def test_what_does_not_stand_there_is_not_found(words, text):
    assert not fits(words, text)
