"""The shape of the store, as numbered steps; a step is never edited once it was released."""

import base64
import json

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("companion")


@migrations()
def m001_facts(db: Database) -> None:
    """What was captured, and what the person did with it."""
    db.execute(
        """
        create table exchanges (
            number integer primary key, id text not null unique,
            visitor text not null, role text not null, origin text not null,
            origin_file text not null, method text not null, url text not null,
            status integer not null, seen_at text not null,
            request_headers text not null, request_body text, request_length integer not null,
            request_missing text not null,
            response_headers text not null, response_body text, response_length integer not null,
            response_missing text not null,
            sockets text not null, server_address text not null, cname text, page text,
            site text, party text not null, context text, redactions text not null,
            notes text not null
        )
        """
    )
    db.execute("create index exchanges_site on exchanges (site, number)")
    db.execute("create table bodies (sha256 text primary key, content blob not null) without rowid")
    db.execute(
        """
        create table sites (
            site text primary key, exchanges integer not null, parties integer not null,
            first_seen text not null, last_seen text not null
        ) without rowid
        """
    )
    db.execute(
        "create table parties (site text, party text, primary key (site, party)) without rowid"
    )
    db.execute(
        "create table counters (name text primary key, value integer not null) without rowid"
    )
    db.execute("create table facts (name text primary key, value text not null) without rowid")
    db.execute(
        """
        create table captures (
            sha256 text primary key, name text not null, creator text not null,
            visitor text not null, imported_at text not null, exchanges integer not null,
            unreadable integer not null, skipped integer not null, bodies_missing integer not null,
            limits text not null
        )
        """
    )
    db.execute(
        "create table gaps (number integer primary key, at text not null, what text not null)"
    )
    db.execute("create table marks (site text primary key, context text not null) without rowid")
    db.execute(
        """
        create table contests (
            number integer primary key, id text not null unique, finding text not null,
            route text not null, state text not null, due text, events text not null
        )
        """
    )


@migrations()
def m002_derived(db: Database) -> None:
    """What is computed from the facts and can be computed again."""
    db.execute(
        """
        create table signals (
            number integer primary key, id text not null unique, kind text not null,
            name text not null, value text not null, party text not null, site text, context text,
            visitor text not null, direction text not null, exchange text not null,
            locator text not null, seen_at text not null, sensitive integer not null,
            confidence text not null, rule text not null, tokens text not null,
            figures text not null
        )
        """
    )
    db.execute("create index signals_site on signals (site, number)")
    db.execute("create index signals_kind on signals (kind, number)")
    db.execute("create index signals_exchange on signals (exchange)")
    db.execute(
        "create table tokens (token text, signal integer, primary key (token, signal))"
        " without rowid"
    )
    db.execute(
        """
        create table slates (
            number integer primary key, id text not null unique, heading text not null, site text,
            party text not null, context text, visitor text not null, exchange text not null,
            locator text not null, seen_at text not null, source text not null,
            surface text not null, personalized text not null, disclosed integer,
            disclosure text not null, explanation text not null, controls text not null,
            also text not null, continues text, total integer not null, place text not null,
            items text not null, figures text not null
        )
        """
    )
    db.execute("create index slates_site on slates (site, number)")
    db.execute("create index slates_exchange on slates (exchange)")
    db.execute(
        """
        create table item_keys (
            key text, slate integer, rank integer, primary key (key, slate, rank)
        ) without rowid
        """
    )
    db.execute(
        """
        create table acts (
            number integer primary key, id text not null unique, visitor text not null,
            kind text not null, text text not null, site text not null, context text,
            cause text not null, exchange text not null, seen_at text not null,
            topics text not null, slate text
        )
        """
    )
    db.execute("create index acts_site on acts (site, number)")
    db.execute(
        """
        create table findings (
            number integer primary key, id text not null unique, kind text not null,
            site text not null, party text not null, contexts text not null,
            confidence text not null, severity integer not null, severity_why text not null,
            title text not null, why text not null, innocent text not null, limits text not null,
            detector text not null, detector_version text not null, first_seen text not null,
            last_seen text not null, evidence text not null, measure text not null
        )
        """
    )
    db.execute("create index findings_site on findings (site, number)")
    db.execute(
        """
        create table tests (
            number integer primary key, id text not null unique, kind text not null,
            site text not null, surface text, visitor text not null, n integer not null,
            verdict text not null, why text not null, effect real, interval text, p real, q real,
            tests_in_family integer not null
        )
        """
    )
    db.execute("create index tests_site on tests (site, number)")


