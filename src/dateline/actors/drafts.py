"""An actor while the article is being read: what was found of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.actors.organizations import Known
from dateline.record import RoleTitle, Span

LASTING = ("government", "president", "police", "army", "military", "parliament", "opposition")


@dataclass(eq=False)
class Draft:
    """`names` are the folded words of its names, `spans` its mentions in the text, `noun` the head of an unnamed party."""

    kind: str
    spans: list[Span] = field(default_factory=list)
    surfaces: dict[str, Span] = field(default_factory=dict)
    names: list[tuple[str, ...]] = field(default_factory=list)
    name_texts: list[str] = field(default_factory=list)
    titles: dict[Span, str] = field(default_factory=dict)
    because: list[str] = field(default_factory=list)
    known: Known | None = None
    junior: str | None = None
    gender: str | None = None
    country: str | None = None
    country_because: str | None = None
    sector: str | None = None
    sector_because: str | None = None
    noun: str | None = None
    modifiers: tuple[str, ...] = ()
    plural: bool = False
    complement: str = ""
    father_of: list[Draft] = field(default_factory=list)

    @property
    def first(self) -> int:
        return min((s for s, _ in self.spans), default=1 << 30)

    @property
    def named(self) -> bool:
        return bool(self.name_texts)

    def last_before(self, at: int) -> int | None:
        """Where its last mention before `at` starts."""
        return max((s for s, e in self.spans if e <= at), default=None)

    def mention(self, text: str, span: Span) -> None:
        """Takes `span` in, with its words as a surface of the actor."""
        if span not in self.spans:
            self.spans.append(span)
        self.surface(text[span[0] : span[1]], span)

    def surface(self, words: str, span: Span) -> None:
        words = " ".join(words.split())
        if words:
            self.surfaces.setdefault(words, span)

    def title(self, text: str, span: Span) -> None:
        words = " ".join(text[span[0] : span[1]].split())
        if words not in self.titles.values():
            self.titles[span] = words

    def why(self, reason: str) -> None:
        if reason not in self.because:
            self.because.append(reason)

    def place(self, country: str | None, reason: str) -> None:
        """Sets the country if none is set."""
        if country and not self.country:
            self.country, self.country_because = country, reason

    def rank(self, sector: str | None, reason: str) -> None:
        """Sets the sector if none is set."""
        if sector and not self.sector:
            self.sector, self.sector_because = sector, reason

    def roles(self) -> tuple[RoleTitle, ...]:
        return tuple(RoleTitle(t, *s) for s, t in sorted(self.titles.items()))

    def take(self, other: Draft, reason: str) -> None:
        """Everything of `other` becomes part of this draft."""
        self.spans.extend(s for s in other.spans if s not in self.spans)
        for words, span in other.surfaces.items():
            self.surfaces.setdefault(words, span)
        self.names.extend(n for n in other.names if n not in self.names)
        self.name_texts.extend(n for n in other.name_texts if n not in self.name_texts)
        for span, words in other.titles.items():
            if words not in self.titles.values():
                self.titles[span] = words
        for line in other.because:
            self.why(line)
        self.why(reason)
        self.known = self.known or other.known
        self.junior = self.junior or other.junior
        self.gender = self.gender or other.gender
        self.place(other.country, other.country_because or "")
        self.rank(other.sector, other.sector_because or "")
        self.father_of.extend(other.father_of)
