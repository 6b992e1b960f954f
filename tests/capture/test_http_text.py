import pytest

from companion.capture.http_text import parse, text


def test_a_message_is_taken_apart():
    made = parse(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nno header\r\nX: a:b\r\n\r\nbody\r\n\r\n"
    )
    assert made == (
        "HTTP/1.1 200 OK",
        (("Content-Type", "text/html"), ("X", "a:b")),
        b"body\r\n\r\n",
    )


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        (b"4;x=y\r\nbody\r\n3\r\nend\r\n0\r\n\r\n", b"bodyend"),
        (b"4\r\nbody\r\n3\r\nen", b"bodyen"),
        (b"joined already", b"joined already"),
        (b"joined\r\nalready", b"joined\r\nalready"),
        (b"4\r\nbody\r\nrest", b"body"),
        (b"", b""),
    ],
)
def test_chunks_are_joined(body, joined):
    made = parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    assert made.body == joined


@pytest.mark.parametrize(
    ("value", "said"),
    [("é", "é"), (b"\xc3\xa9", "é"), (b"\xe9", "é"), ("a\udcff", "aÿ"), (None, "")],
)
def test_text_of_the_wire(value, said):
    assert text(value) == said
