-- Version 2: the analyst's word, kept apart from the machine's and only ever added to.

CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('accept', 'reject', 'correct', 'merge', 'split', 'add', 'undo')),
  kind TEXT NOT NULL,             -- telling, event, actor, story, statement, claim, decision
  target TEXT NOT NULL,           -- the id as it was when it was decided
  anchors TEXT NOT NULL,          -- what stays the same when everything is read again: tellings, names, articles
  field TEXT, value TEXT,         -- for correct and add: JSON
  held TEXT                       -- what the desk said before: JSON
);
CREATE INDEX decisions_target ON decisions (target);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only ever added: undo one by another'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only ever added: undo one by another'); END;

CREATE VIEW standing_decisions AS -- those nobody has undone
  SELECT * FROM decisions d WHERE act <> 'undo'
  AND (SELECT count(*) % 2 FROM decisions u WHERE u.act = 'undo' AND u.target = CAST(d.number AS TEXT)) = 0;
CREATE TABLE unattached (         -- decisions whose telling, name or article is no longer there: nothing is lost, a person looks
  decision INTEGER PRIMARY KEY REFERENCES decisions (number), because TEXT NOT NULL
);
ALTER TABLE statements ADD COLUMN status TEXT;
ALTER TABLE statements ADD COLUMN decided_by TEXT NOT NULL DEFAULT 'machine';
ALTER TABLE claims ADD COLUMN status TEXT;
ALTER TABLE claims ADD COLUMN decided_by TEXT NOT NULL DEFAULT 'machine';
