"""Time stamps of others: asked for, read, and held to who signed them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from companion.chain.stamp import Stamp, ask, read, read_roots
from companion.cli._stamps import post
from companion.errors import CompanionError, UnreadableInput
from tests.chain.authority import IS_THERE, Authority, served

HEAD, OTHER = b"h" * 32, b"o" * 32

pytestmark = pytest.mark.skipif(not IS_THERE, reason="no openssl is here to stamp with")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def stamp(authority):
    return ask("https://tsa.example/", 7, HEAD, authority.send)


@pytest.fixture(scope="module")
def roots(authority):
    return read_roots(authority.roots.read_bytes(), "root.pem")


def test_a_stamp_holds_by_its_root_and_says_when(stamp, roots):
    found = read(stamp, HEAD, roots)
    assert found.fault == ""
    assert abs(found.stamped_at - datetime.now(UTC)) < timedelta(minutes=5)


def test_without_a_root_it_is_read_alone(stamp):
    assert read(stamp, HEAD, ()).fault == ""


def test_it_stands_on_no_other_head_and_no_other_link(stamp, roots):
    assert read(stamp, OTHER, roots).fault == "it stands on another head"
    assert read(replace(stamp, number=8), HEAD, ()).fault == "it stands on another head"


def test_one_of_somebody_else_does_not_hold(stamp, tmp_path):
    other = Authority(tmp_path)
    roots = read_roots(other.roots.read_bytes(), "root.pem")
    assert read(stamp, HEAD, roots).fault.startswith("it does not hold")


def test_what_is_none_is_told(roots):
    for answer in (b"", b"no stamp", b"\x30\x03\x02\x01\x02"):
        stamp = Stamp(number=7, authority="x", answer=answer)
        assert read(stamp, HEAD, roots).fault in ("it can't be read", "it was refused")


def test_who_answers_with_something_else_is_refused(authority, stamp):
    with pytest.raises(CompanionError, match="gave no stamp"):
        ask("https://tsa.example/", 7, HEAD, lambda _url, _query: b"no")
    with pytest.raises(CompanionError, match="another question"):
        ask("https://tsa.example/", 7, HEAD, lambda _url, _query: stamp.answer)


def test_it_is_asked_over_the_network_with_a_digest_alone(authority):
    asked = []
    with served(authority) as url:
        ask(url, 7, HEAD, lambda where, query: asked.append(query) or post(where, query))
    assert HEAD not in asked[0]
    assert HEAD.hex().encode() not in asked[0]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "tsa.example", "http://127.0.0.1:9/", "https://exa mple/"]
)
def test_what_can_not_be_asked_is_one_line(url):
    with pytest.raises(CompanionError, match=r"no address|can't be asked") as said:
        post(url, b"")
    assert "\n" not in str(said.value)


def test_a_file_without_certificates_is_one_line():
    with pytest.raises(UnreadableInput, match="holds no certificate"):
        read_roots(b"nothing", "root.pem")
