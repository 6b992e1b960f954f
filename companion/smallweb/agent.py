"""A browser without a screen: follows links and forms, keeps cookies, loads what pages ask for.

It has the same hands as a driven Chromium (`visit`, `click`, `type`, `press_enter`, `settle`), so
that one script can be played on either.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from urllib.parse import urlencode, urljoin

from companion.errors import CompanionError
from companion.smallweb.errand import Errand
from companion.smallweb.jar import Jar
from companion.smallweb.line import Answer, Sends
from companion.smallweb.sheet import Form, Link, Sheet, Wish, listed, read

_FORM = "application/x-www-form-urlencoded"
_TEXT = "text/plain;charset=UTF-8"
_HOPS = 10


class Agent:
    """One browser with one tab; `fetched` counts its exchanges, `also` it sends with each."""

    def __init__(
        self, line: Sends, jar: Jar | None = None, also: Mapping[str, str] | None = None
    ) -> None:
        self.jar = jar or Jar()
        self.fetched = 0
        self.sheet = Sheet("", [], [], [], [], [], [], [])
        self.now = datetime.now(UTC)
        self._line = line
        self._also = dict(also or {})
        self._kept: set[str] = set()
        self._caret: tuple[Form, str] | None = None

    def visit(self, url: str) -> None:
        """Goes to an address as if it had been typed."""
        self._open(Errand(url=url, clicked=True))

    def follow(self, link: Link) -> None:
        """Clicks on a link."""
        self._open(Errand(url=link.url, by=self.sheet.url, clicked=True))

    def click(self, text: str) -> None:
        """Clicks the first link or button whose text contains some words.

        Raises:
            CompanionError: there is none.
        """
        said = text.lower()
        for form in self.sheet.forms:
            for label, name, value in form.buttons:
                if said in label.lower():
                    return self._submit(form, {name: value} if name else {})
        for link in self.sheet.links:
            if said in link.text.lower():
                return self.follow(link)
        raise CompanionError(f"nothing on {self.sheet.url} says {text!r}")

    def type(self, selector: str, text: str) -> None:
        """Fills a field, named as `input[name=NAME]`; a field that is watched tells at once.

        Raises:
            CompanionError: there is no such field.
        """
        name = selector.partition("name=")[2].strip("]\"'")
        form = next((form for form in self.sheet.forms if name in form.fields), None)
        if form is None:
            raise CompanionError(f"nothing on {self.sheet.url} is called {name!r}")
        form.fields[name] = text
        self._caret = form, name
        if name in form.watched:
            body = urlencode({"em": sha256(text.strip().lower().encode()).hexdigest()})
            told = self._errand(form.watched[name], "empty")
            self._load(replace(told, method="POST", body=body, body_type=_FORM))

    def press_enter(self) -> None:
        """Sends the form of the field that was filled in last."""
        if self._caret:
            self._submit(self._caret[0], {})

    def settle(self) -> None:
        """Waits for what a click opens, which has been waited for already."""

    def _submit(self, form: Form, pressed: dict[str, str]) -> None:
        sent = urlencode(form.fields | pressed)
        errand = Errand(url=form.url, by=self.sheet.url, clicked=True)
        if form.method == "POST":
            self._open(replace(errand, method="POST", body=sent, body_type=_FORM))
        else:
            self._open(replace(errand, url=f"{form.url}?{sent}"))

    def _open(self, errand: Errand) -> None:
        """Opens a page and all that it asks for by itself."""
        self._caret = None
        url, answer = self._fetch(errand)
        self.sheet = read(url, answer.body.decode("utf-8", "replace"))
        for script in self.sheet.scripts:
            self._load(self._errand(Wish(script), "script"))
        for image in self.sheet.images:
            self._load(self._errand(image, "image"))
        for frame in self.sheet.frames:
            self._frame(frame)
        for address in self.sheet.lists:
            self._show(self._load(self._errand(Wish(address), "empty")))
        for post in self.sheet.posts:
            asked = self._errand(post, "empty")
            self._show(self._load(replace(asked, method="POST", body_type=_TEXT)))

    def _frame(self, url: str) -> None:
        inside, answer = self._fetch(self._errand(Wish(url), "iframe"))
        for image in read(inside, answer.body.decode("utf-8", "replace")).images:
            self._fetch(replace(self._errand(image, "image"), by=inside))

    def _errand(self, wish: Wish, dest: str) -> Errand:
        """Something that the page asks for."""
        page = self.sheet.url
        return Errand(
            url=wish.url, dest=dest, by=page, top=page, body=wish.body, cookies=wish.cookies
        )

    def _load(self, errand: Errand) -> Answer | None:
        """Fetches something for the page; None when it is kept from before."""
        if errand.url in self._kept:
            return None
        _, answer = self._fetch(errand)
        if "immutable" in answer.headers.get("Cache-Control", ""):
            self._kept.add(errand.url)
        return answer

    def _show(self, answer: Answer | None) -> None:
        """Adds to the page what its script makes of an answer."""
        if answer and answer.status == 200:
            self.sheet.links += listed(self.sheet.url, json.loads(answer.body))

    def _fetch(self, errand: Errand) -> tuple[str, Answer]:
        """Fetches, and follows where it is sent; the address that answered, and its answer."""
        for _ in range(_HOPS):
            answer = self._once(errand)
            target = answer.headers.get("Location")
            if target is None:
                return errand.url, answer
            errand = _redirected(errand, urljoin(errand.url, target))
        raise CompanionError(f"{errand.url} sends the browser around in circles")

    def _once(self, errand: Errand) -> Answer:
        headers = errand.headers() | self._also
        cookies = self.jar.header(errand.setting, self.now) if errand.cookies else ""
        if cookies:
            headers["Cookie"] = cookies
        answer = self._line.send(errand.method, errand.url, headers, errand.body)
        self.fetched += 1
        if date := answer.headers.get("Date"):
            self.now = parsedate_to_datetime(date)
        for line in answer.headers.get_all("Set-Cookie", []) if errand.cookies else []:
            self.jar.store(line, errand.setting, self.now)
        return answer


def _redirected(errand: Errand, url: str) -> Errand:
    """The errand after a redirect: a GET, that may have crossed sites on its way."""
    crossed = errand.setting.host != replace(errand, url=url).setting.host
    return replace(
        errand,
        url=url,
        method="GET",
        body="",
        body_type="",
        crossed=errand.crossed or crossed,
    )
