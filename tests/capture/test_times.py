from datetime import UTC, datetime

import pytest

from companion.capture.times import moment


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-03T12:00:00.5Z",
        "2026-05-03T14:00:00.500+02:00",
        " 2026-05-03T12:00:00.500000 ",
        "2026-05-03T12:00:00.5000000Z",
    ],
)
def test_times_as_files_write_them(written):
    assert moment(written) == datetime(2026, 5, 3, 12, 0, 0, 500_000, UTC)


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "yesterday",
        1700000000,
        "0001-01-01T00:00:00+10:00",
        "9999-12-31T12:00:00Z",
        "1601-01-01T00:00:00Z",
    ],
)
def test_what_is_no_time(written):
    with pytest.raises(ValueError, match=r"."):
        moment(written)
