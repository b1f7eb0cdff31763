"""The words around a telling word."""

from __future__ import annotations

import pytest

from dateline.events.clause import clause_of, determiner, preposition
from statements.telling import spot


@pytest.mark.parametrize(
    ("text", "trigger", "form"),
    [
        ("Nine farmers were arrested on Monday.", "arrested", "passive"),
        ("Nine farmers were arrested on Monday.", "were arrested", "passive"),
        ("The army arrested nine farmers.", "arrested", "finite"),
        ("The army plans to arrest farmers.", "arrest", "infinitive"),
        ("The arrests of farmers went on.", "arrests", "noun"),
        ("The farmers detained in Tamsk are free.", "detained", "participle"),
    ],
)
def test_form(text: str, trigger: str, form: str) -> None:
    assert clause_of(text, spot(text, trigger), (0, len(text))).form == form


def test_owners_before_and_after() -> None:
    text = "Police took his phone after their protest."
    taken = clause_of(text, spot(text, "took"), (0, len(text)))
    protest = clause_of(text, spot(text, "protest"), (0, len(text)))
    assert (taken.owner_after, protest.owner_before) == (spot(text, "his"), spot(text, "their"))


def test_persons_of_a_quotation() -> None:
    text = "We will strike you."
    c = clause_of(text, spot(text, "strike"), (0, len(text)))
    assert (c.first_person, c.second_person) == (True, True)


@pytest.mark.parametrize(("words", "want"), [("beaten by the ", "by"), ("protest against ", "against"), ("met ", None), ("a ban ", None)])
def test_preposition(words: str, want: str | None) -> None:
    assert preposition(words, 0, len(words)) == want


@pytest.mark.parametrize(
    ("text", "word", "before"),
    [
        ("After the deadly attack", "attack", "the"),
        ("After another attack", "attack", "another"),
        ("After three attacks", "attacks", "a number"),
        ("After a deadly attack", "attack", "a"),
        ("After Kessa's attack", "attack", "an owner"),
        ("After this attack", "attack", "this"),
        ("They attack", "attack", "nothing"),
    ],
)
def test_determiner(text: str, word: str, before: str) -> None:
    assert determiner(text, text.index(word), 0) == before
