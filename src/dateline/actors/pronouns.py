"""He, she, it, they, I, we: the one antecedent that fits, or nobody."""

from __future__ import annotations

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.nominals import PRONOUNS
from dateline.actors.scene import Scene
from dateline.record import Span

REACH = 3  # sentences back
SURE = 0.7  # for "she": what it adds that a woman is meant for sure, where others' gender is not known (for "he" it lost 6 of 625 speakers)


def resolve(scene: Scene, cast: Cast, span: Span) -> tuple[Draft | None, str]:
    """The actor a pronoun stands for and the reason; None and the reason when nobody or more than one fits."""
    word = scene.words(span).strip(' ,."“”').lower()
    sort, gender = PRONOUNS[word]
    if sort == "speaker":
        return _speaker(scene, cast, span, word)
    if sort == "before":
        return _just_before(cast, span, word)
    here = scene.sentence(span[0])
    inside = next((f for content, f in scene.quotes() if content[0] <= span[0] < content[1]), None)
    scores: list[tuple[float, int, Draft]] = []
    for i, draft in enumerate(cast.drafts):
        if not _fits(draft, sort, gender):
            continue
        if (
            inside
            and any(cast.refers.get(s) is draft for s in inside.spans("speaker"))
            and sort == "person"
            and scene.text[inside.spans("content")[0][0] - 1 : inside.spans("content")[0][0]] in '“"'
        ):
            continue
        score = _score(scene, draft, span, here)
        if score is not None:
            score += SURE if gender == "female" and draft.gender == gender else 0.0
            scores.append((score, -i, draft))
    if not scores:
        return None, f"nobody before {word!r} fits"
    scores.sort(key=lambda s: (-s[0], -s[1]))
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.75:
        a, b = scores[0][2], scores[1][2]
        return None, f"{word!r} may be {_label(a)!r} or {_label(b)!r}"
    return scores[0][2], f"{word!r} is {_label(scores[0][2])!r}, the nearest that fits"


def _label(draft: Draft) -> str:
    return draft.name_texts[0] if draft.named else next(iter(draft.surfaces), draft.kind)


def _fits(draft: Draft, sort: str, gender: str | None) -> bool:
    if sort == "person":
        return draft.kind == "person" and not (draft.gender and draft.gender != gender) and not draft.plural
    if sort == "many":
        return draft.kind in ("population", "group") or draft.kind == "organization"
    return draft.kind in ("organization", "state", "group") and not draft.plural


def _score(scene: Scene, draft: Draft, span: Span, here: int) -> float | None:
    """3 for the same sentence down to 0, more for the subject (fills a speaker or actor role, or opens the sentence); None out of reach."""
    best: float | None = None
    for start, end in draft.spans:
        if end > span[0]:
            continue
        far = here - scene.sentence(start)
        if far > REACH:
            continue
        score = 3.0 - far
        score += 0.8 if any(s <= start and end <= e for s, e in scene.subjects) else 0.0
        score += 0.8 if start - scene.bounds(start)[0] < 25 else 0.0
        score += 0.3 if draft.named else 0.0
        best = score if best is None else max(best, score)
    return best


def _speaker(scene: Scene, cast: Cast, span: Span, word: str) -> tuple[Draft | None, str]:
    for content, frame in scene.quotes():
        if content[0] <= span[0] < content[1]:
            for s in frame.spans("speaker"):
                draft = cast.refers.get(s)
                if draft:
                    return draft, f"{word!r} is said by {_label(draft)!r}"
    return None, f"nobody is known to say {word!r}"


def _just_before(cast: Cast, span: Span, word: str) -> tuple[Draft | None, str]:
    near = [(s, d) for s, d in cast.refers.items() if s[1] <= span[0] and span[0] - s[1] <= 3]
    if not near:
        return None, f"nobody stands right before {word!r}"
    draft = max(near, key=lambda sd: (sd[0][1], sd[0][0]))[1]
    return draft, f"{word!r} follows {_label(draft)!r}"
