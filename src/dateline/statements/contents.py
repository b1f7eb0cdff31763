"""Which words belong to which telling word: gaps closed, stray spans dropped, and a span claimed by two frames given to the nearer.

The reader marks each telling word's content on its own; here the frames of a text are held against each other. Offsets are half-open code
point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reader.reading import Frame
from dateline.record import Span, Spans

STRAY_WORDS = 2  # a shorter span that touches nothing is a slip of the tagger
BROKEN_OFF = 5  # a longer rest of the sentence is another clause
SENTENCE_OFF = 12  # unless no comma parts it
_BROKEN = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|if|as|that|this|its|his|her|their|be|been|among|into|through|than|like|between|without|because|while"
    r"|whether|where|which|who|whose|including|such)\Z",
    re.I,
)
_AND_ENDS = re.compile(r"(?:and|or|while)$", re.I)
_RELATIVE = re.compile(r"(?:where|which|who|whose|including|such)$", re.I)
_HANGING = re.compile(r"(?:\s*(?:,|;|--|–|—)|(?<=[”\"]))\s+(?:[\w’'-]+\s+)?[\w’'-]+\Z")
_MARK = re.compile(r"[”“\"»«]|\n")
_AND = re.compile(r"(,|;|,? and|,? but|,? while)\s+(?:(?:also|then|further|later|he|she|they|it)\s+)*$", re.I)


def contents(text: str, frames: Sequence[Frame], sentences: Sequence[Span]) -> list[Spans]:
    """The content spans of each frame of saying, in the order of `frames`; empty where another frame has the better claim to all of them."""
    own = _parted(text, frames, [_ended(text, f, _closed(text, f, sentences), sentences, frames) for f in frames])
    out: list[Spans] = []
    for i, f in enumerate(frames):
        kept = []
        for c in own[i]:
            rivals = [
                j for j in range(len(frames)) if j != i and any(_claims(c, d) for d in own[j]) and not _nested(f, frames[j], own[i], own[j])
            ]
            if all((_distance(text, f, c), -f.score, i) < (_distance(text, frames[j], c), -frames[j].score, j) for j in rivals):
                kept.append(c)
        out.append(_without_strays(text, f, tuple(kept), sentences))
    return out


def _closed(text: str, f: Frame, sentences: Sequence[Span]) -> list[Span]:
    """Spans of one sentence with only a few unmarked words between them, none of them the telling word's or the speaker's, are one span."""
    marked = [f.trigger, *f.spans("speaker")] if f.trigger else list(f.spans("speaker"))
    out: list[Span] = []
    for a, b in f.spans("content"):
        if out:
            gap = (out[-1][1], a)
            same = any(s <= out[-1][1] - 1 and a < e for s, e in sentences)
            words = re.findall(r"\w+", text[gap[0] : gap[1]])
            if same and len(words) <= 6 and not any(s < gap[1] and gap[0] < e for s, e in marked):
                out[-1] = (out[-1][0], b)
                continue
        out.append((a, b))
    return out


def _ended(text: str, f: Frame, spans: Sequence[Span], sentences: Sequence[Span], frames: Sequence[Frame] = ()) -> list[Span]:
    """Content that breaks off at a word which cannot end a phrase ("… as part of the") goes on to the end of its clause: the next telling word,
    speaker or quotation mark, else the end of the sentence. An "and" before another's telling word belongs to neither."""
    out = []
    for a, b in spans:
        broken = _BROKEN.search(text[a:b])
        if broken and not _RELATIVE.match(broken[0]) and (hanging := _HANGING.search(text[a:b])):
            b = a + hanging.start()  # "…, in", "… -- assuming that": the next clause has hardly begun
        elif broken and not _MARK.match(text, b):
            end = next((e for s, e in sentences if s <= b - 1 < e), b)
            stops = [s[0] for s in (f.trigger, *f.spans("speaker")) if s and b <= s[0] < end]
            if _AND_ENDS.match(broken[0]):
                stops += [s[0] for g in frames for s in (g.trigger, *g.spans("speaker")) if s and b <= s[0] < end]
            end = min(stops, default=end)
            mark = _MARK.search(text, b, end)
            end = mark.start() if mark else end
            onward = _clause_end(text, b, end)
            b = a + len(text[a : a + broken.start()].rstrip(" ,;")) if onward == b and _AND_ENDS.match(broken[0]) else onward
        out.append((a, b))
    return [s for s in out if s[0] < s[1]]


