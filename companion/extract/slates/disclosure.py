"""Whether a list says that it was chosen for this person: label, reason, control."""

from collections.abc import Sequence
from typing import NamedTuple

from companion.extract import lexicon
from companion.extract.slates import names
from companion.extract.slates.listed import PageList
from companion.extract.slates.merge import Merged
from companion.extract.slates.nearby import marks, nearby
from companion.extract.slates.sites.load import Rule
from companion.model import Exchange, Item, Personalized, Surface

_SENTENCE = 200  # characters of a text that can be a reason


class Disclosure(NamedTuple):
    """What stands at a list: `told` as the contract's `disclosed`, the rest in its own words."""

    told: bool | None
    rendered: bool
    explanation: str
    controls: tuple[str, ...]


def disclosure(one: Merged, items: Sequence[Item], surface: Surface) -> Disclosure:
    """What a list and the places beside it say to the person."""
    beside = [nearby(copy) for copy in one.all]
    texts = [words for found in beside for words in found.texts]
    controls = tuple(dict.fromkeys(words for found in beside for words in found.controls))
    rendered = any(isinstance(copy, PageList) for copy in one.all)
    explanation = _explanation(one.heading, texts)
    if surface is Surface.AD:
        labels = [words for copy in one.all for words in marks(copy)]
        told = _is_marked(one.heading, [*texts, *labels], items)
    else:
        told = _says_personal(one.heading, texts, items) or bool(explanation)
    judged = rendered or bool(one.heading)
    return Disclosure(told or (False if judged else None), rendered, explanation, controls)


def _is_marked(heading: str, texts: Sequence[str], items: Sequence[Item]) -> bool:
    if any(item.sponsored for item in items):
        return True
    return any(lexicon.found("ad", words) for words in (heading, *texts))


def _says_personal(heading: str, texts: Sequence[str], items: Sequence[Item]) -> bool:
    if personal(heading) or lexicon.found("reason", heading):
        return True
    if any(lexicon.found("reason", item.reason) for item in items if item.reason):
        return True
    return any(personal(words) for words in texts if len(words) <= _SENTENCE)


def personal(words: str) -> bool:
    """Whether words say that something was picked for the reader, not for every reader."""
    return bool(lexicon.found("personal", words)) and not lexicon.found("editorial", words)


def _explanation(heading: str, texts: Sequence[str]) -> str:
    """The reason for the whole list in its own words."""
    for words in (heading, *texts):
        if len(words) <= _SENTENCE and lexicon.found("reason", words):
            return words
    return ""


def personalized(
    one: Merged, items: Sequence[Item], exchange: Exchange, rule: Rule | None = None
) -> Personalized:
    """Declared when the bytes say so: heading, reason naming an act, personal widget with id.

    `rule`: what is known of the list. Where it is the same for all, "for you" are but words.
    """
    if rule is not None and rule.personal is False:
        return Personalized.NOT_MEASURED
    if rule is not None and rule.personal and (rule.asked_by(exchange) or _identified(exchange)):
        return Personalized.DECLARED
    heading = one.heading
    if personal(heading) or lexicon.found("act", heading):
        return Personalized.DECLARED
    if any(lexicon.found("act", item.reason) for item in items if item.reason):
        return Personalized.DECLARED
    constants = [copy.heading.constant for copy in one.all]
    if any(names.stands_for_list("personal", word) for word in constants) and _identified(exchange):
        return Personalized.DECLARED
    return Personalized.NOT_MEASURED


def _identified(exchange: Exchange) -> bool:
    """Whether the request told who is asking: by a cookie, an authorization or a parameter."""
    headers = exchange.request
    if headers.header("cookie") or headers.header("authorization"):
        return True
    query = exchange.url.partition("?")[2]
    return any(names.word("person_id", pair.partition("=")[0]) for pair in query.split("&"))
