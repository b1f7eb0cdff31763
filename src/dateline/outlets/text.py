"""The record on a terminal: headline and dates, who is who, timeline, statements by speaker, events with their words."""

from __future__ import annotations

import unicodedata

from dateline.outlets.view import View, short, view
from dateline.record import Record


def render_text(record: Record) -> str:
    """Plain text, one screen after the other; control characters of the page are shown as dots so that no page can write to the terminal."""
    v = view(record)
    lines = [v.headline, "=" * min(100, max(4, len(v.headline)))]
    lines += [f"{k}: {x}" for k, x in v.facts]
    lines += _who(v) + _when(v) + _said(v) + _done(v) + _claimed(v)
    return "\n".join(harmless(x) for x in lines) + "\n\n"


def harmless(line: str) -> str:
    """`line` without control and direction-override characters."""
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c not in "\u200c\u200d" else c for c in line)


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def _who(v: View) -> list[str]:
    if not v.actors:
        return []
    out = _heading("Who is who")
    for a, about, other in v.actors:
        out.append(f"  {short(a.name, 70)}  ({about})")
        if other:
            out.append(f"      also: {short(other, 200)}")
    if v.places:
        out += _heading("Where")
        for p, about in v.places:
            spot = f"  {p.lat:.2f}, {p.lon:.2f}" if p.lat is not None and p.lon is not None and p.precision not in ("country", "region") else ""
            other = ", ".join(x for x in p.aliases if x != p.name)
            out.append(f"  {p.name}  ({about}){spot}" + (f"  also: {short(other, 120)}" if other else ""))
    return out


def _when(v: View) -> list[str]:
    if not v.timeline:
        return []
    out = _heading("Timeline")
    for day in v.timeline:
        for e in day.events:
            out.append(f"  {day.value:<12} {e.who or '?'} - {e.what}" + (f" - {e.whom}" if e.whom else ""))
        for s in day.statements:
            out.append(f"  {day.value:<12} said: {short(s.quote, 70)}")
    return out


def _said(v: View) -> list[str]:
    if not v.speakers:
        return []
    out = _heading("Statements")
    for group in v.speakers:
        out.append(f"  {short(group.speaker, 80)}")
        out += [f"    [{row.how}] {row.quote}" for row in group.rows]
    return out


def _done(v: View) -> list[str]:
    if not v.events:
        return []
    out = _heading("Events: who - what - to whom - where - when - says who")
    for e in v.events:
        out.append(f"  {e.who or '?'} - {e.what} - {e.whom or '-'} - {e.where or '-'} - {e.when or '-'} - {e.says}" + (f" - {e.numbers}" if e.numbers else ""))
        out.append(f"      “{e.quote}”  ({e.event.confidence:.2f})")
    return out


def _claimed(v: View) -> list[str]:
    if not v.claims:
        return []
    out = _heading("Claims")
    for c, who, what, ground in v.claims:
        out.append(f"  {who} claims {c.kind}: {what}" + (f" (ground: {ground})" if ground else "") + (f"  contested by {', '.join(c.contests)}" if c.contests else ""))
    return out
