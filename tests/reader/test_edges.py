"""Where names begin and end: what is seen of a word, and what the shipped weights make of it."""

from __future__ import annotations

import math

import pytest

from dateline.reader.edges import CAPITALS, FIRST, FURTHER, NOTHING, OUTSIDE, PROSE, TITLE, around, features, printed, seen, shipped, style
from dateline.reader.words import words

TEXT = "The Lakeside Bank of Kisumu said on Monday that Otieno Wanjala had left.\nNairobi was calm."


def answer(word: str, text: str = TEXT) -> int:
    spans = words(text)
    i = next(i for i, (a, b) in enumerate(spans) if text[a:b] == word)
    return int(shipped().of(text, spans, [i])[0].argmax())


def test_a_word_is_seen_with_its_neighbours() -> None:
    text = "met Otieno Wanjala in"
    assert {"w=otieno", "p=met", "n=wanjala", "nn=wanjala_in", "s=1,2,2"} <= set(features(around(text, words(text), 1), PROSE, {}))


def test_a_line_break_hides_the_neighbours() -> None:
    text = "had left.\nNairobi was calm"
    assert around(text, words(text), 3)[:2] == (NOTHING, NOTHING)
    assert [x.word for x in around(text, words(text), 4)] == ["<>", "nairobi", "was", "calm", "<>"]
    assert [x.word for x in around(text, words(text), 1)] == ["<>", "had", "left", ".", "<>"]


def test_the_article_tells_how_else_it_prints_a_word() -> None:
    text = "Peace talks resumed. The peace held, said Peace FM."
    assert printed(text)["peace"] == (1, 2)
    assert "D12,2,0" in features(around(text, words(text), 0), PROSE, printed(text))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Minister Opens Bridge Over Troubled River", TITLE),
        ("MINISTER OPENS BRIDGE", CAPITALS),
        ("The minister opened a bridge.", PROSE),
        ("Otieno Wanjala", PROSE),
    ],
)
def test_lines_have_a_style(line: str, what: int) -> None:
    text = f"Some words before.\n{line}\nand some behind it"
    assert style(text, text.index(line) + 2) == what
    assert style(line, 0) == what


def test_a_line_without_end_is_prose() -> None:
    assert style("Minister Opens Bridge " * 100_000, 1_000_000) == PROSE
    assert style("Minister Opens Bridge " * 100_000, 3) == PROSE


def test_known_words_are_seen_as_known() -> None:
    assert seen("Nairobi").known
    assert not seen("qzxvwkj").known


def test_log_probabilities_sum_to_one() -> None:
    for row in shipped().of(TEXT, words(TEXT), [1, 4, 9]):
        assert math.isclose(sum(math.exp(float(x)) for x in row), 1, rel_tol=1e-4)


def test_no_words_give_no_rows() -> None:
    assert shipped().of(TEXT, words(TEXT), []).shape == (0, 3)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("Otieno", FIRST),
        ("Wanjala", FURTHER),
        ("Monday", FIRST),
        ("said", OUTSIDE),
        ("Bank", FURTHER),
        ("calm", OUTSIDE),
    ],
)
def test_plain_cases_are_told_without_the_encoder(word: str, what: int) -> None:
    assert answer(word) == what
