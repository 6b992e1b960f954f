"""What the small web's sites read and answer: a Request and a Response, without any socket."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Request:
    """One request; header names are in lower case, `target` is path and query."""

    method: str
    host: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @cached_property
    def path(self) -> str:
        """The path, without the query."""
        return urlsplit(self.target).path

    @cached_property
    def query(self) -> dict[str, str]:
        """The query's fields; the last one wins."""
        return dict(parse_qsl(urlsplit(self.target).query))

    @cached_property
    def cookies(self) -> dict[str, str]:
        """The cookies that were sent; those that can't be read are left out."""
        try:
            return {n: m.value for n, m in SimpleCookie(self.header("cookie")).items()}
        except CookieError:
            return {}

    @cached_property
    def form(self) -> dict[str, str]:
        """The fields of a form that was sent."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace")))

    @cached_property
    def json(self) -> dict[str, Any]:
        """The JSON object that was sent; empty when it was something else."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def header(self, name: str) -> str:
        """A header's value; empty when it was not sent."""
        return self.headers.get(name, "")


@dataclass
class Response:
    """One answer; `headers` may repeat a name."""

    body: bytes = b""
    status: int = 200
    headers: list[tuple[str, str]] = field(default_factory=list)

    @property
    def phrase(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

    def header(self, name: str) -> str:
        """The first value of a header, by case-insensitive name; empty when absent."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), "")


def page(html: str, status: int = 200) -> Response:
    """A page of HTML."""
    return Response(
        html.encode(),
        status,
        [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "private, no-store")],
    )


def data(value: object, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(),
        status,
        [("Content-Type", "application/json"), ("Cache-Control", "private, no-store")],
    )


def static(body: bytes, media_type: str) -> Response:
    """A file that a browser may keep."""
    return Response(
        body,
        200,
        [("Content-Type", media_type), ("Cache-Control", "public, max-age=31536000, immutable")],
    )


def redirect(url: str, status: int = 303) -> Response:
    """Sends the browser elsewhere."""
    return Response(b"", status, [("Location", url), ("Cache-Control", "no-store")])
