"""Spans as a tagger leaves them, made into whole names and noun phrases again.

A neural tagger gets about one name in six wrong at an edge: "Coalition for" [Unity and Democracy], "Dr" [Alya’a], [Koonjoo-Shah]
"dwelt". What is changed here is only what the letters around the span decide.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.actors.geography import lookup
from dateline.actors.nominals import PRONOUNS
from dateline.actors.offices import courtesies, office_at_end
from dateline.actors.organizations import bodies, known_as, people
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed, parts, read, words
from dateline.record import Span

_LINK = re.compile(r"^(?:of|for|and|with|the|de|del|du|des|against|on|in|to|&|da|do|la)$", re.I)
_NEXT = re.compile(r"[ ]([^\W\d_][\w.’'-]*)", re.UNICODE)
_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*)[ ]$", re.UNICODE)
_CALENDAR = listed("repair_calendar")
_PARTICLES = listed("repair_particles")


_HELD_BY = re.compile(
    r"(?i)-(?:held|controlled|occupied|run|ruled|led|linked|affiliated|aligned|allied|backed|inspired|sponsored|supported|dominated|besieged)\b"
)  # "ISIL-held": who holds it


def whole_words(text: str, span: Span) -> Span:
    """The span out to the edges of the words it cuts; a possessive ending stays outside, "Jr" takes its full stop."""
    s, e = span
    while s > 0 and s < e and re.match(r"[\w][\w’'-]", text[s - 1 : s + 1]) and text[s].isalnum():
        s -= 1
    while s > 0 and text[s - 1] in "-’'" and s > 1 and text[s - 2].isalnum() and not re.match(r"s\b", text[s:]):
        s -= 1
        while s > 0 and text[s - 1].isalnum():
            s -= 1
    while e < len(text) and e > s and text[e].isalnum() and text[e - 1].isalnum():
        e += 1
    m = re.match(r"[-’'](?!s\b)[^\W\d_][\w’'-]*", text[e:])
    if m and text[e - 1 : e].isalnum() and not _HELD_BY.match(m.group()):
        e += m.end()
    if re.search(r"\b(?:Jr|Sr)$", text[s:e]) and text[e : e + 1] == ".":
        e += 1
    return s, e


@cache
def _class_words() -> frozenset[str]:
    """Words that end the names of organizations ("Council", "Party")."""
    listed = {w for text in read("words").values() for w in parts(text) if " " not in w}
    return frozenset(listed | {w for w in bodies() if " " not in w}) - {"news", "today", "star", "post", "times", "officials"}


def _title_only(name: str) -> bool:
    tokens = [t.strip(".,()").lower() for t in name.split()]
    return bool(tokens) and all(
        t in courtesies() or t in words("titles", "modifiers") or t in ("oc", "hon", "hrh", "hh") or (office_at_end([t]) or (0,))[0]
        for t in tokens
    )


def _surname_told(scene: Scene, at: int, word: str) -> bool:
    """Is a word for an office somebody's surname here ("Olivia King … King said")?"""
    if " " in word or re.search(r"(?i)\bthe\s+$", scene.text[max(0, at - 5) : at]):
        return False
    named = (scene.words((m.start, m.end)) for m in scene.mentions if m.label == "person" and m.form == "name")
    return any(name.endswith(f" {word}") and not _title_only(name) for name in named)


def _names_body(name: str) -> bool:
    """Is the last of several words one for a body ("Labour Party"), though each of them stands in titles too?"""
    tokens = name.lower().split()
    return len(tokens) > 1 and tokens[-1] in _class_words() and not office_at_end(tokens)


_NUMBERED = re.compile(
    r"(?:\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?)?\s\d{1,4}$"
)  # "Ana Pell 18", "Ana Pell Feb. 1"


def _starts_mention(scene: Scene, at: int) -> bool:
    return any(m.start == at and m.form == "name" and m.label not in ("date", "money") for m in scene.mentions)


_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,30}\s[-–—]+\s")  # "TAMSK - The minister": a span cut too early


def past_dateline(text: str, span: Span) -> Span:
    """The span without a dateline that it begins with."""
    s, e = span
    opening = _DATELINE.match(text, s, e) if s == 0 or text[s - 1] == "\n" else None
    return (opening.end(), e) if opening else span


