"""The record as one page: the article with its facts highlighted, every fact linked to its words and back. No script, no outside request.

Everything from the page is escaped, and a content policy forbids what escaping could miss.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files

from dateline.outlets.article import annotate
from dateline.outlets.facts import Facts
from dateline.outlets.view import View, view
from dateline.outlets.words import harmless
from dateline.record import Record

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
KEY = (("event", "what happened"), ("actor", "who"), ("place", "where"), ("date", "when"), ("said", "what is said"))


def render_html(record: Record) -> str:
    """A self-contained HTML 5 document, usable from the keyboard and without script."""
    v = view(record)
    anchors = _anchors(record)
    article = annotate(record, anchors)
    facts = Facts(record, v, anchors, article.anchored)
    sections = [(name, title, count, body) for name, title, count, body in facts.sections() if body]
    css = files("dateline.outlets").joinpath("page.css").read_text(encoding="utf-8")
    links = '<li><a href="#article">Article</a></li>' + "".join(
        f'<li><a href="#{name}">{title}{f" <span>{count}</span>" if count else ""}</a></li>' for name, title, count, _ in sections
    )
    headline = escape(harmless(v.headline))
    body = "\n".join(f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>{body}</section>' for name, title, _, body in sections)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{headline} · Dateline</title>
<style>{css}</style>
</head>
<body>
<a class="skip" href="#events">Skip to the facts</a>
<header>
<h1>{headline}</h1>
{_origin(v)}
<nav aria-label="Parts of this page"><ul>{links}</ul></nav>
</header>
<main>
<section class="article" aria-labelledby="article">
<h2 id="article">Article</h2>
<ul class="key" aria-label="Key">{"".join(f'<li><span class="{kind}">{words}</span></li>' for kind, words in KEY)}</ul>
<div class="text" lang="{escape(record.article.language or "en", quote=True)}" tabindex="0" role="region" aria-label="Text of the article">{article.html}</div>
</section>
<div class="facts">
{body}
</div>
</main>
<footer><p>Made by Dateline from the text shown. Every fact links to its words and back. Places are drawn no finer than the text tells;
“uncertain” marks what is read with low confidence. Country outlines: Natural Earth.</p></footer>
</body>
</html>
"""


def _origin(v: View) -> str:
    """Published, outlet, author, address: an address is a link only when it is one of the web."""
    rows = []
    for name, words in v.facts:
        shown = escape(harmless(words))
        if name == "address" and words.lower().startswith(("http://", "https://")):
            shown = f'<a href="{shown}" rel="noopener noreferrer nofollow">{shown}</a>'
        rows.append(f"<div><dt>{name}</dt><dd>{shown}</dd></div>")
    return f'<dl class="origin">{"".join(rows)}</dl>'


def _anchors(record: Record) -> dict[str, str]:
    """Addresses of our own making for every fact: ids of a record from elsewhere are not to be trusted as addresses."""
    ids = {
        "e": [x.id for x in record.events],
        "s": [x.id for x in record.statements],
        "c": [x.id for x in record.claims],
        "a": [x.id for x in record.actors],
        "p": [x.id for x in record.places],
        "d": [x.id for x in record.dates],
    }
    return {i: f"{letter}{n}" for letter, group in ids.items() for n, i in enumerate(group, 1)}
