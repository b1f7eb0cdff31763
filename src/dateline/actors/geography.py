"""Which country a word of a name or title points to: names of states, demonyms, capitals that stand for their state."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from dateline.actors.vocabulary import listed, parts, read

_WORD = re.compile(r"[^\W\d_][\w.’'-]*\w|[^\W\d_]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word says: `how` is "name", "people" or "capital"."""

    country: str
    how: str


@cache
def _table() -> dict[str, CountryWord]:
    known: dict[str, CountryWord] = {}
    for iso3, (_, names, people, capitals) in read("countries").items():
        for how, text in (("capital", capitals), ("people", people), ("name", names)):
            for word in parts(text):
                if how == "name" or word not in known:
                    known[word] = CountryWord(iso3, how)
    for word, iso3 in read("demonyms_more").items():
        known.setdefault(word, CountryWord(iso3, "people"))
    return known


def usual_name(country: str) -> str | None:
    """The usual name of the country with this ISO3 code."""
    found = read("countries").get(country)
    return parts(found[1])[0] if found else None


@cache
def _folded() -> dict[str, CountryWord]:
    return {_plain(k): v for k, v in _table().items() if len(k) > 3}


@cache
def _longest() -> int:
    return max(len(k.split()) for k in _table())


def _plain(text: str) -> str:
    text = re.sub(r"^the\s+", "", text.strip(), flags=re.I)
    return re.sub(r"['’]s$|['’]$", "", text).strip().lower()


def lookup(text: str) -> CountryWord | None:
    """What `text` as a whole says ("the US", "Iranians", "Tehran"), or None. Short forms ("US") must be in capitals."""
    bare = re.sub(r"['’]s?$", "", re.sub(r"^the\s+", "", text.strip(), flags=re.I)).strip()
    found = _table().get(bare) or _table().get(bare + ".")
    if found is None and len(bare) > 3 and (bare[:1].isupper() or bare.isupper()):
        found = _folded().get(_plain(bare))
    return found


def countries_in(text: str) -> list[tuple[int, CountryWord]]:
    """The country words inside `text` with their offsets, in order; the longest match at each word wins ("South Sudan" before "Sudan")."""
    spots = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    out: list[tuple[int, CountryWord]] = []
    i = 0
    while i < len(spots):
        step = 1
        if text[spots[i][0]].isupper():
            for n in range(min(max(2, _longest()), len(spots) - i), 0, -1):
                piece = text[spots[i][0] : spots[i + n - 1][1]]
                if piece in _REGIONS:
                    step = n
                    break
                found = _inside(piece)
                if found and not text[max(0, spots[i][0] - 7) : spots[i][0]].lower().endswith("former "):
                    out.append((spots[i][0], found))
                    step = n
                    break
        i += step
    return out


# Words of several countries that hold the demonym of one.
_REGIONS = listed("geography_regions")


def _inside(text: str) -> CountryWord | None:
    for form in (
        text,
        re.sub(r"['’]s?$", "", text),
        text + ".",
        re.sub(r"-(based|born|backed|led|owned|funded|controlled|made|bound)$", "", text),
    ):
        found = _table().get(form)
        if found:
            return found
    return None


def country_in(text: str, *, capitals: bool = True) -> str | None:
    """The first country that `text` names, by any of its words."""
    for _, found in countries_in(text):
        if capitals or found.how != "capital":
            return found.country
    return None


HOME = 3  # votes


def main_country(text: str, *, home: str | None, places: Counter[str], headline_end: int = 0) -> tuple[str | None, str]:
    """The country most of the article is about, and why.

    Country words and resolved places vote, words of the first 300 characters twice, the outlet's `home` three times. A newspaper writes for its own
    country first: where the home is told of and has a third of the most votes, it is meant (countries of actors right on 113 annotated articles 91.4 to 92.7).
    """
    votes: Counter[str] = Counter()
    for start, found in countries_in(text):
        votes[found.country] += 2 if start < max(300, headline_end) else 1
    votes.update(places)
    if home:
        votes[home] += HOME
        if votes[home] > HOME and 3 * votes[home] >= max(votes.values()):
            return home, f"{home} is named in the article, whose outlet is at home there"
    if not votes:
        return None, "no country is named"
    best = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0]))
    if len(best) > 1 and best[0][1] == best[1][1] and home not in (best[0][0], best[1][0]):
        return None, f"{best[0][0]} and {best[1][0]} are named equally often"
    return best[0][0], f"{best[0][0]} is named most often in the article ({best[0][1]} votes)"
