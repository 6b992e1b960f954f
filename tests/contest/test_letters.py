"""Letters say what was measured at its level, all they must, nothing they should avoid."""

import re
from dataclasses import replace

import pytest

from companion.contest.knowledge import knowledge
from companion.contest.letters import write
from companion.contest.texts import language, languages
from companion.errors import UnreadableInput
from companion.model import FindingKind, Level
from tests.contest.occasions import PERSON, finding, leading_to, occasion, where_to

REACHED = sorted(knowledge().letter)
LETTERS = [(code, kind) for code in languages() for kind in language(code).letter]
FORBIDDEN = (
    "ignored",
    "violat",
    "illegal",
    "spies",
    "manipulat",
    "steal",
    "secretly",
    "because of you",
)
AVOIDED = {
    "access": ("copy of my id", "passport", "damages", "compensation", "algorithm"),
    "access_tracker": ("Ada Roe", "ada.roe"),
    "explanation": ("source code",),
    "recommender": ("deadline",),
    "objection_profiling": (),
    "objection_marketing": ("My grounds",),
    "rectification": ("birth", "address:"),
    "erasure": ("before you answer",),
    "optout": ("birth", "passport", "postal address"),
    "price": ("discriminat", "unlawful", "unfair"),
    "reminder": ("overdue", "deadline"),
    "complaint": ("@example.com",),
}


def letter(kind, code="en", **changes):
    return write(occasion(kind, where_to(kind), code, **changes))


@pytest.mark.parametrize("kind", REACHED)
def test_every_letter_is_reached_from_some_finding(kind):
    assert leading_to(kind)


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_no_hole_is_left_open(code, kind):
    text = letter(kind, code).text()
    assert not re.search(r"[{}]", text)
    assert "None" not in text


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_letters_hold_no_forbidden_word(code, kind):
    text = letter(kind, code).text().lower()
    assert [word for word in FORBIDDEN if word in text] == []


@pytest.mark.parametrize("kind", [it for it in REACHED if knowledge().letter[it].avoid])
def test_letters_leave_out_what_they_should_avoid(kind):
    text = letter(kind, sender=PERSON).text()
    assert [it for it in AVOIDED[kind] if it.lower() in text.lower()] == []


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_golden(code, kind, snapshot):
    assert letter(kind, code).text() == snapshot


@pytest.mark.parametrize(("code", "kind"), LETTERS)
def test_every_exhibit_named_is_attached(code, kind):
    made = letter(kind, code)
    word = made.common["exhibit_refs"]
    named = {int(it) for it in re.findall(rf"{word} 1-(\d+)", made.text())}
    assert named <= {len(made.exhibits)}


def test_what_was_observed_is_stated():
    assert "I observed the following on 3 May 2026" in letter("erasure").text().replace("\n", " ")


def test_what_is_likely_is_stated_with_its_figures():
    about = finding(confidence=Level.LIKELY)
    text = letter("erasure", about=about).text().replace("\n", " ")
    assert "My measurement makes the following likely (n = 4, days = 2; exhibits 1-2)" in text


def test_what_is_possible_is_only_asked():
    about = finding(confidence=Level.POSSIBLE)
    text = letter("access_tracker", about=about).text().replace("\n", " ")
    assert "I cannot show the following and therefore only ask whether it is so" in text


def test_what_is_possible_supports_no_objection():
    asked = occasion("erasure")
    about = finding(confidence=Level.POSSIBLE, kind=asked.finding.kind)
    with pytest.raises(UnreadableInput, match="can be asked about, not objected to"):
        write(replace(asked, finding=about))


def test_a_letter_that_a_language_lacks_is_refused():
    about = occasion("access", where_to("access"), "de")
    unheard_of = replace(about, route=replace(about.route, letter="serenade"))
    with pytest.raises(UnreadableInput, match="there is no letter 'serenade' in Deutsch"):
        write(unheard_of)


