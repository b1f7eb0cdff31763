"""The facts beside the article, as HTML: map, timeline, events, statements, claims, who is who, places. Each row links to its words."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from html import escape

from dateline.outlets.calendar import DayRow, words_of, written
from dateline.outlets.cast import ActorRow
from dateline.outlets.map import draw_map
from dateline.outlets.view import EventRow, SpeakerRows, StatementRow, View
from dateline.outlets.words import harmless, short
from dateline.record import Date, Record

LONG = 600  # characters of a statement; the article shows the whole
UNCERTAIN = '<span class="chip low">uncertain</span>'


def safe(words: str, limit: int = 400) -> str:
    """`words` escaped, on one line, at most `limit` characters."""
    return escape(harmless(short(words, limit)))


@dataclass(frozen=True, slots=True)
class Facts:
    """`anchors` gives each fact's address; `anchored` are the facts whose words are marked in the article."""

    record: Record
    view: View
    anchors: Mapping[str, str]
    anchored: Set[str]

    def sections(self) -> list[tuple[str, str, int, str]]:
        """Address, title, how many, and HTML; empty where there is nothing to show."""
        v = self.view
        events = "".join(self._event(e) for e in v.events)
        return [
            (
                "events",
                "Events",
                len(v.events),
                f'<ol class="events">{events}</ol>' if events else '<p class="soft">No political event is told.</p>',
            ),
            ("when", "Timeline", len(v.timeline), self._when()),
            ("where", "Map and places", sum(p.located for p in v.places), self._where()),
            ("said", "Statements", v.statements, "".join(self._speaker(g) for g in v.speakers)),
            ("claims", "Claims", len(v.claims), self._claims()),
            ("who", "Who is who", len(v.actors), self._who()),
        ]

    def _to(self, fact: str, words: str) -> str:
        """`words` as a link to the row of `fact`."""
        return f'<a href="#{self.anchors[fact]}">{safe(words, 90)}</a>' if fact in self.anchors else safe(words, 90)

    def _back(self, fact: str, html: str, label: str) -> str:
        """`html` as a link to the words of `fact`, where the article has them."""
        return f'<a class="back" href="#w-{self.anchors[fact]}" title="{label}">{html}</a>' if fact in self.anchored else html

    def _event(self, e: EventRow) -> str:
        who = ", ".join(self._to(i, n) for i, n in e.who) or '<span class="soft">not named</span>'
        whom = f" → {', '.join(self._to(i, n) for i, n in e.whom)}" if e.whom else ""
        chips = (f'<span class="chip">{safe(e.modality)}</span>' if e.modality else "") + (UNCERTAIN if e.low else "")
        rest = []
        if e.where:
            rest.append(f"<div><dt>where</dt><dd>{self._to(e.event.place or '', e.where)}</dd></div>")
        if e.when:
            rest.append(f"<div><dt>when</dt><dd>{self._to(e.event.date or '', written(e.when))}</dd></div>")
        if e.numbers:
            rest.append(f"<div><dt>toll</dt><dd>{safe(e.numbers)}</dd></div>")
        rest.append(f"<div><dt>says</dt><dd>{self._to(e.event.attributed_to or '', e.says) if e.says else 'the article'}</dd></div>")
        quad = (
            e.event.quad
            if e.event.quad in ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
            else "other"
        )
        return (
            f'<li id="{self.anchors[e.event.id]}" class="{quad.replace(" ", "-")}"><p class="deed"><strong class="type">{safe(e.what)}</strong> '
            f'<span class="quad">{safe(e.event.quad)}</span>{chips}</p><p class="parties">{who}{whom}</p><dl>{"".join(rest)}</dl>{self._words(e)}</li>'
        )

    def _words(self, e: EventRow) -> str:
        before, own, after = (escape(harmless(w)) for w in e.quote)
        return f'<p class="words">{self._back(e.event.id, f"{before}<mark>{own}</mark>{after}", "Show in the article")}</p>'

    def _when(self) -> str:
        events = {e.event.id: e for e in self.view.events}
        said = {r.statement.id: (g, r) for g in self.view.speakers for r in g.rows}
        placed = {d.id for day in self.view.timeline for d in day.dates}
        rows = "".join(self._day(day, events, said) for day in self.view.timeline)
        others = [d for d in self.record.dates if d.id not in placed]
        rest = f'<h3>Other dates and times named</h3><ul class="plain">{"".join(self._date(d) for d in others)}</ul>' if others else ""
        return (f'<ol class="timeline">{rows}</ol>' if rows else "") + rest

    def _day(self, day: DayRow, events: Mapping[str, EventRow], said: Mapping[str, tuple[SpeakerRows, StatementRow]]) -> str:
        items = []
        for i in day.events:
            e = events[i]
            who = f" {safe(', '.join(n for _, n in e.who), 90)}" if e.who else ""
            whom = f" → {safe(', '.join(n for _, n in e.whom), 90)}" if e.whom else ""
            items.append(f'<li><a href="#{self.anchors[i]}">{safe(e.what)}</a>{who}{whom}</li>')
        for i in day.statements:
            group, row = said[i]
            items.append(f'<li>{safe(group.speaker, 60)}: <a href="#{self.anchors[i]}">{safe(" … ".join(row.words), 90)}</a></li>')
        marks = "".join(f'<span id="{self.anchors[d.id]}"></span>' for d in day.dates)
        words = {text: next(d for d in day.dates if (d.start, d.end) == span) for text, span in words_of(self.record, day.dates)}
        told = ", ".join(self._back(d.id, f"“{safe(text, 60)}”", "Show in the article") for text, d in words.items())
        gap = f'<p class="gap">{day.gap}</p>' if day.gap else ""
        reason = safe(day.dates[0].because)
        return (
            f'<li class="{"exact" if day.exact else "rough"}">{marks}{gap}<p class="day">{safe(day.shown)} <span class="soft">{told}'
            f"{f' · {reason}' if reason and reason != 'as written' else ''}</span></p><ul>{''.join(items)}</ul></li>"
        )

    def _date(self, d: Date) -> str:
        words = safe(self.record.article.text[max(0, d.start) : d.end], 60)
        value = safe(written(d.value)) if d.value else "not known"
        return f'<li id="{self.anchors[d.id]}">{self._back(d.id, f"“{words}”", "Show in the article")} {value} <span class="soft">{safe(d.because)}</span></li>'

    def _where(self) -> str:
        if not self.view.places:
            return ""
        sites = {p.place.id: p.events for p in self.view.places}
        drawn = draw_map([p.place for p in self.view.places if p.located], sites=sites, anchors=self.anchors)
        figure = f"<figure>{drawn}<figcaption>Filled: something happened there. Open: named only. Wide rings: known only as a region.</figcaption></figure>"
        rows = []
        for p in sorted(self.view.places, key=lambda p: (not p.located, -p.events)):
            told = f" · {p.events} event{'s' if p.events > 1 else ''}" if p.events else ""
            other = f" · also {safe(', '.join(p.others), 300)}" if p.others else ""
            about = safe(p.about) if p.located else "not located"
            name = self._back(p.place.id, safe(p.place.name, 90), "Show in the article")
            rows.append(
                f'<li id="{self.anchors[p.place.id]}">{name}{UNCERTAIN if p.low else ""} <span class="soft">{about}{told}{other}</span></li>'
            )
        return (figure if drawn else "") + f'<ul class="plain two">{"".join(rows)}</ul>'

    def _speaker(self, g: SpeakerRows) -> str:
        name = self._to(g.actor, g.speaker) if g.actor else safe(g.speaker)
        numbers = {s.id: n for n, s in enumerate(self.record.statements, 1)}
        rows = []
        for r in g.rows:
            to = f" to {', '.join(self._to(i, n) for i, n in r.to)}" if r.to else ""
            words = " … ".join(r.words)
            inner = f"<q>{safe(words, LONG)}</q>" if r.statement.kind == "direct" else safe(words, LONG)
            words_link = self._back(r.statement.id, inner, "Show in the article")
            rows.append(
                f'<li id="{self.anchors[r.statement.id]}" value="{numbers[r.statement.id]}"><span class="soft">{safe(r.how)}{to}</span>'
                f"{UNCERTAIN if r.low else ''}<p>{words_link}</p></li>"
            )
        return f'<h3>{name}</h3><ol class="said-by">{"".join(rows)}</ol>'

    def _claims(self) -> str:
        rows = []
        for c in self.view.claims:
            who = self._to(c.claim.claimant or "", c.claimant)
            statement = self._to(c.claim.statement or "", c.what)
            ground = f' <span class="soft">on the ground of “{safe(c.ground, 90)}”</span>' if c.ground else ""
            rivals = f' <span class="chip">contested by {safe(", ".join(c.contested_by), 120)}</span>' if c.contested_by else ""
            rows.append(f'<li id="{self.anchors[c.claim.id]}">{who} claims {safe(c.claim.kind)}: {statement}{ground}{rivals}</li>')
        return f'<ul class="plain">{"".join(rows)}</ul>' if rows else ""

    def _who(self) -> str:
        parts = [a for a in self.view.actors if a.facts]
        others = [a for a in self.view.actors if not a.facts]
        main = f'<ul class="plain cast">{"".join(self._actor(a) for a in parts)}</ul>' if parts else ""
        rest = f'<h3>Named only</h3><ul class="plain two">{"".join(self._actor(a) for a in others)}</ul>' if others else ""
        return main + rest

    def _actor(self, a: ActorRow) -> str:
        name = self._back(a.actor.id, safe(a.actor.name, 90), "Show in the article")
        role = f" · {safe(a.role, 160)}" if a.role else ""
        facts = f" · {a.facts} fact{'s' if a.facts > 1 else ''}" if a.facts else ""
        other = f'<br><span class="soft">also {safe("; ".join((*a.spellings, *a.called)), 500)}</span>' if a.spellings or a.called else ""
        return f'<li id="{self.anchors[a.actor.id]}"><strong>{name}</strong> <span class="soft">{safe(a.about)}{role}{facts}</span>{other}</li>'
