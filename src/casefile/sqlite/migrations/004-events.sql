-- The events that the case adds to the core, as their file was written.
CREATE TABLE events (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
