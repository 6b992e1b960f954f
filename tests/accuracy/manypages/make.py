"""Made-up sites of several pages each: furniture that repeats, streams, lists about the page.

Class words are meaningless, and nothing stands in nav or footer: such lists are known without
comparing. What is planted is said: lists that were chosen, and furniture that is no list.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from companion.model import Exchange
from tests.accuracy.manypages.words import WORDS
from tests.builders import NOON, an_exchange

PAGES = 6
_HEADED_AS = {"services": "guides"}


@dataclass(frozen=True)
class Page:
    """One page, the titles of each list that was chosen, and those of what is furniture."""

    exchange: Exchange
    chosen: dict[str, tuple[str, ...]]
    furniture: dict[str, tuple[str, ...]]


@dataclass
class Style:
    """How a site writes its lists: tags, class words, pictures."""

    rng: random.Random
    lang: str
    item: str = ""
    pictured: bool = False
    heads: str = "h3"
    tokens: Iterator[str] = field(default=iter(()))

    def block(self, heading: str, titles: tuple[str, ...], path: str, more: str = "") -> str:
        """A list of links in elements without telling class words."""
        token, tag = next(self.tokens), self.item
        cells = "".join(
            f'<{tag} class="{token}i"><a href="{path}{slug(title)}">{more and more.format(at)}'
            f"{title}</a></{tag}>"
            for at, title in enumerate(titles)
        )
        head = f"<{self.heads}>{heading}</{self.heads}>" if heading else ""
        outer = {"li": "ul", "div": "div", "p": "div"}[tag]
        whole = "div" if heading else "section"
        return f'<{whole} class="{token}">{head}<{outer}>{cells}</{outer}></{whole}>'


def slug(title: str) -> str:
    return "-".join(word for word in title.lower().split() if word.isalnum()) or "x"


def site(seed: int) -> list[Page]:
    """The pages of one site, in the order in which they are visited."""
    rng = random.Random(seed)
    lang = rng.choice(list(WORDS))
    style = Style(rng, lang, rng.choice(["li", "div", "p"]), rng.random() < 0.5)
    names = [f"c{rng.getrandbits(24):x}" for _ in range(12)]
    subjects = rng.sample(WORDS[lang]["subjects"], PAGES)
    fixed = _fixed(rng, lang, subjects)
    parts = rng.sample(["guides", "tags", "services", "most", "latest", "related", "toc"], 6)
    headed = {part: rng.random() < 0.6 for part in (*parts, "related")}
    headed["related"] = rng.random() < 0.5
    pages = []
    for at, subject in enumerate(subjects):
        style.tokens = iter(names)
        pages.append(_page(seed, style, (at, subject), parts, (fixed, headed)))
    return pages


def _fixed(rng: random.Random, lang: str, subjects: list[str]) -> dict[str, tuple[str, ...]]:
    told = [it.format(rng.choice(subjects)) for it in WORDS[lang]["tellings"]]
    told = [title[0].upper() + title[1:] for title in told]
    return {
        "guides": tuple(rng.sample(WORDS[lang]["guides"], rng.randint(4, 7))),
        "tags": tuple(rng.sample(WORDS[lang]["tags"], rng.randint(5, 8))),
        "services": tuple(rng.sample(WORDS[lang]["guides"], 4)),
        "most": tuple(rng.sample(told, 5)),
    }


def _page(seed: int, style: Style, about: tuple[int, str], parts: list[str], given) -> Page:
    at, subject = about
    fixed, headed = given
    rng, lang = style.rng, style.lang
    told = [it.format(subject) for it in rng.sample(WORDS[lang]["tellings"], 6)]
    told = [title[0].upper() + title[1:] for title in told]
    chosen, furniture, body = {}, {}, []
    for part in parts:
        words = WORDS[lang]["headings"]
        heading = (
            words.get(_HEADED_AS.get(part, part), "")
            if headed[part] or part in {"most", "latest"}
            else ""
        )
        if part == "related":
            heading = words["related"] if headed[part] else words["silent"]
            titles = tuple(told[: rng.randint(4, 5)])
            chosen[part] = titles
            body.append(style.block(heading, titles, f"/stories/{at}/", _picture(style, part)))
        elif part == "latest":
            titles = tuple(_latest(lang, at))
            chosen[part] = titles
            body.append(style.block(heading, titles, "/stories/", _picture(style, part)))
        elif part == "most":
            chosen[part] = fixed[part]
            body.append(style.block(heading, fixed[part], "/stories/", ""))
        elif part == "toc":
            titles = tuple(f"{it} ({at})" for it in told[3:6])
            furniture[part] = titles
            links = "".join(f'<li><a href="#s{n}">{it}</a></li>' for n, it in enumerate(titles))
            body.append(f"<ul>{links}</ul>")
        else:
            furniture[part] = fixed[part]
            icon = '<img src="/icons/{}.png">' if part == "services" else ""
            body.append(style.block(heading, fixed[part], f"/{part}/", icon))
    text = f"<article><h1>{subject}</h1>" + "<p>" + f"{subject} — " * 40 + "</p></article>"
    shown = "".join(body[:2]) + text + "".join(body[2:])
    html = f'<html lang="{lang}"><body><div>{shown}</div></body></html>'
    host = f"site{seed}.example"
    url = f"https://{host}/{slug(subject)}-{100 + at}"
    exchange = an_exchange(
        url,
        page=url,
        site=host,
        body=html.encode(),
        seen_at=NOON + timedelta(minutes=at),
    )
    return Page(exchange, chosen, furniture)


def _picture(style: Style, part: str) -> str:
    return f'<img src="/pictures/{part}/{{}}.jpg">' if style.pictured else ""


def _latest(lang: str, at: int) -> list[str]:
    """The newest five; one new comes in with every page."""
    stream = [
        it.format(subject)
        for subject in WORDS[lang]["subjects"]
        for it in WORDS[lang]["tellings"][:2]
    ]
    stream = [title[0].upper() + title[1:] for title in stream]
    return stream[at : at + 5]
