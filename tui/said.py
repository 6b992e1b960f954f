"""The person's word on inferences: kept, taken back, counted."""

from datetime import datetime
from pathlib import Path
from typing import Any

from companion.report.inferences import Inference
from companion.store import verdicts
from companion.store.open import open_store, told
from companion.store.verdicts import Verdict
from tui.widgets.plain import plain
from tui.words import count


def say(path: Path, inference: Inference, claim: str, verdict: Verdict, now: datetime) -> None:
    """Keep what the person says of a claim."""
    with open_store(path) as db, told(path), db.atomic():
        verdicts.judge(db, inference.word_id(claim), inference.holder, verdict, now)


def unsay(path: Path, word: str) -> None:
    """Take back the newest word on a claim."""
    with open_store(path) as db, told(path), db.atomic():
        verdicts.take_back(db, word)


def words_on(db: Any, inference: Inference) -> tuple[list[tuple[str, Verdict]], str]:
    """What the person said of the claims of an inference, and the tally of its holder."""
    known = verdicts.all_verdicts(db)
    said = [
        (claim, known[word])
        for claim in inference.claims
        if (word := inference.word_id(claim)) in known
    ]
    return said, tally(inference.holder, verdicts.ledger(db).get(inference.holder, {}))


def tally(holder: str, judged: dict[Verdict, int]) -> str:
    """How a holder's labels were judged, in a sentence; empty while none was."""
    total = sum(judged.values())
    if not total:
        return ""
    parts = [f"{number:,} {verdict.value}" for verdict, number in judged.items()]
    return f"of {count(total, 'label')} of {plain(holder, 80)} you judged: {', '.join(parts)}"
