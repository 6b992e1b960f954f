from companion.settings import data_folder, load
from companion.store import findings
from companion.store.open import open_store
from tests.tui.filled import fill, the_findings
from tests.tui.screen import opened, press, settle, shown
from tui.contesting import Case

TALL = (100, 70)


async def test_reasoning_figures_evidence_and_other_readings(morning):
    async with opened(morning, "enter", size=TALL) as pilot:
        text = shown(pilot.app)
        for words in (
            "anyone who has the same address",
            "Weight      personal data to another company, observed",
            "How sure    observed: The bytes themselves show it",
            "chains                sha256, lower",
            "share                 0.5",
            "first                 yes",
            "seen                  3 May 2026 11:48:00 UTC",
            "what                  No Time",
            "em: sha256 of lower-cased   query:em  →",
            "the identifier beside it",
            "sent, ads.example  query:uid  →",
            "list “Recommended for you”, 3 entries",
            "you searched for marathon shoes",
            "an older sighting   no longer held",
            "It may keep a load balancer steady.",
            "Only what was recorded is known.",
            "tracking_identifier, version 1",
        ):
            assert words in text


async def test_what_has_no_value_is_no_figure(morning):
    async with opened(morning, "enter", size=TALL) as pilot:
        assert " p  " not in shown(pilot.app)


async def test_evidence_opens_at_its_locator_with_the_match_marked(morning):
    async with opened(morning, "enter", "e", "enter") as pilot:
        assert "at  query:em" in shown(pilot.app)
        assert "em=9f86d081884c7d65" in shown(pilot.app)


async def test_ways_to_contest_say_what_they_cost_and_reveal(morning):
    async with opened(morning, "enter", "c", size=TALL) as pilot:
        text = shown(pilot.app)
        assert "Block the tracker host" in text
        assert "once, free · reveals nothing" in text
        assert "depend on where you live" in text


async def test_a_way_opens(morning):
    async with opened(morning, "enter", "c", "enter") as pilot:
        assert "Changes" in shown(pilot.app)


async def test_a_finding_that_changed_is_shown_anew_one_that_did_not_stays(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "enter", "j") as pilot:
        before = pilot.app.focused
        await change(path, pilot)
        assert pilot.app.focused is before
        await change(path, pilot, why="Now it is known better.")
        assert "Now it is known better." in shown(pilot.app)


async def test_a_finding_that_went_away_stays_while_it_is_read(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "enter") as pilot:
        db = open_store(path)
        with db.atomic():
            findings.replace(db, ["news.example"], [])
        db.close()
        await pilot.app.poll()
        await settle(pilot)
        assert "Why this is shown" in shown(pilot.app)
        await press(pilot, "escape")
        assert "your e-mail" not in shown(pilot.app)


async def change(path, pilot, **changes):
    """Put the gravest finding anew."""
    from dataclasses import replace

    db = open_store(path)
    with db.atomic():
        findings.put(db, [replace(the_findings()[0], **changes)])
    db.close()
    await pilot.app.poll()
    await settle(pilot)


async def test_the_country_is_asked_once_and_brings_letters(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "enter", "c", size=TALL) as pilot:
        await press(pilot, *["j"] * 4, "enter", "d", "e", "enter")
        assert "letter    " in shown(pilot.app)
        assert "depend on where" not in shown(pilot.app)
    assert load(data_folder(path) / "settings.toml").country == "DE"


async def test_a_country_that_is_not_said_changes_nothing(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "enter", "c", size=TALL) as pilot:
        await press(pilot, *["j"] * 4, "enter", "d", "enter")
        await press(pilot, "enter", "escape")
        assert "depend on where" in shown(pilot.app)
    assert not (data_folder(path) / "settings.toml").exists()


async def test_a_jump_before_it_was_read_is_made_then(morning):
    async with opened(morning) as pilot:
        await pilot.press("enter", "c")
        await settle(pilot)
        assert "What you can do" in shown(pilot.app)
        assert isinstance(pilot.app.focused.leads, Case)
