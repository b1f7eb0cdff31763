"""From frames of saying to statements: content, kind, speaker, addressee and occasion, each with its reason.

Nothing is stitched: content is spans of the text. Offsets are half-open code point offsets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.reader.reading import SAYING, Frame, Reading
from dateline.record import Actor, Date, Span, Spans, Statement
from dateline.statements.addressees import told_to
from dateline.statements.contents import contents
from dateline.statements.joining import joined
from dateline.statements.occasions import occasion_of
from dateline.statements.papers import issued_by_nobody, issuer, issuer_before
from dateline.statements.presence import PRONOUNS, Presence, party
from dateline.statements.quotes import Quotation, covered, quotations
from dateline.statements.said import Said, said_of
from dateline.statements.speakers import speaker_of
from dateline.statements.tellings import Telling, telling_of
from dateline.statements.turns import told_in_turns, turns_of

SHORT = 3  # of the indirect ones so short, a third of the reader's were statements to the annotators (23 of 70), of longer ones nine in ten
_I = re.compile(r"\b(?:I|[Ww]e)\s+(?:(?:also|have|had|am|still|do|would|can|must|never)\s+)*$")
DIRECT = 0.9  # share of the content between quotation marks; the scorer's own line


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
    frames = _telling(text, [f for f in reading.frames if f.kind == SAYING])
    marked = contents(text, frames, reading.sentences)
    said = [s for f, c in zip(frames, marked, strict=True) if (s := said_of(text, f, c, quoted, stretches)) is not None]
    said = joined(text, _merged(said), quoted)
    here = Presence(text, reading.sentences, refers, {}, {a.id: a for a in actors})
    heard: list[Statement] = []  # with what is too short to be kept: who asked "for help" goes on speaking
    out: list[Statement] = []
    for s in said:
        kind = _kind(text, s.content, quoted)
        at = s.cue or s.content[0]
        telling = telling_of(here, s.source, at, s.content, kind, floating=s.cue is None and kind != "indirect", before=heard)
        speaker, why = _speaker(here, s, telling, quoted, heard)
        outer = next((o for o in reversed(out) if not any(_holds(x, o) for x in out)), None)
        occasion = occasion_of(here, s, speaker, dates=dates, before=outer, others=said)
        spoken_to = [a for x in s.addressees if (a := party(x, refers))] or told_to(text, s.cue, s.content, refers, here.actors)
        addressee = tuple(dict.fromkeys(a for a in spoken_to if a != speaker))
        statement = Statement(
            id=f"s{len(out) + 1}",
            speaker=speaker,
            content=s.content,
            cue=s.cue,
            kind=kind,
            channel=occasion.channel,
            outlet=occasion.outlet,
            addressee=addressee,
            date=occasion.date,
            negated=s.negated,
            confidence=round(s.score, 3),
            source=s.source,
            because=(*s.because, why, *occasion.because),
        )
        heard.append(statement)
        if kind != "indirect" or s.negated or not (_phrase(text, s.content) or _somebody(text, s.content, refers)):
            out.append(statement)
    turns = turns_of(text, stretches or ())
    if turns:
        out = [replace(s, id=f"s{i}") for i, s in enumerate(told_in_turns(text, turns, out, actors, refers), 1)]
    return tuple(_nested(s, out) for s in out)


def _phrase(text: str, content: Spans) -> bool:
    """Whether a few words without a clause are all that is told ("condemned the attack", "asked for help"): a deed rather than a statement."""
    words = [w.lower() for a, b in content for w in re.findall(r"[\w’'-]+", text[a:b])]
    return len(words) <= SHORT and not (words and (words[0] in PRONOUNS or words[0] in ("that", "there", "yes", "no")))


def _somebody(text: str, content: Spans, refers: Mapping[Span, str]) -> bool:
    """Is all that is told somebody's name ("according to the council, the ministry …")? Nobody says that."""
    start, end = content[0]
    if text[start : start + 4].lower() == "the ":
        start += 4
    return len(content) == 1 and ((start, end) in refers or content[0] in refers)


def _speaker(here: Presence, s: Said, telling: Telling, quoted: Sequence[Quotation], before: Sequence[Statement]) -> tuple[str | None, str]:
    """The speaker's id, or None, and what decided: the writer and papers that nobody issued are no party, else the likeliest of the cast speaks."""
    if _by_the_writer(here.text, s, quoted):
        return None, "speaker: the writer of the report"
    if s.cue and (earlier := issuer_before(here.text, s.cue, here, before)):
        return earlier.speaker, f"speaker: the paper is {earlier.id}'s"
    if s.source and s.cue:
        if who := issuer(here.text, s.source, here.refers):
            return who, "speaker: who issued the paper that is told of"
        if issued_by_nobody(here.text, s.source, here.refers):
            return None, "speaker: a paper of which nobody is told to be the issuer"
    return speaker_of(here, telling)


_DESCRIBING = ("informed", "quoted", "unnamed", "cited")  # beside a speaker: "informed sources"


def _telling(text: str, frames: Sequence[Frame]) -> list[Frame]:
    """The frames but those whose telling word only describes another's speaker ("informed sources told the paper")."""
    named = [(f, s) for f in frames for s in f.spans("speaker")]
    return [f for f in frames if not any(g is not f and f.trigger and _describes(text, f.trigger, s) for g, s in named)]


def _describes(text: str, trigger: Span, speaker: Span) -> bool:
    """Does a telling word stand within a speaker's description, or as a participle right before it?"""
    within = speaker[0] <= trigger[0] and trigger[1] <= speaker[1]
    return within or (trigger[1] + 1 == speaker[0] and text[slice(*trigger)].lower() in _DESCRIBING)


def _by_the_writer(text: str, s: Said, quoted: Sequence[Quotation]) -> bool:
    """Whether "I" or "we" outside every quotation tells it: the reporter or the author of an essay, whom the article does not name as a party."""
    if s.cue is None or any(q.start <= s.cue[0] < q.end for q in quoted):
        return False
    if s.source:
        return text[slice(*s.source)].lower() in ("i", "we")
    return bool(_I.search(text[max(0, s.cue[0] - 24) : s.cue[0]]))


def _holds(outer: Statement, inner: Statement) -> bool:
    return outer is not inner and inner.cue is not None and any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content)


def _nested(s: Statement, every: Sequence[Statement]) -> Statement:
    """`s` with the reason that it is told within another's words, where it is."""
    outer = next((o for o in every if _holds(o, s)), None)
    return replace(s, because=(*s.because, f"told within the words of {outer.id}")) if outer else s


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


def _kind(text: str, content: Spans, quoted: Sequence[Quotation]) -> str:
    share = covered(content, quoted, text)
    return "direct" if share >= DIRECT else "mixed" if share > 0 else "indirect"


def sentence_around(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that `span` begins in."""
    return next(((a, b) for a, b in sentences if a <= span[0] < b), span)
