"""What a time expression says before anybody knows when it was written: the trees that the grammar builds and `resolve` evaluates."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """A count as told; both ends None when it is vague ("several")."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: so many units."""

    number: Number
    unit: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as TIMEX3 prints it after the T ("10:35", "18:00Z")."""

    stamp: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value known from the words alone."""

    value: str | None
    because: str = "as written"
    last: str | None = None  # for a range: the value it ends with


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the calendar of which some fields may be missing ("Friday", "March", "Oct. 9", "the third quarter", "the 17th")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade without its century ("the '80s"): its tens digit."""

    tens: int


@dataclass(frozen=True, slots=True)
class Near:
    """The unit `step` away from the writer's now (`base` "now") or from the time last told ("ref"); `point` narrows it ("last Friday")."""

    step: int
    unit: str = ""
    base: str = "now"
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A length away from `base`: "now", "ref" or another expression. `sign` is -1 for before."""

    length: Length
    sign: int
    base: Expression | str
    base_tokens: tuple[int, int] | None = None  # where the base stands, when it is told as a date of its own


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of some day ("Friday night"): TIMEX3 codes MO AF EV NI MI DT."""

    part: str
    day: Expression | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the clock on some day."""

    clock: Clock
    day: Expression | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning, middle or end of something longer: the value stays, the bounds may narrow to `edge`."""

    whole: Expression
    edge: str


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit or weekday within something longer; negative counts from its end."""

    n: int
    unit: str
    whole: Expression
    count: int = 1


@dataclass(frozen=True, slots=True)
class Within:
    """Fields told apart from the year they belong to: "March this year", "last year's third quarter"."""

    point: Point
    year: Expression


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Each:
    """A recurring time (TIMEX3 SET) and its value."""

    value: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length laid against now: "the past two months" (-1), "the next few days" (1) or with neither side told (0)."""

    length: Length
    side: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day of a year to be found; `key` is its entry in holidays.yaml."""

    key: str
    year: Expression | None = None
    step: int = 0


@dataclass(frozen=True, slots=True)
class Foreign:
    """A date in another named calendar (see calendars.py)."""

    calendar: str
    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Slashed:
    """Three numbers of which the order is the country's own ("7/8/07")."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Silent:
    """Understood and left out: no time is told ("a 26-year-old")."""

    words: tuple[str, ...] = field(default=())


Expression = (
    Fixed
    | Point
    | Decade
    | Near
    | Shift
    | PartOfDay
    | Moment
    | Edge
    | Nth
    | Within
    | Reference
    | Each
    | Stretch
    | Length
    | Feast
    | Foreign
    | Slashed
    | Silent
)
