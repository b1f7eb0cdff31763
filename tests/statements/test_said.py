"""A frame of saying as a statement in the making."""

from __future__ import annotations

import pytest

from dateline.reader.reading import SAYING, Frame, Role
from dateline.record import Span
from dateline.statements.quotes import quotations
from dateline.statements.said import Said, said_of
from statements.telling import saying, spot


def said(text: str, frame: Frame, stretches: list[Span] | None = None) -> Said | None:
    return said_of(text, frame, frame.spans("content"), quotations(text), stretches)


def content(text: str, frame: Frame) -> list[str]:
    s = said(text, frame)
    return [text[a:b] for a, b in s.content] if s else []


@pytest.mark.parametrize(
    ("text", "marked", "cue"),
    [
        ("According to Diallo, the road was open to all.", "to", "According to"),
        ("Diallo did not rule out that they would go.", "out", "rule out"),
        ("“We stay,” Diallo said in the letter to all.", "said in the", "said"),
        ("Everybody to agrees that the road was open.", "to agrees", "agrees"),
        ("Diallo called on the army to leave the road.", "called on", "called on"),
    ],
)
def test_the_telling_word_is_mended(text: str, marked: str, cue: str) -> None:
    at = text.index(marked if marked != "to" else "to Diallo")
    frame = Frame(SAYING, (at, at + len(marked)), (Role("content", len(text) - 15, len(text) - 1),))
    s = said(text, frame)
    assert s and s.cue and text[slice(*s.cue)] == cue


def test_any_part_of_a_quotation_beside_its_telling_word_is_the_whole() -> None:
    text = "“We asked for a road. We asked for a school. They sent nobody,” Diallo said."
    assert content(text, saying(text, "said", speaker="Diallo", content="They sent nobody")) == [
        "We asked for a road. We asked for a school. They sent nobody"
    ]


def test_that_before_the_quotation_stays() -> None:
    text = "Diallo said that his men “took the bridge and the two roads behind it” at night."
    frame = saying(text, "said", speaker="Diallo", content="that his men “took the bridge and the two roads behind it")
    assert content(text, frame) == ["that his men “took the bridge and the two roads behind it"]


def test_the_paper_that_has_a_copy_is_no_content() -> None:
    text = "Diallo said in a statement of which the Star received a copy, that the road was open."
    frame = saying(text, "said in a statement of", speaker="Diallo", content="which the Star received a copy, that the road was open")
    assert content(text, frame) == ["that the road was open"]


def test_two_quotations_with_hardly_a_word_between_are_two_spans() -> None:
    text = "Diallo tweeted, “The law is clear to all,” and “I am the mayor of this town.”"
    frame = saying(text, "tweeted", speaker="Diallo", content="The law is clear to all,” and “I am the mayor of this town")
    assert content(text, frame) == ["The law is clear to all", "I am the mayor of this town."]


def test_a_heading_tells_nothing_of_the_paragraph_before() -> None:
    text = "The road was closed.\n\nThe mayor says\n\nHe denied it."
    lines = [spot(text, "The road was closed."), spot(text, "The mayor says"), spot(text, "He denied it.")]
    assert said(text, saying(text, "says", speaker="The mayor", content="The road was closed"), lines) is None


def test_the_speaker_before_a_relative_clause_is_taken_when_the_reader_is_surer_of_it() -> None:
    text = "The mayor, who also leads the council, said that he was ready."
    roles = [
        Role("speaker", *spot(text, "The mayor"), 0.9),
        Role("speaker", *spot(text, "the council"), 0.6),
        Role("content", *spot(text, "that he was ready")),
    ]
    s = said(text, Frame(SAYING, spot(text, "said"), tuple(roles)))
    assert s and s.source == spot(text, "The mayor")


def test_who_stands_for_the_speaker() -> None:
    text = "He met Diallo, who later said that he was ready."
    s = said(text, saying(text, "said", content="that he was ready"))
    assert s and s.source == spot(text, "who")
