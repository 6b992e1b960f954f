"""A time stamp authority of our own: OpenSSL behind a web server in a thread."""

import http.server
import shutil
import subprocess
import threading
from contextlib import contextmanager

SETTING = """
[ tsa ]
default_tsa = ours
[ ours ]
serial = serial
signer_cert = signer.pem
signer_key = signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
"""
IS_THERE = shutil.which("openssl") is not None


class Authority:
    """Stamps what it is asked to; `roots` is the certificate to check with."""

    def __init__(self, folder):
        self.folder = folder
        self.roots = folder / "root.pem"
        (folder / "tsa.cnf").write_text(SETTING)
        (folder / "serial").write_text("01\n")
        (folder / "uses").write_text("extendedKeyUsage=critical,timeStamping\n")
        new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        self._openssl("req", "-x509", *new, "-keyout", "root.key", "-out", "root.pem",
                      "-subj", "/CN=root")  # fmt: skip
        self._openssl("req", *new, "-keyout", "signer.key", "-out", "signer.csr",
                      "-subj", "/CN=signer")  # fmt: skip
        self._openssl("x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key",
                      "-CAcreateserial", "-out", "signer.pem", "-extfile", "uses")  # fmt: skip

    def stamp(self, query):
        """The answer to a query."""
        (self.folder / "query").write_bytes(query)
        self._openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "answer")
        return (self.folder / "answer").read_bytes()

    def send(self, _url, query):
        """As if it had been asked over the network."""
        return self.stamp(query)

    def _openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)


@contextmanager
def served(authority):
    """The address under which an authority can be asked."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["content-length"]))
            answer = authority.stamp(query)
            self.send_response(200)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
