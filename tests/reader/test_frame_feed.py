"""What a frame is told: its pieces, its distances, the words it answers at."""

from __future__ import annotations

import numpy as np

from dateline.reader.frame_feed import frame_feed
from dateline.reader.windows import Window
from dateline.reader.words import distances

# seven words of one or two pieces between [CLS] and [SEP]
FIRST = (1, 2, 4, 5, 6, 8, 9)
WINDOW = Window(tuple(range(11)), (0,) * 11, tuple((3 * i, 3 * i + 2) for i in range(7)), FIRST)


def test_a_frame_over_the_whole_window_answers_at_every_word() -> None:
    feed, words = frame_feed(WINDOW, [(2, 4, 1)], np.array([0]), 11)
    assert feed["seen"].tolist() == [list(range(11))]
    assert words.tolist() == [list(range(7))]
    assert feed["words"].tolist() == [list(FIRST)]
    assert feed["marker"].tolist() == [[0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]]
    assert feed["distance"].tolist() == [distances(11, 4, 5)]
    assert feed["telling"].tolist() == [[0, 0, 0.5, 0.5, 0, 0, 0]]


def test_frames_that_see_part_of_the_window_answer_at_their_own_words() -> None:
    feed, words = frame_feed(WINDOW, [(0, 1, 2), (6, 7, 2)], np.array([0, 6]), 5)
    assert feed["seen"].tolist() == [[0, 1, 2, 3, 4], [6, 7, 8, 9, 10]]
    assert words.tolist() == [[0, 1, 2], [4, 5, 6]]
    assert feed["words"].tolist() == [[1, 2, 4], [0, 2, 3]]
    assert feed["distance"].tolist() == [distances(11, 1, 1)[:5], distances(11, 9, 9)[6:]]


def test_a_frame_with_fewer_words_repeats_its_last_which_counts_once() -> None:
    window = Window(tuple(range(8)), (0,) * 8, tuple((3 * i, 3 * i + 2) for i in range(5)), (1, 2, 3, 4, 5))
    feed, words = frame_feed(window, [(1, 2, 2), (4, 5, 2)], np.array([1, 4]), 4)
    assert words.tolist() == [[0, 1, 2, 3], [3, 4, 4, 4]]
    assert feed["marker"].tolist() == [[0, 2, 0, 0], [0, 2, 0, 0]]
    assert feed["telling"].tolist() == [[0, 1, 0, 0], [0, 1, 0, 0]]
