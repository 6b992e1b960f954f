"""How far a label goes beyond what the record explains (method book, §11); weights of our own."""

import re

SURE = 0.8
FEW_ACTS = 2
_NUMBER = re.compile(r"\d")
BROAD, NARROW = 0.3, 1.0


def over(p: float, weight: float, specific: float) -> float:
    """(1 - P) x (0.4 + 0.3 s + 0.3 k), 0 to 1.

    Args:
        p: how well the best act explains the label, 0 to 1.
        weight: how sensitive it is: 1 by Article 9 GDPR, 0.7 added by us, 0 else.
        specific: its stated confidence, else how exact it is: 1 a band or figure, 0.3 an interest.
    """
    return (1 - p) * (0.4 + 0.3 * weight + 0.3 * specific)


def specificity(label: str) -> float:
    """1 for a label that names a figure or a band of them, 0.3 for a broad one."""
    return NARROW if _NUMBER.search(label) else BROAD


def stated(score: str) -> float | None:
    """A confidence that was sent beside a label, from 0 to 1; percentages are recognized."""
    try:
        value = float(score)
    except ValueError:
        return None
    if 0 <= value <= 1:
        return value
    return value / 100 if 1 < value <= 100 else None


def fast(acts: int, confidence: float | None) -> bool:
    """Whether a label came surer than so few acts allow."""
    return acts <= FEW_ACTS and confidence is not None and confidence >= SURE
