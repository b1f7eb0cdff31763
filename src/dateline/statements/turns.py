"""Transcripts and interviews: what stands behind a speaker's label ("PELL: We have asked …") is that speaker's statement, with no telling word.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.record import Actor, Span, Spans, Statement

_WORD = r"(?:[A-Z][\w.'’-]*|de|la|al|el|bin|van|von)"
_LABEL = re.compile(
    rf"(?P<name>Q|A|[A-Z][A-Z.'’ -]{{1,50}}|{_WORD}(?:\s{_WORD}){{0,4}})(?P<role>,\s[^:\n]{{2,50}}|\s\([^()\n]{{1,40}}\))?:\s+(?=\S)"
)
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)")
_STATES = re.compile(r"[.!…][\"”’')\]]*(?:\s|$)")
LEAST = 3  # labelled paragraphs that make a page a transcript; one label has to come again
SHARE = 0.3  # of its paragraphs
WORDS = 4  # a shorter turn ("No.", "Thank you, minister.") states nothing by itself
SAME = 0.8  # share of a turn's letters that a statement found by its telling word holds, where they are one
QUESTION, ANSWER = ("Q", "QUESTION", "INTERVIEWER", "REPORTER", "HOST", "MODERATOR"), ("A", "ANSWER")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: the words of the label that name him, and the paragraphs."""

    name: Span
    content: Spans


def turns_of(text: str, stretches: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the page is no transcript."""
    labels = {s: m for s in stretches if (m := _LABEL.match(text, *s))}
    said = Counter(m["name"].upper().split()[-1] for m in labels.values())
    spoken = sum(
        len(words.split()) >= WORDS and bool(_SENTENCE.search(words)) for s, m in labels.items() for words in [text[m.end() : s[1]]]
    )
    if len(labels) < max(LEAST, SHARE * len(stretches)) or max(said.values()) < 2 or len(said) < 2 or 2 * spoken < len(labels):
        return ()  # a list ("Pell: 2,313") has labels, too
    out: list[Turn] = []
    for s in stretches:
        if m := labels.get(s):
            out.append(Turn(m.span("name"), ((m.end(), s[1]),)))
        elif out:
            out[-1] = Turn(out[-1].name, (*out[-1].content, s))
    return tuple(out)


def told_in_turns(
    text: str, turns: Sequence[Turn], statements: Iterable[Statement], actors: Sequence[Actor], refers: Mapping[Span, str]
) -> list[Statement]:
    """`statements` with those of the turns, in order of their content; a turn that only asks, or says a word or two, states nothing."""
    out = list(statements)
    for turn in turns:
        words = " ".join(text[a:b] for a, b in turn.content)
        if len(words.split()) < WORDS or not _STATES.search(words):
            continue
        if any(_shared(s.content, turn.content) >= SAME for s in out):
            continue
        who = _speaker(text, turn.name, actors, refers, turns[0].name[0])
        reason = "speaker: the label before the words" if who else "speaker: the label before the words names nobody of the article"
        because = ("content: a turn of a transcript or interview", reason)
        out.append(Statement("", who, turn.content, None, "direct", confidence=0.95, source=turn.name, because=because))
    return sorted(out, key=lambda s: (s.content[0][0], -s.content[-1][1]))


def _shared(some: Spans, all_: Spans) -> float:
    whole = sum(b - a for a, b in all_)
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in all_) / max(1, whole)


def _speaker(text: str, name: Span, actors: Sequence[Actor], refers: Mapping[Span, str], first: int) -> str | None:
    """Whom a label names: a mention in it, else the one person whose name ends with its last word or whose initials it is. Who answers questions is the
    one person told of before the first of them.
    """
    people = [a for a in actors if a.kind == "person"]
    words = text[slice(*name)].upper()
    if words in QUESTION:
        return None
    if words in ANSWER:
        opening = {who for (_, b), who in refers.items() if b <= first}
        introduced = [a.id for a in people if a.id in opening] or [a.id for a in people]
        return introduced[0] if len(introduced) == 1 else None
    inside = [(b - a, who) for (a, b), who in refers.items() if name[0] <= a and b <= name[1]]
    if inside:
        return max(inside)[1]
    named = [a.id for a in people if any(_called(x.upper().split(), words) for x in (a.name, *a.aliases))]
    return named[0] if len(named) == 1 else None


def _called(name: list[str], label: str) -> bool:
    return bool(name) and (name[-1] == label.split()[-1] or (len(name) > 1 and "".join(w[0] for w in name) == label.replace(".", "")))
