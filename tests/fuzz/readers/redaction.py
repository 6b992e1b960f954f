"""What is taken out before anything is kept, looked for in any bytes."""

import re

from companion.redact.redact import redact
from companion.redact.secrets import Secrets
from companion.redact.seeds import Seed
from tests.builders import an_exchange

SECRET = "jane.doe+x@gmail.com"
SECRETS = Secrets([Seed("email", SECRET), Seed("name", "Jane Doe")], b"k" * 32)
ALONE = re.compile(rf"(?<![\w.+-]){re.escape(SECRET)}(?![\w.-])")
"""The address where it is not a part of a longer one, which is somebody else's."""
TYPES = ("application/json", "application/x-www-form-urlencoded", "text/html", "")


def read(data: bytes) -> None:
    """Redact, twice; the person's address as it stands is nowhere afterwards."""
    kind = TYPES[(data[0] if data else 0) % len(TYPES)]
    text = data[1:].decode("latin-1").replace("\n", " ")
    once = redact(
        an_exchange(
            f"https://news.example/?{text}",
            sent=(("cookie", text),),
            received=(("content-type", kind),),
            body=data[1:],
        ),
        SECRETS,
    )
    assert not ALONE.search((once.response.body or b"").decode("latin-1"))
    assert not ALONE.search(once.url)
    redact(once, SECRETS)
