"""For the look for lists that stopped: the last answers of a site, and the lists in them."""

from datetime import datetime

from companion.model import Answer, Delivery, SlateId, Visitor
from companion.store.database import Database
from companion.store.rows import text_in, text_out

_ANSWERS = 4_000
"""How many of a site's last answers are looked at: some hundred visits, each with its parts."""
_LISTS = 1_000
_SITES = 50
_LEAST = 4
_SELF = Visitor().name

_SITES_SQL = """
    select site from slates where site is not null
    group by site having count(*) >= ? order by max(number) desc limit ?
"""
_ANSWERS_SQL = """
    select id, page, url, seen_at,
        status = 200 and response_body is not null and response_missing = '' as read,
        url = page and method = 'GET'
            and (response_headers like '%text/html%' or response_headers like '%xhtml%'
                or status <> 200)
            and request_headers not like '%"sec-fetch-dest", "empty"%' as document
    from exchanges where site = :site and visitor = :visitor and role = 'self'
    order by number desc limit :most
"""
_LISTS_SQL = """
    select exchange, place, heading, id,
        (select count(*) from json_each(items) where trim(value ->> 'title') <> ''),
        json_array_length(items)
    from slates where site = :site and visitor = :visitor order by number desc limit :most
"""


def sites(db: Database) -> list[str]:
    """The sites that gave some lists, those whose last list is newest first."""
    return [text_out(site) for (site,) in db.execute(_SITES_SQL, [_LEAST, _SITES])]


def deliveries(db: Database, site: str) -> list[Answer]:
    """The person's last answers on a site, oldest first, each with the lists it delivered."""
    given = {"site": text_in(site), "visitor": _SELF}
    lists: dict[str, list[Delivery]] = {}
    for exchange, place, heading, key, titled, entries in db.execute(
        _LISTS_SQL, given | {"most": _LISTS}
    ):
        lists.setdefault(exchange, []).append(
            Delivery(
                place=text_out(place),
                heading=text_out(heading),
                entries=entries,
                titled=titled,
                slate=SlateId(key),
            )
        )
    found = [
        Answer(
            page=text_out(page),
            url=text_out(url),
            seen_at=datetime.fromisoformat(seen_at),
            document=bool(document),
            read=bool(read),
            lists=tuple(reversed(lists.get(key, ()))),
        )
        for key, page, url, seen_at, read, document in db.execute(
            _ANSWERS_SQL, given | {"most": _ANSWERS}
        )
        if page is not None
    ]
    return found[::-1]
