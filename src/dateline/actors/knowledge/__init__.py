"""Knowledge bases of the user's: files of people and organizations that actors are linked to, each link with its reason.

    base = read_knowledge("people.csv")
    record = linked(record, base)

Nothing comes with the package and nothing is fetched: the user supplies the file.
"""

from dateline.actors.knowledge.base import Entity, Knowledge
from dateline.actors.knowledge.linking import linked
from dateline.actors.knowledge.reading import read_knowledge

__all__ = ["Entity", "Knowledge", "linked", "read_knowledge"]
