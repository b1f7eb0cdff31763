"""Who: names and their spellings, titles and roles, coreference within an article, country and PLOVER sector.

`find_actors` gives the actors of one article; `same` says whether two names are one.
"""

from dateline.actors.article import Actors, find_actors
from dateline.actors.matching import Verdict, same

__all__ = ["Actors", "Verdict", "find_actors", "same"]