@migrations()
def m003_demo(db: Database) -> None:
    """Tell at once whether any of it is made-up data; costs nothing where none is."""
    db.execute("create index exchanges_demo on exchanges (number) where origin = 'demo'")


@migrations()
def m004_visitors(db: Database) -> None:
    """Count by visitor and know a site's part of life, so that no look at the whole is needed."""
    db.execute("drop index exchanges_demo")
    db.execute(
        """
        create table visitors (
            visitor text, role text, origin text, exchanges integer not null,
            first_seen text not null, last_seen text not null,
            primary key (visitor, role, origin)
        ) without rowid
        """
    )
    db.execute(
        "insert into visitors select visitor, role, origin, count(*), min(seen_at), max(seen_at)"
        " from exchanges group by visitor, role, origin"
    )
    db.execute("alter table sites add column context text")
    db.execute(
        "update sites set context = (select context from exchanges where site = sites.site"
        " and role = 'self' order by number desc limit 1)"
    )
    db.execute("create index exchanges_bodiless on exchanges (number) where response_missing <> ''")


@migrations()
def m005_messages(db: Database) -> None:
    """Keep WebSocket messages apart, so that a page of exchanges does not read them."""
    db.execute(
        """
        create table sockets (
            exchange integer, ordinal integer, direction text not null, body blob not null,
            seen_at text not null, primary key (exchange, ordinal)
        ) without rowid
        """
    )
    rows = db.execute("select number, sockets from exchanges where sockets <> '[]'").fetchall()
    db.conn.executemany(
        "insert into sockets values (?, ?, ?, ?, ?)",
        [
            (number, ordinal, direction, base64.b64decode(body), seen_at)
            for number, told in rows
            for ordinal, direction, body, seen_at in json.loads(told)
        ],
    )
    db.execute("alter table exchanges drop column sockets")


@migrations()
def m006_sites_of_keys(db: Database) -> None:
    """Find the sites that share a token or an item without reading each time it was met."""
    db.execute("alter table tokens rename to tokens_before")
    db.execute(
        "create table tokens (token text, site text, signal integer,"
        " primary key (token, site, signal)) without rowid"
    )
    db.execute(
        "insert into tokens select token, coalesce(site, ''), number from tokens_before"
        " join signals on number = signal"
    )
    db.execute("drop table tokens_before")
    db.execute("alter table item_keys rename to item_keys_before")
    db.execute(
        "create table item_keys (key text, site text, slate integer, rank integer,"
        " primary key (key, site, slate, rank)) without rowid"
    )
    db.execute(
        "insert into item_keys select key, coalesce(site, ''), number, rank from item_keys_before"
        " join slates on number = slate"
    )
    db.execute("drop table item_keys_before")


@migrations()
def m007_lookups(db: Database) -> None:
    """Find what was extracted from an exchange, and lists of one sort."""
    db.execute("create index acts_exchange on acts (exchange)")
    db.execute("create index slates_surface on slates (surface, number)")


@migrations()
def m008_unjudged(db: Database) -> None:
    """Which sites' findings are behind, and how often that was noted."""
    db.execute(
        "create table unjudged (site text primary key, times integer not null) without rowid"
    )


@migrations()
def m009_rounds(db: Database) -> None:
    """Which exchanges belong to a round: the person's, the self copy's, strangers'."""
    db.execute("alter table exchanges add column round text not null default ''")
    db.execute("create index exchanges_round on exchanges (round) where round <> ''")


