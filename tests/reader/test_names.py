"""The words that are names: consistent tags, names that seldom touch, a second opinion where the encoder is unsure."""

from __future__ import annotations

import numpy as np

from dateline.reader.labels import NAME_TAGS
from dateline.reader.names import ALIKE, APART, best_names, name_tags
from dateline.reader.windows import Window
from dateline.reader.words import words

NONE, B_PERSON, I_PERSON, B_PLACE = (NAME_TAGS.index(x) for x in ("O", "B-person", "I-person", "B-location"))


def scores(*rows: dict[int, float]) -> np.ndarray:
    out = np.full((len(rows), len(NAME_TAGS)), -12.0, dtype=np.float32)
    for i, row in enumerate(rows):
        for tag, value in row.items():
            out[i, tag] = value
    return out


def best(z: np.ndarray) -> list[int]:
    return best_names(z, np.ones(len(z), dtype=bool))


def test_a_name_right_after_a_name_of_its_label_is_rather_one_name() -> None:
    z = scores({B_PERSON: 0.0}, {B_PERSON: 0.0, I_PERSON: 0.5 - ALIKE})
    assert best(z) == [B_PERSON, I_PERSON]


def test_a_name_right_after_a_name_stays_where_the_scores_insist() -> None:
    z = scores({B_PERSON: 0.0}, {B_PERSON: 0.0, I_PERSON: -0.5 - ALIKE})
    assert best(z) == [B_PERSON, B_PERSON]


def test_an_inside_tag_follows_its_own_label() -> None:
    z = scores({B_PLACE: 0.0, B_PERSON: -0.2}, {I_PERSON: 0.0, NONE: -9.0})
    assert best(z) == [B_PERSON, I_PERSON]


def test_random_scores_give_legal_sequences() -> None:
    rng = np.random.default_rng(1)
    for _ in range(20):
        opened = rng.random(40) < 0.8
        path = best_names(rng.normal(size=(40, len(NAME_TAGS))).astype(np.float32), opened)
        for before, tag, held in zip([0, *path[:-1]], path, opened, strict=True):
            assert held or tag == 0
            assert tag == 0 or tag % 2 or before in (tag, tag - 1)


def test_no_sequence_scores_better() -> None:
    rng = np.random.default_rng(2)
    z = rng.normal(size=(4, 5)).astype(np.float32) * 2

    def worth(path: tuple[int, ...]) -> float:
        total, before = 0.0, 0
        for i, tag in enumerate(path):
            if tag and tag % 2 == 0 and before not in (tag, tag - 1):
                return -1e9
            if tag % 2 and before:
                total -= ALIKE if (before - 1) // 2 == (tag - 1) // 2 else APART
            total += float(z[i, tag])
            before = tag
        return total

    every = [(a, b, c, d) for a in range(5) for b in range(5) for c in range(5) for d in range(5)]
    assert worth(tuple(best(z))) == max(map(worth, every))


def test_an_unsure_encoder_hears_the_second_opinion() -> None:
    text = "Yesterday Otieno Wanjala spoke."
    spans = words(text)
    w = Window((0,) * (len(spans) + 2), (0,) * (len(spans) + 2), tuple(spans), tuple(range(1, len(spans) + 1)))
    z = scores({NONE: 8.0}, {B_PERSON: 8.0}, {NONE: 0.3, I_PERSON: 0.0}, {NONE: 8.0}, {NONE: 8.0})
    assert name_tags(text, w, z)[1:3] == [B_PERSON, I_PERSON]


def test_a_window_without_words_has_no_tags() -> None:
    assert name_tags("", Window((0, 0), (0, 0), (), ()), np.zeros((0, len(NAME_TAGS)), dtype=np.float32)) == []
