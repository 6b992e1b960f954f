import pytest

from addons.streaming import LARGE, Answer, Held, Plan, Tee, plan


def an_answer(media_type="text/html", length=None, **changes):
    answer = Answer("GET", 200, media_type, length, wanted_as="document")
    return answer._replace(**changes)


@pytest.mark.parametrize(
    "answer",
    [
        an_answer(),
        an_answer("text/html; charset=utf-8", 5000),
        an_answer("application/json"),
        an_answer("application/json", 5000, wanted_as="empty"),
        an_answer("application/octet-stream", 5000),
        an_answer("text/event-stream", method="HEAD"),
        an_answer("text/event-stream", status=204),
        an_answer("image/png", status=304),
        an_answer("image/png", 0),
        an_answer("", 10),
    ],
)
def test_what_is_held_back_until_it_is_whole(answer):
    assert plan(answer) is Plan.WHOLE


@pytest.mark.parametrize(
    "answer",
    [
        an_answer("text/event-stream"),
        an_answer("text/event-stream;charset=utf-8", 500),
        an_answer("application/x-ndjson", 500),
        an_answer("application/grpc-web+proto"),
        an_answer("multipart/x-mixed-replace; boundary=x"),
        an_answer("application/json", wanted_as="empty"),
        an_answer("application/octet-stream"),
        an_answer(""),
        an_answer("text/html", LARGE + 1),
    ],
)
def test_what_passes_piece_by_piece(answer):
    assert plan(answer) is Plan.PIECES


@pytest.mark.parametrize(
    "media_type", ["image/png", "video/mp4", "audio/mpeg", "font/woff2", "application/font-woff"]
)
def test_media_pass_and_are_not_kept(media_type):
    assert plan(an_answer(media_type)) is Plan.THROUGH
    assert plan(an_answer(media_type, 500_000)) is Plan.THROUGH
    assert plan(an_answer(media_type, 500)) is Plan.UNKEPT


def test_a_tee_hands_on_the_same_bytes_after_writing_them():
    written = []
    tee = Tee("f1", written.append, keep=5)
    assert [tee(data) for data in (b"abc", b"defg", b"hi", b"")] == [b"abc", b"defg", b"hi", b""]
    assert [(record["offset"], record["data"]) for record in written] == [(0, b"abc"), (3, b"de")]
    assert (tee.length, tee.kept) == (9, 5)


def test_a_tee_that_keeps_nothing_writes_nothing():
    written = []
    tee = Tee("f1", written.append, keep=0)
    assert tee(b"abc") == b"abc"
    assert (written, tee.length) == ([], 3)


def test_what_nobody_waits_for_is_held_as_far_as_there_is_room():
    held = Held(5)
    assert [held(piece) for piece in (b"abc", b"def", b"ghi", b"")] == [b""] * 4
    assert held.body == b"abcde"
