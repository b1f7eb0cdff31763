"""Annotated articles beside what Dateline makes of them: who of the cast is whom of the gold, which frame tells which annotated deed or statement.

Annotated strings are compared folded; an actor of the cast that only shares words with a gold actor is neither right nor wrong to choose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import dateline.pipeline as pipeline
from dateline.events.stage import Stage
from dateline.reader.reading import Frame, Reading
from dateline.record import Record, Span, Statement
from dateline.sources import source_of
from dateline.statements.presence import Presence
from dateline.statements.voices import plain_reading, telling_of

SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘(])|\n+")


@dataclass(frozen=True)
class Told:
    """One annotated article: its gold, its record, and what the later rooms were handed."""

    id: str
    gold: Mapping[str, Any]
    record: Record
    reading: Reading
    refers: Mapping[Span, str]
    parts: Mapping[Span, Sequence[str]]

    @property
    def text(self) -> str:
        return self.record.article.text

    def stage(self) -> Stage:
        known = {a.id: a for a in self.record.actors}
        return Stage(self.text, self.reading.sentences, self.refers, self.parts, known, self.reading.frames, as_annotated(self))

    def presence(self) -> Presence:
        return Presence(self.text, self.reading.sentences, self.refers, {}, {a.id: a for a in self.record.actors})


def tell(rows: Iterable[Mapping[str, Any]]) -> Iterator[Told]:
    """Annotated articles (id, text, gold), read as the product reads them."""
    handed: dict[str, Any] = {}
    real = pipeline.find_events

    def overhear(text: str, reading: Reading, **known: Any) -> Any:
        handed.update(known, reading=reading)
        return real(text, reading, **known)

    pipeline.find_events = overhear  # type: ignore[assignment]
    try:
        for row in rows:
            record = pipeline.read_source(source_of(row["text"], declared="text", id=row["id"], published=row.get("published")))
            if record.article.text == row["text"]:
                yield Told(row["id"], row["gold"], record, handed["reading"], handed["refers"], handed.get("parts") or {})
    finally:
        pipeline.find_events = real


def folded(words: str) -> str:
    """Letters and digits in lower case, without an article before them."""
    return re.sub(r"\W+", " ", re.sub(r"^(the|a|an)\s+", "", words.strip(), flags=re.I)).strip().lower()


def paired(left: Sequence[Any], right: Sequence[Any], weight: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices, the heaviest first; weight 0 pairs nobody."""
    found = sorted(((w, -i, -j) for i, a in enumerate(left) for j, b in enumerate(right) if (w := weight(a, b)) > 0), reverse=True)
    out: list[tuple[int, int]] = []
    for _, i, j in found:
        if all(-i != x and -j != y for x, y in out):
            out.append((-i, -j))
    return out


def who_is_who(told: Told) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Gold actor's id -> id in the cast; and gold actor's id -> ids in the cast that may be the same."""
    surfaces: dict[str, set[str]] = {}
    for m in told.record.mentions:
        if m.refers_to and m.form != "pronoun":
            surfaces.setdefault(m.refers_to, set()).add(folded(told.text[m.start : m.end]))
    cast = [(a.id, ({folded(x) for x in (a.name, *a.aliases)} | surfaces.get(a.id, set())) - {""}) for a in told.record.actors]
    gold = [(a["id"], {folded(x) for x in (a["name"], *(a.get("aliases") or ()))} - {""}) for a in told.gold["actors"]]
    same = {gold[i][0]: cast[j][0] for i, j in paired(gold, cast, lambda a, b: len(a[1] & b[1]))}
    taken = set(same.values())
    alike: dict[str, set[str]] = {}
    for g, names in gold:
        for c, strings in cast:
            within = c not in taken and any(f" {x} " in f" {y} " for x in names for y in strings if len(x) > 3)
            if same.get(g) != c and (names & strings or within):
                alike.setdefault(g, set()).add(c)
    return same, alike


def deeds(told: Told, stage: Stage) -> list[tuple[Mapping[str, Any], Frame]]:
    """Annotated events with the frames that tell them: the same type and word, else the same type and sentence."""
    ends = [m.end() for m in SENTENCE_END.finditer(told.text)]
    number = lambda at: sum(e <= at for e in ends)  # noqa: E731

    def alike(e: Mapping[str, Any], f: Frame) -> int:
        if f.trigger is None or e["type"] != f.type:
            return 0
        a, b = e["trigger"], f.trigger
        return 3 if a[0] < b[1] and b[0] < a[1] else 1 if number(a[0]) == number(b[0]) else 0

    return [(told.gold["events"][i], stage.deeds[j]) for i, j in paired(told.gold["events"], stage.deeds, alike)]


def sayings(told: Told) -> list[tuple[Mapping[str, Any], int]]:
    """Annotated statements with the numbers of the record's statements that share at least half of their content."""

    def letters(spans: Sequence[Sequence[int]]) -> set[int]:
        return {i for a, b in spans for i in range(a, b) if told.text[i].isalnum()}

    gold = [letters(s["content"]) for s in told.gold["statements"]]
    mine = [letters(s.content) for s in told.record.statements]
    share = lambda a, b: x if a | b and (x := len(a & b) / len(a | b)) >= 0.5 else 0.0  # noqa: E731
    return [(told.gold["statements"][i], j) for i, j in paired(gold, mine, share)]


def as_annotated(told: Told) -> list[Statement]:
    """The record's statements with the annotated speakers where there are any, so that what is learned does not hang on the table before."""
    same, _ = who_is_who(told)
    out = list(told.record.statements)
    for s, number in sayings(told):
        if s.get("speaker") in same:
            out[number] = replace(out[number], speaker=same[s["speaker"]])
    return out


def plainly(told: Told) -> list[Statement]:
    """The record's statements with the speakers of the plain reading: what came before a statement is learned from with the faults it will have."""
    here = told.presence()
    out: list[Statement] = []
    for s in told.record.statements:
        t = telling_of(
            here, s.source, s.cue or s.content[0], s.content, s.kind, floating=s.cue is None and s.kind != "indirect", before=out
        )
        out.append(replace(s, speaker=plain_reading(here, t)))
    return out
