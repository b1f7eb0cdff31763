""" "The sheikh", "the sultan": the one person whom the text calls so before the name."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.nominals import Phrase
from dateline.actors.offices import read_office
from dateline.actors.referring_bodies import clearly_nearer
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.record import Span

_HONOURED = listed("referring_honoured")


def by_courtesy(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str) -> tuple[Draft | None, str]:
    """The person told of before with this courtesy as a title, and the reason; None where nobody or more than one is in question."""
    if phrase.noun not in _HONOURED or read_office(words) or not phrase.definite or phrase.modifiers or phrase.complement:
        return None, ""
    before = re.compile(rf"(?i)\b{phrase.noun}\s+$")
    fits = [
        (at, d)
        for d in cast.drafts
        if d.kind == "person" and d.named and any(before.search(scene.text[max(0, s - 20) : s]) or before.match(scene.words((s, e)).split(" ")[0] + " ") for s, e in d.spans)
        and (at := d.last_before(span[0])) is not None
    ]  # fmt: skip
    fits.sort(key=lambda f: -f[0])
    if len(fits) == 1 or (len(fits) > 1 and clearly_nearer(scene, span, fits[0][0], fits[1][0])):
        return fits[0][1], f"{words!r} is {fits[0][1].name_texts[0]!r}, who is called so"
    return None, ""
