"""Papers and figures that nobody is told to have issued: "according to official figures", "news reports confirm", "Article 13 says".

They say something and are nobody; whoever spoke before them did not say it. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.actors.organizations import bodies, people
from dateline.record import Span, Statement
from dateline.statements.presence import Presence

_PAPER = re.compile(
    r"(?is)(?P<before>(?:[\w-]+,?\s+){0,5}?)"
    r"(?:figures|data|statistics|results|estimates|projections|reports|accounts|rumou?rs|findings|records|documents|calculations|(?:poll|survey)s?)\b(?P<after>.*)"
)
_LAW = re.compile(r"(?:Article|Section|Clause|Paragraph|Act|Law|Rule)s?(?:\s+(?:No\.?\s*)?\d.*)?$")
_BY = re.compile(r"(?:\s+(?:last|this|on|in|from|of)?\s*[\w’'-]+){0,3}?\s+(?:by|from)\s+(?:the\s+)?")
_ISSUER = re.compile(r"(?i)\b(?:by|of)\b")


def issuer(text: str, source: Span, refers: Mapping[Span, str]) -> str | None:
    """Whom "by" or "from" names right behind a paper: "an opinion poll last week by Harbour Research"."""
    if not _PAPER.fullmatch(text[slice(*source)].strip()):
        return None
    told = _BY.match(text, source[1], source[1] + 60)
    named = [m for m in refers if told and m[0] == told.end() and text[m[0]].isupper()]
    return refers[max(named, key=lambda m: m[1])] if named else None


def issued_by_nobody(text: str, source: Span, refers: Mapping[Span, str]) -> bool:
    """Is `source` a paper or a set of figures without a word of who issued it? "The ministry's figures" and "police records" tell one."""
    words = text[slice(*source)].strip(" ,.“”\"'")
    if _LAW.match(words):
        return True
    paper = _PAPER.fullmatch(words)
    if paper is None:
        return False
    before = re.findall(r"[\w-]+", paper["before"])
    if any(w.isupper() and len(w) > 1 for w in before) or any(w[0].isupper() for w in before[1:]):
        return False  # "UN figures", "the Gallup poll"
    if any(w.lower() in owners() for w in before):
        return False
    start = source[0] + text[slice(*source)].index(words) + paper.start("after")
    return not (_ISSUER.search(paper["after"]) and any(start <= m[0] < source[1] for m in refers))


@cache
def owners() -> frozenset[str]:
    """Nouns of bodies and people, which tell whose a paper is: "police records", "court documents"."""
    return frozenset(bodies()) | frozenset(people())


_TOLD = (
    r"statement|report|letter|communiqu[ée]|declaration|note|release|message|document|resolution|post|memo|memorandum|study|email|e-mail"
)
_THE_PAPER = re.compile(
    rf"(?i)\b(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}(?P<noun>{_TOLD})\s+(?:(?:also|further|then|later|had|has|\w+ly)\s+)*$"
)


def issuer_before(text: str, cue: Span, here: Presence, before: Sequence[Statement]) -> Statement | None:
    """The statement before whose speaker issued the paper that speaks on: "the ministry said in a statement …", then "the statement added"."""
    told = _THE_PAPER.search(text, here.bounds(here.sentence(cue[0]))[0], cue[0])
    if told is None:
        return None
    noun = re.compile(rf"(?i)\b{re.escape(told['noun'])}s?\b")
    fits: list[tuple[int, int, Statement]] = []
    for s in before:
        at = s.cue or s.content[0]
        away = [abs(m.start() - at[0]) for m in _around(here, at, noun) if not _within(m.start(), s)]
        if s.speaker and at[0] < told.start() and away:
            fits.append((here.sentence(at[0]), -min(away), s))
    return max(fits, key=lambda x: x[:2])[2] if fits else None  # of the last sentence that tells of it, whose telling word is nearest


def _around(here: Presence, at: Span, noun: re.Pattern[str]) -> Iterator[re.Match[str]]:
    start, end = here.bounds(here.sentence(at[0]))
    return noun.finditer(here.text, start, end)


def _within(at: int, s: Statement) -> bool:
    return any(a <= at < b for a, b in s.content)
