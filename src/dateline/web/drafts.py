"""Drafts of briefings in the desk's folder: what the desk proposed, what a person left out, put elsewhere or said in other words. Sources stay with their sentences."""

from __future__ import annotations

import json
import re
import secrets
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from dateline.desk.brief import Brief, Line, Section, Source
from dateline.desk.store import now
from dateline.web.errors import NotHere, Refused
from dateline.web.words import visible

FOLDER = "drafts"
LISTED = 100
LONGEST = 4_000
_ID = re.compile(r"[0-9a-f]{12}")
_CITED = re.compile(r"\[(\d+(?:, \d+)*)\]")
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One sentence: `text` as it stands now, `proposed` as the desk wrote it (empty: a person's own). `sources` cannot be edited."""

    id: str
    text: str
    proposed: str
    sources: tuple[int, ...]
    quote: str | None = None
    of: str | None = None
    used: bool = True
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class DraftSection:
    id: str
    title: str
    proposed: str
    lines: tuple[DraftLine, ...]
    left_out: int = 0
    used: bool = True
    version: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """`version` is of the title, the lead and the order of the sections; each section has its own, so that two people can work on two of them."""

    id: str
    title: str
    filter: str
    made: str
    made_by: str
    events: int
    reports: int
    outlets: int
    days: tuple[tuple[str, int], ...]
    sections: tuple[DraftSection, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()
    lead: str = ""
    changed: str = ""
    changed_by: str = ""
    version: int = 1

    def section(self, id: str) -> DraftSection:
        """Raises NotHere."""
        found = next((s for s in self.sections if s.id == id), None)
        if found is None:
            raise NotHere("section of the briefing", id)
        return found

    @property
    def lines(self) -> int:
        """Sentences that go into the briefing."""
        return sum(line.used for s in self.sections if s.used for line in s.lines)


def draft_of(brief: Brief, who: str) -> Draft:
    """A new draft with all that the desk proposes, its words without hidden characters: they are typed in and given away."""
    sections = tuple(
        DraftSection(
            f"s{n}",
            visible(s.title),
            visible(s.title),
            tuple(_proposed(f"s{n}l{k}", line) for k, line in enumerate(s.lines, 1)),
            s.left_out,
        )
        for n, s in enumerate(brief.sections, 1)
    )
    at = now()
    return Draft(
        secrets.token_hex(6), visible(brief.title), brief.filter, at, who, brief.events, brief.reports, brief.outlets, brief.days, sections,
        tuple(replace(s, headline=visible(s.headline), outlet=s.outlet and visible(s.outlet)) for s in brief.sources), brief.notes,
        changed=at, changed_by=who,
    )  # fmt: skip


def _proposed(id: str, line: Line) -> DraftLine:
    text = visible(line.text)
    return DraftLine(id, text, text, line.sources, line.quote and visible(line.quote), line.of)


def brief_of(draft: Draft) -> Brief:
    """The briefing as it is given away: what is used, in its order, the sources numbered anew in the order in which they are cited."""
    numbers: dict[int, int] = {}
    by_number = {s.number: s for s in draft.sources}

    def cite(sources: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(numbers.setdefault(n, len(numbers) + 1) for n in sources if n in by_number)

    sections = []
    for s in draft.sections:
        if not s.used:
            continue
        lines = []
        for line in s.lines:
            if line.used and line.text.strip():
                cited = cite(line.sources)
                lines.append(Line(_renumbered(line, numbers), cited, line.quote if line.quoted else None, line.of))
        if lines:
            sections.append(Section(s.title, tuple(lines)))
    sources = tuple(replace(by_number[old], number=new) for old, new in numbers.items())
    lead = tuple(" ".join(p.split()) for p in re.split(r"\n\s*\n", draft.lead) if p.strip())
    return Brief(
        draft.title, draft.filter, draft.events, draft.reports, draft.outlets, draft.days, tuple(sections), sources, lead + draft.notes
    )


def _renumbered(line: DraftLine, numbers: dict[int, int]) -> str:
    """Numbers in brackets within a sentence ("five killed [1, 3]; seven [2]") follow their sources."""

    def new(m: re.Match[str]) -> str:
        old = [int(n) for n in m[1].split(", ")]
        return f"[{', '.join(str(numbers[n]) for n in old)}]" if all(n in line.sources and n in numbers for n in old) else m[0]

    return _CITED.sub(new, line.text)


def save_new(folder: Path, draft: Draft) -> None:
    _write(folder, draft)


def load(folder: Path, id: str) -> Draft:
    """Raises NotHere for an id that is none, or whose draft is gone or damaged."""
    if not _ID.fullmatch(id):
        raise NotHere("briefing", id)
    try:
        return _read(json.loads((folder / FOLDER / f"{id}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise NotHere("briefing", id) from e


def change(folder: Path, id: str, who: str, how: Callable[[Draft], Draft]) -> Draft:
    """Changes a draft in one step; nobody else's change is lost."""
    with _writing:
        changed = replace(how(load(folder, id)), changed=now(), changed_by=who)
        _write(folder, changed)
        return changed


def fresh(held: int, given: str) -> None:
    """Raises Refused when somebody else changed it since it was shown."""
    if given != str(held):
        raise Refused(
            409,
            "Somebody changed this part of the briefing in between.",
            "Load the page again; what you typed is still in your browser's window.",
        )


def delete(folder: Path, id: str) -> None:
    load(folder, id)
    (folder / FOLDER / f"{id}.json").unlink(missing_ok=True)


def drafts(folder: Path) -> list[Draft]:
    """The drafts of a desk, the latest changed first."""
    place = folder / FOLDER
    found = sorted(((p.stat().st_mtime_ns, p.stem) for p in place.glob("*.json")), reverse=True) if place.is_dir() else []
    out = []
    for _, name in found[:LISTED]:
        try:
            out.append(load(folder, name))
        except NotHere:
            continue
    return sorted(out, key=lambda d: (d.changed, d.id), reverse=True)


def _write(folder: Path, draft: Draft) -> None:
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    part = place / f"{draft.id}.part"
    part.write_text(json.dumps(asdict(draft), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="replace")
    part.replace(place / f"{draft.id}.json")


def _read(held: dict[str, Any]) -> Draft:
    sections = tuple(
        DraftSection(**{**s, "lines": tuple(DraftLine(**{**line, "sources": tuple(line["sources"])}) for line in s["lines"])})
        for s in held["sections"]
    )
    made = {**held, "sections": sections, "sources": tuple(Source(**s) for s in held["sources"])}
    return Draft(**{**made, "days": tuple((d, n) for d, n in held["days"]), "notes": tuple(held["notes"])})
