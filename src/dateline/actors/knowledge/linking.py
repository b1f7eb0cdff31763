"""Which entity of a knowledge base an actor is: the one whose whole name is the actor's and with whom nothing disagrees, or none."""

from __future__ import annotations

from dataclasses import replace

from dateline.actors.geography import lookup
from dateline.actors.knowledge.base import Entity, Knowledge
from dateline.actors.matching import person_tokens
from dateline.record import Actor, Record

_KIND = {"person": "person", "organization": "organization", "group": "organization", "state": "state"}


def linked(record: Record, knowledge: Knowledge) -> Record:
    """The record with each actor that the knowledge base surely has linked in `known_as`, and the reason in `because`.

    Where two entities fit, none is chosen, and the reason says so.
    """
    return replace(record, actors=tuple(link(a, knowledge) for a in record.actors))


def link(actor: Actor, knowledge: Knowledge) -> Actor:
    """The actor, linked where one and only one entity fits."""
    kind = _KIND.get(actor.kind)
    if kind is None:
        return actor
    fits: dict[str, tuple[Entity, str]] = {}
    for name in _full_names(actor):
        for entity in knowledge.called(name, kind):
            why = _agree(actor, kind, entity, name)
            if why:
                fits.setdefault(entity.id, (entity, why))
    if not fits:
        return actor
    if len(fits) > 1:
        told = ", ".join(sorted(fits)[:4])
        return replace(actor, because=(*actor.because, f"not linked: {len(fits)} entries of {knowledge.base} fit ({told})"))
    entity, why = next(iter(fits.values()))
    known_as = {**actor.known_as, knowledge.base: entity.id}
    return replace(actor, known_as=known_as, because=(*actor.because, f"linked to {entity.id} of {knowledge.base}: {why}"))


def _full_names(actor: Actor) -> list[str]:
    """Names that can tell somebody apart: of a person at least two words; of others no bare acronym but their main name."""
    names = [actor.name, *(a for a in actor.aliases if a[:1].isupper())]
    if actor.kind == "person":
        return [n for n in names if len(person_tokens(n)) >= 2]
    if actor.kind == "state":
        return [n for n in names if (word := lookup(n)) and word.how == "name"]
    return [n for n in names if not (n.isupper() and len(n) <= 6) or n == actor.name]


def _agree(actor: Actor, kind: str, entity: Entity, name: str) -> str | None:
    """Why the two are one, or None: the kinds must not differ, the countries must not, and one of the two must be told on both sides."""
    if entity.kind is not None and entity.kind != kind:
        return None
    if actor.country and entity.country and actor.country != entity.country:
        return None
    same_country = bool(actor.country and entity.country)
    if not same_country and entity.kind is None:
        return None
    if name.isupper() and len(name) <= 6 and not same_country:
        return None  # an acronym alone is borne by many
    agrees = [f"country {entity.country}"] if same_country else []
    agrees += [f"kind {kind}"] if entity.kind == kind else []
    return f"the whole name {name!r} is {entity.name!r}; {' and '.join(agrees)} agree" + ("s" if len(agrees) == 1 else "")
