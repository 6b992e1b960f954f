BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'companion','m001_facts','2026-11-24 21:40:46.900542+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'companion','m002_derived','2026-11-24 21:40:46.901079+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'companion','m003_demo','2026-11-24 21:40:46.901178+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'companion','m004_visitors','2026-11-24 21:40:46.901571+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'companion','m005_messages','2026-11-24 21:40:46.902626+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'companion','m006_sites_of_keys','2026-11-24 21:40:46.916208+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'companion','m007_lookups','2026-11-24 21:40:46.916431+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'companion','m008_unjudged','2026-11-24 21:40:46.916563+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'companion','m009_rounds','2026-11-24 21:40:46.916944+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'companion','m010_visits','2026-11-24 21:40:46.917238+00:00');
CREATE TABLE acts (
            number integer primary key, id text not null unique, visitor text not null,
            kind text not null, text text not null, site text not null, context text,
            cause text not null, exchange text not null, seen_at text not null,
            topics text not null, slate text
        );
INSERT INTO "acts" VALUES(1,'13f4e9eff5875211','self','visit','Front page','news.example',NULL,'own','f371c0b1f4cacaad','2026-05-03T12:00:00.000000+00:00','[]',NULL);
CREATE TABLE bodies (sha256 text primary key, content blob not null) without rowid;
INSERT INTO "bodies" VALUES('efb414390329ea2976374fb4d6cc01223a8b4dccc128f9fcd8dbd78e99e94f7a',X'28B52FFD2019C900003C7469746C653E46726F6E7420706167653C2F7469746C653E');
CREATE TABLE captures (
            sha256 text primary key, name text not null, creator text not null,
            visitor text not null, imported_at text not null, exchanges integer not null,
            unreadable integer not null, skipped integer not null, bodies_missing integer not null,
            limits text not null
        );
CREATE TABLE certificates (visit text, host text, chain blob not null, primary key (visit, host)) without rowid;
CREATE TABLE contests (
            number integer primary key, id text not null unique, finding text not null,
            route text not null, state text not null, due text, events text not null
        );
INSERT INTO "contests" VALUES(1,'c1','f1','r','sent','2026-05-03T12:00:00.000000+00:00','[["2026-05-03T12:00:00.000000+00:00", "sent", "by mail"]]');
CREATE TABLE counters (name text primary key, value integer not null) without rowid;
CREATE TABLE exchanges (
            number integer primary key, id text not null unique,
            visitor text not null, role text not null, origin text not null,
            origin_file text not null, method text not null, url text not null,
            status integer not null, seen_at text not null,
            request_headers text not null, request_body text, request_length integer not null,
            request_missing text not null,
            response_headers text not null, response_body text, response_length integer not null,
            response_missing text not null,
            server_address text not null, cname text, page text,
            site text, party text not null, context text, redactions text not null,
            notes text not null
        , round text not null default '');
INSERT INTO "exchanges" VALUES(1,'f371c0b1f4cacaad','self','self','live','','GET','https://news.example/',200,'2026-05-03T12:00:00.000000+00:00','[]',NULL,0,'','[["content-type", "text/html; charset=utf-8"]]','efb414390329ea2976374fb4d6cc01223a8b4dccc128f9fcd8dbd78e99e94f7a',0,'','',NULL,'https://news.example/','news.example','news.example','news','[]','[]','');
CREATE TABLE facts (name text primary key, value text not null) without rowid;
CREATE TABLE findings (
            number integer primary key, id text not null unique, kind text not null,
            site text not null, party text not null, contexts text not null,
            confidence text not null, severity integer not null, severity_why text not null,
            title text not null, why text not null, innocent text not null, limits text not null,
            detector text not null, detector_version text not null, first_seen text not null,
            last_seen text not null, evidence text not null, measure text not null
        );
INSERT INTO "findings" VALUES(1,'f62167f0dd0838bb','tracking_identifier','news.example','ads.example','[]','likely',1,'a tracking identifier','Likely: ads.example knew this browser again on news.example','The same value came back on three days.','["It may keep a load balancer steady."]','["Only what was recorded is known."]','tracking_identifier','1','2026-05-03T12:00:00.000000+00:00','2026-05-03T12:00:00.000000+00:00','[{"note": "the identifier", "exchange": "e1", "signal": null, "slate": null, "act": null, "locator": "query:uid"}]','{"sightings": 3}');
CREATE TABLE gaps (number integer primary key, at text not null, what text not null);
CREATE TABLE item_keys (key text, site text, slate integer, rank integer, primary key (key, site, slate, rank)) without rowid;
INSERT INTO "item_keys" VALUES('/One','news.example',1,1);
CREATE TABLE marks (site text primary key, context text not null) without rowid;
INSERT INTO "marks" VALUES('news.example','research');
CREATE TABLE parties (site text, party text, primary key (site, party)) without rowid;
INSERT INTO "parties" VALUES('news.example','news.example');
CREATE TABLE signals (
            number integer primary key, id text not null unique, kind text not null,
            name text not null, value text not null, party text not null, site text, context text,
            visitor text not null, direction text not null, exchange text not null,
            locator text not null, seen_at text not null, sensitive integer not null,
            confidence text not null, rule text not null, tokens text not null,
            figures text not null
        );
