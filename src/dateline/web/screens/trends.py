"""Trends: what is told of more than its own past leads one to expect, with the evidence, and with what small numbers cannot say."""

from __future__ import annotations

import math
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.store import FILE
from dateline.desk.trends import KINDS, LEAST, PAST, SURE, Trend
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.rises import INLINE, OTHERS, Rise, Window, apart, rises, timeless, window
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("trends", "Trends", "/trends", "now", 3, "i")
TITLES = {"actor": "Actors", "country": "Countries", "place": "Places", "type": "Types", "word": "Words", "outlet": "Outlets"}
DAYS = (1, 3, 7, 14, 30, 90, 365)
HEIGHT, WIDTH = 28, 9
"""Of a bar in the drawing of the stretches, in its own units."""
_kept = Kept(60)


@router.get("/trends")
def trends(request: Request, db: Db, at: Annotated[Address, Depends(here("by", "days"))]) -> Response:
    by, days = _by(at.own.get("by")), _days(at.own.get("days"))
    folder = request.app.state.settings.folder
    file = folder / FILE
    now = window(db, at.filter, days)
    question = (str(folder.resolve()), timeless(at.filter).to_query(), by, days)
    found: list[Rise] | None = []
    if now is not None and now.reports > INLINE.get(by, OTHERS):
        found = apart().ask((*question, now.end), stamp(file), *question, now)
    elif now is not None:
        held = now
        found = _kept.get((*question, now.end, stamp(file)), lambda: rises(db, at.filter, by, days, held))
    return show(
        request,
        "trends.html",
        title="Trends",
        screen="trends",
        at=at,
        by=by,
        days=days,
        kinds=[(k, TITLES[k]) for k in TITLES if k in KINDS],
        choices=sorted({*DAYS, days}),
        window=now,
        past=PAST,
        least=LEAST,
        false_alarms=SURE,
        counting=found is None,
        rising=[_line(at, now, r) for r in found or () if r.trend.rising],
        others=[_line(at, now, r) for r in found or () if not r.trend.rising],
    )


def _line(at: Address, now: Window | None, rise: Rise) -> dict[str, Any]:
    t = rise.trend
    return {
        "t": t,
        "evidence": rise.evidence,
        "bars": _bars(rise),
        "told": _told(rise),
        "all": _all(at.filter, now, t),
        "chance": chance(t.corrected),
    }


def chance(q: float) -> str:
    """ "1 in 900": how often so much would be told without a rise, for all that was looked at."""
    if q >= 0.5:
        return "more likely than not"
    if q < 1e-6:
        return "less than 1 in a million"
    n = 1 / q
    digits = max(0, int(math.log10(n)) - 1)
    return f"1 in {round(n / 10**digits) * 10**digits:,}"


def _bars(rise: Rise) -> list[dict[str, float | int | bool]]:
    """The drawing: x, height and count of each stretch; the last is now."""
    most = max((*rise.stretches, rise.trend.expected, 1))
    return [
        {
            "x": i * WIDTH,
            "y": HEIGHT - max(1, round(HEIGHT * n / most)) if n else HEIGHT - 1,
            "h": max(1, round(HEIGHT * n / most)),
            "n": n,
            "now": i == PAST,
        }
        for i, n in enumerate(rise.stretches)
    ]


def _told(rise: Rise) -> str:
    """The drawing in words."""
    return f"before: {', '.join(map(str, rise.stretches[:-1]))}; now: {rise.stretches[-1]}" if rise.stretches else ""


def _all(f: Filter, now: Window | None, t: Trend) -> str:
    """Where all that a rise stands on can be looked at."""
    since = now.start.isoformat() if now else None
    owns: dict[str, dict[str, Any]] = {
        "actor": {"actor": t.key},
        "country": {"country": (t.key,)},
        "place": {"place": t.key},
        "type": {"type": (t.key,)},
        "outlet": {"source": (t.key,)},
        "word": {"text": f'"{t.name}"'.replace('""', '"')},
    }
    kept = {
        name: getattr(timeless(f), name)
        for name in ("text", "actor", "type", "place", "country", "source", "quad", "mode", "modality", "story")
    }
    return Address("/articles" if t.what == "word" else "/events", Filter.of({**kept, **owns[t.what], "published_since": since})).url()


def _by(text: str | None) -> str:
    if text is None:
        return "actor"
    if text not in KINDS:
        raise FilterError(f"{text!r} cannot rise", place="by", remedy=f"one of {', '.join(KINDS)}")
    return text


def _days(text: str | None) -> int:
    if text is None:
        return 7
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 3_650 or len(text) > 6:
        raise FilterError(f"{text!r} days are no stretch", place="days", remedy="give 1 to 3650")
    return int(text)
