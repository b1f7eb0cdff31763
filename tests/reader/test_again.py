"""Unsure sentences are read twice; sure ones are not."""

from __future__ import annotations

import numpy as np

from dateline.reader.again import mean_scores, second_opinions
from dateline.reader.sentences import sentences
from dateline.reader.windows import Window, windows
from dateline.reader.wordpiece import WordPiece
from dateline.reader.words import Pieces

TEXT = "Kasa won the vote. Lamu lost it. Nobody was hurt."


class Counting:
    """Stands in for the model: every word a sure name on a second reading, and a count of the readings."""

    def __init__(self) -> None:
        from dateline.reader.model import WEIGHTS

        self.pieces = Pieces(WordPiece(WEIGHTS / "vocab.txt"))
        self.read: list[str] = []

    def tags(self, w: Window, heads: tuple[str, ...]) -> dict[str, np.ndarray]:
        self.read.append(TEXT[w.spans[0][0] : w.spans[-1][1]])
        out = np.zeros((len(w.spans), 3), dtype=np.float32)
        out[:, 1] = 9.0
        return dict.fromkeys(heads, out)


def first_reading(model: Counting, unsure: str) -> tuple[Window, dict[str, np.ndarray]]:
    """One window over the text, sure that nothing is a name but of one word."""
    (w,) = windows(TEXT, sentences(TEXT), model.pieces)
    scores = np.zeros((len(w.spans), 3), dtype=np.float32)
    scores[:, 0] = [0.1 if TEXT[slice(*s)] == unsure else 9.0 for s in w.spans]
    return w, {"names": scores, "events": np.zeros_like(scores)}


def test_only_the_unsure_sentence_is_read_again() -> None:
    model = Counting()
    second = second_opinions(TEXT, sentences(TEXT), [first_reading(model, "Lamu")], model)  # type: ignore[arg-type]
    assert model.read == ["Lamu lost it."]
    assert second["events"].keys() == second["names"].keys()
    assert sorted(TEXT[slice(*s)] for s in second["names"]) == [".", "Lamu", "it", "lost"]


def test_sure_readings_cost_nothing() -> None:
    model = Counting()
    assert second_opinions(TEXT, sentences(TEXT), [first_reading(model, "nothing")], model) == {"names": {}, "events": {}}  # type: ignore[arg-type]
    assert model.read == []


def test_a_window_that_comes_out_the_same_is_not_read_again() -> None:
    model = Counting()
    text = "Lamu lost it."
    (w,) = windows(text, sentences(text), model.pieces)
    scores = np.zeros((len(w.spans), 3), dtype=np.float32)
    second = second_opinions(text, sentences(text), [(w, {"names": scores, "events": scores})], model)  # type: ignore[arg-type]
    assert model.read == []
    assert np.array_equal(mean_scores(w, scores, second["names"]), scores)


def test_the_mean_of_both_counts_from_the_highest() -> None:
    model = Counting()
    w, heard = first_reading(model, "Lamu")
    scores = heard["names"]
    at = next(i for i, s in enumerate(w.spans) if TEXT[slice(*s)] == "Lamu")
    mean = mean_scores(w, scores, {w.spans[at]: np.array([100.0, 109.0, 100.0], dtype=np.float32)})
    assert mean[at].argmax() == 1
    assert np.array_equal(mean[at - 1], scores[at - 1] - scores[at - 1].max())
