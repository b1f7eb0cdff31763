"""Find the telling word in sentences that are only labelled with two parties and a type (PLV), by a trained reader told the type.

    python training/align.py --data ../shared/data --model work/reader/model.pt --out training/corpus/standoff/plv.jsonl

For each sentence the word that the reader holds likeliest to tell an event of the gold type becomes the trigger; the gold parties are its roles. Words it
takes for other events are left unjudged ("unsure"): the set does not say. Output is stand-off: offsets with the digest of the text, no words of others.
Machine-made: each line says how sure the reader was ("score"); lines under 0.2 are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import torch

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from data import lines
from dateline.reader.labels import EVENT_TAGS, TYPES
from dateline.reader.sentences import sentences
from dateline.reader.windows import windows
from dateline.reader.words import Pieces
from model import Reader
from train import cutter

LEAST = 0.2


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(a.model, map_location="cpu", weights_only=True)["model"])
    reader.eval()
    pieces = Pieces(cutter())
    a.out.parent.mkdir(parents=True, exist_ok=True)
    kept = total = 0
    with a.out.open("w", encoding="utf-8") as out, torch.no_grad():
        for d in lines(a.data / "coding_plv_dev.jsonl"):
            total += 1
            event = d["gold"]["event"]
            types = ("CONCEDE", "RETREAT") if event["type"] == "YIELD" else (event["type"],)
            best: tuple[float, tuple[int, int], str] = (0.0, (0, 0), "")
            unsure = []
            for w in windows(d["text"], sentences(d["text"]), pieces, 200):
                ids, shapes = torch.tensor([w.pieces]), torch.tensor([w.shapes])
                p = reader.encoder(ids, shapes, torch.ones_like(ids))[4].float().softmax(-1)[0]
                for span, k in zip(w.spans, w.first, strict=True):
                    if 1 - p[k, 0] > 0.2:
                        unsure.append(span)
                    inside = any(s <= span[0] < e for side in ("source", "target") for s, e in event[side])
                    for t in types:
                        tag = EVENT_TAGS.index(f"B-{t}")
                        score = float(p[k, tag] + p[k, tag + 1]) * (0.3 if inside else 1.0)
                        if score > best[0]:
                            best = (score, span, t)
            score, trigger, kind = best
            if score < LEAST:
                continue
            kept += 1
            assert kind in TYPES
            roles = [("actor", s) for s in event["source"]] + [("recipient", s) for s in event["target"]]
            frame = {"kind": "deed", "trigger": trigger, "roles": roles, "type": kind, "mode": "?", "modality": "?"}
            line = {
                "id": d["id"],
                "sha256": hashlib.sha256(d["text"].encode()).hexdigest()[:16],
                "frames": [frame],
                "unsure": [u for u in unsure if u != trigger],
                "score": round(score, 3),
            }
            out.write(json.dumps(line) + "\n")
    print(f"{kept} of {total} sentences aligned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
