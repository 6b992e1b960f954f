import pytest

from tui.remembered import FILE, Bookmark, Remembered, recall, remember

ALL = Remembered(
    theme="companion-light",
    toured=True,
    bookmarks=(Bookmark(page="finding", id="f1"), Bookmark(page="exchange", id="e1", locator="/a")),
)


def test_it_comes_back_as_it_was_for_its_owner_alone(tmp_path):
    remember(tmp_path / "new", ALL)
    assert recall(tmp_path / "new") == ALL
    assert (tmp_path / "new" / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"of": 1}', '{"bookmarks": [1]}'])
def test_a_damaged_file_is_as_if_there_were_none(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    assert recall(tmp_path) == Remembered()


def test_at_first_nothing_is_remembered(tmp_path):
    assert recall(tmp_path) == Remembered()
