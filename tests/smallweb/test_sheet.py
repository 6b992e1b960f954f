"""What a page asks of a browser."""

from companion.smallweb.sheet import Link, Wish, listed, read

HTML = """
<script src="/small.js" defer></script>
<a href="/story/x"><span>A  title</span></a> <a>no address</a>
<form action="/newsletter" method="post">
  <input name="email" data-watch="https://ads.test/identify"><input name="kind" value="weekly">
  <button name="choice" value="yes">Subscribe</button><button>Other</button>
</form>
<form><input name="q"></form>
<img src="/lazy.svg" loading="lazy"><img src="https://ads.test/p?a=1&amp;b=2">
<img src="https://ads.test/lone" crossorigin="anonymous">
<iframe src="https://ads.test/sync"></iframe>
<div data-get="/api/home"></div>
<script id="b" type="application/json" data-post="https://ads.test/bid"
  data-cookies="include">{"a": 1}</script>
<script type="application/json" data-post="https://ads.test/plain">{}</script>
"""


def test_a_page_is_taken_apart():
    sheet = read("https://news.test/here", HTML)
    assert sheet.links == [Link("A title", "https://news.test/story/x")]
    assert sheet.scripts == ["https://news.test/small.js"]
    assert sheet.images == [
        Wish("https://ads.test/p?a=1&b=2"),
        Wish("https://ads.test/lone", False),
    ]
    assert sheet.frames == ["https://ads.test/sync"]
    assert sheet.lists == ["https://news.test/api/home"]
    assert sheet.posts == [
        Wish("https://ads.test/bid", True, '{"a": 1}'),
        Wish("https://ads.test/plain", False, "{}"),
    ]


def test_forms_have_fields_buttons_and_who_watches():
    letter, search = read("https://news.test/here", HTML).forms
    assert (letter.url, letter.method) == ("https://news.test/newsletter", "POST")
    assert letter.fields == {"email": "", "kind": "weekly"}
    assert letter.buttons == [("Subscribe", "choice", "yes"), ("Other", "", "")]
    assert letter.watched == {"email": Wish("https://ads.test/identify", False)}
    assert (search.url, search.method, search.watched) == ("https://news.test/here", "GET", {})


def test_answers_become_links_and_ads_are_told_apart():
    answer = {
        "sections": [{"items": [{"title": "A", "url": "/watch/a"}]}],
        "seatbid": [{"bid": [{"title": "B", "url": "https://shop.test/p/b"}]}],
    }
    assert listed("https://tube.test/", answer) == [
        Link("A", "https://tube.test/watch/a"),
        Link("B", "https://shop.test/p/b", paid=True),
    ]
    assert listed("https://tube.test/", {"user": {}}) == []
