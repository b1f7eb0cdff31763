"""Short forms in brackets that are short for something else than a body: a dam, a strait, a person's post."""

from __future__ import annotations

import re

from dateline.actors.offices import read_office
from dateline.actors.organizations import acronym_of, known_as
from dateline.actors.scene import Scene

_BRACKET = re.compile(r"\s\(\s*[“\"‘']?([A-Z][A-Za-z.-]{1,9})[”\"’']?\s*\)")
_POST = re.compile(r"(?:[a-z][\w-]*\s){0,5}[a-z][\w-]*$")


def short_for_others(scene: Scene) -> frozenset[str]:
    """The short forms that the text itself says are a place's ("the Harbour Dam (HD)") or a post's ("the chief harbour officer (CHO)")."""
    ends = {m.end: m for m in scene.mentions if m.form == "name"}
    return frozenset(m.group(1) for m in _BRACKET.finditer(scene.text) if _is_other(scene, ends.get(m.start()), m))


def _is_other(scene: Scene, named: object, m: re.Match[str]) -> bool:
    if known_as(m.group(1)):
        return False
    label = getattr(named, "label", None)
    if label in ("location", "facility"):
        return acronym_of(m.group(1), scene.text[max(0, m.start() - 80) : m.start()].split(",")[-1]) or label == "facility"
    if named is not None:
        return False
    post = _POST.search(scene.text, max(0, m.start() - 60), m.start())
    words = post.group().split() if post else []
    return any(
        acronym_of(m.group(1), " ".join(w.capitalize() for w in words[i:])) and read_office(" ".join(words[i:])) is not None
        for i in range(max(0, len(words) - 4), max(0, len(words) - 1))
    )
