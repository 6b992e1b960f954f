"""A server on this machine that hands out lists."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from companion.update.sources import Source

LIST = json.dumps(
    {
        "Acme": {"properties": ["acme.example"], "resources": ["cdn.acme.example", "acme.test"]},
        "Alphabet": {"properties": ["google.com", "brandnew.example"]},
    }
).encode()


class _Lists(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "http://elsewhere.example/list.json")
            self.end_headers()
            return
        content = self.server.content.get(self.path)
        self.send_response(200 if content is not None else 404)
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    """Its `content` says what stands at which path; `address` begins its URLs."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Lists)
    made.content = {"/list.json": LIST}
    made.address = f"http://127.0.0.1:{made.server_port}"
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def a_source(**changes):
    defaults = {
        "name": "acme-list",
        "title": "Acme list",
        "url": "https://lists.example/list.json",
        "licence": "CC BY-NC-SA 4.0",
        "licence_url": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        "attribution": "Acme",
        "reads": "entities",
    }
    return Source(**(defaults | changes))
