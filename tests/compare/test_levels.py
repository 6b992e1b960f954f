from companion.compare import levels


def test_the_six_sentences():
    assert levels.observed("3 May 10:02", "an id", "ads.example") == (
        "On 3 May 10:02 your browser sent an id to ads.example"
    )
    assert levels.likely_personal("x") == (
        "Likely: your list differs because of your profile (x; about 1 in 20 such flags may be "
        "wrong if the test's assumptions hold)"
    )
    assert levels.possible("a", "b") == "Possible, not shown: a; what would settle it: b"
    assert levels.no_evidence(5) == (
        "We compared 5 rounds and saw no difference above 0.05; smaller ones could hide."
    )
    assert levels.inconclusive("5") == "Cannot say yet: 5 more rounds needed."
    assert levels.not_tested(3, 5) == "Too little data (3 of 5 needed)."


def test_what_differs_without_a_reason_may_be_a_test_group():
    assert levels.likely_different("x").endswith("it may be a random test group")


def test_what_is_missing_says_why():
    assert levels.missing(("a", "b")) == "missing: not comparable (a; b)"
