"""Dials are numbers from 0 to 1; what is unknown gets one clear line."""

import pytest

from companion.errors import UnreadableInput
from companion.smallweb.dials import Dials, honest, load, share


def test_what_is_not_turned_stays_as_the_demo_has_it(tmp_path):
    (tmp_path / "d.toml").write_text("sync = 0.25")
    dials = load(tmp_path / "d.toml")
    assert dials["sync"] == 0.25
    assert dials["tracking"] == load()["tracking"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "unknown dial 'colour'; known are tracking"),
        ("sync = 2", "sync must be a number from 0 to 1, not 2"),
        ("sync = true", "not True"),
        ("sync = 'much'", "not 'much'"),
        ("sync = ", "can't be read as TOML"),
        (None, "can't be read"),
    ],
)
def test_a_bad_file_gets_one_clear_line(tmp_path, text, said):
    path = tmp_path / "d.toml"
    if text is not None:
        path.write_text(text)
    with pytest.raises(UnreadableInput, match=said) as raised:
        load(path)
    assert "\n" not in str(raised.value)


def test_at_0_nothing_happens_and_at_1_everything():
    cases = range(200)
    assert not any(Dials({"sync": 0.0}).happens("sync", case) for case in cases)
    assert all(Dials({"sync": 1.0}).happens("sync", case) for case in cases)


def test_in_between_a_share_of_cases_and_always_the_same():
    dials = Dials({"sync": 0.3}, seed=5)
    happened = [dials.happens("sync", case) for case in range(1000)]
    assert 250 < sum(happened) < 350
    assert happened == [dials.happens("sync", case) for case in range(1000)]


def test_another_seed_decides_otherwise():
    one, other = (Dials({"sync": 0.5}, seed) for seed in (1, 2))
    assert [one.happens("sync", n) for n in range(64)] != [
        other.happens("sync", n) for n in range(64)
    ]


def test_honest_dials_are_all_0():
    assert set(honest().strengths.values()) == {0.0}
    assert set(honest().strengths) == set(load().strengths)


def test_a_share_is_spread_over_the_unit_interval():
    shares = [share("x", n) for n in range(1000)]
    assert 0 <= min(shares) < 0.05
    assert 0.95 < max(shares) < 1
