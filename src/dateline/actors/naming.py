"""The names of one article: which of them are one person, one organization."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.actors.alignment import likeness
from dateline.actors.drafts import Draft
from dateline.actors.folding import fold
from dateline.actors.geography import lookup
from dateline.actors.given_names import abbreviates, given_name_of
from dateline.actors.legal_forms import organization_tokens
from dateline.actors.offices import courtesies, office_at_end
from dateline.actors.organizations import acronym_of, known_as, people, plain
from dateline.actors.vocabulary import listed, parts, read, words
from dateline.reader.initials import reordered

_JUNIOR = re.compile(r"[,\s]+(jr|junior|sr|senior|the elder|the younger|ii|iii|iv)\b\.?", re.I)


@cache
def gender_of_first(name: str) -> str | None:
    """The gender that a first name usually tells, by a short list; None when it tells none."""
    folded = fold(name)
    if folded in {fold(w) for w in words("names", "feminine")}:
        return "female"
    return "male" if folded in {fold(w) for w in words("names", "masculine")} else None


def junior_mark(name: str) -> str | None:
    """ "jr", "sr" or a numeral when the name carries one."""
    m = _JUNIOR.search(" " + name)
    if not m:
        return None
    mark = m.group(1).lower()
    return {"junior": "jr", "the younger": "jr", "senior": "sr", "the elder": "sr"}.get(mark, mark)


_GIVEN_TOO = ("sultan", "amir", "emir", "prince", "malik", "king")  # titles that are given names, too, and stand before no initial


def strip_titles(name: str) -> tuple[int, str | None]:
    """How many characters of titles and courtesies open a person's name ("Vice President Saleh": 15), and the gender they tell."""
    tokens = list(re.finditer(r"\S+", name))
    gender = None
    at = 0
    while at < len(tokens) - 1:
        step = 0
        for n in range(min(4, len(tokens) - 1 - at), 0, -1):
            phrase = [t.group().strip(",").rstrip(".") for t in tokens[at : at + n]]
            low = " ".join(phrase).lower()
            if low == "tun" and len(tokens[at + 1].group()) < 5:
                continue  # "Tun Win Maung": a Burmese name; "Tun Mahathir": the Malay title
            if n == 1 and not at and low in _GIVEN_TOO and re.fullmatch(r"[A-Z]\.", tokens[1].group()):
                continue  # "Sultan A. Marshad": nobody's name begins with a middle initial
            if (
                low in courtesies()
                or (office_at_end(phrase) or (0,))[0] == n
                or (n == 1 and low in words("titles", "modifiers") and at + 2 < len(tokens))
            ):
                told = courtesies().get(low)
                gender = told if told in ("male", "female") else gender
                step = n
                break
        if not step:
            break
        at += step
    return (tokens[at].start() if at else 0), gender


@cache
def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without particles, marks of age and what stands in brackets."""
    name = re.sub(r"\([^)]*\)", " ", _JUNIOR.sub(" ", " " + name))
    tokens = fold(name.replace("-", " ")).split()
    kept = [t for t in tokens[:-1] if t not in words("names", "particles")]
    return (*kept, *tokens[-1:])  # "Bruce Ash", though "ash-Shaykh"


@cache
def lookalikes() -> frozenset[frozenset[str]]:
    """Pairs of folded names that are two however alike they look."""
    return frozenset(frozenset((fold(a), fold(b))) for a, b in read("lookalikes"))


def _close(a: str, b: str) -> float:
    if frozenset((a, b)) in lookalikes():
        return 0.0
    return 1.0 if abbreviates(a, b) or abbreviates(b, a) else likeness(a, b)


def persons_match(a: Draft, b: Draft) -> tuple[float, str] | None:
    """How well the names of two persons of one article go together (0 to 1) and why; None when they are two people."""
    if a.junior != b.junior and not _surname_of_one_marked(a, b):
        return None
    best: tuple[float, str] | None = None
    for x in a.names:
        for y in b.names:
            found = _words_match(x, y)
            if found and (best is None or found[0] > best[0]):
                best = found
    if best is None:
        pairs = [(x, y) for x in a.name_texts for y in b.name_texts]
        best = next(
            ((0.9, f"{x!r} are the initials of {y!r}") for x, y in [*pairs, *((y, x) for x, y in pairs)] if initials_of(x, y)), None
        )
    if best and a.gender and b.gender and a.gender != b.gender:
        return None
    for x_text in a.name_texts:
        for y_text in b.name_texts:
            if frozenset((fold(x_text), fold(y_text))) in lookalikes():
                return None
    return best


def initials_of(word: str, name: str) -> bool:
    """Are these capitals the initials of a person's name of as many words, three or more ("AMLO")?"""
    return word.isupper() and len(word) > 2 and "".join(w[0] for w in name.split()) == word


def _surname_of_one_marked(a: Draft, b: Draft) -> bool:
    """Is one called by a single word and not told apart from the other, "Roberts" from "John G. Roberts Jr."?"""
    bare, _ = (a, b) if b.junior else (b, a)
    return bare.junior is None and all(len(n) == 1 for n in bare.names)


