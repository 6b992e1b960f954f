"""Lists of companies, fetched as a person does it: from a server on this machine."""

import json

import pytest

from companion.extract.owners import look_also
from tests.captures import a_har
from tests.update.conftest import LIST, server  # noqa: F401 - a fixture


@pytest.fixture
def own(tmp_path, server):  # noqa: F811
    """A file that names the server's list, of a tracker that our table does not know."""
    host = json.loads(json.dumps(a_har()))["log"]["entries"][-1]["request"]["url"].split("/")[2]
    server.content["/list.json"] = json.dumps({"Acme": {"properties": [host]}}).encode()
    place = tmp_path / "own.toml"
    place.write_text(
        f"""
        [[list]]
        name = "own"
        title = "Own list"
        url = "{server.address}/list.json"
        licence = "CC BY-NC-SA 4.0"
        licence_url = "https://creativecommons.org/licenses/by-nc-sa/4.0/"
        attribution = "Acme"
        reads = "entities"
        """
    )
    yield place
    look_also(tmp_path)


def test_what_could_be_fetched_is_shown_and_nothing_is(companion, own):
    said = companion("update", "--list", "--sources", own)
    assert said.status == 0
    assert "CC BY-NC-SA 4.0" in said.out
    assert "not fetched" in said.out


def test_without_agreeing_to_its_licence_nothing_is_fetched(companion, own):
    said = companion("update", "--sources", own)
    assert "own is not fetched: companion update own --yes" in said.err
    assert "not fetched" in companion("update", "--list", "--sources", own).out


def test_a_list_that_was_fetched_is_named_with_its_version_in_what_rests_on_it(
    companion, own, capture
):
    companion("import", capture)
    said = companion("update", "own", "--yes", "--sources", own)
    assert (said.status, said.err) == (0, "")
    assert "findings are up to date" in said.out
    owners = [it["owner"] for it in json.loads(companion("export").out)["exchanges"] if it["owner"]]
    assert any("Own list, version " in it["source"] for it in owners)
    again = companion("update", "own", "--yes", "--sources", own)
    assert "(as before)" in again.out


def test_a_list_can_be_removed_again(companion, own):
    companion("update", "own", "--yes", "--sources", own)
    assert "1 entry, version" in companion("update", "--list", "own").out
    assert companion("update", "own", "--remove", "--sources", own).status == 0
    assert "not fetched" in companion("update", "--list", "--sources", own).out


def test_a_list_that_can_not_be_fetched_is_one_line(companion, own, server):  # noqa: F811
    server.content.clear()
    said = companion("update", "own", "--yes", "--sources", own)
    assert (said.status, len(said.err.splitlines())) == (2, 1)


def test_a_list_that_nobody_knows_is_bad_usage(companion):
    said = companion("update", "nonsense")
    assert said.status == 2
    assert "known are disconnect" in said.err
