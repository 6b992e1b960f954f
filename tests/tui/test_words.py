from datetime import timedelta

import pytest

from companion.classify.wording import forbidden
from companion.contest.route import RouteKind
from companion.model import (
    ActKind,
    FindingKind,
    Level,
    Owner,
    Personalized,
    Severity,
    SignalKind,
    Surface,
)
from tests.builders import NOON, a_slate
from tui.words import (
    LEVEL_WIDTH,
    SEVERITY_WIDTH,
    age,
    book,
    clock,
    count,
    disclosed,
    kind_meaning,
    kind_title,
    level,
    owned,
    severity,
    window,
    word,
)


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_of_finding_has_a_title_and_a_meaning(kind):
    assert kind_title(kind)
    assert kind_meaning(kind).endswith(".")


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("level", Level),
        ("surface", Surface),
        ("personalized", Personalized),
        ("signal", SignalKind),
        ("act", ActKind),
        ("route", RouteKind),
        ("severity", [str(int(it)) for it in Severity]),
    ],
)
def test_every_value_of_the_contract_has_a_word(table, values):
    assert set(book()[table]) == {str(value) for value in values}


def test_no_word_judges():
    said = [*map(kind_title, FindingKind), *map(kind_meaning, FindingKind)]
    tables = [it for name, it in book().items() if name not in ("kind", "setting")]
    tables += book()["setting"].values()
    said += [words for table in tables for words in table.values()]
    assert forbidden(" ".join(said)) == ()


@pytest.mark.parametrize("value", Severity)
def test_severity_is_a_mark_and_a_word(value):
    shown = severity(value).plain
    assert shown.count("■") == value
    assert shown.count("□") == 5 - value
    assert shown.split()[1].isalpha()
    assert len(shown) <= SEVERITY_WIDTH


@pytest.mark.parametrize("value", Level)
def test_certainty_is_a_mark_and_a_word(value):
    assert value.value in level(value).plain
    assert len(level(value).plain) <= LEVEL_WIDTH
    assert len({level(it).plain[0] for it in Level}) == 3


def test_an_unknown_value_is_its_own_word():
    assert word("surface", "carousel") == "carousel"


def test_times_say_as_much_as_is_needed():
    assert clock(NOON, NOON) == "12:00:00"
    assert clock(NOON - timedelta(days=1), NOON) == " 2 May 12:00"
    assert clock(NOON - timedelta(days=400), NOON) == "2025-03-29"


def test_windows():
    assert window(None, None) == "nothing recorded"
    assert window(NOON, NOON + timedelta(hours=1)) == "3 May 2026, 12:00 to 13:00 UTC"
    over_days = window(NOON, NOON + timedelta(days=1))
    assert over_days == "3 May 2026 12:00 to 4 May 2026 12:00 UTC"


def test_counts():
    assert count(1, "gap") == "1 gap"
    assert count(2_400, "exchange") == "2,400 exchanges"
    assert count(2, "party", "parties") == "2 parties"


def test_an_owner_is_named_beside_its_party_where_it_is_another_name():
    owner = Owner(name="Ads Inc.", source="whotracks.me", date="2026-05-01")
    assert owned("ads.example", owner).plain == "ads.example  Ads Inc."
    assert owned("ads.example", None).plain == "ads.example"


@pytest.mark.parametrize(("value", "said"), [(True, "yes"), (False, "no"), (None, "unclear")])
def test_whether_a_list_says_so(value, said):
    assert disclosed(a_slate(disclosed=value)) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (60 * 24 * 3 + 5, "3 d"), (-5, "0 min")],
)
def test_an_age_is_told_in_its_largest_unit(minutes, said):
    assert age(NOON - timedelta(minutes=minutes), NOON) == said
