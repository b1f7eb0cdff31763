"""Which of the names found in one article are one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.actors.alignment import likeness
from dateline.actors.drafts import Draft
from dateline.actors.figures import another_figure
from dateline.actors.naming import initials_of, organizations_match, person_words, persons_match
from dateline.actors.offices import read_office
from dateline.actors.organizations import sector_of_name
from dateline.actors.reading_names import Name
from dateline.actors.scene import Scene


def merge_persons(scene: Scene, found: list[tuple[Name, Draft]]) -> list[Draft]:
    """Full names first, then the short ones to the full name they fit best; of two that fit, a title or nearness decides."""
    order = sorted(found, key=lambda nd: (-len(nd[1].names[0]) if len(nd[1].names[0]) > 1 else 0, nd[1].first))
    clusters: list[Draft] = []
    told: dict[str, int] = {}  # a bare surname -> where it is told first
    for _, d in found:
        if len(d.names[0]) == 1:
            told[d.names[0][0]] = min(d.first, told.get(d.names[0][0], d.first))
    for _, draft in order:
        fits = [
            (match[0], -i, match[1])
            for i, c in enumerate(clusters)
            if (match := persons_match(c, draft)) and not _by_royal_first_name(draft, c) and not _of_a_relative(scene, draft, c, told)
        ]
        if not fits:
            clusters.append(draft)
            continue
        fits.sort(reverse=True)
        best = fits[0]
        if len(fits) > 1 and (len(draft.names[0]) == 1 or fits[1][0] > best[0] - 0.02):
            best = _choose(scene, draft, [(f, clusters[-f[1]]) for f in fits]) or best
        clusters[-best[1]].take(draft, f"{draft.name_texts[0]!r}: {best[2]}" if best[0] < 1 else f"{draft.name_texts[0]!r} is told again")
    return clusters


_ROYAL = frozenset({"king", "queen", "prince", "princess", "crown prince", "crown princess", "emperor", "pope"})


def _by_royal_first_name(short: Draft, full: Draft) -> bool:
    """Would "Crown Prince Hussein" be taken for a Hussein Sheikh who is no prince? The royal are called by their first names."""
    if len(short.names[0]) != 1 or short.names[0][0] == full.names[0][-1]:
        return False
    return _royal(short) and not _royal(full)


def _royal(person: Draft) -> bool:
    return any((o := read_office(t)) and o.head in _ROYAL for t in person.titles.values())


def _choose(scene: Scene, draft: Draft, fits: list[tuple[tuple[float, int, str], Draft]]) -> tuple[float, int, str] | None:
    """Of several persons of one surname: the one of the same title, else the one named last before."""
    own = {o.head for t in draft.titles.values() if (o := read_office(t))}
    with_title = [f for f, c in fits if own and own & {o.head for t in c.titles.values() if (o := read_office(t))}]
    if len(with_title) == 1:
        return with_title[0]
    close = [(f, c) for f, c in fits if f[0] >= fits[0][0][0] - 0.15]
    if re.search(
        r"\b(?:Sheikh|Shaikh|King|Queen|Prince|Princess|Sir|Lady|Pope|Sheikha|Ayatollah)\s$",
        scene.text[max(0, draft.first - 12) : draft.first],
    ):
        first_name = [f for f, c in fits if c.names and c.names[0][0] == draft.names[0][0]]
        if len(first_name) == 1:  # "Sheikh Sabah" is told by the first name
            return first_name[0]
    kin = [f for f, c in close if not _told_by_kin(scene, c)]
    if len(kin) == 1:
        return kin[0]
    often = sorted(close, key=lambda fc: -len(fc[1].spans))
    if len(often) > 1 and len(often[0][1].spans) >= 2 * len(often[1][1].spans) + 1:
        return often[0][0]
    near = [(at, f) for f, c in close if (at := c.last_before(draft.first)) is not None]
    return max(near)[1] if near else None


def _of_a_relative(scene: Scene, bare: Draft, full: Draft, told: Mapping[str, int]) -> bool:
    """Was the surname alone told before the only one named in full, who is somebody's relative or bears the surname of a figure who is somebody else
    ("Trump … his son, Eric Trump")? The bare name is the other's.
    """
    if len(bare.names[0]) != 1 or bare.names[0][0] != full.names[0][-1] or len(full.names[0]) < 2 or told[bare.names[0][0]] >= full.first:
        return False
    return another_figure(full.names[0]) or _told_by_kin(scene, full)


def _told_by_kin(scene: Scene, person: Draft) -> bool:
    """Is the person brought in as somebody's relative ("his wife, Akie Abe")? A bare surname seldom means that one."""
    at = person.first
    return bool(
        re.search(
            r"\b(?:wife|husband|widow|widower|son|daughter|father|mother|brother|sister)\b[^.\n]{0,32}$", scene.text[max(0, at - 45) : at]
        )
    )


