"""Well-known organizations and armed groups, and what the words of a name tell of the ones that are not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.actors.folding import fold
from dateline.actors.vocabulary import parts, read


@dataclass(frozen=True, slots=True)
class Known:
    """A well-known organization or group. `names` starts with the usual one; `country` None: of no one country."""

    names: tuple[str, ...]
    kind: str
    country: str | None
    sector: str


def plain(name: str) -> str:
    """A name for looking up: folded, without article and possessive."""
    name = re.sub(r"['’]s$", "", name.strip())
    folded = fold(name)
    return re.sub(r"^(?:the|el|la|le|il|der|die|das) (?=\w)", "", folded) if name[:4].lower() == "the " else folded


@cache
def _table() -> dict[str, Known]:
    table: dict[str, Known] = {}
    for kind, sectors in (("group", read("organizations")["groups"]), ("organization", read("organizations")["organizations"])):
        for sector, countries in sectors.items():
            for country, text in countries.items():
                for entry in parts(text, by=";"):
                    names = parts(entry)
                    known = Known(names, kind, None if country == "-" else country, sector)
                    for name in names:
                        table.setdefault(_key(name), known)
    return table


def _key(name: str) -> str:
    return name if _short(name) else plain(name)


def _short(name: str) -> bool:
    return len(name) <= 6 and name.upper() == name


def known_as(name: str) -> Known | None:
    """The well-known organization of this name, or None. Acronyms must stand in capitals."""
    bare = re.sub(r"^the\s+", "", re.sub(r"['’]s?$", "", name.strip()), flags=re.I)
    return _table().get(bare) or _table().get(plain(bare)) if len(bare) > 1 else None


@cache
def _words() -> dict[str, tuple[str, int]]:
    """A word or phrase of a name -> (sector, the rank of the sector in the file: a later sector is the weaker evidence)."""
    return {fold(w): (sector, rank) for rank, (sector, text) in enumerate(read("words").items()) for w in parts(text)}


def sector_of_name(name: str) -> str | None:
    """The sector that the words of an organization's name give: the longest phrase, then the one nearest the head of the name."""
    tokens = fold(name).split()
    best: tuple[int, float, str] | None = None
    head = next((i for i, t in enumerate(tokens) if t in ("of", "for", "in", "to", "against", "on", "de", "del", "da", "di", "des") and i), len(tokens))
    for i in range(len(tokens)):
        for n in range(min(6, len(tokens) - i), 0, -1):
            phrase = " ".join(tokens[i : i + n])
            hit = _words().get(phrase) or _words().get(phrase.rstrip("s"))
            if hit:
                near = -abs(head - (i + n)) - (0.5 if i >= head else 0)
                rank = (n, near, hit[0])
                if best is None or rank[:2] > best[:2]:
                    best = rank
                break
    return best[2] if best else None


@cache
def bodies() -> dict[str, str]:
    """Nouns for one body ("court") with their sector."""
    return {w: sector for sector, text in read("nouns")["bodies"].items() for w in parts(text)}


@cache
def people() -> dict[str, str]:
    """Nouns for unnamed people ("protesters") with their sector."""
    return {w: sector for sector, text in read("nouns")["people"].items() for w in parts(text)}


def acronym_of(short: str, full: str) -> bool:
    """Do the initials of `full` spell `short` ("ICC", "International Criminal Court"; "ACC", "Anti-Corruption Commission")? Small words may be left out
    and a word may give two letters ("Interpol" is no acronym)."""
    letters = re.sub(r"[^A-Z]", "", short)
    if not 2 <= len(letters) <= 10 or len(letters) < 0.6 * len(short.replace(".", "").replace("-", "")):
        return False
    content = [w for w in re.split(r"[\s\-/]+", full) if w and w[0].isalnum()]
    small = {"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "el", "y", "&", "des", "du", "da", "dos", "al", "a", "against", "at", "with"}
    initials = "".join(w[0] for w in content if w.lower() not in small).upper()
    every = "".join(w[0] for w in content).upper()
    if letters in (initials, every):
        return True
    if len(letters) >= 3 and _spelled(letters, content):
        return True
    return len(letters) >= 3 and len(initials) >= 3 and (initials.startswith(letters) or letters.startswith(initials))


def _spelled(letters: str, words: list[str]) -> bool:
    """Are the letters found in order, the first of each word or next to one already taken, with every capitalized word touched?"""
    at = 0
    touched = 0
    capitals = [w for w in words if w[0].isupper()]
    for word in capitals:
        took = 0
        for c in word.upper():
            if at < len(letters) and c == letters[at] and (took or word.upper().startswith(c)):
                at += 1
                took += 1
            elif took >= 2:
                break
        touched += bool(took)
    return at == len(letters) and touched >= max(2, len(capitals) - 1)
