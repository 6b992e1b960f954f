from companion.capture.captured import Captured, Unreadable
from companion.capture.source import Source
from companion.model import Message
from tests.builders import an_exchange


class Listed(Captured):
    """A file whose content is given."""

    content = ()

    def _items(self):
        return iter(self.content)


def test_what_stands_in_a_file_is_counted_anew_at_each_reading(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x")
    file = Listed(Source(path), "by hand", None)
    gone = an_exchange(response=Message(missing="the file has no body for this answer"))
    file.content = (an_exchange(), None, gone, Unreadable(3, "why"))
    for _ in range(2):
        assert list(file) == [an_exchange(), gone, Unreadable(3, "why")]
        assert (file.skipped, file.bodies_missing) == (1, 1)
    assert (file.creator, file.bytes_total) == ("by hand", 1)
