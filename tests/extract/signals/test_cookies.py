import pytest

from companion.extract.signals.cookies import set_cookies
from tests.builders import an_exchange


def lifetime(line):
    return set_cookies(an_exchange(received=(("set-cookie", line),)))["uid"].lifetime


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("uid=a; Max-Age=31536000", 365),
        ("uid=a; Max-Age=0", -1),
        ("uid=a; Max-Age=-5", -1),
        ("uid=a; Expires=Mon, 03 May 2027 12:00:00 GMT", 365),
        ("uid=a; expires=Mon, 03-May-2027 12:00:00 GMT; Max-Age=86400", 1),
        ("uid=a; Expires=Thu, 01 Jan 1970 00:00:00 GMT", -1),
        ("uid=a; Expires=Mon May 03 2027 12:00:00", 365),
        ("uid=a; Expires=soon", 0),
        ("uid=a; Max-Age=later", 0),
        ("uid=a; Path=/", 0),
    ],
)
def test_lifetimes_are_read_in_days(line, days):
    assert round(lifetime(line), 3) == days


def test_httponly_is_kept():
    found = set_cookies(
        an_exchange(received=(("set-cookie", "a=1; HttpOnly"), ("set-cookie", "b=2")))
    )
    assert found["a"].http_only
    assert not found["b"].http_only
