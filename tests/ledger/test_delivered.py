from companion.ledger.delivered import of_item, of_signal
from companion.model import SignalKind
from tests.builders import a_signal, a_slate


def test_a_label_in_words_is_about_them_and_its_name():
    held = of_signal(a_signal(kind=SignalKind.SEGMENT, name="auto_intender", value="Sports cars"))
    assert held.words == ("sports", "cars", "auto")
    assert held.readable


def test_a_code_is_never_guessed_at():
    held = of_signal(a_signal(kind=SignalKind.SEGMENT, name="sports_cars", value="12345"))
    assert (held.words, held.readable) == ((), False)


def test_an_item_is_about_its_title():
    slate = a_slate("Running shoes")
    held = of_item(slate, slate.items[0], ("style",))
    assert (held.words, held.topics) == (("running", "shoes"), ("style",))
    assert (held.party, held.address) == (slate.party, slate.items[0].url)
