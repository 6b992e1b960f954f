"""What a person would not want kept is in no file afterwards, whatever carried it."""

import base64
import hashlib
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from companion import pipeline
from companion.intake.amend import add_seeds
from companion.intake.files import import_file
from companion.model import Visitor
from companion.redact.seeds import Seed
from companion.report.document import exchange, signal
from companion.settings import data_folder
from companion.store import exchanges, signals
from companion.store.open import open_store
from tests.captures import a_har, an_entry

MAIL = "canary.lee@mail.example"
PASSWORD = "canary-Horse-47"
CARD = "4111111111111111"
SESSION = "canarysession8f3k2"
FORMS = (
    MAIL,
    quote(MAIL, safe=""),
    base64.b64encode(MAIL.encode()).decode().rstrip("="),
    hashlib.sha256(MAIL.encode()).hexdigest(),
    hashlib.md5(MAIL.encode()).hexdigest(),
)


@pytest.fixture
def capture(tmp_path) -> Path:
    """A sign-in, a payment, and the mail address in every way to every carrier."""
    post = {"mimeType": "application/x-www-form-urlencoded"}
    sign_in = an_entry(
        "https://shop.example/login", second=5, sent={"cookie": f"PHPSESSID={SESSION}"}
    )
    sign_in["request"] |= {
        "method": "POST",
        "postData": post | {"text": f"email={quote(MAIL)}&password={PASSWORD}"},
    }
    pay = an_entry(
        "https://shop.example/api/pay", second=6, sent={"authorization": f"Bearer {SESSION}"}
    )
    pay["request"] |= {
        "method": "POST",
        "postData": {
            "mimeType": "application/json",
            "text": json.dumps({"card": {"number": CARD, "cvc": "321"}, "mail": MAIL}),
        },
    }
    carried = [
        an_entry(
            f"https://ads.example/p?x={quote(form, safe='%')}", second=10 + n,
            sent={"referer": f"https://a.example/{quote(form, safe='%')}", "cookie": f"m={form}"},
            received={"set-cookie": f"m={form}; Path=/", "content-type": "application/json"},
            body=json.dumps({"user": {"mail": form}}),
        )
        for n, form in enumerate(FORMS)
    ]  # fmt: skip
    path = tmp_path / "capture.har"
    path.write_text(json.dumps(a_har(sign_in, pay, *carried)))
    return path


def _files(store: Path) -> bytes:
    places = [*store.parent.glob(f"{store.name}*")]
    return b"".join(
        file.read_bytes()
        for place in places
        for file in ([place] if place.is_file() else place.rglob("*"))
        if file.is_file()
    )


@pytest.mark.parametrize("afterwards", [False, True], ids=["seed first", "seed added later"])
def test_no_canary_is_left_in_any_file(tmp_path, capture, afterwards):
    path = tmp_path / "data" / "companion.db"
    with open_store(path) as db:
        if not afterwards:
            add_seeds(db, path, [Seed("email", MAIL)], lambda _: None)
        import_file(pipeline.start(db, path), capture, Visitor(), lambda _: None)
        if afterwards:
            add_seeds(db, path, [Seed("email", MAIL)], lambda _: None)
        shown = json.dumps(
            [exchange(one, None) for one in exchanges.each(db)]
            + [signal(one) for one in signals.each(db)]
        )
        assert signals.count(db, kind="pii") >= len(FORMS)
        # Bodies are kept compressed: look at them as they come back.
        bodies = b"".join(
            message.body or b""
            for one in exchanges.each(db)
            for message in (one.request, one.response)
        )
    for canary in (*FORMS, PASSWORD, CARD, SESSION):
        assert canary not in shown
        assert canary.encode() not in bodies
        assert canary.encode() not in _files(path)
    assert data_folder(path).stat().st_mode & 0o777 == 0o700
