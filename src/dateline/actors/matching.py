"""Are two names one? For persons, organizations and places, by aligned words; every verdict says what decided it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.actors.alignment import align, likeness
from dateline.actors.folding import fold, sound
from dateline.actors.legal_forms import organization_tokens
from dateline.actors.naming import junior_mark, lookalikes
from dateline.actors.organizations import acronym_of, known_as
from dateline.actors.vocabulary import parts, read, words

# Thresholds and weights by five-fold cross-validation on the 403 pairs of nomenklatura's name_bench: persons F1 90, organizations 92.
YES = {"person": 0.70, "organization": 0.76}
NO = {"person": 0.55, "organization": 0.60}

LEAST = 0.85  # how much the word that answers worst counts against the mean of all
EXTRA = 0.06  # what each word on one side only costs a person's name
LONE = 0.3  # what it costs that one of the names is a single word
TURNED = 0.05
EXTRA_ORG = 0.28  # the same for organizations: "Banco Santander Mexico" is not "Banco Santander"
LEAST_ORG = 0.7

_SWAPPED_DIGITS = str.maketrans("013457", "oieast")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`answer` is "yes", "no" or "maybe"; `score` runs from 0 (two) to 1 (one); `because` says what decided."""

    answer: str
    score: float
    because: str


def same(a: str, b: str, *, kind: str | None = None) -> Verdict:
    """Whether two names are one. `kind` is "person" or "organization"; None: the words of the names decide (a legal form, a known body)."""
    if kind is None:
        kind = "organization" if _like_organization(a) or _like_organization(b) else "person"
    if kind != "person":
        kind = "organization"
    if not fold(a) or not fold(b):
        return Verdict("no", 0.0, "a name without a letter that can be read")
    pair = frozenset((fold(a), fold(b)))
    if pair in lookalikes():
        return Verdict("no", 0.0, f"{a!r} and {b!r} are on the list of names that look alike and are not")
    score, because = _persons(a, b) if kind == "person" else _organizations(a, b)
    score = round(score, 3)
    answer = "yes" if score >= YES[kind] else "no" if score < NO[kind] else "maybe"
    return Verdict(answer, score, because)


def _like_organization(name: str) -> bool:
    tokens = fold(name).split()
    return (
        bool(known_as(name))
        or any(t in words("names", "companies") for t in tokens[1:] if len(t) > 1)
        or (len(tokens) > 1 and tokens[0] == "the")
    )


# --- persons


@lru_cache(maxsize=50_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """The folded words of a person's name: honorifics, particles, marks of age and repeats gone, "Abd al-Rahman" one word."""
    if re.search(r"[a-zA-Z]\d|\d[a-zA-Z]", name):
        name = name.translate(_SWAPPED_DIGITS)  # "Ig0r Sech1n"
    tokens = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name) if not re.search(r"\s", name.strip()) else name
    raw = fold(re.sub(r"\b(?:Jr|Sr|LLC|Ltd|Inc)\b\.?", " ", tokens).replace("-", " ").replace(",", " ")).split()
    while len(raw) > 1 and raw[0] in words("names", "honorifics") and len(raw) - 1 >= 1:
        raw = raw[1:]
    out: list[str] = []
    i = 0
    while i < len(raw):
        t = raw[i]
        if t in words("names", "servants") and i + 1 < len(raw):
            step = 2 if raw[i + 1] in ("al", "el", "ul", "ur", "ar", "as", "ad", "at", "az", "an") and i + 2 < len(raw) else 1
            out.append("abd" + raw[i + step])
            i += step + 1
            continue
        m = re.match(r"abd(?:ul|el|al|oul)([a-z]{3,})$", t)
        out.append("abd" + m.group(1) if m else t)
        i += 1
    kept = [t for i, t in enumerate(out) if t not in words("names", "particles") or (i == 0 and t == "ben" and len(out) == 2)]
    return tuple(kept or out)


_SON = re.compile(r" (?:bin|ben|ibn|ould) ")


