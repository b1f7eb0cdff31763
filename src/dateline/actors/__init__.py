"""Who: names and their spellings, titles and roles, coreference within an article, country and PLOVER sector.

`find_actors` gives the actors of one article; `same` says whether two names are one.
"""

from dateline.actors.article import Actors, find_actors

__all__ = ["Actors", "find_actors"]
