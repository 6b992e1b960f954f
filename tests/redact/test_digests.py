import hashlib
import subprocess
import sys

import pytest

from companion.redact.digests import SHORT, decimals, digests, hashes


def chains(text=b"jane@mail.example", *, every=False):
    return {one.chain: one.raw for one in digests([text], every=every)[0]}


def test_all_hashes_of_the_method_are_there():
    assert set(hashes(every=True)) == {
        *("md2", "md4", "md5", "sha1", "sha224", "sha256", "sha384", "sha512"),
        *("sha3-224", "sha3-256", "sha3-384", "sha3-512", "ripemd160", "whirlpool"),
        *("murmur3-64", "murmur3-64-second", "murmur3-128", "sha256-salted"),
    }
    assert set(hashes(every=False)) == set(SHORT)


@pytest.mark.parametrize("every", [False, True])
def test_each_text_is_hashed_once_and_twice(every):
    number = len(hashes(every=every))
    first, second = digests([b"a", b"b"], every=every)
    assert len(first) == len(second) == number + number**2
    assert {one.raw for one in first}.isdisjoint(one.raw for one in second)


def test_a_hash_of_a_hash_is_that_of_its_hexadecimal():
    inner = hashlib.md5(b"jane@mail.example").hexdigest().encode()
    assert chains()["sha256 of md5"] == hashlib.sha256(inner).digest()
    assert chains()["sha256-salted"] == hashlib.sha256(b"jane@mail.exampleQX4QkKEU").digest()


def test_hashes_that_travel_as_numbers_are_written_so_signed_and_unsigned():
    raw = bytes.fromhex("cbd8a7b341bd9b025b1e906a48ae1d19")  # of "hello"
    assert decimals("murmur3-64", raw[:8]) == [b"14688674573012802306", b"-3758069500696749310"]
    assert decimals("murmur3-64-second", raw[8:]) == [b"6565844092913065241"]
    assert (
        decimals("murmur3-128", raw)[0]
        == str(0x5B1E906A48AE1D19 << 64 | 0xCBD8A7B341BD9B02).encode()
    )
    assert decimals("sha256", raw) == []


def test_the_short_list_needs_no_numpy():
    code = (
        "import sys; from companion.redact.digests import digests; digests([b'a'], every=False);"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