def merge_organizations(found: list[Draft]) -> list[Draft]:
    order = sorted(found, key=lambda d: (-max(len(t.split()) for t in d.name_texts), d.first))
    clusters: list[Draft] = []
    for draft in order:
        fits = [(match[0], -i, match[1]) for i, c in enumerate(clusters) if (match := organizations_match(c, draft))]
        if not fits:
            clusters.append(draft)
            continue
        best = max(fits)
        host = clusters[-best[1]]
        host.take(
            draft,
            best[2]
            if best[0] < 1
            else f"{draft.name_texts[0]!r} is told again"
            if draft.name_texts[0] in host.name_texts
            else f"{draft.name_texts[0]!r}: {best[2]}",
        )
        if draft.kind == "group":
            host.kind = host.kind if host.known else "group"
    return clusters


def persons_that_are_organizations(persons: list[Draft], others: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """A name that the tagger once called a person and once an organization is what it was called most often."""
    for person in list(persons):
        twin = next((o for o in others if set(person.name_texts) & set(o.name_texts)), None)
        if twin is None:
            continue
        if twin.known or (len(twin.spans) >= len(person.spans) and not person.titles):
            twin.take(person, f"{person.name_texts[0]!r} is one name, labelled person and organization")
            persons.remove(person)
        else:
            person.take(twin, f"{person.name_texts[0]!r} is one name, labelled person and organization")
            person.names.extend(person_words(t) for t in twin.name_texts if person_words(t) not in person.names)
            others.remove(twin)
    return persons, others


LONGEST_NAME = 5  # words; of 656 persons of annotated articles 15 have a longer name


def _spelt_out(person: Draft, words: str) -> bool:
    """Is the person called by one word only, and is it the first or last of these, which may be a person's name?"""
    whole = person_words(words)
    return (
        len(words.split()) <= LONGEST_NAME
        and all(len(n) == 1 for n in person.names)
        and len(whole) > 1
        and person.names[0][0] in (whole[0], whole[-1])
    )


def surnames_among_organizations(persons: list[Draft], others: list[Draft]) -> list[Draft]:
    """A single word labelled as an organization that spells a person's surname, or the first name of one told before, is that person ("Mabdouli")."""
    kept = []
    for body in others:
        word = body.name_texts[0]
        fits = [p for p in persons if " " in word and not body.known and sector_of_name(word) is None and _spelt_out(p, word)]
        fits = fits or [p for p in persons if body.known is None and any(initials_of(word, t) for t in p.name_texts)]
        if not body.known and len(body.name_texts) == 1 and " " not in word and not word.isupper() and len(word) > 4 and person_words(word):
            fits = [p for p in persons if any(len(n) > 1 and likeness(person_words(word)[-1], n[-1]) >= 0.84 for n in p.names)]
            fits = fits or [p for p in persons if p.first < body.first and any(len(n) > 1 and person_words(word) == n[:1] for n in p.names)]
        if len(fits) == 1:
            fits[0].take(body, f"{word!r}, labelled an organization, is a name of {fits[0].name_texts[0]!r}")
            fits[0].names.append(person_words(word))
        else:
            kept.append(body)
    return kept
