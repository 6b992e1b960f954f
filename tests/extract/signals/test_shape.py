import pytest

from companion.extract.signals.shape import bits, is_time, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("14103492.1964907", 53.2),
        ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", 144),
        ("en-us", 23.5),
        ("homepage", 37.6),
        ("1699999999", 33.2),
        ("0110", 4),
        ("K3JD92HF", 41.4),
        ("a" * 300, 300),
    ],
)
def test_bits_are_counted_as_published(value, expected):
    assert round(bits(value), 1) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("true", "boolean"), ("1234567", "number"), ("0.8238071829546243", "number"),
        ('{"a":1}', "structure"), ("https://a.example/b", "url"), ("//cdn.example/x", "url"),
        ("/news/article", "path"), ("2026-05-03", "date"), ("2026-05-03T10:02:11Z", "date"),
        ("03/05/2026", "date"), ("Wed, 01 Jan 2020", "date"), ("20260503", "date"),
        ("20260503114500", "date"), ("1920x1080", "size"), ("5.12.2461", "version"),
        ("v10.0.1-beta", "version"), ("€19.99", "money"), ("#a0b1c2", "colour"),
        ("rgba(0,0,0,1)", "colour"), ("Mozilla/5.0", "agent"), ("en-US", "locale"),
        ("app.3f2a.js", "file"), ("stats.news.example", "host"), ("1643952221077", "timestamp"),
        ("1699999999", "timestamp"), ("two words", "text"), ("grüße", "text"), ("abc12...", "text"),
        ("me@mail.example", "address"), ("00000000-0000-0000", "filler"), ("8888888888", "filler"),
        ("aAbBaAbBaAbBaAbB", "filler"), ("plumbing-contractors", "word"),
        ("how-to-2024-guide-garden", "word"), ("mobile_article_v2", "word"), ("DYN_USER", "word"),
    ],
)  # fmt: skip
def test_plain_values_are_named_for_what_they_are(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "k3jd92hf83hd7w2q",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "2419437849",
        "GA1.2.1418992272.1383681826",
        "BcC6xj99V-FBFVKHIw2jRU0rQp2_jWg_KSCCfa57",
        "xeam498w-88dp-127e-jcii-cblgup4z2qte",
        "deadbeefcafe1234",
        "zxcjbzxmcwqrtpsdfghkl",
        "axcjbzxmcwqrtpsdfghkl2",
        "12345678901234567890",
        "202605031145001234",
        "20261503",
    ],
)
def test_opaque_values_are_not_plain(value):
    assert plain(value) == ""


@pytest.mark.parametrize("value", ["1643952221", "1643952221077", "20260503"])
def test_moments_are_times(value):
    assert is_time(value)


@pytest.mark.parametrize("value", ["2419437849", "84629105733", "noon", ""])
def test_other_digits_are_no_times(value):
    assert not is_time(value)
