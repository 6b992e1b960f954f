import gzip

import pytest

from companion.capture.flow_file import FlowFile
from companion.capture.har import HarFile
from companion.capture.recognise import open_capture
from companion.capture.warc import WarcFile
from companion.errors import UnreadableInput
from tests.capture.hars import a_har

WARC = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (a_har().encode(), HarFile),
        (b"\xef\xbb\xbf \n" + a_har().encode(), HarFile),
        (a_har().encode("utf-16"), HarFile),
        (WARC, WarcFile),
        (b"1234:7:version;", FlowFile),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_file_is_known_by_what_stands_in_it(tmp_path, content, kind, pack):
    path = tmp_path / "capture"
    path.write_bytes(pack(content))
    assert isinstance(open_capture(path), kind)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"12 o'clock"])
def test_other_files_are_refused_in_one_line(tmp_path, content):
    path = tmp_path / "capture"
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match="is no HAR, mitmproxy flow or WARC file"):
        open_capture(path)
