import pytest

from companion.extract.slates import slates
from tests.extract.slates.lists import TITLES, answer, cards, found, page


def titles(exchange):
    return [item.title for item in found(exchange).items]


def rows(**columns):
    return answer(
        [{"id": at, "link": f"/a/{at}"} | {k: v[at] for k, v in columns.items()} for at in range(8)]
    )


@pytest.mark.parametrize(
    "rest",
    [
        {"author": ["Ana Weber"] * 8},
        {"subtitle": [f"A second line of item {at}" for at in range(8)]},
        {"url": [f"/rain/{at}" for at in range(8)], "type": ["story"] * 8},
        {"blurb": [f"{t} • {at}M views" for at, t in enumerate(TITLES)]},
        {"hash": [f"ggMrGil{at}XV5X24weDFUTVg4REw" for at in range(8)]},
        {"owner": [{"name": f"Somebody {at} Else"} for at in range(8)]},
        {"when": [f"2026-03-0{at + 1}T10:00:00Z" for at in range(8)]},
        {"parts": [[{"x": f"{t} in parts"}] for t in TITLES]},
        {"body": [f"{t} {'and so on ' * 30}" for t in TITLES]},
    ],
)
def test_the_title_is_neither_byline_nor_id_nor_part(rest):
    assert titles(rows(headline=TITLES, **rest)) == list(TITLES)
    assert titles(rows(**rest, t=TITLES)) == list(TITLES)


def test_a_title_may_be_deep_and_under_a_word_of_another_language():
    deep = [{"inhalt": {"titel": {"de": title}}} for title in TITLES]
    assert titles(rows(wrapper=deep)) == list(TITLES)


def test_scripts_without_spaces_have_titles_too():
    words = [f"静かな港の物語{at}" for at in "一二三四五六七八"]
    assert titles(rows(name=words, url=[f"/{at}" for at in range(8)])) == words


@pytest.mark.parametrize(
    "card",
    [
        '<a href="/{at}"><span>News</span><span>{t}</span></a>',
        '<a href="/{at}"><b>{t}</b><p>Some words on what is in this piece, number {at}.</p></a>',
        '<a href="/{at}">{t}</a> <small>3 min</small>',
        '<a href="/{at}"><img src="/{at}.jpg" alt="A picture"></a><h4>{t}</h4><p>By Ana</p>',
        '<p class="byline">By <a href="/u/{at}">Somebody Else {at}</a></p><a href="/{at}">{t}</a>',
        '<i class="category">Rain</i><div class="headline"><a href="/{at}">{t}</a></div>',
        '<a href="/{at}">{t} <em>now</em></a>',
        '<span itemprop="name">{t}</span><a href="/{at}">Read more about it here</a>',
    ],
)
def test_the_smallest_element_with_the_whole_title_is_taken(card):
    html = "".join(
        f"<li>{card.format(at=at, t=f'{t} once more')}</li>" for at, t in enumerate(TITLES)
    )
    expected = [f"{t} once more{' now' if '<em>' in card else ''}" for t in TITLES]
    assert titles(page(f'<div><h2>Latest</h2><ul class="stories">{html}</ul></div>')) == expected


def test_pictures_are_named_by_their_description():
    html = "".join(
        f'<li><a href="/{at}"><img src="/{at}.jpg" alt="{t}"></a></li>'
        for at, t in enumerate(TITLES)
    )
    assert titles(page(f"<ul>{html}</ul>")) == list(TITLES)


def test_pictures_in_styles_count_as_pictures():
    html = cards().replace("<img src=", '<i style="background-image:url(x.jpg)"></i><img data-x=')
    assert len(titles(page(f"<ul>{html}</ul>"))) == 6


def test_a_reason_is_no_title():
    why = [f"Because you applied to a post as keeper number {at}" for at in range(8)]
    roles = [{"role": title} for title in TITLES]
    slate = found(rows(posting=roles, why=why))
    assert [item.title for item in slate.items] == list(TITLES)
    assert [item.reason for item in slate.items] == why


UNIT = '<x-tile><a href="/{at}"></a><div>{t}</div><div>1 kg = {at}9,90 €</div></x-tile>'


def test_a_price_by_the_kilo_is_no_title_however_many_words_it_has():
    html = "".join(UNIT.format(at=at, t=f"Lamp {at}a") for at in range(1, 7))
    assert titles(page(f"<div>{html}</div>")) == [f"Lamp {at}a" for at in range(1, 7)]


