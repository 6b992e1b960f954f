"""The command line as a person uses it: one clear line where something is wrong."""

import json
from datetime import UTC, datetime, timedelta

import click
import pytest

from companion.cli._times import parse_since, short
from companion.settings import Settings, data_folder, save
from tests.captures import UID
from tests.captures import page as html_page


@pytest.fixture
def imported(companion, capture):
    assert companion("import", capture).status == 0
    return companion


def test_help_lists_every_command(companion):
    said = companion("--help", db=None)
    assert said.status == 0
    assert all(name in said.out for name in ("import", "watch", "report", "doctor"))


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["forget"],
        ["watch", "--port", "x"],
        ["watch", "--allow-target", "nas.local"],
        ["watch", "--allow-target", "nas.local:99999"],
        ["watch", "--upstream", "127.0.0.1:3128"],
        ["watch", "--upstream-ca", __file__],
    ],
)
def test_bad_usage_is_one_line_and_two(companion, words):
    said = companion(*words, db=None)
    assert said.status == 2
    assert "Traceback" not in said.err


def test_a_fault_of_ours_is_one_line_and_traced_only_when_asked(companion, monkeypatch):
    import companion.cli.sites as broken

    def fail(**_given: object) -> None:
        raise ZeroDivisionError("ann.lee@mail.example")

    monkeypatch.setattr(broken.command, "callback", fail)
    said = companion("sites")
    assert (said.status, len(said.err.splitlines())) == (2, 1)
    assert "ann.lee" not in said.err
    monkeypatch.setenv("COMPANION_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        companion("sites")


def test_an_import_says_what_it_took_and_what_the_file_can_not_show(companion, capture):
    said = companion("import", capture)
    assert (said.status, "3 exchanges" in said.out) == (0, True)
    assert "not tested" in said.out


def test_importing_twice_changes_nothing(imported, capture):
    before = imported("export").out
    assert "(0 of them new)" in imported("import", capture).out
    after = imported("export").out
    strip = [line for line in before.splitlines() if "generated_at" not in line]
    assert strip == [line for line in after.splitlines() if "generated_at" not in line]


def test_a_file_that_can_not_be_read_does_not_stop_the_others(companion, capture, tmp_path):
    bad = tmp_path / "bad.har"
    bad.write_text("no har at all")
    said = companion("import", bad, tmp_path / "gone.har", capture)
    assert said.status == 2
    assert "3 exchanges" in said.out
    assert len([line for line in said.err.splitlines() if line.startswith("companion: ")]) == 2


def test_a_tracker_is_found_with_its_evidence(imported):
    found = json.loads(imported("findings", "--json").out)
    kinds = {(one["kind"], one["party"]) for one in found}
    assert ("tracking_identifier", "ads.example") in kinds
    assert ("identifier_sharing", "partner.example") in kinds
    assert all(one["evidence"] and one["innocent"] for one in found)


def test_a_picked_list_is_shown_as_delivered(imported):
    (slate,) = json.loads(imported("slates", "--json").out)
    assert (slate["heading"], slate["surface"]) == ("Recommended for you", "recommendation")
    assert [item["rank"] for item in slate["items"]] == [1, 2, 3, 4, 5, 6]


def test_a_list_is_printed_in_its_order(imported):
    lines = imported("slates").out.splitlines()
    assert lines[0].startswith("Recommended for you  ·  recommendation  ·  says it is personal")
    ranked = [line for line in lines if line[:6].strip().isdigit()]
    assert [line.split()[0] for line in ranked[:6]] == list("123456")
    assert "ridge walk" in ranked[0]


def test_a_page_is_explained_list_by_list(imported, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(html_page())
    for where in (page, "https://news.example/"):
        said = imported("slates", "--html", where).out
        assert "TAKEN as recommendation: “Recommended for you”, 6 entries" in said
        assert "its heading is one that recommendations and feeds have" in said
    assert imported("slates", "--html", tmp_path / "none").status == 2
    assert imported("slates", "--html", "https://other.example/").status == 2


def test_a_page_whose_body_is_not_kept_is_told_so(companion, capture):
    place = data_folder(companion.store)
    save(place / "settings.toml", Settings(keep="nothing"))
    companion("import", capture)
    said = companion("slates", "--html", "https://news.example/")
    assert said.status == 2
    assert "no body is kept (not kept: read, then dropped as you chose)" in said.err


def test_lists_on_screen_mask_identifiers_and_exports_do_not(imported):
    assert UID not in imported("signals").out
    assert UID in imported("export").out
    assert UID not in imported("export", "--redact").out


def test_what_would_leave_is_shown_before_and_nothing_is_written(imported, tmp_path):
    said = imported("export", "--preview", "-o", tmp_path / "never")
    assert said.status == 0
    assert "Taken out:" in said.out
    assert "Leaves:" in said.out
    assert UID not in said.out
    assert not (tmp_path / "never").exists()
    assert "--preview" in imported("export", "--redact").err


@pytest.mark.parametrize("noun", ["findings", "signals", "slates", "sites", "contexts", "acts"])
def test_every_list_has_a_table_json_and_csv(imported, noun, tmp_path):
    rows = json.loads(imported(noun, "--json").out)
    assert isinstance(rows, list)
    assert imported(noun).status == 0
    folder = tmp_path / "csv"
    assert imported(noun, "--csv", "-o", folder).status == 0
    assert (folder / f"{noun}.csv").exists()
    assert imported(noun, "--csv").status == 2


def test_lists_are_filtered(imported):
    assert json.loads(imported("findings", "--json", "--site", "other.example").out) == []
    assert json.loads(imported("signals", "--json", "--kind", "pii").out) == []
    assert json.loads(imported("slates", "--json", "--kind", "recommendation").out)
    assert json.loads(imported("sites", "--json", "--since", "2030-01-01").out) == []
    assert imported("signals", "--since", "yesterday").status == 2


def test_an_empty_store_says_what_to_do(companion):
    assert "companion import FILE" in companion("findings").err


def test_a_record_without_what_was_asked_for_is_not_called_empty(imported):
    said = imported("findings", "--site", "other.example")
    assert "no findings of what you asked for" in said.err
    assert "import FILE" not in said.err


def test_an_import_says_how_to_go_on(imported, capture, tmp_path):
    assert "companion open" in imported("import", capture).err


def test_findings_are_listed_with_the_id_that_contesting_asks_for(imported):
    first = imported("findings").out.splitlines()[1].split()[0]
    assert imported("contest", "routes", first).status == 0


def test_findings_fit_into_a_hundred_columns_with_their_whole_titles(imported):
    said = imported("findings").out
    assert max(map(len, said.splitlines())) <= 100
    words = " ".join(said.split())
    found = json.loads(imported("findings", "--json").out)
    assert [it["title"] for it in found if " ".join(it["title"].split()) not in words] == []


def test_without_a_country_routes_say_what_is_left_out(imported):
    finding = imported("findings").out.splitlines()[1].split()[0]
    assert "where you live" in imported("contest", "routes", finding).err
    place = imported.store.with_name(imported.store.name + ".d") / "settings.toml"
    place.write_text('country = "DE"\nstart = "live"\n')
    assert imported("contest", "routes", finding).err == ""


def test_a_route_without_a_letter_says_so(imported):
    finding = imported("findings").out.splitlines()[1].split()[0]
    routes = json.loads(imported("contest", "routes", finding, "--json").out)
    route = next(route["id"] for route in routes if not route["letter"])
    said = imported("contest", "letter", finding, "--route", route)
    assert (said.status, "without a letter" in said.err) == (2, True)


def test_without_cases_it_is_said_how_one_begins(imported):
    assert "contest start" in imported("contest", "list").err


def test_an_export_is_the_document_of_the_contract(imported, tmp_path):
    target = tmp_path / "out.json"
    assert imported("export", "-o", target).status == 0
    document = json.loads(target.read_text())
    assert document["version"] == 1
    assert document["visitors"] == [{"name": "self", "role": "self"}]
    assert len(document["exchanges"]) == 3
    assert document["record"]["from"] == "2026-05-03T12:00:00.000000Z"
    assert imported("export", "--format", "csv").status == 2
    assert imported("export", "--format", "csv", "-o", tmp_path / "all").status == 0
    assert (tmp_path / "all" / "exchanges.csv").exists()


@pytest.mark.parametrize(
    "words", [("export",), ("export", "--redact"), ("report",), ("report", "--no-redact")]
)
def test_what_is_written_is_for_its_owner_alone(imported, tmp_path, words):
    target = tmp_path / "written"
    assert str(target) in imported(*words, "-o", target).out
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("words", [("export",), ("report",)])
def test_a_place_that_is_not_there_is_told_in_a_line(imported, tmp_path, words):
    said = imported(*words, "-o", tmp_path / "nowhere" / "written")
    assert said.status == 2
    assert "nowhere" in said.err


def test_rebuilding_gives_the_same_ids(imported):
    before = json.loads(imported("export").out)
    assert imported("analyze", "--rebuild").status == 0
    after = json.loads(imported("export").out)
    for name in ("signals", "slates", "acts", "findings", "tests"):
        assert sorted(one["id"] for one in before[name]) == sorted(one["id"] for one in after[name])


def test_a_report_is_one_file_and_masks_by_default(imported, tmp_path):
    target = tmp_path / "r.html"
    assert imported("report", "-o", target).status == 0
    assert UID not in target.read_text()
    assert "ads.example" in target.read_text()
    assert imported("report", "-o", tmp_path).status == 2
    assert imported("report", "-o", tmp_path / "no" / "r.html").status == 2


def test_a_seed_is_never_shown_and_finds_a_leak(companion, tmp_path, capture):
    har = json.loads(capture.read_text())
    har["log"]["entries"][2]["request"]["url"] += "&em=ann.lee%40mail.example"
    capture.write_text(json.dumps(har))
    assert companion("import", capture).status == 0
    assert companion("seeds", "add", "email=ann.lee@mail.example").status == 0
    listed = companion("seeds", "list").out
    assert "ann.lee" not in listed
    assert "ends in le" in listed
    exported = companion("export").out
    assert "ann.lee" not in exported
    assert "seed:email" in exported
    assert any(one["kind"] == "pii_leak" for one in json.loads(companion("findings", "--json").out))
    assert companion("seeds", "remove", "email").status == 0
    assert companion("seeds", "remove", "email").status == 1


def test_without_seeds_it_is_said_how_one_is_added(companion):
    assert "seeds add email" in companion("seeds", "list").err
    companion("seeds", "add", "email=ann.lee@mail.example")
    assert companion("seeds", "list").err == ""
    assert "1 value of email removed" in companion("seeds", "remove", "email").out


def test_seeds_may_come_from_a_file(companion, capture, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.write_text("email=ann.lee@mail.example\n")
    assert companion("import", capture, "--seeds", seeds).status == 0
    assert "email" in companion("seeds", "list").out


def test_a_strangers_capture_is_no_finding_about_the_person(companion, capture):
    assert companion("import", capture, "--visitor", "c1", "--role", "control").status == 0
    assert json.loads(companion("findings", "--json").out) == []
    assert json.loads(companion("signals", "--json").out)


@pytest.mark.parametrize(
    "what", [["--all"], ["--site", "news.example"], ["--before", "2030-01-01"]]
)
def test_forgetting_is_proven(imported, what):
    said = imported("forget", "--yes", *what)
    assert said.status == 0
    assert "none of their ids is left" in said.out
    assert json.loads(imported("findings", "--json").out) == []
    raw = imported.store.read_bytes()
    assert UID.encode() not in raw


def test_a_part_of_life_that_is_not_there_takes_nothing_along(imported):
    assert "0 exchanges" in imported("forget", "--yes", "--context", "nowhere").out


def test_the_doctor_finds_a_store_that_others_can_read(imported):
    assert imported("doctor").status == 0
    imported.store.chmod(0o644)
    said = imported("doctor")
    assert said.status == 1
    assert "chmod go=" in said.out


def test_uninstalling_leaves_nothing(imported):
    assert imported("uninstall", "--yes").status == 0
    assert list(imported.store.parent.iterdir()) == []
    assert "nothing is there" in imported("uninstall", "--yes").out


def test_a_finding_has_routes_a_letter_and_a_case(imported):
    finding = next(
        one
        for one in json.loads(imported("findings", "--json").out)
        if one["kind"] == "identifier_sharing"
    )
    assert finding["remedies"]
    routes = json.loads(imported("contest", "routes", finding["id"], "--json").out)
    assert routes
    assert "tells them" in imported("contest", "routes", finding["id"]).out
    route = routes[0]["id"]
    case = imported("contest", "start", finding["id"], "--route", route).out.split()[2]
    assert imported("contest", "start", finding["id"], "--route", route).status == 0
    assert case in imported("contest", "list").out
    assert json.loads(imported("contest", "list", "--json").out)[0]["state"] == "draft"
    assert imported("contest", "move", case, "sent", "--note", "by mail").status == 0
    assert imported("contest", "move", case, "nonsense").status == 2
    assert imported("contest", "move", "nobody", "sent").status == 2
    assert imported("contest", "routes", "nobody").status == 2
    assert imported("contest", "letter", finding["id"], "--route", "nowhere").status == 2


def test_a_letter_is_written_and_never_sent(imported, tmp_path):
    finding = next(
        one
        for one in json.loads(imported("findings", "--json").out)
        if one["confidence"] == "observed" or one["confidence"] == "likely"
    )
    place = imported.store.with_name(imported.store.name + ".d") / "settings.toml"
    place.write_text('country = "DE"\nstart = "live"\n')
    routes = json.loads(imported("contest", "routes", finding["id"], "--json").out)
    letters = [route["id"] for route in routes if route["letter"]]
    assert letters
    target = tmp_path / "letter.txt"
    words = ("contest", "letter", finding["id"], "--route", letters[0])
    assert imported(*words, "-o", target).status == 0
    assert "ads.example" in target.read_text() or "partner.example" in target.read_text()
    assert imported(*words, "--language", "de", "--format", "markdown").status == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7d", datetime(2026, 5, 3, tzinfo=UTC)),
        ("2w", datetime(2026, 4, 26, tzinfo=UTC)),
        ("2026-05-03T12:00:00Z", datetime(2026, 5, 3, 12, tzinfo=UTC)),
        ("2026-05-03", datetime(2026, 5, 3, tzinfo=UTC)),
    ],
)
def test_a_time_is_a_date_or_a_span_back(text, expected):
    assert parse_since(text, datetime(2026, 5, 10, tzinfo=UTC)) == expected


@pytest.mark.parametrize("text", ["soon", "7y", "99999999999d"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(click.BadParameter):
        parse_since(text)


def test_times_are_read_in_utc():
    assert short(datetime(2026, 5, 3, 12, 30, tzinfo=UTC) + timedelta(0)) == "2026-05-03 12:30"


def test_an_export_as_parquet_is_a_file_for_each_array(imported, tmp_path):
    said = imported("export", "--format", "parquet", "-o", tmp_path / "out")
    assert said.status == 0
    assert (tmp_path / "out" / "exchanges.parquet").exists()


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_files_for_each_array_need_a_folder(imported, form):
    said = imported("export", "--format", form)
    assert said.status == 2
    assert f"--format {form} writes one file per array" in said.err
