"""Descriptions that take up somebody told of elsewhere in other words ("the Harbour Party … the group", "a businessman … Anna Weber").

The rules of `referring.py` settle what titles and head nouns settle. What they leave as a party of its own is weighed here against everybody else:
the features are in `likeness_told.py`, how much each counts in `data/descriptions.tsv`, learned from annotated articles by
`training/parties/descriptions.py`. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.governments import PAST
from dateline.actors.likeness_told import CLASSES, Told, likeness_told, of_nobody
from dateline.actors.opening import guessed, kept_back
from dateline.actors.scene import Scene

SURE = 0.55  # the probability that a description needs to be somebody; 0.45 and 0.65 gave parties of deeds within half a point
_INDEFINITE = re.compile(r"(?i)(?:an?|another|some|several|many|other|two|three|four|five|\d+|dozens|hundreds|thousands)\b")
MOST = 40  # of the others, those told nearest before a description are weighed


@dataclass(frozen=True)
class Question:
    """A description and who it may be; the first of `features` are nobody's."""

    draft: Draft
    options: Sequence[Draft]
    features: Sequence[Sequence[str]]


def take_up(scene: Scene, cast: Cast) -> None:
    """Joins every description to whoever it takes up, in the order of the text."""
    for draft in unnamed(cast):
        if draft not in cast.drafts:
            continue
        again = _again(cast, draft)
        if again:
            cast.merge(again, draft, f"{_first_words(draft)!r} is told again")
            continue
        q = question(scene, cast, draft)
        shares = chances(q.features)
        able = [
            i
            for i in range(1, len(shares))
            if possible(q.features[i]) and not _foreign(scene, draft, q.options[i - 1]) and not _other_office(draft, q.options[i - 1])
        ]
        best = max(able, key=lambda i: shares[i], default=0)
        held = kept_back(scene, draft, q.options, q.features[1:]) if shares[best] < SURE or not best else None
        if held:
            _country_told(scene, held, draft)
            cast.merge(held, draft, f"{_first_words(draft)!r} in the opening is {held.name_texts[0]!r}, named next and told the same of")
        elif best and shares[best] >= SURE:
            keep = q.options[best - 1]
            words, name = next(iter(draft.surfaces), draft.noun), keep.name_texts[0] if keep.named else next(iter(keep.surfaces), keep.noun)
            cast.merge(keep, draft, f"{words!r} takes up {name!r}: {strongest(q.features[best])} ({shares[best]:.2f})")
        elif same := _same_office(cast, draft):
            cast.merge(same, draft, f"{_first_words(draft)!r} is told by the same office as {_first_words(same)!r}")


def _country_told(scene: Scene, keep: Draft, other: Draft) -> None:
    """A country that one of two that are one tells outright stands before the article's own."""
    if other.country and guessed(scene, keep) and not guessed(scene, other):
        keep.country, keep.country_because = other.country, other.country_because


