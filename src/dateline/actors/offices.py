"""Titles and descriptions of one person: where they stand around a name, what sector they give, whether they are over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.actors.geography import lookup
from dateline.actors.organizations import bodies
from dateline.actors.vocabulary import listed, parts, read, words

_TOKEN = re.compile(r"[\w][\w.&’'/-]*|[,()“”\"]", re.UNICODE)


@cache
def _offices() -> dict[str, str | None]:
    known: dict[str, str | None] = dict.fromkeys(parts(read("titles")["bare"]))
    for sector, text in read("titles")["offices"].items():
        for phrase in parts(text):
            known[phrase.lower()] = sector
    return known


@cache
def _longest() -> int:
    return max(len(k.split()) for k in _offices())


@cache
def courtesies() -> dict[str, str]:
    """A courtesy before a name and the gender it tells ("male", "female", "none")."""
    table: dict[str, str] = {}
    for gender, text in read("titles")["courtesies"].items():
        for word in parts(text):
            table[word.lower()] = gender
    return table


def modifier(word: str) -> bool:
    """May this word stand inside a title ("First", "Deputy", "Afghan", "Kenya's") without being one?"""
    w = word.lower().strip(".,")
    if w in words("titles", "modifiers") or w in courtesies():
        return True
    if "-" in w and (
        w.split("-")[0] in words("titles", "modifiers")
        or w.endswith(("-based", "-born", "-elect", "-old", "-backed", "-general", "-designate"))
    ):
        return True
    return lookup(word) is not None


@dataclass(frozen=True, slots=True)
class Office:
    """The head phrase of a title ("prime minister"), its sector (None: it has none of its own) and whether it is over ("former")."""

    head: str
    sector: str | None
    former: bool


def office_at_end(tokens: list[str]) -> tuple[int, str] | None:
    """How many of the last tokens are a title's head phrase, and that phrase; the longest wins."""
    low = [t.lower().rstrip(".") for t in tokens]
    for n in range(min(_longest(), len(low)), 0, -1):
        phrase = " ".join(low[-n:])
        if phrase in _offices():
            return n, phrase
    return None


@lru_cache(maxsize=4096)
def read_office(text: str) -> Office | None:
    """The office that a title or description tells ("a former deputy spokesman for the police" is a spokesman, former).

    The head before "of/for/at/in/who" counts; None when there is none.
    """
    core = re.split(r"\b(?:of|for|at|in|on|to|who|which|from|with|and|by)\b|[,(]", text, maxsplit=1)[0].strip()
    tokens = [t for t in _TOKEN.findall(core) if t[0].isalnum()]
    tokens = [re.sub(r"['’]s$", "", t) for t in tokens]
    former = any(t.lower() in words("titles", "former") or t.lower().startswith(("ex-", "then-")) for t in _TOKEN.findall(text)[:8])
    whole = text.lower()
    for phrase in sorted(listed("offices_phrases")):
        if phrase in whole and phrase in _offices():
            return Office(phrase, _offices()[phrase], former)
    if not tokens:
        return None
    hit = office_at_end([t.lower().removeprefix("ex-").removeprefix("then-") for t in tokens])
    if hit is None:
        opening = [t for t in tokens if t.lower() not in ("the", "a", "an", "his", "her", "its")]
        hit = next((h for n in range(min(4, len(opening)), 0, -1) if (h := office_at_end(opening[:n])) and h[0] == n), None)
    if hit is None or (hit[1] in ("criminal", "general", "chief", "major", "representative") and hit[1] != tokens[-1].lower()):
        return None
    if courtesies().get(hit[1]) == "none" and (before := office_at_end(tokens[: -hit[0]])):
        hit = before  # "Prime Minister Gen": the rank goes with the name
    sector = _offices()[hit[1]]
    if hit[1] in KIN and re.search(r"\bof\b", text):
        sector = None  # "the son of General Massoud" tells whose, not what he does
    return Office(hit[1], sector, former)


@cache
def _posts() -> dict[str, str]:
    return {head: heads[0] for group in parts(read("titles")["alike"], by=";") if (heads := parts(group)) for head in heads}


def post(head: str) -> str:
    """One word for the heads of titles that mean one post: "premier" and "prime minister" are the same."""
    return _posts().get(head, head)


KIN = listed("offices_kin")


def sector_of_office(office: Office) -> str | None:
    """Offices of state that are over make their bearer one of the elite."""
    return "ELI" if office.former and office.sector in ("GOV", "ELI") else office.sector


