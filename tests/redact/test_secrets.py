import pytest

from companion.redact.secrets import Secret, Secrets
from companion.redact.seeds import Seed

MAIL = Secret("seed", "e-mail, private", "b64 >> sha256 of lower-cased", "jane@mail.example")


def test_a_token_can_stand_anywhere_and_tells_nothing():
    token = Secrets([], b"k" * 32).token(MAIL)
    assert token.startswith("[seed:e-mail-private:b64-sha256-of-lower-cased:")
    assert len(token.rpartition(":")[2]) == 13


def test_tokens_differ_by_key_and_by_secret():
    one, other = Secrets([], b"k" * 32), Secrets([], b"j" * 32)
    assert one.token(MAIL) == one.token(MAIL)
    assert one.token(MAIL) != other.token(MAIL)
    assert one.hmac(MAIL) == one.hmac(MAIL._replace(chain="md5"))
    assert one.hmac(MAIL) != one.hmac(MAIL._replace(form="joe@mail.example"))


def test_a_name_that_is_a_seed_is_not_told():
    secrets = Secrets([Seed("email", "jane@mail.example")], b"k" * 32)
    assert secrets.tame("session_jane@mail.example") == "session_jane@mail.example"
    assert secrets.tame("jane@mail.example") == ""
    assert secrets.tame("n" * 60) == "n" * 40


def test_a_word_that_is_also_the_name_of_a_secret_is_both():
    secrets = Secrets([Seed("word", "password")], b"k" * 32)
    found = list(secrets.found(b"password=x", sent=True))
    assert {one.secret is None for one in found} == {True, False}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (b"ann@mail.example.txt", True),
        (b"ann@mail.example.PDF.", True),
        (b"ann@mail.example.tx", False),
        (b"ann@mail.example.texts", False),
        (b"ann@mail.example.org", False),
    ],
)
def test_a_file_named_after_an_address_is_no_longer_address(name, found):
    secrets = Secrets([Seed("email", "ann@mail.example")], b"k" * 32)
    assert any(it.secret for it in secrets.found(b'filename="' + name + b'"', sent=True)) == found
