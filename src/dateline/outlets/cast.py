"""Who is who, in the order an analyst asks: those who take part first, by how much they take part; then those only named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.outlets.words import one_line
from dateline.record import Actor, Record


@dataclass(frozen=True, slots=True)
class ActorRow:
    """`spellings` are other names as printed; `called` are descriptions ("the general's son")."""

    actor: Actor
    about: str  # kind, country, sector
    role: str
    spellings: tuple[str, ...]
    called: tuple[str, ...]
    facts: int  # events, statements and claims that it takes part in
    named: bool  # False: a crowd, or somebody without a name


def cast(record: Record) -> tuple[ActorRow, ...]:
    """Every actor: those with facts first, most first; then the others, in the order of the text."""
    facts: dict[str, int] = {}
    for e in record.events:
        for i in dict.fromkeys((*e.actors, *e.recipients)):
            facts[i] = facts.get(i, 0) + 1
    for s in record.statements:
        for i in dict.fromkeys((s.speaker or "", *s.addressee)):
            facts[i] = facts.get(i, 0) + 1
    for c in record.claims:
        facts[c.claimant or ""] = facts.get(c.claimant or "", 0) + 1
    names = {m.refers_to for m in record.mentions if m.form == "name"}
    rows = [_row(a, facts.get(a.id, 0), a.kind != "population" and (a.id in names or not record.mentions)) for a in record.actors]
    return tuple(sorted(rows, key=lambda r: -r.facts))


def _row(a: Actor, facts: int, named: bool) -> ActorRow:
    seen = {_plain(a.name).casefold()}
    spellings: list[str] = []
    called: list[str] = []
    titles = [one_line(r.title) for r in a.roles]
    role = "; ".join(dict.fromkeys(t for t in titles if t))
    seen |= {_plain(t).casefold() for t in titles}
    for alias in a.aliases:
        plain = _plain(alias)
        if plain.casefold() in seen or not plain:
            continue
        seen.add(plain.casefold())
        (called if plain[0].islower() else spellings).append(one_line(alias))
    about = " ".join(x for x in (a.kind, a.country or "", a.sector or "") if x)
    return ActorRow(a, about, role, tuple(spellings), tuple(called), facts, named)


def _plain(name: str) -> str:
    """`name` without its article and outer punctuation: "The EC" and "EC," are no spellings of their own."""
    return re.sub(r"^(?:the|a|an)\s+", "", one_line(name), flags=re.IGNORECASE).strip(" ,.;:")
