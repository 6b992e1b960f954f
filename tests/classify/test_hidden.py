import base64
import hashlib

import pytest

from companion.classify.hidden import hidden_forms

TOKEN = "k3jd92hf83hd7w2q?"


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256"])
def test_a_token_is_known_again_hashed_in_hexadecimal_and_base64(name):
    digest = hashlib.new(name, TOKEN.encode())
    forms = dict(hidden_forms(TOKEN))
    assert forms[digest.hexdigest()] == name
    coded = base64.b64encode(digest.digest()).decode()
    assert forms[coded] == forms[coded.rstrip("=")] == f"{name}, in Base64"


def test_a_token_is_known_again_hashed_twice():
    once = hashlib.md5(TOKEN.encode()).hexdigest()
    twice = hashlib.sha256(once.encode()).hexdigest()
    assert dict(hidden_forms(TOKEN))[twice] == "sha256 of its md5"


def test_a_token_is_known_again_in_both_alphabets_of_base64():
    forms = dict(hidden_forms(TOKEN))
    coded = base64.b64encode(TOKEN.encode()).decode()
    for spelled in (coded, coded.rstrip("="), coded.replace("/", "_").rstrip("=")):
        assert forms[spelled] == "Base64"


def test_the_token_itself_is_no_hidden_form():
    assert TOKEN not in dict(hidden_forms(TOKEN))
