from companion.topics.choice import in_use, model, why_not


def test_what_is_not_installed_is_not_used():
    assert why_not("no_such_package_here") == "not installed"


def test_a_model_that_ends_its_process_is_not_used_and_does_not_end_ours():
    reason = why_not("json", "import os; os.kill(os.getpid(), 4)")
    assert reason == "does not run on this machine (exit -4)"


def test_a_model_that_runs_is_used():
    assert why_not("json", "pass") == ""


def test_what_is_in_use_is_told_in_words():
    told = in_use()
    assert told.startswith("topics of titles: by")
    assert ("by the model" in told) == (why_not() == "") == (model() is not None)
