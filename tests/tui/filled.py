"""A real store as it would be after a morning: small, with everything the screens show."""

from datetime import datetime, timedelta
from pathlib import Path

from companion.model import (
    Act,
    ActKind,
    Coverage,
    Direction,
    Evidence,
    Exchange,
    ExchangeId,
    Finding,
    FindingKind,
    Item,
    Level,
    Message,
    Origin,
    Personalized,
    Redaction,
    Severity,
    Signal,
    SignalKind,
    Slate,
    Surface,
    Test,
)
from companion.store import (
    acts,
    captures,
    coverage,
    exchanges,
    findings,
    ledger,
    progress,
    signals,
    slates,
    tests,
)
from companion.store.open import open_store
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange

JSON = (("content-type", "application/json"),)


def at(minutes: float) -> datetime:
    """A time that many minutes before noon."""
    return NOON - timedelta(minutes=minutes)


def an_ad_call() -> Exchange:
    """A request that carries the person's e-mail, hashed, to an ad company."""
    return an_exchange(
        "https://sync.ads.example/match?uid=k3jd92hf83hd7w2q&em=9f86d081884c7d65",
        seen_at=at(12),
        received=JSON,
        body=b'{"segments":["marathon runner","new parent"],"score":0.82,"uid":"k3jd92hf83hd7w2q"}',
        redactions=(
            Redaction(
                locator="header:cookie",
                direction=Direction.SENT,
                kind="session",
                field="sid",
                chain="",
                token="[session:sid::4f2a]",
            ),
        ),
    )


def a_feed() -> Exchange:
    """The answer that holds a list."""
    return an_exchange(
        "https://news.example/api/feed",
        seen_at=at(10),
        received=JSON,
        body=b'{"items":[{"title":"Shoes for long distances"},{"title":"Sleep and the newborn"}]}',
    )


def the_exchanges(origin: Origin = Origin.LIVE) -> list[Exchange]:
    """A morning on three sites."""
    pages = [
        an_exchange(
            f"https://{host}/page/{n}",
            seen_at=at(60 - n),
            origin=origin,
            site=site,
            page=f"https://{site}/page/{n}",
            response=Message(headers=JSON, body=b"{}", length=4_000 + n),
        )
        for n, (host, site) in enumerate(
            [("shop.example", "shop.example"), ("cdn.tags.example", "shop.example")] * 10
            + [("health.example", "health.example"), ("a.broker.example", "health.example")] * 5
            + [("news.example", "news.example"), ("pixel.ads.example", "news.example")] * 5
        )
    ]
    return [*pages, an_ad_call(), a_feed()]


def a_coverage() -> Coverage:
    """How much of one answer was read."""
    return Coverage(
        exchange=an_ad_call().id,
        site="news.example",
        host="sync.ads.example",
        path="/match",
        sent=1_000,
        received=3_000,
        unread=1_000,
        documented=False,
    )


def the_signals() -> list[Signal]:
    """What was sent and received about the person."""
    ad = an_ad_call()
    common = {"exchange": ad.id, "seen_at": ad.seen_at, "direction": Direction.RECEIVED}
    return [
        a_signal(exchange=ad.id, seen_at=ad.seen_at),
        a_signal(
            kind=SignalKind.SEGMENT,
            name="segments",
            value=("marathon runner", "new parent"),
            locator="/segments",
            **common,
        ),
        a_signal(
            kind=SignalKind.SCORE,
            name="score",
            value="0.82",
            locator="/score",
            confidence=Level.POSSIBLE,
            **common,
        ),
        a_signal(
            kind=SignalKind.TRAIT,
            name="condition",
            value="sleep disorder",
            party="broker.example",
            site="health.example",
            sensitive=True,
            confidence=Level.OBSERVED,
            exchange=ExchangeId("gone"),
            locator="/traits/0",
            seen_at=at(40),
        ),
    ]


def the_slates() -> list[Slate]:
    """Lists delivered."""
    feed = a_feed()
    return [
        a_slate(
            heading="Latest",
            seen_at=at(30),
            exchange="e0",
            surface=Surface.FEED,
            personalized=Personalized.NOT_MEASURED,
        ),
        a_slate(
            exchange=feed.id,
            seen_at=feed.seen_at,
            disclosed=False,
            explanation="Because you read about running",
            controls=("Not interested",),
            items=(
                Item(
                    rank=1,
                    item="a1",
                    title="Shoes for long distances",
                    url="https://shop.example/shoes",
                    reason="because you viewed trail shoes",
                    sponsored=True,
                    price="129.00",
                    currency="EUR",
                ),
                Item(rank=2, item="a2", title="Sleep and the newborn", topics=("health",)),
                Item(rank=3, item="a3", title="A quiet week in the hills"),
            ),
        ),
    ]


