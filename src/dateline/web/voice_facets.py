"""How the statements of the filter fall into speakers, kinds, channels, outlets and months: what a click more would leave."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.web.address import Address
from dateline.web.facets import Facet, Value
from dateline.web.ties import names_of
from dateline.web.voices import KINDS, LOOKED_AT, chosen, said_where

LISTED = 40
TITLES = {"speaker": "Speaker", "kind": "How", "channel": "Channel", "source": "Outlet", "month": "Month of the report"}


def counts(db: sqlite3.Connection, at: Address) -> tuple[int, bool, dict[str, Counter[str]]]:
    """How many statements there are among the LOOKED_AT latest, whether those are all, and how many of each value of each facet.

    A facet's own choice does not narrow it.
    """
    total, everything, out = _scan(db, at)
    for name in ("speaker", "source", "month"):
        if _held(at, name):
            out[name] = _scan(db, at, name)[2][name]
    return total, everything, out


def _scan(db: sqlite3.Connection, at: Address, without: str = "") -> tuple[int, bool, dict[str, Counter[str]]]:
    """One walk for all facets: how and where something was said is chosen here, so that both count beside each other."""
    kinds, channels = chosen(at, "kind"), chosen(at, "channel")
    sql, values = said_where(db, replace(at, own={k: v for k, v in at.own.items() if k == "said"}), without)
    asked = f"SELECT s.speaker_key, s.kind, s.channel, a.outlet, substr(a.published, 1, 7) {sql} ORDER BY a.published DESC LIMIT ?"
    out = {name: Counter[str]() for name in TITLES}
    keys: Counter[str] = Counter()
    total = looked = 0
    for (key, kind, channel, outlet, month), n in Counter(db.execute(asked, (*values, LOOKED_AT))).items():
        looked += n
        fits_kind, fits_channel = not kinds or kind in kinds, not channels or channel in channels
        if fits_channel:
            out["kind"][kind] += n
        if fits_kind and channel:
            out["channel"][channel] += n
        if not (fits_kind and fits_channel):
            continue
        total += n
        for counter, value in ((keys, key), (out["source"], outlet), (out["month"], month)):
            if value:
                counter[value] += n
    called = "SELECT n.key, n.actor FROM json_each(?) i JOIN names n ON n.key = i.value WHERE n.actor IS NOT NULL"
    for key, actor in db.execute(called, (json.dumps(list(keys)),)):
        out["speaker"][actor] += keys[key]
    return total, looked < LOOKED_AT, out


def facets(db: sqlite3.Connection, at: Address, found: dict[str, Counter[str]]) -> list[Facet]:
    """The facets, the most frequent first (months the latest first); what is chosen is always listed."""
    out = []
    for name, title in TITLES.items():
        held, counted = _held(at, name), found[name]
        ranked = sorted(counted.items(), key=(lambda x: x[0]) if name == "month" else (lambda x: (-x[1], x[0])), reverse=name == "month")
        listed = ranked[:LISTED] + [x for x in ranked[LISTED:] if x[0] in held] + [(h, 0) for h in held if h not in counted]
        names = names_of(db, [v for v, _ in listed]) if name == "speaker" else KINDS if name == "kind" else {}
        values = tuple(Value(v, names.get(v, v), n, v in held, _to(at, name, v, held)) for v, n in listed)
        if len(values) > 1 or held:
            out.append(Facet(name, title, values, max(0, len(ranked) - len(listed))))
    return out


def _held(at: Address, name: str) -> tuple[str, ...]:
    f = at.filter
    if name == "speaker":
        return (f.actor,) if f.actor else ()
    if name == "month":
        return (f.published_since,) if f.published_since and f.published_since == f.published_until and len(f.published_since) == 7 else ()
    return f.source if name == "source" else chosen(at, name)


def _to(at: Address, name: str, value: str, held: Sequence[str]) -> str:
    if name == "speaker":
        return at.with_(actor=None if value in held else value)
    if name == "month":
        return (
            at.with_(published_since=None, published_until=None)
            if value in held
            else at.with_(published_since=value, published_until=value)
        )
    if name == "source":
        return at.toggled("source", value)
    return at.with_(page=1, **{name: ",".join([v for v in held if v != value] if value in held else [*held, value]) or None})
