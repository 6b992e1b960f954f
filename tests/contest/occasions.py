"""What letters are written from in tests: every letter that any kind of finding leads to."""

from datetime import date

from companion.contest.exhibits import exhibits
from companion.contest.letters import Occasion, Sender
from companion.contest.routes import routes
from companion.model import Direction, Evidence, ExchangeId, FindingKind, Item, Level
from tests.builders import NOON, a_finding, a_signal, a_slate, an_act, an_exchange

TODAY = date(2026, 11, 24)
WHERE = ("DE", "GB", "US-CA", "US-CO")
URL = "https://px.ads.example/sync?uid=k3jd92hf83hd7w2q&em=[seed:email:sha256:ab12]"


class Kept:
    """A record that keeps one exchange for every id, and one of each other thing."""

    def exchange(self, key):
        return None if key == "gone" else an_exchange(URL, id=key, seen_at=NOON)

    def signal(self, key):
        if key == "gone":
            return None
        value = ("angler", "cook") if key == "several" else "k3jd92hf83hd7w2q"
        exchange = "gone" if key == "orphan" else "e1"
        return a_signal(id=key, value=value, exchange=exchange, direction=Direction.SENT)

    def slate(self, key):
        if key == "gone":
            return None
        items = (Item(rank=1, item="1", title="One"), Item(rank=2, item="2", title="Two"))
        exchange = "gone" if key == "orphan" else "e1"
        heading = "" if key == "bare" else "For you"
        return a_slate(id=key, heading=heading, items=items, exchange=exchange)

    def act(self, key):
        if key == "gone":
            return None
        exchange = "gone" if key == "orphan" else "e1"
        return an_act(id=key, text="a private page", exchange=exchange)


EVIDENCE = (
    Evidence(exchange=ExchangeId("e1"), locator="query:uid", note="uid sent to ads.example"),
    Evidence(exchange=ExchangeId("e2"), locator="query:em", note="email sent to ads.example"),
)


def finding(**changes):
    """A finding with two pieces of evidence."""
    defaults = {
        "confidence": Level.OBSERVED,
        "evidence": EVIDENCE,
        "measure": {"n": 4, "days": 2, "sender": "dmp.example", "fields": ("email", "phone")},
    }
    return a_finding(**(defaults | changes))


def occasion(letter, where="DE", language="en", **changes):
    """What a letter of a kind is written from, for the finding that leads to it."""
    about = changes.pop("about", None) or leading_to(letter)
    route = next(it for it in routes(about, jurisdiction=where, owner=None) if it.letter == letter)
    shown = exhibits(about, Kept())
    defaults = {"exhibits": shown, "today": TODAY, "language": language}
    return Occasion(finding=about, route=route, **(defaults | changes))


def leading_to(letter):
    """A finding from which the letter can be reached."""
    for kind in FindingKind:
        about = finding(kind=kind)
        found = {
            it.letter for where in WHERE for it in routes(about, jurisdiction=where, owner=None)
        }
        if letter in found:
            return about
    raise LookupError(letter)


def where_to(letter):
    """A place from which the letter can be reached."""
    about = leading_to(letter)
    return next(
        where
        for where in WHERE
        if letter in {it.letter for it in routes(about, jurisdiction=where, owner=None)}
    )


PERSON = Sender(name="Ada Roe", mailbox="ada@example.org", account="ada.roe")
