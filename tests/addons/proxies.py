"""Real mitmdump children, and what is read of their journal."""

import contextlib
import http.client
import signal
import ssl
import subprocess
import sys
from pathlib import Path

import addons.recorder
from companion.capture.assemble import Assembler
from companion.capture.tail import Reader
from companion.settings import data_folder

RECORDER = Path(addons.recorder.__file__)
_RUN = "from mitmproxy.tools.main import mitmdump; mitmdump()"


class Proxy:
    """A running mitmdump on a free port of the loopback interface.

    It is ready when it says so, and is asked one thing more before its journal is read, so that
    everything it did before has been written.
    """

    def __init__(self, folder, *options, script=RECORDER, records=True):
        self.db = folder / "companion.db"
        self.journal = data_folder(self.db) / "journal"
        self.confdir = folder.parent / "ca"
        settings = [f"confdir={self.confdir}", "listen_host=127.0.0.1", "flow_detail=0", *options]
        if records and not any("companion_db=" in option for option in options):
            settings.append(f"companion_db={self.db}")
        words = [word for setting in settings for word in ("--set", setting)]
        scripts = ["-s", str(script)] if script else []
        self.child = subprocess.Popen(
            [sys.executable, "-u", "-c", _RUN, "-p", "0", *words, *scripts],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = []
        for line in self.child.stdout:
            self.said.append(line)
            if "proxy listening at" in line:
                self.port = int(line.rstrip(". \n").rpartition(":")[2])
                return
        self.child.communicate()
        raise RuntimeError("".join(self.said))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGINT)
        self.said.append(self.child.communicate(timeout=30)[0])

    def kill(self):
        """End it as the kernel does when memory is out."""
        self.child.kill()
        self.child.wait()

    def get(self, authority, path, method="GET", body=None, **headers):
        """Status and body of an answer through the proxy, or an exception."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        with contextlib.closing(connection):
            connection.request(method, f"http://{authority}{path}", body, given)
            response = connection.getresponse()
            return response.status, response.read()

    def tunnel(self, authority, name, context):
        """A TLS connection through the proxy to a server, asked for by a name."""
        host, _, port = authority.rpartition(":")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.set_tunnel(host, int(port))
        connection.connect()
        return context.wrap_socket(connection.sock, server_hostname=name)

    def trusting(self):
        """A client's TLS context that trusts the proxy's authority and no other."""
        context = ssl.create_default_context(cafile=self.confdir / "mitmproxy-ca-cert.pem")
        context.check_hostname = False
        return context

    def recorded(self):
        """Everything in the journal: exchanges and notes."""
        reader, assembler = Reader(self.journal), Assembler()
        exchanges, notes, cursor = [], [], {}
        while (batch := reader.batch(cursor, limit=1000)).records:
            done = assembler.feed(batch.records)
            exchanges += done.exchanges
            notes += done.notes
            cursor = batch.cursor
        return exchanges + assembler.flush(), notes

    def exchange(self, path):
        """The newest exchange whose URL ends so."""
        return [one for one in self.recorded()[0] if one.url.endswith(path)][-1]

    def notes(self, what):
        """Notes of one sort."""
        return [note for note in self.recorded()[1] if note["what"] == what]
