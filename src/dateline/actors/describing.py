"""Parties without a name, and names that the tagger passed over."""

from __future__ import annotations

import re

from dateline.actors.alignment import likeness
from dateline.actors.beside import beside, by_initials
from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.folding import fold
from dateline.actors.geography import country_in
from dateline.actors.naming import junior_mark, organizations_match, person_words, persons_match, strip_titles
from dateline.actors.nominals import Phrase, read_phrase
from dateline.actors.offices import courtesies, read_office
from dateline.actors.organizations import known_as
from dateline.actors.reading_names import trim
from dateline.actors.referring import MODIFIER_SECTORS, refer
from dateline.actors.referring_courtesy import by_courtesy
from dateline.actors.scene import Scene
from dateline.actors.short_forms import short_for_others
from dateline.actors.vocabulary import listed
from dateline.record import Span


def describe(scene: Scene, cast: Cast, span: Span, *, create: bool) -> Draft | None:
    """The actor that a description refers to; with `create`, a new one when it refers to nobody known."""
    words = " ".join(scene.words(span).split())
    phrase = read_phrase(words)
    if phrase is None or len(words) < 2 or not any(c.isalpha() for c in words):
        return None
    if (words[0].isupper() and not re.match(r"(?:The|A|An|His|Her|Its|Their|Some|Many|Other|Those|These)\s", words)) or courtesies().get(
        words.split()[0].lower().rstrip(".")
    ):
        named = _by_name(scene, cast, span, phrase, words, create=create)
        if named is not None:
            return named
    found, why = by_initials(cast, words)
    if found is None:
        found, why = beside(scene, cast, span, phrase, words)
        if found is not None and found.kind == "person" and read_office(words):
            found.title(scene.text, span)
    if found is None:
        found, why = by_courtesy(scene, cast, span, phrase, words)
    if found is None:
        found, why = refer(scene, cast, span, phrase, words)
    if found is not None:
        cast.set(scene, span, found, why)
        found.why(why)
        return found
    if why:
        cast.abstained.append((span, why))
    if words.isupper() and words in short_for_others(scene):
        return None
    if not create or not _party(phrase, words) or (phrase.kind == "unknown" and _place(scene, words)):
        return None
    if words[0].isupper() and phrase.kind == "unknown" and not re.match(r"(?:The|A|An|His|Her|Its|Their)\s", words):
        kind = "organization" if len(words.split()) > 1 or words.isupper() else "person"
        draft = Draft(kind)
        draft.name_texts.append(scene.words(trim(scene.text, span)))
    else:
        kind = {"person": "person", "body": "organization", "people": "population", "unknown": "population"}[phrase.kind]
        if kind == "organization" and phrase.sector in ("REB", "UAF", "CVL", "OPP", "CRM", "ACT", "PTY"):
            kind = "group"
        draft = Draft(kind, noun=phrase.noun, modifiers=phrase.modifiers, plural=phrase.plural, complement=phrase.complement)
        draft.rank(modified_sector(phrase), f"the noun {phrase.noun!r}")
    draft.place(country_in(words), f"told in {words!r}")
    cast.add(draft)
    cast.set(scene, span, draft, f"{words!r} fills a role")
    return draft


# Things, times and places that a tagger puts into roles.
_NO_PARTY = listed("describing_no_party")
_QUANTITIES = listed("parties_quantities")
_NOBODY = re.compile(r"(?i)(?:no(?:body|ne| one|t any|t a)?|neither|nothing)\b")  # "No group has claimed the attack"
_ADJECTIVE = re.compile(
    r"(?:(?i:the|an?)\s+)?[\w.’']+-(?:[a-z]+ing|backed|endorsed|based|led|style|era|born|funded|owned|run|friendly|sponsored|controlled|appointed|affiliated|linked)"
)  # "Pell-backing" says what somebody is like


