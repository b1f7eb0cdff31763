"""Tellings as bytes and back, for a shelf that is a file: JSON, never pickle, since a desk may come from somebody else."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from dateline.record import Count, Event, Place
from dateline.stories.days import Days
from dateline.stories.shelf import as_json, from_json
from dateline.stories.telling import Surroundings, Telling

_COUNTS = ("killed", "injured", "arrested")


def pack(tellings: Sequence[Telling]) -> bytes:
    """The tellings of one article; what they share is kept once."""
    if not tellings:
        return as_json(None)
    a = tellings[0].around
    around = [a.article, a.published, a.words, a.plain, a.names, sorted(a.numbers), a.outlet, sorted(a.spots)]
    return as_json([around, [_flat(t) for t in tellings]])


def unpack(data: bytes) -> tuple[Telling, ...]:
    """What `pack` packed."""
    whole = from_json(data)
    if whole is None:
        return ()
    (article, published, words, plain, names, numbers, outlet, spots), rows = whole
    around = Surroundings(article, published, words, plain, names, frozenset(numbers), outlet, frozenset(spots))
    return tuple(_telling(r, around) for r in rows)


def _flat(t: Telling) -> list[Any]:
    d = t.days
    return [
        t.key,
        dataclasses.asdict(t.event),
        t.trigger,
        t.sentence,
        None if d is None else [d.first, d.last, d.how],
        t.own,
        t.plain,
        t.names,
        sorted(t.numbers),
        [dataclasses.asdict(p) for p in t.where],
        t.parties,
        t.named,
        t.position,
        t.faint,
        sorted(t.spots),
        t.doers,
        t.targets,
        t.bare,
        t.beside,
    ]


def _telling(row: list[Any], around: Surroundings) -> Telling:
    (
        key,
        event,
        trigger,
        sentence,
        days,
        own,
        plain,
        names,
        numbers,
        where,
        parties,
        named,
        position,
        faint,
        spots,
        doers,
        targets,
        bare,
        beside,
    ) = row
    e = _event(event)
    return Telling(
        key=key,
        around=around,
        event=e,
        trigger=trigger,
        sentence=(sentence[0], sentence[1]),
        days=None if days is None else Days(*days),
        own=own,
        plain=plain,
        names=names,
        numbers=frozenset(numbers),
        where=tuple(_place(p) for p in where),
        parties=parties,
        named=tuple((n, k) for n, k in named),
        position=position,
        faint=faint,
        spots=frozenset(spots),
        doers=doers,
        targets=targets,
        bare=bare,
        beside=tuple(beside),
        counts={k: c for k in _COUNTS if (c := getattr(e, k)) is not None},
    )


def _event(raw: dict[str, Any]) -> Event:
    counts = {k: None if raw[k] is None else Count(**raw[k]) for k in _COUNTS}
    spans = {k: (a, b) for k, (a, b) in raw["spans"].items()}
    lists = {k: tuple(raw[k]) for k in ("contexts", "trigger", "actors", "recipients", "because")}
    return Event(**{**raw, **counts, **lists, "spans": spans})


def _place(raw: dict[str, Any]) -> Place:
    return Place(**{**raw, "aliases": tuple(raw["aliases"]), "because": tuple(raw["because"])})
