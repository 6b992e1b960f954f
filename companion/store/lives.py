"""The part of life of what is recorded already, changed when the person says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from companion.model import Act
from companion.store import marks, moments, topics, unjudged
from companion.store.database import Database
from companion.store.rows import from_row, text_in, text_out, time_in, time_out
from companion.topics.table import protected

type ContextOf = Callable[[str | None], str | None]
"""The part of life of a site by the table of well-known ones."""
type ActContext = Callable[[Act, str | None], str | None]
"""The part of life of an act, from it and that of its exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a word is about: a site (None: all), from one time to another (None: without end)."""

    site: str | None = None
    begins: datetime | None = None
    ends: datetime | None = None

    def where(self) -> tuple[str, dict[str, str]]:
        """The same as a condition on rows with a site and a time."""
        given = {
            "site": (self.site and text_in(self.site), "site = :site"),
            "begins": (self.begins and time_in(self.begins), "seen_at >= :begins"),
            "ends": (self.ends and time_in(self.ends), "seen_at <= :ends"),
        }
        values = {name: value for name, (value, _) in given.items() if value}
        return " and ".join(given[name][1] for name in values) or "1", values


def said(db: Database, site: str | None, at: datetime, context_of: ContextOf) -> str | None:
    """The part of life of a time on a site: by the person's word on either, else by the table.

    Of the table a part of life that Article 9 GDPR protects counts only once the person agreed.
    """
    own = moments.covering(db, site, at) or marks.of(db, site)
    return own or _allowed(db, context_of(site))


def _allowed(db: Database, context: str | None) -> str | None:
    """A part of life that may be kept: no protected one without a topic of it agreed to."""
    if context is None or context not in protected():
        return context
    return context if protected()[context] & topics.agreed(db).keys() else None


def tell_again(db: Database, scope: Scope, context_of: ContextOf, act_context: ActContext) -> int:
    """Give what is recorded its part of life again, after a word was given or taken back.

    Findings of the sites in it, and of those that share a party with them, are to be judged again.

    Returns:
        Of how many exchanges it is another one now.
    """
    where, values = scope.where()
    changed = 0
    with db.atomic():
        rows = db.execute(f"select id, site, seen_at, context from exchanges where {where}", values)
        for key, site, at, before in rows.fetchall():
            now = said(db, site and text_out(site), time_out(at), context_of)
            if now != (before and text_out(before)):
                _give(db, key, now, act_context)
                changed += 1
        if changed:
            _tell_sites(db, where, values, context_of)
    return changed


def _give(db: Database, exchange: str, context: str | None, act_context: ActContext) -> None:
    stored = context and text_in(context)
    db.execute("update exchanges set context = ? where id = ?", [stored, exchange])
    for table in ("signals", "slates"):
        db.execute(f"update {table} set context = ? where exchange = ?", [stored, exchange])
    for row in list(db.query("select * from acts where exchange = ?", [exchange])):
        act = from_row(Act, row)
        life = act_context(act, context)
        db.execute("update acts set context = ? where id = ?", [life and text_in(life), act.id])


def _tell_sites(db: Database, where: str, values: dict[str, str], context_of: ContextOf) -> None:
    sites = [
        text_out(site)
        for (site,) in db.execute(
            f"select distinct site from exchanges where site is not null and ({where})", values
        )
    ]
    for site in sites:
        life = marks.of(db, site) or _allowed(db, context_of(site))
        db.execute(
            "update sites set context = ? where site = ?", [life and text_in(life), text_in(site)]
        )
    unjudged.add(db, {*sites, *(other for site in sites for other in _sharing(db, site))})


def _sharing(db: Database, site: str) -> Iterator[str]:
    """The sites on whose pages a party was met that was met on this one too."""
    rows = db.execute(
        "select distinct there.site from parties as here join parties as there"
        " on there.party = here.party where here.site = ?",
        [text_in(site)],
    )
    return (text_out(other) for (other,) in rows)
