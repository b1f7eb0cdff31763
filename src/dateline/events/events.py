"""From frames of deeds to events: parties, place, day, numbers, modality and who reports it; told twice is one event.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.events import counts
from dateline.events.plover import Codebook, plover
from dateline.events.retold import fold_retold
from dateline.reader.reading import DEED, Frame, Reading
from dateline.record import Count, Date, Event, Place, Span, Statement
from dateline.statements.statements import party, sentence_around

MUTUAL = ("CONSULT", "COOPERATE")  # every party is an actor (PLOVER: mutual events have no recipient)
_NEAR_PLACE = 0.6  # confidence of a place that only stands near, not in the frame


def find_events(
    text: str,
    reading: Reading,
    *,
    refers: Mapping[Span, str],
    places: Sequence[Place],
    place_refers: Mapping[Span, str],
    dates: Sequence[Date],
    statements: Sequence[Statement],
    codebook: Codebook | None = None,
) -> tuple[Event, ...]:
    """The events of an article in order of their triggers. `refers` and `place_refers` map the spans of mentions to actors' and places' ids."""
    book = codebook or plover()
    spots = {p.id: p for p in places}
    found = [
        _event(text, f, reading.sentences, refers, place_refers, dates, statements, book)
        for f in sorted((f for f in reading.frames if f.kind == DEED and f.trigger), key=lambda f: f.trigger or (0, 0))
    ]
    return fold_retold(text, found, spots, dates)


def _event(
    text: str,
    f: Frame,
    sentences: Sequence[Span],
    refers: Mapping[Span, str],
    place_refers: Mapping[Span, str],
    dates: Sequence[Date],
    statements: Sequence[Statement],
    book: Codebook,
) -> Event:
    assert f.trigger and f.type
    sentence = sentence_around(f.trigger, sentences)
    because: list[str] = []
    spans: dict[str, Span] = {}
    parties: dict[str, list[str]] = {"actor": [], "recipient": []}
    for role, ids in parties.items():
        for span in f.spans(role):
            who = party(span, refers)
            if who and who not in ids and f"actor:{who}" not in spans:
                ids.append(who)
                spans[f"{role}:{who}"] = span
    if f.type in MUTUAL:
        parties["actor"] += [r for r in parties["recipient"] if r not in parties["actor"]]
        parties["recipient"] = []
    place, why = _place(f, sentence, place_refers, set(spans.values()))
    if place:
        because.append(why)
    date, why = _date(f, sentence, dates)
    if date:
        because.append(why)
    reporter = next(
        (s for s in sorted(statements, key=lambda s: sum(b - a for a, b in s.content)) if any(a <= f.trigger[0] < b for a, b in s.content)),
        None,
    )
    mode = book.mode(f.type, f.mode)
    numbers = {k: _count(text, f, k, sentence) for k in ("killed", "injured", "arrested")}
    return Event(
        id="",
        type=f.type,
        mode=mode,
        contexts=book.contexts_of(text[slice(*sentence)]),
        quad=book.quad(f.type),
        intensity=book.intensity(f.type, mode),
        trigger=f.trigger,
        actors=tuple(parties["actor"]),
        recipients=tuple(parties["recipient"]),
        place=place,
        date=date,
        modality=f.modality,
        attributed_to=reporter.id if reporter else None,
        killed=numbers["killed"],
        injured=numbers["injured"],
        arrested=numbers["arrested"],
        confidence=round(f.score * f.type_score, 3),
        spans=spans,
        because=tuple(because),
    )


def _count(text: str, f: Frame, what: str, sentence: Span) -> Count | None:
    """Deaths and injuries belong to assaults and their like, arrests to arrests; a number in another deed's sentence is not this deed's."""
    marked = f.spans(what)
    if marked:
        return counts.told(text, what, (0, 0), marked)
    fits = f.type in ("ASSAULT", "PROTEST") if what != "arrested" else f.type == "COERCE" and f.mode in ("arrest", None)
    return counts.told(text, what, sentence) if fits else None


def _place(f: Frame, sentence: Span, place_refers: Mapping[Span, str], parties: set[Span]) -> tuple[str | None, str]:
    """Where the deed was done: the place in its frame, else the place nearest its word in the sentence that is not one of its parties, else the last place before it."""
    for span in f.spans("place"):
        where = party(span, place_refers)
        if where:
            return where, "place: filled by the reader"
    assert f.trigger
    at = f.trigger[0]
    free = [m for m in place_refers if not any(a <= m[0] and m[1] <= b for a, b in parties)]
    here = [m for m in free if sentence[0] <= m[0] < sentence[1]]
    if here:
        return place_refers[min(here, key=lambda m: (abs(m[0] - at), m[0]))], "place: the nearest in the sentence"
    before = [m for m in free if m[0] < at]
    if before:
        return place_refers[max(before)], "place: the last named before"
    return None, ""


def _date(f: Frame, sentence: Span, dates: Sequence[Date]) -> tuple[str | None, str]:
    """When: the date in the deed's frame, else the one nearest its word in the sentence."""
    usable = [d for d in dates if d.type in ("DATE", "TIME") and d.value and d.value[:1].isdigit()]
    for span in f.spans("date"):
        over = [d for d in usable if d.start < span[1] and span[0] < d.end]
        if over:
            # "two days before the attacks of September 11" holds two dates: the wider one dates the deed
            return max(over, key=lambda d: d.end - d.start).id, "date: filled by the reader"
    assert f.trigger
    at = f.trigger[0]
    here = [d for d in usable if sentence[0] <= d.start < sentence[1]]
    if here:
        return min(here, key=lambda d: (min(abs(d.start - at), abs(d.end - at)), d.start)).id, "date: the nearest in the sentence"
    return None, ""
