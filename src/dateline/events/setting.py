"""Where and when a deed was done: its frame first, then its sentence, then the scene that the report has set.

A report sets a scene (its dateline, the town it speaks of) and tells on from there; verbal deeds ("condemned", "agreed") name places they only speak
about, so for them a place in the sentence counts only after a word like "in". Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.clause import clause_of
from dateline.events.parties import Parties
from dateline.events.scene import Setting
from dateline.reader.reading import Frame
from dateline.record import Date, Span, Statement
from dateline.statements.presence import party
from dateline.statements.statements import sentence_around

MATERIAL = ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "AID", "RETREAT")
_IN = "in|at|near|outside|inside|across|around|throughout|over|on|along|into"
# "from" and "to" tell where only of who leaves or is recalled and of what is sent: of the places behind them in annotated articles a deed was done in one of
# twelve ("a woman visiting from Canada")
_MOTION = {"RETREAT": "from", "SANCTION": "from", "AID": "to", "MOBILIZE": "to"}


def _locative(words: str, more: int = 3) -> re.Pattern[str]:
    """One of `words` with at most so many others behind it."""
    return re.compile(rf"(?i)\b(?:{words})\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,{more}}}$")


_LOCATIVE = {type: _locative(f"{_IN}|{_MOTION[type]}" if type in _MOTION else _IN) for type in MATERIAL}
_OWNS = re.compile(r"[’']s?\s")
_STRICT = _locative("in|at|near|outside|inside|across|around|throughout", 2)
NEWS = (
    "published",
    "dateline",
    "url",
)  # a day counted from the report's own is news; one with its own year is history, and no scene goes on from it


def of_the_news(day: Date, days: Mapping[str, Date]) -> bool:
    """Is a day counted from the report's own, at once or by way of another ("on Friday … earlier in the day")?"""
    seen: set[str] = set()
    while day.anchor in days and day.id not in seen:
        seen.add(day.id)
        day = days[day.anchor or ""]
    return day.anchor in NEWS


@dataclass(frozen=True, slots=True)
class Dated:
    """The deed dated last: its sentence, the date's id and who was in it."""

    sentence: Span
    date: str
    parties: tuple[str, ...] = ()


def place_of(
    text: str, f: Frame, sentence: Span, setting: Setting, parties: set[Span], lands: Sequence[str] = (), states: Collection[str] = ()
) -> tuple[str | None, str]:
    """The place of a deed and why. `parties` are the words that name its parties, `lands` the countries these belong to, `states` those that are parties."""
    for span in f.spans("place"):
        where = party(span, setting.spots)
        if where:
            return where, "place: filled by the reader"
    assert f.trigger and f.type
    at = f.trigger[0]
    pattern = _LOCATIVE.get(f.type, _STRICT)
    here = [
        m
        for m in setting.spots
        if sentence[0] <= m[0] < sentence[1]
        and not any(a <= m[0] and m[1] <= b for a, b in parties)
        and not _OWNS.match(text, m[1])
        and pattern.search(text, max(sentence[0], m[0] - 40), m[0])
    ]
    if here:
        return setting.spots[min(here, key=lambda m: (abs(m[0] - at), m[0]))], "place: named in the sentence"
    return setting.fallback(lands, verbal=f.type not in MATERIAL, states=states)


def date_of(text: str, f: Frame, sentence: Span, dates: Sequence[Date], *, published: str | None = None) -> tuple[str | None, str]:
    """The day of a deed and why: the date in its frame, else the one nearest its word in the sentence that nothing parts from it.

    A day that only dates the report ("KABUL, July 16 -") dates no deed, and a day after the report dates none that is told as done.
    """
    assert f.trigger
    usable = [d for d in dates if d.type in ("DATE", "TIME") and d.value and d.value[:1].isdigit() and not _of_the_report(text, d)]
    if f.modality == "asserted" and published and len(published) == 10:
        usable = [d for d in usable if d.first is None or d.first <= published]
    for span in f.spans("date"):
        over = [d for d in usable if d.start < span[1] and span[0] < d.end]
        if over:
            # "two days before the attacks of September 11" holds two dates: the wider one dates the deed
            return max(over, key=lambda d: d.end - d.start).id, "date: filled by the reader"
    at = f.trigger[0]
    here = [d for d in usable if sentence[0] <= d.start < sentence[1] and not _parted(text, d, f, sentence)]
    if here:
        return min(here, key=lambda d: (min(abs(d.start - at), abs(d.end - at)), d.start)).id, "date: the nearest in the sentence"
    return None, ""


OPENING = 60  # characters before a day in which a dateline names its place
_REPORT = re.compile(r"\s*\)?\s*[-–—]\s")
_PLACED = re.compile(r"(?:^|[^\w])(?:on|in|since|by|from|until|till|at|of)\s*$", re.I)


