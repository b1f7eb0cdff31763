"""A description that stands beside a name is of whom it names: "Pinto, a lawyer,", "the party, Renamo,", "her husband, Jorge Pinto,"."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.naming import strip_titles
from dateline.actors.nominals import Phrase
from dateline.actors.offices import post, read_office
from dateline.actors.organizations import acronym_of
from dateline.actors.scene import Scene
from dateline.record import Span

_AFTER_NAME = re.compile(r"(?:\s*\([^()\n]{1,40}\))?,\s+(?:aged\s+)?(?:\d{1,3},\s+)?(?:(?:who|which)\s+(?:is|was)\s+)?")
_CLOSED = re.compile(r"(?:\s*\([^()\n]{1,15}\))?\s*(?:[,.;:)–—]|$|\n)")
_SAYS = re.compile(r"\s+(?:said|says|told|reported|announced|added|stated|explained|assured|pointed out|noted|stressed|affirmed|warned)\b")
_BEFORE_NAME = re.compile(r"(,?)\s+(?:the\s+)?(?:late\s+)?")
_GOES_ON = re.compile(r"\s*(?:[,.;)–—]|\(|$|\n|(?:who|was|were|is|are|has|have|had|said|says|told|will|would|of)\b)")
_GOES_ON_OWN = re.compile(
    r"\s+(?:after|before|in|on|at|during|since|from|to|by|with|over|for|as|when)\b"
)  # "his uncle, Ana Weber in a coup"
# A description in the opening of a report is often of somebody named only later ("A fugitive businessman has been arrested").
OPENING = 3
LATER = 8
NEAR = 90  # characters between a description and the name it stands beside


def beside(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str) -> tuple[Draft | None, str]:
    """The named actor that a description stands beside, or that the opening of the report keeps back, and the reason."""
    if phrase.kind == "person" and read_office(words):
        for d in cast.drafts:
            if d.kind == "person" and d.named and any(_titled(scene, t, span) for t in d.titles):
                return d, f"{words!r} is the title of {d.name_texts[0]!r}"
    if phrase.plural:
        return None, ""
    near = _named_near(cast, span)
    before = next((d for s, d in near if s[1] < span[0] and _fits(d, phrase, words) and _joins(scene, s, span)), None)
    if before is not None:
        return before, f"{words!r} stands behind the name {before.name_texts[0]!r}"
    after = next((d for s, d in near if span[1] < s[0] and _fits(d, phrase, words) and _opens(scene, d, phrase, span, s)), None)
    if after is not None:
        return after, f"{words!r} stands before the name {after.name_texts[0]!r}"
    if phrase.kind == "person" and not phrase.definite and scene.sentence(span[0]) < OPENING:
        return _named_later(scene, cast, span, phrase, words)
    return None, ""


def _titled(scene: Scene, title: Span, span: Span) -> bool:
    """Does the description lie in the title and have its head ("president" in "president of the union", not "police" in "police chief")?"""
    rest = scene.text[span[1] : title[1]]
    return title[0] <= span[0] and span[1] <= title[1] + 1 and bool(re.match(r"$|[,\s]+(?:of|for|in|at|and|to)\b", rest))


def by_initials(cast: Cast, words: str) -> tuple[Draft | None, str]:
    """ "The ASP": the one person whose title has these initials."""
    m = re.fullmatch(r"(?:[Tt]he )?([A-Z]{2,5})", words)
    if not m:
        return None, ""
    fits = [
        d
        for d in cast.drafts
        if d.kind == "person" and d.named and any(f"({m.group(1)})" in t or _initials(m.group(1), t) for t in d.titles.values())
    ]
    return (fits[0], f"{words!r} are the initials of a title of {fits[0].name_texts[0]!r}") if len(fits) == 1 else (None, "")


def _initials(short: str, title: str) -> bool:
    tokens = re.sub(r"\([^)]*\)|[^\w\s-]", " ", title).split()
    return any(acronym_of(short, " ".join(tokens[i:])) for i in range(len(tokens) - 1))


def _named_near(cast: Cast, span: Span) -> list[tuple[Span, Draft]]:
    """Where actors with names stand around the description, in the order of the text."""
    reach = (span[0] - NEAR, span[1] + NEAR)
    return sorted(((s, d) for d in cast.drafts if d.named for s in d.spans if reach[0] < s[1] and s[0] < reach[1]), key=lambda sd: sd[0])


def _fits(draft: Draft, phrase: Phrase, words: str) -> bool:
    if phrase.kind == "person":
        return draft.kind == "person"
    if phrase.kind == "body":
        return draft.kind in ("organization", "group")
    return phrase.kind == "unknown" and bool(re.match(r"(?:a|an)\s", words, re.I)) and draft.kind in ("person", "organization", "group")


def _joins(scene: Scene, name: Span, span: Span) -> bool:
    """Is there nothing but a comma between the name and the description, and does the description close with one? Translations leave it out
    where the name opens the sentence: "Anna Weber, president of the union reported"."""
    m = _AFTER_NAME.match(scene.text, name[1])
    if not m or m.end() != span[0]:
        return False
    if not scene.text[scene.bounds(name[0])[0] : name[0]].strip() and _SAYS.match(scene.text, span[1]):
        return True
    return bool(_CLOSED.match(scene.text, span[1]) or re.match(r"(?:a|an)\s(?!.*\band\b)", scene.words(span)))


def _opens(scene: Scene, draft: Draft, phrase: Phrase, span: Span, name: Span) -> bool:
    """Does the name follow, with its title if it has one, and does the sentence go on with the one who is named?"""
    m = _BEFORE_NAME.match(scene.text, span[1])
    if not m:
        return False
    starts = {name[0], *(t[0] for t in draft.titles if span[1] < t[0] < name[0] and name[0] - t[1] <= 2)}
    if (
        m.end() not in starts
        and span[1] + len(m.group(1)) + 1 not in starts
        and not _title_between(scene.text[m.end() : name[1]], name[0] - m.end())
    ):
        return False
    if not m.group(1):
        return not phrase.complement
    own = re.match(r"(?i)(?:his|her|their)\s", scene.words(span))
    return bool(_GOES_ON.match(scene.text, name[1]) or (own and _GOES_ON_OWN.match(scene.text, name[1])))


def _title_between(words: str, at: int) -> bool:
    """Is what stands before the name, which begins at `at` of `words`, its title ("General Weber")?"""
    return 0 < at < len(words) and strip_titles(words)[0] == at


def _named_later(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str) -> tuple[Draft | None, str]:
    here = scene.sentence(span[0])
    fits = [
        d
        for d in cast.drafts
        if d.kind == "person"
        and d.named
        and d.first > span[1]
        and scene.sentence(d.first) - here <= LATER
        and any((o := read_office(t)) and post(o.head) == post(phrase.noun) for t in d.titles.values())
    ]
    if len(fits) == 1:
        return fits[0], f"{words!r} is {fits[0].name_texts[0]!r}, named later with that title"
    return None, ""
