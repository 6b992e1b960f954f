"""Whatever a site sent is text: on no screen does markup, an escape or a bidi override act."""

from dataclasses import replace

import pytest

from companion.model import (
    Direction,
    Evidence,
    FindingKind,
    Item,
    Level,
    Message,
    Redaction,
    Severity,
    SignalKind,
    SocketMessage,
)
from companion.store import acts, captures, exchanges, findings, progress, signals, slates, tests
from companion.store.open import open_store
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange
from tests.tui.filled import a_capture, an_untested
from tests.tui.screen import LARGE, SMALL, lines, opened, press, shown

EVIL = (
    "[bold red on white]M[/] [@click=app.quit]q[/] \x1b[31m\x1b]0;t\x07\x9b1m \u202eevil\u2066"
    " a\nb\tc\r 👩\u200d👧\u200d👦 z\u0301\u0301\u0301\u0301\u0301 \ud83d $accent {x} %s"
)
PATHS = {
    "home": ["1"],
    "now": ["2"],
    "mirror": ["3"],
    "lists": ["4"],
    "findings": ["5"],
    "blind spots": ["6"],
    "help": ["question_mark"],
    "finding": ["1", "enter"],
    "evidence": ["1", "enter", "e", "enter"],
    "list as evidence": ["1", "enter", "e", "j", "j", "enter"],
    "exchange": ["2", "enter"],
    "inference": ["3", "enter"],
    "list": ["4", "enter"],
    "filter": ["5", "f"],
    "way": ["1", "enter", "c", "enter"],
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A store in which every text is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "companion.db"
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
        contexts=(EVIL,),
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
        tests.put(db, [replace(an_untested(), why="\x1b[31m[bold]")])
        captures.put(db, replace(a_capture(), name="\x1b[31m[bold]", limits=("\u202ex",)))
        progress.add_gap(db, NOON, "\x1b[31m[bold]")
        progress.add(db, "challenge [bold]\x1b[31m")
    db.close()
    return path


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("name", PATHS)
async def test_on_every_screen_what_a_site_sent_is_text(hostile, name, size):
    async with opened(hostile, *PATHS[name], size=size) as pilot:
        for line in lines(pilot.app):
            assert line.isprintable(), line
        assert not any("click" in str(style.meta) for style in styles(pilot.app))
        if name != "help":
            assert "[b" in shown(pilot.app) or name == "filter"


async def test_a_line_of_ten_megabytes_is_shown_without_harm(tmp_path):
    path = tmp_path / "companion.db"
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, [an_exchange("https://a.example/" + "x" * 10_000_000)])
    db.close()
    async with opened(path, "2", "enter") as pilot:
        assert "https://a.example/xxx" in shown(pilot.app)
        await press(pilot, "j", "G", "escape")


def styles(app):
    """The styles of everything that is on the screen."""
    strips = app.screen._compositor.render_strips()
    return [it.style for strip in strips for it in strip if it.style is not None]
