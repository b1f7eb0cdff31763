"""Tag sequences are consistent: an inside tag follows its own begin or inside."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np

from dateline.reader.decode import best_tags, span_of, spans
from dateline.reader.words import distance_bucket, shape, words


def test_inside_never_follows_outside() -> None:
    scores = np.full((1, 3, 5), -5.0, dtype=np.float32)
    scores[0, 0, 0] = 1.0
    scores[0, 1, 2] = 3.0  # inside of the first label, though nothing began
    scores[0, 1, 1] = 2.0
    scores[0, 2, 2] = 3.0
    assert best_tags(scores)[0].tolist() == [0, 1, 2]


def test_random_scores_give_legal_sequences() -> None:
    path = best_tags(np.random.default_rng(1).normal(size=(20, 30, 9)).astype(np.float32))
    for row in path:
        for before, tag in zip([0, *row[:-1]], row, strict=True):
            assert tag == 0 or tag % 2 or before in (tag, tag - 1)


def test_no_legal_sequence_scores_higher() -> None:
    rng = np.random.default_rng(2)
    legal = [p for p in product(range(5), repeat=5) if all(t == 0 or t % 2 or b in (t, t - 1) for b, t in pairwise((0, *p)))]
    for spread in (1.0, 3.0):
        scores = (spread * rng.normal(size=(20, 5, 5))).astype(np.float32)
        best = max_scores(scores, np.array(legal))
        assert np.allclose([scores[k, range(5), p].sum() for k, p in enumerate(best_tags(scores))], best, atol=1e-4)


def max_scores(scores: np.ndarray, paths: np.ndarray) -> np.ndarray:
    """Of every row of scores, the sum along the best of the paths."""
    return np.array([row[range(row.shape[0]), paths].sum(1).max() for row in scores])


def test_spans_join_begin_and_inside() -> None:
    assert spans([0, 1, 2, 1, 0, 3, 4]) == [(1, 3, 0), (3, 4, 0), (5, 7, 1)]


def test_span_of_covers_the_characters() -> None:
    text = "General Oumar Diallo spoke."
    assert text[slice(*span_of(words(text), 1, 3))] == "Oumar Diallo"


def test_shapes_tell_capitals_apart() -> None:
    assert len({shape(w) for w in ("army", "Army", "UN", "McDonald", "J", "17", "F16", ",")}) == 8


def test_distance_is_signed_and_symmetric() -> None:
    assert distance_bucket(0) == 16
    for d in (1, 5, 40, 500):
        assert distance_bucket(d) - 16 == 16 - distance_bucket(-d) > 0
        assert 0 <= distance_bucket(-d) < 32
