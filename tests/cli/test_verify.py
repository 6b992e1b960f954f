"""`companion verify` on a store and on a bundle, whole and altered."""

import sqlite3
import zipfile

import pytest

from tests.chain.authority import IS_THERE, Authority, served


@pytest.fixture
def store(companion, capture):
    companion("import", capture)
    return companion.store


@pytest.fixture
def bundle(companion, store, tmp_path):
    made = tmp_path / "evidence.zip"
    assert companion("verify", "--write", made).status == 0
    return made


def altered(bundle, tmp_path, change):
    """The bundle with each part passed through `change`; None leaves a part out."""
    made = tmp_path / "altered.zip"
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            if (content := change(name, source.read(name))) is not None:
                target.writestr(name, content)
    return made


def public_key(store):
    return store.with_name(store.name + ".d") / "evidence.pub"


def test_a_store_that_nobody_touched_holds(companion, store):
    said = companion("verify")
    assert said.status == 0
    assert "exchanges are as they were kept" in said.out


def test_a_store_without_anything_holds(companion):
    assert companion("verify").status == 0


def test_an_exchange_changed_in_the_store_is_named(companion, store):
    with sqlite3.connect(store) as db:
        (key,) = db.execute("select id from exchanges where number = 2").fetchone()
        db.execute("update exchanges set status = 404 where number = 2")
    said = companion("verify")
    assert said.status == 1
    assert f"altered: exchange {key}" in said.err


def test_an_exchange_put_into_the_store_is_named(companion, store):
    with sqlite3.connect(store) as db:
        db.execute("create table copy as select * from exchanges where number = 1")
        db.execute("update copy set id = 'forged', number = 1000")
        db.execute("insert into exchanges select * from copy")
        db.execute("drop table copy")
    assert "altered: exchange forged was added" in companion("verify").err


def test_a_bundle_holds_without_the_store(companion, bundle, store, tmp_path):
    said = companion("verify", bundle, "--key", public_key(store), db=tmp_path / "none.db")
    assert (said.status, said.err) == (0, "")
    assert not (tmp_path / "none.db").exists()


def test_a_bundle_is_its_owners_alone(bundle):
    assert bundle.stat().st_mode & 0o777 == 0o600


def test_a_bundle_checked_with_its_own_key_says_what_that_is_worth(companion, bundle):
    said = companion("verify", bundle)
    assert said.status == 0
    assert "with the key that lies in the bundle" in said.err


@pytest.mark.parametrize("part", ["exchanges/2.json", "bodies/1.response"])
def test_a_changed_part_of_a_bundle_is_named(companion, bundle, tmp_path, part):
    changed = altered(bundle, tmp_path, lambda name, it: it + b" " if name == part else it)
    said = companion("verify", changed)
    assert said.status == 1
    assert "is not as it was kept" in said.err


def test_a_bundle_without_a_link_is_told(companion, bundle, tmp_path):
    def cut(name, content):
        return content.split(b"\n", 1)[1] if name == "chain.jsonl" else content

    assert "link 1 is gone" in companion("verify", altered(bundle, tmp_path, cut)).err


@pytest.mark.parametrize("part", ["exchanges/1.json", "signatures.json", "chain.jsonl"])
def test_a_bundle_that_lacks_a_part_is_told_in_a_line(companion, bundle, tmp_path, part):
    lacking = altered(bundle, tmp_path, lambda name, it: None if name == part else it)
    said = companion("verify", lacking)
    assert said.status == 2
    assert said.err.strip().splitlines()[-1].endswith(f"{part} is missing or damaged")


@pytest.mark.parametrize("part", ["signatures.json", "chain.jsonl"])
def test_a_bundle_with_a_damaged_part_is_told_in_a_line(companion, bundle, tmp_path, part):
    broken = altered(bundle, tmp_path, lambda name, it: b"[7]" if name == part else it)
    said = companion("verify", broken)
    assert said.status == 2
    assert "is damaged" in said.err


def test_a_file_that_is_no_bundle_is_told_in_a_line(companion, capture):
    said = companion("verify", capture)
    assert said.status == 2
    assert "is no bundle of evidence" in said.err


def test_a_bundle_of_a_site_holds_that_site_alone(companion, store, tmp_path):
    made = tmp_path / "none.zip"
    said = companion("verify", "--write", made, "--site", "nowhere.example")
    assert "0 exchanges" in said.out
    with zipfile.ZipFile(made) as bundle:
        assert not [it for it in bundle.namelist() if it.startswith(("exchanges/", "bodies/"))]
        assert b"salts" not in bundle.read("chain.jsonl")
    assert companion("verify", made).status == 0


def test_checking_and_writing_at_once_is_refused(companion, bundle, tmp_path):
    assert companion("verify", bundle, "--write", tmp_path / "x.zip").status == 2


def test_a_bundle_that_can_not_be_written_is_told(companion, store, tmp_path):
    said = companion("verify", "--write", tmp_path / "no" / "such.zip")
    assert said.status == 2
    assert "can't be written" in said.err


@pytest.mark.skipif(not IS_THERE, reason="no openssl is here to stamp with")
def test_a_chain_is_stamped_by_somebody_else_and_a_bundle_takes_that_along(
    companion, store, tmp_path
):
    authority = Authority(tmp_path)
    with served(authority) as url:
        said = companion("verify", "--stamp", url)
    assert said.status == 0
    assert "stamped at 20" in said.out
    assert "--roots FILE checks who signed" in said.err
    assert "holds: 20" in companion("verify", "--roots", authority.roots).err
    bundle = tmp_path / "evidence.zip"
    companion("verify", "--write", bundle)
    assert "holds: 20" in companion("verify", bundle, "--roots", authority.roots).err

    def change(name, content):
        return content.replace(b'"number": ', b'"number": 1') if name == "stamps.json" else content

    said = companion("verify", altered(bundle, tmp_path, change))
    assert said.status == 1
    assert "it stands on another head" in said.err
    broken = altered(bundle, tmp_path, lambda name, it: b"[1]" if name == "stamps.json" else it)
    assert companion("verify", broken).status == 2


def test_stamping_and_writing_or_checking_a_bundle_at_once_is_refused(companion, bundle, tmp_path):
    for other in ([bundle], ["--write", tmp_path / "x.zip"]):
        assert companion("verify", "--stamp", "https://tsa.example/", *other).status == 2


def test_without_anything_recorded_nothing_is_stamped(companion):
    said = companion("verify", "--stamp", "https://tsa.example/")
    assert said.status == 2
    assert "nothing is recorded" in said.err
