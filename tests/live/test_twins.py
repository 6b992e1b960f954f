"""`companion watch --twins SITE`: strangers are asked, the person's record stays what it was."""

import json
import threading

import pytest

from companion.cli._document import array
from companion.store.open import open_store
from tests.addons.personal import Personal
from tests.live.conftest import Watch

pytestmark = pytest.mark.xdist_group("watch")
BROWSER = {
    "Cookie": "uid=k3jd92hf83hd7w2qk3jd92hf; lang=de",
    "Sec_Fetch_Dest": "document",
    "Sec_Fetch_Site": "none",
}
UNSTABLE = ("id", "exchange", "seen_at", "first_seen", "last_seen")


def visited(db, *words):
    """What the export holds after one visit."""
    with Personal() as site:
        with Watch(db, "--allow-target", site.authority, *words) as watch:
            assert b"you 0" in watch.get(site.authority, "/feed", **BROWSER)[1]
            if words:
                site.after(4, "/feed")
            for _ in range(200):
                document = {name: watch.exported(name) for name in ("exchanges", "visitors")}
                if len(document["exchanges"]) == (4 if words else 1):
                    break
                threading.Event().wait(0.05)
            nouns = ("acts", "signals", "slates", "findings")
            document |= {name: watch.exported(name) for name in nouns}
        with open_store(db) as store:
            document["sites"] = list(array(store, "sites"))
        text = json.dumps(document).replace(site.authority, "site:1")
    return json.loads(text)


def own(document, noun):
    return [
        {name: value for name, value in one.items() if name not in UNSTABLE}
        for one in document[noun]
        if one.get("visitor", "self") == "self"
    ]


def test_the_persons_own_record_is_the_same_with_and_without_strangers(tmp_path):
    bare = visited(tmp_path / "bare.db")
    compared = visited(
        tmp_path / "compared.db", "--twins", "127.0.0.1", "--self-copies", "127.0.0.1"
    )
    for noun in ("acts", "signals", "sites"):
        assert own(compared, noun) == own(bare, noun)
    assert len(own(bare, "acts")) == 1
    assert len([one for one in compared["slates"] if one["visitor"] == "self"]) == 1
    assert len(compared["slates"]) == 4
    roles = [one["role"] for one in compared["visitors"]]
    assert (roles.count("self"), roles.count("control")) == (1, 3)
    origins = [one["origin"] for one in compared["exchanges"]]
    assert (origins.count("live"), origins.count("twin")) == (1, 3)
