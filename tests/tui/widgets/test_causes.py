from companion.ledger.path import Behind
from tests.builders import NOON
from tui.widgets.causes import CODE, causes


def said(**changes) -> str:
    defaults = {"begins": NOON, "acts": 3, "causes": (), "readable": True}
    (block,) = causes(Behind(**(defaults | changes)), NOON)
    return str(block.content)


def test_of_a_code_nobody_guesses():
    assert said(readable=False) == CODE


def test_that_no_act_is_behind_it_is_said_with_how_many_there_are():
    assert said() == "None of the 3 acts in the record since 3 May 2026 12:00:00 UTC."


def test_without_any_act_no_beginning_is_named():
    assert said(acts=0) == "No act of yours is in the record so far."
