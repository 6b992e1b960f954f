"""Whose controls and addresses belong to a party: by registrable domain, then by owner's name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from companion.contest.bodies import Authority, Contact, Control, Service
from companion.contest.knowledge import knowledge
from companion.contest.places import Place
from companion.decode.hosts import registrable, site_of
from companion.model import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a letter or complaint can go; `to` is the name of who receives it."""

    to: str
    email: str = ""
    webform: str = ""
    web: str = ""
    language: str = ""
    source: str = ""
    source_date: str = ""


def services(party: str, owner: Owner | None = None) -> tuple[Service, ...]:
    """The services of a party: those with its domain, else those its owner controls."""
    by_domain = _by_domain().get(registrable(party), ())
    return by_domain or (_by_controller().get(_name(owner.name), ()) if owner else ())


def controls(
    found: Iterable[Service], kind: str, place: Place
) -> Iterator[tuple[Service, Control]]:
    """Controls of a type that are meant for the place, each link once."""
    links: set[str] = set()
    for service in found:
        for control in service.control:
            if control.type != kind or not place.offers(control.region):
                continue
            link = control.url or f"{service.id} {control.path}"
            if link not in links:
                links.add(link)
                yield service, control


def address(party: str, owner: Owner | None = None) -> Address | None:
    """Where a letter to a party goes; None where no table knows an address."""
    for service in services(party, owner):
        known = _of_service(service)
        if known is not None:
            return known
    contact = _contacts_by_domain().get(registrable(party)) or (
        _contacts_by_name().get(_name(owner.name)) if owner else None
    )
    return _of_contact(contact) if contact else None


def authorities(place: Place, *kinds: str) -> tuple[Authority, ...]:
    """Bodies of the kinds in the person's country or jurisdiction."""
    here = {place.country, *place.jurisdictions} - {""}
    return tuple(
        it for it in knowledge().authority.values() if it.kind in kinds and here & set(it.countries)
    )


def of_authority(body: Authority) -> Address:
    """A complaint body as an address."""
    return Address(
        to=body.name,
        email=body.email,
        webform=body.webform,
        web=body.web,
        language=body.complaint_language,
        source=body.source,
        source_date=body.source_date,
    )


CHANNELS = (
    "dpo_contact",
    "privacy_contact",
    "objection_form",
    "erasure_form",
    "rectification_form",
)


def _of_service(service: Service) -> Address | None:
    if service.privacy_email or service.privacy_webform:
        return Address(
            to=service.controller or service.name,
            email=service.privacy_email,
            webform=service.privacy_webform,
            source=service.contact_source,
            source_date=service.contact_date,
        )
    for kind in CHANNELS:
        for control in service.control:
            if control.type == kind and control.url:
                return Address(
                    to=service.controller or service.name,
                    webform=control.url,
                    source=control.source,
                    source_date=control.source_date,
                )
    return None


def _of_contact(contact: Contact) -> Address | None:
    if not (contact.email or contact.webform):
        return None
    source = knowledge().source["dade"]
    return Address(
        to=contact.name,
        email=contact.email,
        webform=contact.webform,
        web=contact.web,
        language=contact.language,
        source=f"{source.id}:companies/{contact.id}.json",
        source_date=source.date,
    )


FORMS = (
    "ab ag as a/s asa bv co company corp corporation gmbh inc ivs kg limited llc ltd nv oy plc sa "
    "sarl sas se sl spa srl uab uc unlimited deutschland emea europe france germany international "
    "ireland netherlands uk us usa operations distribution holding holdings &"
)
"""Legal forms, and the words for a branch that stand before them."""


@cache
def _by_domain() -> dict[str, tuple[Service, ...]]:
    found: dict[str, tuple[Service, ...]] = {}
    for service in knowledge().service.values():
        for domain in service.domains:
            found[registrable(domain)] = (*found.get(registrable(domain), ()), service)
    return found


@cache
def _by_controller() -> dict[str, tuple[Service, ...]]:
    found: dict[str, tuple[Service, ...]] = {}
    for service in knowledge().service.values():
        name = _name(service.controller)
        if name:
            found[name] = (*found.get(name, ()), service)
    return found


@cache
def _contacts_by_domain() -> dict[str, Contact]:
    return {
        site: it
        for it in knowledge().contact.values()
        if it.web and (site := site_of(it.web)) is not None
    }


@cache
def _contacts_by_name() -> dict[str, Contact]:
    return {_name(name): it for it in knowledge().contact.values() for name in (it.name, *it.also)}


def _name(name: str) -> str:
    """A company's name without legal form and country, which writers leave out or in at will."""
    words = name.casefold().replace(".", "").replace(",", " ").removeprefix("the ").split()
    while len(words) > 1 and words[-1].strip("()") in FORMS.split():
        words.pop()
    return " ".join(words)
