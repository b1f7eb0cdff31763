"""What two tellings have in common and what stands between them: the declared features of the scoring, each a number from 0 to about 1.

`DECLARED` names them all, with the direction each may count in; `weights.json` holds how much (training/folding/fit.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from dateline.stories.measures import between_articles, counts_apart, inside, kilometres, rare, shared
from dateline.stories.telling import Telling
from dateline.stories.words import cosine

FAR_KM = 100.0
NEAR_KM = 30.0
WEEK = 7

DECLARED: Mapping[str, int] = {
    # 1: may only speak for one event, -1: only against, 0: either
    "always": 0,
    "same type": 1,
    "other quad": -1,
    "another type of the quad": 1,
    "same mode": 1,
    "other modality": -1,
    "same trigger": 1,
    "reports apart": -1,
    "day met, told, narrow": 1,
    "day met, told, wide": 1,
    "day met, near, narrow": 1,
    "day met, near, wide": 1,
    "day met, fresh, narrow": 1,
    "day met, fresh, wide": 1,
    "day met in many": -1,
    "day off by one, told": -1,
    "day off by one, near": 0,
    "day off by one, fresh": 0,
    "day off, told": -1,
    "day off, near": -1,
    "day off, fresh": -1,
    "days apart, told": -1,
    "days apart, near": -1,
    "days apart, fresh": -1,
    "day open": 0,
    "names, both sentences": 1,
    "names, sentence in article": 1,
    "names, articles": 1,
    "names, day open": 1,
    "other rare names": -1,
    "rare names unknown to the other": -1,
    "rare name shared": 1,
    "rare name known to the other": 1,
    "rare name unknown to the other": -1,
    "spot shared": 1,
    "other spot": -1,
    "spots unknown to the other": -1,
    "places near": 1,
    "places far": -1,
    "other countries": -1,
    "countries unknown to the other": -1,
    "toll alike": 1,
    "toll apart": -1,
    "number shared, sentences": 1,
    "number shared, articles": 1,
    "numbers differ": -1,
    "words, both sentences": 1,
    "words, sentence in article": 1,
    "words, articles": 1,
    "words, articles, both early": 1,
    "plain words, both sentences": 1,
    "plain words, sentence in article": 1,
    "plain words, day open": 1,
    "parties": 1,
    "doers alike": 1,
    "targets alike": 1,
    "sides crossed": -1,
    "other doers": -1,
    "other targets": -1,
    "one article, other doers": -1,
    "bare": 0,
    "bare, another deed beside": -1,
    "bare, the same type beside": -1,
    "bare, rare name shared": 1,
    "bare, words": 1,
    "unsure": 0,
    "one late": 0,
    "one article": -1,
    "one sentence": 1,
    "one article, same trigger": 0,
    "one article, day met": 0,
    "one article, names": 0,
    "undated": 0,
    "undated, rare name shared": 1,
    "undated, words": 1,
    "fresh, rare name shared": 1,
    "fresh, words": 1,
}


_Both = tuple[tuple[float, float], tuple[float, float, float], tuple[float, float, float]]
"""How far two articles are alike, and what either telling has in common with the other's article (`measures`)."""


def features(a: Telling, b: Telling) -> dict[str, float]:
    """The features of a pair that are not 0; symmetric."""
    out: dict[str, float] = {"always": 1.0}
    both = between_articles(a.around, b.around), inside(a, b.around), inside(b, a.around)
    _types(a, b, out)
    _days(a, b, out)
    _places(a, b, both, out)
    _numbers(a, b, out)
    _words(a, b, both, out)
    return {k: v for k, v in out.items() if v}


def _types(a: Telling, b: Telling, out: dict[str, float]) -> None:
    x, y = a.event, b.event
    if a.bare or b.bare:
        beside, type = (a.beside, y.type) if a.bare else (b.beside, x.type)
        out["bare"] = 1.0
        out["bare, another deed beside"] = float(bool(beside))
        out["bare, the same type beside"] = float(type in beside)
        return
    if a.faint or b.faint:
        out["unsure"] = 1.0 - min(e.confidence for e, t in ((x, a), (y, b)) if t.faint)
    out["same type"] = float(x.type == y.type)
    out["other quad"] = float(x.quad != y.quad)
    out["another type of the quad"] = float(x.quad == y.quad and x.type != y.type)
    out["same mode"] = float(x.type == y.type and x.mode is not None and x.mode == y.mode)
    out["other modality"] = float(x.modality != y.modality)
    out["same trigger"] = float(a.trigger == b.trigger)


def _days(a: Telling, b: Telling, out: dict[str, float]) -> None:
    p, q = a.around.published, b.around.published
    if p is not None and q is not None:
        out["reports apart"] = math.log1p(abs(p - q)) / 4
    if a.days is None or b.days is None:
        return
    hows = {a.days.how, b.days.how}
    gap = a.days.apart(b.days)
    length = max(a.days.length, b.days.length)
    narrow = length <= 2
    kind = "told" if hows <= {"told", "counted"} else "fresh" if "fresh" in hows else "near"
    if gap == 0:
        out[f"day met, {kind}, {'narrow' if narrow else 'wide'}"] = 1.0
        out["day met in many"] = math.log(max(length, WEEK) / WEEK) / 4
    elif gap == 1:
        out[f"day off by one, {kind}"] = 1.0
    else:
        out[f"day off, {kind}"] = 1.0
        out[f"days apart, {kind}"] = math.log1p(gap) / 4


