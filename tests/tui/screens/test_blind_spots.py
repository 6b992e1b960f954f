from tests.tui.screen import LARGE, opened, shown


async def test_losses_are_counted_and_named(morning):
    async with opened(morning, "6", size=LARGE) as pilot:
        text = shown(pilot.app)
        for words in (
            "the recorder failed, an exchange was not recorded (2 times)",
            "2026-05-03 11:10 UTC: the proxy was ended from outside",
            "What imported files can't show: morning.har",
            "This file has no cookies",
            "bodies missing: 3",
            "1 site: Too little data: 3 rounds of 5 needed.",
            "1 third-party host, 4.0 KB of data: 75% decoded",
            "companion unknown lists the places",
            "no recording shows",
        ):
            assert words in text


async def test_nothing_lost_says_so(nothing):
    async with opened(nothing, "6", size=LARGE) as pilot:
        assert "Nothing that it knows of." in shown(pilot.app)
        assert "imported files" not in shown(pilot.app)
        assert "decoded" not in shown(pilot.app)
