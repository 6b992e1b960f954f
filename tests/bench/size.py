"""How many bytes are kept, beside what mitmproxy writes of the same flows.

The journal holds what was seen until it is read, as it was sent; the store keeps it as evidence,
with all that was found in it. Every body stays here (`keep = "all"`), but those of media, which the
HAR is compared without, too. The HAR is compact; savehar's own is indented and longer still.
mitmproxy writes certificates with every flow, which these flows have none of.
"""

import json
import random
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from mitmproxy.addons.savehar import SaveHar
from mitmproxy.http import HTTPFlow
from mitmproxy.io import FlowWriter

from addons import flow as flows
from addons.streaming import Plan, plan
from companion import pipeline
from companion.capture.journal import Writer
from companion.intake.journal import drain
from companion.model import Exchange
from companion.settings import data_folder
from companion.store.open import Database, open_store
from tests.accuracy.report import Report
from tests.bench.recording import a_flow
from tests.bench.signals import mix

MIXES = 3
HAR_RATIO, FLOW_RATIO = 0.30, 0.50


def run(report: Report) -> None:
    exchanges = [one for seed in range(MIXES) for one in fresh(seed)]
    made = [a_flow(one) for one in exchanges]
    per = len(made) * 1000
    har, imageless, written = har_bytes(made, images=True), har_bytes(made), flow_bytes(made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "size.db"
        with open_store(path) as db:
            empty = used(db)
            journal = journal_bytes(made, data_folder(path) / "journal")
            drain(pipeline.start(db, path), path)
            seen = evidence(db)
            kept = used(db) - empty
    report.line(f"savehar {har / per:.1f} KB an exchange, without images {imageless / per:.1f}")
    report.line(f"mitmdump -w {written / per:.1f} KB an exchange")
    report.line(f"journal {journal / per:.1f} KB an exchange")
    report.line(f"store: evidence {seen / per:.1f} KB an exchange, {kept / per:.1f} with all found")
    report.check_at_most("journal / savehar without images", journal / imageless, HAR_RATIO)
    report.check_at_most("journal / mitmdump -w", journal / written, FLOW_RATIO)
    report.check_at_most("evidence in the store / the same HAR", seen / imageless, HAR_RATIO)
    report.check_at_most("evidence in the store / mitmdump -w", seen / written, FLOW_RATIO)


def fresh(seed: int) -> list[Exchange]:
    """A mix whose addresses no other has."""
    return [
        replace(one, url=f"{one.url}?mix={seed}" if "?" not in one.url else f"{one.url}&mix={seed}")
        for one in mix(random.Random(seed))
    ]


def har_bytes(made: list[HTTPFlow], *, images: bool = False) -> int:
    har = SaveHar().make_har(made)
    for entry in har["log"]["entries"]:
        content = entry["response"]["content"]
        if not images and content["mimeType"].startswith("image/"):
            content["text"] = ""
    return len(json.dumps(har, separators=(",", ":")).encode())


def flow_bytes(made: list[HTTPFlow]) -> int:
    written = BytesIO()
    writer = FlowWriter(written)
    for flow in made:
        writer.add(flow)
    return len(written.getvalue())


def journal_bytes(made: list[HTTPFlow], folder: Path) -> int:
    """Write flows to a journal as the recorder does."""
    writer = Writer(folder)
    for flow in made:
        if plan(flows.answer(flow)) in (Plan.UNKEPT, Plan.THROUGH):
            flow.metadata[flows.UNKEPT] = True
        writer.write(flows.exchange(flow))
    writer.close()
    return sum(path.stat().st_size for path in folder.iterdir())


def evidence(db: Database) -> int:
    """Bytes of the exchanges, their bodies and the chain, without what was found in them."""
    rows = db.execute(
        "select sum(pgsize) from dbstat where name in ('exchanges', 'bodies', 'links')"
    )
    return rows.fetchone()[0]


def used(db: Database) -> int:
    """Bytes of a store that hold something."""
    pages, free, size = (
        db.execute(f"pragma {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
