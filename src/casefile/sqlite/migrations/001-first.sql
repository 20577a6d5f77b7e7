-- The first form of a case. Columns hold what is asked by; JSON, packed arrays and
-- compressed blocks hold the rest.

CREATE TABLE about (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  title TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;

-- Who writes now, for the message that a second writer gets. The lock itself is held by
-- the operating system; see hold-lock.ts.
CREATE TABLE writer (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  who TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- Bytes as received, cut into parts so that no value nears SQLite's limit.
CREATE TABLE original (
  key INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  byte_length INTEGER NOT NULL
) STRICT;

CREATE TABLE original_part (
  key INTEGER PRIMARY KEY,
  original INTEGER NOT NULL REFERENCES original (key),
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (original, part)
) STRICT;

-- Documents. `head` is the source without its text, path and file as JSON. The passages of
-- a source have the keys first_passage .. first_passage + passages - 1.
CREATE TABLE source (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  language TEXT,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  length INTEGER NOT NULL,
  first_passage INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT;

CREATE INDEX source_by_path ON source (path);

-- The canonical text of a source in chunks. A text that UTF-8 cannot hold (a lone half of
-- a surrogate pair) is a blob of UTF-16LE.
CREATE TABLE chunk (
  key INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (key),
  start INTEGER NOT NULL,
  text ANY NOT NULL,
  UNIQUE (source, start)
) STRICT;

-- `rest` is a packed array of speaker, time and cells, or null where there are none.
CREATE TABLE passage (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source (key),
  section INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  body_start INTEGER NOT NULL,
  body_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  rest TEXT
) STRICT;

-- Where the passage with an id is. `hash` is a number made of the id; ids are compared
-- after it, so two ids may share one.
CREATE TABLE passage_by_id (
  hash INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  PRIMARY KEY (hash, passage)
) STRICT, WITHOUT ROWID;

-- What was read of a source, as compressed JSON arrays of up to a few score items.
CREATE TABLE block (
  key INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (key),
  kind TEXT NOT NULL CHECK (kind IN ('section', 'mention', 'figure', 'relation', 'statement', 'doubt')),
  items BLOB NOT NULL
) STRICT;

CREATE INDEX block_by_source ON block (source, kind, key);

CREATE TABLE statement_by_id (
  hash INTEGER NOT NULL,
  block INTEGER NOT NULL REFERENCES block (key),
  PRIMARY KEY (hash, block)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_by_block ON statement_by_id (block);

CREATE TABLE statement_by_event (
  event TEXT NOT NULL,
  block INTEGER NOT NULL REFERENCES block (key),
  PRIMARY KEY (event, block)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_by_block ON statement_by_event (block);

-- Every outcome of every path; the one with `latest` 1 holds.
CREATE TABLE received (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  byte_length INTEGER,
  sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unreadable', 'duplicate', 'superseded')),
  source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT,
  reason TEXT,
  latest INTEGER NOT NULL CHECK (latest IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX received_latest ON received (path) WHERE latest = 1;
CREATE INDEX received_by_source ON received (source) WHERE latest = 1;

-- What cross-checking gave, as compressed JSON arrays in order.
CREATE TABLE account (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('identity', 'happening', 'finding', 'holding')),
  items BLOB NOT NULL
) STRICT;

-- The decision log. Rows are only ever appended, each chained to the one before.
CREATE TABLE decision (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('accept', 'dismiss', 'note', 'undo')),
  target TEXT NOT NULL,
  text TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX decision_by_target ON decision (target);

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'the decision log only grows'); END;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'the decision log only grows'); END;

CREATE TRIGGER decision_comes_last BEFORE INSERT ON decision
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM decision)
BEGIN SELECT raise(ABORT, 'the decision log only grows'); END;

-- The search index: our own tokens with single spaces between them, rowid = passage key.
-- The ascii tokenizer splits them at spaces and leaves all other characters alone.
CREATE VIRTUAL TABLE word USING fts5 (
  tokens, content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- Fewer, larger merges: a tenth faster to write, and no slower to search by bench/casefile.ts.
INSERT INTO word (word, rank) VALUES ('automerge', 16);
INSERT INTO word (word, rank) VALUES ('hashsize', 4194304);

-- Version of the analyser that made the tokens.
CREATE TABLE analyser (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL) STRICT;
