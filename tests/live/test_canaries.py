"""A real Chromium that hands canaries to every carrier: none is in any file of ours afterwards."""

import base64
import hashlib
import json
import os
import signal
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from companion.cli import run
from companion.live.proxy import ProxyOptions
from companion.live.recording import Recording
from companion.live.watch import browse
from companion.redact import seeds
from companion.redact.key import store_key
from companion.redact.seeds import Seed
from companion.settings import Settings, data_folder, save
from companion.store import exchanges, signals
from companion.store.open import open_store
from tests.addons.web import Web, an_answer, chunked
from tests.live.conftest import newest_process

pytestmark = pytest.mark.xdist_group("watch")

MAIL, PHONE = "canary.lee@mail.example", "+491705550123"
PASSWORD, CARD = "canary-Horse-47", "4111111111111111"
SESSION, TOKEN = "canarysession8f3k2q", "canarybearer5t7w9z"
WORDS = (
    MAIL,
    MAIL.upper(),
    base64.b64encode(MAIL.encode()).decode(),
    MAIL.encode().hex(),
    hashlib.sha256(MAIL.encode()).hexdigest(),
    hashlib.md5(MAIL.encode()).hexdigest(),
    PHONE,
    PHONE[1:],
)
CANARIES = (*WORDS, quote(MAIL, safe=""), PASSWORD, CARD, SESSION, TOKEN)
CARRIERS = {
    "query", "path", "header", "form", "json", "parts", "text", "put", "beacon", "referred",
    "words", "login", "pay", "signed", "moved", "end", "html", "state", "worker", "events",
    "socket", "start", "done",
}  # fmt: skip


def answer(path):
    """Canaries in the answers, too: body, cookie, header, redirect, page, state, events."""
    where = path.partition("?")[0]
    told = json.dumps({"user": {"mail": WORDS, "phone": PHONE}}).encode()
    state = b'<script id="__NEXT_DATA__" type="application/json">%s</script>' % told
    start = f"<title>{MAIL}</title><p>Hello {MAIL}<script src=/canaries.js></script>"
    pages = {
        "/start": start.encode(),
        "/html": f"<p>{MAIL}<a href='/u/{MAIL}'>you</a>".encode(),
        "/state": state,
    }
    if where in pages:
        return [an_answer(pages[where], content_type="text/html")]
    if where == "/canaries.js":
        script = Path(__file__).with_name("canaries.js").read_bytes()
        return [an_answer(script, content_type="text/javascript")]
    if where == "/moved":
        return [an_answer(status="302 Found", location=f"/end?m={quote(MAIL)}")]
    if where == "/events":
        return chunked([f"data: {word}\n\n".encode() for word in WORDS], "text/event-stream")
    return [an_answer(told, set_cookie=f"PHPSESSID={SESSION}; Path=/", x_user=MAIL)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory, headless):
    """The folder with all that a recorded session leaves, every export beside it."""
    folder = tmp_path_factory.mktemp("canaries")
    db = folder / "companion.db"
    place = data_folder(db)
    save(place / "settings.toml", Settings(keep="all"))
    own = [Seed("email", MAIL), Seed("phone", PHONE)]
    seeds.add(place, store_key(place), own)
    with Web(answer=answer) as web:
        options = ProxyOptions(store=db, folder=place, allow_targets=(web.authority,))
        with Recording(options) as recording:
            browser = browse(place, recording.ready, "canary", f"http://{web.authority}/start")
            _until(db, "query")
            os.kill(newest_process(f"companion analyze --db {db}"), signal.SIGKILL)
            _until(db, "done")
            browser.terminate()
            browser.wait(30)
            _copy_what_stands_beside(folder, db)
    return folder


def _until(db, name):
    """Wait until a carrier was recorded and read."""
    tick, end = threading.Event(), time.monotonic() + 90
    while time.monotonic() < end:
        with open_store(db) as store:
            if any(urlsplit(one.url).path[1:] == name for one in exchanges.each(store)):
                return
        tick.wait(0.2)
    raise AssertionError(f"{name} was not recorded")


def _copy_what_stands_beside(folder, db):
    """The write-ahead log, journal and logs as they are while all of it runs."""
    for file in [db.with_name(db.name + "-wal"), *data_folder(db).rglob("*")]:
        if file.is_file():
            copy = folder / "running" / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())


@pytest.fixture(scope="module")
def exported(kept):
    """The same folder with everything that a person can have written of it."""
    db = kept / "companion.db"
    for words in (
        ("export", "-o", kept / "all.json"), ("export", "--format", "csv", "-o", kept / "csv"),
        ("export", "--redact", "-o", kept / "shared.json"), ("report", "-o", kept / "report.html"),
        ("report", "--no-redact", "-o", kept / "whole.html"), ("analyze", "--rebuild"),
        ("verify", "--write", kept / "bundle"),
    ):  # fmt: skip
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.argv", ["companion", *map(str, words), "--db", str(db)])
            with pytest.raises(SystemExit) as ended:
                run()
        assert not ended.value.code
    return kept


def test_every_carrier_was_used_and_what_it_held_was_told(kept):
    with open_store(kept / "companion.db") as db:
        names = {urlsplit(one.url).path.split("/")[1] for one in exchanges.each(db)}
        told = {one.value for one in signals.each(db, kind="pii")}
        assert exchanges.count(db) > len(WORDS) * 10
    assert names >= CARRIERS
    assert {"seed:email", "seed:phone"} <= told


def test_no_canary_is_in_any_file(exported):
    files = {it: it.read_bytes() for it in exported.rglob("*") if it.is_file()}
    assert {"all.json", "shared.json", "report.html", "whole.html", "exchanges.csv"} <= {
        it.name for it in files
    }
    found = [
        (file.name, canary)
        for file, data in files.items()
        for canary in CANARIES
        if canary.encode() in data or canary.lower().encode() in data.lower()
    ]
    assert found == []


def test_no_canary_is_in_what_is_kept_compressed(exported):
    with open_store(exported / "companion.db") as db:
        held = [
            (it.url, data)
            for it in exchanges.each(db)
            for data in (
                it.request.body, it.response.body, *(one.body for one in it.sockets),
                json.dumps([it.request.headers, it.response.headers]).encode(),
            )
            if data
        ]  # fmt: skip
    assert len(held) > len(WORDS) * 10
    found = [
        (url, it) for url, data in held for it in CANARIES if it.lower().encode() in data.lower()
    ]
    assert found == []