def repair_name(scene: Scene, span: Span, label: str) -> Span | None:
    """A name made whole, or None when nothing of a name is in it ("Mr" with no name after it)."""
    text = scene.text
    s, e = whole_words(text, past_dateline(text, span))
    halves = text[s:e].split("-")
    if len(halves) == 2 and all(h in scene.surnames for h in halves):
        return None  # "the Okello-Brandt talks" are two persons'
    if re.search(r"(?:\b|^)(?:anti|pro|non|pre|post|ex)-$", text[max(0, s - 6) : s], re.I):
        return None
    hyphen = re.match(r"(?:anti|pro|non|pre|post)-\w+", text[s:e], re.I)
    if hyphen and hyphen.end() == e - s:
        return None
    stray = re.search(r"(?:[\s(]+|(?<=\w)\))$", text[s:e])
    if stray and text[s:e].count("(") != text[s:e].count(")"):
        e -= len(stray.group())
    limit = scene.bounds(s)[1]
    if label == "person":
        if (age := _NUMBERED.search(text[s:e])) and age.start():
            return s, s + age.start()  # his age or a day
        tokens = text[s:e].split(" ")
        while (
            len(tokens) > 1
            and tokens[-1][:1].islower()
            and tokens[-1].lower() not in _PARTICLES
            and not tokens[-1].startswith(("al-", "el-"))
        ):
            e -= len(tokens[-1]) + 1
            tokens.pop()
        only = _title_only(text[s:e])
        grown = 0
        while grown < 3 and (m := _NEXT.match(text, e)) and m.end() <= limit:
            word = m.group(1)
            if not _may_follow(scene, word, m.start(1)) and not (only and _starts_mention(scene, m.start(1))):
                break
            if not only and (len(text[s:e].split()) + grown > 2 or _starts_mention(scene, m.start(1))):
                break
            e = m.end()
            grown += 1
            if word.endswith((",", ".")) and len(word) > 2:
                e -= 1
                break
        if only and not grown and not _surname_told(scene, s, text[s:e]):
            return None
        possessive = re.search(r"['’]s$", text[s:e])
        if possessive:
            e -= 2
        return s, e
    # Organizations: on over "of/for/and" and capitals, and over capitals that end in a word for a body.
    while True:
        m = re.search(r"[ ](\S+)$", text[s:e])
        last = m.group(1) if m else text[s:e]
        if not _LINK.match(last):
            break
        more = re.match(r"[ ](?:the\s+)?[A-Z][\w’'-]*(?:[ ](?:and|of|for|the)?[ ]?[A-Z][\w’'-]*){0,4}", text[e:limit])
        if more and more.end() > 1:
            e += more.end()
            break
        if m is None:
            return None
        e = s + m.start()
    tail = re.match(r"(?:[ ][A-Z][\w’'-]*){1,4}", text[e:limit])
    if tail and label == "organization" and not known_as(text[s:e]):
        tokens = tail.group().split()
        for n in range(len(tokens), 0, -1):
            if re.sub(r"['’]s$", "", tokens[n - 1]).lower() in _class_words() and not office_at_end(tokens[:n]):
                e += len(" ".join(tokens[:n])) + 1
                break
    titles = _title_only(text[s:e]) and not _names_body(text[s:e])
    if titles or text[s:e].count("(") != text[s:e].count(")"):
        cut = text[s:e].split(")" if ")" in text[s:e] else "(")[0].rstrip()
        if titles or not cut:
            return None
        e = s + len(cut)
    return s, e


def _may_follow(scene: Scene, word: str, at: int) -> bool:
    """May this word go on a person's name?"""
    low = re.sub(r"['’]s$", "", word).lower().rstrip(".,")
    if (
        not word[0].isupper()
        or low in _CALENDAR
        or low in _class_words()
        or lookup(word)
        or low in ("he", "she", "it", "they", "the", "in", "on", "at", "i", "we", "but", "and", "a", "his", "her", "who")
    ):
        return False
    if office_at_end([word]) or low in words("titles", "modifiers") or any(a <= at < b for a, b in scene.headlines):
        return False
    return not any(m.start <= at < m.end and m.label != "person" and m.form == "name" for m in scene.mentions)


_HANGING = re.compile(
    r"(?:^|\s)(?:[\w-]+-(?:based|born|led|backed|controlled|held|ruled|funded|run|owned)|the|a|an|of|for|and|or|in|at|to|by|with|from|his|her|its|their|some|many|all"
    r"|at least|about|around|more than|nearly|over|other|several|two|three|four|five|six|seven|eight|nine|ten|one|\d+"
    r"|local|political|senior|former|new|armed|massive|military|international|major|foreign|young|world)$",
    re.I,
)
_NOUN_ALONE = re.compile(r"(?i)(?:the|its|their|our|[A-Z][\w-]+['’]s)\s+(?:\w+\s+)?military")  # "the military" is somebody, nothing hangs
_STOP_WORD = re.compile(
    r"^(?:said|says|told|was|were|is|are|has|have|had|will|would|who|which|that|by|to|from|with|against|after|before|when|while|as|but|on|at|during|under)$",
    re.I,
)


@cache
def _heads() -> frozenset[str]:
    return frozenset(w for w in [*people(), *bodies()] if " " not in w)


