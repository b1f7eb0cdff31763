"""The look of a name: what is seen of it, and what the shipped weights make of it."""

from __future__ import annotations

import math

import pytest

from dateline.reader.looks import KNOWN, features, folded, shipped
from dateline.record import MENTION_LABELS

TEXT = "On Monday the Lakeside Workers' Union of Kisumu met Mr Otieno Wanjala in Nairobi."


def span(name: str, text: str = TEXT) -> tuple[int, int]:
    at = text.index(name)
    return at, at + len(name)


def likeliest(name: str, text: str = TEXT) -> str:
    return MENTION_LABELS[int(shipped().of(text, [span(name, text)])[0].argmax())]


def test_both_ends_and_both_neighbours_are_seen() -> None:
    seen = features(TEXT, span("Otieno Wanjala"))
    assert {"f=otieno", "h=wanjala", "n=2", "l=mr", "r=in"} <= set(seen)


def test_a_name_at_the_edge_of_the_text_has_empty_neighbours() -> None:
    assert {"l=", "r="} <= set(features("Kisumu", (0, 6)))


def test_folding_drops_case_and_accents() -> None:
    assert folded("Bogotá") == folded("BOGOTA") == "bogota"


@pytest.mark.parametrize(
    ("word", "what"), [("Nairobi", "large place"), ("Kenyan", "demonym"), ("Fatima", "given name"), ("UNICEF", "organization")]
)
def test_words_are_known(word: str, what: str) -> None:
    assert shipped().known(word) >> KNOWN.index(what) & 1


def test_an_unknown_word_is_known_as_nothing() -> None:
    assert shipped().known("qzxvwkj") == 0


def test_log_probabilities_sum_to_one() -> None:
    for row in shipped().of(TEXT, [span("Nairobi"), span("Kisumu")]):
        assert math.isclose(sum(math.exp(float(x)) for x in row), 1, rel_tol=1e-4)


def test_no_names_give_no_rows() -> None:
    assert shipped().of(TEXT, []).shape == (0, len(MENTION_LABELS))


@pytest.mark.parametrize(
    ("name", "label"),
    [("Nairobi", "location"), ("Otieno Wanjala", "person"), ("Lakeside Workers' Union", "organization"), ("Monday", "date")],
)
def test_the_look_alone_tells_plain_cases(name: str, label: str) -> None:
    assert likeliest(name) == label
