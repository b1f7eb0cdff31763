"""Who: names and their spellings, titles and roles, coreference within an article, country and PLOVER sector.

`find_actors` gives the actors of one article; `same` says whether two names are one; `Candidates` finds the known actors a new one may be;
`read_knowledge` and `linked` tie actors to a knowledge base of the user's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.actors.article import Actors, find_actors
    from dateline.actors.candidates import Candidate, Candidates
    from dateline.actors.knowledge import Knowledge, linked, read_knowledge
    from dateline.actors.matching import Verdict, same

_HOME = {
    "Actors": "article", "find_actors": "article", "Candidate": "candidates", "Candidates": "candidates", "Knowledge": "knowledge", "linked": "knowledge",
    "read_knowledge": "knowledge", "Verdict": "matching", "same": "matching",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Loads a name's module when it is first asked for: the command line hooks `actors.command` without reading the word lists."""
    from importlib import import_module

    if name not in _HOME:
        raise AttributeError(f"dateline.actors has no {name!r}; it has {', '.join(sorted(_HOME))}")
    return getattr(import_module(f"dateline.actors.{_HOME[name]}"), name)


__all__ = ["Actors", "Candidate", "Candidates", "Knowledge", "Verdict", "find_actors", "linked", "read_knowledge", "same"]
