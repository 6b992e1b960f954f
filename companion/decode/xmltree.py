"""XML (feeds above all) as the trees that JSON makes: elements are objects, texts their values.

A child that comes again makes an array; attributes are keys like children; names lose their
namespace. Own entities are refused: they are how small files become huge.
"""

from xml.parsers import expat

_FEEDS = ("<?xml", "<rss", "<feed", "<rdf:rdf")
_MOST = 400_000  # elements
_DEEPEST = 60
TEXT = "#text"

type _Element = dict[str, object]


class _Refused(Exception):
    """The document is too large, too deep, or defines entities."""


def is_feed(head: str) -> bool:
    """Whether a body begins like XML that is no page; `head` in lower case, space stripped."""
    return head.startswith(_FEEDS) and "<html" not in head and "<!doctype html" not in head


def read(text: str) -> object:
    """The tree of an XML text, as far as it can be read; None when nothing of it can."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(_undeclared(text).encode("utf-8", "replace"), True)
    except (expat.ExpatError, _Refused):
        reader.close()
    return reader.root or None


def _undeclared(text: str) -> str:
    """The text without its XML declaration: the encoding in it is undone already."""
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return text.partition("?>")[2].lstrip()
    return text.lstrip("\ufeff \t\r\n")


class _Reader:
    def __init__(self) -> None:
        self.root: _Element = {}
        self.open: list[tuple[str, _Element, list[str]]] = [("", self.root, [])]
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST or len(self.open) > _DEEPEST:
            raise _Refused
        own: _Element = {_local(key): value for key, value in attributes.items()}
        self.open.append((_local(name), own, []))

    def text(self, words: str) -> None:
        self.open[-1][2].append(words)

    def end(self, _name: str) -> None:
        name, element, pieces = self.open.pop()
        words = "".join(pieces).strip()
        value: object = element
        if not element:
            value = words
        elif words:
            element[TEXT] = words
        _put(self.open[-1][1], name, value)

    def close(self) -> None:
        """End what was left open."""
        while len(self.open) > 1:
            self.end("")

    def refuse(self, *_declaration: object) -> None:
        raise _Refused


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _put(parent: _Element, name: str, value: object) -> None:
    if name not in parent:
        parent[name] = value
        return
    before = parent[name]
    if isinstance(before, list):
        before.append(value)
    else:
        parent[name] = [before, value]
