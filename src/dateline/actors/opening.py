"""Whom the opening of a report keeps back: "A fugitive businessman has been arrested. Jorge Pinto was arrested on Friday …".

The description stands in the first sentences, the name comes right after, and both do or suffer the same, or both are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.reader.reading import SAYING

OPENING = 2  # sentences: the lead
SOON = 2  # sentences after the description in which the name must come
_ANYONE = re.compile(r"an?\s", re.I)
_BARRED = ("of the other sex", "on two sides of a deed", "one a former office, one not", "plural person")


def kept_back(scene: Scene, draft: Draft, options: Sequence[Draft], features: Sequence[Sequence[str]]) -> Draft | None:
    """The one person named soon after an opening description who does, suffers or says what it did; None when none or several fit.

    `features` are the options' from `likeness_told.py`.
    """
    here = scene.sentence(draft.first)
    if draft.kind != "person" or draft.plural or here >= OPENING or not _ANYONE.match(next(iter(draft.surfaces), "")):
        return None
    fits = [
        d
        for d, told in zip(options, features, strict=True)
        if d.kind == "person"
        and d.named
        and d.first > max(e for _, e in draft.spans[:1])
        and 0 < scene.sentence(d.first) - here <= SOON
        and not any(f in told for f in _BARRED)
        and not _of_another_country(scene, draft, d)
        and ("does or suffers such a deed too" in told or (_speaks(scene, draft) and _speaks(scene, d)))
    ]
    return fits[0] if len(fits) == 1 else None


def guessed(scene: Scene, draft: Draft) -> bool:
    """Is the country only the article's own, for want of another?"""
    return draft.country_because == scene.country_because


def _of_another_country(scene: Scene, a: Draft, b: Draft) -> bool:
    return bool(a.country and b.country and a.country != b.country and not guessed(scene, a) and not guessed(scene, b))


def _speaks(scene: Scene, draft: Draft) -> bool:
    return any(scene.frames[n].kind == SAYING and role == "speaker" for s in draft.spans for n, role in scene.fills.get(s, ()))
