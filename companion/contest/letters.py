"""Letters from a finding, a route and exhibits; to be sent by the person, never by us.

What was observed is stated, what is likely is stated with its figures, what is only possible
becomes a question: a kind of letter that does more than ask is refused for it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from companion.contest.clocks import statutory
from companion.contest.exhibits import Exhibit
from companion.contest.facts import Right
from companion.contest.knowledge import knowledge
from companion.contest.letter import Letter, Line
from companion.contest.route import Law, Route
from companion.contest.steps import QUESTIONS
from companion.contest.texts import Draft, Language, Part, language
from companion.decode.hosts import registrable
from companion.errors import UnreadableInput
from companion.model import Finding, FindingKind, Level

IDENTIFYING = frozenset(
    {
        FindingKind.TRACKING_IDENTIFIER,
        FindingKind.IDENTIFIER_SHARING,
        FindingKind.CROSS_CONTEXT_REUSE,
    }
)
FIGURES = ("n", "days", "sites", "score", "effect", "p", "q", "tests")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What the person wants to say of themselves; empty fields stay blanks to fill in."""

    name: str = ""
    mailbox: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a letter is written from. `answers` fill the blanks only the person can fill."""

    finding: Finding
    route: Route
    exhibits: Sequence[Exhibit]
    today: date
    language: str = "en"
    tool: str = "Companion"
    sender: Sender = field(default_factory=Sender)
    answers: Mapping[str, str] = field(default_factory=dict)


def write(occasion: Occasion) -> Letter:
    """The letter of a route.

    Raises:
        UnreadableInput: the route has no letter, there is none in the language, or the finding is
            only possible and the letter does more than ask.
    """
    texts = language(occasion.language)
    kind = occasion.route.letter
    if not kind:
        raise UnreadableInput(f"the route {occasion.route.id} is taken without a letter")
    if kind not in texts.letter:
        raise UnreadableInput(f"there is no letter {kind!r} in {texts.language}")
    if occasion.finding.confidence is Level.POSSIBLE and kind not in QUESTIONS:
        raise UnreadableInput("what is only possible can be asked about, not objected to")
    draft = texts.letter[kind]
    values = _values(occasion, texts, draft)
    return Letter(
        kind=kind,
        language=occasion.language,
        to=_recipient(occasion),
        subject=draft.subject,
        date=_day(occasion.today, texts),
        lines=tuple(line for part in draft.part for line in _lines(part, values)),
        sender=_signature(occasion, texts, draft),
        exhibits=tuple(occasion.exhibits),
        common=texts.common,
        annex=draft.annex,
        note=draft.note,
    )


def _lines(part: Part, values: Mapping[str, str]) -> list[Line]:
    if part.items:
        return [Line(text=it.format_map(values), number=n) for n, it in enumerate(part.items, 1)]
    first, *more = part.text.format_map(values).split("\n")
    return [Line(text=first), *(Line(text=it, bullet=True) for it in more)]


def _values(occasion: Occasion, texts: Language, draft: Draft) -> dict[str, str]:
    finding = occasion.finding
    laws = "; ".join(_named(it, texts) for it in occasion.route.law)
    account = occasion.sender.account
    return {
        **texts.blanks,
        **{key: value for key, value in occasion.answers.items() if value},
        "mailbox": occasion.sender.mailbox or texts.blanks["mailbox"],
        "contact": occasion.sender.name or texts.blanks["contact"],
        "who": _who(occasion, texts, draft),
        "facts": _facts(occasion, texts),
        "law": _law(occasion, texts, laws),
        "law_names": laws,
        "period": _period(occasion, texts),
        "today": _day(occasion.today, texts),
        "party": finding.party,
        "site": finding.site,
        "exhibits": _references(occasion.exhibits, texts),
        "account_state": texts.common["with_account" if account else "without_account"],
        "tool": occasion.tool,
        "detector": f"{finding.detector} {finding.detector_version}",
        "limits": " ".join(finding.limits),
    }


def _who(occasion: Occasion, texts: Language, draft: Draft) -> str:
    """Who the person is to the recipient: account, else values, else the requests themselves."""
    if occasion.sender.account and not draft.nameless:
        return texts.who["account"].format(account=occasion.sender.account)
    lines = _identifiers(occasion, texts)
    if lines:
        return "\n".join([texts.who["identifiers"], *lines])
    return texts.who["evidence"].format(exhibits=_references(occasion.exhibits, texts))


def _identifiers(occasion: Occasion, texts: Language) -> list[str]:
    """The values the recipient has seen, with host and dates; of others only if it has none."""
    if occasion.finding.kind not in IDENTIFYING:
        return []
    held = [it for it in occasion.exhibits if it.value and not it.value.startswith("[")]
    theirs = [it for it in held if registrable(it.host) == occasion.finding.party] or held
    values: dict[tuple[str, str], list[datetime]] = {}
    for it in theirs:
        values.setdefault((it.value, it.host), []).append(it.time)
    return [
        texts.who["identifier"].format(
            value=value,
            host=host,
            when=_when(min(times), max(times), texts),
        )
        for (value, host), times in values.items()
    ]


def _facts(occasion: Occasion, texts: Language) -> str:
    finding, measure = occasion.finding, occasion.finding.measure
    figures = ", ".join(f"{key} = {measure[key]}" for key in FIGURES if key in measure)
    claim = _told(texts.claims[finding.kind.value], labels=measure.get("labels")).format(
        party=finding.party,
        site=finding.site,
        sender=measure.get("sender", finding.site),
        fields=_and(_several(measure.get("fields")), texts),
        labels="; ".join(_several(measure.get("labels"))),
    )
    return _told(texts.levels[finding.confidence.value], figures=figures).format(
        claim=claim,
        exhibits=_references(occasion.exhibits, texts),
        figures=figures,
        when=_when(finding.first_seen, finding.last_seen, texts),
    )


def _told(sentence: str, **parts: object) -> str:
    """A sentence without the blanks that nothing would stand in, and their punctuation."""
    for name, value in parts.items():
        if not value:
            sentence = re.sub(rf"\s?: \{{{name}\}}|\{{{name}\}}\s?; ", "", sentence)
    return sentence


def _named(law: Law, texts: Language) -> str:
    """A law in the language of the letter, where that has a name of its own for it."""
    right = knowledge().right[law.right]
    name = texts.instruments.get(right.instrument)
    return f"{name}, {right.article}" if name else law.name


def _law(occasion: Occasion, texts: Language, laws: str) -> str:
    text = texts.common["law" if laws else "no_law"]
    return str(text.format(today=_day(occasion.today, texts), law=laws))


def _period(occasion: Occasion, texts: Language) -> str:
    """What the law says about the time for an answer; where it says nothing, a wish."""
    right = _right(occasion)
    if right is None or not statutory(right.deadline):
        at_once = right is not None and right.deadline.unit != "none"
        return str(texts.common["at_once" if at_once else "courtesy"])
    deadline = right.deadline
    one, many = texts.units[deadline.unit]
    period = f"{deadline.amount} {one if deadline.amount == 1 else many}"
    return str(texts.common["period"].format(period=period))


def _right(occasion: Occasion) -> Right | None:
    laws = occasion.route.law
    return knowledge().right[laws[0].right] if laws else None


def _recipient(occasion: Occasion) -> tuple[str, ...]:
    """Name and address of the one recipient, as lines."""
    route = occasion.route
    if len(route.addresses) != 1:
        return (route.to,)
    to = route.addresses[0]
    return tuple(dict.fromkeys(it for it in (to.to, to.email, to.webform) if it))


def _signature(occasion: Occasion, texts: Language, draft: Draft) -> tuple[str, ...]:
    sender = occasion.sender
    mailbox = f"{texts.common['reply_to']} {sender.mailbox or texts.blanks['mailbox']}"
    if draft.nameless:
        return texts.common["unknown_browser"], mailbox
    return sender.name or texts.blanks["name"], mailbox


def _references(exhibits: Sequence[Exhibit], texts: Language) -> str:
    if not exhibits:
        return str(texts.common["no_exhibits"])
    if len(exhibits) == 1:
        return f"{texts.common['exhibit']} 1"
    return f"{texts.common['exhibit_refs']} 1-{len(exhibits)}"


def _day(day: date, texts: Language) -> str:
    month = texts.common["months"][day.month - 1]
    return str(texts.common["date_format"].format(day=day.day, month=month, year=day.year))


def _when(first: datetime, last: datetime, texts: Language) -> str:
    words = texts.common["on" if first.date() == last.date() else "between"]
    return str(words.format(first=_day(first.date(), texts), last=_day(last.date(), texts)))


def _and(words: Sequence[str], texts: Language) -> str:
    *first, last = words or ("",)
    joined = ", ".join(first)
    return f"{joined} {texts.common['and']} {last}" if joined else last


def _several(value: object) -> tuple[str, ...]:
    return tuple(str(it) for it in value) if isinstance(value, tuple) else ()
