"""A knowledge base in memory: entities, found by their whole folded names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.actors.folding import fold
from dateline.actors.legal_forms import organization_tokens
from dateline.actors.matching import person_tokens


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody of a knowledge base. `kind` is "person", "organization", "state" or None (not told); `country` ISO 3166-1 alpha-3."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    kind: str | None = None
    sector: str | None = None


class Knowledge:
    """The entities of one file. `base` names it in `Actor.known_as`: "wikidata" where the ids are Wikidata's, else the file's stem."""

    def __init__(self, entities: Iterable[Entity], *, base: str) -> None:
        self.base = base
        self._by_key: dict[str, list[Entity]] = {}
        self._count = 0
        for entity in entities:
            self._count += 1
            for key in sorted({k for name in (entity.name, *entity.aliases) for k in _keys(name, entity.kind)}):
                self._by_key.setdefault(key, []).append(entity)

    def __len__(self) -> int:
        return self._count

    def called(self, name: str, kind: str) -> tuple[Entity, ...]:
        """The entities one of whose names is this one, but for script, diacritics, titles, particles and legal forms."""
        found = [e for key in _keys(name, kind) for e in self._by_key.get(key, ())]
        return tuple({e.id: e for e in found}.values())


def _keys(name: str, kind: str | None) -> tuple[str, ...]:
    """What a name is filed under: as a person's, an organization's or a state's; under all of them when the kind is not told."""
    if not fold(name):
        return ()
    out = []
    if kind in ("person", None):
        out.append("p " + " ".join(person_tokens(name)))
    if kind in ("organization", "group", None):
        out.append("o " + " ".join(organization_tokens(name)[0]))
    if kind in ("state", None):
        out.append("s " + fold(name).removeprefix("the "))
    return tuple(out)
