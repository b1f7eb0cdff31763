-- Version 1: what arrived, what was read from it, and how it was folded. docs/desk.md explains every table and view.

CREATE TABLE documents (          -- one row for each content and address that ever arrived; its bytes are pages/<page>.gz
  key TEXT PRIMARY KEY,           -- 16 hex digits of the SHA-256 of kind, content and address
  page TEXT NOT NULL,             -- SHA-256 of the bytes
  charset TEXT,                   -- a server's word; 'exact' for content that came as characters
  kind TEXT NOT NULL,             -- text or html
  address TEXT,                   -- the url without what does not matter; versions of one address share it
  url TEXT, given_id TEXT, title TEXT, outlet TEXT, published TEXT, published_from TEXT, language TEXT,
  origin TEXT NOT NULL, line INTEGER,
  notes TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'read', 'failed')),
  added TEXT NOT NULL
);
CREATE INDEX documents_state ON documents (state, key);
CREATE INDEX documents_address ON documents (address);

CREATE TABLE quarantine (         -- what could not be read, and why
  key TEXT PRIMARY KEY,           -- the document's key; without a document, a digest of where it was
  document TEXT REFERENCES documents (key),
  origin TEXT NOT NULL, line INTEGER, place TEXT,
  message TEXT NOT NULL, remedy TEXT, error TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 1, since TEXT NOT NULL
);

