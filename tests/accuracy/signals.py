"""Signals on real captures, by the matching rule beside their labels, and on invented sites."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from companion.capture.har import open_har
from companion.capture.pages import Attribution
from companion.decode.content import decoded
from companion.extract.extract import extract
from companion.model import Exchange, Signal
from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from tests.accuracy.report import Report, corpus
from tests.accuracy.sites import table

NOTHING_SECRET = Secrets((), bytes(32))
KINDS = {
    "profile": {"trait", "segment", "score"},
    "pii": {"location", "identifier", "pii"},
}
ABOUT_PERSON = {"identifier", "pii", "trait", "segment", "score"}
TRAPS = (("p_user_id", "0"), ("msclkid", "N"))


def run(report: Report) -> None:
    folder = corpus()
    if folder is None:
        report.line("skipped: the corpus of real captures is not here")
    else:
        on_captures(report, folder)
    table.run(report)


def on_captures(report: Report, folder: Path) -> None:
    wanted, missed = Counter[str](), Counter[str]()
    false: list[str] = []
    for entry in json.loads((folder / "labels.json").read_text())["entries"]:
        found = signals_of(folder / "har" / f"{entry['id']}.har")
        for label in entry["labels"].get("signals", ()):
            wanted[label["kind"]] += 1
            if not any(matches(label, signal) for signal in found):
                missed[label["kind"]] += 1
                report.line(f"missed {entry['id']}: {label['kind']} {label['name']}")
        false += [_told(entry["id"], it) for it in found if _is_false(entry["id"], it)]
    for kind in wanted:
        report.line(f"{kind}: {wanted[kind] - missed[kind]} of {wanted[kind]}")
        report.check_at_most(f"misses of {kind}", missed[kind], 1)
    report.check("recall of labelled signals", 1 - missed.total() / wanted.total(), 0.9)
    for line in false:
        report.line(f"false {line}")
    report.check_at_most("signals on pages without any, and in traps", len(false), 0)


def exchanges(path: Path) -> Iterator[Exchange]:
    """The exchanges of a HAR file as extraction gets them."""
    pages = Attribution()
    for item in open_har(path):
        if isinstance(item, Exchange):
            yield redact(decoded(pages.attribute(item)), NOTHING_SECRET)


def signals_of(path: Path) -> list[Signal]:
    return [signal for exchange in exchanges(path) for signal in extract(exchange).signals]


def matches(label: dict[str, str], signal: Signal) -> bool:
    kinds = KINDS.get(label["kind"], {label["kind"]})
    return signal.kind in kinds and _named(label["name"], signal) and _valued(label, signal)


def _named(name: str, signal: Signal) -> bool:
    """The label's name is the signal's, or the last step of its locator, host and carrier apart."""
    last = signal.locator.rpartition(" >> ")[2]
    spoken = {signal.name, last, last.partition(":")[2], _dotted(last)}
    bare = {name, name.rpartition(" ")[2], _dotted(name)}
    return bool(bare & spoken) or _last_key(name) in {_last_key(it) for it in spoken if it}


def _dotted(name: str) -> str:
    return ".".join(part for part in re.split(r"[/.]|\[\d*\]", name) if part and not part.isdigit())


def _last_key(name: str) -> str:
    return _dotted(name).rpartition(".")[2].rpartition(" ")[2]


def _valued(label: dict[str, str], signal: Signal) -> bool:
    wanted = label["value_excerpt"]
    values = (signal.value,) if isinstance(signal.value, str) else signal.value
    as_json = json.dumps(values, separators=(",", ":"))
    whole = ",".join(values)
    return any(it.startswith(wanted) for it in (*values, whole, as_json))


def _is_false(entry: str, signal: Signal) -> bool:
    if entry.startswith("neg-"):
        return signal.kind in ABOUT_PERSON
    return any(signal.name == name and signal.value == value for name, value in TRAPS)


def _told(entry: str, signal: Signal) -> str:
    return f"{entry}: {signal.kind} {signal.name}={signal.value!r} at {signal.locator}"
