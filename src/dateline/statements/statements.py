"""From frames of saying to statements: content cleaned, kind, speaker, channel, outlet, addressee and date.

Nothing is stitched: content is spans of the text. Offsets are half-open code point offsets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.reader.reading import SAYING, Frame, Reading
from dateline.record import Actor, Date, Span, Spans, Statement
from dateline.statements.channels import channel_of
from dateline.statements.contents import contents
from dateline.statements.joining import Said, joined
from dateline.statements.presence import Presence, party
from dateline.statements.quotes import Quotation, covered, quotations
from dateline.statements.speakers import speaker_of
from dateline.statements.voices import telling_of

EDGE = " \n\r\t\"“”‘’'«»„,;:—–-"
DIRECT = 0.9  # share of the content between quotation marks; the scorer's own line
CLAUSE = 40  # characters that a comma counts for: "who fled on the 15th, spoke on the 18th" was said on the 18th
FLOATING_WORDS = 5  # a shorter quotation without a telling word is a title, a gloss or scare quotes


def find_statements(
    text: str,
    reading: Reading,
    *,
    actors: Sequence[Actor],
    refers: Mapping[Span, str],
    dates: Sequence[Date] = (),
    stretches: Sequence[Span] | None = None,
) -> tuple[Statement, ...]:
    """The statements of an article in order of their content. `refers` maps the spans of mentions to actors' ids."""
    quoted = quotations(text, stretches)
    frames = [f for f in reading.frames if f.kind == SAYING]
    said = _merged(
        [s for f, c in zip(frames, contents(text, frames, reading.sentences), strict=True) if (s := _said(text, f, c, quoted)) is not None],
    )
    said = joined(text, _with_floating(text, said, quoted), quoted)
    known = {a.id: a for a in actors}
    here = Presence(text, reading.sentences, refers, {}, known)
    days = {d.id for d in dates if d.precision == "day"}
    out: list[Statement] = []
    for s in said:
        kind = _kind(text, s.content, quoted)
        previous = out[-1] if out else None
        at = s.cue or s.content[0]
        telling = telling_of(here, s.source, at, s.content, kind, floating=s.cue is None and kind != "indirect", before=out)
        speaker, _ = speaker_of(here, telling)
        channel = channel_of(_telling(text, s, reading.sentences))
        date = _date(text, s, dates, reading.sentences)
        outlet = (
            _outlet(s, reading.sentences, known, refers)
            if channel in ("op-ed", "letter", "interview", "video", "broadcast", "tweet")
            else None
        )
        if (
            channel is None
            and previous
            and speaker
            and previous.speaker == speaker
            and _follows(text, previous.content[-1][1], s.content[0][0])
        ):
            channel, outlet = previous.channel, previous.outlet
            date = date or (previous.date if channel and previous.date in days else None)
        addressee = tuple(dict.fromkeys(a for x in s.addressees if (a := party(x, refers)) and a != speaker))
        out.append(
            Statement(
                f"s{len(out) + 1}",
                speaker,
                s.content,
                s.cue,
                kind,
                channel,
                outlet,
                addressee,
                date,
                s.negated,
                round(s.score, 3),
                s.source,
            )
        )
    return tuple(out)


def _said(text: str, f: Frame, marked: Spans, quoted: Sequence[Quotation]) -> Said | None:
    cue = f.trigger
    if cue and not any(c.isalnum() for c in text[cue[0] : cue[1]]):
        cue = None  # a floating quotation is found at its opening mark
    content = tuple(s for x in marked if (s := _clean(text, x)) is not None)
    named = f.spans("speaker")
    if len(content) > 1:  # "the vice president" beside "Saleh" is who said it, not what
        content = tuple(
            c for c in content if _quoted_part(c, quoted) or not any(c[1] <= a and re.fullmatch(r" ?", text[c[1] : a]) for a, _ in named)
        )
    if not content:
        return None
    content = _whole_quotes(text, content, cue, quoted)
    sources = f.spans("speaker")
    source = min(sources, key=lambda s: min(abs(s[0] - cue[1]), abs(cue[0] - s[1]))) if sources and cue else sources[0] if sources else None
    return Said(content, cue, source, f.spans("addressee"), f.negated, f.score)


