-- What cross-checking gives has more parts: who rests on whom, and names that are probably one.
-- It is worked out again as a whole, so nothing is lost; what is there is taken along.
CREATE TABLE account_new (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (
    kind IN ('identity', 'happening', 'finding', 'holding', 'origin-node', 'origin-edge', 'name-proposal')
  ),
  items BLOB NOT NULL
) STRICT;

INSERT INTO account_new (key, kind, items) SELECT key, kind, items FROM account;
DROP TABLE account;
ALTER TABLE account_new RENAME TO account;
