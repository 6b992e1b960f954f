from tests.tui.filled import fill
from tests.tui.screen import lines, opened, press, settle, shown


async def test_sensitive_claims_come_first_and_carry_a_mark(morning):
    async with opened(morning, "3") as pilot:
        first = next(line for line in lines(pilot.app) if "▸" in line)
        assert first.split()[:4] == ["▸", "!", "sleep", "disorder"]
        assert "4 claims about you, held by 2 parties · by weight · ! 1 sensitive" in shown(
            pilot.app
        )


async def test_each_says_who_holds_it_how_sure_how_old_and_how_it_came(morning):
    async with opened(morning, "3", size=(160, 40)) as pilot:
        line = next(line for line in lines(pilot.app) if "marathon runner" in line)
        for word in ("ads.example", "◐ likely", "12 min", "delivered on news"):
            assert word in line


async def test_identifiers_are_no_inferences(morning):
    async with opened(morning, "3") as pilot:
        assert "k3jd" not in shown(pilot.app)


async def test_search_narrows_while_typing_and_escape_clears(morning):
    async with opened(morning, "3", "/", *"broker") as pilot:
        assert "1 claim about you" in shown(pilot.app)
        await press(pilot, "escape")
        assert "4 claims about you" in shown(pilot.app)


async def test_a_search_without_a_match_says_so(morning):
    async with opened(morning, "3", "/", *"zzz", "enter") as pilot:
        assert "No inference matches." in shown(pilot.app)


async def test_enter_opens_the_inference(morning):
    async with opened(morning, "3", "enter") as pilot:
        assert "Acts that could be behind it" in shown(pilot.app)


async def test_nothing_inferred_says_when_something_would_be(nothing):
    async with opened(nothing, "3") as pilot:
        assert "No label about you was seen yet." in shown(pilot.app)


async def test_under_parties_then_themes_then_together(morning):
    async with opened(morning, "3", "s") as pilot:
        assert "by party" in shown(pilot.app)
        assert any("▾" in line and "ads.example" in line for line in lines(pilot.app))
        await press(pilot, "s")
        assert "by theme" in shown(pilot.app)
        await press(pilot, "s")
        assert "▾" not in shown(pilot.app)


async def test_a_party_is_folded_and_unfolded(morning):
    async with opened(morning, "3", "s", "home", "enter") as pilot:
        assert "marathon runner" not in shown(pilot.app)
        await press(pilot, "enter")
        assert "marathon runner" in shown(pilot.app)


async def test_the_acts_that_could_be_behind_the_marked_claim_are_told(morning):
    async with opened(morning, "3") as pilot:
        assert "no act in this record explains it" in shown(pilot.app)
        await press(pilot, "j")
        assert "could be behind it: you searched for marathon shoes" in shown(pilot.app)


async def test_a_verdict_stands_in_the_list(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "3", "enter", "v", "j", "enter", "escape", size=(100, 30)) as pilot:
        await pilot.app.poll()
        await settle(pilot)
        assert any("sleep" in it and "wrong" in it for it in lines(pilot.app))
