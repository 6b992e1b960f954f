"""Who can be turned to: rows of services with their controls, portals, contacts, authorities."""

from dataclasses import dataclass
from datetime import date

OWN = "Companion's own words"
CHECKED = {
    "primary": "read in the source itself",
    "secondary": "read in what others wrote about it",
    "dataset": "from a public dataset, not read in the source",
    "own": OWN,
    "unverified": "not checked",
}
"""How a fact was checked, in words."""


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
    stale_after: int = 365

    def words(self) -> str:
        """The same in words: how it was checked, by what source, of when."""
        told = ", ".join(it for it in (self.source, self.source_date) if it)
        return OWN if self.source == "own" else f"{CHECKED[self.verified]}: {told}"

    def stale(self, today: date) -> bool:
        """Whether the source is too old to rely on without a look; one without a date is.

        A date of a year or month alone counts from its first day.
        """
        try:
            seen = date.fromisoformat(f"{self.source_date}-01-01"[:10])
        except ValueError:
            return True
        return (today - seen).days > self.stale_after
