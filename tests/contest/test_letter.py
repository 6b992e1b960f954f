"""A letter reads as text and as Markdown; what a site sent never becomes markup."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from companion.contest.letter import Line
from companion.contest.letters import write
from tests.contest.occasions import finding, occasion, where_to


def letter(kind="erasure", **changes):
    return write(occasion(kind, where_to(kind), **changes))


def test_text_has_head_body_signature_and_exhibits():
    blocks = letter().text().split("\n\n")
    assert blocks[0] == "To:\nads.example"
    assert blocks[1] == "24 November 2026"
    assert blocks[2] == "Subject: Request to erase data about me"
    assert blocks[-3] == "Exhibits"
    assert blocks[-2].startswith("Exhibit 1: 2026-05-03 12:00:00 UTC, GET https://px.ads.example")


def test_lists_stand_together_and_paragraphs_apart():
    text = letter().text()
    assert "\n\n1. Please erase" in text
    assert "\n2. Please tell" in text
    assert "\n\n2. Please tell" not in text


def test_no_line_of_text_is_long():
    assert max(len(line) for line in letter().text().splitlines()) <= 76


def test_markdown_escapes_what_a_site_sent():
    made = replace(letter(), lines=(Line(text="**bold** [link](x) <b> `code`"),))
    assert "\\*\\*bold\\*\\* \\[link\\](x) \\<b\\> \\`code\\`" in made.markdown()


def test_markdown_has_headings_and_a_list():
    text = letter().markdown()
    assert text.startswith("# Request to erase data about me\n")
    assert "\n\n## Exhibits\n\n" in text
    assert "\n1. Please erase" in text


def test_without_exhibits_there_is_no_heading_for_them():
    made = letter(exhibits=())
    assert "Exhibits" not in made.text()
    assert "Exhibits" not in made.markdown()


def test_an_annex_has_digests():
    assert "SHA-256 of the excerpt:" in letter("complaint").text()
    assert "SHA-256" not in letter().text()


def test_a_note_is_no_letter():
    text = letter("drop").text()
    assert text.startswith("Notes for the California portal DROP (for you, not a letter)")
    assert "Dear" not in text
    assert "Yours" not in text


def test_an_exhibit_without_place_or_value_is_its_request():
    first = letter().exhibits[0]
    made = replace(letter(), exhibits=(replace(first, locator="", value=""),))
    assert made.text().endswith("GET https://px.ads.example/sync.\n")


def test_html_shows_what_a_site_sent_as_text():
    about = finding(site="<script>alert(1)</script>&.example")
    page = write(occasion("access_tracker", about=about)).html()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.startswith("<!doctype html>")
    assert page.count("<p>") > 5


def test_a_mail_draft_has_one_recipient_and_the_whole_text():
    written = replace(
        write(occasion("access_tracker")),
        to=("Ads & Co", "privacy@ads.example", "https://a.example"),
    )
    link = urlsplit(written.mailto())
    assert (link.scheme, link.path) == ("mailto", "privacy@ads.example")
    fields = parse_qs(link.query, strict_parsing=True)
    assert fields["subject"] == [written.subject]
    assert fields["body"] == [written.text().replace("\n", "\r\n")]
    assert replace(written, to=("Ads",)).mailto().startswith("mailto:?subject=")
