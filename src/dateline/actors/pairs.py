"""Words for two who were just told of: "the two leaders", "both sides", "the pair", "the two" are those two.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.parties import bare, role_spans
from dateline.actors.scene import Scene
from dateline.record import Span

_PERSONS = re.compile(
    r"(?:(?:the|these)\s+(?:two|pair|duo)|both)(?:\s+(?:\w+\s+)?(?:leaders|men|women|ministers|presidents|politicians|officials|diplomats|generals|rivals))?(?:\s+of them)?",
    re.I,
)
_SIDES = re.compile(r"(?:both|the two)\s+(?:sides|parties|companies|organi[sz]ations|groups|movements|teams|bodies)", re.I)
_ALONE = re.compile(r"(?i)(?:the|these)\s+two|both")  # and nothing behind it that it could count ("the two eternal twins")
_GOES_ON = re.compile(
    r"(?i)\s*(?:[.,;:)”\"]|$|(?:also|then|later|both|were|are|was|is|had|have|has|will|would|did|do|met|got|who|at|in|on|with|for|to|and|said|say|\w+ed)\b)"
)
_AND = re.compile(r"(?:['’]s\b)?[^.;“”\"]{0,60}?\b(?:and|with|met|meets?|visited|told)\s[^.;“”\"]{0,60}")
BACK = 3  # sentences before in which the two are looked for


def tell_pairs(scene: Scene, cast: Cast) -> None:
    """Puts the two in the place of the words for them, wherever just two come in question."""
    more = [(m.start, m.end) for m in scene.mentions if m.form == "nominal"]
    for whole in sorted({*role_spans(scene), *more}):
        span = bare(scene, whole)
        words = scene.words(span)
        persons = bool(_PERSONS.fullmatch(words))
        if (not persons and not _SIDES.fullmatch(words)) or (_ALONE.fullmatch(words) and not _GOES_ON.match(scene.text, span[1])):
            continue
        two = _two_before(scene, cast, span[0], persons=persons)
        if two is None:
            continue
        plain = cast.refers.get(whole) or cast.refers.get(span)
        for each in two:
            each.why(f"one of {words!r}")
        for s in {span, whole}:
            cast.refers[s], cast.parts[s], cast.because[s] = two[0], list(two), "the two told of just before"
        if plain and not plain.named and plain not in cast.refers.values():
            cast.drafts = [d for d in cast.drafts if d is not plain]


def _two_before(scene: Scene, cast: Cast, at: int, *, persons: bool) -> tuple[Draft, Draft] | None:
    """The two of one kind told of last in one sentence, in the order of the text; None where more than two come in question and none stand side by side."""
    number = scene.sentence(at)
    for k in range(number, max(-1, number - BACK - 1), -1):
        told = [
            (s, d) for s, d in _told_in(scene, cast, k) if s[1] <= at and (d.kind == "person") is persons and (d.named or d.kind == "state")
        ]
        people = list(dict.fromkeys(d for _, d in told))
        if len(people) == 2 and (persons or people[0].kind == people[1].kind):
            return people[0], people[1]
        if len(people) > 2:
            joined = [
                (a, b) for (s, a), (t, b) in zip(told, told[1:], strict=False) if a is not b and _AND.fullmatch(scene.text, s[1], t[0])
            ]
            return joined[0] if len(joined) == 1 else None
    return None


def _told_in(scene: Scene, cast: Cast, number: int) -> list[tuple[Span, Draft]]:
    """Who is named in a sentence, in its order, names within names left out."""
    start, end = scene.sentences[number] if scene.sentences else (0, len(scene.text))
    here = sorted((s for s in cast.refers if start <= s[0] and s[1] <= end and s not in cast.parts), key=lambda s: (s[0], -s[1]))
    outer = [s for i, s in enumerate(here) if not any(t[0] <= s[0] and s[1] <= t[1] for t in here[:i])]
    return [(s, cast.refers[s]) for s in outer]
