-- Version 5: what the first page after a write asks, answered from indexes. Seconds of the processor on a desk of 100,000 articles, before and after.

DROP INDEX tellings_article;
CREATE INDEX tellings_of_article ON tellings (article, event);                   -- the events of reports without reading their tellings: 0.37 to 0.19 of 30,000 reports
DROP INDEX statements_article;
CREATE INDEX statements_in ON statements (article, start, status, speaker_key, kind, channel);   -- the facets of statements without their words
DROP INDEX statements_speaker;
CREATE INDEX statements_by ON statements (speaker_key, article, start, status, kind, channel);
DROP INDEX articles_told_by;
CREATE INDEX articles_told_by ON articles (id, outlet, published);
DROP INDEX event_actors_actor;
CREATE INDEX event_actors_does ON event_actors (actor, role);                    -- how much each of many actors does, counted without sorting
DROP INDEX events_type;
CREATE INDEX events_type ON events (type, first_day, id);                        -- the reports of a type's or a country's events without reading the events
DROP INDEX events_country;
CREATE INDEX events_country ON events (country, first_day, id);
CREATE INDEX events_place ON events (place, quad, status);                       -- the events of a place; the map
CREATE INDEX article_places_name ON article_places (name COLLATE NOCASE, place); -- the places that reports call so, without walking through all
CREATE INDEX actors_are ON actors (kind, sector, country);                       -- the facets of actors
-- the day that trends count an event on (DAY of desk/trends.py, letter for letter, or it is not used)
CREATE INDEX events_told ON events (CASE WHEN first_day IS NOT NULL AND first_day = last_day AND (first_published IS NULL OR first_day <= first_published)
  THEN first_day ELSE first_published END);
