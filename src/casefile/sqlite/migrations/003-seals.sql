-- Originals never change, and what was read of a source is sealed by a hash (see reading-seal.ts),
-- so that `hearsay verify` finds what changed by itself on a disk. Null in sources kept before.
ALTER TABLE source ADD COLUMN seal TEXT;

CREATE TRIGGER original_stays BEFORE UPDATE ON original
BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER original_is_kept BEFORE DELETE ON original
BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER original_part_stays BEFORE UPDATE ON original_part
BEGIN SELECT raise(ABORT, 'originals never change'); END;

CREATE TRIGGER original_part_is_kept BEFORE DELETE ON original_part
BEGIN SELECT raise(ABORT, 'originals never change'); END;
