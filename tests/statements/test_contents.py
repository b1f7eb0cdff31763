"""Which words belong to which telling word."""

from __future__ import annotations

from dateline.reader.reading import SAYING, Frame, Role
from dateline.statements.contents import contents
from statements.telling import reading, saying, spot

TEXT = "The mayor said the bridge was closed, the governor denied it was his order."


def held(text: str, *frames: Frame) -> list[list[str]]:
    return [[text[a:b] for a, b in spans] for spans in contents(text, frames, reading(text).sentences)]


def test_words_that_two_claim_go_to_the_nearer_telling_word() -> None:
    near = saying(TEXT, "said", speaker="The mayor", content="the bridge was closed")
    far = saying(TEXT, "denied", speaker="the governor", content="the bridge was closed")
    assert held(TEXT, near, far) == [["the bridge was closed"], []]


def test_nested_speech_keeps_both() -> None:
    text = "Diallo said that the army told her that the road was safe."
    outer = saying(text, "said", speaker="Diallo", content="that the army told her that the road was safe")
    inner = saying(text, "told", speaker="the army", content="that the road was safe")
    assert held(text, outer, inner) == [["that the army told her that the road was safe"], ["that the road was safe"]]


def test_a_gap_of_a_few_words_in_a_sentence_is_closed() -> None:
    text = "He said the bridge on the old road was closed."
    frame = saying(text, "said", speaker="He", content=["the bridge", "was closed"])
    assert held(text, frame) == [["the bridge on the old road was closed"]]


def test_the_telling_word_stays_a_gap() -> None:
    text = "The bridge, said the mayor, was closed for good."
    frame = saying(text, "said", speaker="the mayor", content=["The bridge", "was closed for good"])
    assert ["was closed for good"] in [h[-1:] for h in held(text, frame)]
    assert "said" not in "".join(held(text, frame)[0])


def test_a_stray_word_is_dropped() -> None:
    text = "Police and others said yesterday that nobody had been hurt in the fire."
    frame = Frame(
        SAYING,
        spot(text, "said"),
        (Role("content", *spot(text, "Police")), Role("content", *spot(text, "that nobody had been hurt in the fire"))),
    )
    assert held(text, frame) == [["that nobody had been hurt in the fire"]]


def test_the_same_speakers_next_telling_word_ends_the_content() -> None:
    text = "Diallo said the road was open and added that the bridge was shut."
    frames = (
        saying(text, "said", speaker="Diallo", content="the road was open and added that the bridge was shut"),
        saying(text, "added", speaker="Diallo", content="that the bridge was shut"),
    )
    assert held(text, *frames) == [["the road was open"], ["that the bridge was shut"]]


def test_anothers_telling_word_does_not() -> None:
    text = "Diallo said the army had come and the guards told him that the bridge was shut."
    frames = (
        saying(text, "said", speaker="Diallo", content="the army had come and the guards told him that the bridge was shut"),
        saying(text, "told", speaker="the guards", content="that the bridge was shut"),
    )
    assert held(text, *frames)[0] == ["the army had come and the guards told him that the bridge was shut"]


def test_content_does_not_run_over_what_another_word_tells() -> None:
    text = "Diallo answered that talks were over: the table is served, he told the radio."
    frames = (
        saying(text, "answered", speaker="Diallo", content="that talks were over: the table is"),
        saying(text, "told", speaker="he", content="the table is served"),
    )
    assert held(text, *frames) == [["that talks were over: "], ["the table is served"]]


def test_content_that_breaks_off_goes_on_to_its_end() -> None:
    text = "The judge told him not to go there as part of the bail conditions."
    frame = saying(text, "told", speaker="The judge", content="not to go there as part of the")
    assert held(text, frame) == [["not to go there as part of the bail conditions"]]


def test_what_breaks_off_goes_on_to_its_comma() -> None:
    text = "Diallo said the river flows through the two old provinces, while the governor of the north and all his men say otherwise."
    frame = saying(text, "said", speaker="Diallo", content="the river flows through")
    assert held(text, frame) == [["the river flows through the two old provinces"]]


def test_a_clause_that_has_hardly_begun_is_left_out() -> None:
    text = "Diallo said taxes should be low -- assuming that everybody agrees."
    frame = saying(text, "said", speaker="Diallo", content="taxes should be low -- assuming that")
    assert held(text, frame) == [["taxes should be low"]]


def test_an_and_before_the_next_telling_word_is_left_out() -> None:
    text = "Diallo says she looks back and believes the council failed."
    first = saying(text, "says", speaker="Diallo", content="she looks back and")
    second = saying(text, "believes", speaker="Diallo", content="the council failed")
    assert held(text, first, second) == [["she looks back"], ["the council failed"]]
