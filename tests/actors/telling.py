"""Builds mentions and frames from words of a text, so that tests read like the sentences they are about."""

from __future__ import annotations

from dateline.actors import Actors
from dateline.reader.reading import DEED, SAYING, Found, Frame, Role
from dateline.record import Actor, Span


def at(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def every(text: str, label: str, *names: str, form: str = "name") -> list[Found]:
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            found.append(Found(start, start + len(name), label, form))
            start = text.find(name, start + 1)
    return found


def says(text: str, speaker: str, nth: int = 0, content: str | None = None) -> Frame:
    roles = [Role("speaker", *at(text, speaker, nth))]
    if content:
        roles.append(Role("content", *at(text, content)))
    return Frame(SAYING, None, tuple(roles))


def does(text: str, actor: str | None = None, recipient: str | None = None, *, actor_nth: int = 0, recipient_nth: int = 0) -> Frame:
    roles = []
    if actor:
        roles.append(Role("actor", *at(text, actor, actor_nth)))
    if recipient:
        roles.append(Role("recipient", *at(text, recipient, recipient_nth)))
    return Frame(DEED, None, tuple(roles), type="ASSAULT")


def named(actors: Actors, name: str) -> Actor:
    return next(a for a in actors.actors if name in (a.name, *a.aliases))
