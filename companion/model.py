"""The nouns of Companion: frozen dataclasses, ids and enumerations. Standard library only.

Times are timezone-aware datetimes in UTC with microseconds. Words are those of the public
contract; a field left out there is documented here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple, NewType
from urllib.parse import urlsplit

ExchangeId = NewType("ExchangeId", str)
SignalId = NewType("SignalId", str)
SlateId = NewType("SlateId", str)
ActId = NewType("ActId", str)
OfferId = NewType("OfferId", str)
FindingId = NewType("FindingId", str)
ContestId = NewType("ContestId", str)

type Headers = tuple[tuple[str, str], ...]
type Figure = str | int | float | bool | None
type Figures = Mapping[str, Figure | tuple[Figure, ...]]

NO_FIGURES: Figures = MappingProxyType({})


SELF_COPY = "self-copy"
"""The visitor of the person's own requests that were repeated with their cookies."""


class Role(StrEnum):
    """Whose browser it was: the person's own, or a stranger's used for comparison."""

    SELF = "self"
    CONTROL = "control"


class Origin(StrEnum):
    """How an exchange came into the record."""

    LIVE = "live"
    IMPORT = "import"
    TWIN = "twin"
    AUDIT = "audit"
    DEMO = "demo"


class Level(StrEnum):
    """How sure a claim is; exact rules in the method book, section 14."""

    OBSERVED = "observed"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def weight(self) -> int:
        """3 for observed, 2 for likely, 1 for possible: for sorting and comparing."""
        return {Level.OBSERVED: 3, Level.LIKELY: 2, Level.POSSIBLE: 1}[self]


class Direction(StrEnum):
    """Sent by the browser, or received by it."""

    SENT = "sent"
    RECEIVED = "received"


class SignalKind(StrEnum):
    """What sort of datum about the person a signal is."""

    IDENTIFIER = "identifier"
    PII = "pii"
    SEGMENT = "segment"
    TRAIT = "trait"
    SCORE = "score"
    EXPERIMENT = "experiment"
    TARGETING = "targeting"
    TOPIC = "topic"
    LOCATION = "location"
    CONSENT = "consent"
    EXPLANATION = "explanation"


class FindingKind(StrEnum):
    """What a finding claims; each kind is one detector."""

    TRACKING_IDENTIFIER = "tracking_identifier"
    IDENTIFIER_SHARING = "identifier_sharing"
    PII_LEAK = "pii_leak"
    UNDISCLOSED_INFERENCE = "undisclosed_inference"
    SENSITIVE_INFERENCE = "sensitive_inference"
    OPAQUE_INFERENCE = "opaque_inference"
    INVISIBLE_CURATION = "invisible_curation"
    FADING_ALTERNATIVES = "fading_alternatives"
    NARROWING = "narrowing"
    CROSS_CONTEXT_REUSE = "cross_context_reuse"
    INAPPROPRIATE_INTIMACY = "inappropriate_intimacy"
    UNDISCLOSED_EXPERIMENT = "undisclosed_experiment"
    PRICE_PERSONALIZATION = "price_personalization"
    CONSENT_IGNORED = "consent_ignored"
    GPC_IGNORED = "gpc_ignored"
    CONTEST_NOT_HONOURED = "contest_not_honoured"


class Severity(IntEnum):
    """1 a trace, 2 sharing or inference, 3 reuse, 4 and 5 personal data to others."""

    TRACE = 1
    NOTABLE = 2
    SERIOUS = 3
    GRAVE = 4
    GRAVEST = 5


class SlateSource(StrEnum):
    """What a list was written in."""

    JSON = "json"
    EMBEDDED = "embedded"
    HTML = "html"
    XML = "xml"


class Surface(StrEnum):
    """What sort of list a slate is."""

    RECOMMENDATION = "recommendation"
    AD = "ad"
    FEED = "feed"
    SEARCH = "search"
    LISTING = "listing"
    OTHER = "other"


class Personalized(StrEnum):
    """Whether a slate is personal, and how that is known."""

    DECLARED = "declared"
    MEASURED = "measured"
    NOT_MEASURED = "not_measured"
    REFUTED = "refuted"


class ActKind(StrEnum):
    """What the person did."""

    VISIT = "visit"
    SEARCH = "search"
    CLICK = "click"
    ADD = "add"
    SUBMIT = "submit"
    PLAY = "play"