_DEMONYM = re.compile(r"(?:(?i:the|an?|another)\s+)?([A-Z]\w*[^s\W])")
_PLACED = (" capital", " city", " town", " village", " province", " region", " border", " coast")


def _noun_behind(scene: Scene, at: int, limit: int) -> int | None:
    """Where the noun of people or of an office ends that follows within four small words."""
    text, end = scene.text, at
    for token in re.finditer(r" ([a-z]+)\b", text[at:limit]):
        if at + token.start() != end or end - at > 40 or _STOP_WORD.match(token[1]) or at + token.start(1) in scene.telling:
            return None
        end = at + token.end()
        if token[1] in _heads() or office_at_end([token[1]]):
            return end
    return None


def repair_role(scene: Scene, span: Span) -> Span | None:
    """A role's noun phrase made whole ("at least two" [policemen], "the" [Taliban]); None when no party can be found in it."""
    text = scene.text
    s, e = whole_words(text, span)
    limit = scene.bounds(s)[1]
    cut = next((m for m in scene.mentions if m.form == "name" and m.label in ("person", "organization") and s <= m.start < e < m.end), None)
    if cut is not None:
        e = cut.end  # "Foreign Minister Wang" [Yi]
    words_ = text[s:e]
    if demonym := _DEMONYM.fullmatch(words_):
        if text.startswith(_PLACED, e):
            return None  # "in Ankara, the Turkish" [capital]
        if (word := lookup(demonym[1])) and word.how == "people" and (end := _noun_behind(scene, e, limit)):
            return s, end  # "A Turkish" [policeman], "a Syrian" [human rights activist]
    bare = re.sub(r"^(?:the|The|a|A)\s+", "", words_)
    if len(bare.split()) > 1 and lookup(bare.split()[0]):
        bare = bare.split(maxsplit=1)[1]  # "Ruvian Foreign Minister" [Wang Yi]
    if _title_only(bare) and words_.lower() not in PRONOUNS:  # "President" [Rodrigo Chaves]
        after = next((m for m in scene.mentions if m.start == e + 1 and m.label == "person" and m.form == "name" and text[e] == " "), None)
        if after and after.end <= limit:
            return s, after.end
    if _HANGING.search(words_) or (re.search(r"['’]s?$", words_) and not lookup(words_)):
        end = _past_hanging(scene, (s, e), limit)
        if end is None:
            while _HANGING.search(text[s:e].strip()) and not _NOUN_ALONE.fullmatch(text[s:e].strip()):
                shorter = _HANGING.sub("", text[s:e]).rstrip()
                if shorter == text[s:e]:
                    break
                e = s + len(shorter)
            if e <= s:
                return None
        else:
            e = end
    s, e = _to_its_head(scene, (s, e), limit)
    return (s, e) if any(c.isalnum() for c in text[s:e]) else None


def _past_hanging(scene: Scene, span: Span, limit: int) -> int | None:
    """Where the next name or noun of people, a body or an office ends, up to five words behind a phrase that cannot end there ("some of the" [villagers])."""
    text, at = scene.text, span[1]
    m = re.match(r"(?:[ ][^\s,.;:!?\"“”()]+){1,5}", text[at:limit])
    for token in m.group().split(" ")[1:] if m else ():
        start = at + 1
        at = start + len(token)
        if _STOP_WORD.match(token) or start in scene.telling:
            return None
        named = next((x for x in scene.mentions if x.start == start and x.form == "name" and x.label not in ("date", "money")), None)
        if named and named.label != "nationality":
            return max(named.end, at)
        if re.sub(r"['’]s?$", "", token).lower() in _heads() or known_as(token) or office_at_end([token]):
            return span[0] + len(text[span[0] : at].rstrip("'’"))
    return None


_TRAILING = re.compile(r"[\s,]+(?:within|such|who|which|that|to be|to|as well|as|by|categorically|\w+ly)$")


_NEXT_WORD = re.compile(r" ([A-Z]?[a-z]+|[A-Z][A-Z]s)\b")


def _to_its_head(scene: Scene, span: Span, limit: int) -> Span:
    """The noun phrase on to the noun that heads it ("massive police" [forces]), without words that open what comes next ("people who")."""
    text, (s, e) = scene.text, span
    while (m := _TRAILING.search(text[s:e])) and m.start() > 0 and text[s:e].lower() not in PRONOUNS:
        e = s + m.start()
    if text[s:e].lower() in PRONOUNS or any(
        (x.start, x.end) == (s, e) and x.label == "person" and x.form == "name" for x in scene.mentions
    ):
        return s, e
    while (m := _NEXT_WORD.match(text, e, limit)) and m.start(1) not in scene.telling and not re.search(r"['’]s?$", text[s:e]):
        word = m[1].lower()
        if not {word, word.removesuffix("s")} & _heads() and f"{word}s" not in people():  # a protester is one of the protesters
            break
        e = m.end()
    return s, e
