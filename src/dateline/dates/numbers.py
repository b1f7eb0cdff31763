"""Rules for numbers: "twenty four", "2 1/2", "two and a half", "a couple of", "two to three", "nineteen ninety-seven"."""

from __future__ import annotations

from dateline.dates.cascade import Piece, RuleBook
from dateline.dates.expression import Number
from dateline.dates.lexicon import vocabulary

NUMBERS = RuleBook()
_rule = NUMBERS.rule
_FIGURES = "(INT|DECIMAL|GROUPED)"


def count(number: float) -> Number:
    return Number(number, number)


def spelled(words: list[str]) -> int | None:
    """The number that small and large number words make; None where they make none ("four four")."""
    small, large = vocabulary()["SMALL"], vocabulary()["LARGE"]
    total, part, last = 0, 0, 1000
    for word in words:
        if word in small:
            if small[word] >= last or (small[word] >= 10 and last < 100):
                return None
            part += small[word]
            last = 10 if small[word] >= 20 else 1
        elif word in large:
            part = max(1, part) * large[word]
            last = large[word]
            if last >= 1000:
                total, part = total + part, 0
    return total + part


@_rule("YEARNUM", "(?<=in) high:SMALL low:SMALL (HYPHEN? SMALL)?", "high:SMALL low:SMALL HYPHEN SMALL")
def _spelled_year(p: Piece) -> int | None:
    """ "nineteen ninety-seven": two pairs of figures, of which the first is a century."""
    words = p.words().replace("- ", "").split()
    century, rest = spelled(words[:1]), spelled(words[1:])
    return century * 100 + rest if century in (17, 18, 19, 20) and rest and 10 <= rest < 100 else None


@_rule("YEARNUM", "(?<=year) two thousand (and)? (SMALL)?")
def _two_thousand(p: Piece) -> int | None:
    return spelled([w for w in p.words().split() if w != "and"])


@_rule("ORDINAL", "SMALL HYPHEN last:ORDINAL", "(?<=the) tens:SMALL last:ORDINAL")
def _compound_ordinal(p: Piece) -> int | None:
    tens = vocabulary()["SMALL"][p.words().split()[0]]
    return tens + p["last"] if tens >= 20 and 0 < p["last"] < 10 else None


@_rule("NUM", "half (a|an) (?=UNIT)", "half HYPHEN (?=UNIT)")
def _half(_: Piece) -> Number:
    return count(0.5)


@_rule("NUM", "(a|one) couple (of)? (more)? (?=UNITS)", "couple (of)? (?=UNITS)")
def _couple(_: Piece) -> Number:
    return count(2)


@_rule(
    "NUM",
    "(a|an) (good|great)? (few|number|handful|dozen) (of|more)* (?=UNITS)".replace("*", "?"),
    "(dozens|scores|hundreds|thousands|tens) of (?=UNITS)",
)
def _vague(p: Piece) -> Number:
    return count(12) if p.words() == "a dozen" else Number(None, None)


@_rule("NUM", "(a (?=LARGE))? (SMALL|LARGE) (HYPHEN? (and)? (SMALL|LARGE)){0,6}", "(a|an) LARGE")
def _words(p: Piece) -> Number | None:
    number = spelled([w for w in p.words().split() if w not in ("a", "an", "and", "-")])
    return None if number is None else count(number)


@_rule("NUM", f"whole:{_FIGURES} upper:INT SLASH lower:INT (?=HYPHEN? (UNIT|UNITS))", f"whole:{_FIGURES} HALFSIGN")
def _fraction(p: Piece) -> Number | None:
    whole = (p["whole"].low or 0) if isinstance(p["whole"], Number) else p["whole"]
    nodes = p.nodes()
    return (
        count(whole + nodes[-3].means / nodes[-1].means)
        if len(nodes) == 4 and nodes[-1].means
        else count(whole + 0.5)
        if len(nodes) == 2
        else None
    )


@_rule(
    "NUM",
    f"{_FIGURES} (?=HYPHEN? (more|full|and|to|or|whole|long|straight|consecutive|trading|working|business)? HYPHEN?"
    f" (a|{_FIGURES}|NUM)? (half)? HYPHEN? (UNIT|UNITS))",
)
def _figures(p: Piece) -> Number | None:
    means = p.nodes()[0].means
    after = p.after
    if isinstance(means, int) and 1900 <= means <= 2060 and (after is None or after.word not in vocabulary()["UNITS"]):
        return None  # "the 1988 quarter", "in August 2020 to three years in prison"
    return means if isinstance(means, Number) else count(means)


@_rule("NUM", "whole:NUM and a half")
def _and_a_half(p: Piece) -> Number | None:
    whole: Number = p["whole"]
    return None if whole.low is None else count(whole.low + 0.5)


@_rule("NUM", "low:NUM (HYPHEN? to|HYPHEN? or|HYPHEN) HYPHEN? high:NUM (?=HYPHEN? (UNIT|UNITS|more))")
def _between(p: Piece) -> Number | None:
    low, high = p["low"].low, p["high"].high
    return Number(low, high) if low is not None and high is not None and low < high else None
