"""The script is data, and its steps can be done by any hands."""

from companion.smallweb.script import Step, play, script


class _Hands:
    def __init__(self):
        self.did = []

    def visit(self, url):
        self.did.append(("visit", url))

    def click(self, text):
        self.did.append(("click", text))

    def type(self, selector, text):
        self.did.append(("type", selector, text))

    def press_enter(self):
        self.did.append(("enter",))

    def settle(self):
        self.did.append(("settle",))


def test_steps_are_done_one_after_the_other():
    hands = _Hands()
    steps = [
        Step(visit="https://a.test/"),
        Step(click="Reject all"),
        Step(type="x", into="input[name=q]"),
        Step(press="Enter"),
    ]
    play(steps, hands)
    assert hands.did == [
        ("visit", "https://a.test/"),
        ("click", "Reject all"), ("settle",),
        ("type", "input[name=q]", "x"),
        ("enter",), ("settle",),
    ]  # fmt: skip


def test_the_demos_person_tells_sites_what_the_recorder_watches_for():
    told = {step.type for step in (*script().visible, *script().later)}
    assert set(script().person.values()) <= told


def test_the_visible_part_is_short():
    opened = [step for step in script().visible if not step.type]
    assert 10 <= len(opened) <= 25


def test_every_step_does_one_thing():
    for step in (*script().visible, *script().later):
        assert sum(map(bool, (step.visit, step.click, step.type, step.press))) == 1


def test_every_habit_is_of_a_site_whose_context_she_names():
    assert {habit.site for habit in script().habits} == {
        f"https://{site}/" for site in script().contexts
    }
