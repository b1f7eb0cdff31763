"""The confidence of events: a curve that never falls, whose signs are read off the event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.events.confidence import Curve, calibrated, shipped
from dateline.record import Event

EVENT = Event("e1", "ASSAULT", None, (), "material conflict", -9.0, (0, 4), ("a1",), ("a2",), confidence=0.9)
SCORES = [0.0, 0.2, 0.5, 0.8, 0.95, 0.999, 1.0]


def test_it_never_falls_as_the_readers_score_rises() -> None:
    said = [e.confidence for e in calibrated([replace(EVENT, confidence=c) for c in SCORES])]
    assert said == sorted(said) and said[0] < said[-1] and said[0] > 0 and said[-1] < 1


def test_an_event_with_nobody_in_it_is_never_surer() -> None:
    full, bare = calibrated([EVENT, replace(EVENT, actors=(), recipients=())])
    assert bare.confidence <= full.confidence


def test_only_the_confidence_changes() -> None:
    (e,) = calibrated([EVENT])
    assert replace(e, confidence=EVENT.confidence) == EVENT


@pytest.mark.parametrize(
    ("event", "want"),
    [
        (replace(EVENT, confidence=0.5), 0.5 + 0.0),
        (replace(EVENT, confidence=0.5, actors=(), recipients=()), 0.2689),
        (replace(EVENT, confidence=0.5, attributed_to="s1", modality="future"), 0.1192),
    ],
)
def test_the_curve_adds_up_its_signs(event: Event, want: float) -> None:
    curve = Curve(offset=-1.0, score=0.4, actor=0.5, recipient=0.5, reported=-1.0, told_otherwise=-1.0)
    assert curve.of(event) == pytest.approx(want, abs=1e-4)


def test_the_shipped_curve_rises_with_the_score() -> None:
    assert shipped().score > 0