def _place(scene: Scene, words: str) -> bool:
    """Is this the name of a place of the article, as the tagger or the gazetteer has it elsewhere, give or take a spelling?"""
    name = fold(words)
    named = {fold(scene.words((m.start, m.end))) for m in scene.mentions if m.label in ("location", "facility") and m.form == "name"}
    return any(
        likeness(name, other) >= 0.84 or f"{name} " in f"{other} " for other in sorted(named | {fold(scene.words(s)) for s in scene.places})
    )


def _party(phrase: Phrase, words: str) -> bool:
    """Can a party of its own be meant? A bare number or adjective is none, a singular without article and list is none."""
    if not words.isascii() and not any("a" <= c.lower() <= "z" for c in words):
        return False
    if phrase.noun in _NO_PARTY or _ADJECTIVE.fullmatch(words) or _NOBODY.match(words):
        return False
    if phrase.kind != "unknown":
        return not (phrase.noun in _QUANTITIES and len(words.split()) == 1)
    if words[0].isupper() and words.split()[0].lower() not in ("the", "a", "an"):
        return phrase.noun not in _QUANTITIES and len(words) > 2
    return (
        len(words.split()) > 1
        and words.split()[0].lower() in ("the", "a", "an", "his", "her", "its", "their", "this", "that")
        and phrase.noun not in _QUANTITIES
    )


def _by_name(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str, *, create: bool) -> Draft | None:
    """A name that the tagger passed over: "Mr Kenyatta", "President Chaves", "EAAT"; one of the actors already there, or a new one."""
    cut, gender = strip_titles(words)
    rest = words[cut:]
    if (
        not rest[:1].isupper()
        or (phrase.kind == "people" and not cut)
        or not any(c.isalpha() for c in rest)
        or (country_in(rest) and not cut)
    ):
        return None
    if not re.fullmatch(
        r"(?:[A-Z][\w.’'-]*|bin|al|el|de|van|von|of|ibn|da|dos|la|y)(?:[\s-](?:[A-Z(][\w.’')-]*|bin|al|el|de|van|von|of|ibn|da|dos|la|y|the|for|and))*",
        rest,
    ):
        return None
    if not cut and phrase.kind in ("person", "body") and len(rest.split()) == 1:
        return None
    if not cut and phrase.kind == "person" and read_office(rest.split()[-1]) and not any(rest in d.name_texts for d in cast.drafts):
        return None  # "Ana Pell Donor" of a headline is not Ana Pell
    person = Draft("person", names=[person_words(rest)], name_texts=[rest], gender=gender, junior=junior_mark(rest))
    body = Draft("organization", name_texts=[rest], known=known_as(rest))
    options = [(m[0], -i, m[1], d) for i, d in enumerate(cast.drafts) if d.kind == "person" and d.named and (m := persons_match(d, person))]
    if not cut:
        options += [
            (m[0], -i, m[1], d)
            for i, d in enumerate(cast.drafts)
            if d.kind in ("organization", "group") and d.named and (m := organizations_match(d, body))
        ]
    if options:
        _, _, why, found = max(options, key=lambda o: o[:2])
        cast.set(scene, span, found, f"{words!r}: {why}")
        found.why(f"{words!r}: {why}")
        return found
    if not create or not cut:
        return None
    titled = (span[0], span[0] + cut)
    if read_office(words[:cut].strip()):
        person.title(scene.text, (titled[0], titled[1] - 1))
    cast.drafts.append(person)
    cast.set(scene, span, person, f"{words!r} is a title with a name")
    return person


def modified_sector(phrase: Phrase) -> str | None:
    if phrase.sector == "MIL" and "police" in phrase.modifiers:
        return "COP"
    if phrase.sector in (None, "CVL", "GOV", "LEG", "NGO", "PTY") or phrase.noun in ("leaders", "members", "forces"):
        for m in phrase.modifiers:
            if m in MODIFIER_SECTORS and not (phrase.sector == "GOV" and m in ("health", "security", "ruling")):
                return MODIFIER_SECTORS[m]
    return phrase.sector
