"""Names that the tagger cut into pieces, joined again, and pieces that are no names, left out."""

from __future__ import annotations

import re

from dateline.actors.naming import gender_of_first, strip_titles
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.reader.reading import Found
from dateline.record import Span

_MONTHS = listed("repair_calendar")
_LEFT = re.compile(r"(?<=[a-z,] )([A-Z][a-z’'-]+) $")

Mended = list[tuple[Found, Span]]


def join_splinters(scene: Scene, names: Mended) -> Mended:
    """The name mentions in the order of the text, each whole: "B" and "Y Vijayendra" are one name, "6 May" is none."""
    out: Mended = []
    for m, span in names:
        words = scene.words(span)
        if m.label == "person":
            if _in_date(scene, span) or _in_brackets(scene, span, names):
                continue
            span = _first_name_too(scene, span, out)
            if out and out[-1][0].label == "person" and scene.text[out[-1][1][1] : span[0]] == " " and not strip_titles(words)[0]:
                out[-1] = (out[-1][0], (out[-1][1][0], span[1]))
                continue
        out.append((m, span))
    return out


def _in_date(scene: Scene, span: Span) -> bool:
    """Is this a month beside a number?"""
    return scene.words(span).lower() in _MONTHS and bool(
        re.search(r"\d\w{0,2}\s$", scene.text[: span[0]][-5:]) or re.match(r"\s\d", scene.text[span[1] : span[1] + 2])
    )


def _in_brackets(scene: Scene, span: Span, names: Mended) -> bool:
    """Is this a part of a name put in brackets beside another part, as in "President (Karim) Daoud" or "Kim (Min-ho)"?"""
    text, (s, e) = scene.text, span
    if text[s - 1 : s] != "(" or text[e : e + 1] != ")" or " " in scene.words(span):
        return False
    return any(m.label == "person" and (other[1] == s - 2 or other[0] == e + 2) for m, other in names)


def _first_name_too(scene: Scene, span: Span, before: Mended) -> Span:
    """The span with a well-known first name that stands before it in mid-sentence ("army chief Said" [Chengriha])."""
    m = _LEFT.search(scene.text[max(0, span[0] - 24) : span[0]])
    if not m or " " in scene.words(span) or gender_of_first(m.group(1)) is None:
        return span
    start = span[0] - len(m.group())
    return (start, span[1]) if not before or before[-1][1][1] <= start else span
