"""The person's word on what is inferred about them: true, wrong, too intimate, don't know."""

from datetime import datetime
from enum import StrEnum

from companion.store.database import Database
from companion.store.rows import text_in, text_out, time_in


class Verdict(StrEnum):
    """What a person can say of an inference."""

    TRUE = "true"
    WRONG = "wrong"
    INTIMATE = "too intimate"
    UNSURE = "don't know"


_NEWEST = "select max(number) from verdicts group by inference"


def judge(db: Database, inference: str, holder: str, verdict: Verdict, now: datetime) -> None:
    """Keep a word on an inference; what was said before can come back."""
    db.execute(
        "insert into verdicts (inference, holder, verdict, judged_at) values (?, ?, ?, ?)",
        [inference, text_in(holder), verdict.value, time_in(now)],
    )


def take_back(db: Database, inference: str) -> None:
    """Undo the newest word on an inference."""
    db.execute(
        "delete from verdicts where number ="
        " (select max(number) from verdicts where inference = ?)",
        [inference],
    )


def all_verdicts(db: Database) -> dict[str, Verdict]:
    """What counts now, by inference."""
    rows = db.execute(f"select inference, verdict from verdicts where number in ({_NEWEST})")
    return {inference: Verdict(verdict) for inference, verdict in rows}


def ledger(db: Database, site: str | None = None) -> dict[str, dict[Verdict, int]]:
    """For each holder (of those met on a site) how many of its inferences were judged how."""
    found: dict[str, dict[Verdict, int]] = {}
    for holder, verdict, times in db.execute(
        f"select holder, verdict, count(*) from verdicts where number in ({_NEWEST})"
        " and (:site is null or holder in (select party from parties where site = :site))"
        " group by holder, verdict order by holder, verdict",
        {"site": None if site is None else text_in(site)},
    ):
        found.setdefault(text_out(holder), {})[Verdict(verdict)] = times
    return found
