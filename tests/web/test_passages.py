"""Marks change nothing of the words they stand on."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.web.passages import RANK, Mark, marked, paragraph_at

LETTERS = st.text(alphabet="ab <&\"'>\n", max_size=40)


def words_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(LETTERS)
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges, st.sampled_from(RANK), st.sampled_from("abc")), max_size=6))
    return text, [Mark(min(a, b), max(a, b), kind, fact) for a, b, kind, fact in spans]


@given(texts_with_marks())
def test_every_word_stays_and_is_escaped(made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    assert words_of(marked(text, 0, len(text), marks)) == text


@given(texts_with_marks())
def test_a_fact_covers_its_words_and_no_others(made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    page = marked(text, 0, len(text), marks)
    for fact in {m.fact for m in marks}:
        covered = {i for m in marks if m.fact == fact for i in range(m.start, m.end) if not text[i].isspace()}
        lit = [words_of(x[1]) for x in re.finditer(rf'<span class="h [^"]*" data-f="[^"]*\b{fact}\b[^"]*">(.*?)</span>', page, re.DOTALL)]
        assert sum(not c.isspace() for piece in lit for c in piece) == len(covered)


def test_of_two_marks_the_narrower_rank_gives_the_colour_and_both_their_names() -> None:
    page = marked("Gunmen attacked", 0, 15, [Mark(0, 15, "said", "s1"), Mark(7, 15, "event", "e1")])
    assert '<span class="h h-event h-said" data-f="e1 s1">attacked</span>' in page


def test_the_first_words_of_a_fact_are_its_anchor() -> None:
    anchored: set[str] = set()
    page = marked("Ada and Ada", 0, 11, [Mark(0, 3, "actor", "a1"), Mark(8, 11, "actor", "a1")], anchored=anchored, links=True)
    assert page.count('id="w-a1"') == 1 and page.count('href="#f-a1"') == 1 and anchored == {"a1"}


def test_a_long_line_is_cut_between_words_around_its_own() -> None:
    text = "word " * 400 + "deed" + " word" * 400
    a, b = paragraph_at(text, 2000, 2004, 200)
    assert text[a:b].split() == ["word"] * text[a:2000].count("word") + ["deed"] + ["word"] * text[2004:b].count("word")
    assert b - a <= 200
