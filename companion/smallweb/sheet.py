"""What a page asks of a browser: its links, forms and what it fetches by itself.

The pages of the small web declare in attributes what their script does (see small.js), so that a
browser without scripts can do the same.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, slots=True)
class Link:
    """Something to click on that leads to an address; `paid` when it is an ad."""

    text: str
    url: str
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a page wants loaded or posted, with cookies or without."""

    url: str
    cookies: bool = True
    body: str = ""


@dataclass(slots=True)
class Form:
    """A form: where it goes, and its fields as they are filled in.

    `watched` are fields whose content is told to others while it is typed.
    """

    url: str
    method: str
    fields: dict[str, str]
    buttons: list[tuple[str, str, str]]
    watched: dict[str, Wish] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A page as read; addresses are absolute."""

    url: str
    links: list[Link]
    forms: list[Form]
    images: list[Wish]
    frames: list[str]
    scripts: list[str]
    lists: list[str]
    posts: list[Wish]


def read(url: str, html: str) -> Sheet:
    """Reads a page."""
    tree = LexborHTMLParser(html)
    return Sheet(
        url,
        [Link(_text(a), href) for a, href in _addresses(tree, url, "a[href]", "href")],
        [_form(url, node) for node in tree.css("form")],
        [
            Wish(a, "crossorigin" not in node.attributes)
            for node, a in _addresses(tree, url, "img[src]", "src")
            if "loading" not in node.attributes
        ],
        [a for _, a in _addresses(tree, url, "iframe[src]", "src")],
        [a for _, a in _addresses(tree, url, "script[src]", "src")],
        [a for _, a in _addresses(tree, url, "[data-get]", "data-get")],
        [
            Wish(a, _with_cookies(node), node.text())
            for node, a in _addresses(tree, url, "script[data-post]", "data-post")
        ],
    )


def listed(url: str, answer: dict[str, Any]) -> list[Link]:
    """The links that the page's script makes of a JSON answer: lists, or ads."""
    found = [(it, False) for part in answer.get("sections", []) for it in part["items"]]
    found += [(bid, True) for seat in answer.get("seatbid", []) for bid in seat["bid"]]
    return [Link(it["title"], urljoin(url, it["url"]), paid) for it, paid in found]


def _addresses(
    tree: LexborHTMLParser, url: str, selector: str, attribute: str
) -> list[tuple[LexborNode, str]]:
    return [(n, urljoin(url, n.attributes[attribute] or "")) for n in tree.css(selector)]


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _with_cookies(node: LexborNode) -> bool:
    return node.attributes.get("data-cookies") == "include"


def _form(url: str, node: LexborNode) -> Form:
    inputs = {it.attributes.get("name") or "": it for it in node.css("input")}
    return Form(
        urljoin(url, node.attributes.get("action") or ""),
        (node.attributes.get("method") or "get").upper(),
        {name: it.attributes.get("value") or "" for name, it in inputs.items()},
        [
            (_text(it), it.attributes.get("name") or "", it.attributes.get("value") or "")
            for it in node.css("button")
        ],
        {
            name: Wish(watcher, _with_cookies(it))
            for name, it in inputs.items()
            if (watcher := it.attributes.get("data-watch"))
        },
    )
