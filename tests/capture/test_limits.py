from companion.capture.limits import Tally
from companion.model import Message
from tests.builders import an_exchange

COOKIE, SET_COOKIE = (("cookie", "a=1"),), (("set-cookie", "a=1"),)


def told(*exchanges):
    tally = Tally()
    for exchange in exchanges:
        tally.add(exchange)
    return " ".join(tally.limits())


def test_a_file_without_cookies_is_told():
    assert "no cookies and no Authorization header" in told(an_exchange())
    assert "no cookies;" in told(an_exchange(sent=(("authorization", "Bearer x"),)))


def test_a_file_with_one_half_of_the_cookies_is_told():
    assert "no Set-Cookie header" in told(an_exchange(sent=COOKIE))
    assert "no Cookie header" in told(an_exchange(received=SET_COOKIE))


def test_a_file_with_both_halves_is_silent_about_cookies():
    assert "ookie" not in told(an_exchange(sent=COOKIE, received=SET_COOKIE))


def test_missing_bodies_are_counted():
    gone = Message(missing="the file has no body for this answer")
    assert "1 of 2 answers stand" in told(an_exchange(), an_exchange(response=gone))


def test_what_nobody_reads_is_not_missed():
    picture = Message(headers=(("content-type", "image/png"),), missing="x")
    unanswered = an_exchange(status=0, response=Message(missing="no answer came"))
    assert "without their body" not in told(an_exchange(response=picture), unanswered)


def test_a_file_never_has_aliases():
    assert "CNAME" in told()
