"""Newspapers that the tagger takes for somebody: the page's own outlet, and names that only stand in quotation marks as Arabic papers print theirs."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.folding import fold
from dateline.actors.scene import Scene

_OPENING, _CLOSING = '“"«„', '”"»“'


def tell_newspapers(scene: Scene, cast: Cast, outlet: str | None) -> None:
    """A name without a title that is the outlet's, or that stands in quotation marks every time, is no person; the outlet's own is a newspaper."""
    own = re.sub(r"[^a-z0-9]", "", (outlet or "").lower().removeprefix("www.").split(".")[0])
    for draft in cast.drafts:
        if not draft.named or draft.known or draft.titles:
            continue
        letters = {re.sub(r"[^a-z0-9]", "", fold(t)) for t in draft.name_texts}
        if own and any(len(x) >= 5 and own.startswith(x) for x in letters):
            draft.kind = "organization"
            draft.rank("JRN", f"the name of the outlet, {outlet}")
            draft.why(f"{draft.name_texts[0]!r} is the outlet itself")
        elif draft.kind == "person" and all(len(n.split()) <= 2 for n in draft.name_texts) and _always_quoted(scene, draft):
            draft.kind = "organization"
            draft.why(f"{draft.name_texts[0]!r} stands in quotation marks every time: no person's name does")


def _always_quoted(scene: Scene, draft: Draft) -> bool:
    return len(draft.spans) > 1 and all(
        scene.text[max(0, s - 1) : s] in _OPENING and s > 0 and scene.text[e : e + 1] in _CLOSING and e < len(scene.text)
        for s, e in draft.spans
    )
