"""What speaks for a description and somebody told of elsewhere being one: features in plain words.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in
from dateline.actors.nominals import read_phrase
from dateline.actors.offices import post, read_office
from dateline.actors.referring import of_a_body
from dateline.actors.scene import Scene
from dateline.reader.reading import DEED

FAR = 99  # sentences: nowhere near
CLASSES = {"person": "person", "organization": "body", "group": "body", "population": "crowd", "state": "state"}
_EMPTY = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "for",
        "to",
        "at",
        "on",
        "by",
        "with",
        "from",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "these",
        "those",
        "some",
        "other",
        "two",
        "three",
    )
)
_NUMBER = re.compile(r"\d+|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?")
_DETERMINERS = {
    **dict.fromkeys(("the",), "the"),
    **dict.fromkeys(("a", "an", "another", "one", "some", "any", "several", "many", "other"), "a"),
    **dict.fromkeys(("this", "that", "these", "those"), "this"),
    **dict.fromkeys(("his", "her", "its", "their", "our", "my"), "his"),
    **dict.fromkeys(("all", "both"), "all"),
}


@lru_cache(maxsize=4096)
def content(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of descriptions and names that mean something, in lower case, without a plural's or owner's ending."""
    words = (re.sub(r"['’]s?$", "", w) for t in texts for w in re.findall(r"[\w’'-]+", t.lower()))
    return frozenset(w[:-1] if w.endswith("s") and len(w) > 4 and not w.endswith("ss") else w for w in words if w not in _EMPTY)


def determiner_of(words: str) -> str:
    """How a description begins: "the", "a", "this", "his", "all", "number", "owner" or "bare"."""
    if re.match(r"(?:[\w-]+\s){0,3}[\w-]+['’]s?\s", words):
        return "owner"
    first = words.split()[0].lower() if words.split() else ""
    return _DETERMINERS.get(first, "number" if _NUMBER.fullmatch(first) else "bare")


class Told:
    """A description as it stands among everybody else."""

    def __init__(self, scene: Scene, cast: Cast, draft: Draft) -> None:
        self.scene, self.draft = scene, draft
        self.at = draft.first
        self.number = scene.sentence(self.at)
        self.others = [d for d in cast.drafts if d is not draft and d.spans]
        self.distance = {id(d): self.away(d) for d in self.others}
        self.near: dict[str, list[int]] = {}  # by class: the distances
        self.most: dict[str, int] = {}  # by class: the mentions of who is told of most
        for d in self.others:
            class_ = CLASSES[d.kind]
            self.near.setdefault(class_, []).append(self.distance[id(d)])
            self.most[class_] = max(self.most.get(class_, 0), len(d.spans))
        self.words = next(iter(draft.surfaces), draft.noun or "")
        self.class_ = CLASSES[draft.kind]
        self.determiner = determiner_of(self.words)
        phrase = read_phrase(self.words)
        self.noun = post((draft.noun or (phrase.noun if phrase else "")).split()[-1]) if (draft.noun or phrase) else ""
        self.content = content(tuple(draft.surfaces))
        self.numbers = frozenset(_NUMBER.findall(" ".join(draft.surfaces).lower()))

    def away(self, other: Draft) -> int:
        """How many sentences lie between the description and the nearest mention before it, or FAR and more after it."""
        last = other.last_before(self.at)
        if last is not None:
            return self.number - self.scene.sentence(last)
        return FAR + self.scene.sentence(other.first) - self.number


def _step(away: int) -> str:
    if away >= FAR:
        later = away - FAR
        return "told only later, in the sentence" if later == 0 else "told only later, near" if later <= 2 else "told only later"
    if away <= 2:
        return f"told {('in the sentence', 'one sentence before', 'two sentences before')[away]}"
    return "told some sentences before" if away <= 6 else "told far before"


def of_nobody(told: Told) -> list[str]:
    """What speaks for a description being a party of its own."""
    c = told.class_
    out = ["nobody", f"nobody: {c}", f"nobody: {told.determiner}", f"nobody: {told.determiner} {c}", f"nobody: “{told.noun}”"]
    out.append(f"nobody: told {'once' if len(told.draft.spans) == 1 else 'again'}")
    if len(told.words.split()) > 4:
        out.append("nobody: many words")
    if told.numbers:
        out.append("nobody: numbered")
    return out


def likeness_told(told: Told, other: Draft) -> list[str]:
    """What speaks for or against the description being `other`."""
    draft, c = told.draft, told.class_
    pair = f"{c} as {'named ' if other.named else ''}{CLASSES[other.kind]}"
    out = ["somebody", pair, f"{pair}, {told.determiner}"]
    away = told.distance[id(other)]
    out += [_step(away), f"{_step(away)}, {told.determiner}"]
    out += [f"{pair}, {x}" for x in _words(told, other)]
    _standing(told, other, away, out)
    _roles(told, other, out)
    for name in ("country", "sector"):
        mine, its = getattr(draft, name), getattr(other, name)
        word = "unknown" if not mine or not its else "same" if mine == its else "other"
        out += [f"{word} {name}", f"{word} {name}, {pair}"]
    if draft.gender and other.gender and draft.gender != other.gender:
        out.append("of the other sex")
    if draft.kind == "person" and draft.plural:
        out.append("plural person")
    mine = read_office(told.words)
    held = [o for t in other.titles.values() if (o := read_office(t))]
    if mine and held and all(o.former != mine.former for o in held):
        out.append("one a former office, one not")
    if mine and held and all(of_a_body(t) for t in other.titles.values()) and country_in(told.words, capitals=False):
        out.append("one of a country, one of a body")
    return out