def _places(a: Telling, b: Telling, both: _Both, out: dict[str, float]) -> None:
    articles, here, there = both
    out["names, both sentences"] = shared(a.names, b.names)
    out["names, sentence in article"] = (here[2] + there[2]) / 2
    out["names, articles"] = articles[1]
    rare_a, rare_b = rare(a), rare(b)
    if rare_a and rare_b and not rare_a.keys() & rare_b.keys():
        out["other rare names"] = 1.0
        strange = (not rare_a.keys() & b.around.names.keys()) + (not rare_b.keys() & a.around.names.keys())
        out["rare names unknown to the other"] = strange / 2
    elif rare_a and rare_b:
        out["rare name shared"] = 1.0
    elif rare_a or rare_b:
        only, other = (rare_a, b) if rare_a else (rare_b, a)
        out["rare name known to the other"] = float(bool(only.keys() & other.around.names.keys()))
        out["rare name unknown to the other"] = float(not only.keys() & other.around.names.keys())
    if a.spots and b.spots:
        out["spot shared"] = float(not a.spots.isdisjoint(b.spots))
        out["other spot"] = 1.0 - out["spot shared"]
        if out["other spot"]:
            out["spots unknown to the other"] = (a.spots.isdisjoint(b.around.spots) + b.spots.isdisjoint(a.around.spots)) / 2
    if a.around.countries and b.around.countries:
        out["other countries"] = float(a.around.countries.isdisjoint(b.around.countries))
        out["countries unknown to the other"] = (_abroad(a, b) + _abroad(b, a)) / 2
    km = kilometres(a, b)
    if km is not None:
        out["places near"] = float(km <= NEAR_KM)
        out["places far"] = float(km >= FAR_KM)


def _abroad(t: Telling, other: Telling) -> float:
    """Whether the other's article names none of the countries of those who take part in this one and of where it is."""
    mine = {k[1:] for k in (*t.doers, *t.targets) if k[0] == "="} | {p.country for p in t.where if p.country}
    return float(bool(mine) and mine.isdisjoint(other.around.countries))


def _numbers(a: Telling, b: Telling, out: dict[str, float]) -> None:
    for what in ("killed", "injured", "arrested"):
        x, y = a.counts.get(what), b.counts.get(what)
        if x is not None and y is not None:
            off = counts_apart(x, y)
            out["toll alike"] = max(out.get("toll alike", 0.0), float(off <= 0.0))
            out["toll apart"] = max(out.get("toll apart", 0.0), min(1.0, off))
    out["number shared, sentences"] = float(bool(a.numbers & b.numbers))
    both = len(a.numbers & b.around.numbers) + len(b.numbers & a.around.numbers)
    out["number shared, articles"] = min(1.0, both / 2)
    if a.numbers and b.numbers:
        out["numbers differ"] = float(not a.numbers & b.around.numbers and not b.numbers & a.around.numbers)


def _words(a: Telling, b: Telling, both: _Both, out: dict[str, float]) -> None:
    (articles, _), here, there = both
    out["words, both sentences"] = cosine(a.own, b.own)
    out["words, sentence in article"] = (here[0] + there[0]) / 2
    out["words, articles"] = articles
    plain = (here[1] + there[1]) / 2
    out["plain words, both sentences"] = cosine(a.plain, b.plain)
    out["plain words, sentence in article"] = plain
    if a.days is None or b.days is None or "fresh" in (a.days.how, b.days.how) or max(a.days.length, b.days.length) > 2:
        out["day open"] = 1.0
        out["plain words, day open"] = plain
        out["names, day open"] = out["names, sentence in article"]
    leading = (1 - a.position) * (1 - b.position)
    out["words, articles, both early"] = articles * leading
    out["one late"] = abs(a.position - b.position)
    out["parties"] = cosine(a.parties, b.parties)
    straight = cosine(a.doers, b.doers), cosine(a.targets, b.targets)
    out["doers alike"], out["targets alike"] = straight
    if (a.doers and b.targets) or (a.targets and b.doers):
        out["sides crossed"] = max(0.0, (cosine(a.doers, b.targets) + cosine(a.targets, b.doers) - sum(straight)) / 2)
    out["other doers"] = float(bool(a.doers and b.doers) and not straight[0])
    out["other targets"] = float(bool(a.targets and b.targets) and not straight[1])
    if a.bare or b.bare:
        out["bare, rare name shared"] = out.get("rare name shared", 0.0)
        out["bare, words"] = out["plain words, both sentences"]
    _undated(a, b, out)
    out["one article"] = float(a.around.article == b.around.article)
    if a.around.article == b.around.article:
        out["one sentence"] = float(a.sentence == b.sentence)
        out["one article, other doers"] = out["other doers"]
        out["one article, same trigger"] = out.get("same trigger", 0.0)
        out["one article, names"] = out["names, both sentences"]
        if a.days is not None and b.days is not None and a.days.apart(b.days) == 0 and "fresh" not in (a.days.how, b.days.how):
            out["one article, day met"] = 1.0
        for k in (
            "words, sentence in article",
            "plain words, sentence in article",
            "plain words, day open",
            "names, day open",
            "words, articles",
            "words, articles, both early",
            "names, articles",
            "names, sentence in article",
            "number shared, articles",
        ):
            out.pop(k, None)


def _undated(a: Telling, b: Telling, out: dict[str, float]) -> None:
    """What is alike counts otherwise where no day holds the two together or apart."""
    if a.days is None or b.days is None:
        out["undated"] = 1.0
        out["undated, rare name shared"] = out.get("rare name shared", 0.0)
        out["undated, words"] = out["words, both sentences"]
    elif "fresh" in (a.days.how, b.days.how):
        out["fresh, rare name shared"] = out.get("rare name shared", 0.0)
        out["fresh, words"] = out["words, both sentences"]
