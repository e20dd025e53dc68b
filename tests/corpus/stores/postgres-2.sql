-- SPDX-License-Identifier: LGPL-2.1-or-later
-- A store as the second schema had it, as pg_dump tells it: tests bring it to the newest.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA vnus;
SET default_tablespace = '';
CREATE TABLE vnus.changes (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    author text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C"
)
PARTITION BY HASH (part);
SET default_table_access_method = heap;
CREATE TABLE vnus.changes_0 (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    author text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C"
);
CREATE TABLE vnus.changes_1 (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    author text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C"
);
CREATE TABLE vnus.commits (
    revision bigint NOT NULL,
    at text NOT NULL COLLATE pg_catalog."C",
    author text COLLATE pg_catalog."C",
    reason text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    n_changes bigint NOT NULL
);
CREATE VIEW vnus.history AS
 SELECT commits.revision,
    commits.at,
    COALESCE(changes.author, commits.author) AS author,
    COALESCE(changes.reason, commits.reason) AS reason,
    changes.id,
    changes.before,
    changes.after
   FROM (vnus.commits
     JOIN vnus.changes ON ((changes.revision = commits.revision)));
CREATE TABLE vnus.meta (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE vnus.names (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
)
PARTITION BY HASH (part);
CREATE TABLE vnus.names_0 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE vnus.names_1 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE vnus.records (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    earliest_start bigint,
    latest_start bigint,
    earliest_end bigint,
    latest_end bigint,
    revision bigint NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C"
)
PARTITION BY HASH (part);
CREATE VIEW vnus.record_list AS
 SELECT records.id,
    records.kind,
    COALESCE(((records.body)::jsonb #>> '{label,en}'::text[]), ((records.body)::jsonb #>> '{label,vi}'::text[]), records.id) AS name,
        CASE
            WHEN ((records.earliest_start >= '-2440587'::integer) AND (records.earliest_start <= 2000000000)) THEN ('1970-01-01'::date + (records.earliest_start)::integer)
            ELSE NULL::date
        END AS first_day,
        CASE
            WHEN ((records.latest_end >= '-2440587'::integer) AND (records.latest_end <= 2000000000)) THEN ('1970-01-01'::date + (records.latest_end)::integer)
            ELSE NULL::date
        END AS last_day,
    records.part,
    records.revision
   FROM vnus.records;
CREATE TABLE vnus.terms (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    capacity text COLLATE pg_catalog."C",
    first_day bigint NOT NULL,
    last_day bigint NOT NULL
)
PARTITION BY HASH (part);
CREATE VIEW vnus.participation AS
 SELECT terms.id AS event,
    terms.kind,
    terms.what AS actor,
    terms.role,
    terms.capacity,
    record_list.name,
    record_list.first_day,
    record_list.last_day
   FROM (vnus.terms
     JOIN vnus.record_list ON (((record_list.part = terms.part) AND (record_list.id = terms.id))))
  WHERE (terms.field = 'participants'::text);
CREATE TABLE vnus.records_0 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    earliest_start bigint,
    latest_start bigint,
    earliest_end bigint,
    latest_end bigint,
    revision bigint NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE vnus.records_1 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    earliest_start bigint,
    latest_start bigint,
    earliest_end bigint,
    latest_end bigint,
    revision bigint NOT NULL,
    body text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW vnus.relation_list AS
 SELECT split_part(terms.what, '/'::text, 1) AS one,
    split_part(terms.what, '/'::text, 2) AS other,
    terms.kind,
    terms.id,
    record_list.name,
    record_list.first_day,
    record_list.last_day
   FROM (vnus.terms
     JOIN vnus.record_list ON (((record_list.part = terms.part) AND (record_list.id = terms.id))))
  WHERE (terms.field = 'between'::text);
CREATE TABLE vnus.shards (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL
)
PARTITION BY HASH (part);
CREATE TABLE vnus.shards_0 (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL
);
CREATE TABLE vnus.shards_1 (
    part text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL
);
CREATE TABLE vnus.terms_0 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    capacity text COLLATE pg_catalog."C",
    first_day bigint NOT NULL,
    last_day bigint NOT NULL
);
CREATE TABLE vnus.terms_1 (
    part text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    capacity text COLLATE pg_catalog."C",
    first_day bigint NOT NULL,
    last_day bigint NOT NULL
);
ALTER TABLE ONLY vnus.changes ATTACH PARTITION vnus.changes_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY vnus.changes ATTACH PARTITION vnus.changes_1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE ONLY vnus.names ATTACH PARTITION vnus.names_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY vnus.names ATTACH PARTITION vnus.names_1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE ONLY vnus.records ATTACH PARTITION vnus.records_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY vnus.records ATTACH PARTITION vnus.records_1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE ONLY vnus.shards ATTACH PARTITION vnus.shards_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY vnus.shards ATTACH PARTITION vnus.shards_1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE ONLY vnus.terms ATTACH PARTITION vnus.terms_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY vnus.terms ATTACH PARTITION vnus.terms_1 FOR VALUES WITH (modulus 2, remainder 1);
INSERT INTO vnus.changes_1 VALUES ('cheese', 2, 'cheese', NULL, '{"kind":"topic","id":"cheese"}', 'a topic more', 'editor', NULL);
INSERT INTO vnus.commits VALUES (1, '2026-11-22T13:44:06Z', 'filler', 'first', NULL, 45);
INSERT INTO vnus.commits VALUES (2, '2026-11-22T13:44:07Z', 'editor', 'a topic more', NULL, 1);
INSERT INTO vnus.meta VALUES ('schema', '2');
INSERT INTO vnus.meta VALUES ('id', 'ruritania');
INSERT INTO vnus.meta VALUES ('writer', '8602f05c-ce55-4052-8a3d-42f41e47e98f');
INSERT INTO vnus.names_0 VALUES ('capital', 'capital', 'thu do');
INSERT INTO vnus.names_0 VALUES ('capital', 'capital', 'do');
INSERT INTO vnus.names_0 VALUES ('dan', 'dan', 'dan');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'visit of bob to the old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'of bob to the old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'bob to the old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'to the old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'the old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'old capital');
INSERT INTO vnus.names_0 VALUES ('rt/zd', 'v1', 'capital');
INSERT INTO vnus.names_0 VALUES ('s1', 's1', 'a paper');
INSERT INTO vnus.names_0 VALUES ('s1', 's1', 'paper');
INSERT INTO vnus.names_0 VALUES ('square', 'square', 'old square');
INSERT INTO vnus.names_0 VALUES ('square', 'square', 'square');
INSERT INTO vnus.names_0 VALUES ('tariffs', 'tariffs', 'tariffs');
INSERT INTO vnus.names_0 VALUES ('trade', 'trade', 'trade');
INSERT INTO vnus.names_0 VALUES ('zd', 'zd', 'zenda');
INSERT INTO vnus.names_0 VALUES ('zd', 'bob', 'bob');
INSERT INTO vnus.names_0 VALUES ('zd', 'cyd', 'cyd');
INSERT INTO vnus.names_1 VALUES ('economy', 'economy', 'economy');
INSERT INTO vnus.names_1 VALUES ('rt', 'rt', 'ruritania');
INSERT INTO vnus.names_1 VALUES ('rt', 'ada', 'ada doan');
INSERT INTO vnus.names_1 VALUES ('rt', 'ada', 'doan');
INSERT INTO vnus.names_1 VALUES ('rt', 'ada', 'ada d doan');
INSERT INTO vnus.names_1 VALUES ('rt', 'ada', 'd doan');
INSERT INTO vnus.names_1 VALUES ('s2', 's2', 'a register');
INSERT INTO vnus.names_1 VALUES ('s2', 's2', 'register');
INSERT INTO vnus.names_1 VALUES ('un', 'un', 'united nations');
INSERT INTO vnus.names_1 VALUES ('un', 'un', 'nations');
INSERT INTO vnus.names_1 VALUES ('zd-harbour', 'zd-harbour', 'zenda harbour');
INSERT INTO vnus.names_1 VALUES ('zd-harbour', 'zd-harbour', 'harbour');
INSERT INTO vnus.records_0 VALUES ('ag1-force', 'ag1-force', 'treaty-action', NULL, 11751, 11751, 11751, 11751, 1, '{"kind":"treaty-action","id":"ag1-force","agreement":"ag1","action":"entered-into-force","when":"2002-03-05","effective":"2003-01-01","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('capital', 'capital', 'place', 'thu do', NULL, NULL, NULL, NULL, 1, '{"kind":"place","id":"capital","label":{"en":"Thủ đô"},"place-type":"city","within":"rt","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('dan', 'dan', 'person', 'dan', NULL, NULL, NULL, NULL, 1, '{"kind":"person","id":"dan","label":{"en":"Dan"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('dan', 'v4', 'visit', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"visit","id":"v4","participants":[{"actor":"dan"}],"presence":{"status":"none","topics":"none"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('dan/rt', 'dan-rt', 'accreditation', NULL, 9535, 9535, 10410, 10410, 1, '{"kind":"accreditation","id":"dan-rt","person":"dan","office":"zd-envoy","to":"rt","class":"ambassador","arrived":"1996-02-01","credentials":"1996-02-09","left":"1998-07-03","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('dan/rt', 'v2', 'visit', NULL, 12053, 12417, 12053, 12417, 1, '{"kind":"visit","id":"v2","when":"2003","host":"rt-north","status":"announced","participants":[{"actor":"cyd","role":"guest"},{"actor":"dan","role":"member","capacity":"zd-clerk"}],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('dan/rt', 'v3', 'visit', NULL, 12051, 12204, 12051, 12204, 1, '{"kind":"visit","id":"v3","when":"[2002-12-30,2003-06-01]","host":"rt-port-authority","stops":[{"place":"capital"}],"participants":[{"actor":"bob","role":"guest","capacity":"zd-clerk"},{"actor":"dan","role":"member","capacity":"zd-envoy"}],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('friendship', 'friendship', 'level', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"level","id":"friendship","ladder":"friendship","rank":2,"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('loop-a', 'loop-a', 'organization', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"organization","id":"loop-a","of":"loop-b","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('loop-b', 'loop-b', 'organization', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"organization","id":"loop-b","of":"loop-a","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'rt-zd', 'relation', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"relation","id":"rt-zd","parties":["rt","zd"],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'v1', 'visit', 'visit of bob to the old capital', 11750, 11750, 11752, 11752, 1, '{"kind":"visit","id":"v1","label":{"en":"Visit of Bob to the Old Capital"},"when":"2002-03-04/2002-03-06","places":["square"],"host":"rt","visit-type":"state","purposes":["bilateral"],"status":"held","participants":[{"actor":"bob","role":"guest","capacity":"zd-president"},{"actor":"ada","role":"counterpart","capacity":"rt-president"}],"topics":["tariffs"],"channel":"state","citations":[{"source":"s1"},{"source":"s2","field":"when"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'v5', 'visit', NULL, 12965, 12995, 12965, 12995, 1, '{"kind":"visit","id":"v5","when":"2005-07","places":["zd-harbour"],"host":"zd","visit-type":"private","status":"held","participants":[{"actor":"ada","role":"guest","capacity":"rt-president"},{"role":"host","side":"zd","note":{"en":"not named"}}],"topics":["economy"],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'm1', 'meeting', NULL, 11751, 11751, 11751, 11751, 1, '{"kind":"meeting","id":"m1","when":"2002-03-05","mode":"telephone","ordinal":3,"status":"held","participants":[{"actor":"bob","role":"participant"},{"actor":"ada","role":"participant","capacity":"rt-president"}],"part-of":["v1"],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'm2', 'meeting', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"meeting","id":"m2","mode":"in-person","participants":[{"role":"participant","capacity":"rt-foreign-minister","note":{"en":"not named"}},{"actor":"bob","role":"speaker"}],"presence":{"when":"none"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('rt/zd', 'ag1', 'agreement', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"agreement","id":"ag1","form":"treaty","binding":"treaty","parties":["rt","zd"],"topics":["trade"],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('s1', 's1', 'source', 'a paper', 14610, 14974, 14610, 14974, 1, '{"kind":"source","id":"s1","label":{"en":"A paper"},"publisher":"The Paper","published":"2010","source-type":"press"}');
INSERT INTO vnus.records_0 VALUES ('square', 'square', 'place', 'old square', NULL, NULL, NULL, NULL, 1, '{"kind":"place","id":"square","label":{"en":"Old Square"},"place-type":"other","within":"capital","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('tariffs', 'tariffs', 'topic', 'tariffs', NULL, NULL, NULL, NULL, 1, '{"kind":"topic","id":"tariffs","label":{"en":"Tariffs"},"broader":"trade"}');
INSERT INTO vnus.records_0 VALUES ('trade', 'trade', 'topic', 'trade', NULL, NULL, NULL, NULL, 1, '{"kind":"topic","id":"trade","label":{"en":"Trade"},"broader":"economy"}');
INSERT INTO vnus.records_0 VALUES ('zd', 'zd', 'state', 'zenda', NULL, NULL, NULL, NULL, 1, '{"kind":"state","id":"zd","label":{"en":"Zenda"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'bob', 'person', 'bob', NULL, NULL, NULL, NULL, 1, '{"kind":"person","id":"bob","label":{"en":"Bob"},"of":"zd","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'cyd', 'person', 'cyd', NULL, NULL, NULL, NULL, 1, '{"kind":"person","id":"cyd","label":{"en":"Cyd"},"of":"zd","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'zd-clerk', 'office', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"office","id":"zd-clerk","of":"zd","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'zd-envoy', 'office', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"office","id":"zd-envoy","of":"zd","rank":"ambassador","exclusive":false,"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'zd-president', 'office', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"office","id":"zd-president","of":"zd","rank":"head-of-state","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'bob-zd-president', 'tenure', NULL, 10957, 11322, 11751, 11751, 1, '{"kind":"tenure","id":"bob-zd-president","person":"bob","office":"zd-president","during":"2000/2002-03-05","term":1,"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'cyd-zd-president', 'tenure', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"tenure","id":"cyd-zd-president","person":"cyd","office":"zd-president","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_0 VALUES ('zd', 'v6', 'visit', NULL, 11745, 11745, 11750, 11750, 1, '{"kind":"visit","id":"v6","when":"2002-02-27/2002-03-04","host":"zd","presence":{"visit-type":"unknown","participants":"none"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('ag2-signed', 'ag2-signed', 'treaty-action', NULL, 10227, 10591, 10227, 10591, 1, '{"kind":"treaty-action","id":"ag2-signed","agreement":"ag2","action":"signed","when":"1998","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('economy', 'economy', 'topic', 'economy', NULL, NULL, NULL, NULL, 1, '{"kind":"topic","id":"economy","label":{"en":"Economy"}}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt', 'state', 'ruritania', NULL, NULL, NULL, NULL, 1, '{"kind":"state","id":"rt","label":{"en":"Ruritania"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-foreign-ministry', 'organization', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"organization","id":"rt-foreign-ministry","organization-type":"ministry","of":"rt","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-north', 'organization', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"organization","id":"rt-north","organization-type":"province","of":"rt","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-port-authority', 'organization', NULL, 7305, 7669, 7305, NULL, 1, '{"kind":"organization","id":"rt-port-authority","organization-type":"agency","of":"rt-north","existed":"1990/","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'ada', 'person', 'ada doan', NULL, NULL, NULL, NULL, 1, '{"kind":"person","id":"ada","label":{"en":"Ada Đoàn"},"aliases":["Ada D. Doan"],"of":"rt","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-foreign-minister', 'office', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"office","id":"rt-foreign-minister","of":"rt-foreign-ministry","rank":"foreign-minister","exclusive":true,"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-president', 'office', NULL, NULL, NULL, NULL, NULL, 1, '{"kind":"office","id":"rt-president","of":"rt","rank":"head-of-state","exclusive":true,"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'ada-rt-president', 'tenure', NULL, 11323, 11323, 12783, 12783, 1, '{"kind":"tenure","id":"ada-rt-president","person":"ada","office":"rt-president","during":"2001-01-01/2004-12-31","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'rt-zd-friendship', 'stage', NULL, 10592, 10956, 12418, 12783, 1, '{"kind":"stage","id":"rt-zd-friendship","relation":"rt-zd","level":"friendship","during":"1999/2004","act":"upgraded","by":["rt"],"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'ag2', 'agreement', NULL, 10592, 10956, NULL, NULL, 1, '{"kind":"agreement","id":"ag2","form":"treaty","parties":["rt-foreign-ministry"],"validity":"1999/..","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('rt', 'ag1-signed', 'treaty-action', NULL, 11448, 11448, 11448, 11448, 1, '{"kind":"treaty-action","id":"ag1-signed","agreement":"ag1","party":"rt","action":"signed","when":"2001-05-06","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('s2', 's2', 'source', 'a register', NULL, NULL, NULL, NULL, 1, '{"kind":"source","id":"s2","label":{"en":"A register"},"source-type":"register"}');
INSERT INTO vnus.records_1 VALUES ('un', 'un', 'organization', 'united nations', NULL, NULL, NULL, NULL, 1, '{"kind":"organization","id":"un","label":{"en":"United Nations"},"presence":{"of":"none"},"citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('zd-harbour', 'zd-harbour', 'place', 'zenda harbour', NULL, NULL, NULL, NULL, 1, '{"kind":"place","id":"zd-harbour","label":{"en":"Zenda Harbour"},"place-type":"other","within":"zd","citations":[{"source":"s1"}]}');
INSERT INTO vnus.records_1 VALUES ('cheese', 'cheese', 'topic', NULL, NULL, NULL, NULL, NULL, 2, '{"kind":"topic","id":"cheese"}');
INSERT INTO vnus.terms_0 VALUES ('ag1-force', 'ag1-force', '', 'treaty-action', '', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('ag1-force', 'ag1-force', 'ag1', 'treaty-action', 'agreement', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('ag1-force', 'ag1-force', 's1', 'treaty-action', 'source', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('ag1-force', 'ag1-force', '?party', 'treaty-action', 'party', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('ag1-force', 'ag1-force', 's1', '', 'reported', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('capital', 'capital', '', 'place', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('capital', 'capital', 'rt', 'place', 'within', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('capital', 'capital', 's1', 'place', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'dan', '', 'person', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'dan', 's1', 'person', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'dan', '?of', 'person', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'v4', '', 'visit', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'v4', 'dan', 'visit', 'participants', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'v4', 's1', 'visit', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan', 'v4', '?host', 'visit', 'host', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', '', 'accreditation', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'dan', 'accreditation', 'person', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'zd-envoy', 'accreditation', 'office', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'rt', 'accreditation', 'to', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 's1', 'accreditation', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'dan/rt', 'accreditation', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'dan/zd', 'accreditation', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 'rt/zd', 'accreditation', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'dan-rt', 's1', '', 'reported', NULL, NULL, 10410, 10410);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', '', 'visit', '', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'rt-north', 'visit', 'host', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'cyd', 'visit', 'participants', 'guest', NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'dan', 'visit', 'participants', 'member', 'zd-clerk', 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'zd-clerk', 'visit', 'capacity', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 's1', 'visit', 'source', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'dan/rt', 'visit', 'between', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'dan/zd', 'visit', 'between', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v2', 'rt/zd', 'visit', 'between', NULL, NULL, 12053, 12417);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', '', 'visit', '', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'rt-port-authority', 'visit', 'host', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'capital', 'visit', 'stops', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'bob', 'visit', 'participants', 'guest', 'zd-clerk', 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'zd-clerk', 'visit', 'capacity', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'dan', 'visit', 'participants', 'member', 'zd-envoy', 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'zd-envoy', 'visit', 'capacity', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 's1', 'visit', 'source', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'dan/rt', 'visit', 'between', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'dan/zd', 'visit', 'between', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('dan/rt', 'v3', 'rt/zd', 'visit', 'between', NULL, NULL, 12051, 12204);
INSERT INTO vnus.terms_0 VALUES ('friendship', 'friendship', '', 'level', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('friendship', 'friendship', 's1', 'level', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-a', 'loop-a', '', 'organization', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-a', 'loop-a', 'loop-b', 'organization', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-a', 'loop-a', 's1', 'organization', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-a', 'loop-a', '', 'organization', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-b', 'loop-b', '', 'organization', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-b', 'loop-b', 'loop-a', 'organization', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-b', 'loop-b', 's1', 'organization', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('loop-b', 'loop-b', '', 'organization', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'rt-zd', '', 'relation', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'rt-zd', 'rt', 'relation', 'parties', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'rt-zd', 'zd', 'relation', 'parties', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'rt-zd', 's1', 'relation', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'rt-zd', 'rt/zd', 'relation', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', '', 'visit', '', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'square', 'visit', 'places', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'rt', 'visit', 'host', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'bob', 'visit', 'participants', 'guest', 'zd-president', 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'zd-president', 'visit', 'capacity', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'ada', 'visit', 'participants', 'counterpart', 'rt-president', 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'rt-president', 'visit', 'capacity', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'tariffs', 'visit', 'topics', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 's1', 'visit', 'source', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 's2', 'visit', 'source', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 'rt/zd', 'visit', 'between', NULL, NULL, 11750, 11752);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v1', 's1', '', 'reported', NULL, NULL, 11750, 11750);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', '', 'visit', '', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'zd-harbour', 'visit', 'places', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'zd', 'visit', 'host', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'ada', 'visit', 'participants', 'guest', 'rt-president', 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'rt-president', 'visit', 'capacity', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'zd', 'visit', 'side', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'economy', 'visit', 'topics', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 's1', 'visit', 'source', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 'rt/zd', 'visit', 'between', NULL, NULL, 12965, 12995);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'v5', 's1', '', 'reported', NULL, NULL, 12965, 12965);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', '', 'meeting', '', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 'bob', 'meeting', 'participants', 'participant', NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 'ada', 'meeting', 'participants', 'participant', 'rt-president', 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 'rt-president', 'meeting', 'capacity', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 'v1', 'meeting', 'part-of', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 's1', 'meeting', 'source', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 'rt/zd', 'meeting', 'between', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm1', 's1', '', 'reported', NULL, NULL, 11751, 11751);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm2', '', 'meeting', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm2', 'rt-foreign-minister', 'meeting', 'capacity', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm2', 'bob', 'meeting', 'participants', 'speaker', NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm2', 's1', 'meeting', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'm2', 'rt/zd', 'meeting', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', '', 'agreement', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', 'rt', 'agreement', 'parties', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', 'zd', 'agreement', 'parties', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', 'trade', 'agreement', 'topics', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', 's1', 'agreement', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('rt/zd', 'ag1', 'rt/zd', 'agreement', 'between', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('s1', 's1', '', 'source', '', NULL, NULL, 14610, 14974);
INSERT INTO vnus.terms_0 VALUES ('square', 'square', '', 'place', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('square', 'square', 'capital', 'place', 'within', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('square', 'square', 's1', 'place', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('tariffs', 'tariffs', '', 'topic', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('tariffs', 'tariffs', 'trade', 'topic', 'broader', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('trade', 'trade', '', 'topic', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('trade', 'trade', 'economy', 'topic', 'broader', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd', '', 'state', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd', 's1', 'state', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob', '', 'person', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob', 'zd', 'person', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob', 's1', 'person', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob', 'zd', 'person', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd', '', 'person', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd', 'zd', 'person', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd', 's1', 'person', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd', 'zd', 'person', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-clerk', '', 'office', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-clerk', 'zd', 'office', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-clerk', 's1', 'office', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-clerk', 'zd', 'office', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-envoy', '', 'office', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-envoy', 'zd', 'office', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-envoy', 's1', 'office', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-envoy', 'zd', 'office', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-president', '', 'office', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-president', 'zd', 'office', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-president', 's1', 'office', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'zd-president', 'zd', 'office', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob-zd-president', '', 'tenure', '', NULL, NULL, 10957, 11751);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob-zd-president', 'bob', 'tenure', 'person', NULL, NULL, 10957, 11751);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob-zd-president', 'zd-president', 'tenure', 'office', NULL, NULL, 10957, 11751);
INSERT INTO vnus.terms_0 VALUES ('zd', 'bob-zd-president', 's1', 'tenure', 'source', NULL, NULL, 10957, 11751);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd-zd-president', '', 'tenure', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd-zd-president', 'cyd', 'tenure', 'person', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd-zd-president', 'zd-president', 'tenure', 'office', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'cyd-zd-president', 's1', 'tenure', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_0 VALUES ('zd', 'v6', '', 'visit', '', NULL, NULL, 11745, 11750);
INSERT INTO vnus.terms_0 VALUES ('zd', 'v6', 'zd', 'visit', 'host', NULL, NULL, 11745, 11750);
INSERT INTO vnus.terms_0 VALUES ('zd', 'v6', 's1', 'visit', 'source', NULL, NULL, 11745, 11750);
INSERT INTO vnus.terms_1 VALUES ('ag2-signed', 'ag2-signed', '', 'treaty-action', '', NULL, NULL, 10227, 10591);
INSERT INTO vnus.terms_1 VALUES ('ag2-signed', 'ag2-signed', 'ag2', 'treaty-action', 'agreement', NULL, NULL, 10227, 10591);
INSERT INTO vnus.terms_1 VALUES ('ag2-signed', 'ag2-signed', 's1', 'treaty-action', 'source', NULL, NULL, 10227, 10591);
INSERT INTO vnus.terms_1 VALUES ('ag2-signed', 'ag2-signed', '?party', 'treaty-action', 'party', NULL, NULL, 10227, 10591);
INSERT INTO vnus.terms_1 VALUES ('ag2-signed', 'ag2-signed', 's1', '', 'reported', NULL, NULL, 10227, 10227);
INSERT INTO vnus.terms_1 VALUES ('economy', 'economy', '', 'topic', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt', '', 'state', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt', 's1', 'state', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-ministry', '', 'organization', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-ministry', 'rt', 'organization', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-ministry', 's1', 'organization', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-ministry', 'rt', 'organization', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-north', '', 'organization', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-north', 'rt', 'organization', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-north', 's1', 'organization', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-north', 'rt', 'organization', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-port-authority', '', 'organization', '', NULL, NULL, 7305, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-port-authority', 'rt-north', 'organization', 'of', NULL, NULL, 7305, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-port-authority', 's1', 'organization', 'source', NULL, NULL, 7305, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-port-authority', 'rt', 'organization', 'root', NULL, NULL, 7305, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada', '', 'person', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada', 'rt', 'person', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada', 's1', 'person', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada', 'rt', 'person', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-minister', '', 'office', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-minister', 'rt-foreign-ministry', 'office', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-minister', 's1', 'office', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-foreign-minister', 'rt', 'office', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-president', '', 'office', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-president', 'rt', 'office', 'of', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-president', 's1', 'office', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-president', 'rt', 'office', 'root', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada-rt-president', '', 'tenure', '', NULL, NULL, 11323, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada-rt-president', 'ada', 'tenure', 'person', NULL, NULL, 11323, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada-rt-president', 'rt-president', 'tenure', 'office', NULL, NULL, 11323, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ada-rt-president', 's1', 'tenure', 'source', NULL, NULL, 11323, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', '', 'stage', '', NULL, NULL, 10592, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', 'rt-zd', 'stage', 'relation', NULL, NULL, 10592, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', 'friendship', 'stage', 'level', NULL, NULL, 10592, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', 'rt', 'stage', 'by', NULL, NULL, 10592, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', 's1', 'stage', 'source', NULL, NULL, 10592, 12783);
INSERT INTO vnus.terms_1 VALUES ('rt', 'rt-zd-friendship', 's1', '', 'reported', NULL, NULL, 10592, 10592);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag2', '', 'agreement', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag2', 'rt-foreign-ministry', 'agreement', 'parties', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag2', 's1', 'agreement', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag1-signed', '', 'treaty-action', '', NULL, NULL, 11448, 11448);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag1-signed', 'ag1', 'treaty-action', 'agreement', NULL, NULL, 11448, 11448);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag1-signed', 'rt', 'treaty-action', 'party', NULL, NULL, 11448, 11448);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag1-signed', 's1', 'treaty-action', 'source', NULL, NULL, 11448, 11448);
INSERT INTO vnus.terms_1 VALUES ('rt', 'ag1-signed', 's1', '', 'reported', NULL, NULL, 11448, 11448);
INSERT INTO vnus.terms_1 VALUES ('s2', 's2', '', 'source', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('un', 'un', '', 'organization', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('un', 'un', 's1', 'organization', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('zd-harbour', 'zd-harbour', '', 'place', '', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('zd-harbour', 'zd-harbour', 'zd', 'place', 'within', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('zd-harbour', 'zd-harbour', 's1', 'place', 'source', NULL, NULL, -2147483648, 2147483647);
INSERT INTO vnus.terms_1 VALUES ('cheese', 'cheese', '', 'topic', '', NULL, NULL, -2147483648, 2147483647);
ALTER TABLE ONLY vnus.changes_0
    ADD CONSTRAINT changes_0_pkey PRIMARY KEY (part, revision, id);
ALTER TABLE ONLY vnus.changes_1
    ADD CONSTRAINT changes_1_pkey PRIMARY KEY (part, revision, id);
ALTER TABLE ONLY vnus.commits
    ADD CONSTRAINT commits_pkey PRIMARY KEY (revision);
ALTER TABLE ONLY vnus.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (name);
ALTER TABLE ONLY vnus.records_0
    ADD CONSTRAINT records_0_pkey PRIMARY KEY (part, id);
ALTER TABLE ONLY vnus.records_1
    ADD CONSTRAINT records_1_pkey PRIMARY KEY (part, id);
ALTER TABLE ONLY vnus.shards_0
    ADD CONSTRAINT shards_0_pkey PRIMARY KEY (part);
ALTER TABLE ONLY vnus.shards_1
    ADD CONSTRAINT shards_1_pkey PRIMARY KEY (part);
CREATE INDEX changes_0_by_id ON vnus.changes_0 USING btree (id, revision);
CREATE INDEX changes_0_by_revision ON vnus.changes_0 USING btree (revision, id);
CREATE INDEX changes_1_by_id ON vnus.changes_1 USING btree (id, revision);
CREATE INDEX changes_1_by_revision ON vnus.changes_1 USING btree (revision, id);
CREATE INDEX names_0_by_id ON vnus.names_0 USING btree (id);
CREATE INDEX names_0_by_name ON vnus.names_0 USING btree (name, id);
CREATE INDEX names_1_by_id ON vnus.names_1 USING btree (id);
CREATE INDEX names_1_by_name ON vnus.names_1 USING btree (name, id);
CREATE INDEX records_0_by_id ON vnus.records_0 USING btree (id);
CREATE INDEX records_1_by_id ON vnus.records_1 USING btree (id);
CREATE INDEX terms_0_by_id ON vnus.terms_0 USING btree (id);
CREATE INDEX terms_0_by_what ON vnus.terms_0 USING btree (what, kind, last_day, first_day, field, id);
CREATE INDEX terms_1_by_id ON vnus.terms_1 USING btree (id);
CREATE INDEX terms_1_by_what ON vnus.terms_1 USING btree (what, kind, last_day, first_day, field, id);
