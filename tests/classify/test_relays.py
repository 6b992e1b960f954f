"""A vendor's protocol spoken to the site itself."""

from companion.extract.signals.rules import signals
from companion.model import FindingKind, Level
from tests.builders import a_record, a_signal, an_exchange
from tests.classify.said import claims, silences

KIND = FindingKind.IDENTIFIER_SHARING
GA = "/g/collect?v=2&tid=G-ABC123&cid=1203837498.1700000000&en=page_view"


def sent_to(host):
    return signals(an_exchange(f"https://{host}{GA}", party=host)).signals


def test_fires_when_a_site_gets_its_identifier_in_the_form_of_a_vendor():
    (claim,) = claims(KIND, a_record(*sent_to("news.example")))
    assert (claim.party, claim.confidence) == ("google-analytics.com", Level.POSSIBLE)
    assert claim.title.startswith("Possible: on 3 May 2026 12:00 UTC news.example got its own")
    assert claim.measure["server_side"] is True
    assert "What the site's server does next cannot be seen from here." in claim.limits


def test_silent_when_the_vendor_itself_is_spoken_to():
    record = a_record(*sent_to("google-analytics.com"))
    assert not claims(KIND, record)


def test_silent_on_a_protocol_that_is_spoken_to_ones_own_server_by_design():
    own = a_signal(party="news.example", rule="vendor:Matomo", figures={"vendor": "Matomo"})
    record = a_record(own)
    assert not claims(KIND, record)
    assert silences(KIND, record)
