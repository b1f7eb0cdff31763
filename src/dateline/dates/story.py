"""What resolving needs to know of the text: when it was written, what time was last told, and in which tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.dates import value
from dateline.dates.tense import same_sentence, tense
from dateline.dates.tokens import Token


@dataclass(slots=True)
class Told:
    """The time last told: its value, the id of its Date and the paragraph it stands in. `year` is set when its year was written out;
    `token` is the first one after it."""

    value: str
    id: str
    paragraph: int
    year: int | None = None
    token: int = 0


@dataclass(slots=True)
class Story:
    """`written` is the day the text was written (None: not known) and `written_from` the name of what says so; `month_only` when
    only its month is known. `told`, `day`, `quarter` and `dated` (a month or day with its year) were each told last;
    ``[first, last)`` are the tokens being resolved, `joined` to the time before them by "to" or a hyphen."""

    tokens: list[Token]
    written: date | None
    written_from: str | None
    month_only: bool = False
    told: Told | None = None
    day: Told | None = None
    quarter: Told | None = None
    dated: Told | None = None
    paragraph: int = 0
    first: int = 0
    last: int = 0
    joined: bool = False

    def now(self) -> tuple[date, str] | None:
        """The day of writing and the name of what says so."""
        return (self.written, self.written_from or "published") if self.written is not None else None

    def tense(self) -> str | None:
        """The tense around the expression being resolved."""
        return tense(self.tokens, self.first, self.last)

    def reference(self) -> tuple[str, str] | None:
        """The value that "later" and "the following day" count from, and the id or name of what set it."""
        if self.told is not None:
            return self.told.value, self.told.id
        if self.written is not None:
            return value.of(self.written, "month" if self.month_only else "day"), self.written_from or "published"
        return None

    def reference_day(self) -> tuple[str, str] | None:
        """The day told last in this paragraph, else the day of writing."""
        if self.day is not None and self.paragraph - self.day.paragraph <= 0:
            return self.day.value, self.day.id
        if self.written is not None and not self.month_only:
            return self.written.isoformat(), self.written_from or "published"
        return None

    def sentence_year(self) -> int | None:
        """As `told_year`, but written out earlier in the same sentence."""
        year = self.told_year()
        return year if self.dated is not None and same_sentence(self.tokens, self.dated.token, self.first) else None

    def told_year(self) -> int | None:
        """The year of a month or day whose year was written out earlier in this paragraph."""
        return self.dated.year if self.dated is not None and self.dated.paragraph == self.paragraph else None
