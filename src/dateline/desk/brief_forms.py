"""A briefing as Markdown, as an HTML mail without anything fetched, or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import escape

from dateline.desk.brief import Brief, Line, Source
from dateline.desk.errors import FilterError

_BARS = "▁▂▃▄▅▆▇█"
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#|"})


def render(b: Brief, form: str) -> str:
    """The briefing in one of FORMS."""
    if form not in FORMS:
        raise FilterError(f"{form!r} is no form of a briefing", place="format", remedy=f"one of {', '.join(FORMS)}")
    return FORMS[form](b)


def markdown(b: Brief) -> str:
    out = [f"# {_md(b.title)}", "", f"{_overview(b)}", ""]
    if len(b.days) > 1:
        out += [f"Events by day, {b.days[0][0]} to {b.days[-1][0]}: {bars(b)}", ""]
    out += [f"> {_md(n)}" for n in b.notes]
    for s in b.sections:
        out += [f"## {_md(s.title)}", ""]
        for line in s.lines:
            out.append(f"- {_md(line.text)} {_cited(line)}")
            if line.quote:
                out.append(f"  > “{_md(line.quote)}”")
        if s.left_out:
            out.append(f"- … and {s.left_out} more")
        out.append("")
    out += ["## Sources", ""]
    out += [
        f"{s.number}. {_md(_source(s))}" + (f" <{s.url}>" if s.url and s.url.startswith(("http://", "https://")) else "") for s in b.sources
    ]
    return "\n".join(out) + "\n"


def html(b: Brief) -> str:
    """One self-contained page with styles in line, as mail programs want it; nothing in it is fetched or run."""
    most = max((n for _, n in b.days), default=1)
    body = [f"<h1>{escape(b.title)}</h1>", f"<p>{escape(_overview(b))}</p>", *(f"<p><em>{escape(n)}</em></p>" for n in b.notes)]
    if len(b.days) > 1:
        body.append('<table role="img" aria-label="Events by day" style="border-collapse:collapse;font-size:12px">')
        for day, n in b.days[-60:]:
            bar = f'<div style="background:#2a5d8a;height:10px;width:{round(240 * n / most)}px"></div>'
            body.append(f'<tr><td style="padding:0 8px 0 0">{day}</td><td>{bar}</td><td style="padding:0 0 0 6px">{n}</td></tr>')
        body.append("</table>")
    for s in b.sections:
        body += [f"<h2>{escape(s.title)}</h2>", "<ul>"]
        for line in s.lines:
            links = ", ".join(f'<a href="#s{n}">{n}</a>' for n in line.sources)
            quote = f'<br><span style="color:#555">“{escape(line.quote)}”</span>' if line.quote else ""
            body.append(f"<li>{escape(line.text)} [{links}]{quote}</li>")
        if s.left_out:
            body.append(f"<li>… and {s.left_out} more</li>")
        body.append("</ul>")
    body += ["<h2>Sources</h2>", "<ol>"]
    for src in b.sources:
        safe = src.url if src.url and src.url.startswith(("http://", "https://")) else None
        link = f' <a rel="noreferrer" href="{escape(safe, quote=True)}">{escape(safe)}</a>' if safe else ""
        body.append(f'<li id="s{src.number}" value="{src.number}">{escape(_source(src))}{link}</li>')
    body.append("</ol>")
    style = "font:15px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#111;background:#fff"
    head = f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(b.title)}</title></head>\n<body style="{style}">'
    return "\n".join([head, *body, "</body></html>"]) + "\n"


def as_json(b: Brief) -> str:
    return json.dumps(asdict(b), ensure_ascii=False, indent=1) + "\n"


FORMS = {"markdown": markdown, "html": html, "json": as_json}


def bars(b: Brief) -> str:
    """The days as a row of bars."""
    most = max(n for _, n in b.days)
    return "".join(_BARS[min(7, (n * 8 - 1) // most)] for _, n in b.days)


def _overview(b: Brief) -> str:
    return f"{b.events:,} events in {b.reports:,} reports of {b.outlets:,} outlets."


def _cited(line: Line) -> str:
    return "[" + ", ".join(str(n) for n in line.sources) + "]" if line.sources else ""


def _source(s: Source) -> str:
    return ", ".join(x for x in (s.outlet, s.published, s.headline) if x)


def _md(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