def the_acts() -> list[Act]:
    """What the person did."""
    return [
        an_act(kind=ActKind.SEARCH, text="marathon shoes", site="shop.example", seen_at=at(55)),
        an_act(kind=ActKind.VISIT, text="Sleep again", site="health.example", seen_at=at(45)),
    ]


def the_findings() -> list[Finding]:
    """Claims of several kinds, weights and levels; the first is the gravest."""
    ad, feed = an_ad_call(), a_feed()
    segment, slate = the_signals()[1], the_slates()[1]
    few = [
        a_finding(
            kind=FindingKind.PII_LEAK,
            severity=Severity.GRAVEST,
            confidence=Level.OBSERVED,
            title="On 3 May 2026 11:48 UTC your browser sent your e-mail, hashed, to ads.example"
            " (on news.example)",
            why="The value is your e-mail in lower case, hashed with SHA-256: anyone who has the"
            " same address on a list can match the two.",
            severity_why="personal data to another company, observed",
            evidence=(
                Evidence(note="em: sha256 of lower-cased", exchange=ad.id, locator="query:em"),
                Evidence(note="the identifier beside it", signal=the_signals()[0].id),
                Evidence(note="the list that came back", slate=slate.id),
                Evidence(note="the search before it", act=the_acts()[0].id),
                Evidence(note="an older sighting", exchange=ExchangeId("gone"), locator="query:em"),
            ),
            measure={
                "n": 2,
                "chains": ("sha256", "lower"),
                "share": 0.5,
                "first": True,
                "p": None,
                "seen": "2026-05-03T11:48:00+00:00",
                "what": "No Time",
            },
            first_seen=at(30),
            last_seen=at(12),
        ),
        a_finding(
            kind=FindingKind.INVISIBLE_CURATION,
            severity=Severity.SERIOUS,
            party="news.example",
            title="Likely: the list “Recommended for you” on news.example differs because of you,"
            " and no reason was delivered",
            why="Ten rounds against two strangers; yours shared 4 of 20 entries with theirs.",
            evidence=(Evidence(note="the list", slate=slate.id),),
            last_seen=feed.seen_at,
        ),
        a_finding(
            kind=FindingKind.CROSS_CONTEXT_REUSE,
            severity=Severity.SERIOUS,
            confidence=Level.POSSIBLE,
            party="broker.example",
            contexts=("health", "news"),
            title="Possible: broker.example carries one identifier from health.example to"
            " news.example",
            why="The same value was met on both sites within an hour.",
        ),
        a_finding(
            kind=FindingKind.UNDISCLOSED_INFERENCE,
            severity=Severity.NOTABLE,
            title="Likely: ads.example holds 2 labels about you: marathon runner, new parent",
            why="Two labels in /segments, and nothing at that place says so.",
            evidence=(Evidence(note="the labels", signal=segment.id),),
        ),
    ]
    many = [
        a_finding(site=f"site{n}.example", party=party, last_seen=at(n))
        for party, number in (("ads.example", 17), ("tags.example", 6), ("broker.example", 2))
        for n in range(number)
    ]
    return [*few, *many]


def fill(path: Path, *, origin: Origin = Origin.LIVE) -> Path:
    """A store at the path with all of that in it."""
    db = open_store(path)
    with db.atomic():
        exchanges.keep(db, the_exchanges(origin))
        signals.put(db, the_signals())
        slates.put(db, the_slates())
        acts.put(db, the_acts())
        ledger.enter(db, (), the_acts())
        ledger.record(db, an_ad_call(), "https://shop.example/", the_acts()[:1])
        findings.put(db, the_findings())
        tests.put(db, [an_untested()])
        captures.put(db, a_capture())
        coverage.keep(db, [a_coverage()], [])
        progress.add(db, "failed", 2)
        progress.add_gap(db, at(50), "the proxy was ended from outside")
    db.close()
    return path


def empty(path: Path) -> Path:
    """A store in which nothing is recorded yet."""
    open_store(path).close()
    return path


def an_untested() -> Test:
    """A comparison that could not be made."""
    return Test(
        id="t1",
        kind=FindingKind.INVISIBLE_CURATION,
        site="news.example",
        surface=None,
        visitor="self",
        n=3,
        verdict="not_tested",
        why="Too little data: 3 rounds of 5 needed.",
    )


def a_capture() -> captures.Capture:
    """An imported file that lacks cookies."""
    return captures.Capture(
        sha256="0" * 64,
        name="morning.har",
        creator="WebInspector 537.36",
        visitor="self",
        imported_at=NOON,
        exchanges=42,
        unreadable=1,
        skipped=0,
        bodies_missing=3,
        limits=("This file has no cookies: what needs them is not tested.",),
    )
