from companion.store import findings
from companion.store.open import open_store
from tests.builders import a_finding
from tests.tui.filled import fill
from tests.tui.screen import LARGE, lines, opened, press, settle, shown


def marked(app):
    return next(line for line in lines(app) if "▸" in line)


async def test_the_gravest_stand_first_with_word_and_mark(morning):
    async with opened(morning, "5") as pilot:
        assert "■■■■■ gravest  ● observed" in marked(pilot.app)
        assert "29 findings · by weight" in shown(pilot.app)


async def test_the_marked_one_is_told_below(morning):
    async with opened(morning, "5", "j") as pilot:
        assert "Ten rounds against two strangers" in shown(pilot.app)


async def test_s_goes_through_the_orders(morning):
    async with opened(morning, "5", "s") as pilot:
        assert "by newest" in shown(pilot.app)
        await press(pilot, "s", "s")
        assert "by party" in shown(pilot.app)


async def test_search_narrows_while_typing_enter_keeps_the_words(morning):
    async with opened(morning, "5", "slash", *"tags", "enter") as pilot:
        assert "6 of 29 findings" in shown(pilot.app)
        await press(pilot, "j")
        assert "tags.example" in marked(pilot.app)


async def test_escape_in_the_search_clears_it(morning):
    async with opened(morning, "5", "slash", *"tags", "escape") as pilot:
        assert "29 findings" in shown(pilot.app)
        assert "Search titles" not in shown(pilot.app)


async def test_a_search_without_a_match_says_how_to_go_on(morning):
    async with opened(morning, "5", "slash", *"zzz", "down") as pilot:
        assert "No finding matches." in shown(pilot.app)


async def test_the_filter_offers_what_there_is_with_counts(morning):
    async with opened(morning, "5", "f", size=LARGE) as pilot:
        text = shown(pilot.app)
        for words in ("everything  29", "gravest  1", "likely  27", "Carried across  1"):
            assert words in text


async def test_a_chosen_filter_is_applied_and_named(morning):
    async with opened(morning, "5", "f", "j", "j", "enter") as pilot:
        assert "1 of 29 findings · by weight · only: gravest" in shown(pilot.app) or (
            "only: serious" in shown(pilot.app)
        )


async def test_a_filter_that_is_left_changes_nothing(morning):
    async with opened(morning, "5", "f", "down", "k", "escape") as pilot:
        assert "29 findings · by weight" in shown(pilot.app)


async def test_the_cursor_stays_on_its_finding_when_more_arrive(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "5", "G") as pilot:
        before = marked(pilot.app)
        db = open_store(path)
        with db.atomic():
            findings.put(db, [a_finding(party="new.example", severity=4)])
        db.close()
        await pilot.app.poll()
        await settle(pilot)
        assert "30 findings" in shown(pilot.app)
        assert marked(pilot.app) == before


async def test_enter_opens_a_finding(morning):
    async with opened(morning, "5", "enter") as pilot:
        assert "Why this is shown" in shown(pilot.app)


async def test_nothing_found_says_so(nothing):
    async with opened(nothing, "5", "f") as pilot:
        assert "Nothing found so far." in shown(pilot.app)