def _clause_end(text: str, start: int, end: int) -> int:
    """Where what broke off at `start` ends: with the stretch up to `end` when that is a few words, else at its first comma; at `start` when it is too long."""
    rest = text[start:end].rstrip(" ,.;:!?")
    comma = re.search(r"[,;:–—](?=\s)", rest)
    if len(rest.split()) > BROKEN_OFF and comma:
        rest = rest[: comma.start()]
    return start + (len(rest) if len(rest.split()) <= (BROKEN_OFF if comma else SENTENCE_OFF) else 0)


def _parted(text: str, frames: Sequence[Frame], own: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Content that runs on into the same speaker's next telling word ("said that A and added that B"), or over what another tells, ends before it."""
    out = [list(spans) for spans in own]
    for i, f in enumerate(frames):
        for j, g in enumerate(frames):
            if i == j or not f.trigger or not g.trigger:
                continue
            for k, (a, b) in enumerate(out[i]):
                end = _coordinated(text, f, g, (a, b), own[j]) or _overrun(f, g, (a, b), own[j])
                if end is not None and a < end < b:
                    out[i][k] = (a, end)
    return out


def _coordinated(text: str, f: Frame, g: Frame, span: Span, of_g: Sequence[Span]) -> int | None:
    """Where "and added" begins inside the content of `f`, when the speaker of `g` is not named inside it but is that of `f` or a pronoun for it."""
    a, b = span
    assert f.trigger and g.trigger
    if not (a < g.trigger[0] < b and f.trigger[1] <= a) or not any(g.trigger[1] <= c[0] for c in of_g):
        return None
    inside = [s for s in g.spans("speaker") if a <= s[0] < b]
    if any(text[slice(*s)].lower() not in ("he", "she", "they", "it") for s in inside):
        return None
    m = _AND.search(text, a, g.trigger[0])
    if (
        m is None
        or (inside and m[0].split()[-1].lower() not in ("he", "she", "they", "it"))
        or (m[1] == "," and not text[slice(*g.trigger)].endswith("ing"))
    ):
        return None
    return m.start()


def _overrun(f: Frame, g: Frame, span: Span, of_g: Sequence[Span]) -> int | None:
    """Where the content of `g` begins inside that of `f`, when the telling word of `g` stands behind both."""
    a, b = span
    assert f.trigger and g.trigger
    if f.trigger[1] > a or g.trigger[0] < b:
        return None
    return next((c for c, d in of_g if a < c < b <= d <= g.trigger[0]), None)


def _claims(a: Span, b: Span) -> bool:
    """Whether two spans are mostly the same words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0.5 * min(a[1] - a[0], b[1] - b[0])


def _nested(a: Frame, b: Frame, of_a: Sequence[Span], of_b: Sequence[Span]) -> bool:
    """Whether one tells that the other told: its telling word stands inside the other's content."""
    return any(b.trigger and s <= b.trigger[0] < e for s, e in of_a) or any(a.trigger and s <= a.trigger[0] < e for s, e in of_b)


def _distance(text: str, f: Frame, c: Span) -> int:
    """Words between a span and its telling word or speaker, a sentence's end counting five and a paragraph's twenty."""
    edges = [s for s in (f.trigger, *f.spans("speaker")) if s]
    gaps = [text[e : c[0]] if e <= c[0] else text[c[1] : s] if c[1] <= s else "" for s, e in edges]
    return min((len(re.findall(r"\w+", g)) + 5 * len(re.findall(r"[.!?](?=\s)", g)) + 20 * g.count("\n") for g in gaps), default=99)


def _without_strays(text: str, f: Frame, spans: Spans, sentences: Sequence[Span]) -> Spans:
    size = {c: len(re.findall(r"\w+", text[c[0] : c[1]])) for c in spans}
    longest = max(size.values(), default=0)
    kept = tuple(
        c
        for c in spans
        if size[c] and (size[c] > STRAY_WORDS or longest <= STRAY_WORDS or (_distance(text, f, c) == 0 and size[c] == longest))
    )
    home = next(((a, b) for a, b in sentences if f.trigger and a <= f.trigger[0] < b), None)
    if home is None or not any(home[0] <= c[0] < home[1] for c in kept):
        return kept
    return tuple(c for c in kept if home[0] <= c[0] < home[1] or not _fragment(text, c, sentences))


def _fragment(text: str, c: Span, sentences: Sequence[Span]) -> bool:
    """Whether a span is a small part of another sentence, not between quotation marks."""
    a, b = next(((a, b) for a, b in sentences if a <= c[0] < b), c)
    return 2 * (c[1] - c[0]) < b - a and not re.search(r"[“\"«„‘'][^”\"»]*\Z", text[a : c[0]])