CHAIN = 3  # a name of so many words is whole: one word more before it is another person's


def _words_match(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[float, str] | None:
    if not x or not y:
        return None
    if x == y:
        return 1.0, "the same name"
    if len(x) != len(y) and "".join(x) == "".join(y):
        return 0.98, f"the letters of {' '.join(x)!r} and {' '.join(y)!r} are the same"
    short, full = (x, y) if len(x) <= len(y) else (y, x)
    shown, whole = " ".join(short), " ".join(full)
    if len(short) >= CHAIN and full[-len(short) :] == short and full[0] != short[0]:
        return None  # "Ahmad Nawaf Ahmad Jaber" bears the names of his father, "Nawaf Ahmad Jaber"
    if politely := given_name_of(short, full) or given_name_of(full, short):
        return 0.85, politely
    if len(short) == 1:
        word = short[0]
        if len(word) < 2:
            return None
        if len(full) == 1:
            score = _close(word, full[0])
            return (
                (score, f"{shown!r} and {whole!r} are spellings of one name ({score:.2f})")
                if score >= (0.86 if len(word) > 4 else 0.93)
                else None
            )
        ends = [(_close(word, full[-1]), 0.95, "surname"), (_close(word, full[0]), 0.85, "first name")]
        ends += [(_close(word, t), 0.7, "middle name") for t in full[1:-1]]
        good = [(score * weight, score, role) for score, weight, role in ends if score >= (0.86 if len(word) > 4 else 0.93)]
        if not good:
            return None
        total, score, role = max(good)
        return total, f"{shown!r} is the {role} of {whole!r}" + ("" if score == 1 else f", spelt otherwise ({score:.2f})")
    used: set[int] = set()
    scores = []
    for word in short:
        options = [
            (_close(word, t) if len(word) > 1 and len(t) > 1 else (0.9 if word[0] == t[0] else 0.0), -j)
            for j, t in enumerate(full)
            if j not in used
        ]
        if not options:
            return None
        score, j = max(options)
        used.add(-j)
        scores.append(score)
    mean = sum(scores) / len(scores)
    if min(scores) < 0.72 or mean < 0.86 or max(scores) < 0.9:
        return None
    if len(short) == len(full) or mean >= 0.93 or min(scores) >= 0.84:
        same_length = len(short) == len(full)
        return mean * (1 if same_length else 0.97), f"the words of {shown!r} answer those of {whole!r} ({mean:.2f})"
    return None


_CLASS = listed("naming_class")
_ADDED = listed("naming_added")
_PARTS = listed("naming_parts")


def _org_words(name: str) -> tuple[str, ...]:
    tokens = [t for t in re.split(r"\s+", re.sub(r"\([^)]*\)", " ", name).strip()) if t]
    while len(tokens) > 1 and (tokens[0].lower() in ("the", "a", "an") or (re.search(r"['’]s?$", tokens[0]) and lookup(tokens[0]))):
        tokens = tokens[1:]
    return tuple(fold(" ".join(tokens).replace("&", " and ")).split())


def _short_form_here(short: Draft, full: Draft) -> tuple[float, str] | None:
    """Initials that are well known for another body, but are those of one told here in full ("Rapid Support Forces", "the RSF")."""
    assert short.known
    if short.known.sector == "JRN":
        return None  # "AP" beside a party is the agency still
    fits = ((x, y) for x in short.name_texts for y in full.name_texts if x.isupper() and " " in y)
    return next(((0.95, f"{x!r} is the acronym of {y!r}") for x, y in fits if acronym_of(x, y)), None)


def _one_outlet(a: Draft, b: Draft) -> tuple[float, str] | None:
    """Two newspapers or stations of which one is called by the first words of the other ("ABC News", "ABC")."""
    assert a.known and b.known
    if {a.known.sector, b.known.sector} != {"JRN"}:
        return None
    pairs = ((x, y) for x in a.name_texts for y in b.name_texts)
    short = next((x for x, y in pairs if y.startswith(f"{x} ") or x.startswith(f"{y} ")), None)
    return (0.9, f"{short!r} is an outlet called by less or more of its name") if short else None


def _by_country(tokens: Sequence[str]) -> list[str]:
    """The words sorted, every one that tells a country as that country ("Chilean" and "Chile" alike)."""
    return sorted(told.country if (told := lookup(t.capitalize())) else t for t in tokens)


def organizations_match(a: Draft, b: Draft) -> tuple[float, str] | None:
    """The same for two organizations or groups."""
    if {plain(x) for x in a.name_texts} & {plain(y) for y in b.name_texts}:
        return 1.0, "the same name"  # also what the text gives in brackets: "NPA" may be well known as something else
    if a.known and b.known:
        if a.known is b.known:
            return 1.0, f"both are names of {a.known.names[0]}"
        return _short_form_here(a, b) or _short_form_here(b, a) or _one_outlet(a, b)
    if any(frozenset((fold(x), fold(y))) in lookalikes() for x in a.name_texts for y in b.name_texts):
        return None
    best: tuple[float, str] | None = None
    for x in _open_names(a):
        for y in _open_names(b):
            found = _orgs(x, y) or _orgs(y, x)
            if found and (best is None or found[0] > best[0]):
                best = found
    return best


def _open_names(body: Draft) -> list[str]:
    """Its names but initials that another of them spells out: these are of nobody else's."""
    return [x for x in body.name_texts if " " in x or not any(acronym_of(x, full) for full in body.name_texts if " " in full)]


MOST_ADDED = 4  # words; "African Union Ten Year Action Plan on …" is no body


_OFFICE_OF = (("department", "of"), ("ministry", "of"))  # what it is of names it: "Homeland Security"


def _part(rest: Sequence[str]) -> bool:
    """Do the words that follow a body's name make somebody else of it ("Clinton Foundation donors", "the AFL-CIO general board")?

    Of 169 names in annotated articles that begin another in two words and more 142 are that body; the others end mostly in such words.
    """
    head = next((i for i, w in enumerate(rest) if w in ("of", "for", "in", "on", "to")), len(rest))
    if head == 0:
        return False  # "the Executive Committee of the Union"
    return head > MOST_ADDED or rest[head - 1] in _PARTS or rest[head - 1] in people() or rest[head - 1].isdigit()


def _orgs(short: str, full: str) -> tuple[float, str] | None:
    if len(short) > len(full):
        return None
    if f"({short})" in full[:-1] and not full.endswith(")"):
        return None  # "Non-Aligned Movement (NAM) Youth Network": the acronym is of a part
    letters = re.sub(r"^[Tt]he\s+", "", short)
    if acronym_of(letters, full):
        return 0.95, f"{short!r} is the acronym of {full!r}"
    if reordered(letters, full):
        return 0.9, f"{short!r} has the initials of {full!r} in another order"
    x, y = _org_words(short), _org_words(full)
    if not x or not y:
        return None
    if x == y:
        return 0.98, f"{short!r} and {full!r} have the same words"
    small = {"of", "the", "and", "for", "in"}
    cx, cy = [t for t in x if t not in small], [t for t in y if t not in small]
    if not {*x}.isdisjoint(y) and organization_tokens(short)[0] == organization_tokens(full)[0]:
        return 0.95, f"{short!r} and {full!r} differ by the form of a company"
    if len(cx) > 1 and len(cx) == len(cy) and _by_country(cx) == _by_country(cy):
        return 0.95, f"{short!r} and {full!r} have the same words, in another order"
    if (
        len(cx) == len(cy)
        and cx
        and all(likeness(p, q) >= 0.84 for p, q in zip(cx, cy, strict=True))
        and sum(map(len, cx)) > 6
        and not (lookup(short) or lookup(full))
        and sum(p == q for p, q in zip(cx, cy, strict=True)) >= len(cx) - 1
        and (len(cx) > 1 or likeness(cx[0], cy[0]) >= 0.9)
    ):
        return 0.9, f"{short!r} and {full!r} are spellings of one name"
    generic = all(t in _generic() or lookup(t.capitalize()) for t in cx)
    if cx and len(cx) < len(cy) and cy[: len(cx)] == cx and set(cy[len(cx) :]) <= _CLASS and not lookup(short):
        return 0.9, f"{full!r} is {short!r} with its kind added"
    if len(cx) >= 2 and cy[: len(cx)] == cx and set(cy[len(cx) :]) <= _ADDED:
        return 0.9, f"{full!r} is {short!r} with what adds nothing"
    if len(cx) >= 2 and cy[:-1] == cx and lookup(cy[-1].capitalize()):
        return 0.85, f"{full!r} is {short!r} with its country added"
    before = y[: len(y) - len(x)]  # "United Nations" ends "Food Organization of the United Nations" and is another body
    if len(cx) >= 2 and cy[-len(cx) :] == cx and y[0] not in small and (not (before and before[-1] in small) or before[-2:] in _OFFICE_OF):
        return 0.85, f"{short!r} is the end of {full!r}"
    if len(cx) >= 2 and y[: len(x)] == x and len(y) > len(x) and not lookup(short) and not _part(y[len(x) :]):
        return 0.85, f"{short!r} is the beginning of {full!r}"
    if len(cx) == 1 and not generic and len(cx[0]) > 3 and (cy[0] == cx[0] or cy[-1] == cx[0]) and not lookup(short):
        return 0.75, f"{short!r} is a word of {full!r} that tells it from others"
    return None


@cache
def _generic() -> frozenset[str]:
    from dateline.actors.organizations import bodies, people

    table = read("words")
    return (
        frozenset(fold(w) for text in table.values() for w in parts(text) if " " not in w)
        | frozenset(w for w in [*bodies(), *people()] if " " not in w)
        | listed("naming_generic")
    )


__all__ = [
    "gender_of_first",
    "initials_of",
    "junior_mark",
    "known_as",
    "organizations_match",
    "person_words",
    "persons_match",
    "strip_titles",
]
