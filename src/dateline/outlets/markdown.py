"""The record as Markdown, for notes and briefings."""

from __future__ import annotations

import re

from dateline.outlets.calendar import words_of
from dateline.outlets.cast import ActorRow
from dateline.outlets.view import EventRow, View, view
from dateline.outlets.words import harmless, one_line, short
from dateline.record import Record

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~&$^])")
LEADING = re.compile(r"^([-+=:]|\d+[.)])")
LINK = re.compile(r"(?i)\b(https?|ftp)(:)(?=//)|\b(www)(\.)|(?<=\w)(@)(?=\w)")


def render_markdown(record: Record) -> str:
    """CommonMark with GitHub's tables; words of the page are escaped, so that a page cannot write headings, links or HTML of its own."""
    v = view(record)
    out = [f"# {safe(v.headline)}", ""]
    out += [f"- **{k}**: {safe(x)}" for k, x in v.facts]
    if v.marked:
        out.append("- (?) marks what is read with low confidence")
    out += _who(v) + _where(v) + _when(record, v) + _said(v) + _done(v) + _claimed(v)
    return "\n".join(out) + "\n\n"


def safe(words: str, limit: int | None = None) -> str:
    """`words` on one line with every character that Markdown or HTML would read escaped; addresses do not become links."""
    line = harmless(short(words, limit) if limit else one_line(words))
    line = LEADING.sub(lambda m: f"\\{m[0]}" if not m[0][0].isdigit() else f"{m[0][:-1]}\\{m[0][-1]}", SPECIAL.sub(r"\\\1", line))
    # GitHub makes links of bare addresses; an entity in the middle keeps the words and breaks the link
    return LINK.sub(lambda m: "&#64;" if m[5] else f"{m[1]}&#58;" if m[1] else f"{m[3]}&#46;", line)


def _heading(title: str) -> list[str]:
    return ["", f"## {title}", ""]


def _table(*cells: str) -> list[str]:
    return [f"| {' | '.join(cells)} |", f"|{'---|' * len(cells)}"]


def _who(v: View) -> list[str]:
    taking_part = [a for a in v.actors if a.facts]
    others = [a for a in v.actors if not a.facts and a.named]
    out = _heading("Who is who") if taking_part or others else []
    if taking_part:
        out += _table("name", "what", "role", "also", "facts")
        out += [
            f"| {safe(a.actor.name, 60)} | {safe(a.about)} | {safe(a.role, 120)} | {safe('; '.join((*a.spellings, *a.called)), 300)} | {a.facts} |"
            for a in taking_part
        ]
    if others:
        out += ["", f"Named only: {'; '.join(_named(a) for a in others)}."]
    return out


def _named(a: ActorRow) -> str:
    return f"{safe(a.actor.name, 60)}{' = ' + safe(', '.join(a.spellings), 120) if a.spellings else ''} ({safe(a.about)})"


def _where(v: View) -> list[str]:
    located = [p for p in v.places if p.located]
    lost = [p.place.name for p in v.places if not p.located]
    out = _heading("Where") if v.places else []
    if located:
        out += _table("place", "what", "also", "events")
        out += [
            f"| {'(?) ' if p.low else ''}{safe(p.place.name, 60)} | {safe(p.about)} | {safe(', '.join(p.others), 200)} | {p.events or ''} |"
            for p in located
        ]
    if lost:
        out += ["", f"Not located: {'; '.join(safe(n, 60) for n in lost)}."]
    return out


def _when(record: Record, v: View) -> list[str]:
    out = _heading("Timeline") if v.timeline or v.undated else []
    events = {e.event.id: e for e in v.events}
    said = {r.statement.id: (g.speaker, r) for g in v.speakers for r in g.rows}
    for day in v.timeline:
        out.append(f"- **{safe(day.shown)}** ({', '.join(f'“{safe(w, 40)}”' for w, _ in words_of(record, day.dates))})")
        for i in day.events:
            e = events[i]
            parts = (_names(e.who), _what(e), _names(e.whom), safe(e.where), safe(e.numbers))
            out.append(f"  - {' – '.join(p for p in parts if p)}")
        for i in day.statements:
            speaker, row = said[i]
            out.append(f"  - {_mark(row.low)}{safe(speaker)}: {safe(' … '.join(row.words), 140)}")
    if v.undated:
        words = "; ".join(f"“{safe(record.article.text[d.start : d.end], 60)}”" for d in v.undated)
        out += ["", f"Days that cannot be known: {words}."]
    return out


def _said(v: View) -> list[str]:
    out = _heading("Statements") if v.speakers else []
    for group in v.speakers:
        out.append(f"- **{safe(group.speaker)}**")
        for row in group.rows:
            told = safe(" … ".join(row.words), 400)
            to = f" (to {', '.join(safe(n) for _, n in row.to)})" if row.to else ""
            out.append(f"  - {_mark(row.low)}*{safe(row.how)}*{to}: {f'“{told}”' if row.statement.kind == 'direct' else told}")
    return out


def _done(v: View) -> list[str]:
    out = [*_heading("Events"), *_table("who", "what", "to whom", "where", "when", "says who", "words")] if v.events else []
    for e in v.events:
        before, own, after = (safe(w) for w in e.quote)
        # safe() strips the spaces that part the trigger from its neighbours
        gaps = (" " if e.quote[0].endswith(" ") else "", " " if e.quote[2].startswith(" ") else "")
        words = f"“{before}{gaps[0]}**{own}**{gaps[1]}{after}”"
        cells = (
            _names(e.who),
            _what(e),
            _names(e.whom),
            safe(e.where),
            safe(e.when),
            safe(e.says) or "the article",
            words + (f" ({safe(e.numbers)})" if e.numbers else ""),
        )
        out.append(f"| {' | '.join(cells)} |")
    return out


def _names(parties: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(safe(name, 60) for _, name in parties)


def _what(e: EventRow) -> str:
    return _mark(e.low) + safe(e.what) + (f" ({safe(e.modality)})" if e.modality else "")


def _mark(low: bool) -> str:
    return "(?) " if low else ""


def _claimed(v: View) -> list[str]:
    out = _heading("Claims") if v.claims else []
    for c in v.claims:
        ground = f", on the ground of “{safe(c.ground, 80)}”" if c.ground else ""
        rivals = f"; contested by {', '.join(safe(r) for r in c.contested_by)}" if c.contested_by else ""
        out.append(f"- {safe(c.claimant)} claims {safe(c.claim.kind)}: {safe(c.what)}{ground}{rivals}")
    return out
