"""Builders of HAR files and their entries."""

import json

BEGAN = "2026-05-03T12:00:00.000Z"


def an_entry(url="https://news.example/", **changes):
    """An answered GET, as a browser writes it."""
    request = {"method": "GET", "url": url, "headers": [], "cookies": [], "bodySize": 0}
    response = {
        "status": 200,
        "headers": [{"name": "content-type", "value": "text/html; charset=utf-8"}],
        "cookies": [],
        "content": {"size": 5, "mimeType": "text/html", "text": "hello"},
        "bodySize": 5,
    }
    entry = {"startedDateTime": BEGAN, "request": request, "response": response}
    request |= changes.pop("request", {})
    response |= changes.pop("response", {})
    return entry | changes


def headers(**pairs):
    """Headers as HAR lists them; underscores stand for dashes."""
    return [{"name": name.replace("_", "-"), "value": value} for name, value in pairs.items()]


def a_har(*entries, pages=(), **log):
    """The text of a HAR file."""
    known = {"version": "1.2", "creator": {"name": "Firefox", "version": "150.0"}}
    return json.dumps({"log": known | {"pages": list(pages), "entries": list(entries)} | log})
