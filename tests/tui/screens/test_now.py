from datetime import timedelta

from companion.contest import shield
from companion.model import SELF_COPY, Origin, Role, Visitor
from companion.settings import data_folder, load
from companion.store import exchanges, progress
from companion.store.open import open_store
from companion.store.rounds import ASKED
from tests.builders import NOON, an_exchange
from tests.tui.filled import fill
from tests.tui.screen import LARGE, lines, opened, press, settle, shown


def more(path, *addresses):
    """Exchanges that arrive later."""
    db = open_store(path)
    with db.atomic():
        exchanges.keep(
            db, [an_exchange(it, seen_at=NOON + timedelta(seconds=1)) for it in addresses]
        )
    db.close()


async def test_says_where_one_is_and_who_is_here(morning):
    async with opened(morning, "2") as pilot:
        assert "You are on news.example" in shown(pilot.app)
        assert "1 other party here with you: ads.example" in shown(pilot.app)


async def test_the_newest_stand_first_with_identifiers_veiled(morning):
    async with opened(morning, "2", size=LARGE) as pilot:
        first, second = [line for line in lines(pilot.app) if "11:" in line][:2]
        assert "▸ 11:50:00" in first
        assert "/api/feed" in first
        assert "k3jd…2q" in second
        assert "k3jd92hf83hd7w2q" not in shown(pilot.app)


async def test_what_arrives_is_shown_at_the_top(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "2") as pilot:
        more(path, "https://late.example/fresh")
        await pilot.app.poll()
        await settle(pilot)
        assert "/fresh" in next(line for line in lines(pilot.app) if "▸" in line)
        assert "43 exchanges" in lines(pilot.app)[0]


async def test_further_down_the_list_stands_still_and_counts(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "2", "j") as pilot:
        more(path, "https://late.example/fresh", "https://late.example/too")
        await pilot.app.poll()
        await settle(pilot)
        assert "/fresh" not in shown(pilot.app)
        assert "2 new, g shows them" in shown(pilot.app)
        await press(pilot, "g")
        assert "/fresh" in shown(pilot.app)


async def test_the_end_is_one_key_away(morning):
    async with opened(morning, "2", "G") as pilot:
        assert "/page/0" in next(line for line in lines(pilot.app) if "▸" in line)


async def test_enter_opens_the_exchange(morning):
    async with opened(morning, "2", "enter") as pilot:
        assert "GET https://news.example/api/feed" in shown(pilot.app)


async def test_nothing_recorded_says_how_something_would_come(nothing):
    async with opened(nothing, "2") as pilot:
        assert "Nothing has arrived yet." in shown(pilot.app)
        assert "You are on" not in shown(pilot.app)


async def test_a_site_that_takes_it_for_a_robot_is_named_and_let_pass_with_one_key(tmp_path):
    path = fill(tmp_path / "companion.db")
    db = open_store(path)
    with db.atomic():
        progress.add(db, "challenge shop.example")
    db.close()
    async with opened(path, "2") as pilot:
        assert "shop.example may take this recording for a robot" in shown(pilot.app)
        await press(pilot, "x")
        assert "may take this recording" not in shown(pilot.app)
    assert load(data_folder(path) / "settings.toml").exclude == ("shop.example",)


async def test_without_one_no_key_is_offered(morning):
    async with opened(morning, "2", "x") as pilot:
        assert "robot" not in shown(pilot.app)
        assert "Let it pass" not in shown(pilot.app)


async def test_one_key_has_the_site_asked_as_strangers_and_no_more(tmp_path):
    path = fill(tmp_path / "companion.db")
    settings = data_folder(path) / "settings.toml"
    async with opened(path, "2") as pilot:
        assert "Asked as strangers" not in shown(pilot.app)
        await press(pilot, "t")
        assert load(settings).twins == ("news.example",)
        assert "strangers 0 · sent in your name: 0 · missing 0" in shown(pilot.app)
        await press(pilot, "t")
        assert load(settings).twins == ()


async def test_a_site_that_only_this_recording_asks_is_told_before_the_first_copy(tmp_path):
    path = fill(tmp_path / "companion.db")
    db = open_store(path)
    with db.atomic():
        progress.keep_fact(db, ASKED, "shop.example news.example")
    db.close()
    async with opened(path, "2") as pilot:
        assert "strangers 0 · sent in your name: 0 · missing 0" in shown(pilot.app)


async def test_what_was_sent_for_comparison_is_counted_and_marked(tmp_path):
    path = fill(tmp_path / "companion.db")
    later = {"seen_at": NOON + timedelta(seconds=1), "origin": Origin.TWIN}
    stranger = Visitor(name="stranger-k-1", role=Role.CONTROL)
    own = Visitor(name=SELF_COPY, role=Role.CONTROL)
    db = open_store(path)
    with db.atomic():
        exchanges.keep(
            db,
            [
                an_exchange("https://news.example/s", round="k/C1", visitor=stranger, **later),
                an_exchange("https://news.example/m", round="k/U2", visitor=own, status=401,
                            notes=("missing: it was asked to sign in (401)",), **later),
            ],
        )  # fmt: skip
    db.close()
    async with opened(path, "2", size=LARGE) as pilot:
        assert "strangers 1 · sent in your name: 1 · missing 1 (it was asked to" in shown(pilot.app)
        assert "as a stranger /s" in shown(pilot.app)
        assert "copy in your name /m" in shown(pilot.app)


async def test_where_nobody_is_nothing_can_be_switched_on(nothing):
    async with opened(nothing, "2", "t") as pilot:
        assert "Ask as strangers" not in shown(pilot.app)


async def test_a_party_is_blocked_from_where_one_is(tmp_path):
    path = fill(tmp_path / "companion.db")
    async with opened(path, "2", "j", "s", "j", "j", "enter") as pilot:
        assert "◆ 1 held back" in shown(pilot.app)
    (action,) = shield.load(shield.place(data_folder(path)))
    assert action.words == "requests to ads.example blocked"


async def test_from_where_one_is_the_whole_shield_opens(morning):
    async with opened(morning, "2", "s", "G", "k", "j", "j", "j", "enter") as pilot:
        assert "Nothing is held back" in shown(pilot.app)
