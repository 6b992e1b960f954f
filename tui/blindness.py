"""What is known of what is missing: gaps, losses, limits of files, comparisons not made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from companion.report.unread import told
from companion.store import captures, coverage, progress, tests
from tui.views import Blindness
from tui.words import count, kind_title

NAMED = 3
UNTESTED = 40
UNDECIDED = ("not_tested", "inconclusive", "missing")
LOST = {
    "challenge": "may take this recording for a robot:",
    "copies-refused": "refused a stranger's request, and was left alone for a day:",
    "cut": "a record was written again",
    "failed": "the recorder failed, an exchange was not recorded",
    "refused": "a private address was refused:",
    "unsent": "a stranger's request was not sent:",
    "unread": "our own code failed on an exchange",
    "uninspected": "passed uninspected, as it trusts no certificate but its own:",
}


def blindness(db: Any) -> Blindness:
    """What is known of what is missing."""
    excluded = progress.fact(db, "excluded")
    losses = [f"{excluded} hosts left alone on purpose"] if excluded else []
    for name, number in progress.counters(db).items():
        what, _, host = name.partition(" ")
        losses.append(f"{LOST.get(what, what)} {host}".strip() + f" ({count(number, 'time')})")
    losses += [f"{at:%Y-%m-%d %H:%M} UTC: {what}" for at, what in progress.gaps(db)]
    untested = Counter(
        (kind_title(it.kind), it.why) for it in tests.each(db) if it.verdict in UNDECIDED
    )
    return Blindness(
        losses=tuple(losses),
        files=_files(captures.all_captures(db)),
        untested=tuple(
            f"{title}, {count(number, 'site')}: {why}"
            for (title, why), number in untested.most_common(UNTESTED)
        ),
        unread=told(coverage.sites(db), coverage.left(db)),
    )


def _files(held: Iterable[captures.Capture]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names of files, and what they can't show; files that lack the same stand together."""
    names: dict[tuple[str, ...], list[str]] = {}
    for capture in held:
        names.setdefault(_file_limits(capture), []).append(capture.name)
    return tuple((_row(found), limits) for limits, found in names.items() if limits)


def _row(names: Sequence[str]) -> str:
    left = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {left:,} more" if left > 0 else "")


def _file_limits(capture: captures.Capture) -> tuple[str, ...]:
    counted = (
        (capture.unreadable, "entries that could not be read"),
        (capture.bodies_missing, "bodies missing"),
    )
    return (*capture.limits, *(f"{words}: {number:,}" for number, words in counted if number))