def _foreign(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Are these two bodies without names of two countries ("his government" is not "the US government"), or one past and one not? One that tells no country
    is of the article's."""
    if any(d.named or CLASSES[d.kind] != "body" for d in (draft, other)):
        return False
    if any(PAST.search(s) for s in draft.surfaces) != any(PAST.search(s) for s in other.surfaces):
        return True
    mine, its = draft.country or scene.country, other.country or scene.country
    return mine is not None and its is not None and mine != its


_OFFICES = (
    ("president", "head of state"),
    ("vice president", "vice-president", "deputy president"),
    ("prime minister", "premier"),
    ("chancellor",),
    ("king", "monarch", "head of state"),
    ("queen", "monarch", "head of state"),
    ("emir", "amir", "head of state"),
    ("sultan", "head of state"),
    ("prince",),
    ("pope",),
    ("governor",),
    ("mayor",),
    ("speaker",),
    ("military chief", "army chief"),
)


# each with the numbers of the offices it may be, the longest first: "vice president" before "president"
_OFFICE = tuple(
    (re.compile(rf"(?<![\w-]){name}(?:$|\s+(?:of|for|to)\b)"), frozenset(i for i, names in enumerate(_OFFICES) if name in names))
    for name in sorted({n for names in _OFFICES for n in names}, key=lambda n: (-len(n), n))
)


def _offices(words: str) -> frozenset[int]:
    """The high offices that words end in or begin with ("the Crown Prince", "President of the Republic")."""
    low = re.sub(r"^(?:the|a|an|his|her|its|their)\s+", "", words.lower())
    return next((which for office, which in _OFFICE if office.search(low)), frozenset())


def _other_office(draft: Draft, other: Draft) -> bool:
    """Is one high office described, and are all the titles of the other for something else ("the Crown Prince", a prime minister)?

    Of 30 descriptions joined to people without that title in 1,300 reports seven looked wrong, and five of these named such an office.
    """
    mine = _offices(_first_words(draft))
    titles = list(other.titles.values())
    return bool(mine and titles and draft.kind == other.kind == "person") and not any(mine & _offices(t) for t in titles)


def _again(cast: Cast, draft: Draft) -> Draft | None:
    """A party without a name that is called by the very same words, "the" before them or nothing ("the Chinese side", "The Chinese side"), or the one
    person described in these words and more ("a fugitive Ruvian businessman … the Ruvian businessman")."""
    if draft.kind == "person":
        return _in_more_words(cast, draft)
    mine = {w for s in draft.surfaces if (w := s.lower().removeprefix("the ")) and not _INDEFINITE.match(s)}
    alike = (
        d
        for d in cast.drafts
        if d is not draft and not d.named and d.kind == draft.kind != "person" and d.country == draft.country and d.first < draft.first
    )
    return next((d for d in alike if any(s.lower().removeprefix("the ") in mine for s in d.surfaces)), None)


def _same_office(cast: Cast, draft: Draft) -> Draft | None:
    """A person without a name told of before by the same high office of the same country ("the Crown Prince", "His Highness the Crown Prince")."""
    office = _offices(_first_words(draft)) if draft.kind == "person" else frozenset()
    alike = (
        d
        for d in cast.drafts
        if d is not draft and not d.named and d.kind == "person" and d.country == draft.country and d.first < draft.first
    )
    return next((d for d in alike if office and _offices(_first_words(d)) == office), None)


def _in_more_words(cast: Cast, draft: Draft) -> Draft | None:
    """The only person told of before who is described in all the words of "the [nation] [noun]" and more."""
    words = _first_words(draft).lower().split()
    if len(words) < 3 or words[0] != "the" or draft.plural:
        return None
    told = [d for d in cast.drafts if d is not draft and d.kind == "person" and d.first < draft.first and _holds(d, words[1:])]
    return told[0] if len(told) == 1 else None


def _holds(person: Draft, words: Sequence[str]) -> bool:
    """Is one of the person's descriptions headed by these words, others among or behind them ("a fugitive Ruvian businessman living in Tamsk")?"""
    pattern = r"\b" + r"\s(?:\w+\s)?".join(map(re.escape, words)) + r"\b(?!\s+of\b|['’])"
    return any(
        re.search(pattern, s.lower()) and not re.search(r"\b(?:of|for|by|with|to|from)\b", s.lower().split(words[0])[0])
        for s in person.surfaces
    )


def _first_words(draft: Draft) -> str:
    return next(iter(draft.surfaces), "")


def unnamed(cast: Cast) -> list[Draft]:
    """The parties that have no name, in order of the text."""
    return sorted((d for d in cast.drafts if not d.named and d.kind != "state" and d.spans), key=lambda d: d.first)


def question(scene: Scene, cast: Cast, draft: Draft) -> Question:
    """Who `draft` may be, with what speaks for each."""
    told = Told(scene, cast, draft)
    near = sorted(told.others, key=lambda d: (told.distance[id(d)], d.first))[:MOST]
    options = sorted(near, key=lambda d: d.first)
    return Question(draft, options, [of_nobody(told), *(likeness_told(told, d) for d in options)])


def possible(features: Sequence[str]) -> bool:
    """May the two be one at all? Who stands on the other side of a deed or is of another country is somebody else; "a patrol of the Guard" may be the Guard, "the Guard's patrol" is not.

    Cross-validated over 899 articles: wrong joinings 81 to 63, right ones 211 to 197.
    """
    if (
        "on two sides of a deed" in features
        or "one a former office, one not" in features
        or "one of a country, one of a body" in features
        or any(f.startswith("other country, person as") for f in features)
        or "body as person" in features
        or "body as named person" in features
        or any(f.startswith("crowd as") and f.endswith(", other number") for f in features)
    ):
        return False
    within = next((f for f in features if f.startswith("its name within")), None)
    return within is None or (within == "its name within, after “of”" and any(f.endswith("as named body") for f in features))


@cache
def _weights() -> dict[str, float]:
    lines = files("dateline.actors").joinpath("data", "descriptions.tsv").read_text(encoding="utf-8").splitlines()
    return {f: float(w) for f, w in (line.split("\t") for line in lines if line and not line.startswith("#"))}


def chances(options: Sequence[Sequence[str]]) -> list[float]:
    """The probability of each option; they add up to one."""
    weights = _weights()
    scores = [sum(weights.get(f, 0.0) for f in features) for features in options]
    top = max(scores)
    e = [exp(s - top) for s in scores]
    total = sum(e)
    return [x / total for x in e]


def strongest(features: Sequence[str]) -> str:
    """The feature that speaks most for an option."""
    weights = _weights()
    return max(features, key=lambda f: weights.get(f, 0.0))
