import pytest

from companion.redact.oldhashes import md2, md4, whirlpool

EIGHTY = b"1234567890" * 8


@pytest.mark.parametrize(
    ("message", "digest"),
    [  # RFC 1319, appendix A.5
        (b"", "8350e5a3e24c153df2275c9f80692773"),
        (b"a", "32ec01ec4a6dac72c0ab96fb34c0b5d1"),
        (b"abc", "da853b0d3f88d99b30283a69e6ded6bb"),
        (b"message digest", "ab4f496bfb2a530b219ff33031fe06b0"),
        (EIGHTY, "d5976f79d83d3a0dc9806c3c66f3efd8"),
    ],
)
def test_md2_is_that_of_the_standard(message, digest):
    assert md2([message])[0].hex() == digest


@pytest.mark.parametrize(
    ("message", "digest"),
    [  # RFC 1320, appendix A.5
        (b"", "31d6cfe0d16ae931b73c59d7e0c089c0"),
        (b"a", "bde52cb31de33e46245e05fbdbd6fb24"),
        (b"abc", "a448017aaf21d8525fc10ae87aa6729d"),
        (b"message digest", "d9130a8164549fe818874806e1c7014b"),
        (EIGHTY, "e33b4ddc9c38f2199c3e7b164fcc0536"),
    ],
)
def test_md4_is_that_of_the_standard(message, digest):
    assert md4([message])[0].hex() == digest


@pytest.mark.parametrize(
    ("message", "digest"),
    [  # ISO/IEC 10118-3, test vectors of its authors
        (
            b"",
            "19fa61d75522a4669b44e39c1d2e1726c530232130d407f89afee0964997f7a7"
            "3e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3",
        ),
        (
            b"abc",
            "4e2448a4c6f486bb16b6562c73b4020bf3043e3a731bce721ae1b303d97e6d4c"
            "7181eebdb6c57e277d0e34957114cbd6c797fc9d95d8b582d225292076d4eef5",
        ),
        (
            EIGHTY,
            "466ef18babb0154d25b9d38a6414f5c08784372bccb204d6549c4afadb601429"
            "4d5bd8df2a6c44e538cd047b2681a51a2c60481e88c5a20b2c2a80cf3a9a083b",
        ),
    ],
)
def test_whirlpool_is_that_of_the_standard(message, digest):
    assert whirlpool([message])[0].hex() == digest


@pytest.mark.parametrize("hashed", [md2, md4, whirlpool])
def test_many_messages_at_once_have_the_digests_of_each(hashed):
    messages = [b"x" * size for size in (0, 15, 16, 31, 32, 55, 56, 64, 119, 120, 200)]
    assert hashed(messages) == [hashed([message])[0] for message in messages]
    assert len(set(hashed(messages))) == len(messages)
    assert hashed([]) == []