def test_a_known_account_says_who_the_person_is():
    about = finding(kind=FindingKind.UNDISCLOSED_INFERENCE, party="news.example")
    made = letter("access", about=about, sender=PERSON)
    assert made.lines[0].text == "You know me by my account with the login ada.roe."
    assert made.sender == ("Ada Roe", "Please answer to ada@example.org")


def test_a_tracker_gets_values_and_no_name():
    made = letter("access_tracker", sender=PERSON)
    text = made.text()
    assert "- k3jd92hf83hd7w2q, at px.ads.example, seen on 3 May 2026" in text
    assert "[email], at" not in text
    assert "Ada" not in text
    assert made.sender[0] == "A person who uses the browser described above"


def test_without_values_or_account_the_exhibits_say_who_it_is():
    about = finding(kind=FindingKind.PII_LEAK)
    assert "by the requests of my browser in exhibits 1-2" in letter(
        "erasure", about=about
    ).text().replace("\n", " ")


def test_values_of_others_serve_where_the_recipient_has_none():
    about = finding(kind=FindingKind.IDENTIFIER_SHARING, party="broker.example")
    assert "at px.ads.example" in letter("access_tracker", about=about).text()


def test_without_exhibits_the_record_is_offered():
    assert "my record, on request" in letter("erasure", exhibits=()).text()
    one = letter("erasure", exhibits=occasion("erasure").exhibits[:1])
    assert "(Exhibit 1)" in one.text()


def test_labels_and_fields_are_named():
    labels = finding(
        kind=FindingKind.UNDISCLOSED_INFERENCE,
        party="news.example",
        measure={"labels": ("a = b", "c = d")},
    )
    assert "a = b; c = d." in letter("access", about=labels).text()
    fields = finding(kind=FindingKind.PII_LEAK)
    assert "sent email and phone to ads.example" in letter("erasure", about=fields).text().replace(
        "\n", " "
    )


def test_answers_fill_the_blanks():
    text = letter("objection_profiling", answers={"grounds": "It shames me.", "view": ""}).text()
    assert "My grounds: It shames me." in text


def test_days_between_are_named():
    about = finding(last_seen=finding().first_seen.replace(day=9))
    assert "between 3 May 2026 and 9 May 2026" in letter("erasure", about=about).text().replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("access_tracker", "The law gives you 1 month for your answer"),
        ("withdrawal", "By law this takes effect at once."),
        ("recommender", "this is a courtesy period of mine"),
    ],
)
def test_no_period_is_called_law_that_is_none(kind, words):
    assert words in letter(kind).text().replace("\n", " ")


def test_a_law_is_named_in_the_language_of_the_letter():
    text = letter("access_tracker", "de").text().replace("\n", " ")
    assert "Datenschutz-Grundverordnung, (EU) 2016/679, Art. 15(1)-(3)" in text


def test_a_letter_goes_to_one_recipient():
    about = finding(party="criteo.com")
    made = letter("access_tracker", about=about)
    assert made.to[0] == "Criteo"
    assert len(made.to) == 2
    complaint = write(occasion("complaint", "DE"))
    assert complaint.to == ("the body in charge of where you live",)


def test_without_a_law_none_is_named():
    asked = occasion("erasure")
    bare = replace(asked, route=replace(asked.route, law=()))
    text = write(bare).text()
    assert "I base this on no particular law." in text
    assert "courtesy period" in text


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("kind", ["undisclosed_inference", "opaque_inference"])
def test_a_claim_without_labels_reads_as_a_sentence(language, kind):
    about = finding(kind=FindingKind(kind), measure={"days": 2})
    text = write(occasion("access", about=about, language=language)).text()
    assert ": ." not in text
    assert " ." not in text


def test_a_likely_claim_without_figures_has_no_empty_place():
    about = finding(confidence=Level.LIKELY, measure={"sender": "dmp.example"})
    text = write(occasion("access_tracker", about=about)).text()
    assert "(;" not in text.replace("\n", "")
