from companion.extract.signals.claim import Claim
from companion.model import Level, SignalKind


def test_a_claim_takes_value_and_tokens_from_its_datum_unless_it_has_its_own():
    claim = Claim(kind=SignalKind.TRAIT, name="age", confidence=Level.POSSIBLE, rule="test")
    assert (claim.value, claim.tokens, dict(claim.figures)) == ("", (), {})
