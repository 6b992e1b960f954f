"""A site is a host and its routes; sites are found in the folder `sites`, one file a host."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import companion.smallweb.sites as folder
from companion.smallweb.message import Request, Response, page
from companion.smallweb.truth import Claim
from companion.smallweb.world import Person, World

type Answer = Callable[[Visit], Response]

YEAR = "Max-Age=33696000"  # 390 days, near the longest a browser keeps a cookie


@dataclass(frozen=True, slots=True)
class Brand:
    """What a site that people read is called and looks like, and what it has to show.

    `shelf` is the first step of its pieces' addresses, `verb` what people do with a piece,
    `more` the heading of the list that does not say how it is made.
    """

    name: str
    tagline: str
    look: str
    accent: str
    catalogue: str = ""
    shelf: str = ""
    verb: str = ""
    more: str = ""


@dataclass(frozen=True)
class Site:
    """A host; `cookie` is the name of its own identifier."""

    host: str
    brand: Brand
    cookie: str = "visitor_id"
    routes: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def get[F: Answer](self, path: str) -> Callable[[F], F]:
        """Registers the answer to GET; a path that ends in `*` takes all that begins so."""
        return self._route("GET", path)

    def post[F: Answer](self, path: str) -> Callable[[F], F]:
        """Registers the answer to POST."""
        return self._route("POST", path)

    def answer(self, request: Request, world: World) -> Response:
        """What this host answers; the time stands in every answer."""
        method = "GET" if request.method == "HEAD" else request.method
        stem, _, tail = request.path.rpartition("/")
        answer = self.routes.get((method, request.path)) or self.routes.get((method, f"{stem}/*"))
        visit = Visit(request, world, self, tail)
        response = answer(visit) if answer else page("<h1>Not here</h1>", 404)
        response.headers[:0] = [("Date", world.clock.header()), ("Server", "smallweb")]
        response.headers += visit.headers
        return response

    def _route[F: Answer](self, method: str, path: str) -> Callable[[F], F]:
        def register(answer: F) -> F:
            self.routes[method, path] = answer
            return answer

        return register


class Visit:
    """One request as a site sees it; `tail` is the last step of its path.

    `cookies` are those that were sent and, over them, those that the answer sets.
    """

    def __init__(self, request: Request, world: World, site: Site, tail: str = "") -> None:
        self.request = request
        self.world = world
        self.site = site
        self.tail = tail
        self.cookies = dict(request.cookies)
        self.headers: list[tuple[str, str]] = []
        self.person = world.people(site.host).get(self.cookies.get(site.cookie, ""))
        self._written: set[tuple[Claim, str]] = set()

    @property
    def now(self) -> datetime:
        """The small web's time."""
        return self.world.clock.now()

    @property
    def host(self) -> str:
        """The host that is visited."""
        return self.site.host

    def keep(self, name: str, value: str, *attributes: str) -> None:
        """Sets a cookie; `attributes` stand as they go on the wire ("Max-Age=60")."""
        self.cookies[name] = value
        line = "; ".join((f"{name}={value}", "Path=/", "Secure", *attributes))
        self.headers.append(("Set-Cookie", line))

    def remember(self) -> Person:
        """The person of the site's own cookie; a new one gets a new cookie."""
        if self.person is None:
            self.person = Person(self.world.token(self.host), self.now)
            self.world.people(self.host)[self.person.id] = self.person
            self.keep(self.site.cookie, self.person.id, YEAR)
        return self.person

    def happens(self, dial: str) -> bool:
        """Whether a harm happens at this host."""
        return self.world.dials.happens(dial, self.host)

    def plant(self, kind: str, what: str, *, site: str = "", party: str = "") -> None:
        """Writes into the truth log what this host has just done; site and party are its own.

        What one request does several times is written once.
        """
        claim = Claim(kind, site or self.host, party or self.host)
        if (claim, what) not in self._written:
            self._written.add((claim, what))
            self.world.plant(self.host, claim, what, self.person.id if self.person else "")


@cache
def sites() -> dict[str, Site]:
    """Every site, by host."""
    found = [
        import_module(f"{folder.__name__}.{module.name}").site
        for module in iter_modules(folder.__path__)
    ]
    return {site.host: site for site in found}
