"""What lies behind the proxy, and which sites are asked again: nonsense ends early."""

import pytest


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--allow-target", "localhost"), "'localhost' is not HOST:PORT"),
        (("--allow-target", "a:99999"), "'a:99999' is not HOST:PORT"),
        (("--upstream", "localhost:3128"), "is no proxy URL"),
        (("--twins", "https://news.example/"), "is no site, such as news.example"),
        (("--self-copies", "a b"), "is no site, such as news.example"),
        (("--gap", "1"), "is not in the range x>=11"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_starts(companion, words, said):
    ended = companion("watch", "--headless", *words)
    assert ended.status == 2
    assert said in ended.err


def test_an_authority_that_is_none_is_told(companion, tmp_path):
    path = tmp_path / "ca.pem"
    path.write_text("no certificate")
    ended = companion("watch", "--headless", "--upstream-ca", str(path))
    assert (ended.status, "is no certificate in PEM form" in ended.err) == (2, True)
