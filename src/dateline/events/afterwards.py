"""What a report adds about a deed in the sentence after it: "The incident took place at Tamsk on Saturday", "Five others were injured".

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.events import counts
from dateline.events.clause import unstopped
from dateline.events.scene import FALLBACKS, Setting
from dateline.record import Date, Event, Span
from dateline.statements.statements import sentence_around

REACH = 2  # sentences after the deed's own
BODILY = ("ASSAULT", "PROTEST")
_TOOK_PLACE = re.compile(
    r"(?i)^[“\"‘']?(?:the|this)\s+(?:\w+\s+)?(?P<what>incident|attack|blast|explosion|bombing|shooting|gunfight|clash(?:es)?|fighting|raid|ambush|assault|protest|march|rally|riot|violence|killings?|abduction|strike|operation)"
    r"\s+(?:took place|happened|occurred|was carried out|were carried out|came|broke out|began|started)\b"
)
_OF_PROTEST = ("protest", "march", "rally", "riot", "violence", "clash", "clashes", "incident")


def told_afterwards(text: str, events: Sequence[Event], sentences: Sequence[Span], setting: Setting, dates: Sequence[Date]) -> list[Event]:
    """The events with the day, place and numbers that the next REACH sentences give for them, where their own sentence gives none.

    A sentence counts for the last such deed before it, and numbers only where the sentence tells no deed of its own.
    """
    order = {s: i for i, s in enumerate(sentences)}
    at = [order.get(sentence_around(e.trigger, sentences), -1) for e in events]
    out = list(events)
    for k, e in enumerate(events):
        if e.type not in BODILY or e.modality != "asserted" or at[k] < 0:
            continue
        for number in range(at[k] + 1, min(at[k] + 1 + REACH, len(sentences))):
            sentence = sentences[number]
            # more than one empty line parts two texts, not two paragraphs
            if text[sentences[number - 1][1] : sentence[0]].count("\n") > 2 or _another_between(events, at, k, number):
                break
            occurred = _TOOK_PLACE.match(text[slice(*sentence)])
            if occurred and (e.type == "ASSAULT" or occurred["what"].lower() in _OF_PROTEST):
                out[k] = _placed(text, out[k], sentence, setting, dates)
            elif number not in at and not unstopped(text, sentence):
                out[k] = _numbered(text, out[k], sentence)
    return out


def _another_between(events: Sequence[Event], at: Sequence[int], k: int, number: int) -> bool:
    """Is another such deed told from this one up to sentence `number`, which would be meant rather?"""
    return any(
        j != k and at[k] <= n < number and events[j].type in BODILY and events[j].trigger > events[k].trigger for j, n in enumerate(at)
    )


def _placed(text: str, e: Event, sentence: Span, setting: Setting, dates: Sequence[Date]) -> Event:
    words = text[slice(*sentence)].strip()
    because = [*e.because]
    day = next(
        (d for d in dates if sentence[0] <= d.start < sentence[1] and d.type in ("DATE", "TIME") and (d.value or "")[:1].isdigit()), None
    )
    if e.date is None and day:
        because.append(f"date: told afterwards, {words[:60]!r}")
        e = replace(e, date=day.id)
    spot = next((p for s, p in sorted(setting.spots.items()) if sentence[0] <= s[0] < sentence[1]), None)
    if spot and (e.place is None or any(b in FALLBACKS for b in because)):
        because = [b for b in because if b not in FALLBACKS] + [f"place: told afterwards, {words[:60]!r}"]
        e = replace(e, place=spot)
    return replace(e, because=tuple(because))


def _numbered(text: str, e: Event, sentence: Span) -> Event:
    killed = None if e.killed else counts.told(text, "killed", sentence)
    injured = None if e.injured else counts.told(text, "injured", sentence)
    if not killed and not injured:
        return e
    told = " and ".join(what for what, n in (("killed", killed), ("injured", injured)) if n)
    reason = f"{told}: told afterwards, {text[slice(*sentence)].strip()[:60]!r}"
    return replace(e, killed=e.killed or killed, injured=e.injured or injured, because=(*e.because, reason))
