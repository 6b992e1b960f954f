import pytest

from companion.extract.signals.bitstring import Bits


def test_numbers_are_read_from_the_left():
    bits = Bits("CP")  # 000010 001111
    assert (bits.number(6), bits.take(6)) == (2, "001111")


def test_letters_are_pairs_of_six_bits():
    assert Bits("EN").letters() == "EN"


def test_set_bits_are_counted_from_one():
    assert Bits("g").chosen(6) == (1,)


def test_fibonacci_numbers_end_with_two_ones():
    bits = Bits("s")  # 101100
    assert bits.fibonacci() == 4


def test_reading_past_the_end_is_refused():
    with pytest.raises(ValueError, match="too soon"):
        Bits("C").number(7)


def test_a_strange_sign_is_refused():
    with pytest.raises(ValueError, match="no sign"):
        Bits("C!")
