from __future__ import annotations

import json
from pathlib import Path

import pytest

import dateline
from dateline.events import topic
from dateline.events.topic import Topic
from dateline.reader import read_text
from dateline.reader.embedding import passages

WEIGHTS = Path(dateline.__file__).parent / "reader" / "weights"
CONFLICT = (
    "Soldiers loyal to the military government opened fire on protesters in the capital on Tuesday, killing four people, the opposition said.\n\n"
    "The interior ministry accused the rebels of attacking a police post near the border and arrested two opposition leaders."
)
FOOTBALL = (
    "The striker fired his team into the final with two goals in the second half on Saturday, and the coach praised the defence.\n\n"
    "The visitors had attacked from the start, but the goalkeeper saved a penalty and the captain was sent off after a late tackle in midfield."
)


def test_the_curve_rises_with_its_weights() -> None:
    curve = Topic("", offset=-1.0, cut=0.5, weights=(2.0, 0.0))
    assert curve.of((0.5, 9.0)) == 0.5
    assert curve.of((1.0, 0.0)) > 0.7
    assert not curve.admits((0.4, 0.0))
    assert curve.admits((0.5, 0.0))


def test_far_out_gists_do_not_overflow() -> None:
    assert Topic("", offset=0.0, cut=0.5, weights=(1.0,)).of((-1e6,)) < 1e-20


def test_a_text_without_a_gist_is_not_judged() -> None:
    assert Topic("", offset=-100.0, cut=0.5, weights=()).admits(None)


def test_the_curve_was_fitted_on_the_shipped_encoder() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["sha256"]["encoder.onnx"].startswith(topic.shipped().encoder), "run training/topic/fit.py --write"


def test_conflict_is_likelier_than_football() -> None:
    conflict, football = read_text(CONFLICT).gist, read_text(FOOTBALL).gist
    assert conflict and football
    assert topic.shipped().of(football) < topic.shipped().cut <= 0.8 < topic.shipped().of(conflict)


def test_only_the_text_about_conflict_tells_events() -> None:
    assert dateline.read(CONFLICT).events
    assert not dateline.read(FOOTBALL).events


@pytest.mark.parametrize(
    ("text", "near"),
    [
        (CONFLICT, 1e-3),
        ("\n\n".join([CONFLICT, FOOTBALL, CONFLICT, FOOTBALL, FOOTBALL, CONFLICT]), 0.1),  # windows read together are quantised together
    ],
)
def test_the_gist_is_the_mean_over_the_words(text: str, near: float) -> None:
    found = read_text(text).gist
    vectors = [v for p in passages(text) for v in p.vectors.tolist()]
    assert found
    assert max(abs(sum(column) / len(vectors) - g) for column, g in zip(zip(*vectors, strict=True), found, strict=True)) < near


def test_an_empty_text_has_no_gist() -> None:
    assert read_text("").gist is None
