"""States of consent and opt-out: IAB strings, flags, Google's consent mode, the GPC header.

A signal's `choice` says in one word what the state means where it can be read: all, none or some
of what was asked.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from companion.extract.signals.claim import Claim
from companion.extract.signals.gpp import Section, opted_out, sections
from companion.extract.signals.names import NameClass, class_of, words
from companion.extract.signals.rules import signal, signal_of_exchange
from companion.extract.signals.scene import FLAT, TREES, Datum, Scene, Spot, Where
from companion.extract.signals.tcf import Consent, decode, gpp_sections, us_privacy
from companion.model import Direction, Figure, Level, SignalKind

_STRINGS = frozenset({"consent", "tc", "tcstring", "string", "iab"})
_FLAGS = frozenset(
    {"gdpr", "gdpr_applies", "gdprapplies", "npa", "dma", "coppa", "lmt", "dnt", "rdp"}
)
_FLAG_VALUES = {"0": False, "1": True, "true": True, "false": False}
_GCS = re.compile(r"G1([01-])([01-])")
_GROUPS = re.compile(r"C?\d{1,4}:[01]")
_STATES = frozenset(
    {
        "granted",
        "denied",
        "accepted",
        "rejected",
        "declined",
        "allow",
        "deny",
        "dismiss",
        "optin",
        "optout",
    }
)
_STRICTEST = ("none", "some", "all")  # where several sections speak, the strictest holds
_PURPOSES_ASKED = 11  # TCF 2.2 has eleven purposes


def _wants(where: Where) -> bool:
    if where.carrier not in FLAT | TREES:
        return False
    named = where.name.lower()
    if named in _FLAGS or class_of(where.name) is NameClass.CONSENT:
        return True
    return bool(_STRINGS.intersection(words(where.name)))


@signal(_wants)
def consent(datum: Datum, scene: Scene) -> Iterator[Claim]:
    """A consent string, flag or stored choice."""
    text = datum.text
    figures = _read(datum.name, text, stored=datum.carrier == "cookie" and not datum.nested)
    if figures is None:
        return
    yield Claim(
        kind=SignalKind.CONSENT,
        name=datum.name,
        confidence=Level.OBSERVED,
        rule="consent",
        figures=figures,
    )


@signal_of_exchange
def opt_out_header(scene: Scene) -> Iterator[tuple[Spot, Claim]]:
    """Sec-GPC: 1, the browser's own request not to sell or share."""
    if scene.exchange.request.header("sec-gpc").strip() == "1":
        yield (
            Spot("header:sec-gpc", Direction.SENT),
            Claim(
                kind=SignalKind.CONSENT,
                name="sec-gpc",
                value="1",
                confidence=Level.OBSERVED,
                rule="consent",
                figures={"form": "gpc", "choice": "none"},
            ),
        )


def _read(name: str, text: str, *, stored: bool) -> dict[str, Figure] | None:
    core = decode(text)
    if core is not None:
        return _of_core(core)
    if (states := us_privacy(text)) is not None:
        choice = "none" if states["opted_out"] == "Y" else "all"
        return {"form": "us_privacy", "choice": choice, **states}
    if (ids := gpp_sections(text)) is not None:
        return {"form": "gpp", "sections": ",".join(map(str, ids)), **_inside_gpp(text)}
    return _named_state(name, text, stored=stored)


def _named_state(name: str, text: str, *, stored: bool) -> dict[str, Figure] | None:
    """States that only their name makes a consent state."""
    stored = stored and class_of(name) is NameClass.CONSENT
    name, text = name.lower(), unquote(text)
    if name == "gcs" and (mode := _GCS.match(text)):
        granted = mode[1] + mode[2]
        return {"form": "gcs", "ads": mode[1] == "1", "analytics": mode[2] == "1"} | _choice(
            granted
        )
    if name in _FLAGS and text.lower() in _FLAG_VALUES:
        return {"form": name, "applies": _FLAG_VALUES[text.lower()]}
    if name in {"gcd", "gpp_sid", "addtl_consent"}:
        return {"form": name}
    if _GROUPS.search(text):
        return {"form": "groups"} | _choice("".join(it[-1] for it in _GROUPS.findall(text)[1:]))
    if stored or text.lower() in _STATES:
        return {"form": "state"}
    return None


def _of_core(core: Consent) -> dict[str, Figure]:
    asked = [number for number in core.purposes if number <= _PURPOSES_ASKED]
    choice = "none" if not asked else "all" if len(asked) >= _PURPOSES_ASKED - 1 else "some"
    return {
        "form": "tcf2",
        "choice": choice,
        "version": core.version,
        "created": core.created.isoformat(),
        "cmp_id": core.cmp_id,
        "list_version": core.list_version,
        "purposes": ",".join(map(str, core.purposes)),
        "interests": ",".join(map(str, core.interests)),
        "vendors": core.vendors,
        "vendors_interest": core.vendors_interest,
        "country": core.country,
        "language": core.language,
    }


def _inside_gpp(text: str) -> dict[str, Figure]:
    """What the sections of a GPP string say; where one is Europe's, the choice is that one's."""
    found = sections(text)
    core = next((read for it in found if (read := decode(it.text))), None)
    told: dict[str, Figure] = {it.name: _fields(it) for it in found if it.values}
    if out := dict.fromkeys(word for it in found for word in opted_out(it)):
        told["opted_out"] = ", ".join(out)
    if said := [it.gpc for it in found if it.gpc is not None]:
        told["gpc"] = any(said)
    choices = [str(_of_core(core)["choice"])] if core else [it.choice for it in found if it.choice]
    return told | ({"choice": min(choices, key=_STRICTEST.index)} if choices else {})


def _fields(section: Section) -> str:
    """The fields of a section as name=value, those that do not apply left out."""
    said = {name: ",".join(map(str, row)) for name, row in section.values.items() if any(row)}
    return " ".join(f"{name}={row}" for name, row in said.items())


def _choice(granted: str) -> dict[str, Figure]:
    if not granted:
        return {}
    return {"choice": "all" if "0" not in granted else "none" if "1" not in granted else "some"}