def _words(told: Told, other: Draft) -> list[str]:
    """What the words have in common."""
    names, described = content(tuple(other.name_texts)), content((*other.surfaces, *other.titles.values()))
    out = []
    titles = {post(o.head.split()[-1]) for t in other.titles.values() if (o := read_office(t))}
    nouns = {post(other.noun.split()[-1])} if other.noun else set()
    head = told.noun.rstrip("s") if len(told.noun) > 4 else told.noun
    if told.noun and told.noun in titles:
        out.append("its title")
    if told.noun and told.noun in nouns:
        out.append("its noun")
    if head and (head in names or (len(head) >= 5 and any(n.startswith(head[:5]) for n in names))):
        out.append("noun in its name")
    elif head and head in described:
        out.append("noun in its words")
    shared = told.content & (names | described)
    rest = told.content - names - described - {head}
    if told.words.lower() in {s.lower() for s in (*other.surfaces, *other.name_texts)}:
        out.append("the very words")
    out.append("all words shared" if shared and not told.content - shared else "words shared" if shared - {head} else "no word shared")
    if rest:
        out.append("words of its own")
    if not other.named:
        out.append(f"{told.determiner} after {determiner_of(next(iter(other.surfaces), ''))}")
        if rest and content(tuple(other.surfaces)) - told.content - {head}:
            out.append("each with words of its own")
    theirs = frozenset(_NUMBER.findall(" ".join(other.surfaces).lower()))
    if told.numbers and theirs:
        out.append("same number" if told.numbers & theirs else "other number")
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", told.words) if w[0].isupper())
    if len(initials) > 2 and initials in other.name_texts:
        out.append("its initials")
    return out


def _within(before: str, after: str) -> str:
    """How the other's name stands within the description, by the words around it."""
    word = re.search(r"(\w+)\s+(?:the\s+)?$", before)
    if re.match(r"['’]s?\s", after):
        return "its name within, an owner's"
    if word and word[1].lower() in ("of", "by", "for", "from", "in", "with", "to"):
        return f"its name within, after “{word[1].lower()}”"
    return "its name within, at the end" if not after.strip() else "its name within"


def _standing(told: Told, other: Draft, away: int, out: list[str]) -> None:
    """Where the two stand to one another, and how much is told of the other."""
    scene, draft = told.scene, told.draft
    near = told.near[CLASSES[other.kind]]
    if away < FAR:
        out.append("nearest of its kind" if away == min(near) else "others of its kind nearer")
        if sum(a <= 3 for a in near) == 1 and away <= 3:
            out.append("the only one of its kind near")
    n = len(other.spans)
    out.append(f"told {'once' if n == 1 else 'twice' if n == 2 else 'often' if n <= 6 else 'very often'}")
    if n == told.most[CLASSES[other.kind]]:
        out.append("told of most of its kind")
    if scene.sentence(other.first) <= 1:
        out.append("in the lead")
    within = [s for s in other.spans for mine in draft.spans if s != mine and mine[0] <= s[0] and s[1] <= mine[1]]
    around = [s for s in other.spans for mine in draft.spans if s != mine and s[0] <= mine[0] and mine[1] <= s[1]]
    if within:
        inner = within[0]
        mine = next(m for m in draft.spans if m[0] <= inner[0] and inner[1] <= m[1])
        how = _within(scene.text[mine[0] : inner[0]], scene.text[inner[1] : mine[1]])
        out += [how, f"{how}: “{told.noun}”", f"{how}, {told.class_} as {CLASSES[other.kind]}"]
    if around:
        out.append("within its words")
    if not within and not around:
        ends = sorted(s for s, _ in other.spans)
        for s, _ in draft.spans[:6]:
            a, b = scene.bounds(s)
            k = bisect_left(ends, a)
            if k < len(ends) and ends[k] < b and away != FAR:
                out.append("together in a sentence")
                break
        for m in draft.spans[:6]:
            beside = next((o for o in other.spans if 0 <= max(m[0] - o[1], o[0] - m[1]) < 4), None)
            if beside:
                gap = scene.text[min(beside[1], m[1]) : max(beside[0], m[0])]
                out.append("side by side" + (", after a comma" if "," in gap else ""))
                break


def _roles(told: Told, other: Draft, out: list[str]) -> None:
    """What the two do in the deeds and sayings."""
    fills = told.scene.fills
    mine = {number: name for s in told.draft.spans for number, name in fills.get(s, ())}
    its = [(number, name) for s in other.spans for number, name in fills.get(s, ())]
    shared = next(((mine[number], name) for number, name in its if number in mine), None)
    if shared:
        out.append("in one deed" if shared[0] == shared[1] else "on two sides of a deed")
    frames = told.scene.frames
    kinds = {(frames[number].type, name) for number, name in mine.items() if frames[number].kind == DEED}
    if any((frames[number].type, name) in kinds for number, name in its if number not in mine and frames[number].kind == DEED):
        out.append("does or suffers such a deed too")
    subject = told.number - 1
    if any(told.scene.sentence(s[0]) == subject for s in other.spans if s in told.scene.subjects):
        out.append("subject of the sentence before")
