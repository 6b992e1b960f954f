"""The whole grid in which personal data are sought: hashes, hashes of those, encodings, layers."""

from collections.abc import Iterator

from companion.redact.digests import hashes
from tests.accuracy.report import Report
from tests.redact.coding import chains
from tests.redact.test_cells import MAIL, TEXTS, cells, missed, missed_packed


def run(report: Report) -> None:
    two = [(), *chains(1), *chains(2)]
    texts = list(twice())
    report.line(f"{len(texts)} hashes and hashes of hashes, {len(two)} rows of up to two encodings")
    tell(report, "one or two hashes, up to two encodings", texts, two)
    tell(report, "a datum and a hash, three encodings", [MAIL, TEXTS["sha256"]], chains(3))


def twice() -> Iterator[bytes]:
    """The datum, its hashes, and the hashes of those."""
    yield from TEXTS.values()
    for name, inner in TEXTS.items():
        if name:
            yield from (made([inner])[0].hex().encode() for made in hashes(every=True).values())


def tell(report: Report, what: str, texts: list[bytes], rows: list[tuple[str, ...]]) -> None:
    as_text, packed = cells(texts, rows)
    left = len(missed(as_text)) + len(missed_packed(packed))
    report.line(f"{what}: {len(as_text) + len(packed)} cells")
    report.check_at_most("missed", left, 0)
