"""What the text says of persons outright: whose son somebody is, by which nickname somebody goes."""

from __future__ import annotations

import re

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene

_KIN = re.compile(
    r",?\s+(?:who is\s+)?(?:the\s+|a\s+)?(?:late\s+|only\s+|eldest\s+|younger\s+)?(son|daughter|father|widow|wife|brother|sister)\s+of\s+",
    re.I,
)


_BEFORE = re.compile(
    r"(?:\b(?:his|her|their)|[’']s?)\s+(?:(?:late|only|eldest|elder|older|oldest|younger|youngest|first|second|third|own)[ -]+)*"
    r"(?:son|daughter|grandson|granddaughter|heir),?\s+(?:[A-Z][\w.]*\s+){0,2}$",
    re.I,
)


def tell_kin(scene: Scene, persons: list[Draft]) -> None:
    """ "X, son of Y" and "his son, X": two people, and Y's other names may be told by the same kinship."""
    for person in list(persons):
        _part(scene, person, persons)
    _tell_younger(scene, persons)
    for child in persons:
        for start, end in list(child.spans):
            m = _KIN.match(scene.text, end)
            if not m:
                continue
            at = m.end()
            for parent in persons:
                if parent is child:
                    continue
                if (
                    any(at <= s <= at + 60 and "," not in scene.text[at:s] and "." not in scene.text[at:s] for s, _ in parent.spans)
                    and parent not in child.father_of
                ):
                    child.father_of.append(parent)
                    parent.why(f"{scene.words((start, end))!r} is told to be the {m.group(1)} of {parent.name_texts[0]!r}: two people")
                    child.why(f"told to be the {m.group(1)} of {parent.name_texts[0]!r}: two people")
    for child in persons:
        parents = [p for p in child.father_of if p in persons]
        for i, p in enumerate(parents):
            for q in parents[i + 1 :]:
                if (
                    q in persons
                    and p in persons
                    and p.names[0][-1:] == q.names[0][-1:]
                    and (set(p.names[0]) <= set(q.names[0]) or set(q.names[0]) <= set(p.names[0]))
                ):
                    keep, drop = (p, q) if len(p.names[0]) >= len(q.names[0]) else (q, p)
                    keep.take(drop, f"{drop.name_texts[0]!r} and {keep.name_texts[0]!r} are told to be the same person's parent")
                    persons.remove(drop)


def _tell_younger(scene: Scene, persons: list[Draft]) -> None:
    """ "Olave Jr." is the one child of a person Olave that the text brings in as such ("His son, Wilmar Olave")."""
    for junior in [p for p in persons if p.junior == "jr" and all(len(n) == 1 for n in p.names)]:
        surname = junior.names[0]
        elders = [p for p in persons if p is not junior and p.junior != "jr" and any(len(n) > 1 and n[-1:] == surname for n in p.names)]
        children = [p for p in elders if any(_BEFORE.search(scene.text[max(0, s - 60) : s]) for s, _ in p.spans)]
        if len(children) == 1 and any(p.first < children[0].first for p in elders):
            child = children[0]
            child.take(junior, f"{junior.name_texts[0]!r} is {child.name_texts[0]!r}, brought in as the child of one of that name")
            persons.remove(junior)


def _part(scene: Scene, person: Draft, persons: list[Draft]) -> None:
    """Parts a child from a parent that names made one: "Idris Abbakar … his eldest son, Abbakar Idris Abbakar", where the child's name is a
    given name before the parent's."""
    spans = {scene.words(s): tuple(w.lower() for w in scene.words(s).split()) for s in person.spans}
    for start, end in sorted(person.spans):
        full = spans[scene.words((start, end))]
        parents = {n for n in spans.values() if 2 <= len(n) < len(full) and n == full[-len(n) :]}
        earlier = [s for s in person.spans if s[1] <= start and spans[scene.words(s)] in parents]
        if not earlier or not _BEFORE.search(scene.text[max(0, start - 60) : start]):
            continue
        child = Draft("person")
        for s in sorted(person.spans):
            words = spans[scene.words(s)]
            if words == full or (s[0] > start and words == full[:1]):
                child.mention(scene.text, s)
        name, parent = scene.words((start, end)), scene.words(earlier[-1])
        child.names.append(full)
        child.name_texts.append(" ".join(name.split()))
        person.spans = [s for s in person.spans if s not in child.spans]
        person.surfaces = {w: s for w, s in person.surfaces.items() if not _touches(s, child.spans)}
        person.names = [n for n in person.names if n != full]
        person.name_texts = [n for n in person.name_texts if n not in child.name_texts]
        for s in list(person.titles):
            if _touches((s[0], s[1] + 2), child.spans):
                child.titles[s] = person.titles.pop(s)
        person.because = [b for b in person.because if name.lower() not in b.lower()]
        child.father_of.append(person)
        for one in (child, person):
            one.why(f"{name!r} is told to be the child of {parent!r}: two people")
        persons.append(child)
        return


