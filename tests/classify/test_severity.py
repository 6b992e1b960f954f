"""The contract's table of severities, row by row."""

import pytest

from companion.classify.severity import BASE, PERSONAL, Circumstances, severity
from companion.model import FindingKind, Level, Severity

K = FindingKind


@pytest.mark.parametrize(
    ("kind", "level", "weight"),
    [
        (K.PII_LEAK, Level.OBSERVED, 5),
        (K.SENSITIVE_INFERENCE, Level.OBSERVED, 5),
        (K.PII_LEAK, Level.LIKELY, 4),
        (K.SENSITIVE_INFERENCE, Level.LIKELY, 4),
        (K.CONSENT_IGNORED, Level.OBSERVED, 4),
        (K.GPC_IGNORED, Level.OBSERVED, 4),
        (K.INAPPROPRIATE_INTIMACY, Level.LIKELY, 4),
        (K.PRICE_PERSONALIZATION, Level.LIKELY, 3),
        (K.CROSS_CONTEXT_REUSE, Level.OBSERVED, 3),
        (K.IDENTIFIER_SHARING, Level.OBSERVED, 2),
        (K.UNDISCLOSED_EXPERIMENT, Level.OBSERVED, 2),
        (K.UNDISCLOSED_INFERENCE, Level.LIKELY, 2),
        (K.OPAQUE_INFERENCE, Level.LIKELY, 2),
        (K.NARROWING, Level.LIKELY, 2),
        (K.FADING_ALTERNATIVES, Level.LIKELY, 2),
        (K.TRACKING_IDENTIFIER, Level.OBSERVED, 1),
        (K.INVISIBLE_CURATION, Level.LIKELY, 1),
        (K.CONTEST_NOT_HONOURED, Level.LIKELY, 1),
    ],
)
def test_weight_of_a_kind(kind, level, weight):
    assert severity(kind, level, Circumstances())[0] == weight


@pytest.mark.parametrize("kind", [it for it in K if it is not K.CONTEST_NOT_HONOURED])
def test_anything_possible_weighs_one(kind):
    assert severity(kind, Level.POSSIBLE, Circumstances())[0] == 1


def test_a_list_measured_to_differ_weighs_three():
    measured = Circumstances(measured=True)
    assert severity(K.INVISIBLE_CURATION, Level.LIKELY, measured)[0] == 3


def test_inside_one_company_weighs_one_less_and_says_so():
    weight, why = severity(K.PII_LEAK, Level.OBSERVED, Circumstances(inside=True))
    assert weight == 4
    assert why == "personal data to another party, observed; one lower: inside one company"


def test_a_control_beside_it_weighs_one_less():
    eased = Circumstances(measured=True, eased=True)
    assert severity(K.INVISIBLE_CURATION, Level.LIKELY, eased)[0] == 2


def test_nothing_weighs_less_than_one():
    least = Circumstances(inside=True, eased=True)
    assert severity(K.TRACKING_IDENTIFIER, Level.OBSERVED, least)[0] == 1


def test_a_contest_weighs_what_it_contested():
    contested = Circumstances(contested=Severity.GRAVE)
    assert severity(K.CONTEST_NOT_HONOURED, Level.POSSIBLE, contested)[0] == 4


def test_every_kind_has_a_weight():
    special = {K.INVISIBLE_CURATION, K.CONTEST_NOT_HONOURED}
    assert set(BASE) | set(PERSONAL) | special == set(K)


def test_a_string_alone_weighs_less_than_an_identifier_after_the_signal():
    stated = Circumstances(stated=True)
    assert severity(K.GPC_IGNORED, Level.OBSERVED, stated) == (
        2,
        "a consent string that says otherwise beside an opt-out signal",
    )
