"""A person's gender as the article itself tells it: by the pronoun that follows a name with nobody else in between."""

from __future__ import annotations

import re
from collections import Counter

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene

_PRONOUN = re.compile(r"\b(he|she|his|her|him|himself|herself)\b", re.I)
_GENDER = {"he": "male", "his": "male", "him": "male", "himself": "male", "she": "female", "her": "female", "herself": "female"}
NEAR = 160  # characters after the name


def tell_genders(scene: Scene, drafts: list[Draft]) -> None:
    """Sets the gender of persons of whom no title or first name tells it, where the pronouns that follow them agree."""
    persons = [d for d in drafts if d.kind == "person" and d.named]
    starts = sorted(s for d in persons for s, _ in d.spans)
    for draft in persons:
        if draft.gender is not None:
            continue
        votes: Counter[str] = Counter()
        for start, end in draft.spans:
            first, last = scene.bounds(start)
            m = _PRONOUN.search(scene.text, end, min(last, end + NEAR))
            if m is None or start - first > 40 or any(end < other <= m.start() for other in starts):
                continue
            votes[_GENDER[m.group().lower()]] += 1
        if len(votes) == 1:
            draft.gender = next(iter(votes))
            draft.why(f"{draft.gender}: the pronoun after the name")
