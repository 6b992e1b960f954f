import json

from tui.excerpt import ABOVE, BELOW, MATCH, READ, excerpt, mark, marked
from tui.spots import aim


def marks(content):
    """What is marked in a line."""
    return [content.plain[span.start : span.end] for span in content.spans if span.style == MATCH]


def all_marks(found):
    return [it for line in found.lines for it in marks(line)]


def test_json_is_shown_one_entry_a_line_and_its_place_found_by_its_keys():
    text = json.dumps({"a": {"id": "x"}, "b": {"id": "x"}})
    found = excerpt(text, aim("/b/id", "x", None))
    assert [line.plain for line in found.lines][4:6] == ['  "b": {', '    "id": "x"']
    assert all_marks(found) == ['"id": "x"']
    assert [n for n, line in enumerate(found.lines) if marks(line)] == [5]


def test_other_text_is_searched_for_the_value():
    found = excerpt("one\ntwo uid=k3\nthree uid=k3", aim("form:uid", "k3", None))
    assert all_marks(found) == ["uid=k3"]
    assert found.marked


def test_a_place_that_is_not_found_shows_the_beginning():
    found = excerpt("one\ntwo", aim("form:uid", "k3", None))
    assert (found.marked, found.above, len(found.lines)) == (False, 0, 2)
    assert not excerpt('{"a":1}', aim("/b", "2", None)).marked


def test_without_an_aim_nothing_is_marked():
    assert all_marks(excerpt('{"a":1}')) == []


def test_only_lines_around_the_place_are_shown():
    rows = [f"row {n}" for n in range(1_000)]
    rows[500] = "uid=k3"
    found = excerpt("\n".join(rows), aim("form:uid", "k3", None))
    assert (found.above, len(found.lines)) == (500 - ABOVE, ABOVE + BELOW)
    assert found.above + len(found.lines) + found.below == 1_000


def test_of_a_line_of_ten_megabytes_the_part_around_the_match_is_shown():
    found = excerpt("x" * 1_000_000 + "uid=k3" + "y" * 9_000_000, aim("form:uid", "k3", None))
    (line,) = found.lines
    assert len(line.plain) < 1_000
    assert line.plain[0] == line.plain[-1] == "…"
    assert marks(line) == ["uid=k3"]


def test_what_lies_beyond_the_bound_is_not_searched():
    assert not excerpt("x" * READ + "uid=k3", aim("form:uid", "k3", None)).marked


def test_json_nested_too_deep_is_shown_as_it_is():
    text = "[" * 100_000
    assert excerpt(text).lines[0].plain.startswith("[[[[")


def test_a_header_is_marked_only_where_the_value_stands():
    line, hit = mark("a=1; uid=k3", ("uid=k3",))
    assert (marks(line), hit) == (["uid=k3"], True)
    assert mark("a=1", ("uid=k3",))[1] is False


def test_what_a_site_sent_stays_text_around_and_in_the_match():
    line = marked("\x1b[31m[bold]k3\u202e[/bold]\tk3", "k3")
    assert line.plain == "␛[31m[bold]k3{U+202E}[/bold]    k3"
    assert marks(line) == ["k3", "k3"]
