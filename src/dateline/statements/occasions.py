"""The occasion of a statement: its channel, the outlet that carried it and its day, from the telling sentence, the sentence before or the speech before.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.record import Actor, Date, Span, Spans, Statement
from dateline.statements.channels import channel_of
from dateline.statements.presence import Presence, party
from dateline.statements.said import Said

_RELATIVE = re.compile(r",\swho(?:se)?\b")
CLAUSE = 40  # characters that a comma counts for: "who fled on the 15th, spoke on the 18th" was said on the 18th
CARRIED = ("op-ed", "letter", "interview", "video", "broadcast", "tweet")  # channels that a medium carries
LASTING = ("op-ed", "letter", "video", "speech")  # a piece that is announced in one sentence and quoted in the next
GOING_ON = 400  # characters between a statement and the next of the same speech


@dataclass(frozen=True, slots=True)
class Occasion:
    channel: str | None = None
    outlet: str | None = None
    date: str | None = None
    because: tuple[str, ...] = ()


def occasion_of(
    here: Presence, s: Said, speaker: str | None, *, dates: Sequence[Date], before: Statement | None, others: Sequence[Said]
) -> Occasion:
    """Where and when `s` was said. `before` is the statement before it, `others` are all statements of the article."""
    at = s.cue or s.content[0]
    sentence = here.sentence(at[0])
    bounds = here.bounds(sentence)
    telling = outside(here.text, bounds, s.content)
    told = [c for o in others if not any(a <= at[0] < b for a, b in o.content) for c in o.content]
    date = _date(here.text, at, bounds, told, dates)
    channel = channel_of(telling)
    why = (f"date: the words “{_words(here.text, date)}” in the telling sentence",) if date else ()
    if channel:
        outlet = (_outlet(here, bounds, s.content, s.source) or _asked(here, s, channel)) if channel in CARRIED else None
        return Occasion(channel, outlet, date.id if date else None, (*why, f"channel: {channel} in the telling sentence"))
    announced = _announced(here, sentence, speaker, dates=dates, others=others)
    if announced and (before is None or before.channel != announced.channel or before.content[-1][1] < here.bounds(sentence - 1)[0]):
        return Occasion(announced.channel, announced.outlet, date.id if date else announced.date, (*why, *announced.because))
    if before and before.channel and speaker and before.speaker == speaker and _follows(here.text, before.content[-1][1], s.content[0][0]):
        day = date or next((d for d in dates if d.id == before.date and d.precision == "day"), None)
        return Occasion(before.channel, before.outlet, day.id if day else None, (*why, f"channel: goes on with {before.id}"))
    return Occasion(None, None, date.id if date else None, why)


def outside(text: str, bounds: Span, content: Spans) -> str:
    """The words of a sentence outside `content`."""
    kept = [c if not any(x <= i < y for x, y in content) else " " for i, c in enumerate(text[slice(*bounds)], bounds[0])]
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def _announced(here: Presence, sentence: int, speaker: str | None, *, dates: Sequence[Date], others: Sequence[Said]) -> Occasion | None:
    """The letter, video or article of the speaker that the sentence before tells of, when nobody says anything in that sentence."""
    if sentence == 0 or speaker is None:
        return None
    bounds = here.bounds(sentence - 1)
    if here.text.count("\n", bounds[1], here.bounds(sentence)[0]) > 2 or not any(
        m.who == speaker for m in here.by_sentence.get(sentence - 1, ())
    ):
        return None
    if any(s.cue and bounds[0] <= s.cue[0] < bounds[1] for s in others):
        return None
    words = here.text[slice(*bounds)]
    channel = channel_of(words)
    if channel not in LASTING:
        return None
    date = _date(here.text, (bounds[1], bounds[1]), bounds, (), dates)
    return Occasion(channel, _outlet(here, bounds, (), None), date.id if date else None, (f"channel: {channel} in the sentence before",))


def _follows(text: str, end: int, start: int) -> bool:
    """Whether a quotation still belongs to the one before it: the same paragraph or the next."""
    return 0 <= start - end < GOING_ON and len(re.findall(r"\n\s*\S", text[end:start])) <= 1


def _outlet(here: Presence, bounds: Span, content: Spans, source: Span | None) -> str | None:
    """The medium named in a sentence outside the content."""
    for m in here.seen:
        actor: Actor | None = here.actors.get(m.who)
        if (
            bounds[0] <= m.start < bounds[1]
            and actor
            and actor.sector in ("MED", "JRN")
            and actor.kind == "organization"
            and not any(x <= m.start < y for x, y in content)
            and (m.start, m.end) != source
        ):
            return actor.name
    return None


def _asked(here: Presence, s: Said, channel: str) -> str | None:
    """The organization that an interview was given to: "told the Al-Wasat newspaper"."""
    spoken_to = (here.actors.get(party(x, here.refers) or "") for x in s.addressees) if channel == "interview" else ()
    return next((a.name for a in spoken_to if a and a.kind == "organization"), None)


def _aside(text: str, d: Date, at: Span, bounds: Span) -> bool:
    """Whether a date stands in a relative clause that ends before `at`, or before one that opens: "Seif, who closed the port in May, wrote …", "He met Seif
    in May, who said …".
    """
    if d.end <= at[0] and _RELATIVE.match(text, d.end):
        return True
    opened = re.search(r",\s(?:who|which|where|whose|when)\b[^,]*$", text[bounds[0] : d.start])
    return opened is not None and d.end <= at[0] and "," in text[d.end : at[0]]


def _date(text: str, at: Span, bounds: Span, content: Sequence[Span], dates: Sequence[Date]) -> Date | None:
    """The day it was said: a date in the sentence outside `content` and asides, nearest `at`."""
    near = [
        d
        for d in dates
        if d.type in ("DATE", "TIME")
        and d.value
        and d.value[:1].isdigit()
        and bounds[0] <= d.start < bounds[1]
        and not any(x <= d.start < y for x, y in content)
        and not _aside(text, d, at, bounds)
    ]

    def away(d: Date) -> tuple[int, int]:
        between = text[d.end : at[0]] if d.end <= at[0] else text[at[1] : d.start]
        return len(between) + CLAUSE * between.count(","), d.start

    return min(near, key=away) if near else None


def _words(text: str, d: Date) -> str:
    return text[d.start : d.end]
