"""MurmurHash3 for 64-bit machines, 128 bits; public domain, A. Appleby 2011. Not cryptographic."""

_ALL = (1 << 64) - 1
_C1, _C2 = 0x87C37B91114253D5, 0x4CF5AD432745937F


def murmur3(data: bytes) -> tuple[int, int]:
    """The two halves of the hash of some bytes with seed 0, each a number of 64 bits."""
    one = two = 0
    whole = len(data) - len(data) % 16
    for at in range(0, whole, 16):
        one ^= _first(int.from_bytes(data[at : at + 8], "little"))
        one = ((_turn(one, 27) + two) * 5 + 0x52DCE729) & _ALL
        two ^= _second(int.from_bytes(data[at + 8 : at + 16], "little"))
        two = ((_turn(two, 31) + one) * 5 + 0x38495AB5) & _ALL
    one ^= _first(int.from_bytes(data[whole : whole + 8], "little"))
    two ^= _second(int.from_bytes(data[whole + 8 :], "little"))
    one, two = one ^ len(data), two ^ len(data)
    one = (one + two) & _ALL
    two = (two + one) & _ALL
    one, two = _final(one), _final(two)
    one = (one + two) & _ALL
    return one, (two + one) & _ALL


def _first(part: int) -> int:
    return _turn(part * _C1 & _ALL, 31) * _C2 & _ALL


def _second(part: int) -> int:
    return _turn(part * _C2 & _ALL, 33) * _C1 & _ALL


def _turn(value: int, left: int) -> int:
    return (value << left | value >> 64 - left) & _ALL


def _final(value: int) -> int:
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        value = (value ^ value >> 33) * factor & _ALL
    return value ^ value >> 33
