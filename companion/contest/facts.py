"""What is known about contesting: frozen rows of the tables in data, in the words of their README.

Field names are those of the tables. `verified` is primary (text of the law, authority or company
read in a stored source), secondary, dataset, own or unverified.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A prefix of source strings, with licence and date."""

    id: str
    name: str
    what: str
    licence: str
    date: str
    use: str
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A place with a law of its own."""

    id: str
    name: str
    who: str
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """The countries whose law a jurisdiction is."""

    id: str
    jurisdiction: str
    countries: tuple[str, ...]
    source: str
    source_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A rule for counting periods."""

    id: str
    rule: str
    sources: tuple[str, ...]
    verified: str
    examples: tuple[str, ...] = ()
    pause: str = ""
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A law."""

    id: str
    title: str
    jurisdiction: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A period a law sets; unit "none" means that it sets no period for an answer."""

    amount: int
    unit: str
    starts: str = ""
    note: str = ""
    extend_amount: int = 0
    extend_unit: str = ""
    extend_if: str = ""
    ack_amount: int = 0
    ack_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What a law lets a person ask, of whom, and what must be answered until when."""

    id: str
    kind: str
    article: str
    title: str
    jurisdiction: str
    instrument: str
    who: str
    against: str
    form: str
    cost: str
    identity: str
    complaint: str
    official_source: str
    must_answer: tuple[str, ...]
    deadline: Deadline
    verified: str
    sources: tuple[str, ...]
    notes: str = ""
    cases: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsState:
    """A state of the US with a privacy law."""

    id: str
    state: str
    signal_required: bool
    law_since: str
    verified: str
    sources: tuple[str, ...]
    signal_since: str = ""
    notes: str = ""
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """A decision of a court."""

    id: str
    name: str
    date: str
    holding: str
    verified: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A law that is coming."""

    id: str
    title: str
    status: str
    would_change: tuple[str, ...]
    design: str
    sources: tuple[str, ...]
    verified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A sort of evidence."""

    id: str
    title: str
    contains: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One thing a person can do; `regions` are jurisdictions or "all", `portals` by region."""

    id: str
    kind: str
    title: str
    effort: str
    expected_effect: str
    wait_days: int
    verify: str
    regions: tuple[str, ...]
    basis: str
    rights: tuple[str, ...] = ()
    service_field: str = ""
    letter: str = ""
    limits: str = ""
    how: str = ""
    portals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Remedy ids for one kind of finding, in order, and how to check that they worked."""

    id: str
    title: str
    meaning: str
    evidence: tuple[str, ...]
    control: tuple[str, ...]
    legal: tuple[str, ...]
    escalate: tuple[str, ...]
    verify: str
    pass_if: str
    caution: str
    rights: tuple[str, ...]
    now: tuple[str, ...] = ()

    @property
    def remedies(self) -> tuple[str, ...]:
        """Every remedy id, from the quickest step to the last."""
        return (*self.control, *self.now, *self.legal, *self.escalate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A rule for measuring again."""

    id: str
    rule: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """What a letter must and should contain, and what it should avoid."""

    id: str
    title: str
    rights: tuple[str, ...]
    must_contain: tuple[str, ...]
    should_contain: tuple[str, ...]
    evidence: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    template_languages_datenanfragen: tuple[str, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason for a complaint."""

    id: str
    title: str
    basis: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state a case can be in."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A setting, form or page of a service; `path` says the way in the app, in words."""

    type: str
    name: str
    changes: str
    profiling_off: str
    source: str
    source_date: str
    verified: str
    url: str = ""
    path: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service people use, with its controls and its address for letters."""

    id: str
    name: str
    category: str
    domains: tuple[str, ...]
    vlop: bool
    checked: str
    controller: str = ""
    privacy_email: str = ""
    privacy_webform: str = ""
    postal_country: str = ""
    contact_quality: str = ""
    contact_source: str = ""
    contact_date: str = ""
    dsa38_option: str = ""
    note: str = ""
    control: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A page where one choice goes to many companies."""

    id: str
    name: str
    url: str
    region: str
    how: str
    legal_signal: bool
    source: str
    source_date: str
    verified: str
    info: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The privacy contact of an advertising, address or credit company."""

    id: str
    name: str
    category: tuple[str, ...]
    quality: str
    web: str = ""
    countries: tuple[str, ...] = ()
    email: str = ""
    webform: str = ""
    channel: str = ""
    language: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A body that takes complaints; `countries` are ISO codes or jurisdictions in lower case."""

    id: str
    name: str
    countries: tuple[str, ...]
    kind: str
    source: str
    source_date: str
    verified: str
    web: str = ""
    email: str = ""
    webform: str = ""
    complaint_language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How well a fact is known: its source, the source's date, how it was checked."""

    source: str
    source_date: str
    verified: str
    stale_after: int = field(default=365)

    def stale(self, today: date) -> bool:
        """Whether the source is too old to rely on without a look; one without a date is.

        A date of a year or month alone counts from its first day.
        """
        try:
            seen = date.fromisoformat(f"{self.source_date}-01-01"[:10])
        except ValueError:
            return True
        return (today - seen).days > self.stale_after