def test_a_title_may_hold_a_sum_of_money():
    words = [f"{title} for 5 € at the market" for title in TITLES]
    assert titles(rows(headline=words)) == words


@pytest.mark.parametrize(
    ("role", "expected"),
    [('role="heading" aria-level="3"', "Keeper {at}x"), ("", "{t}")],
)
def test_what_says_that_it_is_a_heading_is_one(role, expected):
    html = "".join(
        f'<div role="listitem" data-href="/o/{at}"><img src="/i/{at}.jpg">'
        f"<div>{t}</div><div {role}>Keeper {at}x</div></div>"
        for at, t in enumerate(TITLES)
    )
    found_ones = titles(page(f"<h2>For you</h2><div>{html}</div>"))
    assert found_ones[1] == expected.format(at=1, t=TITLES[1])


def test_elements_that_say_everything_in_attributes_are_items():
    html = "".join(
        f'<x-card titulo="{t}" enlace="/o/{at}" portada="/c/{at}.jpg"></x-card>'
        for at, t in enumerate(TITLES)
    )
    slate = found(page(f"<x-row>{html}</x-row>"))
    assert [item.title for item in slate.items] == list(TITLES)
    assert slate.items[1].url == "https://news.example/o/1"


def test_elements_with_settings_in_attributes_are_no_items():
    html = "".join(f'<x-card size="{at}" theme="dark blue"></x-card>' for at in range(8))
    assert slates(page(f"<x-row>{html}</x-row>")) == ()


def test_who_pays_is_no_title():
    html = [
        {"adv_name": f"Lamps and more {at}", "content": t, "url": f"/o/{at}"}
        for at, t in enumerate(TITLES)
    ]
    assert titles(answer(html))[0] == TITLES[0]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('{t}<i class="sr-only">Rated {at},5</i>', "{t}"),
        ('<b class="sr-only">{t}</b>', "{t}"),
        ("{t} <i>now</i>", "{t} now"),
        ("<i>{t}</i><u>Opens in a new and rather long window of its own</u>", "{t}"),
    ],
)
def test_what_only_screen_readers_are_told_is_no_part_of_a_title(inner, expected):
    html = "".join(
        f'<li><img src="/i/{at}.jpg"><h3><a href="/a/{at}">{inner.format(at=at, t=t)}</a></h3></li>'
        for at, t in enumerate(TITLES)
    )
    assert titles(page(f"<ul>{html}</ul>")) == [expected.format(t=t) for t in TITLES]


@pytest.mark.parametrize(("sound", "expected"), [("music", "desc"), ("story", "title")])
def test_the_sound_of_a_clip_is_not_its_title(sound, expected):
    clips = [
        {"id": at, "desc": t, sound: {"title": f"{t[::-1]} by Anna"}, "cover": f"/{at}.jpg"}
        for at, t in enumerate(TITLES)
    ]
    first = clips[0]["desc"] if expected == "desc" else clips[0][sound]["title"]
    assert titles(answer(clips))[0] == first


def test_the_site_in_brackets_is_no_part_of_a_title():
    html = "".join(
        f"<tr><td>{at}.</td><td><span class='titleline'><a href='https://s{at}.example/x'>{t}</a>"
        f" (<a href='/from/{at}'>s{at}.example</a>)</span></td></tr>"
        for at, t in enumerate(TITLES)
    )
    assert titles(page(f"<table>{html}</table>")) == list(TITLES)


@pytest.mark.parametrize(("name", "more"), [("head", []), ("tile", ["All of the rain"])])
def test_the_head_of_a_box_is_none_of_its_items(name, more):
    html = "".join(
        f'<div class="unit"><a href="/a/{at}"><img src="/{at}.jpg">{t}</a></div>'
        for at, t in enumerate(TITLES)
    )
    top = f'<div class="{name}"><span>Rain today</span><a href="/all">All of the rain</a></div>'
    assert titles(page(f"<div>{top}{html}</div>")) == [*more, *TITLES]


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ("location.href='/o/{at}'", "https://news.example/o/1"),
        ("window.open('/o/{at}')", "https://news.example/o/1"),
        ("toggle('menu-{at}')", None),
    ],
)
def test_a_click_leads_where_its_script_says(code, url):
    html = "".join(
        f'<td onclick="{code.format(at=at)}"><img src="/i/{at}.jpg"><b>{t}</b></td>'
        for at, t in enumerate(TITLES)
    )
    exchange = page(f"<h2>Related</h2><table><tr>{html}</tr></table>")
    read = slates(exchange)
    assert [slate.items[1].url for slate in read] == ([url] if url else [])