def _of_the_report(text: str, d: Date) -> bool:
    """Is this the day in a dateline: the head of a line, capitals only before it and a dash behind?"""
    line = text[max(0, d.start - OPENING) : d.start].rpartition("\n")[2]
    if len(line) == OPENING or not _REPORT.match(text, d.end) or _PLACED.search(line):
        return False
    words = re.findall(r"[\w.]+", line)  # the first may be an agency that writes itself small: "harbour News, 6 May - "
    return all(w[0].isupper() or not w[0].isalpha() for w in (words[1:] if len(words) > 1 else words))


FAR = 160  # characters: of the dates farther from a telling word in its sentence 8 in 90 dated the deed, of the nearer ones 1 in 3
COMMAS = 3  # as many between them: 9 in 72; across a quotation mark or a semicolon 6 in 63; in a relative clause that closes before the word 3 in 17
_OPENS = re.compile(r"(?i)\s*(?:(?:on|in|last|this|early|late|by|since|during)\s+){0,2}(?:the\s+)?")
_ASIDE = re.compile(r",\s(?:who|which|where|whose|when|\w+ed)\b[^,]*$")
# a date in the clause that "and" begins: of nine none dated the deed of the clause before; "the government and the front … on Saturday" joins no clauses
_COORDINATED = re.compile(r"(?i)(?:,\s(?:and|but)\s|\s(?:and|but)\s(?:he|she|it|they|was|were|is|are|has|have|had|on|since)\s)")


def _parted(text: str, d: Date, f: Frame, sentence: Span) -> bool:
    """Does too much stand between a date and a telling word for the one to date the other? What only may happen ("if", "could") has no day but its frame's."""
    assert f.trigger
    gap = text[d.end : f.trigger[0]] if d.end <= f.trigger[0] else text[f.trigger[1] : d.start]
    opens = d.end <= f.trigger[0] and bool(_OPENS.fullmatch(text, sentence[0], d.start))  # "In March, the commissioner, Ana Ruiz, asked"
    if f.modality == "hypothetical" or len(gap) > FAR or (gap.count(",") >= COMMAS and not opens) or re.search(r"[“”\";:]", gap):
        return True
    if d.end > f.trigger[0]:
        return bool(_COORDINATED.search(gap))
    return "," in gap and bool(_ASIDE.search(text[sentence[0] : d.start]))


NARRATED = 2  # sentences in which a deed still belongs to the day told last whoever does it (a material one: by or to the same)
_PERFECT = re.compile(r"(?i)\b(?:had|has|have|having)\b|[’']ve\b")


def said_on(statements: Sequence[Statement], sentences: Sequence[Span], sentence: Span, last: Dated | None) -> Dated | None:
    """The deed dated last or, after it and before `sentence`, the words dated last: "said on Monday" sets the day of the report's scene too."""
    for s in statements:
        at = s.cue or s.content[0]
        around = sentence_around(at, sentences)
        if s.date and (last is None or last.sentence < around) and around < sentence:
            last = Dated(around, s.date, (s.speaker,) if s.speaker else ())
    return last


def scene_date(
    text: str,
    f: Frame,
    sentences: Sequence[Span],
    sentence: Span,
    last: Dated | None,
    dates: Mapping[str, Date],
    parties: Parties,
    *,
    published: str | None = None,
) -> tuple[str | None, str]:
    """The day on which the report's scene goes on, after a deed dated to a day of the news: verbal deeds of the same parties until another day is told
    ("The two also agreed …"), others' in the next two sentences, and there what is done by or to them ("Police seized his phone"). The perfect looks back.

    In the shared annotated articles 17 of 20 such deeds were of that day, 14 more had none; farther ones of others 4 of 5, 7 more had none.
    """
    if f.modality != "asserted" or last is None or not f.trigger:
        return None, ""
    order = {s: i for i, s in enumerate(sentences)}
    gone = order.get(sentence, 0) - order.get(last.sentence, -999)
    day = dates.get(last.date)
    if day and published and day.first and day.first > published:
        return None, ""  # a day that was still to come is no day of what was done
    if day is None or not of_the_news(day, dates) or gone < 1 or _PERFECT.search(text[max(sentence[0], f.trigger[0] - 30) : f.trigger[0]]):
        return None, ""
    together = bool({*parties.actors, *parties.recipients} & set(last.parties))
    if f.type in MATERIAL:
        told = together and gone <= NARRATED and clause_of(text, f.trigger, sentence).form in ("finite", "passive", "participle")
        return (day.id, "date: the scene goes on") if told and day.precision in ("day", "time", "month") else (None, "")
    near = together or gone <= NARRATED
    return (day.id, "date: the scene goes on") if near and day.precision in ("day", "time") else (None, "")
