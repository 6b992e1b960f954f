from companion.store.open import open_store
from tui.blindness import blindness


def test_what_is_missing_is_counted(morning):
    held = open_store(morning, readonly=True)
    found = blindness(held)
    assert found.losses[0] == "the recorder failed, an exchange was not recorded (2 times)"
    assert found.files[0][0] == "morning.har"
    assert "entries that could not be read: 1" in found.files[0][1]
    held.close()


def test_of_an_empty_record_nothing_is_missing(nothing):
    held = open_store(nothing, readonly=True)
    found = blindness(held)
    assert (found.losses, found.files, found.untested) == ((), (), ())
    held.close()
