"""Votes of examples, and the same without an example's own sentence."""

from __future__ import annotations

import numpy as np

from dateline.codebook.weighing import unit, weigh


def clouds(seed: int = 3) -> tuple[np.ndarray, np.ndarray, list[int]]:
    rng = np.random.default_rng(seed)
    points = np.concatenate([rng.normal(0, 0.4, (8, 5)) + 3 * np.eye(5)[k] for k in (0, 1)])
    return unit(points), np.repeat(np.eye(2), 8, 0), [i // 2 for i in range(16)]


def test_each_class_votes_for_its_own() -> None:
    points, wanted, sentences = clouds()
    ready, held = weigh(points, wanted, sentences)
    assert (ready.votes(points).argmax(1) == wanted.argmax(1)).all()
    assert (held.argmax(1) == wanted.argmax(1)).all()


def test_held_out_votes_are_those_of_the_others_alone() -> None:
    points, wanted, sentences = clouds()
    _, held = weigh(points, wanted, sentences)
    others = [i for i, s in enumerate(sentences) if s != 2]
    without, _ = weigh(points[others], wanted[others], [sentences[i] for i in others])
    own = [i for i, s in enumerate(sentences) if s == 2]
    assert np.allclose(held[own], without.votes(points[own]), atol=1e-4)
