"""Floors on the gold sets: raised when beaten, never lowered silently. Rows hang on the reader, and are measured by ../shared/score/board.py."""

import json
from pathlib import Path

import pytest

from dateline.stories import Stories


def f1(gold: dict[str, str], pred: dict[str, str]) -> float:
    """BCubed."""
    together = {i: {j for j in pred if pred[j] == pred[i]} for i in pred}
    same = {i: {j for j in gold if gold[j] == gold[i]} for i in gold}
    p = sum(len(together[i] & same[i]) / len(together[i]) for i in gold) / len(gold)
    r = sum(len(together[i] & same[i]) / len(same[i]) for i in gold) / len(gold)
    return 200 * p * r / (p + r)


@pytest.mark.shared
@pytest.mark.parametrize(("name", "floor"), [("stories_ecbplus_a", 88.5), ("stories_5w1h_a", 93.5)])
def test_stories_reach_their_floor_with_one_setting(shared: Path, name: str, floor: float) -> None:
    given = [json.loads(line) for line in (shared / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    stories = Stories()
    for g in given:
        stories.add(g["id"], g["text"], title=g.get("title"))
    assert f1({g["id"]: g["gold"]["story"] for g in given}, {g["id"]: stories.story(g["id"]) for g in given}) >= floor
