"""A real Chromium on a dedicated profile, through the recording proxy, with its own sandbox."""

import threading
import time

import pytest

from companion.cli._document import current_document
from companion.live.proxy import ProxyOptions
from companion.live.recording import Recording
from companion.live.watch import browse
from companion.settings import data_folder

pytestmark = pytest.mark.xdist_group("watch")


def _recorded(db, wanted):
    """Every address that is recorded, once those that are wanted are there."""
    tick, end = threading.Event(), time.monotonic() + 60
    while True:
        urls = [one["url"] for one in current_document(db, redact=False)["exchanges"]]
        if set(wanted) <= set(urls) or time.monotonic() > end:
            return urls
        tick.wait(0.2)


def test_it_trusts_the_proxy_and_speaks_to_nobody_else(headless, web, secure, tmp_path):
    server, certificate = secure
    db = tmp_path / "companion.db"
    options = ProxyOptions(
        store=db,
        folder=data_folder(db),
        allow_targets=(web.authority, server.authority),
        upstream_ca=certificate,
    )
    plain, tls = f"http://{web.authority}/page", f"https://{server.authority}/page"
    with Recording(options) as recording:
        browsers = [browse(options.folder, recording.ready, f"p{n}", url) for n, url in
                    enumerate((plain, tls))]  # fmt: skip
        urls = _recorded(db, (plain, tls))
        for one in browsers:
            one.terminate()
            one.wait(30)
    assert {url.removesuffix("/page").removesuffix("/favicon.ico") for url in urls} == {
        f"http://{web.authority}", f"https://{server.authority}",
    }  # fmt: skip
    assert {plain, tls} <= set(urls)
