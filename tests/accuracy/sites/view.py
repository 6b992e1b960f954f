"""A page view: the page with what is planted in it, and the exchanges that it starts."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from random import Random
from urllib.parse import quote, urlencode

from companion.model import ExchangeId, Message, Origin, Role, Visitor, digest
from tests.accuracy.sites.site import Person, Site, domain_of, slug
from tests.accuracy.sites.truth import Mark, Step
from tests.builders import an_exchange

GIF = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90400000000002c00000000010001000002024401003b"
)
AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0."
    "0 Safari/537.36"
)

type Pairs = Sequence[tuple[str, str]]


@dataclass(slots=True)
class Jar:
    """The cookies of one browser: by domain and name the value and what it carries."""

    held: dict[str, dict[str, tuple[str, tuple[Mark, ...]]]] = field(default_factory=dict)

    def sent(self, domain: str, without: Sequence[str] = ()) -> tuple[str, list[Mark]]:
        """The Cookie header for a domain and the marks in it; without those set just now."""
        its = {k: v for k, v in self.held.get(domain, {}).items() if k not in without}
        header = "; ".join(f"{name}={value}" for name, (value, _) in its.items())
        return header, [mark for _, marks in its.values() for mark in marks]


@dataclass(slots=True)
class View:
    """One page view by one person; planters add to it.

    `marks`, `parts` and `given` are of the page itself; `steps` are the exchanges it starts.
    """

    site: Site
    person: Person
    role: Role
    jar: Jar
    number: int
    at: datetime
    rng: Random = field(init=False)
    title: str = field(init=False)
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    given: list[tuple[str, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = self.site.rng("view", self.person.name, self.number)
        self.title = self.rng.choice(self.site.speech["titles"])

    @property
    def host(self) -> str:
        """The host of the page."""
        return f"www.{self.site.domain}"

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"https://{self.host}/{slug(self.title)}-{self.number}"

    @property
    def millis(self) -> int:
        """The time in milliseconds."""
        return int(self.at.timestamp() * 1000)

    def once[T](self, about: str, make: Callable[[Random], T]) -> T:
        """What this person has on this site, the same in every view."""
        return make(self.site.rng("person", self.person.name, about))

    def same[T](self, about: str, make: Callable[[Random], T]) -> T:
        """What everyone has on this site."""
        return make(self.site.rng("site", about))

    def key(self, kind: str, about: str = "") -> str:
        """How the site names a kind."""
        return self.same(f"key {kind} {about}", lambda r: self.site.key(kind, r))

    def part(self, html: str, *marks: Mark) -> None:
        """A piece of the page."""
        self.parts.append(html)
        self.marks += marks

    def script(self, code: str, *marks: Mark) -> None:
        """A script in the page."""
        self.part(f"<script>{code}</script>", *marks)

    def cookie(self, name: str, value: str, *marks: Mark, days: int = 0, host: str = "") -> None:
        """A cookie that the server sets where it is new; one of the page's host by default."""
        domain = domain_of(host or self.host)
        its = self.jar.held.setdefault(domain, {})
        if name not in its and not host:
            age = f"; Max-Age={days * 86_400}" if days else ""
            self.given.append(("set-cookie", f"{name}={value}{age}; Path=/; Secure"))
            self.marks += marks
        its[name] = (value, marks)

    def gift(self, host: str, name: str, value: str, *marks: Mark, days: int = 390) -> Pairs:
        """The Set-Cookie of another host's answer; sent back to it from then on."""
        domain = domain_of(host)
        new = name not in self.jar.held.get(domain, {})
        self.cookie(name, value, *marks, host=host)
        rule = f"Max-Age={days * 86_400}; Domain=.{domain}; Path=/; SameSite=None; Secure"
        return [("set-cookie", f"{name}={value}; {rule}")] if new else []

    def ask(self, url: str, query: dict[str, object], *marks: Mark, **changes) -> None:
        """A GET with a query; a pixel unless told otherwise."""
        joined = urlencode({key: str(value) for key, value in query.items()}, quote_via=quote)
        mark = "&" if "?" in url else "?"
        self.fetch(f"{url}{mark}{joined}" if joined else url, *marks, **changes)

    def post(
        self, url: str, value: object, *marks: Mark, sends: str = "application/json", **changes
    ) -> None:
        """A POST of a value as JSON, or of text or bytes as they are."""
        if isinstance(value, str | bytes):
            raw = value.encode() if isinstance(value, str) else value
        else:
            raw = json.dumps(value, ensure_ascii=False).encode()
        self.fetch(url, *marks, method="POST", sending=raw, sends=sends, **changes)

    def answer(self, url: str, value: object, *marks: Mark, **changes) -> None:
        """A GET that is answered with JSON."""
        raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        self.fetch(
            url, *marks, **({"body": raw, "kind": "application/json; charset=utf-8"} | changes)
        )

    def fetch(
        self,
        url: str,
        *marks: Mark,
        method: str = "GET",
        sending: bytes | None = None,
        sends: str = "",
        body: bytes = GIF,
        kind: str = "image/gif",
        status: int = 200,
        gives: Pairs = (),
        headers: Pairs = (),
    ) -> None:
        """Any exchange that the page starts."""
        sent = [("user-agent", AGENT), ("accept-language", self.site.speech["locale"]), *headers]
        sent += [("referer", self.url), *([("content-type", sends)] if sends else [])]
        self._step(
            url,
            sent,
            body,
            marks=marks,
            kind=kind,
            gives=gives,
            status=status,
            method=method,
            sending=sending,
        )

    def done(self) -> list[Step]:
        """The page, then what it started."""
        started, self.steps = self.steps, []
        lang = self.site.lang
        html = (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
            f"<title>{escape(self.title)}</title></head><body><h1>{escape(self.title)}</h1>"
            f"{''.join(self.parts)}</body></html>"
        )
        sent = [
            ("user-agent", AGENT),
            ("sec-fetch-dest", "document"),
            ("sec-fetch-mode", "navigate"),
        ]
        self._step(
            self.url,
            sent,
            html.encode(),
            marks=self.marks,
            kind="text/html; charset=utf-8",
            gives=self.given,
        )
        return [*self.steps, *started]

    def _step(
        self, url, sent, body, *, marks, kind, gives=(), status=200, method="GET", sending=None
    ):
        host = url.split("/")[2]
        fresh = [value.partition("=")[0] for name, value in gives if name == "set-cookie"]
        cookies, carried = self.jar.sent(domain_of(host), fresh)
        if cookies:
            sent = [*sent, ("cookie", cookies)]
            marks = [*marks, *carried]
        self.at += timedelta(milliseconds=self.rng.randint(40, 900))
        exchange = an_exchange(
            url,
            id=ExchangeId(digest(url, self.at, self.person.name)),
            visitor=Visitor(name=self.person.name, role=self.role),
            origin=Origin.LIVE,
            method=method,
            status=status,
            seen_at=self.at,
            request=Message(headers=tuple(sent), body=sending),
            response=Message(headers=(("content-type", kind), *gives), body=body),
            page=self.url,
            site=self.site.domain,
            party=domain_of(host),
        )
        self.steps.append(Step(exchange, tuple(dict.fromkeys(marks))))
