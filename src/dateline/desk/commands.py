"""What the desk's subcommands do. The desk is imported when one runs, so that the command line stays light."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dateline.errors import StopRun
from dateline.sources.arguments import check_workers

if TYPE_CHECKING:
    from dateline.desk.adding import Counts
    from dateline.desk.desk import Desk


def add(a: argparse.Namespace) -> int:
    """1 when something could not be read: `dateline quarantine` says what."""
    from dateline.desk.progress import Progress
    from dateline.sources.intake import Asked

    columns = dict(_pair(c, "--column") for c in a.column or ())
    asked = Asked(a.declared, a.published, columns, not a.no_follow, a.allow_private)
    check_workers(a.workers)
    with _opened(a.desk, create=True) as desk:
        return _ended(desk.add(a.paths, asked, workers=a.workers, progress=Progress(sys.stderr)), a.desk)


def quarantine(a: argparse.Namespace) -> int:
    """1 while something is in it."""
    from dateline.desk.progress import Progress

    with _opened(a.desk) as desk:
        if a.retry:
            check_workers(a.workers)
            desk.retry(workers=a.workers, progress=Progress(sys.stderr))
        held = desk.quarantine()
        for q in held:
            if a.json:
                _say(json.dumps(asdict(q), ensure_ascii=False))
            else:
                place = q.place or (q.origin if q.line is None else f"{q.origin}, line {q.line}")
                _say(f"{place}: {q.message}" + (f"; {q.remedy}" if q.remedy else "") + f"  (tried {q.tries} times since {q.since})")
    return 1 if held else 0


def reread(a: argparse.Namespace) -> int:
    from dateline.desk.progress import Progress
    from dateline.desk.rereading import outdated

    check_workers(a.workers)
    with _opened(a.desk) as desk:
        if a.show:
            todo = outdated(desk.db)
            _say(f"to read again: {todo['read']:,} articles; to write anew: {todo['rows']:,}; to fold: {todo['folded']:,}")
            return 0
        return _ended(desk.reread(everything=a.all, fold=a.fold, workers=a.workers, progress=Progress(sys.stderr)), a.desk)


def versions(a: argparse.Namespace) -> int:
    with _opened(a.desk) as desk:
        found = desk.versions(a.article)
        if not found:
            raise StopRun(f"the desk has nothing of {a.article!r}", place=a.desk, remedy="take an id from `dateline find --what articles`")
        for v in found:
            _say(f"{v.number}. {v.article}  published {v.published or 'unknown'}, added {v.added}  {v.headline}")
            for c in v.changes:
                _say(f"   - {_short(c.old, 300)}" if c.old else "", f"   + {_short(c.new, 300)}" if c.new else "")
    return 0


def find(a: argparse.Namespace) -> int:
    from dateline.desk.filter import Filter
    from dateline.desk.tables import table

    f = Filter.from_options(a)
    with _opened(a.desk) as desk:
        if a.count:
            _say(f"{desk.count(f)}")
            return 0
        page = desk.find(f, a.what)
        if a.json:
            _say(
                json.dumps(
                    {"page": page.page, "size": page.size, "more": page.more, "rows": [asdict(r) for r in page.rows]}, ensure_ascii=False
                )
            )
            return 0
        for line in table(page.rows):
            _say(line)
        if page.more:
            print(f"dateline: there are more: --page {page.page + 1}", file=sys.stderr)
    return 0


def timeline(a: argparse.Namespace) -> int:
    from dateline.desk.filter import Filter
    from dateline.desk.phrases import sentence

    with _opened(a.desk) as desk:
        for day in desk.timeline(Filter.from_options(a)):
            if a.json:
                _say(json.dumps(asdict(day), ensure_ascii=False))
                continue
            _say(day.day or "no day known")
            for e in day.events:
                _say(f"  {sentence(e)}  [{e.articles} report{'' if e.articles == 1 else 's'}]  {e.id}")
    return 0


def trends(a: argparse.Namespace) -> int:
    from dateline.desk.filter import Filter

    with _opened(a.desk) as desk:
        found = [t for t in desk.trends(Filter.from_options(a), by=a.by, days=a.days, until=a.up_to) if t.rising or a.everything]
        for t in found:
            if a.json:
                _say(json.dumps(asdict(t), ensure_ascii=False))
                continue
            mark = "rises" if t.rising else "may be chance"
            _say(f"{t.name}: {t.now} now, {t.expected:g} expected ({t.past} in the past), {t.times:g} times; {mark} (q {t.corrected:.2g})")
            _say(f"    {' '.join(t.evidence)}")
        if not found and not a.json:
            print("dateline: nothing rises surely enough; --everything shows what may be chance", file=sys.stderr)
    return 0


def brief(a: argparse.Namespace) -> int:
    from dateline.desk.brief_forms import render
    from dateline.desk.filter import Filter

    with _opened(a.desk) as desk:
        _say(render(desk.brief(Filter.from_options(a), title=a.title), a.format), end="")
    return 0


def decide(a: argparse.Namespace) -> int:
    with _opened(a.desk) as desk:
        if a.act == "log":
            _log(desk, a.json)
            return 0
        if not a.target:
            raise StopRun(f"{a.act} what?", place="decide", remedy="give an id from `dateline find`, or the number of a decision to undo")
        fields: dict[str, Any] = {}
        rest = list(a.rest)
        if a.act == "add":
            if a.target != "event":
                raise StopRun(f"{a.target!r} cannot be added by hand", place="decide add", remedy="add event FIELD=VALUE…")
            fields = dict(_pair(r, "decide add event") for r in rest)
            rest = []
        number = desk.decide(a.act, a.target, *rest, who=a.who or _user(), why=a.why, **fields)
        _say(f"decision {number}")
    return 0


def agree(a: argparse.Namespace) -> int:
    with _opened(a.desk) as desk:
        found = desk.agreement()
        if a.json:
            _say(json.dumps(asdict(found), ensure_ascii=False))
            return 0
        _say(f"people: {', '.join(found.people) or 'nobody has decided anything'}")
        for b in found.between:
            if b.units:
                alpha = "not defined (nothing varies)" if b.alpha is None else f"{b.alpha:.3f}"
                _say(f"{b.question}: {b.units} judged by two or more, {b.same:.0%} the same, Krippendorff's alpha {alpha}")
        for m in found.machine:
            if m.judged:
                _say(f"machine, {m.of}: {m.right} of {m.judged} right ({m.share:.0%}; {m.low:.0%} to {m.high:.0%} with 95 % confidence)")
    return 0


def _log(desk: Desk, as_json: bool) -> None:
    for d in desk.decisions():
        if as_json:
            _say(json.dumps(asdict(d), ensure_ascii=False))
            continue
        what = f" {d.field} = {json.dumps(d.value, ensure_ascii=False)}" if d.field else ""
        state = " (undone)" if d.undone else f" (unattached: {d.unattached})" if d.unattached else ""
        _say(f"{d.number}. {d.at} {d.who}: {d.act} {d.target}{what}" + (f" – {d.why}" if d.why else "") + state)


def _ended(counts: Counts, desk: str) -> int:
    failed = counts.refused + counts.failed
    print(f"dateline: {counts.new} new, {counts.read} read, {counts.folded} folded, {failed} could not be read", file=sys.stderr)
    if failed:
        print(f"dateline: see why with: dateline quarantine {desk}", file=sys.stderr)
    return 1 if failed else 0


def _opened(path: str, *, create: bool = False) -> Desk:
    from dateline.desk.desk import open_desk

    return open_desk(path, create=create)


def _say(*lines: str, end: str = "\n") -> None:
    for line in lines:
        if line:
            print(line, end=end)


def _pair(given: str, place: str) -> tuple[str, str]:
    name, mark, value = given.partition("=")
    if not mark:
        raise StopRun(f"{given!r} is no FIELD=VALUE", place=place, remedy="write it with an equals sign")
    return name.strip(), value.strip()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
