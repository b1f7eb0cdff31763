-- Version 4: what the desk asks often answered from an index, and what articles say of a name counted as they come.

CREATE INDEX events_undecided ON events (confidence, id) WHERE status IS NULL;   -- the queue of what nobody decided, the least sure first
DROP INDEX tellings_event;
CREATE INDEX tellings_of_event ON tellings (event, article);                     -- the reports of an event without reading the tellings
CREATE INDEX actors_told ON actors (articles DESC, name, id);                    -- the list of actors, the most told first
CREATE INDEX claims_claimant ON claims (claimant_key);
CREATE INDEX claims_kind ON claims (kind, object);
CREATE INDEX statements_undecided ON statements (confidence, id) WHERE status IS NULL;
CREATE INDEX events_facets ON events (quad, type, country, modality, status, decided_by, contested);   -- the browser's facets: 0.50 to 0.05 s of 260,000 events
DROP INDEX events_first_day;
CREATE INDEX events_when ON events (first_day, date_precision, quad, status);                         -- the columns of the timeline: 0.35 to 0.06 s
CREATE INDEX articles_told_by ON articles (id, outlet);   -- the outlets of some events without reading their reports: 0.84 to 0.25 s of 13,000 events, 4 s from a cold disk

-- An actor's name, country and sector are what most articles say. Of "Russia" a desk of 100,000 articles holds some 10,000 rows: to count them
-- again with every article that names it would cost the more the larger the desk is.
CREATE TABLE name_votes (
  key TEXT NOT NULL, field TEXT NOT NULL CHECK (field IN ('name', 'country', 'sector')), value TEXT NOT NULL, votes INTEGER NOT NULL,
  PRIMARY KEY (key, field, value)
) WITHOUT ROWID;
INSERT INTO name_votes SELECT key, 'name', name, count(*) FROM article_actors GROUP BY key, name;
INSERT INTO name_votes SELECT key, 'country', country, count(*) FROM article_actors WHERE country IS NOT NULL GROUP BY key, country;
INSERT INTO name_votes SELECT key, 'sector', sector, count(*) FROM article_actors WHERE sector IS NOT NULL GROUP BY key, sector;
CREATE TRIGGER article_actors_come AFTER INSERT ON article_actors BEGIN
  INSERT INTO name_votes VALUES (NEW.key, 'name', NEW.name, 1) ON CONFLICT DO UPDATE SET votes = votes + 1;
  INSERT INTO name_votes SELECT NEW.key, 'country', NEW.country, 1 WHERE NEW.country IS NOT NULL ON CONFLICT DO UPDATE SET votes = votes + 1;
  INSERT INTO name_votes SELECT NEW.key, 'sector', NEW.sector, 1 WHERE NEW.sector IS NOT NULL ON CONFLICT DO UPDATE SET votes = votes + 1;
END;
CREATE TRIGGER article_actors_go AFTER DELETE ON article_actors BEGIN
  UPDATE name_votes SET votes = votes - 1 WHERE key = OLD.key AND (field, value) IN (('name', OLD.name), ('country', OLD.country), ('sector', OLD.sector));
  DELETE FROM name_votes WHERE key = OLD.key AND votes = 0;
END;
