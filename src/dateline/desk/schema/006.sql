-- Version 6: the row of a story is made from an index, however many articles it has: an article's own row is a page of text away from the next.

DROP INDEX articles_story;
CREATE INDEX articles_of_story ON articles (story, published, id, outlet);
