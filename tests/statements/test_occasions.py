"""Channel, outlet and day of a statement."""

from __future__ import annotations

from dateline.reader.reading import Frame
from dateline.record import Actor, Date, Statement
from dateline.statements import find_statements
from statements.telling import reading, saying, spot

ACTORS = [
    Actor("a1", "Traoré", "person"),
    Actor("a2", "Bello", "person"),
    Actor("a3", "Harbour Times", "organization", sector="MED"),
    Actor("a4", "Al-Bahr", "organization"),
]
NAMES = (("Traoré", "a1"), ("Bello", "a2"), ("Harbour Times", "a3"), ("Al-Bahr", "a4"))


def find(text: str, *frames: Frame, dates: tuple[tuple[str, str], ...] = ()) -> tuple[Statement, ...]:
    refers = {spot(text, n): i for n, i in NAMES if n in text}
    days = tuple(Date(f"d{i}", *spot(text, words), "DATE", value, "day") for i, (words, value) in enumerate(dates, 1))
    return find_statements(text, reading(text, *frames), actors=ACTORS, refers=refers, dates=days)


def test_a_letter_told_of_in_the_sentence_before_carries_the_words() -> None:
    text = "The Harbour Times published a letter from Traoré on May 4. “The people of the coast must not give up their boats.”"
    (s,) = find(text, dates=(("May 4", "2020-05-04"),))
    assert (s.speaker, s.channel, s.outlet, s.date) == ("a1", "letter", "Harbour Times", "d1")
    assert "channel: letter in the sentence before" in s.because


def test_a_video_of_another_does_not() -> None:
    text = "Bello appeared in a video message. “We all stay here for ever,” Traoré said."
    (s,) = find(text, saying(text, "said", speaker="Traoré", content="We all stay here for ever"))
    assert (s.speaker, s.channel) == ("a1", None)


def test_an_interview_is_carried_by_whom_it_was_given_to() -> None:
    text = "Traoré told the Al-Bahr newspaper that he was ready."
    (s,) = find(text, saying(text, "told", speaker="Traoré", addressee="Al-Bahr", content="that he was ready"))
    assert (s.channel, s.outlet) == ("interview", "Al-Bahr")


def test_the_day_of_an_aside_is_not_the_day_of_the_speech() -> None:
    text = "Traoré, who closed the port in January, wrote in a letter that he was ready."
    (s,) = find(text, saying(text, "wrote", speaker="Traoré", content="that he was ready"), dates=(("January", "2020-01"),))
    assert s.date is None


def test_the_day_within_another_statement_is_not_either() -> None:
    text = "Pointing out that the port was shut on Monday, Traoré said that he was ready."
    frames = (
        saying(text, "Pointing out", speaker="Traoré", content="that the port was shut on Monday"),
        saying(text, "said", speaker="Traoré", content="that he was ready"),
    )
    one, two = find(text, *frames, dates=(("Monday", "2020-05-04"),))
    assert (one.date, two.date) == (None, None)


def test_the_channel_of_words_within_a_speech_does_not_go_on() -> None:
    text = "“On the radio people told us that it was good,” Traoré said. “We all stay here,” he said."
    frames = (
        saying(text, "said", speaker="Traoré", content="On the radio people told us that it was good"),
        saying(text, "told", speaker="people", content="that it was good"),
        saying(text, "said", nth=2, speaker="he", content="We all stay here"),
    )
    assert find(text, *frames)[-1].channel is None


def test_a_day_before_a_relative_clause_is_not_the_day_of_the_speech() -> None:
    text = "Bello married Traoré on April 30, who said that the boats had come."
    (s,) = find(text, saying(text, "said", speaker="Traoré", content="that the boats had come"), dates=(("April 30", "2022-04-30"),))
    assert s.date is None
