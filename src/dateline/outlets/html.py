"""The record as one page: the article with its facts highlighted, every fact linked to its words and back. No script, no outside request.

Everything from the page is escaped, and a content policy forbids what escaping could miss.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files

from dateline.outlets.map import draw_map
from dateline.outlets.text import harmless
from dateline.outlets.view import EventRow, View, view
from dateline.record import Record, Span

RANK = ("event", "date", "place", "actor")  # of words with several facts, the link goes to the first of these


def render_html(record: Record) -> str:
    """A self-contained HTML 5 document, usable from the keyboard and without script."""
    v = view(record)
    css = files("dateline.outlets").joinpath("page.css").read_text(encoding="utf-8")
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(record.article.language or "en")}"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(v.headline)}</title><style>{css}</style></head><body>",
        f"<header><h1>{_safe(v.headline)}</h1>",
        f'<p class="meta">{" · ".join(f"{k}: {_safe(x)}" for k, x in v.facts)}</p>',
        '<nav aria-label="Parts of this page"><a href="#text">Text</a><a href="#events">Events</a><a href="#said">Statements</a><a href="#who">Who</a><a href="#where">Where</a><a href="#when">When</a></nav>',
        "</header><main>",
        '<section id="text" aria-label="The article"><p class="key meta"><span class="event">event</span><span class="actor">who</span><span class="place">where</span><span class="date">when</span><span class="said">statement</span></p>',
        f'<div class="text">{_article(record)}</div></section>',
        f'<section class="facts" aria-label="The facts">{_events(v)}{_said(v)}{_claims(v)}{_who(v)}{_where(record, v)}{_when(v)}</section>',
        "</main><footer>Made by Dateline from the text shown. Every fact links to its words; places are drawn no finer than the text tells.</footer></body></html>\n",
    ]
    return "\n".join(parts)


def _safe(words: str) -> str:
    return escape(harmless(words))


def _article(record: Record) -> str:
    """The text cut at every edge of a fact; each piece linked to the fact that ranks first among those it belongs to."""
    text = record.article.text
    facts: list[tuple[int, int, str, str]] = [(*e.trigger, "event", e.id) for e in record.events]
    facts += [(d.start, d.end, "date", d.id) for d in record.dates]
    place_ids = {p.id for p in record.places}
    facts += [(m.start, m.end, "place" if m.refers_to in place_ids else "actor", m.refers_to) for m in record.mentions if m.refers_to]
    said: list[Span] = [c for s in record.statements for c in s.content]
    unread = [(b.start, b.end) for b in record.article.blocks if b.kind in ("chrome", "credit", "duplicate", "byline")]
    edges = sorted({0, len(text), *(x for f in facts for x in f[:2]), *(x for s in (*said, *unread) for x in s)})
    begins: dict[int, list[str]] = {}
    for s in record.statements:
        begins.setdefault(s.content[0][0], []).append(s.id)
    seen: set[str] = set()
    out = []
    for a, b in zip(edges, edges[1:], strict=False):
        for i in begins.get(a, ()):
            out.append(f'<a class="go" id="w-{i}" href="#{i}" aria-label="statement {i}">❝</a>')
        piece = _visible(text[a:b])
        here = sorted((f for f in facts if f[0] <= a and b <= f[1]), key=lambda f: (RANK.index(f[2]), f[1] - f[0]))
        if here:
            _, _, kind, i = here[0]
            anchor = "" if i in seen else f' id="w-{i}"'
            seen.add(i)
            piece = f'<a{anchor} class="{kind}" href="#{i}">{piece}</a>'
            for _, _, _, other in here[1:]:
                if other not in seen:
                    seen.add(other)
                    piece = f'<span id="w-{other}"></span>{piece}'
        if any(x <= a and b <= y for x, y in unread):
            piece = f'<span class="unread">{piece}</span>'
        elif any(x <= a and b <= y for x, y in said):
            piece = f'<span class="said">{piece}</span>'
        out.append(piece)
    return "".join(out)


def _visible(words: str) -> str:
    """The exact words, with characters that would turn the reading direction or hide shown as dots."""
    return "\n".join(_safe(line) for line in words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n"))


def _events(v: View) -> str:
    if not v.events:
        return '<h2 id="events">Events</h2><p class="soft">No political event is told.</p>'
    return f'<h2 id="events">Events</h2><ul>{"".join(_event(e) for e in v.events)}</ul>'


def _event(e: EventRow) -> str:
    i = e.event.id
    tail = " · ".join(_safe(x) for x in (e.where, e.when, e.numbers, f"says {e.says}") if x)
    whom = f" → {_safe(e.whom)}" if e.whom else ""
    return f'<li id="{i}">{_safe(e.who or "somebody")} — <a class="type" href="#w-{i}">{_safe(e.what)}</a>{whom}<br><span class="soft">{tail} · sure to {e.event.confidence:.2f}</span><br><q>{_safe(e.quote)}</q></li>'


def _said(v: View) -> str:
    rows = []
    for group in v.speakers:
        items = "".join(f'<li id="{r.statement.id}"><span class="soft">{_safe(r.how)}</span> <a href="#w-{r.statement.id}">{_safe(r.quote)}</a></li>' for r in group.rows)
        rows.append(f"<li><strong>{_safe(group.speaker)}</strong><ul>{items}</ul></li>")
    return f'<h2 id="said">Statements</h2><ul>{"".join(rows)}</ul>' if rows else '<h2 id="said">Statements</h2><p class="soft">Nobody is quoted.</p>'


def _claims(v: View) -> str:
    rows = [
        f'<li id="{c.id}">{_safe(who)} claims {c.kind}: <a href="#w-{c.statement}">{_safe(what)}</a>{f" (ground: {_safe(ground)})" if ground else ""}{" · contested" if c.contests else ""}</li>'
        for c, who, what, ground in v.claims
    ]
    return f'<h2 id="claims">Claims</h2><ul>{"".join(rows)}</ul>' if rows else ""


def _who(v: View) -> str:
    rows = [
        f'<li id="{a.id}"><a href="#w-{a.id}">{_safe(a.name)}</a> <span class="soft">{_safe(about)}{f" · also: {_safe(other)}" if other else ""}</span></li>' for a, about, other in v.actors
    ]
    return f'<h2 id="who">Who is who</h2><ul>{"".join(rows)}</ul>'


def _where(record: Record, v: View) -> str:
    rows = [f'<li id="{p.id}"><a href="#w-{p.id}">{_safe(p.name)}</a> <span class="soft">{_safe(about)}</span></li>' for p, about in v.places]
    return f'<h2 id="where">Where</h2>{draw_map(record.places)}<ul>{"".join(rows)}</ul>'


def _when(v: View) -> str:
    rows = []
    for day in v.timeline:
        items = [f'<a href="#{e.event.id}">{_safe(e.what)}</a> {_safe(e.who)}' for e in day.events]
        items += [f'said: <a href="#{s.statement.id}">{_safe(s.quote)}</a>' for s in day.statements]
        anchor = f' id="{day.date.id}"' if day.date else ""
        rows.append(f"<li{anchor}><time>{_safe(day.value)}</time> — {'; '.join(items)}</li>")
    shown = {day.date.id for day in v.timeline if day.date}
    return f'<h2 id="when">When</h2><ol>{"".join(rows)}{_other_dates(v, shown)}</ol>'


def _other_dates(v: View, shown: set[str]) -> str:
    return "".join(f'<li id="{d.id}"><a href="#w-{d.id}">{_safe(d.value or "not known")}</a> <span class="soft">{_safe(d.because)}</span></li>' for d in v.dates if d.id not in shown)
