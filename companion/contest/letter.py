"""A finished letter, and how it reads as text and as Markdown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import fill
from typing import Any
from urllib.parse import quote

from companion.contest.exhibits import Exhibit

WIDTH = 76
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 25mm 20mm; }}
body {{ font: 11pt/1.45 serif; max-width: 40em; margin: 2em auto; overflow-wrap: anywhere; }}
.item {{ margin: 0.3em 0 0.3em 1.5em; }}
h2 {{ font-size: 1.1em; break-after: avoid; }}
p {{ orphans: 3; widows: 3; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, an entry of a numbered list (`number` from 1) or of a list with bullets."""

    text: str
    number: int = 0
    bullet: bool = False

    @property
    def mark(self) -> str:
        """What stands in front of the text."""
        return f"{self.number}. " if self.number else "- " if self.bullet else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to one recipient. `to` and `sender` are lines; `annex` adds digests to exhibits."""

    kind: str
    language: str
    to: tuple[str, ...]
    subject: str
    date: str
    lines: tuple[Line, ...]
    sender: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]
    common: Mapping[str, Any]
    annex: bool = False
    note: bool = False

    def text(self) -> str:
        """The letter as plain text, lines broken at 76 characters."""
        body = [_wrapped(line) for line in self.lines]
        blocks = [*self._head(), *_joined(self.lines, body), *self._tail()]
        if self.exhibits:
            blocks.append(self.common["exhibits"])
            blocks += [_wrapped(Line(text=it)) for it in self._annex()]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def markdown(self) -> str:
        """The letter as Markdown; what a site sent is shown as text, never as markup."""
        body = [f"{line.mark}{_escaped(line.text)}" for line in self.lines]
        head = [_escaped(it).replace("\n", "  \n") for it in self._head()]
        tail = [_escaped(it).replace("\n", "  \n") for it in self._tail()]
        blocks = [f"# {_escaped(self.subject)}", *head, *_joined(self.lines, body), *tail]
        if self.exhibits:
            blocks.append(f"## {self.common['exhibits']}")
            blocks += [_escaped(it) for it in self._annex()]
        return "\n\n".join(block for block in blocks if block) + "\n"

    def html(self) -> str:
        """The letter as a page to print; what a site sent is text there, never markup."""
        body = "\n".join(_marked(line) for line in self.lines)
        head = "\n".join(_paragraph(it) for it in self._head() if it)
        tail = "\n".join(_paragraph(it) for it in self._tail() if it)
        annex = "\n".join(_paragraph(it) for it in self._annex())
        heading = f"<h2>{escape(self.common['exhibits'])}</h2>" if self.exhibits else ""
        return PAGE.format(
            language=escape(self.language),
            title=escape(self.subject),
            body="\n".join(filter(None, (head, body, tail, heading, annex))),
        )

    def mailto(self) -> str:
        """The letter as a mailto link (RFC 6068) for one recipient, who may be unknown."""
        to = next((it for it in self.to if "@" in it and " " not in it), "")
        body = self.text().replace("\n", "\r\n")
        return f"mailto:{quote(to, safe='@')}?subject={_mailed(self.subject)}&body={_mailed(body)}"

    def _head(self) -> list[str]:
        if self.note:
            return [self.subject, self.date]
        to = "\n".join(self.to)
        subject = f"{self.common['subject']}: {self.subject}"
        return [f"{self.common['to']}:\n{to}", self.date, subject, self.common["greeting"]]

    def _tail(self) -> list[str]:
        return [] if self.note else [self.common["closing"], "\n".join(self.sender)]

    def _annex(self) -> Iterator[str]:
        for it in self.exhibits:
            place = f", {it.locator}" if it.locator else ""
            value = f" = {it.value}" if it.value else ""
            digest = f" {self.common['digest']}: {it.digest}." if self.annex else ""
            yield (
                f"{self.common['exhibit']} {it.number}: {it.time:%Y-%m-%d %H:%M:%S} UTC, "
                f"{it.request}{place}{value}.{digest}"
            )


def _joined(lines: tuple[Line, ...], shown: list[str]) -> Iterator[str]:
    """Entries of one list stand together, paragraphs apart."""
    block: list[str] = []
    for line, text in zip(lines, shown, strict=True):
        if block and not line.mark:
            yield "\n".join(block)
            block = []
        block.append(text)
        if not line.mark:
            yield block.pop()
    yield "\n".join(block)


def _wrapped(line: Line) -> str:
    return fill(
        line.text,
        WIDTH,
        initial_indent=line.mark,
        subsequent_indent=" " * len(line.mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(line: Line) -> str:
    return (
        f'<p class="item">{escape(line.mark + line.text)}</p>'
        if line.mark
        else _paragraph(line.text)
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


def _mailed(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