CREATE TABLE articles (           -- a document that was read: its text never changes under its id but by rereading
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE REFERENCES documents (key),
  title TEXT, headline TEXT NOT NULL, url TEXT, address TEXT, outlet TEXT, language TEXT,
  published TEXT, published_from TEXT, words INTEGER NOT NULL,
  story TEXT, machine_story TEXT, story_score REAL, story_because TEXT,
  folded INTEGER NOT NULL DEFAULT 0,   -- 1: folded; 2: read again since it was folded
  made_by TEXT NOT NULL,
  text TEXT NOT NULL              -- last, so that a list of articles is read without walking through their texts
);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_story ON articles (story);
CREATE INDEX articles_apart ON articles (id) WHERE machine_story IS NOT story;
CREATE INDEX articles_address ON articles (address);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_unfolded ON articles (published IS NULL, published, id) WHERE folded <> 1;
CREATE VIRTUAL TABLE search USING fts5 (
  title, text, content = 'articles', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE records (            -- the whole record of each article: JSON (record.schema.json) packed with zlib
  article TEXT PRIMARY KEY REFERENCES articles (id),
  record BLOB NOT NULL,
  digest TEXT NOT NULL,
  made_by TEXT NOT NULL
);

CREATE TABLE tellings (           -- one event as one article tells it, with what a person corrected
  id TEXT PRIMARY KEY,            -- article#start-end of the telling word
  article TEXT REFERENCES articles (id),   -- null: added by hand without an article
  local TEXT,                     -- its id in the article's record
  event TEXT, machine_event TEXT, score REAL, like TEXT, fold_because TEXT,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL DEFAULT '[]', quad TEXT, intensity REAL,
  modality TEXT NOT NULL DEFAULT 'asserted',
  trigger TEXT, trigger_start INTEGER, trigger_end INTEGER, sentence TEXT,
  first_day TEXT, last_day TEXT, date_precision TEXT, date_because TEXT,
  place TEXT,
  speaker TEXT,                   -- who says so, when the article only has it from somebody
  killed_low INTEGER, killed_high INTEGER, injured_low INTEGER, injured_high INTEGER, arrested_low INTEGER, arrested_high INTEGER,
  confidence REAL NOT NULL DEFAULT 0, because TEXT NOT NULL DEFAULT '[]',
  decided_by TEXT NOT NULL DEFAULT 'machine',   -- machine or person
  status TEXT,                    -- accepted or rejected by a person
  made_by TEXT NOT NULL
);
CREATE INDEX tellings_article ON tellings (article);
CREATE INDEX tellings_event ON tellings (event);
-- where a person's word differs from the machine's: few, found without reading the rest
CREATE INDEX tellings_apart ON tellings (id) WHERE machine_event IS NOT event;
CREATE INDEX tellings_by_hand ON tellings (id) WHERE event IS NULL AND decided_by = 'person';

CREATE TABLE telling_actors (
  telling TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  place_in_list INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY (telling, role, place_in_list)
) WITHOUT ROWID;
CREATE INDEX telling_actors_key ON telling_actors (key);

CREATE TABLE names (              -- every name somebody goes by; the actor is who stands behind it
  key TEXT PRIMARY KEY,           -- kind and folded name; with the article for names that are joined to nobody's elsewhere
  name TEXT NOT NULL, kind TEXT NOT NULL,
  machine_actor TEXT, actor TEXT, because TEXT NOT NULL
);
CREATE INDEX names_actor ON names (actor);
CREATE INDEX names_apart ON names (key) WHERE machine_actor IS NOT actor;
CREATE TABLE article_actors (
  article TEXT NOT NULL, local TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT, sector TEXT,
  aliases TEXT NOT NULL, roles TEXT NOT NULL, because TEXT NOT NULL, made_by TEXT NOT NULL,
  PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX article_actors_key ON article_actors (key);
CREATE TABLE spellings (          -- every spelling of a name, folded, to be found by
  folded TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (folded, key, name)
) WITHOUT ROWID;
CREATE INDEX spellings_key ON spellings (key);
CREATE TABLE spelling_words (     -- the words of folded spellings by their bones, so that other spellings are found
  bone TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (bone, folded)
) WITHOUT ROWID;
CREATE TABLE actors (             -- who: one row for each somebody across all articles
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT,
  spellings INTEGER NOT NULL, articles INTEGER NOT NULL, decided_by TEXT NOT NULL DEFAULT 'machine', made_by TEXT NOT NULL
);

CREATE TABLE places (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT, geonameid INTEGER,
  precision TEXT, made_by TEXT NOT NULL
);
CREATE INDEX places_name ON places (name COLLATE NOCASE);
CREATE TABLE article_places (
  article TEXT NOT NULL, local TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, confidence REAL NOT NULL, because TEXT NOT NULL,
  PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX article_places_place ON article_places (place);

CREATE TABLE statements (
  id TEXT PRIMARY KEY, article TEXT NOT NULL, local TEXT NOT NULL,
  speaker TEXT, speaker_key TEXT, kind TEXT NOT NULL, channel TEXT, outlet TEXT, content TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  day TEXT, negated INTEGER NOT NULL, confidence REAL NOT NULL, made_by TEXT NOT NULL
);
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_speaker ON statements (speaker_key);
CREATE TABLE claims (
  id TEXT PRIMARY KEY, article TEXT NOT NULL, local TEXT NOT NULL,
  kind TEXT NOT NULL, claimant TEXT, claimant_key TEXT, object TEXT NOT NULL, ground TEXT, contests TEXT NOT NULL, made_by TEXT NOT NULL
);
CREATE INDEX claims_article ON claims (article);

CREATE TABLE events (             -- one event, one row, however many tell of it
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL, quad TEXT, intensity REAL, modality TEXT NOT NULL,
  first_day TEXT, last_day TEXT, date_precision TEXT,
  place TEXT, place_name TEXT, place_precision TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, geonameid INTEGER,
  killed_low INTEGER, killed_high INTEGER, injured_low INTEGER, injured_high INTEGER, arrested_low INTEGER, arrested_high INTEGER,
  confidence REAL NOT NULL,
  tellings INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL, first_published TEXT, last_published TEXT,
  story TEXT, quote TEXT, contested TEXT NOT NULL,      -- which details the tellings differ in
  decided_by TEXT NOT NULL DEFAULT 'machine', status TEXT, made_by TEXT NOT NULL
);
CREATE INDEX events_first_day ON events (first_day);
CREATE INDEX events_type ON events (type, first_day);
CREATE INDEX events_country ON events (country, first_day);
CREATE INDEX events_story ON events (story);
CREATE VIRTUAL TABLE spots USING rtree (number, min_lat, max_lat, min_lon, max_lon);   -- where the events with a place are
CREATE TABLE event_actors (
  event TEXT NOT NULL, role TEXT NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL, tellings INTEGER NOT NULL,
  PRIMARY KEY (event, role, actor)
) WITHOUT ROWID;
CREATE INDEX event_actors_actor ON event_actors (actor);

CREATE TABLE stories (
  id TEXT PRIMARY KEY, headline TEXT NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL, events INTEGER NOT NULL,
  first_published TEXT, last_published TEXT, decided_by TEXT NOT NULL DEFAULT 'machine', made_by TEXT NOT NULL
);
CREATE TABLE copies (
  article TEXT NOT NULL, of TEXT NOT NULL, shared REAL NOT NULL, within REAL NOT NULL, because TEXT NOT NULL, PRIMARY KEY (article, of)
) WITHOUT ROWID;

CREATE TABLE revisions (          -- ids of events, stories and actors that went, and what stands for them now
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL
);
CREATE INDEX revisions_old ON revisions (old);
CREATE TABLE stages (name TEXT NOT NULL, version TEXT NOT NULL, first_used TEXT NOT NULL, PRIMARY KEY (name, version)) WITHOUT ROWID;
CREATE TABLE runs (number INTEGER PRIMARY KEY, command TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, counts TEXT NOT NULL DEFAULT '{}');
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE fold_kept (name TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name, key)) WITHOUT ROWID;   -- what the folding knows

CREATE VIEW versions AS           -- the texts of one address, oldest first
  SELECT a.address, a.id AS article, row_number() OVER (PARTITION BY a.address ORDER BY a.published IS NULL, a.published, d.added, a.id) AS version,
         count(*) OVER (PARTITION BY a.address) AS versions, a.headline, a.published, d.added, d.page
  FROM articles a JOIN documents d ON d.key = a.id WHERE a.address IS NOT NULL;
CREATE VIEW sources AS            -- each event with every report behind it
  SELECT t.event, t.id AS telling, t.type, t.modality, t.sentence, t.trigger, t.speaker, t.killed_low, t.killed_high, t.score, t.fold_because AS because,
         a.id AS article, a.outlet, a.published, a.headline, a.url
  FROM tellings t LEFT JOIN articles a ON a.id = t.article;
CREATE VIEW who_to_whom AS        -- directed pairs, one row each, for networks
  SELECT e.id AS event, e.type, e.quad, e.first_day, e.country, x.actor AS actor, x.name AS actor_name, y.actor AS recipient, y.name AS recipient_name
  FROM events e JOIN event_actors x ON x.event = e.id AND x.role = 'actor' JOIN event_actors y ON y.event = e.id AND y.role = 'recipient'
  WHERE e.status IS NOT 'rejected';
CREATE VIEW country_months AS
  SELECT country, substr(first_day, 1, 7) AS month, type, count(*) AS events, sum(killed_low) AS killed_low, sum(killed_high) AS killed_high
  FROM events WHERE country IS NOT NULL AND first_day IS NOT NULL AND modality = 'asserted' AND status IS NOT 'rejected'
  GROUP BY country, month, type;