INSERT INTO "signals" VALUES(1,'67e2fd8b981a0f05','identifier','uid','"k3jd92hf83hd7w2q"','ads.example','news.example',NULL,'self','sent','f371c0b1f4cacaad','query:uid','2026-05-03T12:00:00.000000+00:00',0,'likely','identifier','["tok"]','{}');
CREATE TABLE sites (
            site text primary key, exchanges integer not null, parties integer not null,
            first_seen text not null, last_seen text not null
        , context text) without rowid
        ;
INSERT INTO "sites" VALUES('news.example',1,1,'2026-05-03T12:00:00+00:00','2026-05-03T12:00:00+00:00','news');
CREATE TABLE slates (
            number integer primary key, id text not null unique, heading text not null, site text,
            party text not null, context text, visitor text not null, exchange text not null,
            locator text not null, seen_at text not null, source text not null,
            surface text not null, personalized text not null, disclosed integer,
            disclosure text not null, explanation text not null, controls text not null,
            also text not null, continues text, total integer not null, place text not null,
            items text not null, figures text not null
        );
INSERT INTO "slates" VALUES(1,'94da45f3c6f8a2c3','Recommended for you','news.example','news.example',NULL,'self','f371c0b1f4cacaad','/items','2026-05-03T12:00:00.000000+00:00','json','recommendation','declared',NULL,'rendered','','[]','[]',NULL,4,'home | items | recommended for you','[{"rank": 1, "item": "/One", "title": "One", "url": "https://news.example/One", "reason": null, "sponsored": false, "price": null, "currency": null, "topics": []}, {"rank": 2, "item": "/Two", "title": "Two", "url": "https://news.example/Two", "reason": null, "sponsored": false, "price": null, "currency": null, "topics": []}, {"rank": 3, "item": "/Three", "title": "Three", "url": "https://news.example/Three", "reason": null, "sponsored": false, "price": null, "currency": null, "topics": []}, {"rank": 4, "item": "/Four", "title": "Four", "url": "https://news.example/Four", "reason": null, "sponsored": false, "price": null, "currency": null, "topics": []}]','{}');
CREATE TABLE sockets (
            exchange integer, ordinal integer, direction text not null, body blob not null,
            seen_at text not null, primary key (exchange, ordinal)
        ) without rowid
        ;
INSERT INTO "sockets" VALUES(1,0,'sent',X'80','2026-05-03T12:00:00.000000+00:00');
CREATE TABLE tests (
            number integer primary key, id text not null unique, kind text not null,
            site text not null, surface text, visitor text not null, n integer not null,
            verdict text not null, why text not null, effect real, interval text, p real, q real,
            tests_in_family integer not null
        );
CREATE TABLE tokens (token text, site text, signal integer, primary key (token, site, signal)) without rowid;
INSERT INTO "tokens" VALUES('tok','news.example',1);
CREATE TABLE unjudged (site text primary key, times integer not null) without rowid;
CREATE TABLE views (
            number integer primary key, id text not null unique, visit text not null,
            place text not null, page text not null, seen_at text not null,
            status integer not null, why text not null, text text not null, picture blob
        );
CREATE TABLE visitors (
            visitor text, role text, origin text, exchanges integer not null,
            first_seen text not null, last_seen text not null,
            primary key (visitor, role, origin)
        ) without rowid
        ;
INSERT INTO "visitors" VALUES('self','self','live',1,'2026-05-03T12:00:00+00:00','2026-05-03T12:00:00+00:00');
CREATE TABLE visits (
            number integer primary key, id text not null unique, block integer not null,
            player text not null, role text not null, status text not null,
            tries integer not null, began text, ended text, why text not null,
            browser text not null
        );
CREATE TABLE wires (exchange text, side text, sha256 text not null, body blob not null, primary key (exchange, side)) without rowid;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX exchanges_site on exchanges (site, number);
CREATE INDEX signals_site on signals (site, number);
CREATE INDEX signals_kind on signals (kind, number);
CREATE INDEX signals_exchange on signals (exchange);
CREATE INDEX slates_site on slates (site, number);
CREATE INDEX slates_exchange on slates (exchange);
CREATE INDEX acts_site on acts (site, number);
CREATE INDEX findings_site on findings (site, number);
CREATE INDEX tests_site on tests (site, number);
CREATE INDEX exchanges_bodiless on exchanges (number) where response_missing <> '';
CREATE INDEX acts_exchange on acts (exchange);
CREATE INDEX slates_surface on slates (surface, number);
CREATE INDEX exchanges_round on exchanges (round) where round <> '';
CREATE INDEX views_place on views (place, number);
COMMIT;
