"""What a Global Privacy Platform string says: its sections for Europe, Canada and the USA.

Source: IAB Tech Lab, "Global Privacy Platform: consent string specification" and the
specifications of its sections. A section that is unknown, newer or broken says nothing.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from companion.extract.signals.bitstring import Bits
from companion.extract.signals.tcf import PURPOSES, gpp_sections, us_privacy

OPT_OUTS = ("sale_opt_out", "sharing_opt_out", "targeted_advertising_opt_out")
_OUT, _IN = 1, 2
_CANADA, _US_PRIVACY = 5, 6
_GPC = 1  # the type of the segment that says whether the browser sent Sec-GPC

type Values = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a string: `text` as it stands, `values` by name of field, each a row of numbers.

    `choice` is all, none or some of what was asked, "" where it can't be told; `gpc` is what the
    section says of Sec-GPC.
    """

    id: int
    text: str
    name: str = ""
    place: str = ""
    values: Values = field(default_factory=dict)
    gpc: bool | None = None
    choice: str = ""


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a string, in their order; () for anything else."""
    ids, parts = gpp_sections(text) or (), text.split("~")[1:]
    return tuple(_section(*it) for it in zip(ids, parts, strict=False))


def _section(number: int, text: str) -> Section:
    known = _known().get(number)
    try:
        if known is not None:
            return _states(known, text)
        if number == _CANADA:
            return _canada(text)
        if number == _US_PRIVACY:
            return _us_privacy(text)
    except ValueError:
        pass
    return Section(number, text)


def _states(known: Mapping[str, Any], text: str) -> Section:
    core, *more = text.split(".")
    bits = Bits(core)
    version = bits.number(6)
    fields = known.get("first_version", known["fields"]) if version == 1 else known["fields"]
    values = {
        name: tuple(bits.number(2) for _ in range(int(count or 1)))
        for name, _, count in (it.partition(":") for it in fields)
    }
    gpc = _gpc(more)
    return Section(
        known["id"], text, known["name"], known["place"], values, gpc, _opted(values, gpc)
    )


def _gpc(segments: Sequence[str]) -> bool | None:
    for segment in segments:
        bits = Bits(segment)
        if bits.number(2) == _GPC:
            return bits.number(1) == 1
    return None


def _opted(values: Values, gpc: bool | None) -> str:
    asked = [values[name][0] for name in OPT_OUTS if name in values]
    out, still_in = asked.count(_OUT), asked.count(_IN)
    if gpc or (out and not still_in):
        return "none"
    return "some" if out else "all" if still_in else ""


def _canada(text: str) -> Section:
    """The core: consent that was given in words, and consent that is implied."""
    bits = Bits(text.partition(".")[0])
    bits.take(6 + 36 + 36 + 12 + 12 + 6 + 12 + 12 + 6 + 1 + 12)  # versions, times, who asked, how
    express, implied = bits.chosen(PURPOSES), bits.chosen(PURPOSES)
    given = {*express, *implied}
    choice = "none" if not given else "some"
    values = {"purposes_express_consent": express, "purposes_implied_consent": implied}
    return Section(_CANADA, text, "tcfcav1", "Canada", values, None, choice)


def _us_privacy(text: str) -> Section:
    sold = (us_privacy(text) or {}).get("opted_out", "-")
    choice = {"Y": "none", "N": "all"}.get(sold, "")
    return Section(_US_PRIVACY, text, "uspv1", "United States", choice=choice)


def opted_out(found: Section) -> Iterator[str]:
    """What a section says was opted out of, in words: sale, sharing, targeted advertising."""
    for name in OPT_OUTS:
        if found.values.get(name, (0,))[0] == _OUT:
            yield name.removesuffix("_opt_out").replace("_", " ")


@cache
def _known() -> Mapping[int, Mapping[str, Any]]:
    text = files("companion.extract.signals").joinpath("gpp.toml").read_text("utf-8")
    return {entry["id"]: entry for entry in tomllib.loads(text)["section"]}
