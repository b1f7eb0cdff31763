"""Rules for lengths of time and for times that recur: "three weeks", "the past two months", "30-day", "every Monday", "15 a year"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Each, Length, Near, Number, Reference, Stretch
from dateline.dates.lexicon import beside

LENGTHS = RuleBook()
_rule = LENGTHS.rule
_ONE = Number(1, 1)
_HEADS = (
    "for",
    "in",
    "over",
    "after",
    "within",
    "of",
    "took",
    "during",
    "lasting",
    "spent",
    "through",
)  # words that begin a sentence with a length
_SIDES = {
    "last": -1,
    "past": -1,
    "previous": 0,
    "preceding": 0,
    "prior": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "forthcoming": 1,
    "latest": -1,
}


_KIND = "(trading|working|business|calendar|full|straight|consecutive|long|whole|more|additional|extra|further|successive|solid|hot|good)?"


def duration(length: Length) -> str:
    """TIMEX3's value of a length: "P2Y6M", "PT10H", "PXM" for "several months"."""
    unit, number = length.unit, length.number
    letter = {
        "minute": "M",
        "hour": "H",
        "second": "S",
        "day": "D",
        "week": "W",
        "weekend": "WE",
        "month": "M",
        "quarter": "Q",
        "year": "Y",
        "decade": "E",
        "century": "C",
        "fortnight": "W",
    }[unit]
    start = "PT" if unit in ("second", "minute", "hour") else "P"
    if number.low is None or number.low != number.high:
        return f"{start}X{letter}"
    amount = number.low
    if unit == "fortnight":
        amount *= 2
    if unit == "decade":
        amount, letter = amount * 10, "Y"
    if unit == "century":
        amount, letter = amount * 100, "Y"
    whole, part = int(amount), amount - int(amount)
    if part and part == 0.5 and letter in ("Y", "H", "D", "M"):
        finer = {"Y": "6M", "H": "30M", "D": "T12H", "M": "30S" if start == "PT" else ""}[letter]
        if finer:
            return start + (f"{whole}{letter}" if whole else "") + finer
    return f"{start}{amount:g}{letter}"


@_rule("LENGTH", "(the)? (recent|coming|BACK|FORTH|first|early|final|opening|closing) unit:UNITS (?!of)", "the unit:UNITS (ahead|to come)")
def _recent(p: Piece) -> Stretch | Length | Reference:
    words = p.words().split()
    if words[0] == "coming" and p["unit"] not in ("day", "week"):
        return Reference("FUTURE_REF")
    if words[-2] in ("first", "early", "final", "opening", "closing"):
        return Length(Number(None, None), p["unit"])
    return Stretch(
        Length(Number(None, None), p["unit"]),
        -1 if "recent" in p.words() or p.words().split()[-2] in ("last", "past", "previous", "preceding", "prior") else 1,
    )


@_rule(
    "LENGTH",
    "(the|these|those)? (BACK|FORTH|following|latest|recent|first|final|opening|closing)"
    f" (number:(NUM|VAGUE) HYPHEN? {_KIND}|couple of) unit:(UNITS|UNIT)",
)
def _stretch(p: Piece) -> Stretch | Length:
    """ "the past two months" lies against now; "the first nine months" does not."""
    words = p.words().split()
    word = words[1] if words[0] in ("the", "these", "those") else words[0]
    number = p["number"] if isinstance(p["number"], Number) else Number(2, 2) if "couple" in words else Number(None, None)
    length = Length(number, p["unit"])
    side = _SIDES.get(word, 0)
    return Stretch(length, side) if side else length


@_rule("SET", "often:PERIODIC")
def _periodic(p: Piece) -> Each | None:
    if p.first.capital and not p.first.shouted and p.before and p.before.kind in ("word", "possessive"):
        return None  # "the People's Daily"
    return Each(p["often"])


@_rule("SET", "(a|an|per) unit:UNIT (?!ago|earlier|before|later|after|or)")
def _per(p: Piece) -> Each | None:
    """ "15 a year", "$5 a share a year", "three times a week"; after anything else "a year" is a length."""
    before = p.before
    if p.words().startswith("per"):
        return Each(duration(Length(_ONE, p["unit"])))
    counted = before is not None and (before.kind in ("figures", "decimal", "grouped", "PERCENT") or before.word in beside("COUNTS_PER"))
    return Each(duration(Length(_ONE, p["unit"]))) if counted else None


@_rule("NUM", "number:NUM (or more|or so) (?=UNITS)")
def _or_more(p: Piece) -> Number:
    return p["number"]  # type: ignore[no-any-return]


