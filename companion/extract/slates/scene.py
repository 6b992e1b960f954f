"""Where a page or an answer stands: language and country, as far as the bytes tell."""

import re
from urllib.parse import urlsplit

from companion.decode.page import Page
from companion.extract.slates.price import Scene
from companion.model import Exchange

_TAG = re.compile(r"([a-z]{2})(?:[-_](?:[a-z]{4}[-_])?([a-z]{2}))?(?![a-z])", re.I)
_COUNTRIES = {"at": "de", "de": "de", "ch": "", "fr": "fr", "be": "", "es": "es", "it": "it"}
_COUNTRIES |= {"pt": "pt", "br": "pt", "nl": "nl", "pl": "pl", "uk": "en", "us": "en", "au": "en"}
_COUNTRIES |= {"nz": "en", "ie": "en", "ca": "", "se": "sv", "dk": "da", "no": "nb", "fi": "fi"}
_COUNTRIES |= {"mx": "es", "ar": "es", "cl": "es", "co": "", "jp": "ja", "cz": "cs", "hu": "hu"}


def scene(exchange: Exchange, page: Page | None = None) -> Scene:
    """The scene by the page's own language, the answer's header, then the host's country."""
    of_page = _of_tag(_declared(page)) if page else Scene()
    of_header = _of_tag(exchange.response.header("content-language"))
    of_host = _of_host(exchange.page or exchange.url)
    if of_host == Scene():
        of_host = _of_host(exchange.url)
    languages = (of_page.language, of_header.language, of_host.language)
    countries = (of_page.country, of_header.country, of_host.country)
    return Scene(next(filter(None, languages), ""), next(filter(None, countries), ""))


def _declared(page: Page) -> str:
    return (page.attributes[0].get("lang") or "") if page.attributes else ""


def _of_tag(tag: str) -> Scene:
    found = _TAG.match(tag.strip())
    if found is None:
        return Scene()
    return Scene(found[1].lower(), (found[2] or "").lower())


def _of_host(url: str) -> Scene:
    try:
        country = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return Scene()
    if country not in _COUNTRIES:
        return Scene()
    return Scene(_COUNTRIES[country], country)
