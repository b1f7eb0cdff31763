"""Names and referring phrases of a window, out of the scores of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.reader.consistency import Marked
from dateline.reader.decode import best_tags, softmax, spans
from dateline.reader.names import name_tags
from dateline.reader.reading import LONGEST_PHRASE, Found
from dateline.reader.trimming import NO_END, tight

if TYPE_CHECKING:
    from dateline.reader.decode import Scores
    from dateline.reader.windows import Window

PRONOUNS = re.compile(
    r"(?i)(?:he|she|they|it|we|i|him|her|them|us|me|his|hers|their|theirs|its|our|ours|my|mine|who|whom|whose|himself|herself|themselves|itself|myself|ourselves)"
)


def names_of(text: str, w: Window, names: Scores) -> list[Marked]:
    """The names of a window, each with its probability of every label."""
    p = softmax(names)
    out = []
    for s, e, _ in spans(name_tags(text, w, names)):
        while e - s > 1 and text[slice(*w.spans[e - 1])] in NO_END:
            e -= 1  # "Department of Fisheries and": no name ends so
        out.append(Marked(tight(text, w, s, e), p[s:e, 1:].reshape(e - s, -1, 2).sum(-1).mean(0)))
    return [m for m in out if m.span[1] - m.span[0] <= LONGEST_PHRASE]


def phrases_of(text: str, w: Window, nominals: Scores) -> list[Found]:
    """The referring phrases and pronouns of a window."""
    q = softmax(nominals)
    out = []
    for s, e, label in spans(best_tags(nominals[None])[0].tolist()):
        at = tight(text, w, s, e)
        if label == 0 and not PRONOUNS.fullmatch(text[at[0] : at[1]]):
            score = float(q[s:e, 1 + 2 * label :][:, :2].sum(-1).mean())
            out.append(Found(*at, "person", "nominal", round(score, 4)))
    for a, b in w.spans:
        if PRONOUNS.fullmatch(text[a:b]) and text[a:b] != "US":
            out.append(Found(a, b, "person", "pronoun"))
    return [m for m in out if m.end - m.start <= LONGEST_PHRASE]
