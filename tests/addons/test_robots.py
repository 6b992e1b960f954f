import pytest

from addons import robots
from addons.robots import Page, Watch, marks, symptom

KNOWN = frozenset({"cf-mitigated"})


def a_page(**changes):
    page = Page("news.example", "https://news.example/", 200, html=True, length=5000, headers=())
    return page._replace(**changes)


REFUSED = a_page(status=403)
MOVED = a_page(status=302, html=False)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (REFUSED, "refused"),
        (a_page(status=429, length=None), "refused"),
        (a_page(status=503), "refused"),
        (a_page(status=403, headers=["cf-mitigated"]), "challenge"),
        (MOVED, "loop"),
        (a_page(), ""),
        (a_page(status=404), ""),
        (a_page(status=403, html=False), ""),
        (a_page(status=403, length=200_000), ""),
        (a_page(status=304), ""),
    ],
)
def test_what_an_answer_may_be_a_sign_of(page, found):
    assert symptom(page, KNOWN) == found


def told(*pages, step=1.0):
    watch = Watch(KNOWN)
    return [watch.observe(page, number * step) for number, page in enumerate(pages)]


def test_two_refusals_in_a_row_are_told_once():
    assert told(REFUSED, REFUSED, REFUSED, REFUSED) == ["", "refused", "", ""]


def test_a_host_is_told_of_again_after_a_while():
    assert told(REFUSED, REFUSED, REFUSED, REFUSED, step=59) == ["", "refused", "", ""]
    assert told(*[REFUSED] * 14, step=59).count("refused") == 2


def test_a_challenge_that_comes_again_is_told():
    challenge = a_page(status=202, headers=["cf-mitigated"])
    assert told(challenge, challenge) == ["", "challenge"]


def test_a_challenge_that_was_passed_is_not():
    challenge = a_page(status=403, headers=["cf-mitigated"])
    assert told(challenge, a_page(), challenge) == ["", "", ""]


def test_a_page_that_moves_to_itself_is_a_loop():
    assert told(MOVED, MOVED, MOVED, MOVED) == ["", "", "", "loop"]


def test_pages_that_move_on_are_none():
    assert (
        told(*(a_page(status=302, url=f"https://news.example/{n}") for n in range(9))) == [""] * 9
    )


@pytest.mark.parametrize("step", [61, 200])
def test_what_lies_far_apart_does_not_count_together(step):
    assert told(REFUSED, REFUSED, step=step) == ["", ""]


def test_a_page_between_them_ends_the_row():
    assert told(REFUSED, a_page(), REFUSED) == ["", "", ""]
    assert told(REFUSED, a_page(status=404), REFUSED) == ["", "", "refused"]


def test_only_so_many_hosts_are_watched(monkeypatch):
    monkeypatch.setattr(robots, "HOSTS", 1)
    assert told(REFUSED, REFUSED._replace(host="shop.example"), REFUSED) == ["", "", ""]


def test_the_marks_of_protection_services():
    assert "cf-mitigated" in marks()
