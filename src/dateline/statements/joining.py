"""One speech, one statement: interrupted quotations, quotations of several paragraphs, what two telling words both claim, and what none does.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Span, Spans
from dateline.statements.presence import PRONOUNS
from dateline.statements.quotes import Quotation, going_on
from dateline.statements.said import Said, clean

INTERRUPTION = 14  # words of "…,” the governor of the province told reporters on Monday, “…" between two parts of one quotation
FLOATING_WORDS = 5  # a shorter quotation without a telling word is a title, a gloss or scare quotes
_STOP = re.compile(r"[.!?…]\s+\w")
_ENDED = re.compile(r"[.,!?…]|.[.,!?…]|.[”\"’»'][.,!?…]", re.S)
_COMMA = re.compile(r"[,:]\s*\W{1,2}$")


def joined(text: str, said: Sequence[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """`said` with every quotation held once and whole, in order of content."""
    out = _with_loose(text, _once(text, list(said), quoted), quoted)
    return sorted(_paragraphs(text, out, quoted), key=_order)


def _order(s: Said) -> tuple[int, Span]:
    return s.content[0][0], s.cue or (0, 0)


def _inside(span: Span, q: Quotation) -> bool:
    return q.start <= span[0] and span[1] <= q.end


def _once(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """Words of one quotation that two statements hold belong to the one whose telling word is nearer; nested speech keeps both."""
    for q in quoted:
        holders = [i for i, s in enumerate(said) if any(_inside(c, q) for c in s.content) and not (s.cue and _inside(s.cue, q))]
        if len(holders) < 2:
            continue
        best = min(holders, key=lambda i: (_away(text, said[i], q), -said[i].score, i))
        parts = sorted({c for i in holders for c in said[i].content if _inside(c, q)})
        whole: list[Span] = []
        for a, b in parts:
            if whole and a < whole[-1][1]:
                whole[-1] = whole[-1][0], max(b, whole[-1][1])
            else:
                whole.append((a, b))
        for i in holders:
            rest = [c for c in said[i].content if not _inside(c, q)]
            said[i] = replace(said[i], content=tuple(sorted([*rest, *(whole if i == best else [])])))
    return [s for s in said if s.content]


def _away(text: str, s: Said, q: Quotation) -> int:
    """Characters from the telling word to the quotation; a full stop or a paragraph's end between them counts a hundred, so does the quotation's
    own full stop before another quotation."""
    if s.cue is None:
        return 10_000
    gap = text[s.cue[1] : q.start] if s.cue[1] <= q.start else text[q.end : s.cue[0]]
    ended = q.end <= s.cue[0] and text[q.end - 1] in ".!?" and re.search(r"\s[“\"«]", gap)
    return len(gap) + (100 if ended else 0) + 100 * len(re.findall(r"[.!?](?=\s)|\n+", gap))


def _with_loose(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """Quotations without a telling word of their own: the second half of "…,” she said, “and …", or somebody's words that stand alone.

    They are those that the reader marked without a telling word and those that no frame holds; of the latter only full sentences stand alone.
    """
    out = sorted((s for s in said if s.cue or not _quoted(s.content[0], quoted)), key=_order)
    held = [c for s in said for c in s.content if not any(s.cue and _inside(s.cue, q) and _inside(c, q) for q in quoted)]
    free = [q for q in quoted if not any(a < q.end and q.start < b for a, b in held)]
    found = [(s.content, s) for s in said if not s.cue and _quoted(s.content[0], quoted)]
    loose: list[tuple[Spans, Said | None]] = [*found, *(((c,), None) for q in free if (c := clean(text, (q.start, q.end))))]
    for content, mine in sorted(loose, key=lambda x: x[0][0]):
        holder = next((i for i, s in enumerate(out) if _resumes(text, s, content[0], quoted)), None)
        if holder is not None:
            s = out[holder]
            out[holder] = replace(
                s,
                content=tuple(sorted((*s.content, *content))),
                because=(*s.because, "content: the quotation goes on after the telling word"),
            )
        elif mine is not None:
            out.append(mine)
        elif _alone(text, content[0]) and _sentence(text, content[0]):
            out.append(Said(content, None, None, (), False, 0.5, ("content: a sentence between quotation marks, without a telling word",)))
    return sorted(out, key=_order)


def _resumes(text: str, s: Said, c: Span, quoted: Sequence[Quotation]) -> bool:
    """Whether the quotation `c` is the rest of the one that the telling word of `s` interrupts. After a comma it is however it begins
    ("…,” Mr. Sow said, “and …"); else it must be a sentence, with no other sentence before it."""
    end = s.content[-1][1]
    if not s.cue or not end <= s.cue[0] < s.cue[1] <= c[0] or not _quoted(s.content[-1], quoted):
        return False
    gap = text[end : c[0]]
    if "\n" in gap or len(re.findall(r"\w+", gap)) > INTERRUPTION:
        return False
    stops = len(_STOP.findall(gap))
    return stops <= 1 if _COMMA.search(gap) else stops == 0 and text[c[0]].isupper()


def _alone(text: str, c: Span) -> bool:
    """Whether a quotation stands on its own, not as a part of the report's sentence ("the study “Needs of small firms”, which …")."""
    before = text[max(0, c[0] - 8) : c[0]].rstrip(" \t“\"«„‘'`")
    return not before or before[-1] in '.!?…:,;\n\r—–-”"»)]' or text[c[1] - 1] in ".!?…"


def _sentence(text: str, c: Span) -> bool:
    """Whether a quotation is a sentence: long enough, ended by a stop within or right behind its mark, and not capitalised throughout like a title."""
    words: list[str] = re.findall(r"\w+", text[slice(*c)])
    telling = [w for w in words[1:] if len(w) > 3]
    small = sum(w[0].islower() for w in telling) >= 0.5 * len(telling) or not PRONOUNS.isdisjoint(w.lower() for w in words)
    return len(words) >= FLOATING_WORDS and text[c[0]].isupper() and small and bool(_ENDED.match(text, c[1] - 1))


def _paragraphs(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    for speech in going_on(text, quoted):
        if len(speech) < 2:
            continue
        holders = [i for i, s in enumerate(said) if any(_inside(c, q) for c in s.content for q in speech) and not _within(s, speech)]
        told = [i for i in holders if said[i].cue]
        if not holders or len(told) > 1:
            continue  # two telling words: two speeches, one of which lost its closing mark
        head = told[0] if told else holders[0]
        spans = sorted({c for i in holders for c in said[i].content})
        spans += [c for q in speech if not any(_inside(c, q) for c in spans) and (c := (q.start, q.end))]
        said[head] = replace(
            said[head], content=tuple(sorted(spans)), because=(*said[head].because, "content: the quotation goes on in the next paragraph")
        )
        said = [s for i, s in enumerate(said) if i == head or i not in holders]
    return said


def _within(s: Said, speech: Sequence[Quotation]) -> bool:
    return s.cue is not None and any(_inside(s.cue, q) for q in speech)


def _quoted(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(_inside(span, q) for q in quoted)
