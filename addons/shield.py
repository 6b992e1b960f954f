"""Holds back on the way out what the person chose to: off by default, never where it measures.

A choice is read again when its file changes. Copies, audits and excluded hosts are never touched;
where anything is on, no round begins. What was done to a request is noted with its exchange.
"""

import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from mitmproxy.http import HTTPFlow, Response

from addons import flow as flows
from addons.edge import Edge
from companion.contest.shield import Action, ActionKind, load, place
from companion.errors import UnreadableInput
from companion.model import Origin

EVERY = 1.0
"""Seconds after which a request looks for another choice."""
BLOCKED = 403


class Shield:
    """Does to requests what the person's choice says."""

    def __init__(self, edge: Edge, clock: Callable[[], float] = time.monotonic) -> None:
        self.edge = edge
        self._clock = clock
        self._looked: float | None = None
        self._stamp: tuple[int, int] | None = None
        self._actions: tuple[Action, ...] = ()

    def requestheaders(self, flow: HTTPFlow) -> None:
        """Change the request before any of it goes out."""
        self._look()
        measures = flow.is_replay is not None or self.edge.origin is Origin.AUDIT
        if not self._actions or measures or flows.EXCLUDED in flow.metadata:
            return
        hosts, page = self._hosts(flow), _page(flow)
        bearing = [it for it in self._actions if any(map(it.covers, (*hosts, page)))]
        if bearing:
            flow.metadata[flows.SHIELD] = [it.words for it in bearing if _done(it, flow, hosts)]

    def _hosts(self, flow: HTTPFlow) -> tuple[str, ...]:
        """The host a request goes to, and what it is an alias of; a page is its site's alone."""
        host = flow.request.host.lower()
        alias = self.edge.aliases.get(flow.request.host, "")
        is_page = flow.request.headers.get("sec-fetch-dest") == "document" or host == _page(flow)
        return (host,) if is_page or not alias else (host, alias)

    def _look(self) -> None:
        """Read the choice again if its file is another one; a bad file changes nothing."""
        now = self._clock()
        if self.edge.folder is None or (self._looked is not None and now - self._looked < EVERY):
            return
        self._looked = now
        path = place(self.edge.folder)
        try:
            found = path.stat()
            stamp = found.st_mtime_ns, found.st_size
        except FileNotFoundError:
            stamp = None
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._actions = tuple(it for it in load(path) if it.on)
        except UnreadableInput as error:
            self.edge.note("settings", error=str(error))


def _done(action: Action, flow: HTTPFlow, hosts: Iterable[str]) -> bool:
    """Do it; whether it changed the request. Only the signal goes to a page's other parties."""
    if action.kind is ActionKind.GPC:
        flow.request.headers["Sec-GPC"] = "1"
        return True
    if not any(map(action.covers, hosts)):
        return False
    if action.kind is ActionKind.BLOCK:
        flow.response = Response.make(BLOCKED, b"", {"content-length": "0"})
        return True
    return _withheld(flow, action.name)


def _withheld(flow: HTTPFlow, name: str) -> bool:
    """Take a cookie and a parameter of a name out, all else stays as it was byte by byte."""
    url, cookies = flow.request.path, flow.request.headers.get_all("cookie")
    head, mark, query = url.partition("?")
    query, hash_mark, fragment = query.partition("#")
    kept = "&".join(it for it in query.split("&") if it.partition("=")[0] != name)
    fresh = [_without(it, name) for it in cookies]
    if kept != query:
        flow.request.path = head + (mark if kept else "") + kept + hash_mark + fragment
    if fresh != cookies:
        flow.request.headers.set_all("cookie", [it for it in fresh if it])
    return kept != query or fresh != cookies


def _without(cookies: str, name: str) -> str:
    parts = cookies.split(";")
    kept = [it for it in parts if it.partition("=")[0].strip() != name]
    return cookies if len(kept) == len(parts) else ";".join(kept).strip()


def _page(flow: HTTPFlow) -> str:
    """The host of the page a request comes from, as its referrer says; empty when unknown."""
    try:
        return urlsplit(flow.request.headers.get("referer", "")).hostname or ""
    except ValueError:
        return ""