@migrations()
def m010_visits(db: Database) -> None:
    """An audit: its visits, loads of places, wire bytes and certificates."""
    db.execute(
        """
        create table visits (
            number integer primary key, id text not null unique, block integer not null,
            player text not null, role text not null, status text not null,
            tries integer not null, began text, ended text, why text not null,
            browser text not null
        )
        """
    )
    db.execute(
        """
        create table views (
            number integer primary key, id text not null unique, visit text not null,
            place text not null, page text not null, seen_at text not null,
            status integer not null, why text not null, text text not null, picture blob
        )
        """
    )
    db.execute("create index views_place on views (place, number)")
    db.execute(
        "create table wires (exchange text, side text, sha256 text not null, body blob not null,"
        " primary key (exchange, side)) without rowid"
    )
    db.execute(
        "create table certificates (visit text, host text, chain blob not null,"
        " primary key (visit, host)) without rowid"
    )


@migrations()
def m011_links(db: Database) -> None:
    """The evidence chain. What was kept before it has no link, up to the number noted here."""
    db.execute(
        """
        create table links (
            number integer primary key, amends integer not null, commitment blob not null,
            head blob not null, exchange text, salt blob, request_salt blob, response_salt blob,
            request_commitment blob, response_commitment blob
        )
        """
    )
    db.execute("create unique index links_exchange on links (exchange) where exchange is not null")
    db.execute(
        "create table signatures (number integer primary key, signed_at text not null,"
        " signature blob not null)"
    )
    db.execute(
        "insert or replace into facts values ('chain begins after',"
        " (select coalesce(max(number), 0) from exchanges))"
    )


@migrations()
def m012_verdicts(db: Database) -> None:
    """What the person says of an inference; the newest word counts, the others can come back."""
    db.execute(
        "create table verdicts (number integer primary key, inference text not null,"
        " holder text not null, verdict text not null, judged_at text not null)"
    )
    db.execute("create index verdicts_inference on verdicts (inference, number)")


@migrations()
def m013_measured(db: Database) -> None:
    """How often what a contested finding says was met, before acting and after."""
    db.execute(
        """
        create table measured (
            number integer primary key, id text not null unique, contest text not null,
            [when] text not null, since text not null, until text not null, n integer not null,
            hits integer not null, [values] text not null, evidence text not null,
            verdict text not null, why text not null, kind text not null, site text not null,
            party text not null, severity integer not null, title text not null
        )
        """
    )
    db.execute("create index measured_site on measured (site)")


@migrations()
def m014_said(db: Database) -> None:
    """What a list says of itself, kept where a comparison says otherwise."""
    db.execute("alter table slates add column said text")
    db.execute("create index slates_said on slates (site) where said is not null")
    db.execute("create index exchanges_controls on exchanges (site) where role = 'control'")


@migrations()
def m015_topics(db: Database) -> None:
    """What was told of titles, what waits for it, and the sensitive topics agreed to."""
    db.execute("create table labels (key text primary key, topics text not null) without rowid")
    db.execute("create table unlabelled (exchange text primary key) without rowid")
    db.execute(
        "create table agreed (topic text primary key, agreed_at text not null) without rowid"
    )


@migrations()
def m016_ledger(db: Database) -> None:
    """Which acts were about what, who got a flow by them, and what ties companies together."""
    db.execute(
        "create table act_keys (key text, seen_at text, act text,"
        " primary key (key, seen_at, act)) without rowid"
    )
    db.execute(
        "create table act_pages (page text, seen_at text, act text,"
        " primary key (page, seen_at, act)) without rowid"
    )
    db.execute(
        "create table recipients (act text, party text, seen_at text not null,"
        " exchange text not null, primary key (act, party)) without rowid"
    )
    db.execute("create index recipients_party on recipients (party, seen_at)")
    db.execute(
        "create table met (party text, site text, acts integer not null, first_seen text not null,"
        " last_seen text not null, exchange text not null, primary key (party, site)) without rowid"
    )
    db.execute(
        "create table holders (token text, party text, seen_at text not null,"
        " exchange text not null, primary key (token, party)) without rowid"
    )
    db.execute(
        "create table ties (party text, other text, seen_at text not null,"
        " exchange text not null, primary key (party, other)) without rowid"
    )
    db.execute(
        "create index signals_labels on signals (party, kind, name, value, seen_at)"
        " where kind in ('segment', 'trait', 'score', 'topic', 'targeting', 'location', 'pii')"
    )


