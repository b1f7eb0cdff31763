"""The lengths at which a party without a name may be called: "officials who spoke with the paper" are "officials", "people" in "people in Tamsk" are "people in Tamsk".

A tagger ends a description now at its head, now behind what hangs on it. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.record import Span

_RELATIVE = r",?\s+(?:who|whom|which|that|whose)\s"
_CLAUSE = re.compile(_RELATIVE)
_HANGS_ON = re.compile(rf"{_RELATIVE}|\s+(?:in|at|on|outside|inside|near|from|across|around)\s")
_WHERE = re.compile(r"\s(?:in|of|from|at)\s+(?:the\s+)?")
_CROWD = re.compile(
    r"(?i)\b(?:people|residents|villagers|citizens|locals|inhabitants|civilians|families|workers|farmers|students|protesters|demonstrators|supporters|authorities|officials)$"
)
_POINTS = re.compile(r"(?i)(?:the|those|these|\w+ of)\b")  # what follows tells which ones
LEAST = 4  # letters of a head that may stand alone


def called(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """What a party without a name is called, each as it stands in the text, the name to show first; empty for one with a name."""
    if draft.named or draft.kind == "state" or not draft.surfaces:
        return ()
    words, span = next(iter(draft.surfaces.items()))
    whole = _with_place(scene, span)
    shown = whole or (words if draft.kind == "person" or _POINTS.match(words) else _CLAUSE.split(words)[0])
    return tuple(dict.fromkeys(w for w in (shown, *_all(scene, draft)) if w))


def _all(scene: Scene, draft: Draft) -> Iterator[str]:
    for words, span in draft.surfaces.items():
        yield words
        if whole := _with_place(scene, span):
            yield whole
        if draft.kind != "person" and (hung := _HANGS_ON.search(words)) and _may_stand(head := words[: hung.start()]):
            yield head


def _may_stand(head: str) -> bool:
    return len(head) > LEAST and head.endswith("s")


def _with_place(scene: Scene, span: Span) -> str | None:
    """A crowd's description out to the place that is named right behind it."""
    link = _WHERE.match(scene.text, span[1])
    if link is None or not _CROWD.search(scene.text, span[0], span[1]):
        return None
    ends = [e for s, e in scene.places if s == link.end()]
    return " ".join(scene.text[span[0] : max(ends)].split()) if ends else None
