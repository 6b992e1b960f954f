import pytest

from companion.extract.slates.values import Kind, count_words, has_letter, is_cjk, kind, middle


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, Kind.BOOL),
        (7, Kind.NUMBER),
        (None, Kind.NULL),
        ("  ", Kind.NULL),
        ("https://a.example/x", Kind.URL),
        ("/a/b", Kind.URL),
        ("#top", Kind.URL),
        ("//cdn.example/a.jpg?w=1", Kind.IMAGE),
        ("data:image/png;base64,R0", Kind.IMAGE),
        ("/logo.svg", Kind.ICON),
        ("2026-03-01T10:00:00Z", Kind.DATE),
        ("Tue, 03 Mar 2026 08:00:00 GMT", Kind.DATE),
        ("July 6, 2015 6:04pm", Kind.DATE),
        ("3. Mai 2026", Kind.DATE),
        ("1,299.00", Kind.NUMERIC),
        ("12 345", Kind.NUMERIC),
        ("MPREb_AV1uPDAwazo", Kind.ID),
        ("550e8400-e29b-41d4-a716-446655440000", Kind.ID),
        ("spotify:track:4rmPQGwc", Kind.ID),
        ("ggMrGilPTEFLNXV5X24weDFUTVg4REw%3D%3D", Kind.ID),
        ("MUSIC_VIDEO_TYPE", Kind.CONSTANT),
        ("A quiet bridge", Kind.TEXT),
        ("Harbour", Kind.TEXT),
    ],
)
def test_a_value_is_of_a_sort(value, expected):
    assert kind(value) is expected


def test_words_are_counted_by_spaces_or_by_four_characters():
    assert (count_words("a quiet bridge"), count_words("静かな港の物語です")) == (3, 2)


@pytest.mark.parametrize(
    ("text", "expected"), [("静かな港", True), ("港 of rain", False), ("a", False)]
)
def test_scripts_without_spaces_are_known(text, expected):
    assert is_cjk(text) is expected


def test_letters_of_any_script_count():
    assert has_letter("12 ж")
    assert not has_letter("12 / 3")


def test_the_middle_of_nothing_is_zero():
    assert (middle([]), middle([1, 2, 9])) == (0, 2)
