import pytest

from companion.compare.structure import alike, why_not


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (0, "", "no answer"),
        (401, "", "a sign-in page"),
        (200, '<form><input name="pw" type="password"></form>', "a sign-in page"),
        (403, "", "a challenge or a refusal (403)"),
        (429, "", "a challenge or a refusal (429)"),
        (302, "", "another answer than the page (302)"),
        (500, "", "another answer than the page (500)"),
        (200, "<form><button>Yes, all</button></form>", "a page that first asks for something"),
        (200, '<a href="/">Home</a>' * 20, "a page of another structure"),
    ],
)
def test_what_came_instead(status, body, why):
    assert why_not(status, body) == why


def test_lists_of_about_the_same_length():
    assert alike(20, 5)
    assert not alike(20, 4)
    assert not alike(0, 3)
