"""The process at the other end of a pipe."""

import sys

from companion import sealing
from companion.browser.pipe import Pipe

SAYS = f"""
import json, os
os.read(3, 1000)
told = {{"id": 1, "result": {{"key": os.environ.get({sealing.VARIABLE!r}, "")}}}}
os.write(4, json.dumps(told).encode() + bytes(1))
"""


def test_a_browser_does_not_get_the_key_of_an_encrypted_store(monkeypatch):
    monkeypatch.setenv(sealing.VARIABLE, "6b" * 32)
    pipe = Pipe([sys.executable, "-c", SAYS])
    assert pipe.call("Any.thing") == {"key": ""}
    pipe.close()
