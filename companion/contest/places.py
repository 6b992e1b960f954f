"""Where the person lives, and whose law follows from it."""

from dataclasses import dataclass
from functools import cache

from companion.contest.knowledge import knowledge

PORTAL_REGIONS = {"eu": "eu", "uk": "eu", "ch": "eu", "ca": "ca", "ca-qc": "ca"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country in lower case ("" when not known), and the jurisdictions whose law applies."""

    country: str = ""
    jurisdictions: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the person has said where they live."""
        return bool(self.country or self.jurisdictions)

    def within(self, regions: tuple[str, ...]) -> bool:
        """Whether something offered in the regions is offered here."""
        return "all" in regions or any(it in regions for it in self.jurisdictions)

    def offers(self, region: str) -> bool:
        """Whether a link for a region ("eu", "us", "de"; "" for all) is meant for this place."""
        regions = {"", "all", self.country, *self.jurisdictions}
        regions |= {PORTAL_REGIONS.get(it, it.partition("-")[0]) for it in self.jurisdictions}
        return region in regions or not self.known

    def applies(self, right: str) -> bool:
        """Whether a right is one of this place's law."""
        found = knowledge().right[right]
        if found.jurisdiction == "other":
            return bool(self.country) and right.startswith(f"{self.country}-")
        return found.jurisdiction in self.jurisdictions


def place(text: str) -> Place:
    """A place from an ISO 3166 code ("DE", "US-CA") or the id of a jurisdiction ("eu").

    An empty text is no place: then nothing is said to be law.
    """
    code = text.strip().lower()
    country = {"uk": "gb"}.get(code, code).partition("-")[0]
    if code in knowledge().jurisdiction:
        known = country if country in _countries() else ""
        return Place(country=known, jurisdictions=_with_parents(code))
    law = _countries().get(country, "other")
    return Place(country=country, jurisdictions=(law,) if country else ())


def _with_parents(jurisdiction: str) -> tuple[str, ...]:
    """Quebec's own law comes before the federal one, which still holds beside it."""
    return (jurisdiction, "ca") if jurisdiction == "ca-qc" else (jurisdiction,)


@cache
def _countries() -> dict[str, str]:
    return {
        country: it.jurisdiction
        for it in knowledge().residence.values()
        for country in it.countries
    }
