"""Who is speaking: the words at the telling word, or, where they are a pronoun, a document or missing, the one who was speaking.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.record import Actor, Span, Statement

PRONOUN = re.compile(r"(?i)(he|she|they|it|who|i|we|the latter)")
FITS = {"he": ("person",), "she": ("person",), "i": ("person",), "who": ("person", "group", "organization", "population")}
DOCUMENT = re.compile(r"(?i)\b(statement|communiqu[ée]|letter|report|speech|press release|release|note|message|post|tweet|memo|address|declaration)$")
NEAR = 700  # characters between a statement and the one whose speaker goes on: two news paragraphs


def party(span: Span, refers: Mapping[Span, str]) -> str | None:
    """The actor that a span's words name: the mention of the same extent, else the longest inside it, else the shortest around it."""
    if span in refers:
        return refers[span]
    over = [m for m in refers if m[0] < span[1] and span[0] < m[1]]
    inside = [m for m in over if span[0] <= m[0] and m[1] <= span[1]]
    if inside:
        return refers[min(inside, key=lambda m: (m[0] - m[1], m[0]))]
    return refers[min(over, key=lambda m: (m[1] - m[0], m[0]))] if over else None


def speaker_of(
    text: str,
    source: Span | None,
    at: Span,
    *,
    floating: bool,
    sentence: Span,
    refers: Mapping[Span, str],
    actors: Mapping[str, Actor],
    before: Sequence[Statement],
) -> str | None:
    """The speaker's id, or None. `source` is what the telling words name, `at` the telling word (or the content of a floating quotation)."""
    going_on = _going_on(text, at, before)
    if source is None:
        here = [s for s in before if s.speaker and s.cue and sentence[0] <= s.cue[0] < sentence[1]]
        if here:
            return here[-1].speaker  # "…, he said, adding that …"
        return going_on if floating else _subject(at, sentence, refers, actors)
    words = text[slice(*source)].lower()
    pronoun = PRONOUN.fullmatch(words)
    if pronoun:
        known = refers.get(source)
        kinds = FITS.get(pronoun[1])
        if known is not None and (kinds is None or known not in actors or actors[known].kind in kinds):
            return known
        fits = going_on and going_on in actors and (kinds is None or actors[going_on].kind in kinds)
        return going_on if fits else None
    named = party(source, refers)
    if DOCUMENT.search(words):
        owner = [m for m in refers if source[0] <= m[0] and m[1] <= source[1] and m != source and not DOCUMENT.search(text[slice(*m)])]
        if owner:
            return refers[min(owner, key=lambda m: (m[0] - m[1], m[0]))]
        return going_on or named
    return named


def _going_on(text: str, at: Span, before: Sequence[Statement]) -> str | None:
    """The speaker of the last statement that ended shortly before `at`."""
    past = [s for s in before if s.speaker and s.content[0][0] < at[0]]
    if not past:
        return None
    last = max(past, key=lambda s: max(s.content[-1][1], s.cue[1] if s.cue else 0))
    end = max(last.content[-1][1], last.cue[1] if last.cue else 0)
    return last.speaker if at[0] - end < NEAR and len(re.findall(r"\n\s*\S", text[end : at[0]])) <= 2 else None


def _subject(at: Span, sentence: Span, refers: Mapping[Span, str], actors: Mapping[str, Actor]) -> str | None:
    """Somebody who can speak, named first in the sentence before a telling word that has no speaker of its own ("…, telling reporters that")."""
    spots = sorted(m for m in refers if sentence[0] <= m[0] and m[1] <= at[0] and refers[m] in actors)
    return refers[spots[0]] if spots else None
