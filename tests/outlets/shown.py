"""A small record for the outlets' tests, in words of our own; each test changes what it is about."""

from __future__ import annotations

import dataclasses
from typing import Any

from dateline.record import Actor, Article, Claim, Count, Date, Event, Mention, Place, Record, RoleTitle, Span, Statement

TEXT = (
    "Talks fail in Talvik\n\nGovernor Ada Brenn met rebels in Talvik on 3 May 2020. “We will not yield,” Brenn said.\n"
    "At least 4 people died when rebels shelled the port. Nobody in Oru took part."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return (start, start + len(words))


def record(**changes: Any) -> Record:
    """A meeting and a shelling, a statement, a claim; `changes` replace fields of the record."""
    told = Record(
        article=Article("t1", TEXT, title="Talks fail in Talvik", published="2020-05-04", published_from="argument", language="en"),
        mentions=(
            Mention(*span("Talvik"), "location", "name", "p1"),
            Mention(*span("Ada Brenn"), "person", "name", "a1"),
            Mention(*span("rebels"), "person", "nominal", "a2"),
            Mention(*span("Oru"), "location", "name", "p2"),
            Mention(*span("Oru"), "location", "name", "a3"),
        ),
        actors=(
            Actor(
                "a1",
                "Ada Brenn",
                "person",
                ("Brenn", "the chief", "brenn", "the governor"),
                "NOR",
                "GOV",
                (RoleTitle("Governor", *span("Governor")),),
            ),
            Actor("a2", "rebels", "population", country="NOR", sector="REB"),
            Actor("a3", "Oru", "organization"),
            Actor("a4", "people", "population"),
        ),
        places=(
            Place("p1", "Talvik", kind="city", lat=70.0, lon=22.9, country="NOR", precision="city", confidence=0.9),
            Place("p2", "Oru"),
        ),
        dates=(
            Date("d1", *span("3 May 2020"), "DATE", "2020-05-03", "day", "2020-05-03", "2020-05-03", None, "as written"),
            Date("d2", *span("Nobody"), "DATE", None),
        ),
        statements=(Statement("s1", "a1", (span("We will not yield"),), span("said"), "direct", confidence=0.9),),
        events=(
            Event("e1", "CONSULT", None, (), "verbal cooperation", 1.5, span("met"), ("a1",), ("a2",), "p1", "d1", confidence=0.9),
            Event(
                "e2",
                "ASSAULT",
                "heavy-weapons",
                (),
                "material conflict",
                -10.0,
                span("shelled"),
                ("a2",),
                attributed_to="s1",
                killed=Count(4, None, *span("At least 4 people")),
                confidence=0.2,
            ),
        ),
        claims=(Claim("c1", "office", "a1", "head of Talvik", "s1", span("the port")),),
    )
    return dataclasses.replace(told, **changes)


def hostile(words: str) -> Record:
    """The same record with `words` wherever a page's words can come to stand."""
    text = f"{words} {TEXT}"
    told = record()
    n = len(words) + 1

    def moved(s: Span) -> Span:
        return (s[0] + n, s[1] + n)

    return Record(
        Article(words, text, title=words, url=words, outlet=words, language="en"),
        (Mention(0, len(words), "person", "name", "a1"),),
        (Actor("a1", words, "person", (words + "x",), roles=(RoleTitle(words, 0, 1),)),),
        (Place("p1", words, (words + "y",), lat=10.0, lon=10.0, precision="city", admin1=words, confidence=0.9),),
        (Date("d1", 0, len(words), "DATE", "2020", "year", "2020-01-01", "2020-12-31", None, words),),
        (Statement("s1", "a1", ((0, len(text)),), None, "direct", words, words, ("a1",), "d1"),),
        tuple(
            dataclasses.replace(e, trigger=moved(e.trigger), actors=("a1",), recipients=("a1",), place="p1", date="d1", attributed_to="s1")
            for e in told.events
        ),
        (Claim("c1", "office", "a1", words, "s1", (0, len(words)), ("c1",)),),
    )
