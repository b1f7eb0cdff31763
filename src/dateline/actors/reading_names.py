"""One name mention: its edges, its kind, the title before it and the description after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.actors.appositions import description_after
from dateline.actors.folding import fold
from dateline.actors.geography import lookup
from dateline.actors.naming import gender_of_first, strip_titles
from dateline.actors.offices import courtesies, read_office, title_before
from dateline.actors.organizations import common, known_as, sector_of_name
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed
from dateline.record import Span

_NO_ACTOR = re.compile(
    rf"^(?:anti|pro|non|post|pre|ex)-|^(?:{'|'.join(sorted(listed('names_no_actor')))})$",
    re.I,
)


_THINGS = re.compile(r"[A-Z]{2,6}s")  # "two SMGs": a number of them are things, or bodies without a name
_COUNTED = re.compile(rf"(?i)\b(?:\d+|{'|'.join(sorted(listed('parties_quantities')))})\s+$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name mention after trimming: `span` of the name alone, `title` span before it, `about` the apposition after it."""

    span: Span
    label: str
    title: Span | None
    about: Span | None
    score: float


def trim(text: str, span: Span) -> Span:
    """The span without quotation marks, articles and a possessive ending."""
    s, e = span
    piece = text[s:e]
    lead = re.match(r"[\s\"“”‘’'(\[,]+", piece)
    s += lead.end() if lead else 0
    tail = re.search(r"(?:['’]s?|[\s\"“”‘(\[,;:])+$", text[s:e])
    if tail and not re.search(r"s['’]$", text[s:e]):
        e -= len(tail.group())
    article = re.match(r"(?:the|a|an)\s+", text[s:e], re.I)
    s += article.end() if article else 0
    return (s, e) if s < e else span


def _first_name(word: str) -> bool:
    return gender_of_first(word) is not None


def _pair(words: str) -> bool:
    """Is this two parties joined ("Saudi Arabia-Iran", "Japan-EU")? Neither is meant alone, and both together are nobody."""
    sides = re.split(r"[-–/]", words)
    return len(sides) == 2 and all(lookup(p) or known_as(p) for p in sides)


def kind_of(scene: Scene, span: Span, label: str) -> str | None:
    """person, organization, group or state by the label, corrected by what is known of the name; None: no actor by itself."""
    words = scene.words(span)
    if _NO_ACTOR.search(words) or not any(c.isalpha() for c in words) or words.islower():
        known = known_as(words)
        return known.kind if known and words.islower() and len(words) > 4 else None
    if _pair(words) or (label != "person" and _THINGS.fullmatch(words) and _COUNTED.search(scene.text[max(0, span[0] - 20) : span[0]])):
        return None
    if label == "person" and re.fullmatch(r"\w+-\d+\w*", words):
        return None  # "Hwasong-12" is a missile
    if re.search(r"\b(?:Jr|Sr)\.?$", words):
        return "person"  # whatever the tagger says: no body has a generation
    known = known_as(words)
    country = lookup(words)
    if country and country.how != "people" and not (known and label in ("organization", "facility")):
        return "state"
    if country and not (
        known and known.kind == "group" and label == "organization" and words.endswith("s")
    ):  # "the Houthis" are a people, too
        return None
    if known and label != "person":
        return known.kind
    if label == "person" and " " in words and fold(words.split()[0]) in listed("names_foundations"):
        return "organization"  # "Fundación Violeta Barrios" is named for a person
    if label == "person":
        if known and (
            len(words.split()) > 1 or words.isupper() or (len(words) > 4 and not common(known, words) and not _first_name(words))
        ):
            before = re.search(r"([\w.]+)\s+$", scene.text[max(0, span[0] - 20) : span[0]])
            if not before or before.group(1).lower().rstrip(".") not in courtesies():
                return known.kind
        return "person"
    if label in ("organization", "misc", "nationality"):
        if label == "misc" and not sector_of_name(words):
            return None
        if label == "nationality":
            return None
        return "organization"
    return None


def read_name(scene: Scene, span: Span, label: str, score: float) -> Name:
    """The name with its title and apposition, looked for within its sentence."""
    text = scene.text
    first, last = scene.bounds(span[0])
    s, e = trim(text, span)
    title = about = None
    if label == "person":
        posted = re.match(r"([A-Z]\w+)\s(?=\w+\s\w)", text[s:e])
        if posted and re.search(r"\b(?:to|in)\s+$", text[first:s]) and lookup(posted.group(1)):
            s += posted.end()  # "Ambassador to Jordan Karim Daoud"
        own, _ = strip_titles(text[s:e])
        if own:
            inner = title_before(text, s + own, first)
            title = inner or ((s, s + own - 1) if read_office(text[s : s + own]) else None)
            s += own
        else:
            title = title_before(text, s, first)
        more = re.match(r"\s?,?\s+(?:Jr|Sr)\b\.?", text[e:])
        if more:
            e += more.end()
        about = description_after(text, e, _next_name(scene, e, last))
        if about and not _apposed(text, first, (title or (s, e))[0], about):
            about = None
    return Name((s, e), label, title, about, score)


def _apposed(text: str, first: int, start: int, about: Span) -> bool:
    """Does the description close again, or does the name open the sentence? "In a speech read by Pinto, the king said" tells of the king."""
    if re.match(r"\s*(?:[,.;:)]|$|\n|and\b|who\b)", text[about[1] : about[1] + 6]):
        follows = re.match(r",\s+(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\b\.?\s)[A-Z]", text[about[1] : about[1] + 12])
        return not (follows and re.match(r"the\s", text[about[0] : about[1]], re.I))  # "Minister A, the chairman of B, Mr C and others"
    return not text[first:start].strip(" \n\"“‘'")


def _next_name(scene: Scene, end: int, last: int) -> int:
    """Where a description of this person must end: it does not run into another person's name ("A, foreign minister B")."""
    for m in scene.mentions:
        if m.start > end and m.label == "person" and m.form == "name" and m.start < last:
            title = title_before(scene.text, m.start, end)
            if title and re.search(r"\bthe\s+$", scene.text[end : title[0]], re.I):
                return end  # "A, adviser to the president B": the description is B's
            if re.search(
                r"\b(?:of|for|to|by|with|under|in|at|from|against|over)\s+(?:the\s+)?(?:late\s+)?$",
                scene.text[end : title[0] if title else m.start],
            ):
                return last
            if title or re.search(r"(?:,|\band)\s*$", scene.text[end : m.start]):
                return title[0] if title else m.start
            return last
    return last
