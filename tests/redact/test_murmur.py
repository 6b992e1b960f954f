import pytest

from companion.redact.murmur import murmur3


@pytest.mark.parametrize(
    ("data", "digest"),
    [  # of the reference implementation with seed 0
        (b"", "0" * 32),
        (b"hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
        (
            b"The quick brown fox jumps over the lazy dog",
            "e34bbc7bbc071b6c7a433ca9c49a9347",
        ),
    ],
)
def test_murmur3_is_that_of_its_author(data, digest):
    assert "{:016x}{:016x}".format(*murmur3(data)) == digest


def test_every_length_of_the_last_block_counts():
    assert len({murmur3(b"a" * size) for size in range(40)}) == 40