class Cause(StrEnum):
    """Whose idea an act was."""

    OWN = "own"
    SUGGESTED = "suggested"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Whose browser it was."""

    name: str = "self"
    role: Role = Role.SELF


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One half of an exchange.

    `body` holds wire bytes as captured, decoded bytes (content coding undone) once decoded; None
    when there is none to read, and `missing` then says why in words ("body lost at navigation").
    `length` is the wire length in bytes.
    """

    headers: Headers = ()
    body: bytes | None = None
    length: int = 0
    missing: str = ""

    def header(self, name: str) -> str:
        """The first value of a header, by case-insensitive name; empty when absent."""
        wanted = name.lower()
        for key, value in self.headers:  # a loop: asked for several times of every exchange
            if key.lower() == wanted:
                return value
        return ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order."""
        wanted = name.lower()
        return tuple([value for key, value in self.headers if key.lower() == wanted])

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case; empty when not declared."""
        return self.header("content-type").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketMessage:
    """One WebSocket message; `ordinal` counts from 0 over both directions."""

    ordinal: int
    direction: Direction
    body: bytes
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """One span that was replaced by a token before anything was kept.

    `kind` is seed, password, code, card, authorization, session, csrf or iban; `field` the
    seed's field or the name it stood under; `chain` how the value was written ("b64 >> sha256").
    """

    locator: str
    direction: Direction
    kind: str
    field: str
    chain: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer.

    `page` is the URL of the top-level document the person was on, None where it is unknown, and
    `site` its registrable domain. `party` is the registrable domain of the host spoken to.
    `status` 0 means that no answer came. `notes` say what was cut or could not be read. `round` is
    "KEY/ARM" where it belongs to a round: ARM is U for the person's own request, U2 for the self
    copy, C1, C2, … for strangers; empty otherwise.
    """

    id: ExchangeId
    visitor: Visitor = field(default_factory=Visitor)
    origin: Origin
    origin_file: str = ""
    method: str
    url: str
    status: int
    seen_at: datetime
    request: Message = field(default_factory=Message)
    response: Message = field(default_factory=Message)
    sockets: tuple[SocketMessage, ...] = ()
    server_address: str = ""
    cname: str | None = None
    page: str | None = None
    site: str | None = None
    party: str
    context: str | None = None
    redactions: tuple[Redaction, ...] = ()
    notes: tuple[str, ...] = ()
    round: str = ""

    @property
    def host(self) -> str:
        """The host of the request, in lower case; empty when the URL has none."""
        return urlsplit(self.url).hostname or ""

    @property
    def third_party(self) -> bool:
        """Whether the party is known to be another registrable domain than the site."""
        return self.site is not None and self.party != self.site


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A datum about the person that was sent or received.

    `tokens` are the forms by which the same identifier is known again elsewhere (whole value
    and its parts); only identifiers have them. `figures` hold what the rule measured (lifetime
    in days, score, bits).
    """

    id: SignalId
    kind: SignalKind
    name: str
    value: str | tuple[str, ...]
    party: str
    site: str | None
    context: str | None
    visitor: str
    direction: Direction
    exchange: ExchangeId
    locator: str
    seen_at: datetime
    sensitive: bool = False
    confidence: Level
    rule: str
    tokens: tuple[str, ...] = ()
    figures: Figures = NO_FIGURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a slate; `rank` counts from 1, `price` is a decimal string."""

    rank: int
    item: str
    title: str
    url: str | None = None
    reason: str | None = None
    sponsored: bool = False
    price: str | None = None
    currency: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slate:
    """A ranked list that somebody chose to show the person.

    `place` is the surface in the sense of a place: page type, container and heading joined by
    ` | `, without anything personal. `explanation` is the reason for the whole list in its own
    words.
    `disclosure` is "rendered" or "delivered"; `controls` the words of controls beside the list.
    """

    id: SlateId
    heading: str
    site: str | None
    party: str
    context: str | None
    visitor: str
    exchange: ExchangeId
    locator: str
    seen_at: datetime
    source: SlateSource
    surface: Surface
    personalized: Personalized
    disclosed: bool | None
    disclosure: str = "rendered"
    explanation: str = ""
    controls: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    continues: SlateId | None = None
    total: int
    place: str
    items: tuple[Item, ...]
    figures: Figures = NO_FIGURES


class Repeating(StrEnum):
    """By what a list is known again on a site's other pages: its titles, or its place."""

    TITLES = "titles"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A list that a page had, as digests: what it is known again by, its titles, the page.

    `key` is the digest of the titles or of the place.
    """

    by: Repeating
    key: str
    titles: str
    subject: str
    exchange: ExchangeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """That a list came: where, under which heading, how many of its entries have a title."""

    place: str
    heading: str
    entries: int
    titled: int
    slate: SlateId


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer on a page, and the lists found in it.

    `document` says that it is the page itself; `read` that it is a 200 whose body is held.
    """

    page: str
    url: str
    seen_at: datetime
    document: bool
    read: bool
    lists: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something the person did, with whose idea it was."""

    id: ActId
    visitor: str
    kind: ActKind
    text: str
    site: str
    context: str | None
    cause: Cause
    exchange: ExchangeId
    seen_at: datetime
    topics: tuple[str, ...] = ()
    slate: SlateId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The company behind a party, according to a dated source; `short` names it in a sentence."""

    name: str
    source: str
    date: str
    role: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a claim can be checked: exactly one id, the place in it, a word on what it shows."""

    note: str
    exchange: ExchangeId | None = None
    signal: SignalId | None = None
    slate: SlateId | None = None
    act: ActId | None = None
    locator: str = ""

    def __post_init__(self) -> None:
        """Refuse evidence that points at nothing or at several things."""
        if sum(x is not None for x in (self.exchange, self.signal, self.slate, self.act)) != 1:
            raise ValueError("evidence points at exactly one exchange, signal, slate or act")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What may be said, at which level; not without evidence and innocent readings."""

    id: FindingId
    kind: FindingKind
    site: str
    party: str
    contexts: tuple[str, ...]
    confidence: Level
    severity: Severity
    severity_why: str
    title: str
    why: str
    innocent: tuple[str, ...]
    limits: tuple[str, ...]
    detector: str
    detector_version: str
    first_seen: datetime
    last_seen: datetime
    evidence: tuple[Evidence, ...]
    measure: Figures

    def __post_init__(self) -> None:
        """Refuse a claim without evidence, figures or an innocent reading."""
        for name in ("evidence", "innocent", "measure", "title"):
            if not getattr(self, name):
                raise ValueError(f"a finding needs {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A comparison that was run or wanted, and its verdict; those that found nothing too."""

    __test__ = False  # a noun of ours, not a test class

    id: str
    kind: FindingKind
    site: str
    surface: str | None
    visitor: str
    n: int
    verdict: str
    why: str
    effect: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    q: float | None = None
    tests_in_family: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A finding taken along a route; `events` are (time, state, note)."""

    id: ContestId
    finding: FindingId
    route: str
    state: str
    due: datetime | None
    events: tuple[tuple[datetime, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often what a contested finding says was met: before acting, or at a check after it.

    `when` is "before" or the name of a check; `n` looks (page loads) between `since` and `until`,
    in `hits` of which it was met. `values` are what is looked for, empty for any. `verdict` is
    empty before acting; `why` says it with its figures. The rest is of the finding contested.
    """

    id: str
    contest: ContestId
    when: str
    since: datetime
    until: datetime
    n: int
    hits: int
    values: tuple[str, ...] = ()
    evidence: tuple[ExchangeId, ...] = ()
    verdict: str = ""
    why: str = ""
    kind: FindingKind
    site: str
    party: str
    severity: Severity
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of what one exchange with a third party carried was read, in bytes.

    `sent` and `received` count what may be data, `unread` is the part of both that no reading
    opened. `path` is that of the address without what changes from call to call; `documented` says
    whether a vendor's fields are known there.
    """

    exchange: ExchangeId
    site: str
    host: str
    path: str
    sent: int
    received: int
    unread: int
    documented: bool


class SiteCoverage(NamedTuple):
    """The sums of Coverage over a site; `hosts` are those of third parties, sizes are bytes.

    `documented` is the part of what was sent and received at places with a vendor's file.
    """

    site: str
    hosts: int
    exchanges: int
    sent: int
    received: int
    unread: int
    documented: int

    @property
    def total(self) -> int:
        """All that was sent and received and may be data."""
        return self.sent + self.received

    @property
    def decoded(self) -> float:
        """The share of it that was read, 0 to 1; 1 where there was nothing."""
        return 1 - self.unread / self.total if self.total else 1.0


class UnknownEndpoint(NamedTuple):
    """Sums of Coverage at a host and path on a site where no vendor's fields are known."""

    host: str
    path: str
    exchanges: int
    sent: int
    received: int
    unread: int


def digest(*parts: object) -> str:
    """First 16 hex digits of BLAKE2b over the parts; stable for equal parts."""
    joined = "\x1f".join(map(str, parts))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