def title_before(text: str, start: int, floor: int) -> tuple[int, int] | None:
    """The span of the title that stands right before a name at `start` ("Kenya's recently elected President,").

    Nothing before `floor` is looked at. None when no title's head touches the name.
    """
    left = text[floor:start]
    if "\n" in left:
        floor += left.rindex("\n") + 1
        left = text[floor:start]
    left = re.sub(r"\([^()]*\)", lambda m: " " * len(m.group()), left)  # "the Democratic Party (DP) president"
    tokens = list(_TOKEN.finditer(left))
    end = len(tokens)
    if end > 1 and tokens[end - 2].group() == "," and tokens[end - 1].group().lower().rstrip(".") in courtesies():
        end -= 1  # "the Ambassador of Egypt, Dr Samir"
    if end and tokens[end - 1].group() == ",":
        end -= 1
        comma = True
    else:
        comma = False
    stop = next((i for i in range(end - 1, -1, -1) if tokens[i].group() in ',()“”"'), -1)
    run = tokens[stop + 1 : end]
    courtesy = 0
    while run and run[len(run) - 1 - courtesy].group().lower().rstrip(".") in courtesies() and courtesy < len(run) - 1:
        courtesy += 1
    hit, used = None, 0
    for drop in range(courtesy + 1):
        cut = run[: len(run) - drop]
        hit = office_at_end([t.group() for t in cut])
        if hit:
            used = drop
            break
    if not hit:
        return _with_complement(run, left, floor) or (_opening(run, left, floor, comma=comma) if stop == -1 else None)
    first = len(run) - used - hit[0]
    if comma and hit[0] == len(run) - used and first == 0 and not run[0].group()[0].isupper():
        return None
    first = _extend(run, first, left)
    if comma and first > 0 and run[first - 1].group().lower() not in _OPENERS:
        return None
    head = run[first : len(run) - used]
    return floor + head[0].start(), floor + head[-1].end()


# Words that a title may follow when a comma parts it from the name.
_OPENERS = listed("offices_openers")
_LINKS = listed("offices_links")
_SEATS = listed("offices_seats")  # "officer-in-charge of Harbour police station" Maria Lopez


def _with_complement(run: list[re.Match[str]], left: str, floor: int) -> tuple[int, int] | None:
    """ "UAE Ambassador in Cairo", "general secretary of Bangladesh Adivasi Forum": a head, "of/for/in/at", capitals up to the name."""
    best: int | None = None
    i = len(run) - 1
    while i > 0 and (
        run[i].group()[0].isupper()
        or run[i].group().lower() in _LINKS
        or run[i].group() in words("titles", "modifiers")
        or (run[i].group() in _SEATS and i > 1)
    ):
        if run[i].group() in ("of", "for", "in", "at", "to") and i + 1 < len(run) and run[i].group() != run[-1].group():
            hit = office_at_end([t.group() for t in run[:i]])
            if hit and _only_a_title(run[i + 1 :]):
                return None  # "a former aide to Sen." Ana Pell: the name is that of whom he helped
            if hit:
                best = i - hit[0]
                i -= hit[0]
                continue
        i -= 1
    if best is None or run[-1].group().lower() in _LINKS:
        return None
    first = _extend(run, best, left)
    return floor + run[first].start(), floor + run[-1].end()


def _only_a_title(words: list[re.Match[str]]) -> bool:
    low = [w.group().lower().rstrip(".") for w in words]
    hit = office_at_end(low)
    return all(w in courtesies() for w in low) or (hit is not None and hit[0] == len(low))


_OPENING = re.compile(r"(?i)(?:the|an?|its|their|his|her)\s+(.+?)\s(?:(?:of|for)\s(?:the|its|their|this|that)|on)\s(?-i:[a-z])[\w -]*$")


def _opening(run: list[re.Match[str]], left: str, floor: int, *, comma: bool) -> tuple[int, int] | None:
    """ "The spokesman of the movement, Dr." where it opens the sentence: a head of which hangs something that has no capitals; without a comma a body."""
    words = left[run[0].start() : run[-1].end()] if run else ""
    m = _OPENING.match(words)
    if not comma and run and run[-1].group() not in bodies():
        return None
    if not m or left[: run[0].start()].strip(" \n“”\"‘’'") or office_at_end(m.group(1).split()) is None or len(m.group(1).split()) > 4:
        return None
    return floor + run[0].start(), floor + run[-1].end()


def _extend(run: list[re.Match[str]], first: int, left: str) -> int:
    """Leftwards over modifiers and capitalized words that touch the title's head."""
    while first > 0:
        word = run[first - 1].group()
        gap = left[run[first - 1].end() : run[first].start()]
        if gap.strip() or (word.endswith((".", ",")) and not re.fullmatch(r"(?:[A-Z]\.)+|[A-Z][a-z]{1,4}\.", word)):
            break
        low = word.lower()
        if modifier(word) or (word[0].isupper() and low not in _STOP):
            first -= 1
        elif (
            low in ("of", "and", "for")
            and first > 1
            and run[first - 2].group()[0].isupper()
            and run[first].group()[0].isupper()
            and office_at_end([run[first - 2].group()])
        ):
            first -= 2
        else:
            break
    return first


_STOP = listed("offices_stop")
