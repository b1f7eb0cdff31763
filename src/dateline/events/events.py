"""From frames of deeds to events: parties, place, day, numbers, modality and who reports it; told twice is one event.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.events.afterwards import told_afterwards
from dateline.events.attribution import reporter_of
from dateline.events.confidence import calibrated
from dateline.events.modality import modality_of
from dateline.events.parties import Parties, parties_of
from dateline.events.plover import Codebook, plover
from dateline.events.promises import with_promises
from dateline.events.retold import fold_retold
from dateline.events.scene import Setting
from dateline.events.setting import Dated, date_of, of_the_news, place_of, said_on, scene_date
from dateline.events.stage import Stage
from dateline.events.toll import number_of, one_of
from dateline.events.topic import shipped as topic
from dateline.events.weighing import KEPT, RAISED, weighed
from dateline.reader.reading import Frame, Reading
from dateline.record import Actor, Date, Event, Place, Span, Statement
from dateline.statements.statements import sentence_around


def find_events(
    text: str,
    reading: Reading,
    *,
    refers: Mapping[Span, str],
    places: Sequence[Place],
    place_refers: Mapping[Span, str],
    dates: Sequence[Date],
    statements: Sequence[Statement],
    parts: Mapping[Span, Sequence[str]] | None = None,
    actors: Sequence[Actor] = (),
    published: str | None = None,
    weigh: bool = True,
) -> tuple[Event, ...]:
    """The events of an article in order of their triggers. `refers` and `place_refers` map the spans of mentions to actors' and places' ids.

    PLOVER's are those of political conflict: a text about something else tells none (topic.py). Of the deeds that the reader saw those are events that
    a second look finds likely (weighing.py); with `weigh` false, all of its frames, but no faint ones.
    """
    if not topic().admits(reading.gist):
        return ()
    book = plover()
    spots = {p.id: p for p in places}
    setting = Setting.of(place_refers, spots, text)
    days = {d.id: d for d in dates}
    found: list[Event] = []
    dated: Dated | None = None
    stage = Stage(text, reading.sentences, refers, parts or {}, {a.id: a for a in actors}, reading.frames, statements)
    sure: dict[Span, float] = {}
    if weigh:
        marked, faint = (with_promises(text, frames, reading.sentences) for frames in (reading.frames, reading.faint))
        sure = weighed(replace(stage, frames=(*marked, *faint)))
        stage = replace(stage, frames=(*marked, *(f for f in faint if f.trigger and sure[f.trigger] >= RAISED)))
    for f in stage.deeds:
        assert f.trigger
        if any(d.start <= f.trigger[0] and f.trigger[1] <= d.end for d in dates):
            continue  # "two days before the attacks of September 11" dates another deed
        sentence = sentence_around(f.trigger, reading.sentences)
        parties = parties_of(stage, f)
        date, why = date_of(text, f, sentence, dates, published=published)
        told = modality_of(text, f.trigger, sentence, f.modality)
        if date and of_the_news(days[date], days) and told[0] == "asserted":
            dated = Dated(sentence, date, (*parties.actors, *parties.recipients))
        elif not date:
            dated = said_on(statements, reading.sentences, sentence, dated)
            date, why = scene_date(text, f, reading.sentences, sentence, dated, days, parties, published=published)
        event = _event(text, f, sentence, parties, setting, (date, why), told, statements, book, stage.actors)
        found.append(replace(event, confidence=sure.get(f.trigger, event.confidence)))
    found = told_afterwards(text, found, reading.sentences, setting, dates)
    people = {a.id for a in actors if a.kind == "person"}
    return calibrated(fold_retold(text, found, spots, dates, least=KEPT if weigh else 0.0, people=people))


def _event(
    text: str,
    f: Frame,
    sentence: Span,
    parties: Parties,
    setting: Setting,
    dating: tuple[str | None, str],
    telling: tuple[str, str],
    statements: Sequence[Statement],
    book: Codebook,
    cast: Mapping[str, Actor],
) -> Event:
    assert f.trigger and f.type
    because = list(parties.because)
    sides = [a for who in (*parties.actors, *parties.recipients) if (a := cast.get(who))]
    lands, states = [a.country for a in sides if a.country], {a.country for a in sides if a.country and a.kind == "state"}
    place, why = place_of(text, f, sentence, setting, set(parties.spans.values()), lands, states)
    date, why_then = dating
    modality, why_not = telling
    because += [w for w in (why, why_then, why_not) if w]
    reporter = reporter_of(text, f, sentence, statements, parties.actors)
    mode = book.mode(f.type, f.mode)
    numbers = {k: number_of(text, f, k, sentence) for k in ("killed", "injured", "arrested")}
    alone = one_of(
        text,
        f,
        modality,
        [a for w in parties.recipients if (a := cast.get(w))],
        parties.spans.get(f"recipient:{parties.recipients[0]}") if parties.recipients else None,
    )
    if alone and not any(numbers.values()):
        numbers[alone[0]] = alone[1]
        because.append(f"{alone[0]}: one, it befell one person")
    return Event(
        id="",
        type=f.type,
        mode=mode,
        contexts=book.contexts_of(text[slice(*sentence)]),
        quad=book.quad(f.type),
        intensity=book.intensity(f.type, mode),
        trigger=f.trigger,
        actors=parties.actors,
        recipients=parties.recipients,
        place=place,
        date=date,
        modality=modality,
        attributed_to=reporter.id if reporter else None,
        killed=numbers["killed"],
        injured=numbers["injured"],
        arrested=numbers["arrested"],
        confidence=round(f.score * f.type_score, 3),
        spans=parties.spans,
        because=tuple(because),
    )
