"""Made-up reports and a made-up reader of them, so that a desk can be filled without the language model: every word of DEEDS is an event."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.actors.folding import fold
from dateline.record import Actor, Article, Count, Date, Event, Mention, Place, Record, Statement
from dateline.sources import Failure, Source

DEEDS = {"attacked": "ASSAULT", "ambushed": "ASSAULT", "marched": "PROTEST", "arrested": "COERCE", "met": "CONSULT", "praised": "SUPPORT"}
QUAD = {"ASSAULT": "material conflict", "PROTEST": "material conflict", "COERCE": "material conflict"}
PEOPLE = {
    "Muammar Gaddafi": ("person", "LBY", "GOV"), "Moammar Kadhafi": ("person", "LBY", "GOV"), "Amina Diallo": ("person", "MLI", "OPP"),
    "gunmen": ("group", None, "REB"), "farmers": ("population", None, "CVL"), "the police": ("organization", "PAK", "COP"),
    "Kasa Front": ("organization", "SEN", "REB"),
}  # fmt: skip
SPOTS = {
    "Mastung": (29.80, 66.85, "PAK", "Balochistan", 1), "Mumias": (0.33, 34.49, "KEN", "Kakamega", 2), "Kidal": (18.44, 1.41, "MLI", "Kidal", 3),
    "Bignona": (12.81, -16.23, "SEN", "Ziguinchor", 4),
}  # fmt: skip
TOLL = re.compile(r"killing (\d+)")
SAID = re.compile(r"“([^”]+)”, said ([A-Z]\w+ [A-Z]\w+)")


def reading(source: Source) -> Record:
    """The record of a made-up report. "unreadable" in the text raises what a fault of ours would."""
    text = source.text
    names = [n for n in PEOPLE if n in text]
    actors = tuple(Actor(f"a{i}", n, PEOPLE[n][0], (), PEOPLE[n][1], PEOPLE[n][2]) for i, n in enumerate(names, 1))
    ids = {n: a.id for n, a in zip(names, actors, strict=True)}
    spots = [n for n in SPOTS if n in text]
    places = tuple(Place(f"p{i}", n, (), "city", *SPOTS[n][:3], SPOTS[n][3], SPOTS[n][4], "city", 0.9) for i, n in enumerate(spots, 1))
    dates = ()
    day = re.search(r"\d{4}-\d\d-\d\d", text)
    if day:
        dates = (Date("d1", day.start(), day.end(), "DATE", day[0], "day", day[0], day[0], None, "written out"),)
    events = []
    for m in re.finditer(r"\w+", text):
        if m[0] not in DEEDS:
            continue
        before = [n for n in names if 0 <= text.find(n) < m.start()]
        after = [n for n in names if text.find(n, m.end()) >= 0]
        toll = TOLL.search(text, m.end())
        kind = DEEDS[m[0]]
        events.append(
            Event(
                f"e{len(events) + 1}",
                kind,
                None,
                (),
                QUAD.get(kind, "verbal cooperation"),
                -5.0,
                m.span(),
                tuple(ids[n] for n in before),
                tuple(ids[n] for n in after),
                places[0].id if places else None,
                "d1" if dates else None,
                "asserted",
                None,
                Count(int(toll[1]), int(toll[1]), *toll.span()) if toll else None,
                confidence=0.8,
            )
        )
    said = tuple(
        Statement(f"s{i}", ids.get(m[2]), (m.span(1),), None, "direct", confidence=0.9, source=m.span(2))
        for i, m in enumerate(SAID.finditer(text), 1)
    )
    mentions = tuple(Mention(text.find(n), text.find(n) + len(n), "location", "name", p.id) for n, p in zip(spots, places, strict=True))
    article = Article(
        source.id or fold(text)[:20], text, source.title, source.url, source.outlet, "en", source.published, source.published_from
    )
    return Record(article, mentions, actors, places, dates, said, tuple(events))


def read_all(sources: Iterable[Source | Failure], *, workers: int | None = None) -> Iterator[Record | Failure]:  # noqa: ARG001
    """Stands for `dateline.runs.read_all`."""
    for s in sources:
        if isinstance(s, Failure):
            yield s
        elif "unreadable" in s.text:
            yield Failure(s.origin, "this cannot be read", s.line, remedy="write it again", id=s.id)
        else:
            yield reading(s)


OUTLETS = ("Coast Herald", "Hill Post", "River Times", "Plain Dealer")


def reports(n: int, *, seed: int = 1) -> list[dict[str, str]]:
    """So many reports of some incidents, told by several outlets in other words."""
    rng = random.Random(seed)
    incidents = []
    for i in range(max(2, n // 4)):
        day = f"2022-{rng.randint(3, 5):02d}-{rng.randint(1, 28):02d}"
        incidents.append((rng.choice(list(SPOTS)), day, rng.choice(list(DEEDS)), rng.sample(list(PEOPLE), 2), rng.randint(2, 40), i))
    out = []
    for i in range(n):
        place, day, deed, (who, whom), toll, number = rng.choice(incidents)
        opening = rng.choice(("On {d} {w} {v} {x} near {p}", "{w} {v} {x} in {p} on {d}", "Near {p} {w} on {d} {v} {x}"))
        line = opening.format(d=day, w=who, v=deed, x=whom, p=place)
        tail = f", killing {toll + rng.randint(0, 1)}." if deed in ("attacked", "ambushed") else "."
        extra = " ".join(rng.sample(["market", "harbour", "bridge", "school", "convoy", "clinic", "mill", "road", "river", "well"], 4))
        quote = " “We will not leave this valley to them”, said Amina Diallo." if rng.random() < 0.3 else ""
        out.append(
            {
                "id": f"r{i}", "text": f"{line}{tail} Witnesses spoke of the {extra}, case {number}.{quote}", "published": day,
                "url": f"https://{rng.choice(OUTLETS).split()[0].lower()}.example/{i}", "outlet": rng.choice(OUTLETS), "title": f"{place}: {deed}, report {i}",
            }
        )  # fmt: skip
    return out


def write_lines(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """The reports as JSON Lines."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return path
