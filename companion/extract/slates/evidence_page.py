"""Evidence for and against a list in markup: where it stands, its classes, its looks."""

from collections.abc import Callable, Sequence

from companion.decode.page import Page
from companion.extract.slates import names
from companion.extract.slates.data import weights
from companion.extract.slates.evidence import leads_nowhere
from companion.extract.slates.groups import Group, Record
from companion.extract.slates.listed import PageList
from companion.extract.slates.markup import class_words, lineage
from companion.extract.slates.values import count_words, middle

_SAMPLE = 40
_HEADER_ABOVE = 3  # levels up to which a header makes a list a menu
_TEXT_TAGS = frozenset({"p", "span", "h1", "h2", "h3", "h4", "h5", "h6"})
_NAVIGATION = frozenset({"nav", "menu"})
_ROLES = frozenset({"navigation", "menu", "menubar", "contentinfo", "tablist"})


def chrome(page: Page, group: Group) -> list[tuple[str, float]]:
    """What the place of a group says against it, known before its items are read."""
    weight = weights("evidence_html")
    found: list[tuple[str, float]] = []
    if any(_navigates(page, element) for element in _up(page, group.container)):
        found.append(("in_navigation", weight["in_navigation"]))
    above = list(lineage(page, group.container, _HEADER_ABOVE + 1))
    if any(page.tags[element] == "header" for element in above):
        found.append(("in_header", weight["in_header"]))
    classes = [class_words(page, element) for element in lineage(page, group.container)]
    if any(_speaks_against(words) for words in classes[:3]):
        found.append(("negative_class_near", weight["negative_class_near"]))
    if any(_speaks_against(words) for words in classes[3:]):
        found.append(("negative_class_far", weight["negative_class_far"]))
    return found


def _up(page: Page, element: int) -> Sequence[int]:
    return [element, *page.ancestors(element)]


def _navigates(page: Page, element: int) -> bool:
    tag = page.tags[element]
    if tag in _NAVIGATION:
        return True
    if tag == "footer" and not _ends_a_part(page, element):
        return True
    attributes = page.attributes[element]
    return bool(attributes) and (attributes.get("role") or "") in _ROLES


def _ends_a_part(page: Page, footer: int) -> bool:
    """Whether a footer is an article's, not the site's: it is in one, or another footer follows."""
    if any(page.tags[above] in {"article", "main"} for above in page.ancestors(footer)):
        return True
    return "footer" in page.tags[page.ends[footer] :]


def _speaks_against(words: str) -> bool:
    return bool(words) and names.in_class("negative", words) and not recommends(words)


def recommends(words: str) -> bool:
    """Whether class words name recommendations or ads."""
    return names.in_class("recommendation", words) or names.in_class("ad", words)


def judge(listed: PageList) -> None:
    """Note what the page says about a list."""
    weight = weights("evidence_html")
    looks = _Looks(listed)
    for name, holds in _RULES.items():
        if holds(listed, looks):
            listed.note(name, weight[name])


class _Looks:
    """Measures of the items as they stand in the page."""

    def __init__(self, listed: PageList) -> None:
        page, records = listed.page, listed.group.records[:_SAMPLE]
        self.texts = [page.slice(start, end) for start, end in records]
        self.length = middle([len(text) for text in self.texts])
        self.words = middle([count_words(text) for text in self.texts])
        self.title_words = listed.title_words
        self.links = middle([page.tags[start:end].count("a") for start, end in records])
        self.plain = listed.roles.image is None and listed.roles.price is None
        self.classes = [class_words(page, at) for at in lineage(page, listed.group.container)]
        self.item_classes = class_words(page, records[0][0])


def _is_menu(listed: PageList, looks: _Looks) -> bool:
    return looks.plain and looks.length < 28 and looks.title_words <= 3


def _in_prose(listed: PageList, looks: _Looks) -> bool:
    """Whether the items are links within running text."""
    records = listed.group.records[:_SAMPLE]
    return 2 * sum(_stands_in_prose(listed.page, record) for record in records) > len(records)


def _stands_in_prose(page: Page, record: Record) -> bool:
    start, end = record
    link = next((at for at in range(start, end) if page.tags[at] == "a"), -1)
    if link < 0 or page.parents[link] < 0:
        return False
    around = page.own(page.parents[link])
    return len(around) > 25 and len(around) > len(page.text(link))


def _positive(words: str) -> bool:
    return bool(words) and names.in_class("positive", words)


_RULES: dict[str, Callable[[PageList, _Looks], bool]] = {
    "few_and_plain": lambda listed, looks: (
        listed.total <= 3
        and not (listed.roles.image or listed.roles.date or listed.roles.sponsored)
    ),
    "no_link_no_id": lambda listed, looks: leads_nowhere(listed),
    "list_class": lambda listed, looks: any(
        _positive(words) for words in [looks.item_classes, *looks.classes[:2]]
    ),
    "recommendation_class": lambda listed, looks: any(map(recommends, looks.classes[:4])),
    "menu_shape": _is_menu,
    "very_short_titles": lambda listed, looks: looks.plain and looks.title_words <= 2,
    "short_texts": lambda listed, looks: looks.plain and looks.length < 70 and looks.words < 5,
    "inside_prose": _in_prose,
    "steps": lambda listed, looks: names.in_class("step", looks.item_classes),
    "many_links": lambda listed, looks: looks.links > 8,
    "long_items": lambda listed, looks: looks.length > 1_500,
    "text_container": lambda listed, looks: listed.page.tags[listed.group.container] in _TEXT_TAGS,
    "page_container": lambda listed, looks: (
        listed.page.tags[listed.group.container] in {"body", "main"} and listed.total < 4
    ),
}