def _touches(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


# "Okello called Brandt a liar" names nobody: "called" and "dubbed" give a name only where somebody is it ("was called", "Brandt, dubbed")
_NICKNAME = re.compile(
    r"(?:\b(?:nicknamed|(?:better|also|popularly|widely)?\s*[Kk]nown(?:\s[a-z][a-z ]{1,40})? as|the nickname(?: of)?|alias|a\.k\.a\.?|aka|nom de guerre(?: of)?)"
    r"|(?:\b(?:is|was|were|are|be|been|being|also|often|sometimes|popularly|widely|locally|usually)|,)\s+(?:called|dubbed)"
    r"|\bwhom\b[^.,;:“”\"\n]{2,50}\b(?:knew as|know as|remember as|call|calls))\s*,?\s*"
    r"((?:the\s+)?[“\"‘'][^”\"’'\n]{3,50}[”\"’']|(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:of|the|[A-Z]|(?!and|or|in|on|at|to|by|is|was|who|has|but|for|as)[a-z]{2,3}(?=\s[A-Z]))[\w’-]*){0,5})"
)


_CALLS = re.compile(r",\s+(?:called|dubbed)\s+(?:the\s+)?[A-Z]")
_CLOSED = re.compile(r"[,.;:)]|$")
_GOES_ON = re.compile(r"(?:is|was|were|be|been|being|also|who|and|then|once|later|often|better|popularly|widely|usually)$")
_APPOSED = re.compile(r"(?:\s*\([^)\n]*\))?,\s+(?:an?|the|his|her|its|their|one|\d+)\b")


def _of_another(gap: str) -> bool:
    """Does a noun stand between the name and "known as", and is it of somebody else: "Weber talked to the dealer known as"?"""
    noun = re.search(r"([a-z][\w-]*),?\s*$", gap)
    return noun is not None and not _GOES_ON.match(noun.group(1)) and not _APPOSED.match(gap)


def _one_name(scene: Scene, nick: tuple[int, int], persons: list[Draft]) -> None:
    """ "the dealer known as Karl the Fox": the persons that the tagger found inside are one, of that name."""
    inside = [p for p in persons if p.spans and all(nick[0] <= s and e <= nick[1] for s, e in p.spans)]
    if inside:
        inside[0].mention(scene.text, nick)
        inside[0].name_texts.append(" ".join(scene.words(nick).split()))
        for other in inside[1:]:
            inside[0].take(other, f"{other.name_texts[0]!r} stands within the name {inside[0].name_texts[-1]!r}")
            persons.remove(other)


def _named_behind(scene: Scene, persons: list[Draft], m: re.Match[str]) -> int | None:
    """The person named right behind a nickname that opens the sentence: "Known widely as “Lucho,” Arce …"."""
    gap = re.compile(r"[”\"’',]*,?[”\"’']*\s+").match(scene.text, m.end())
    return next((i for i, p in enumerate(persons) if gap and any(s == gap.end() for s, _ in p.spans)), None)


def tell_nicknames(scene: Scene, persons: list[Draft], bodies: list[Draft]) -> None:
    """ "nicknamed 'X'", "known as X": X is a name of the last person named before in the sentence, and nobody of its own (not one of `bodies` either)."""
    for m in _NICKNAME.finditer(scene.text):
        nick = re.sub(r"^(?:the\s+)?[“\"‘'\s]*(?:the\s+)?", "", m.group(1)).strip("“”\"‘’' .,")
        if not nick[:1].isupper() or scene.skipped(m.span()):
            continue
        if _CALLS.match(m.group()) and not _CLOSED.match(scene.text, m.end()):
            continue  # "Okello, hoping for votes, called Brandt a liar"
        first, _ = scene.bounds(m.start())
        near = [
            (max(s for s, e in p.spans if first <= s and e <= m.start()), i)
            for i, p in enumerate(persons)
            if any(first <= s and e <= m.start() for s, e in p.spans)
        ]
        index = max(near)[1] if near else _named_behind(scene, persons, m) if not scene.text[first : m.start()].strip() else None
        if index is None:
            continue
        person = persons[index]
        before = max((e for s, e in person.spans if first <= s and e <= m.start()), default=m.start())
        start = m.start(1) + m.group(1).index(nick)
        if "nown" in m.group()[:20] and _of_another(scene.text[before : m.start()]):
            _one_name(scene, (start, start + len(nick)), persons)
            continue
        person.mention(scene.text, (start, start + len(nick)))
        person.why(f"{nick!r} is told to be a nickname")
        for pool in (persons, bodies):
            for other in list(pool):
                if other is not person and other.spans and other.first >= start and set(other.name_texts) == {nick}:
                    person.take(other, f"{nick!r} is told to be a nickname")
                    pool.remove(other)
                elif other is not person and other.spans and all(start <= s and e <= start + len(nick) for s, e in other.spans):
                    pool.remove(other)
