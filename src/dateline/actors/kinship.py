"""What the text says of persons outright: whose son somebody is, by which nickname somebody goes."""

from __future__ import annotations

import re

from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene

_KIN = re.compile(
    r",?\s+(?:who is\s+)?(?:the\s+|a\s+)?(?:late\s+|only\s+|eldest\s+|younger\s+)?(son|daughter|father|widow|wife|brother|sister)\s+of\s+",
    re.I,
)


def tell_kin(scene: Scene, persons: list[Draft]) -> None:
    """ "X, son of Y": two people, and Y's other names may be told by the same kinship."""
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


_NICKNAME = re.compile(
    r"(?:nicknamed|(?:better|also|popularly|widely)?\s*known as|dubbed|the nickname(?: of)?"
    r"|alias|a\.k\.a\.?|aka|nom de guerre(?: of)?|called)\s*,?\s*"
    r"([“\"‘'][^”\"’'\n]{3,50}[”\"’']|(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:of|the|[A-Z])[\w’-]*){0,5})"
)


def tell_nicknames(scene: Scene, persons: list[Draft]) -> None:
    """ "nicknamed 'X'", "known as X": X is a name of the last person named before in the sentence."""
    for m in _NICKNAME.finditer(scene.text):
        nick = m.group(1).strip("“”\"‘’' .,")
        if not nick[:1].isupper() or scene.skipped(m.span()):
            continue
        first, _ = scene.bounds(m.start())
        near = [
            (max(s for s, e in p.spans if first <= s and e <= m.start()), i)
            for i, p in enumerate(persons)
            if any(first <= s and e <= m.start() for s, e in p.spans)
        ]
        if not near:
            continue
        person = persons[max(near)[1]]
        start = m.start(1) + m.group(1).index(nick)
        person.mention(scene.text, (start, start + len(nick)))
        person.why(f"{nick!r} is told to be a nickname")
        for other in list(persons):
            if other is not person and other.spans and all(start <= s and e <= start + len(nick) for s, e in other.spans):
                persons.remove(other)
