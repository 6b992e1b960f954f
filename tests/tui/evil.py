"""A store in which every text that a site can send is hostile."""

from dataclasses import replace
from pathlib import Path

from companion.contest import shield
from companion.extract.slates.drift import Drift, Sort
from companion.model import (
    Contest,
    ContestId,
    Direction,
    Evidence,
    Finding,
    FindingKind,
    Item,
    Level,
    Message,
    Redaction,
    Severity,
    SignalKind,
    SlateId,
    SocketMessage,
)
from companion.settings import data_folder
from companion.store import (
    acts,
    captures,
    contests,
    exchanges,
    findings,
    progress,
    signals,
    slates,
    tests,
)
from companion.store.open import open_store
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange
from tests.tui.filled import a_capture, an_untested

EVIL = (
    "[bold red on white]M[/] [@click=app.quit]q[/] \x1b[31m\x1b]0;t\x07\x9b1m \u202eevil\u2066"
    " a\nb\tc\r 👩\u200d👧\u200d👦 z\u0301\u0301\u0301\u0301\u0301 \ud83d $accent {x} %s"
)


def a_case(finding: Finding) -> Contest:
    """A case whose way has a hostile name."""
    return Contest(
        id=ContestId("c1"),
        finding=finding.id,
        route=EVIL,
        state="draft",
        due=None,
        events=((NOON, "draft", EVIL),),
    )


def a_drift() -> Drift:
    """A list that came no more."""
    return Drift(
        site=EVIL,
        heading=EVIL,
        place=EVIL,
        sort=Sort.STOPPED,
        had=6,
        pages=6,
        quiet=5,
        since=NOON,
        url=EVIL,
        slate=SlateId("s1"),
    )


def fill(path: Path) -> Path:
    """The store at the path, with all of that in it, and an action of the shield about it."""
    exchange = an_exchange(
        "https://ads.example/" + EVIL,
        site=EVIL,
        party=EVIL,
        context=EVIL,
        origin_file=EVIL,
        request=Message(headers=((EVIL, EVIL),), body=EVIL.encode("utf-8", "replace")),
        response=Message(
            headers=(("content-type", "text/" + EVIL),),
            body=EVIL.encode("utf-8", "replace") + b"\xff\x00" + b"x" * 200_000,
        ),
        sockets=(
            SocketMessage(ordinal=0, direction=Direction.SENT, body=b"\x1b[31m", seen_at=NOON),
        ),
        notes=(EVIL,),
        redactions=(
            Redaction(
                locator=EVIL,
                direction=Direction.SENT,
                kind="code",
                field=EVIL,
                chain=EVIL,
                token=EVIL,
            ),
        ),
    )
    signal = a_signal(
        kind=SignalKind.SEGMENT,
        name=EVIL,
        value=(EVIL, EVIL),
        party=EVIL,
        site=EVIL,
        exchange=exchange.id,
        locator=EVIL,
    )
    slate = a_slate(
        heading=EVIL,
        site=EVIL,
        party=EVIL,
        exchange=exchange.id,
        locator=EVIL,
        explanation=EVIL,
        controls=(EVIL,),
        items=(
            Item(
                rank=1,
                item=EVIL,
                title=EVIL,
                url=EVIL,
                reason=EVIL,
                price=EVIL,
                currency=EVIL,
                topics=(EVIL,),
            ),
        ),
    )
    act = an_act(text=EVIL, site=EVIL, exchange=exchange.id)
    evidence = (
        Evidence(note=EVIL, exchange=exchange.id, locator="header:" + EVIL),
        Evidence(note=EVIL, signal=signal.id),
        Evidence(note=EVIL, slate=slate.id),
        Evidence(note=EVIL, act=act.id),
    )
    finding = a_finding(
        kind=FindingKind.PII_LEAK,
        severity=Severity.GRAVEST,
        confidence=Level.OBSERVED,
        site=EVIL,
        party=EVIL,
        contexts=(EVIL, "work"),
        severity_why=EVIL,
        title=EVIL,
        why=EVIL,
        innocent=(EVIL,),
        limits=(EVIL,),
        detector=EVIL,
        evidence=evidence,
        measure={EVIL: EVIL, "list": (EVIL,)},
    )
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, [exchange])
        signals.put(db, [signal])
        slates.put(db, [slate])
        acts.put(db, [act])
        findings.put(db, [finding, replace(finding, id="2", party=EVIL + "2")])
        findings.put(db, [replace(finding, id="3", kind=FindingKind.CROSS_CONTEXT_REUSE)])
        contests.put(db, [a_case(finding)])
        tests.put(db, [replace(an_untested(), why="\x1b[31m[bold]")])
        captures.put(db, replace(a_capture(), name="\x1b[31m[bold]", limits=("\u202ex",)))
        progress.add_gap(db, NOON, "\x1b[31m[bold]")
        progress.add(db, "challenge [bold]\x1b[31m")
    db.close()
    folder = data_folder(path)
    folder.mkdir(exist_ok=True)
    action = shield.Action(kind=shield.ActionKind.BLOCK, of=EVIL, since=NOON)
    shield.save(shield.place(folder), [action])
    return path
