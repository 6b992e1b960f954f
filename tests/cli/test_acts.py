import json


def test_weeks_count_whose_idea_it_was(companion, capture):
    companion("import", capture)
    rows = json.loads(companion("acts", "--weeks", "--json").out)
    assert set(rows[0]) == {"site", "week", "own", "suggested", "unknown"}
    assert companion("acts", "--weeks").out.startswith("site ")
    assert rows[0]["site"] in companion("acts", "--weeks", "--site", rows[0]["site"]).out


def test_weeks_go_with_site_and_time_only(companion):
    assert companion("acts", "--weeks", "--kind", "visit").status == 2
    assert companion("acts", "--weeks", "--csv").status == 2
