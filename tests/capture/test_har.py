import gzip
import json
import tracemalloc

import pytest

from companion.capture.captured import Unreadable
from companion.capture.har import open_har
from companion.errors import UnreadableInput
from companion.model import Exchange, Visitor
from tests.capture.hars import BEGAN, a_har, an_entry

SEEN = {"id": "page_1", "title": "https://news.example/", "startedDateTime": BEGAN}


@pytest.fixture
def opened(tmp_path):
    def opened(text, **options):
        path = tmp_path / "a.har"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return open_har(path, **options)

    return opened


def urls(har):
    return [item.url if isinstance(item, Exchange) else item for item in har]


def test_entries_come_in_order_with_ids_and_visitor(opened):
    har = opened(
        a_har(an_entry("https://a.example/"), an_entry("https://b.example/")),
        visitor=Visitor(name="me"),
    )
    first, second = har
    assert (first.url, second.url, first.visitor.name) == (
        "https://a.example/",
        "https://b.example/",
        "me",
    )
    assert len({first.id, second.id, ""}) == 3
    assert list(har) == [first, second]


def test_the_creator_and_its_browser_are_named(opened):
    log = {"creator": {"name": "chrome-har", "version": "1"}, "browser": {"name": "Chrome"}}
    har = opened(json.dumps({"log": log | {"entries": []}}))
    assert har.creator == "chrome-har 1 in Chrome"


def test_what_stands_after_the_entries_is_found_too(opened):
    entry = an_entry("https://x.example/a.json", pageref="page_1", startedDateTime="?")
    entry["response"]["headers"] = []
    entry["response"]["content"] = {"mimeType": "application/json", "text": "{}"}
    log = {"entries": [entry], "creator": {"name": "Charles"}, "pages": [SEEN]}
    har = opened(json.dumps({"comment": "x", "log": log}))
    (only,) = har
    assert (har.creator, only.page, only.seen_at.hour) == ("Charles", "https://news.example/", 12)


def test_a_file_without_pages_and_creator(opened):
    har = opened(json.dumps({"log": {"entries": [an_entry()]}}))
    (only,) = har
    assert (har.creator, only.page) == ("", None)


def test_a_gzipped_file_and_its_progress(opened):
    told = []
    har = opened(gzip.compress(a_har(an_entry()).encode()), progress=told.append)
    assert len(list(har)) == 1
    assert told[-1] == har.bytes_total


def test_a_bad_entry_is_named_and_the_rest_kept(opened):
    assert urls(
        opened(
            a_har(
                an_entry("https://a.example/"), {"request": {}}, 7, an_entry("https://b.example/")
            )
        )
    ) == [
        "https://a.example/",
        Unreadable(1, "it has no address"),
        Unreadable(2, "it is no object"),
        "https://b.example/",
    ]


def test_an_entry_that_is_no_json_is_named_and_the_rest_kept(opened):
    text = a_har(
        an_entry("https://a.example/"),
        an_entry("https://b.example/"),
        an_entry("https://c.example/"),
    )
    broken = text.replace('"https://b.example/"', "undefined")
    first, second, third = opened(broken)
    assert (first.url, third.url) == ("https://a.example/", "https://c.example/")
    assert second.index == 1
    assert second.reason.startswith("it is no JSON")


def test_a_file_that_was_cut_gives_what_is_whole(opened):
    text = a_har(an_entry("https://a.example/"), an_entry("https://b.example/"))
    assert urls(opened(text[:-150])) == [
        "https://a.example/",
        Unreadable(1, "the file ends in the middle of it"),
    ]


def test_a_cut_file_that_says_nothing_before_its_entries(opened):
    text = json.dumps({"log": {"entries": [an_entry("https://a.example/"), an_entry()]}})
    assert urls(opened(text[:-150]))[0] == "https://a.example/"


def test_what_never_left_the_browser_is_counted(opened):
    har = opened(a_har(an_entry("data:text/plain,x"), an_entry()))
    assert len(list(har)) == 1
    assert (har.skipped, har.bodies_missing) == (1, 0)
    assert har.limits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"log": 7}',
        '{"log": {}}',
        '{"log": {"entries": {}}}',
        '{"log": {"version": "1.2", "entr',
        b"\x00\x01\x02",
    ],
)
def test_what_is_no_har_says_so_in_one_line(opened, text):
    with pytest.raises(UnreadableInput, match=r"is no HAR file.*network panel") as caught:
        opened(text)
    assert "\n" not in str(caught.value)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(UnreadableInput):
        open_har(tmp_path / "none.har")


def test_memory_stays_flat_whatever_the_size(opened):
    body = {"content": {"size": 200_000, "mimeType": "text/html", "text": "x" * 200_000}}
    peaks = []
    for count in (30, 300):
        har = opened(
            a_har(*(an_entry(f"https://a.example/{n}", response=body) for n in range(count)))
        )
        tracemalloc.start()
        assert sum(1 for _ in har) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2


def test_every_real_capture_is_read(corpus):
    for path in sorted((corpus / "har").glob("*.har")):
        har = open_har(path)
        items = list(har)
        assert all(isinstance(item, Exchange) for item in items), path
        assert len(items) == len(json.loads(path.read_text("utf-8"))["log"]["entries"])
        assert len({item.id for item in items}) == len(items)
        assert har.limits
