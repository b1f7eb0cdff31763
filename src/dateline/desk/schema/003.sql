-- Version 3: tellings that only other reports bear out.

ALTER TABLE tellings ADD COLUMN faint INTEGER NOT NULL DEFAULT 0;   -- 1: the article's word alone was too unsure to be an event; other reports tell the same
CREATE INDEX tellings_faint ON tellings (machine_event) WHERE faint = 1;
