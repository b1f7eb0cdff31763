"""The record as Markdown, for notes and briefings."""

from __future__ import annotations

import re

from dateline.outlets.view import short, view
from dateline.record import Record


def render_markdown(record: Record) -> str:
    """CommonMark with tables; words of the page are escaped, so that a page cannot write headings or links of its own."""
    v = view(record)
    out = [f"# {safe(v.headline)}", ""]
    out += [f"- **{k}**: {safe(x)}" for k, x in v.facts]
    if v.actors:
        out += ["", "## Who is who", "", "| name | what | also |", "|---|---|---|"]
        out += [f"| {safe(a.name)} | {safe(about)} | {safe(short(other, 200))} |" for a, about, other in v.actors]
    if v.timeline:
        out += ["", "## Timeline", ""]
        for day in v.timeline:
            out += [f"- **{day.value}** {safe(e.who or '?')} — {e.what}" + (f" — {safe(e.whom)}" if e.whom else "") for e in day.events]
            out += [f"- **{day.value}** said: {safe(s.quote)}" for s in day.statements]
    if v.speakers:
        out += ["", "## Statements", ""]
        for group in v.speakers:
            out.append(f"- **{safe(group.speaker)}**")
            out += [f"  - *{safe(row.how)}*: {safe(row.quote)}" for row in group.rows]
    if v.events:
        out += ["", "## Events", "", "| who | what | to whom | where | when | says who | numbers | words |", "|---|---|---|---|---|---|---|---|"]
        out += [f"| {safe(e.who)} | {e.what} | {safe(e.whom)} | {safe(e.where)} | {e.when} | {safe(e.says)} | {e.numbers} | {safe(e.quote)} |" for e in v.events]
    if v.claims:
        out += ["", "## Claims", ""]
        out += [f"- {safe(who)} claims {c.kind}: {safe(what)}" + (f" (ground: {safe(ground)})" if ground else "") for c, who, what, ground in v.claims]
    return "\n".join(out) + "\n"


def safe(words: str) -> str:
    """`words` with every character that Markdown or HTML would read escaped, on one line."""
    line = re.sub(r"\s+", " ", words).strip()
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", line)
