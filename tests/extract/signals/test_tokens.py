from companion.extract.signals.tokens import LONGEST, tokens


def test_a_cookie_of_analytics_gives_the_id_its_beacon_carries():
    found = tokens("GA1.2.1418992272.1383681826")
    assert found == ("GA1.2.1418992272.1383681826", "1418992272.1383681826")


def test_a_uuid_is_known_with_and_without_dashes_and_in_either_case():
    assert tokens("3F2504E0-4F89-11D3-9A0C-0305E82C3301") == (
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "3f2504e04f8911d39a0c0305e82c3301",
    )


def test_a_named_part_gives_its_value():
    assert "039b147782c84352b659f4ed1c53918e" in tokens("GUID=039B147782C84352B659F4ED1C53918E")


def test_quotes_do_not_belong_to_a_token():
    assert tokens('"k3jd92hf83hd7w2q"') == ("k3jd92hf83hd7w2q",)


def test_moments_words_and_short_parts_are_no_tokens():
    assert tokens("1643952221077|homepage|ab12|k3jd92hf83hd7w2q")[1:] == ("k3jd92hf83hd7w2q",)


def test_an_ordinary_word_has_no_tokens():
    assert tokens("homepage") == ()


def test_a_very_long_value_is_read_in_part():
    assert all(len(token) <= LONGEST for token in tokens("k3jd92hf" * 1_000))
