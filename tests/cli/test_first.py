"""`companion` alone: the questions of the first start, and what the answers begin."""

import pytest
from click.testing import CliRunner

from companion.cli import companion
from companion.cli.demo import command as demo
from companion.cli.watch import command as watch
from companion.settings import data_folder, default_db, load


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """The commands that the first start goes on with: noted, not run."""
    begun = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(demo, "callback", lambda **_: begun.append("demo"))
    monkeypatch.setattr(watch, "callback", lambda **_: begun.append("watch"))
    return begun


def _answered(*answers):
    text = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(companion, [], input=text)


def _kept():
    return load(data_folder(default_db()) / "settings.toml")


def test_the_defaults_lead_to_the_demo(begun):
    assert _answered("de", "", "").exit_code == 0
    assert (_kept().country, _kept().scope, _kept().start) == ("DE", "all", "demo")
    assert begun == ["demo"]


def test_named_sites_are_asked_for_and_recorded_live(begun):
    assert _answered("FR", "named", "News.example shop.example", "live").exit_code == 0
    assert _kept().inspect == ("news.example", "shop.example")
    assert begun == ["watch"]


def test_a_country_is_two_letters_or_asked_for_again(begun):
    said = _answered("Germany", "4x", "DE", "", "")
    assert said.output.count("write the two letters") == 2
    assert _kept().country == "DE"


def test_a_country_may_be_called_what_people_call_it(begun):
    _answered("uk", "", "")
    assert _kept().country == "GB"


def test_sites_may_be_pasted_as_addresses(begun):
    _answered(
        "DE", "n", "https://www.News.example/a?b, shop.example,shop.example bücher.example", "l"
    )
    assert _kept().inspect == ("news.example", "shop.example", "xn--bcher-kva.example")
    assert begun == ["watch"]


@pytest.mark.parametrize("bad", ["bank", "https://[x/", ","])
def test_what_is_no_site_is_asked_for_again(begun, bad):
    said = _answered("DE", "named", bad, "news.example", "demo")
    assert "Which sites?" in said.output.partition("Which sites?")[2]
    assert _kept().inspect == ("news.example",)


def test_what_is_no_choice_is_asked_for_again(begun):
    said = _answered("DE", "sometimes", "all", "both", "demo")
    assert "write all or named" in said.output
    assert "write demo or live" in said.output
    assert begun == ["demo"]


def test_what_was_answered_is_not_asked_again(begun):
    _answered("DE", "", "")
    assert "Three questions" not in _answered().output
    assert begun == ["demo", "demo"]


def test_the_answers_are_readable_by_their_owner_alone(begun):
    _answered("DE", "", "")
    assert (data_folder(default_db()) / "settings.toml").stat().st_mode & 0o077 == 0


def test_no_answer_begins_nothing(begun):
    assert _answered().exit_code != 0
    assert begun == []
