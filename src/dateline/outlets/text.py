"""The record on a terminal: headline and dates, who is who, where, timeline, statements by speaker, events with their words, claims."""

from __future__ import annotations

from dateline.outlets.calendar import words_of
from dateline.outlets.cast import ActorRow
from dateline.outlets.columns import GAP, hanging, laid, width_of, widths, wrapped
from dateline.outlets.view import EventRow, PlaceRow, View, view
from dateline.outlets.words import harmless, quoted, short
from dateline.record import Record

WIDTH = 100
NONE = "–"
LIMITS = (20, 16, 18, 13, 10, 11)  # first widths of the events' columns, 98 with their gaps; what one leaves over goes to the others
SPOKEN = 3  # lines of one statement


def render_text(record: Record) -> str:
    """Plain text of at most 100 columns; characters that could write to the terminal are shown as dots."""
    v = view(record)
    lines = [*wrapped(v.headline, WIDTH)]
    lines.append("=" * max(4, *(width_of(x) for x in lines)))
    for k, x in v.facts:
        lines += hanging(k, x, indent=11, width=WIDTH)
    lines += hanging("found", _summary(v), indent=11, width=WIDTH)
    lines += _who(v) + _where(v) + _when(record, v) + _said(v) + _done(v) + _claimed(v)
    return "\n".join(harmless(x).rstrip() for x in lines) + "\n\n"


def _summary(v: View) -> str:
    taking_part = sum(1 for a in v.actors if a.facts)
    counts = (
        (len(v.events), "event"),
        (v.statements, "statement"),
        (len(v.claims), "claim"),
        (taking_part, "actor"),
        (sum(p.located for p in v.places), "place"),
    )
    told = ", ".join(f"{n} {what}{'' if n == 1 else 's'}" for n, what in counts if n) or "nothing"
    return told + ("   (? = read with low confidence)" if v.marked else "")


def _heading(title: str) -> list[str]:
    return ["", title.upper(), ""]


def _who(v: View) -> list[str]:
    taking_part = [a for a in v.actors if a.facts]
    others = [a for a in v.actors if not a.facts and a.named]
    out = _heading("Who is who") if taking_part or others else []
    names = min(34, max((width_of(a.actor.name) for a in taking_part), default=0)) + 4
    for a in taking_part:
        out += hanging(f"  {short(a.actor.name, 60)}", a.about + (f" · {short(a.role, 120)}" if a.role else ""), indent=names, width=WIDTH)
        for label, words in (("also", a.spellings), ("called", a.called)):
            if words:
                out += hanging(" " * names + label, "; ".join(words), indent=names + 7, width=WIDTH, most=3)
    if others:
        out += hanging("  named only:", "; ".join(_named(a) for a in others), indent=15, width=WIDTH)
    return out


def _named(a: ActorRow) -> str:
    other = f" = {', '.join(short(s, 60) for s in a.spellings)}" if a.spellings else ""
    return f"{short(a.actor.name, 60)}{other} ({a.about})"


def _where(v: View) -> list[str]:
    fine = [p for p in v.places if p.located and (p.place.precision != "country" or p.events)]
    coarse = [p for p in v.places if p.located and p not in fine]
    lost = [p.place.name for p in v.places if not p.located]
    out = _heading("Where") if v.places else []
    rows = [(("? " if p.low else "  ") + short(p.place.name, 40), _point(p), p.about) for p in fine]
    columns = [min(30, max((width_of(r[0]) for r in rows), default=0)), max((width_of(r[1]) for r in rows), default=0)]
    for p, (name, point, about) in zip(fine, rows, strict=True):
        told = f"{p.events} event{'s' if p.events > 1 else ''}" if p.events else ""
        more = "; ".join(x for x in (about, told, f"also {', '.join(p.others)}" if p.others else "") if x)
        first = name.ljust(columns[0] + len(name) - width_of(name) + GAP) + (point.rjust(columns[1]) + "  " if columns[1] else "")
        out += hanging(first, more, indent=columns[0] + GAP + (columns[1] + 2 if columns[1] else 0), width=WIDTH, most=3)
    if coarse:
        out += hanging(
            "  countries:",
            "; ".join(p.place.name + (f" ({', '.join(p.others)})" if p.others else "") for p in coarse),
            indent=15,
            width=WIDTH,
        )
    if lost:
        out += hanging("  not located:", "; ".join(short(n, 60) for n in lost), indent=15, width=WIDTH)
    return out