def _quoted_part(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(q.start < span[1] and span[0] < q.end for q in quoted)


def _clean(text: str, span: Span) -> Span | None:
    a, b = span
    while a < b and text[a] in EDGE:
        a += 1
    while b > a and text[b - 1] in EDGE:
        b -= 1
    return (a, b) if b - a > 1 else None


def _whole_quotes(text: str, content: Spans, cue: Span | None, quoted: Sequence[Quotation]) -> Spans:
    """A content span that fills most of one quotation is that quotation: the marks know better than the tagger where it ends."""
    out: list[Span] = []
    for a, b in content:
        for q in quoted:
            shared = min(b, q.end) - max(a, q.start)
            if shared > 0 and shared >= 0.5 * (q.end - q.start) and shared >= 0.8 * (b - a) and not (cue and q.start <= cue[0] < q.end):
                a, b = q.start, q.end
                while b > a and text[b - 1] in EDGE:
                    b -= 1
                break
        if out and a < out[-1][1]:
            out[-1] = out[-1][0], max(b, out[-1][1])
        else:
            out.append((a, b))
    return tuple(out)


def _merged(said: Sequence[Said]) -> list[Said]:
    """One statement per act: frames whose contents are the same words become one, the surer frame leading; nested speech stays."""
    out: list[Said] = []
    for s in sorted(said, key=lambda x: -x.score):
        chars = _chars(s.content)
        twin = next((i for i, t in enumerate(out) if (c := _chars(t.content)) and len(chars & c) / len(chars | c) > 0.6), None)
        if twin is None:
            out.append(s)
        elif out[twin].source is None or out[twin].cue is None:
            t = out[twin]
            out[twin] = replace(t, source=t.source or s.source, cue=t.cue or s.cue, addressees=t.addressees or s.addressees)
    return sorted(out, key=lambda s: (s.content[0], s.cue or (0, 0)))


def _chars(content: Spans) -> set[int]:
    return {i for a, b in content for i in range(a, b)}


def _with_floating(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """Quotations that no frame holds: full sentences between marks are somebody's words still."""
    taken = [x for s in said for x in s.content]
    out = list(said)
    for q in quoted:
        if any(a < q.end and q.start < b for a, b in taken):
            continue
        words = re.findall(r"\w+", text[q.start : q.end])
        if len(words) >= FLOATING_WORDS and text[q.start].isupper() and re.search(r"[.,!?…]$", text[q.start : q.end]):
            clean = _clean(text, (q.start, q.end))
            if clean:
                out.append(Said((clean,), None, None, (), False, 0.5))
    return sorted(out, key=lambda s: (s.content[0], s.cue or (0, 0)))


def _kind(text: str, content: Spans, quoted: Sequence[Quotation]) -> str:
    share = covered(content, quoted, text)
    return "direct" if share >= DIRECT else "mixed" if share > 0 else "indirect"


def _follows(text: str, end: int, start: int) -> bool:
    """Whether a quotation still belongs to the one before it: the same paragraph or the next."""
    return 0 <= start - end < 400 and len(re.findall(r"\n\s*\S", text[end:start])) <= 1


def sentence_around(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that `span` begins in."""
    return next(((a, b) for a, b in sentences if a <= span[0] < b), span)


def _telling(text: str, s: Said, sentences: Sequence[Span]) -> str:
    """The words of the telling sentence outside the content."""
    at = s.cue or s.content[0]
    a, b = sentence_around(at, sentences)
    keep = [c if not any(x <= i < y for x, y in s.content) else " " for i, c in enumerate(text[a:b], a)]
    return re.sub(r"\s+", " ", "".join(keep)).strip()


def _outlet(s: Said, sentences: Sequence[Span], known: Mapping[str, Actor], refers: Mapping[Span, str]) -> str | None:
    """The medium named in the telling sentence, when the sentence says that it carried the words."""
    a, b = sentence_around(s.cue or s.content[0], sentences)
    for span in sorted(refers):
        actor = known.get(refers[span])
        if (
            a <= span[0] < b
            and actor
            and actor.sector in ("MED", "JRN")
            and actor.kind == "organization"
            and not any(x <= span[0] < y for x, y in s.content)
            and span != s.source
        ):
            return actor.name
    return None


def _date(text: str, s: Said, dates: Sequence[Date], sentences: Sequence[Span]) -> str | None:
    """The day it was said: a date in the telling sentence outside the content, nearest the telling word."""
    at = s.cue or s.content[0]
    a, b = sentence_around(at, sentences)
    near = [
        d
        for d in dates
        if d.type in ("DATE", "TIME")
        and d.value
        and d.value[:1].isdigit()
        and a <= d.start < b
        and not any(x <= d.start < y for x, y in s.content)
    ]

    def away(d: Date) -> tuple[int, int]:
        between = text[d.end : at[0]] if d.end <= at[0] else text[at[1] : d.start]
        return len(between) + CLAUSE * between.count(","), d.start

    return min(near, key=away).id if near else None
