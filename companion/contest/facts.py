"""What is known about law and remedies: frozen rows of the tables in data.

Field names are those of the tables. `verified` is primary (text of the law, authority or company
read in a stored source), secondary, dataset, own or unverified. Services and authorities stand
in `bodies`.
"""

from dataclasses import dataclass


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
    """One thing a person can do; `regions` are jurisdictions or "all", `portals` by region.

    `shield` names what Companion itself can do on the way out, empty for nothing.
    """

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
    shield: str = ""


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
