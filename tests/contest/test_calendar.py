"""The calendar file keeps to RFC 5545."""

from datetime import UTC, date, datetime

from companion.contest.calendar import Entry, calendar

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def made(**changes):
    fields = {"uid": "c1-due", "day": date(2026, 12, 31), "summary": "Answer due by law: ads"}
    return calendar([Entry(**(fields | changes))], NOW)


def test_a_day_has_uid_stamp_and_an_end_that_does_not_belong_to_it():
    lines = made().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"UID:c1-due@companion.invalid" in lines
    assert b"DTSTAMP:20261124T100000Z" in lines
    assert b"DTSTART;VALUE=DATE:20261231" in lines
    assert b"DTEND;VALUE=DATE:20270101" in lines


def test_text_can_not_add_lines_of_its_own():
    hostile = made(summary="a\r\nEND:VEVENT\r\nb,c;d\\e\x1b[1m\x07")
    assert hostile.count(b"END:VEVENT\r\n") == 1
    assert b"SUMMARY:a\\nEND:VEVENT\\nb\\,c\\;d\\\\e[1m\r\n" in hostile


def test_long_lines_are_folded_within_no_character():
    long = made(summary="é" * 100, description="x" * 300)
    assert all(len(line) <= 75 for line in long.split(b"\r\n"))
    unfolded = long.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:" + "é" * 100 + "\r\n" in unfolded
    assert "DESCRIPTION:" + "x" * 300 + "\r\n" in unfolded


def test_no_days_make_an_empty_calendar():
    assert b"VEVENT" not in calendar([], NOW)
