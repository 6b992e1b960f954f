"""Pages: the state that a server writes into scripts, attributes, hidden fields and meta tags."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from companion.decode import markup, scripts
from companion.decode.formats import Body, Part
from companion.decode.formats.flight import rows
from companion.decode.jsontext import nested
from companion.decode.nesting import LARGEST, step_into
from companion.decode.steps import join

ORDER = 70

_CODE_TYPES = {"", "text/javascript", "application/javascript", "module", "text/ecmascript"}
# A long run of either is read once: a name has a beginning, an end and no blanks without bound.
_ATTRIBUTE = re.compile(r"(?<![\w-])(data-[\w-]{1,80}+)\s*+=\s*+[\"']\s*(?:[{\[]|&quot;|&#34;)")
_OBJECT = re.compile(r"=\s*(?:\"\s*[{\[]+\s*(?:&quot;|&#34;)|'\s*[{\[]+\s*\")")
_NAME = re.compile(r"[\s\"'](:?[a-z][\w:.-]{0,60})\s*$", re.IGNORECASE)
_NO_STATE = ("on", "style", "class", "content", "value", "props")  # or read on its own
_PLAIN = re.compile(r"(?<![\w-])data-([a-z\d-]{1,80}+)\s*+=\s*+[\"'](?![{\[&])")
_READER = frozenset(  # words of attributes that say something of the reader in plain values
    {"user", "visitor", "customer", "member", "reader", "shopper", "guest", "client", "profile"}
    | {"segment", "segments", "audience", "cohort", "loyalty", "persona", "experiment", "abtest"}
)
_ABOUT_OTHERS = frozenset(
    {"author", "comment", "post", "seller", "article", "product", "item", "owner"}
)
_BEARERS = ("script", "code", "astro-island")
_STARTS = ("<!doctype html", "<html")
_FLIGHT = "__next_f"
_ATTRIBUTES = 30  # kinds of attributes with JSON in one page
_FIELDS = 400  # elements of one kind
_SCRIPTS = 1_000
_DEEPEST = 60  # arrays and objects in the properties of an island


def matches(body: Body) -> bool:
    """By media type, or by its first character where it is no other markup."""
    if "html" in body.media:
        return True
    return body.media in {"", "text/plain"} and body.head.lower().startswith(_STARTS)


def parse(body: Body) -> Iterator[Part]:
    """Page state by its selector, in the order scripts, flight rows, attributes, fields."""
    _, tree, upto = markup.read(body.text)
    if upto < len(body.text):
        yield Part("html", None, "", "html", f"nested too deeply; read up to character {upto}")
    state, code, islands = _bearers(tree)
    yield from _scripts(tree, state)
    yield from _comments(tree, code)
    yield from _attributes(tree, body.text)
    yield from _speaking(tree, body.text)
    yield from _islands(tree, islands)
    yield from _fields(tree)


def _bearers(tree: LexborHTMLParser) -> tuple[list[LexborNode], ...]:
    """The scripts, pieces of code and islands of a page."""
    return tuple(tree.tags(tag) for tag in _BEARERS)


def _scripts(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Iterator[Part]:
    pushed: list[object] = []
    bearers: dict[str, int] = {}
    for node in nodes[:_SCRIPTS]:
        name = node.attributes.get("id") or ""
        bearers.setdefault(name, node.mem_id)
        text = node.text()
        if len(text) < 8:
            continue
        value, layer = _state(node, text)
        if isinstance(value, dict) and _FLIGHT in value:
            pushed.append(value.pop(_FLIGHT))
        if value:
            where = markup.selector(tree, node, bearers)
            yield Part(join(where, layer), value, name, "script")
    yield from rows("".join(_flight_texts(pushed)))


def _state(node: LexborNode, text: str) -> tuple[object, str]:
    """What a script holds: a JSON tree, or a dict of its variables; and the coding around it."""
    kind = (node.attributes.get("type") or "").lower().strip()
    if kind in _CODE_TYPES or kind.endswith("text/javascript"):  # also where a CDN defers it
        return scripts.values(text), ""
    stripped = text.strip()
    if stripped[:1] in {"{", "["}:
        return nested(stripped), ""
    coded = step_into(stripped, "b64") if len(stripped) <= LARGEST else None
    return (nested(coded), "b64") if isinstance(coded, str) else (None, "")


def _flight_texts(pushed: list[object]) -> Iterator[str]:
    for pushes in pushed:
        for push in pushes if isinstance(pushes, list) else ():
            if isinstance(push, list) and len(push) == 2 and isinstance(push[1], str):
                yield push[1]


def _comments(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Iterator[Part]:
    """State in `<code><!--{...}--></code>`."""
    for node in nodes[:_FIELDS]:
        child = node.first_child
        value = nested(child.comment_content or "") if child and child.is_comment_node else None
        if value is not None:
            yield Part(markup.selector(tree, node), value, node.attributes.get("id") or "", "html")


def _attributes(tree: LexborHTMLParser, text: str) -> Iterator[Part]:
    """Attributes that hold JSON: the selector, then the attribute in brackets."""
    names = dict.fromkeys(found[1].lower() for found in _ATTRIBUTE.finditer(text))
    names |= dict.fromkeys(_others(text))
    for name in list(names)[:_ATTRIBUTES]:
        escaped = re.sub(r"([:.])", r"\\\1", name)
        for node in tree.css(f"[{escaped}]")[:_FIELDS]:
            value = nested(node.attributes.get(name) or "")
            if value:
                yield Part(f"{markup.selector(tree, node)}[{name}]", value, name, "html")


def _others(text: str) -> Iterator[str]:
    """The names of attributes of other sorts that hold objects: `:items`, `wire:snapshot`."""
    for found in _OBJECT.finditer(text):
        named = _NAME.search(text, max(0, found.start() - 64), found.start())
        if named and not named[1].lower().startswith(_NO_STATE):
            yield named[1].lower()


def _speaking(tree: LexborHTMLParser, text: str) -> Iterator[Part]:
    """`data-*` attributes named after the reader that hold plain words.

    The reader is one: what stands on several elements is about others.
    """
    every = dict.fromkeys(_PLAIN.findall(text))
    for name in [name for name in every if _of_reader(name)][:_ATTRIBUTES]:
        nodes = tree.css(f"[data-{name}]")
        if len(nodes) == 1:
            place = f"{markup.selector(tree, nodes[0])}[data-{name}]"
            yield Part(place, nodes[0].attributes.get(f"data-{name}") or "", name, "html")


def _of_reader(name: str) -> bool:
    words = name.split("-")
    return not _READER.isdisjoint(words) and _ABOUT_OTHERS.isdisjoint(words)


def _islands(tree: LexborHTMLParser, nodes: list[LexborNode]) -> Iterator[Part]:
    """The properties of Astro's islands, read as their component gets them."""
    for node in nodes[:_FIELDS]:
        sent = nested(node.attributes.get("props") or "")
        if isinstance(sent, dict):
            value = {key: _revived(one, _DEEPEST) for key, one in sent.items()}
            yield Part(join(f"{markup.selector(tree, node)}[props]", "astro"), value, "", "html")


def _revived(pair: object, deepest: int) -> object:
    """The value of a pair [sort, value]: 0 is a plain one, 1 an array of pairs."""
    if not isinstance(pair, list) or len(pair) != 2 or deepest == 0:
        return pair
    sort, value = pair
    if sort == 1 and isinstance(value, list):
        return [_revived(one, deepest - 1) for one in value]
    if sort == 0 and isinstance(value, dict):
        return {key: _revived(one, deepest - 1) for key, one in value.items()}
    return value


def _fields(tree: LexborHTMLParser) -> Iterator[Part]:
    """Form fields that come filled in, and what meta tags say."""
    nodes = tree.css("input[name][value], meta[name][content]")
    for node in nodes[:_FIELDS]:
        attributes = node.attributes
        attribute = "value" if node.tag == "input" else "content"
        if name := attributes["name"]:
            place = f"{markup.selector(tree, node)}[{attribute}]"
            yield Part(place, attributes[attribute] or "", name, "html")
