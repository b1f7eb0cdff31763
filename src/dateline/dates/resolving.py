"""Evaluating an expression within its story gives a TIMEX3 type and value, and why; one function for each kind of expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from dateline.dates.expression import Expression
from dateline.dates.story import Story

T = TypeVar("T")
_RULES: dict[type, Callable[[Any, Story], Resolved]] = {}
NOTHING_DATES = "nothing dates the text"


@dataclass(frozen=True, slots=True)
class Resolved:
    """`bounds` are told only where they differ from the value's own; `explicit_year` when the words name the year themselves."""

    type: str
    value: str | None
    because: str
    anchor: str | None = None
    bounds: tuple[date, date] | None = None
    explicit_year: bool = False
    moves: bool = True  # whether what follows ("two days later") counts from here


def resolve(what: Expression, story: Story) -> Resolved:
    """The type, value and reason of an expression."""
    try:
        return _RULES[type(what)](what, story)
    except (OverflowError, ValueError):  # Python's calendar ends with the years 1 and 9999, and not every year has every day
        return dated(None, "outside the calendar")


def resolves(kind: type[T]) -> Callable[[Callable[[T, Story], Resolved]], Callable[[T, Story], Resolved]]:
    """Registers the function that evaluates expressions of one kind."""

    def add(rule: Callable[[T, Story], Resolved]) -> Callable[[T, Story], Resolved]:
        _RULES[kind] = rule
        return rule

    return add


def dated(found: str | None, because: str, anchor: str | None = None, **more: Any) -> Resolved:
    return Resolved("TIME" if found and "T" in found else "DATE", found, because, anchor if found else None, **more)
