import pytest

from companion.errors import UnreadableInput
from companion.update.fetch import fetch
from tests.update.conftest import LIST


def test_what_stands_at_an_address_is_had(server):
    assert fetch(f"{server.address}/list.json") == LIST


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://lists.example/list.json", "not encrypted"),
        ("file:///etc/hostname", "not encrypted"),
        ("ftp://127.0.0.1/x", "not encrypted"),
        ("https://127.0.0.1:1/x", "can't be fetched"),
        ("https://[x/list.json", "is no address"),
    ],
)
def test_what_can_not_be_had_is_one_line(url, words):
    with pytest.raises(UnreadableInput, match=words):
        fetch(url)


def test_an_answer_that_is_no_file_is_told(server):
    with pytest.raises(UnreadableInput, match="can't be fetched"):
        fetch(f"{server.address}/nothing")


def test_a_redirect_to_where_nothing_is_encrypted_is_refused(server):
    with pytest.raises(UnreadableInput, match=r"elsewhere.example.* is not encrypted"):
        fetch(f"{server.address}/moved")


def test_too_much_is_refused(server):
    with pytest.raises(UnreadableInput, match="larger than 10 bytes"):
        fetch(f"{server.address}/list.json", most=10)
