"""Which telling tells which event of the gold sets: what the weights of the folding are fitted on."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared"
sys.path.insert(0, str(SHARED / "score"))
from score import greedy, overlap, sentences  # type: ignore[import-not-found]

from dateline.events.plover import plover
from dateline.record import Event, Faint, Record
from dateline.stories.telling import Telling, tellings_of


def family(key: str) -> str:
    """The family of incidents that an event's key names."""
    return "-".join(key.split("-")[:2])


def injected(g: dict, r: Record) -> Record:
    """The record with the gold tellings that the reader missed."""
    missed = [e for e in g["gold"]["events"] if not any(overlap(e["trigger"], p.trigger) for p in r.events)]
    bare = [Event(f"g{i}", e["type"], None, (), plover().quad(e["type"]), 0.8, tuple(e["trigger"])) for i, e in enumerate(missed)]
    return replace(r, events=(*r.events, *bare), faint=())


def labelled(g: dict, r: Record) -> dict[str, str]:
    """Telling -> event: the tellings that the scorer pairs with a gold one, and others of its type in the same breath. "": surely another event."""
    ends = sentences(g["text"])

    def sent(i: int) -> int:
        return next(k for k, e in enumerate(ends) if i < e or e == len(g["text"]))

    def weight(a: dict, b: Event) -> int:
        return (4 if overlap(a["trigger"], b.trigger) else 0) + (2 if sent(a["trigger"][0]) == sent(b.trigger[0]) else 0) * (
            1 + (a["type"] == b.type)
        )

    told, events = g["gold"]["events"], list(r.events)
    out = {events[j].id: told[i]["key"] for i, j in greedy(told, events, weight)}
    for e in events:
        if e.id in out:
            continue
        here = [x for x in told if sent(x["trigger"][0]) == sent(e.trigger[0])]
        if len(here) == 1 and here[0]["type"] == e.type and abs(here[0]["trigger"][0] - e.trigger[0]) < 90:
            out[e.id] = here[0]["key"]
        elif all(x["type"] != e.type for x in told):
            out[e.id] = ""
    return {f"{g['id']}#{k}": v for k, v in out.items()}


def unsure(gold: list[dict], full: dict[str, Record], labels: dict[str, str]) -> tuple[dict[str, list[Telling]], dict[str, str]]:
    """Faint and bare tellings as they would be if the reader had missed a gold telling or had been unsure of it; and what each tells ("": nothing keyed)."""
    out: dict[str, list[Telling]] = {}
    named: dict[str, str] = {}
    for g in gold:
        r, here = full[g["id"]], []
        for e in r.events:
            key = labels.get(f"{g['id']}#{e.id}")
            if not key:
                continue
            rest = tuple(x for x in r.events if x is not e)
            for n, doubts in enumerate(((), (Faint(e.trigger, e.type, e.mode, 0.3),))):
                for t in tellings_of(replace(r, events=rest, faint=doubts), key=f"{g['id']}|{e.id}|{n}"):
                    if t.faint and t.sentence[0] <= e.trigger[0] < t.sentence[1] and t.bare != bool(doubts):
                        others = [x for x in r.events if labels.get(f"{g['id']}#{x.id}") not in (None, "", key)]
                        gap = abs(t.event.trigger[0] - e.trigger[0])
                        if all(abs(t.event.trigger[0] - x.trigger[0]) > gap for x in others):
                            here.append(t)
                            named[t.key] = key
        for t in tellings_of(r):
            if t.faint and t.event.trigger not in [x.trigger for x in r.events]:
                here.append(t)
                named[t.key] = ""
        out[g["id"]] = here
    return out, named
