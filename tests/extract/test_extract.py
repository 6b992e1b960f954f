from companion.extract.extract import extract
from companion.extract.recent import Recent
from companion.model import ActKind
from tests.builders import an_exchange
from tests.extract.reading import ID, UUID

DOCUMENT = (("sec-fetch-dest", "document"),)


def a_page():
    cards = "".join(
        f'<article><a href="/story-{n}"><h3>A story about number {n} here</h3></a></article>'
        for n in range(1, 9)
    )
    return f"<html><title>Front</title><h2>Recommended for you</h2><div>{cards}</div>".encode()


def test_an_exchange_gives_signals_lists_and_acts():
    found = extract(an_exchange(sent=(*DOCUMENT, ("cookie", f"uid={UUID}")), body=a_page()))
    assert [it.name for it in found.signals] == ["uid"]
    assert [it.kind for it in found.acts] == [ActKind.VISIT]
    assert [it.heading for it in found.slates] == ["Recommended for you"]


def test_an_item_of_a_list_that_was_delivered_is_known_when_it_is_followed():
    recent = Recent()
    extract(an_exchange(sent=DOCUMENT, body=a_page()), recent=recent)
    url = "https://news.example/story-3"
    (act,) = extract(an_exchange(url, sent=DOCUMENT, page=url), recent=recent).acts
    assert act.kind is ActKind.CLICK


def test_the_persons_marks_give_the_context():
    exchange = an_exchange(sent=(("cookie", f"uid={ID}"),))
    (signal,) = extract(exchange, marks={"news.example": "work"}).signals
    assert signal.context == "work"


def test_the_context_the_exchange_already_has_stays():
    exchange = an_exchange(sent=(("cookie", f"uid={ID}"),), context="health")
    (signal,) = extract(exchange, marks={"news.example": "work"}).signals
    assert signal.context == "health"


def test_extracting_again_gives_the_same():
    exchange = an_exchange(sent=(*DOCUMENT, ("cookie", f"uid={UUID}")), body=a_page())
    assert extract(exchange) == extract(exchange)


def test_an_empty_exchange_gives_nothing():
    found = extract(an_exchange("https://cdn.example/a.css", received=(), status=0))
    assert (found.signals, found.slates, found.acts, found.notes) == ((), (), (), ())


def test_what_could_not_be_read_is_noted():
    exchange = an_exchange(received=(("content-type", "application/json"),), body=b'{"a": [1, 2')
    assert extract(exchange).notes
