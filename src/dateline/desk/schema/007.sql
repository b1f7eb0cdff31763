-- Version 7: what the folding knows, in trees that stay shallow. In one table by name and key the rows of some kilobytes stood in the inner pages, too: a search
-- went through seven pages of a desk of 10,000 articles, and reading what one article asks for took 18 ms of the processor in one of 30,000, now 10.

CREATE TABLE fold_names (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);   -- the mappings of the folding
CREATE TABLE fold_short (         -- what the folding knows: rows of some letters
  name INTEGER NOT NULL REFERENCES fold_names (number), key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name, key)
) WITHOUT ROWID;
CREATE TABLE fold_long (          -- the same, rows of some kilobytes: in the order in which they came, found by an index
  number INTEGER PRIMARY KEY, name INTEGER NOT NULL REFERENCES fold_names (number), key TEXT NOT NULL, value BLOB NOT NULL
);
CREATE UNIQUE INDEX fold_long_key ON fold_long (name, key);
INSERT INTO fold_names (name) SELECT DISTINCT name FROM fold_kept ORDER BY name;
INSERT INTO fold_long (name, key, value) SELECT n.number, k.key, k.value FROM fold_kept k JOIN fold_names n ON n.name = k.name
  WHERE k.name IN ('rows.articles', 'rows.likeness', 'stories.articles', 'stories.likeness', 'copies.hashes');
INSERT INTO fold_short SELECT n.number, k.key, k.value FROM fold_kept k JOIN fold_names n ON n.name = k.name
  WHERE k.name NOT IN ('rows.articles', 'rows.likeness', 'stories.articles', 'stories.likeness', 'copies.hashes');
DROP TABLE fold_kept;
