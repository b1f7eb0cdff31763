"""Well-known organizations and armed groups, and what the words of a name tell of the ones that are not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.actors.folding import fold, skeleton
from dateline.actors.vocabulary import listed, parts, read
from dateline.reader.initials import initials


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
    """The well-known organization of this name, or None. Acronyms must stand in capitals; long names may be spelt a little otherwise."""
    bare = re.sub(r"^the\s+", "", re.sub(r"['’]s?$", "", name.strip()), flags=re.I)
    if len(bare) < 2:
        return None
    found = _table().get(bare) or _table().get(plain(bare))
    if found is None and len(bare) >= 12 and " " in bare:
        found = _by_sound().get(_heard(bare))
    return found


@cache
def known_ends() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words, folded, of all well-known names of several words."""
    several = [plain(name).split() for known in set(_table().values()) for name in known.names if " " in name.strip()]
    return frozenset(w[0] for w in several if w), frozenset(w[-1] for w in several if w)


def _heard(name: str) -> str:
    return " ".join(skeleton(t) for t in plain(name).split())


@cache
def _by_sound() -> dict[str, Known]:
    table: dict[str, Known] = {}
    for name, known in _table().items():
        if len(name) >= 12 and " " in name:
            table.setdefault(_heard(name), known)
    return table


_COMMON = listed("organizations_common")
_TOLD_APART = listed("organizations_told_apart")
# Words that many kinds of bodies bear: they decide only where nothing else does.
_WEAK = listed("organizations_weak")


def common(known: Known, name: str) -> bool:
    """Is this a name that bodies of several countries bear ("Democratic Party", "CBS"), so that it only counts in its own country?"""
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.I)
    if known.country is None or bare in _TOLD_APART:
        return False
    if _short(bare) and len(bare) <= 4:
        return True
    return all(t in _COMMON or t in _WEAK for t in fold(bare).split())


@cache
def _words() -> dict[str, tuple[str, int]]:
    """A word or phrase of a name -> (sector, the rank of the sector in the file: a later sector is the weaker evidence)."""
    return {fold(w): (sector, rank) for rank, (sector, text) in enumerate(read("words").items()) for w in parts(text)}


def sector_of_name(name: str) -> str | None:
    """The sector that the words of an organization's name give: the longest phrase, then the one nearest the head of the name."""
    tokens = fold(name).split()
    best: tuple[float, float, str] | None = None
    head = next(
        (i for i, t in enumerate(tokens) if t in ("of", "for", "in", "to", "against", "on", "de", "del", "da", "di", "des") and i),
        len(tokens),
    )
    for i in range(len(tokens)):
        for n in range(min(6, len(tokens) - i), 0, -1):
            phrase = " ".join(tokens[i : i + n])
            hit = _words().get(phrase) or _words().get(phrase.rstrip("s"))
            if hit:
                near = -abs(head - (i + n)) - (0.5 if i >= head else 0)
                rank = (n - (1.5 if phrase in _WEAK else 0), near, hit[0])
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
    """Do the initials of `full` spell `short` ("ICC", "International Criminal Court"; "ACC", "Anti-Corruption Commission")?

    Small words may be left out and a word may give two letters ("Interpol" is no acronym).
    """
    letters = re.sub(r"[^A-Z]", "", short)
    if not 2 <= len(letters) <= 10 or len(letters) < 0.6 * len(short.replace(".", "").replace("-", "")):
        return False
    content = [w for w in re.split(r"[\s\-/]+", full) if w and w[0].isalnum()]
    first = initials(full)
    every = "".join(w[0] for w in content).upper()
    if letters in (first, every):
        return True
    if len(letters) >= 3 and _spelled(letters, content):
        return True
    return len(letters) >= 3 and len(first) >= 3 and (first.startswith(letters) or letters.startswith(first))


def _spelled(letters: str, words: list[str]) -> bool:
    """Are the letters found in order, the first of each word or next to one already taken, with every capitalized word touched?"""
    at = 0
    touched = 0
    capitals = [w for w in words if w[0].isupper()]
    for word in capitals:
        took = 0
        for c in fold(word).upper():
            if at < len(letters) and c == letters[at]:
                at += 1
                took += 1
            else:
                break
        touched += bool(took)
    return at == len(letters) and touched >= max(2, len(capitals) - (len(capitals) > 3))


def drawn_from(short: str, full: str) -> bool:
    """Is a short name made of letters of the full one in their order, from its first on ("Cenidh", "Centro Nicaragüense de Derechos Humanos")?

    Only for a short name in brackets behind the full one: anywhere else too much would fit.
    """
    letters, rest = fold(short).replace(" ", ""), iter(fold(full).replace(" ", ""))
    return len(letters) >= 3 and letters[0] == fold(full)[:1] and all(c in rest for c in letters)