@migrations()
def m017_sightings(db: Database) -> None:
    """Remember which lists the pages of a site had, to tell those that repeat."""
    db.execute(
        "create table sightings (site text, known_by text, key text, titles text, subject text,"
        " exchange text, primary key (site, known_by, key, exchange, titles)) without rowid"
    )


@migrations()
def m018_continued(db: Database) -> None:
    """Find the page by which a list goes on."""
    db.execute("create index slates_continues on slates (continues) where continues is not null")


@migrations()
def m019_moments(db: Database) -> None:
    """The person's word on a time; and acts in the order of time."""
    db.execute(
        """
        create table moments (
            number integer primary key, context text not null, site text, begins text not null,
            ends text not null, marked_at text not null
        )
        """
    )
    db.execute("create index acts_seen on acts (visitor, seen_at)")


@migrations()
def m020_act_days(db: Database) -> None:
    """Count acts by day, so that how many there were until a time costs the same after years."""
    db.execute(
        "create table act_days (visitor text, day text, acts integer not null,"
        " primary key (visitor, day)) without rowid"
    )
    db.execute(
        "insert into act_days select visitor, substr(seen_at, 1, 10), count(*) from acts"
        " group by 1, 2"
    )


@migrations()
def m021_coverage(db: Database) -> None:
    """How much of what third parties sent and got was read, by exchange; what is still to count."""
    db.execute(
        "create table coverage (exchange text primary key, site text not null, host text not null,"
        " path text not null, sent integer not null, received integer not null,"
        " unread integer not null, documented integer not null) without rowid"
    )
    db.execute("create index coverage_site on coverage (site)")
    db.execute("create table uncovered (exchange text primary key) without rowid")
    db.execute(
        "insert into uncovered select id from exchanges"
        " where site is not null and party <> site and role = 'self'"
    )


@migrations()
def m022_keep(db: Database) -> None:
    """Which exchanges' bodies wait to be looked at: whether they are to be kept.

    What was kept before stays as it is until the person chooses otherwise.
    """
    db.execute("create table unsettled (exchange text primary key) without rowid")
    db.execute(
        "create index exchanges_request_body on exchanges (request_body)"
        " where request_body is not null"
    )
    db.execute(
        "create index exchanges_response_body on exchanges (response_body)"
        " where response_body is not null"
    )
    db.execute("drop index exchanges_bodiless")
    db.execute(
        "create index exchanges_bodiless on exchanges (response_missing)"
        " where response_missing <> ''"
    )
    db.execute(
        "insert or replace into facts select 'bodies kept', 'evidence'"
        " where exists (select 1 from exchanges)"
    )


@migrations()
def m023_acts_by_context(db: Database) -> None:
    """Find what was done in a part of life without reading all acts."""
    db.execute("create index acts_context on acts (context, seen_at) where context is not null")


@migrations()
def m024_profiles(db: Database) -> None:
    """What titles are near to, by hash, so that acts can be told from acts where none is sure."""
    db.execute("create table profiles (key text primary key, profile text not null) without rowid")
    db.execute("delete from labels")
    db.execute("insert or ignore into unlabelled select exchange from acts")
    db.execute("insert or ignore into unlabelled select exchange from slates")


@migrations()
def m025_stamps(db: Database) -> None:
    """Time stamps of others on heads of the evidence chain."""
    db.execute(
        "create table stamps (number integer primary key, link integer not null,"
        " authority text not null, answer blob not null)"
    )
