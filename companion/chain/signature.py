"""A signature as it is kept, apart from what makes one: readers of a store need no cryptography."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """That a head stood at the end of the chain at a time, by the clock of this machine."""

    number: int
    signed_at: datetime
    signature: bytes
