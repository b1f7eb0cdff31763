"""From frames of saying to statements."""

from __future__ import annotations

import itertools

import pytest

from dateline.reader.reading import Frame
from dateline.record import Actor, Date, Statement
from dateline.statements import find_statements
from statements.telling import reading, saying, spot

ACTORS = [Actor("a1", "Traoré", "person"), Actor("a2", "Bello", "person"), Actor("a3", "Harbour Times", "organization", sector="MED")]
NAMES = (("Traoré", "a1"), ("Bello", "a2"), ("Harbour Times", "a3"))


def find(text: str, *frames: Frame, dates: tuple[Date, ...] = ()) -> tuple[Statement, ...]:
    refers = {spot(text, n): i for n, i in NAMES if n in text}
    return find_statements(text, reading(text, *frames), actors=ACTORS, refers=refers, dates=dates)


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We will win,” Traoré said.", "We will win", "direct"),
        ('"We will win," Traoré said.', "We will win", "direct"),
        ("'We will win,' Traoré said.", "We will win", "direct"),
        ("«We will win», Traoré said.", "We will win", "direct"),
        ("„We will win“, Traoré said.", "We will win", "direct"),
        ("Traoré said that they would win.", "that they would win", "indirect"),
        ("Traoré said that they “will certainly” win.", "that they “will certainly” win", "mixed"),
    ],
)
def test_kind_by_every_style_of_mark(text: str, content: str, kind: str) -> None:
    (s,) = find(text, saying(text, "said", speaker="Traoré", content=content))
    assert (s.speaker, s.kind) == ("a1", kind)


def test_the_marks_decide_where_a_quotation_ends() -> None:
    text = "Traoré said: “We will win this long and bitter war.”"
    (s,) = find(text, saying(text, "said", speaker="Traoré", content="We will win this long and"))
    assert text[slice(*s.content[0])] == "We will win this long and bitter war."


def test_scare_quotes_and_titles_are_no_statements() -> None:
    assert find("The ‘lion of the hills’ wrote a book, “The Long Road”, in 1990.") == ()


def test_a_title_beside_the_speaker_is_not_content() -> None:
    text = "Vice President Traoré tweeted, “We will win this war.”"
    (s,) = find(text, saying(text, "tweeted", speaker="Traoré", content=["Vice President", "We will win this war."]))
    assert [text[a:b] for a, b in s.content] == ["We will win this war."]
    assert s.kind == "direct"


def test_words_before_the_speaker_are_content_after_a_comma() -> None:
    text = "The bridge had been closed, Traoré said."
    (s,) = find(text, saying(text, "said", speaker="Traoré", content="The bridge had been closed"))
    assert text[slice(*s.content[0])] == "The bridge had been closed"


def test_negation_and_addressee() -> None:
    text = "Traoré denied to Bello that he had fled."
    (s,) = find(text, saying(text, "denied", speaker="Traoré", addressee="Bello", content="that he had fled", negated=True))
    assert (s.negated, s.addressee) == (True, ("a2",))


def test_outlet_of_an_interview() -> None:
    text = "Traoré said in an interview with the Harbour Times that he was ready."
    (s,) = find(text, saying(text, "said", speaker="Traoré", content="that he was ready"))
    assert (s.channel, s.outlet) == ("interview", "Harbour Times")


def test_the_occasion_goes_on_with_the_speaker() -> None:
    text = "Traoré told reporters on May 4 that he was ready. “We are all ready for it,” he said."
    day = Date("d1", *spot(text, "May 4"), "DATE", "2020-05-04", "day")
    first = saying(text, "told", speaker="Traoré", content="that he was ready")
    second = saying(text, "said", speaker="he", content="We are all ready for it")
    one, two = find(text, first, second, dates=(day,))
    assert (one.channel, two.channel) == ("press-conference", "press-conference")
    assert (one.date, two.date) == ("d1", "d1")


def test_the_day_of_another_clause_is_not_the_day_it_was_said() -> None:
    text = "Traoré, who fled the city on May 4, told his followers in a message on May 6 that he was ready."
    dates = (Date("d1", *spot(text, "May 4"), "DATE", "2020-05-04", "day"), Date("d2", *spot(text, "May 6"), "DATE", "2020-05-06", "day"))
    (s,) = find(text, saying(text, "told", speaker="Traoré", content="that he was ready"), dates=dates)
    assert s.date in ("d1", "d2")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_contents_lie_in_the_text_never_overlap_and_ids_are_unique(order: tuple[int, ...]) -> None:
    text = "“We stay,” said Traoré, “we all stay here.” Bello said that Traoré had told him “never again” and left.\n\n“Nobody will be left behind.”"
    frames = [
        saying(text, "said", speaker="Traoré", content=["We stay", "we all stay"]),
        saying(text, "said", nth=2, speaker="Bello", content="that Traoré had told him “never again” and left"),
        saying(text, "told", content="never again", addressee="him"),
    ]
    found = find(text, *(frames[i] for i in order))
    assert len({s.id for s in found}) == len(found)
    for s in found:
        assert s.content == tuple(sorted(s.content))
        assert all(0 <= a < b <= len(text) for a, b in s.content)
        assert all(x[1] <= y[0] for x, y in itertools.pairwise(s.content))
    assert found == find(text, *frames)


def test_what_the_writer_says_is_nobodys_statement() -> None:
    text = "Traoré came in. I believe that he was ready for it."
    (s,) = find(text, saying(text, "believe", content="that he was ready for it"))
    assert (s.speaker, s.because[1]) == (None, "speaker: the writer of the report")


def test_a_few_words_without_a_clause_are_no_statement() -> None:
    text = "Traoré condemned the attack. Bello said it was malaria."
    attack = saying(text, "condemned", speaker="Traoré", content="the attack")
    malaria = saying(text, "said", speaker="Bello", content="it was malaria")
    assert [s.speaker for s in find(text, attack, malaria)] == ["a2"]


def test_informed_sources_inform_of_nothing() -> None:
    text = "The road was open, informed sources told Bello, and the bridge was shut."
    frames = (
        saying(text, "informed", speaker="sources", content="The road was open"),
        saying(text, "told", speaker="informed sources", addressee="Bello", content="the bridge was shut"),
    )
    assert [text[slice(*s.cue)] for s in find(text, *frames) if s.cue] == ["told"]


def test_speech_within_speech_says_so() -> None:
    text = "Traoré said that Bello had told him that the road was open."
    outer = saying(text, "said", speaker="Traoré", content="that Bello had told him that the road was open")
    inner = saying(text, "told", speaker="Bello", content="that the road was open")
    one, two = find(text, outer, inner)
    assert (one.speaker, two.speaker) == ("a1", "a2")
    assert two.because[-1] == "told within the words of s1"


def test_a_name_alone_is_not_what_somebody_says() -> None:
    text = "According to Traoré, the Harbour Times has drawn up a plan."
    assert find(text, saying(text, "According to", speaker="Traoré", content="the Harbour Times")) == ()
