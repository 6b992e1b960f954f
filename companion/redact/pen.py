"""Writes tokens over secrets: in addresses, headers, bodies and socket messages."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from companion.decode.content import opened
from companion.model import Direction, Exchange, Message, SocketMessage
from companion.redact.codes import deflated, is_text
from companion.redact.names import cookie_kind, header_kind
from companion.redact.search import DEPTH, Hit, merged, plain, search
from companion.redact.secrets import Secret, Secrets

_SCHEME = re.compile(r"(?:Bearer|Basic|Digest|Token|Negotiate|NTLM|AWS4-HMAC-SHA256)\s+", re.I)
_COOKIE = re.compile(rb"(?:^|[;\n])\s*([^=;\s]+)=\"?([^;\n\"]*)")
_NUMBER_BEFORE = re.compile(rb"[:\[,]\s{0,8}$")
_NUMBER_AFTER = re.compile(rb"\s{0,8}[,}\]]")
_MEDIA = ("image/", "audio/", "video/", "font/", "text/css")


class Pen:
    """Redacts the pieces of one exchange; `written` are the tokens that it wrote.

    `before` are the tokens that stand there from an earlier time: they are no text of the site.
    """

    def __init__(self, secrets: Secrets, before: frozenset[str]) -> None:
        self.written: dict[str, Secret] = {}
        self._secrets = secrets
        self._before = [token.encode() for token in before]

    def exchange(self, exchange: Exchange) -> Exchange:
        """The exchange with tokens for its secrets; the same one when it has none."""
        return replace(
            exchange,
            url=self.url(exchange.url),
            page=self.url(exchange.page) if exchange.page else exchange.page,
            site=self.host(exchange.site) if exchange.site else exchange.site,
            party=self.host(exchange.party),
            cname=self.host(exchange.cname) if exchange.cname else exchange.cname,
            request=self.message(exchange.request, Direction.SENT),
            response=self.message(exchange.response, Direction.RECEIVED),
            sockets=tuple(map(self.socket, exchange.sockets)),
            notes=tuple(self.text(note, sent=False) for note in exchange.notes),
        )

    def url(self, url: str) -> str:
        """An address; its host gets words that a host may have."""
        try:
            netloc = urlsplit(url).netloc
        except ValueError:
            netloc = ""
        before, _, after = url.partition(netloc) if netloc else ("", "", url)
        return before + self.host(netloc) + self.text(after, sent=True)

    def host(self, netloc: str) -> str:
        """A host, with the credentials before it if there are any."""
        user, sign, host = netloc.rpartition("@")
        if sign:
            kept = re.fullmatch(r"authorization-[0-9a-f]{12}", user)
            user = user if kept else self._label(Secret("authorization", "", "", plain(user)))
        data = host.encode("utf-8", "surrogatepass")
        hits = search(data, self._secrets, sent=True, depth=0)
        return user + sign + self._over(data, hits, label=True).decode("utf-8", "surrogatepass")

    def message(self, message: Message, direction: Direction) -> Message:
        """Headers and body of a message."""
        sent = direction is Direction.SENT
        headers = tuple(
            (name, self.header(name, value, sent=sent)) for name, value in message.headers
        )
        body, media = message.body, message.media_type
        if body and not media.startswith(_MEDIA):
            body = self.body(body, sent=sent)
        return replace(message, headers=headers, body=body)

    def socket(self, message: SocketMessage) -> SocketMessage:
        """A socket message."""
        sent = message.direction is Direction.SENT
        return replace(message, body=self.body(message.body, sent=sent))

    def header(self, name: str, value: str, *, sent: bool) -> str:
        """The value of a header field."""
        data = value.encode("utf-8", "surrogatepass")
        hits = search(data, self._secrets, sent=sent)
        if name.lower() in {"cookie", "set-cookie"}:
            hits = merged([*hits, *self._cookies(data, first=name.lower() == "set-cookie")])
        elif kind := header_kind(name, value):
            scheme = _SCHEME.match(value)
            start = len(scheme[0].encode()) if scheme else 0
            secret = Secret(kind, name.lower(), "", value[scheme.end() if scheme else 0 :])
            hits = merged([*hits, Hit(start, len(data), (secret,))])
        return self._over(data, hits).decode("utf-8", "surrogatepass")

    def text(self, text: str, *, sent: bool) -> str:
        """Any text."""
        data = text.encode("utf-8", "surrogatepass")
        clean = self._over(data, search(data, self._secrets, sent=sent))
        return clean.decode("utf-8", "surrogatepass")

    def body(self, body: bytes, *, sent: bool) -> bytes:
        """A body; one that a script compressed is opened when it carries a secret."""
        content = self._opened(body)
        clean = self._over(content, search(content, self._secrets, sent=sent))
        return body if clean is content else clean

    def _opened(self, body: bytes) -> bytes:
        for _ in range(DEPTH):
            content, name = opened(body)
            if not name and self._secrets.deep and not is_text(body):
                packed = deflated(body)
                content, name = packed or (body, "")
            if not name:
                break
            body = content
        return body

    def _cookies(self, data: bytes, *, first: bool) -> list[Hit]:
        """Cookies that keep a person signed in; of Set-Cookie only the first pair is a cookie."""
        hits = []
        for found in _COOKIE.finditer(data):
            if first and found.start() and data[found.start() : found.start() + 1] != b"\n":
                continue
            name, value = found[1].decode("utf-8", "replace"), found[2].decode("utf-8", "replace")
            if kind := cookie_kind(name, value):
                hits.append(
                    Hit(*found.span(2), (Secret(kind, self._secrets.tame(name), "", plain(value)),))
                )
        return hits

    def _over(self, data: bytes, hits: list[Hit], *, label: bool = False) -> bytes:
        """The bytes with tokens over the hits; the very same bytes when there are none."""
        taken = self._tokens_in(data) if hits else []
        hits = [hit for hit in hits if not any(a < hit.end and hit.start < b for a, b in taken)]
        pieces, at = [], 0
        for hit in hits:
            words = "".join(map(self._label if label else self._token, hit.secrets)).encode()
            quote = b'"' if not label and _is_number(data, hit) else b""
            pieces += [data[at : hit.start], quote, words, quote]
            at = hit.end
        return b"".join([*pieces, data[at:]]) if pieces else data

    def _tokens_in(self, data: bytes) -> list[tuple[int, int]]:
        """Where tokens of an earlier time stand."""
        return [
            found.span()
            for token in self._before
            if token in data
            for found in re.finditer(re.escape(token), data)
        ]

    def _token(self, secret: Secret) -> str:
        token = self._secrets.token(secret)
        self.written[token] = secret
        return token

    def _label(self, secret: Secret) -> str:
        """A token that may stand in a host."""
        token = f"{secret.kind}-{self._secrets.hmac(secret)}"
        self.written[token] = secret
        return token


def _is_number(data: bytes, hit: Hit) -> bool:
    """Whether a hit is a number of JSON, whose place only a string can take."""
    return (
        data[hit.start : hit.end].isdigit()
        and _NUMBER_BEFORE.search(data[max(0, hit.start - 9) : hit.start]) is not None
        and _NUMBER_AFTER.match(data, hit.end) is not None
    )
