import numpy as np

from companion.compare.groups import groups, silhouette
from tests.compare.worlds import BASE, changed, noisy, some_rounds

OTHER = changed(BASE, 10, "b", np.random.default_rng(2))
QUIET = {"swaps": 2, "new": 0}


def rng() -> np.random.Generator:
    return np.random.default_rng(5)


def split(mine=BASE, share: float = 0.5, count: int = 10):
    """Rounds in which each stranger is drawn into one of two groups."""
    random = rng()
    rounds = some_rounds(random, count=count, mine=lambda _: mine, noise=QUIET)
    return [
        type(one)(
            key=one.key,
            site=one.site,
            place=one.place,
            seen_at=one.seen_at,
            mine=one.mine,
            strangers=tuple(
                noisy(random, OTHER if random.random() < share else BASE, **QUIET) for _ in range(2)
            ),
        )
        for one in rounds
    ]


def test_strangers_in_two_groups():
    found = groups(split())
    assert len(found.sizes) == 2
    assert sum(found.sizes) == 20
    assert found.silhouette >= 0.6
    assert found.mine is not None


def test_the_group_the_person_is_in():
    assert groups(split(BASE)).mine != groups(split(OTHER)).mine


def test_noise_makes_no_groups():
    assert groups(some_rounds(rng(), count=10)) is None


def test_equal_lists_make_no_groups():
    assert groups(some_rounds(rng(), count=10, noise={"swaps": 0, "new": 0})) is None


def test_a_catalogue_that_changed_for_all_makes_no_groups():
    """The two halves of the rounds differ, and no half has groups in itself."""
    both = lambda number: BASE if number < 5 else OTHER  # noqa: E731
    assert groups(some_rounds(rng(), count=10, mine=both, theirs=both, noise=QUIET)) is None


def test_four_strangers_are_too_few():
    assert groups(split(count=2)) is None


def test_one_stranger_is_no_group():
    """A single list that is unlike all others may be an error."""
    rounds = some_rounds(rng(), count=10, noise=QUIET)
    odd = type(rounds[0])(
        key="odd",
        site="news.example",
        place=rounds[0].place,
        seen_at=rounds[0].seen_at,
        mine=rounds[0].mine,
        strangers=(OTHER, rounds[0].strangers[0]),
    )
    assert groups([odd, *rounds]) is None


def test_a_list_dealt_anew_on_each_request_has_no_home():
    random = rng()
    rounds = split()
    dealt = [
        type(one)(
            key=one.key,
            site=one.site,
            place=one.place,
            seen_at=one.seen_at,
            mine=tuple(noisy(random, side, **QUIET) for side in (BASE, OTHER)),
            strangers=one.strangers,
        )
        for one in rounds
    ]
    assert groups(dealt).mine is None


def test_silhouette_of_two_far_pairs():
    square = np.array([[0, 0.1, 1, 1], [0.1, 0, 1, 1], [1, 1, 0, 0.1], [1, 1, 0.1, 0]])
    assert silhouette(square, np.array([0, 0, 1, 1])) == 0.9
    assert silhouette(np.zeros((4, 4)), np.array([0, 0, 1, 1])) == 0


def test_groups_of_which_only_some_come_again_are_none():
    """In the second half a third sort of list takes part."""
    third = changed(BASE, 10, "c", np.random.default_rng(3))
    mixed = split()
    odd = [
        type(one)(
            key=one.key,
            site=one.site,
            place=one.place,
            seen_at=one.seen_at,
            mine=one.mine,
            strangers=(noisy(rng(), third, **QUIET), one.strangers[0]),
        )
        for one in mixed[5:]
    ]
    assert groups([*mixed[:5], *odd]) is None
