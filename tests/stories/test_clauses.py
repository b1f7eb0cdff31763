"""The part of a sentence that tells of one deed."""

import pytest

from dateline.stories.clauses import clause

TEXT = "On 18 March Karachi freed 78 fishermen, and on 30 March Delhi sent 31 home. The next day it rained."
SENTENCE = (0, TEXT.index(" The next"))


def part(word: str, *others: str) -> str:
    spans = [(TEXT.index(w), TEXT.index(w) + len(w)) for w in (word, *others)]
    return TEXT[slice(*clause(TEXT, SENTENCE, spans[0], spans))]


@pytest.mark.parametrize(
    ("word", "other", "told"),
    [("freed", "sent", "On 18 March Karachi freed 78 fishermen, "), ("sent", "freed", "and on 30 March Delhi sent 31 home.")],
)
def test_a_sentence_of_two_deeds_is_cut_at_the_break_nearest_to_the_second(word: str, other: str, told: str) -> None:
    assert part(word, other) == told


def test_a_sentence_of_one_deed_is_whole() -> None:
    assert part("freed") == TEXT[slice(*SENTENCE)]


def test_a_deed_of_the_next_sentence_cuts_nothing() -> None:
    assert part("sent", "rained") == TEXT[slice(*SENTENCE)]


def test_without_a_break_both_share_the_sentence() -> None:
    assert part("freed", "fishermen") == TEXT[slice(*SENTENCE)]
