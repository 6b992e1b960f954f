"""From a record to findings and tests."""

from companion.classify.classify import FAULT, classify, finding_id, measured
from companion.classify.detector import detectors
from companion.model import FindingKind, Level, Personalized, SignalKind
from tests.builders import a_record, a_signal, a_slate
from tests.compare.worlds import a_round

COOKIES = "The file has no cookies and no Authorization header."
ALIASES = "A file has no host aliases (CNAME)."


def test_a_claim_becomes_a_finding_with_its_detectors_words():
    record = a_record(a_signal(confidence=Level.OBSERVED), contexts={"news.example": "news"})
    (finding,), _ = classify("news.example", record)
    detector = detectors()[FindingKind.TRACKING_IDENTIFIER]
    assert finding.id == finding_id(finding.kind, "news.example", "ads.example")
    assert finding.innocent == detector.explanation.innocent
    assert finding.limits == (
        "The record begins on 3 April 2026 12:00 UTC; what came before is not in it.",
        *detector.explanation.limits,
    )
    assert (finding.contexts, finding.severity) == (("news",), 1)
    assert (finding.detector, finding.detector_version) == (detector.name, detector.version)


def test_what_a_claim_knows_itself_stands_first():
    signal = a_signal(kind=SignalKind.PII, value="seed:email", context="money")
    findings, _ = classify("news.example", a_record(signal))
    assert findings[0].contexts == ("money",)
    assert classify("news.example", a_record(a_signal(party="x.example")))[0][0].contexts == ()


def test_detectors_that_found_nothing_leave_a_test():
    findings, tests = classify("news.example", a_record())
    assert findings == []
    assert {it.kind for it in tests} == set(detectors())
    assert {it.verdict for it in tests} == {"no_difference", "not_tested"}
    assert len({it.id for it in tests}) == len(tests)


def test_what_a_file_cannot_show_is_not_tested_rather_than_absent():
    _, tests = classify("news.example", a_record(from_file=True, lacks=(COOKIES,)))
    blind = {it.kind: it for it in tests}[FindingKind.TRACKING_IDENTIFIER]
    assert (blind.verdict, blind.why, blind.n) == ("not_tested", COOKIES, 0)


def test_what_a_file_shows_nevertheless_is_said_with_its_limits():
    record = a_record(
        a_signal(confidence=Level.OBSERVED), from_file=True, lacks=(COOKIES, ALIASES, "No body.")
    )
    (finding,), tests = classify("news.example", record)
    assert finding.limits[1:4] == (
        "Some of the evidence comes from an imported file.",
        COOKIES,
        ALIASES,
    )
    assert "No body." not in finding.limits
    verdicts = {it.kind: it.verdict for it in tests}
    assert verdicts[FindingKind.TRACKING_IDENTIFIER] == "not_tested"
    assert verdicts[FindingKind.PII_LEAK] == "no_difference"


def test_lost_bodies_leave_what_stands_in_bodies_untested():
    lost = "3 of 9 answers stand in the file without their body."
    _, tests = classify("news.example", a_record(from_file=True, lacks=(lost,)))
    verdicts = {it.kind: it.verdict for it in tests}
    assert verdicts[FindingKind.UNDISCLOSED_INFERENCE] == "not_tested"
    assert verdicts[FindingKind.TRACKING_IDENTIFIER] == "no_difference"


def test_the_same_record_gives_the_same_findings():
    record = a_record(a_signal(confidence=Level.OBSERVED))
    assert classify("news.example", record) == classify("news.example", record)


def test_a_sentence_is_said_once():
    repeated = detectors()[FindingKind.TRACKING_IDENTIFIER].explanation.limits[0]
    record = a_record(
        a_signal(confidence=Level.OBSERVED), from_file=True, lacks=(f"{repeated} cookie",) * 2
    )
    (finding,), _ = classify("news.example", record)
    assert len(finding.limits) == len(set(finding.limits))


def test_a_comparison_is_a_test_of_its_place():
    rounds = [a_round(number) for number in range(5)]
    _, tests = classify("news.example", a_record(a_slate(place=rounds[0].place), *rounds))
    (test,) = [it for it in tests if it.surface and it.kind is FindingKind.INVISIBLE_CURATION]
    assert (test.surface, test.verdict, test.n) == (rounds[0].place, "no_difference", 5)
    assert (test.effect, test.interval, test.q, test.tests_in_family) == (0, (0, 0), 1, 1)
    assert measured(tests) == {rounds[0].place: Personalized.REFUTED}


def test_tests_of_other_kinds_say_nothing_of_a_list():
    _, tests = classify("news.example", a_record())
    assert measured(tests) == {}


class _Broken:
    """A record on which a detector meets what it did not expect."""

    def __init__(self, record):
        self._record = record

    def __getattr__(self, name):
        return getattr(self._record, name)

    def price_rounds(self, site):
        raise KeyError(f"a value of {site}")


def test_a_detector_that_fails_is_told_and_costs_no_other_its_answer():
    sound = a_record(a_signal(confidence=Level.OBSERVED))
    findings, tests = classify("news.example", _Broken(sound))
    failed = {it.kind: it for it in tests if it.why.startswith(FAULT)}
    assert set(failed) == {FindingKind.PRICE_PERSONALIZATION, FindingKind.UNDISCLOSED_EXPERIMENT}
    told = failed[FindingKind.PRICE_PERSONALIZATION]
    assert (told.verdict, told.n) == ("missing", 0)
    assert "KeyError in test_classify.py" in told.why
    assert "a value of" not in told.why
    others, _ = classify("news.example", sound)
    assert findings == others
    assert findings


def test_without_a_fault_none_is_told():
    _, tests = classify("news.example", a_record())
    assert not any(it.why.startswith(FAULT) for it in tests)