def _point(p: PlaceRow) -> str:
    fine = p.place.lat is not None and p.place.lon is not None and p.place.precision not in ("country", "region")
    return f"{p.place.lat:.2f} {p.place.lon:.2f}" if fine else ""


def _when(record: Record, v: View) -> list[str]:
    out = _heading("Timeline") if v.timeline or v.undated else []
    events = {e.event.id: e for e in v.events}
    said = {r.statement.id: (g.speaker, r) for g in v.speakers for r in g.rows}
    for day in v.timeline:
        words = ", ".join(f"“{short(w, 40)}”" for w, _ in words_of(record, day.dates))
        out += hanging(f"  {day.value}", words, indent=14, width=WIDTH)
        for i in day.events:
            e = events[i]
            parts = (_names(e.who) if e.who else "", _what(e), _names(e.whom) if e.whom else "", e.where, e.numbers)
            out += hanging(" " * 14 + ("?" if e.low else "•"), " – ".join(p for p in parts if p), indent=16, width=WIDTH, most=2)
        for i in day.statements:
            speaker, row = said[i]
            out += hanging(
                " " * 14 + ("?" if row.low else "•"), f"{speaker}: {_spoken(row.words, row.statement.kind)}", indent=16, width=WIDTH, most=2
            )
    if v.undated:
        words = "; ".join(f"“{short(record.article.text[d.start : d.end], 60)}”" for d in v.undated)
        out += hanging("  not known:", words, indent=14, width=WIDTH)
    return out


def _said(v: View) -> list[str]:
    out = _heading("Statements") if v.speakers else []
    for group in v.speakers:
        out += ["  " + line for line in wrapped(group.speaker, WIDTH - 2)]
        for row in group.rows:
            to = f" to {', '.join(n for _, n in row.to)}" if row.to else ""
            told = f"[{row.how}{to}] {_spoken(row.words, row.statement.kind)}"
            out += hanging("  ?" if row.low else "", told, indent=4, width=WIDTH, most=SPOKEN)
    return out


def _spoken(words: tuple[str, ...], kind: str) -> str:
    told = " … ".join(words)
    return quoted(told) if kind == "direct" else told


def _done(v: View) -> list[str]:
    if not v.events:
        return []
    head = ("WHO", "WHAT", "TO WHOM", "WHERE", "WHEN", "SAYS WHO")
    rows = [(_names(e.who), _what(e), _names(e.whom), e.where or NONE, e.when or NONE, e.says or "article") for e in v.events]
    columns = widths([head, *rows], LIMITS, width=WIDTH - 2)
    out = [*_heading("Events"), *("  " + x for x in laid(head, columns))]
    out.append("  " + "-" * (sum(columns) + GAP * (len(columns) - 1)))
    for e, row in zip(v.events, rows, strict=True):
        out += [("? " if e.low and i == 0 else "  ") + line for i, line in enumerate(laid(row, columns))]
        if e.numbers:
            out.append(f"      {e.numbers}")
        out += hanging("", quoted("".join(e.quote)), indent=6, width=WIDTH)
    return out


def _names(parties: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(short(name, 60) for _, name in parties) or NONE


def _what(e: EventRow) -> str:
    return e.what + (f" ({e.modality})" if e.modality else "")


def _claimed(v: View) -> list[str]:
    out = _heading("Claims") if v.claims else []
    for c in v.claims:
        ground = f", on the ground of “{short(c.ground, 60)}”" if c.ground else ""
        rivals = f"; contested by {', '.join(c.contested_by)}" if c.contested_by else ""
        out += hanging("  •", f"{c.claimant} claims {c.claim.kind}: {c.what}{ground}{rivals}", indent=4, width=WIDTH)
    return out
