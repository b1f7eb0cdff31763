"""Rules for times that recur (TIMEX3 SET) and name their day, month or season: "every Monday", "each July", "Tuesday nights".
They run before a bare "Monday" is taken for one day."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Each, Length, Number
from dateline.dates.length_rules import duration

SETS = RuleBook()
_rule = SETS.rule
_ONE = Number(1, 1)


@_rule("SET", "(each|every) (other|NUM)? unit:(UNIT|UNITS)", "(each|every) unit:(UNIT)")
def _every(p: Piece) -> Each:
    words = p.words().split()
    nodes = p.nodes()
    number = nodes[1].means if len(nodes) > 2 and isinstance(nodes[1].means, Number) else Number(2, 2) if "other" in words else _ONE
    return Each(duration(Length(number, p["unit"])))


@_rule("SET", "(each|every) (day:WEEKDAY|month:MONTH|season:SEASON|part:PART)", "days:WEEKDAYS")
def _each(p: Piece) -> Each | None:
    weekday = p["days"] or p["day"]
    if weekday is not None:
        return Each(f"XXXX-WXX-{weekday}")
    if p["month"] is not None:
        return Each(f"XXXX-{p['month']:02d}")
    return Each(f"XXXX-{p['season']}" if p["season"] else f"XXXX-XX-XXT{p['part']}")


@_rule("SET", "(weekday:WEEKDAY (?=(and|or) WEEKDAY part:PARTS)|weekday2:WEEKDAY part2:PARTS)")
def _weekday_nights(p: Piece) -> Each:
    """ "Monday and Tuesday nights" are two sets."""
    return Each(f"XXXX-WXX-{p['weekday'] or p['weekday2']}T{p['part'] or p['part2']}")


@_rule("SET", "(the)? (BACK)? NUM season:SEASONS")
def _summers(p: Piece) -> Each:
    return Each(f"XXXX-{p['season']}")