@_rule(
    "LENGTH",
    f"(the)? number:NUM {_KIND} unit:UNITS (and a half|APOSTROPHE)?",
    "number:NUM HYPHEN? unit:UNIT",
    f"(the)? (NUM)? VAGUE {_KIND} unit:UNITS",
    "VAGUE HYPHEN unit:UNIT",
)
def _length(p: Piece) -> Length | None:
    words = p.words().split()
    number = p["number"]
    if number is None and isinstance(p.nodes()[0].means, Number):
        number = p.nodes()[0].means
    if p.tokens[p.nodes()[-1].first].kind == "APOSTROPHE" and p.after and p.after.word not in ("time",) and p.after.kind != "word":
        return None
    number = number or Number(None, None)
    if words[-3:] == ["and", "a", "half"] and number.low:
        number = Number(number.low + 0.5, number.low + 0.5)
    if words[0] in ("some", "more", "many") and words[-1] in ("seconds",):
        return None
    return Length(number, p["unit"])


@_rule("LENGTH", "a unit:UNIT or two")
def _one_or_two(p: Piece) -> Length:
    return Length(Number(1, 2), p["unit"])


@_rule(
    "LENGTH",
    "(a|an|one|single) (BACK|FORTH|full|whole|entire|single|additional|extra|further|good|mere)? unit:UNIT (and a half)?",
    "half:NUM unit:UNIT",
    "(a|an|one) HYPHEN unit:UNIT",
    "unit:UNIT HYPHEN (long|plus)",
    "unit:UNITS HYPHEN long",
    "half HYPHEN unit:UNIT",
)
def _one(p: Piece) -> Length | Reference | None:
    words = p.words()
    number = (
        Number(1.5, 1.5)
        if words.endswith("a half")
        else Number(None, None)
        if words.split()[0].endswith("s")
        else Number(0.5, 0.5)
        if words.startswith("half")
        else _ONE
    )
    if (
        words == "one day"
        and p.after
        and p.after.kind == "word"
        and p.after.word not in ("ago", "after", "before", "later", "earlier", "in", "of")
    ):
        return Reference("FUTURE_REF")
    if words == "a quarter" and p.after and p.after.word == "of":
        return None  # "a quarter of the people" is a share
    return Length(number, p["unit"])


@_rule("DATE", "the unit:UNIT")
def _the_unit(p: Piece) -> Near | None:
    """ "the quarter", "the weekend": the one spoken of. "the day" and "the hour" before "of", "that", "when" are told by what follows."""
    after = p.after
    if p["unit"] in ("minute", "hour", "decade", "century", "fortnight", "month") or (
        after and (after.kind == "HYPHEN" or after.word in ("of", "that", "when", "they", "he", "before", "after"))
    ):
        return None
    if (
        after
        and after.kind == "word"
        and p["unit"] == "day"
        and after.word not in ("and", "at", "in", "on", "with", "as", "to", "by", "for", "but")
    ):
        return None
    if p["unit"] == "day" and p.before and p.before.word == "by":
        return None  # "worse by the day"
    return Near(0, p["unit"], "told")


@_rule("LENGTH", "unit:UNITS")
def _units(p: Piece) -> Length | None:
    before, after = p.before, p.after
    if p["unit"] in ("second", "weekend", "fortnight") or (
        before
        and (
            before.word in ("these", "those", "his", "her", "their", "early", "office", "working", "opening", "peak", "rush")
            or before.kind in ("HYPHEN", "possessive")
        )
    ):
        return None
    if p["unit"] in ("quarter", "hour") and not (before and before.word in ("for", "of", "in", "within", "over", "after")):
        return None
    if after and after.kind in ("HYPHEN", "possessive"):
        return None
    if before and (
        before.word == "other"
        or (before.kind == "word" and before.capital and before.word not in _HEADS)
        or (before.word == "the" and p["unit"] == "day" and after and after.word == "of")
    ):
        return None  # "the Trump years", "the days of egged Fords"
    return Length(Number(None, None), p["unit"])


@_rule("REF", "the (recent|distant)? past")
def _past(p: Piece) -> Reference | None:
    return (
        None
        if p.after
        and p.after.kind == "word"
        and p.after.word
        not in ("and", "but", "or", "that", "when", "have", "has", "was", "is", "were", "had", "to", "by", "with", "for", "as", "on")
        else Reference("PAST_REF")
    )


@_rule("REF", "current|recent|then current")
def _adjective(p: Piece) -> Reference:
    return Reference("PRESENT_REF" if p.words() == "current" else "PAST_REF")
