"""What an audit says of one place, one measure and one visitor; those that found nothing too."""

from dataclasses import dataclass

from companion.model import FindingKind, Test, digest

KINDS = {
    "lists": FindingKind.INVISIBLE_CURATION,
    "prices": FindingKind.PRICE_PERSONALIZATION,
    "identifiers": FindingKind.TRACKING_IDENTIFIER,
    "consent": FindingKind.CONSENT_IGNORED,
}
GPC = FindingKind.GPC_IGNORED


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one visitor got, as an exhibit: a line an entry; `view` names the load it was in."""

    visitor: str
    view: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One comparison. `place` is the plan's, `surface` where the list stands in the page.

    `n` counts blocks that could be compared. `disclosed` says in words whether the page said that
    the list was chosen. `sides` are a subject's and two strangers' of the first block.
    """

    measure: str
    kind: FindingKind
    subject: str
    site: str
    place: str
    surface: str
    n: int
    strangers: int
    effect: float | None
    interval: tuple[float, float] | None
    p: float | None
    q: float | None
    family: int
    verdict: str
    sentence: str
    unit: str
    missing: tuple[str, ...] = ()
    disclosed: str = ""
    sides: tuple[Side, ...] = ()

    @property
    def test(self) -> Test:
        """The same as it stands in the export."""
        surface = self.surface or f"{self.place} | {self.measure}"
        return Test(
            id=digest("audit", self.kind, self.site, surface, self.place, self.subject),
            kind=self.kind,
            site=self.site,
            surface=surface,
            visitor=self.subject,
            n=self.n,
            verdict=self.verdict,
            why=self.sentence,
            effect=self.effect,
            interval=self.interval,
            p=self.p,
            q=self.q,
            tests_in_family=self.family,
        )
