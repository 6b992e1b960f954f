"""A site that personalizes by cookie, keeps what it was asked, and tells what became of it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WAIT = 20.0


class Personal:
    """The running server; `asked` are the requests it got: method, path, headers by lower name."""

    def __init__(self, authority_of_strangers=200):
        self.asked = []
        self.stranger_status = authority_of_strangers
        self._changed = threading.Condition()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                length = int(self.headers.get("content-length") or 0)
                self.rfile.read(length)
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.note((self.command, self.path, headers))
                site.answer(self, headers)

            def do_POST(self):
                self.do_GET()

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.authority = f"127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def note(self, asked):
        with self._changed:
            self.asked.append(asked)
            self._changed.notify_all()

    def answer(self, handler, headers):
        known = "uid=" in headers.get("cookie", "")
        status = 200 if known else self.stranger_status
        who = "you" if known else "anybody"
        items = [{"id": n, "title": f"{who} {n}", "url": f"/i/{n}"} for n in range(5)]
        body = json.dumps({"items": items}).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Set-Cookie", "uid=fresh123456")
        handler.end_headers()
        handler.wfile.write(body)

    def requests(self, path):
        """Those for a path."""
        return [headers for _, at, headers in list(self.asked) if at == path]

    def after(self, many, path):
        """The requests for a path once there were so many."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.requests(path)) >= many, WAIT)
        return self.requests(path)
