"""From the record of a site to findings and tests: every detector looks, none knows another.

A detector that fails costs the site its own answer and no other; a test says so.
"""

from collections.abc import Iterable
from pathlib import Path
from traceback import extract_tb

from companion.classify.aliases import behind_alias
from companion.classify.detector import MEASURED, Claim, Compared, Detector, Silence, detectors
from companion.classify.record import Record
from companion.classify.severity import severity
from companion.classify.wording import moment
from companion.model import Finding, FindingId, FindingKind, Personalized, Test, digest

FAULT = "not looked at: a fault of Companion"
"""How the reason of a test begins whose detector failed."""


def classify(site: str, record: Record) -> tuple[list[Finding], list[Test]]:
    """What may be said about the parties on a site, and what was looked for in vain."""
    findings: list[Finding] = []
    tests: list[Test] = []
    for found in detectors().values():
        try:
            claimed, looked = _looked(found, site, record)
        except Exception as error:  # noqa: BLE001 - one detector's fault must not end the analysis
            claimed, looked = [], [_test(found, site, record, _fault(error))]
        findings += claimed
        tests += looked
    return findings, tests


def _looked(found: Detector, site: str, record: Record) -> tuple[list[Finding], list[Test]]:
    """What one detector says of a site."""
    said = list(found.look(site, record))
    silences = [it for it in said if isinstance(it, Silence)]
    blind = _blind(found, site, record, max((it.n for it in silences), default=0))
    return (
        [_finding(found, site, record, it) for it in said if isinstance(it, Claim)],
        [
            *(_test(found, site, record, it) for it in (blind or silences)),
            *(_comparison(found, site, record, it) for it in said if isinstance(it, Compared)),
        ],
    )


def _fault(error: Exception) -> Silence:
    """That it was not looked, and where it failed; not with what: the site sent that."""
    frame = extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}, line {frame.lineno}"
    return Silence(n=0, why=f"{FAULT} ({type(error).__name__} in {where})", verdict="missing")


def measured(tests: Iterable[Test]) -> dict[str, Personalized]:
    """What comparisons say of the lists at each place, where they say something."""
    return {
        test.surface: MEASURED[test.verdict]
        for test in tests
        if test.kind is FindingKind.INVISIBLE_CURATION
        and test.surface is not None
        and test.verdict in MEASURED
    }


def finding_id(kind: FindingKind, site: str, party: str) -> FindingId:
    """The id of the one finding there can be of a kind about a party on a site."""
    return FindingId(digest(kind, site, party))


def _finding(found: Detector, site: str, record: Record, claim: Claim) -> Finding:
    weight, weight_why = severity(found.kind, claim.confidence, claim.circumstances)
    context = record.context(site)
    return Finding(
        id=finding_id(found.kind, site, claim.party),
        kind=found.kind,
        site=site,
        party=claim.party,
        contexts=claim.contexts or ((context,) if context else ()),
        confidence=claim.confidence,
        severity=weight,
        severity_why=weight_why,
        title=claim.title,
        why=" ".join(filter(None, (claim.why, behind_alias(claim.party, claim.evidence, record)))),
        innocent=_once(*claim.innocent, *found.explanation.innocent),
        limits=_once(*claim.limits, *_limits(found, site, record), *found.explanation.limits),
        detector=found.name,
        detector_version=found.version,
        first_seen=claim.first_seen,
        last_seen=claim.last_seen,
        evidence=claim.evidence,
        measure=claim.measure,
    )


def _limits(found: Detector, site: str, record: Record) -> tuple[str, ...]:
    """When the record begins, and what its files cannot show of what the detector looks at."""
    begins = f"The record begins on {moment(record.begins)}; what came before is not in it."
    imported = (
        ("Some of the evidence comes from an imported file.",) if record.imported(site) else ()
    )
    return (begins, *imported, *(it for it in record.limits(site) if _bears(it, found.needs)))


def _bears(limit: str, needs: str) -> bool:
    """Whether a limit is about what a detector looks at; aliases of hosts are about cookies."""
    about = (needs, "alias") if needs == "cookie" else (needs,)
    return not needs or any(word in limit.lower() for word in about)


def _once(*sentences: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentences))


def _blind(found: Detector, site: str, record: Record, looked: int) -> list[Silence]:
    """What the record cannot show to this detector: then it was not tested, whatever it found."""
    wanted = found.needs.lower()
    return [
        Silence(n=looked, why=limit, verdict="not_tested")
        for limit in record.limits(site)
        if wanted and wanted in limit.lower()
    ][:1]


def _test(found: Detector, site: str, record: Record, silence: Silence) -> Test:
    return Test(
        id=digest("test", found.kind, site, record.visitor),
        kind=found.kind,
        site=site,
        surface=None,
        visitor=record.visitor,
        n=silence.n,
        verdict=silence.verdict,
        why=silence.why,
    )


def _comparison(found: Detector, site: str, record: Record, one: Compared) -> Test:
    return Test(
        id=digest("test", found.kind, site, record.visitor, one.surface),
        kind=found.kind,
        site=site,
        surface=one.surface,
        visitor=record.visitor,
        n=one.n,
        verdict=one.verdict,
        why=one.why,
        effect=one.effect,
        interval=one.interval,
        p=one.p,
        q=one.q,
        tests_in_family=one.family,
    )
