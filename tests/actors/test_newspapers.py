"""Newspapers that a tagger takes for persons."""

from __future__ import annotations

from telling import every, named

from dateline.actors import find_actors


def test_the_outlets_own_name_is_no_person() -> None:
    text = "He sent a statement to Al-Veln. Al-Veln has a copy."
    found = find_actors(text, every(text, "person", "Al-Veln"), [], outlet="alveln-sd.net")
    assert (named(found, "Al-Veln").kind, named(found, "Al-Veln").sector) == ("organization", "JRN")


def test_a_name_that_is_quoted_every_time_is_no_person() -> None:
    text = "He told “Al-Qarn” this. A copy was sent to “Al-Qarn”."
    assert named(find_actors(text, every(text, "person", "Al-Qarn"), []), "Al-Qarn").kind == "organization"


def test_a_nickname_that_is_quoted_once_stays_a_person() -> None:
    text = "“Lobo” came. Lobo left."
    assert named(find_actors(text, every(text, "person", "Lobo"), []), "Lobo").kind == "person"