def _joined(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same letters, cut into words elsewhere ("Nikolai Plat Ono Vich", "RamiMakhlouf")."""
    return len(a) != len(b) and likeness("".join(a), "".join(b)) >= 0.95


def _persons(a: str, b: str) -> tuple[float, str]:
    if junior_mark(a) != junior_mark(b) and {junior_mark(a), junior_mark(b)} & {"jr", "sr"}:
        return 0.1, "one is the younger (Jr.), the other is not said to be"
    x, y = person_tokens(a), person_tokens(b)
    if _joined(x, y):
        return 0.98, "the same letters, cut into words elsewhere"
    if x == y:
        return 1.0, "the same words once titles and particles are gone"
    pairs, left_x, left_y = align(x, y, floor=0.55)
    for i, j, _ in pairs:
        if frozenset((x[i], y[j])) in lookalikes():
            return 0.05, f"{x[i]!r} and {y[j]!r} are on the list of names that look alike and are not"
    if not pairs:
        return 0.0, "no word of one answers a word of the other"
    initials = [p for p in pairs if (len(x[p[0]]) == 1) != (len(y[p[1]]) == 1)]
    full = [p for p in pairs if p not in initials]
    if not full:
        return 0.2, "only initials answer each other"
    score = LEAST * min(s for _, _, s in full) + (1 - LEAST) * sum(s for _, _, s in full) / len(full)
    weak = min(pairs, key=lambda p: p[2])
    because = _many(len(pairs)) + (f", the weakest {x[weak[0]]!r} and {y[weak[1]]!r} ({weak[2]:.2f})" if weak[2] < 1 else "")
    if left_x and left_y:
        lost = f"{' '.join(x[i] for i in left_x)!r} stands against {' '.join(y[j] for j in left_y)!r}"
        return min(score, 1.0) * 0.5, f"{because}; {lost}"
    left_x = [i for i in left_x if x[i] not in y]  # "Shoigu Shoigu Sergey": a word told twice
    left_y = [j for j in left_y if y[j] not in x]
    extra = len(left_x) + len(left_y)
    if extra:
        shorter = min(len(x), len(y))
        score -= EXTRA * extra + (LONE if shorter == 1 else 0.0)
        because += f"; {' '.join([x[i] for i in left_x] + [y[j] for j in left_y])!r} stands on one side only"
    if initials:
        score -= 0.08 * len(initials)
        because += "; an initial stands for a name"
    order = [j for _, j, _ in sorted(pairs)]
    turned = sum(p > q for p, q in pairwise(order))
    if turned and len(pairs) == len(x) == len(y):
        comma = "," in a or "," in b
        if _SON.search(fold(a)) and _SON.search(fold(b)):
            return 0.3, f"{because}; the son stands where the father stood"
        score -= 0.0 if comma else TURNED * turned
        because += "; in another order"
    return max(0.0, score), because


def _many(pairs: int) -> str:
    return "one word answers another" if pairs == 1 else f"{pairs} words answer each other"


# --- organizations


def _organizations(a: str, b: str) -> tuple[float, str]:
    if ("/" in a) != ("/" in b):  # "Al-Qa'ida/Islamic Army": either name will do
        return max(_organizations(p, q) for p in a.split("/") for q in b.split("/") if fold(p) and fold(q))
    known_a, known_b = known_as(a), known_as(b)
    if known_a and known_a is known_b:
        return 0.97, f"both are names of {known_a.names[0]}"
    (x, forms_x), (y, forms_y) = organization_tokens(a), organization_tokens(b)
    if x == y:
        apart = words("names", "companies_apart")
        if forms_x and forms_y and bool(forms_x & apart) != bool(forms_y & apart):
            return 0.4, "the same words, but a company and a non-profit body"
        return (1.0 if forms_x == forms_y else 0.95), "the same words once legal forms are gone"
    if len(x) != len(y) and likeness("".join(x), "".join(y)) >= 0.97 and "".join(x)[:4] == "".join(y)[:4]:
        return 0.93, "the same letters, cut into words elsewhere"
    for short, full in ((a, b), (b, a)):
        if len(short) < len(full) and acronym_of(short.strip(), re.sub(r"[’']s\b", "s", full)):
            return 0.85, f"{short!r} is the acronym of {full!r}"
    pairs, left_x, left_y = align(x, y, floor=0.5)
    for i, j, _ in pairs:
        if frozenset((x[i], y[j])) in lookalikes():
            return 0.05, f"{x[i]!r} and {y[j]!r} are on the list of names that look alike and are not"
    pairs = [p for p in pairs if (len(x[p[0]]) == 1) == (len(y[p[1]]) == 1)]
    if not pairs:
        return 0.0, "no word of one answers a word of the other"
    weights = [0.5 if x[i] in _common() and x[i] == y[j] else 1.0 for i, j, _ in pairs]
    # The distinctive word that answers worst decides: "Gas Company" and "Oil Company" share all but one.
    worst = min((s, x[i], y[j]) for i, j, s in pairs)
    mean = sum(w * s for w, (_, _, s) in zip(weights, pairs, strict=True)) / sum(weights)
    score = LEAST_ORG * worst[0] + (1 - LEAST_ORG) * mean
    because = _many(len(pairs)) + (f", the weakest {worst[1]!r} and {worst[2]!r} ({worst[0]:.2f})" if worst[0] < 1 else "")
    if left_x and left_y:
        return score * 0.4, f"{because}; {' '.join(x[i] for i in left_x)!r} stands against {' '.join(y[j] for j in left_y)!r}"
    if left_x or left_y:
        rest = [x[i] for i in left_x] + [y[j] for j in left_y]
        distinct = any(t not in _common() for i, _, _ in pairs for t in (x[i],))
        score -= EXTRA_ORG * len(rest) + (0.0 if distinct else 0.2)
        because += f"; {' '.join(rest)!r} stands on one side only"
    return max(0.0, score), because


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(fold(w) for text in read("words").values() for w in parts(text) if " " not in w) | frozenset(
        {
            "global",
            "international",
            "solutions",
            "real",
            "estate",
            "partners",
            "capital",
            "industries",
            "group",
            "loan",
            "mortgage",
            "investment",
            "asset",
            "backed",
            "securities",
        }
    )


__all__ = ["Verdict", "same", "sound"]
