"""Made-up captures: a page with a picked list, and a third party that knows the browser again."""

UID = "k3jd92hf83hd7w2qk3jd92hf"
PAGE = """<!doctype html><html lang=en><title>Morning news</title><body><main><h1>Morning news</h1>
<p>All that happened while you slept, in a page that is long enough to be one.</p>
<section><h2>Recommended for you</h2><ul>
{items}</ul></section></main></body></html>"""
ITEM = (
    '<li><a href="/stories/{n}"><img src="/i/{n}.jpg" alt=""><h3>{title}</h3></a>'
    "<time>3 May</time></li>\n"
)
TITLES = (
    "A ridge walk for people who hate crowds",
    "What guitar strings are really made of",
    "The hut that serves soup at three thousand metres",
    "Five chords that every song needs to have",
    "How a river town learned to live with floods",
    "Why the night train is full again this spring",
)


def page() -> str:
    """The HTML of the page."""
    items = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    return PAGE.format(items=items)


def an_entry(url: str, *, second: int = 0, **changes) -> dict:
    """One HAR entry; `sent` and `received` are headers, `body` the answer's text."""
    headers = [
        [{"name": name, "value": value} for name, value in changes.pop(side, {}).items()]
        for side in ("sent", "received")
    ]
    body = changes.pop("body", "")
    return {
        "startedDateTime": f"2026-05-03T12:00:{second:02}.000Z",
        "time": 20,
        "pageref": "page_1",
        "request": {
            "method": "GET", "url": url, "httpVersion": "HTTP/2", "headers": headers[0],
            "queryString": [], "cookies": [], "headersSize": -1, "bodySize": 0,
        },
        "response": {
            "status": 200, "statusText": "OK", "httpVersion": "HTTP/2", "headers": headers[1],
            "cookies": [], "redirectURL": "", "headersSize": -1, "bodySize": len(body),
            "content": {"size": len(body), "mimeType": "text/html", "text": body},
        },
        "cache": {},
        "timings": {"send": 1, "wait": 10, "receive": 9},
    } | changes  # fmt: skip


def a_har(*more: dict) -> dict:
    """A HAR of one visit; `more` are entries after those."""
    html = {"content-type": "text/html; charset=utf-8"}
    lasting = f"uid={UID}; Max-Age=31536000; Secure; SameSite=None"
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "Made up", "version": "1"},
            "pages": [
                {
                    "id": "page_1", "title": "Morning news",
                    "startedDateTime": "2026-05-03T12:00:00.000Z", "pageTimings": {},
                }
            ],
            "entries": [
                an_entry("https://news.example/", received=html, body=page()),
                an_entry(
                    "https://ads.example/pixel", second=1,
                    sent={"referer": "https://news.example/"}, received={"set-cookie": lasting},
                ),
                an_entry(
                    f"https://partner.example/sync?partner_uid={UID}", second=2,
                    sent={"referer": "https://news.example/", "cookie": "other=1"},
                ),
                *more,
            ],
        }
    }  # fmt: skip
