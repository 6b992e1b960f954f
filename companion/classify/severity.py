"""How much a finding weighs, 1 to 5, and why, in words: the table of the contract."""

from dataclasses import dataclass

from companion.model import FindingKind, Level, Severity

PERSONAL = {
    FindingKind.PII_LEAK: "personal data",
    FindingKind.SENSITIVE_INFERENCE: "a sensitive attribute",
}
BASE = {
    FindingKind.CONSENT_IGNORED: (4, "identifiers to other companies after a refusal"),
    FindingKind.GPC_IGNORED: (4, "identifiers to other companies after an opt-out signal"),
    FindingKind.INAPPROPRIATE_INTIMACY: (4, "a private moment surfacing in public"),
    FindingKind.PRICE_PERSONALIZATION: (3, "a price measured to differ without a note"),
    FindingKind.CROSS_CONTEXT_REUSE: (3, "reuse across parts of life"),
    FindingKind.IDENTIFIER_SHARING: (2, "an identifier passed to another party"),
    FindingKind.UNDISCLOSED_EXPERIMENT: (2, "an experiment without a note"),
    FindingKind.UNDISCLOSED_INFERENCE: (2, "an inference without a note"),
    FindingKind.OPAQUE_INFERENCE: (2, "an inference without an act that explains it"),
    FindingKind.NARROWING: (2, "a narrowing choice"),
    FindingKind.FADING_ALTERNATIVES: (2, "alternatives that fade from view"),
    FindingKind.TRACKING_IDENTIFIER: (1, "a tracking identifier"),
}

STATED = (2, "a consent string that says otherwise beside an opt-out signal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the weight of a claim depends on beside its kind and level.

    `inside` one company: sender and recipient have the same owner. `measured`: a list that was
    compared and differs because of the person. `eased`: a reason or a control stands beside it.
    `stated`: only a consent string says otherwise than the person's signal. `contested` is the
    weight of the finding that a contest was about.
    """

    inside: bool = False
    measured: bool = False
    eased: bool = False
    stated: bool = False
    contested: Severity | None = None


def severity(kind: FindingKind, level: Level, circumstances: Circumstances) -> tuple[Severity, str]:
    """The weight of a claim and the reason for it in words."""
    weight, why = _base(kind, level, circumstances)
    if weight > 1 and circumstances.inside:
        weight, why = weight - 1, f"{why}; one lower: inside one company"
    if weight > 1 and circumstances.eased:
        weight, why = weight - 1, f"{why}; one lower: a reason or a control stands beside it"
    return Severity(weight), why


def _base(kind: FindingKind, level: Level, circumstances: Circumstances) -> tuple[int, str]:
    if kind is FindingKind.CONTEST_NOT_HONOURED:
        return circumstances.contested or 1, "as the finding that was contested"
    if level is Level.POSSIBLE:
        return 1, "possible, not shown"
    if kind in PERSONAL:
        weight = 5 if level is Level.OBSERVED else 4
        return weight, f"{PERSONAL[kind]} to another party, {level}"
    if kind is FindingKind.INVISIBLE_CURATION:
        if circumstances.measured:
            return 3, "a list measured to differ because of you, without a note"
        return 1, "a personal list without a reason"
    return STATED if circumstances.stated else BASE[kind]
