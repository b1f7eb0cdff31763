"""One speech, one statement."""

from __future__ import annotations

from dateline.reader.reading import Frame
from dateline.record import Actor
from dateline.statements import find_statements
from statements.telling import reading, saying, spot


def told(text: str, *frames: Frame) -> list[tuple[str | None, list[str]]]:
    refers = {spot(text, n): i for n, i in (("Ndiaye", "a1"), ("Sow", "a2")) if n in text}
    actors = [Actor("a1", "Ndiaye", "person"), Actor("a2", "Sow", "person")]
    found = find_statements(text, reading(text, *frames), actors=actors, refers=refers)
    return [(s.speaker, [text[a:b] for a, b in s.content]) for s in found]


def test_an_interrupted_quotation_is_one() -> None:
    text = "“We will stay here,” said Ndiaye, “and nobody will move us.”"
    frame = saying(text, "said", speaker="Ndiaye", content="We will stay here")
    assert told(text, frame) == [("a1", ["We will stay here", "and nobody will move us."])]


def test_a_new_sentence_that_goes_on_after_the_cue_is_a_statement_of_its_speaker() -> None:
    text = "“We will stay here,” said Ndiaye. She then left. “Nobody will ever move us again.”"
    frame = saying(text, "said", speaker="Ndiaye", content="We will stay here")
    assert [who for who, _ in told(text, frame)] == ["a1", "a1"]


def test_paragraphs_that_each_open_the_mark_are_one_speech() -> None:
    text = "Ndiaye said: “The first year was hard for all of us.\n\n“The second was harder still.\n\n“The third will be better.”"
    frame = saying(text, "said", speaker="Ndiaye", content="The first year was hard for all of us")
    assert told(text, frame) == [
        ("a1", ["The first year was hard for all of us.", "The second was harder still.", "The third will be better."])
    ]


def test_a_lost_closing_mark_does_not_join_two_speakers() -> None:
    text = "“We will stay here forever, said Ndiaye.\n\n“We will leave tomorrow,” said Sow."
    frames = [
        saying(text, "said", speaker="Ndiaye", content="We will stay here forever"),
        saying(text, "said", nth=2, speaker="Sow", content="We will leave tomorrow"),
    ]
    assert [who for who, _ in told(text, *frames)] == ["a1", "a2"]


def test_one_quotation_between_two_cues_is_held_once() -> None:
    text = "She was firm. “We will stay,” said Ndiaye. “The road is closed,” Sow said."
    frames = [
        saying(text, "said", speaker="Ndiaye", content=["We will stay", "The road is closed"]),
        saying(text, "said", nth=2, speaker="Sow", content="The road is closed"),
    ]
    assert told(text, *frames) == [("a1", ["We will stay"]), ("a2", ["The road is closed"])]


def test_the_rest_after_a_comma_belongs_to_the_quotation_however_it_begins() -> None:
    text = "“We will stay here,” Mr. Ndiaye said, “and nobody will move us.”"
    frame = saying(text, "said", speaker="Ndiaye", content="We will stay here")
    assert told(text, frame) == [("a1", ["We will stay here", "and nobody will move us."])]


def test_a_quotation_with_a_telling_word_of_its_own_inside_still_stands() -> None:
    text = "Ndiaye left. “We all condemn this act and ask for peace.”"
    frame = saying(text, "condemn", content="this act and ask for peace")
    assert ["We all condemn this act and ask for peace."] in [c for _, c in told(text, frame)]


def test_a_title_in_the_sentence_is_no_statement() -> None:
    assert told("Ndiaye read the study “Needs of small firms in the harbour”, which came out in May.") == []
    assert told("Ndiaye read “The Long Road To The Big City.”") == []


def test_every_statement_says_why_its_content_is_what_it_is() -> None:
    text = "“We will stay here,” said Ndiaye, “and nobody will move us.” “Nobody will ever move us again,” he went on."
    frame = saying(text, "said", speaker="Ndiaye", content="We will stay here")
    refers = {spot(text, "Ndiaye"): "a1"}
    one, two = find_statements(text, reading(text, frame), actors=[Actor("a1", "Ndiaye", "person")], refers=refers)
    assert one.because[:2] == ("content: the reader marked it (0.90)", "content: the quotation goes on after the telling word")
    assert two.because[0] == "content: a sentence between quotation marks, without a telling word"
    assert all(any(b.startswith("speaker: ") for b in s.because) for s in (one, two))
