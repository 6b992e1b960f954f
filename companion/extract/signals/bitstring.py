"""Reads consent strings bit by bit: base64url of fields of fixed width."""

from datetime import UTC, datetime, timedelta

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SIX = {sign: format(at, "06b") for at, sign in enumerate(_ALPHABET)}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Bits:
    """The bits of a segment, read from the left; reading past the end is a ValueError."""

    def __init__(self, segment: str) -> None:
        try:
            self._bits = "".join(_SIX[sign] for sign in segment.rstrip("="))
        except KeyError as wrong:
            raise ValueError(f"{wrong} is no sign of a consent string") from wrong
        self._at = 0

    def take(self, width: int) -> str:
        """The next bits as they stand."""
        end = self._at + width
        if end > len(self._bits):
            raise ValueError("the consent string ends too soon")
        taken, self._at = self._bits[self._at : end], end
        return taken

    def number(self, width: int) -> int:
        """The next bits as a number."""
        return int(self.take(width), 2)

    def moment(self) -> datetime:
        """The next 36 bits as a time in tenths of a second since 1970."""
        return _EPOCH + timedelta(milliseconds=self.number(36) * 100)

    def letters(self) -> str:
        """The next 12 bits as two letters."""
        return "".join(chr(ord("A") + self.number(6)) for _ in range(2))

    def chosen(self, width: int) -> tuple[int, ...]:
        """The numbers, from 1, of the next bits that are set."""
        return tuple(at for at, bit in enumerate(self.take(width), 1) if bit == "1")

    def fibonacci(self) -> int:
        """The next number in Fibonacci coding, as GPP headers write section ids."""
        total, before, here = 0, 1, 1
        last = "0"
        while True:
            bit = self.take(1)
            if bit == last == "1":
                return total
            if bit == "1":
                total += here
            before, here, last = here, before + here, bit
