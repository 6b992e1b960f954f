from tests.tui.screen import LARGE, opened, press, shown


async def test_three_findings_the_gravest_first_then_the_rest_by_party(morning):
    async with opened(morning, size=LARGE) as pilot:
        text = shown(pilot.app)
        places = [
            text.index(words)
            for words in ("your browser sent your e-mail", "Recommended for you", "one identifier")
        ]
        assert places == sorted(places)
        assert "holds 2 labels" not in text
        assert "ads.example                   18 more like this" in text


async def test_the_record_says_from_when_to_when(morning):
    async with opened(morning, size=LARGE) as pilot:
        assert "3 May 2026, 11:00 to 11:50 UTC" in shown(pilot.app)
        assert "42 exchanges · 3 sites" in shown(pilot.app)


async def test_enter_opens_the_marked_finding_and_escape_comes_back(morning):
    async with opened(morning, "enter") as pilot:
        assert "Why this is shown" in shown(pilot.app)
        await press(pilot, "escape")
        assert "What matters most" in shown(pilot.app)


async def test_a_folded_party_opens_the_list_of_its_findings(morning):
    async with opened(morning, "j", "j", "j", "enter", size=LARGE) as pilot:
        text = shown(pilot.app)
        assert "19 of 29 findings" in text
        assert "tags.example" not in text


async def test_the_last_block_leads_to_the_blind_spots(morning):
    async with opened(morning, "G", "enter") as pilot:
        assert "What the recording lost" in shown(pilot.app)


async def test_an_empty_record_says_what_to_do_next(nothing):
    async with opened(nothing) as pilot:
        text = shown(pilot.app)
        assert "Nothing is recorded yet." in text
        assert "companion watch" in text
        assert "What matters most" not in text


async def test_a_record_without_findings_says_that_silence_is_no_proof(tmp_path):
    path = a_quiet_store(tmp_path)
    async with opened(path) as pilot:
        text = shown(pilot.app)
        assert "Nothing found so far." in text
        assert "no proof" in text
        assert "companion watch" not in text


async def test_many_parties_are_folded_once_more(tmp_path):
    path = a_store_of_parties(tmp_path, 20)
    async with opened(path, size=LARGE) as pilot:
        assert "8 more parties, 8 findings" in shown(pilot.app)
        await press(pilot, "G", "k", "enter")
        assert "by weight" in shown(pilot.app)


def a_quiet_store(folder):
    from companion.store import exchanges
    from companion.store.open import open_store
    from tests.builders import an_exchange

    db = open_store(folder / "companion.db")
    with db.atomic():
        exchanges.keep(db, [an_exchange()])
    db.close()
    return folder / "companion.db"


def a_store_of_parties(folder, number):
    from companion.store import exchanges, findings
    from companion.store.open import open_store
    from tests.builders import a_finding, an_exchange

    db = open_store(folder / "companion.db")
    with db.atomic():
        exchanges.keep(db, [an_exchange()])
        findings.put(db, [a_finding(party=f"p{n:02}.example") for n in range(number + 1)])
    db.close()
    return folder / "companion.db"
