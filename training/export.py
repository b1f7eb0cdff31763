"""Trained weights to the files the product ships: ONNX, products in bytes (quantize.py), a manifest with digests.

python training/export.py --model work/reader/model.pt --out src/dateline/reader/weights [--note "…"]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from corpus import documents
from dateline.reader.frame_feed import frame_feed
from dateline.reader.sentences import sentences
from dateline.reader.windows import LONGEST, Window, windows
from dateline.reader.wordpiece import WordPiece
from dateline.reader.words import Pieces
from model import HIDDEN, Reader
from quantize import in_bytes
from running import DOMAIN, RunningEncoder, RunningFrames
from train import minilm


def lighten(reader: Reader, vocabulary: Path, out: Path) -> None:
    """Leave out what no window needs: positions beyond the longest, pieces never trained and letters of other scripts (an English reader has not learnt them)."""
    pieces = vocabulary.read_text(encoding="utf-8").split("\n")
    kept = [i for i, p in enumerate(pieces) if p and not re.fullmatch(r"\[unused[1-9]\d*\]", p) and not any(foreign(c) for c in p)]
    e = reader.encoder
    with torch.no_grad():
        e.words = torch.nn.Embedding.from_pretrained(e.words.weight[kept])
        e.positions = torch.nn.Embedding.from_pretrained(e.positions.weight[: LONGEST + 2])
    out.write_text("\n".join(pieces[i] for i in kept) + "\n", encoding="utf-8")


def foreign(c: str) -> bool:
    return c > "\u024f" and unicodedata.category(c)[0] == "L"


def typical_windows(folder: Path) -> list[Window]:
    """Windows of the longer documents of our own text, for measuring what the network's activations look like."""
    pieces = Pieces(WordPiece(folder / "vocab.txt"))
    texts = [d.text for path in sorted((Path(__file__).parent / "corpus" / "text").glob("article-*.txt")) for d in documents(path)]
    return [w for t in texts[:40] for w in windows(t, sentences(t), pieces)]


def encoder_feeds(found: list[Window]) -> list[dict[str, np.ndarray]]:
    return [{"pieces": np.array([w.pieces], dtype=np.int64), "shapes": np.array([w.shapes], dtype=np.int64)} for w in found]


def frame_feeds(found: list[Window], encoder: Path) -> list[dict[str, np.ndarray]]:
    """Every fifth word of each window as a telling word, alternately of a saying and a deed."""
    session = ort.InferenceSession(str(encoder), providers=["CPUExecutionProvider"])
    out = []
    for w, feed in zip(found, encoder_feeds(found), strict=True):
        triggers = [(k, k + 1, 1 + row % 2) for row, k in enumerate(range(0, len(w.first), 5))]
        out.append(
            {
                "hidden": session.run(["hidden"], feed)[0][0],
                **frame_feed(w, triggers, np.zeros(len(triggers), dtype=np.int64), len(w.pieces))[0],
            }
        )
    return out


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--note", default="", help="what this version is, for the manifest")
    ap.add_argument("--exact", action="store_true", help="single precision, to measure what the bytes cost")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    reader.load_state_dict(torch.load(a.model, map_location="cpu", weights_only=True)["model"])
    reader.eval()
    lighten(reader, minilm() / "vocab.txt", a.out / "vocab.txt")
    ones = torch.ones(2, 9, dtype=torch.long)
    dynamic, words, rows = {0: "rows", 1: "length"}, {0: "rows", 1: "words"}, {0: "rows"}
    torch.onnx.export(
        RunningEncoder(reader), (ones, ones), str(a.out / "encoder.onnx"), dynamo=False, opset_version=17, custom_opsets={DOMAIN: 1},
        input_names=["pieces", "shapes"], output_names=["hidden", "names", "nominals", "cues", "events"],
        dynamic_axes=dict.fromkeys(("pieces", "shapes", "hidden", "names", "nominals", "cues", "events"), dynamic),
    )  # fmt: skip
    torch.onnx.export(
        RunningFrames(reader), (torch.zeros(11, HIDDEN), ones, ones, ones, ones[:, :4], torch.zeros(2, 4)), str(a.out / "frames.onnx"),
        dynamo=False, opset_version=17, custom_opsets={DOMAIN: 1},
        input_names=["hidden", "seen", "marker", "distance", "words", "telling"], output_names=["roles", "types", "modes", "modality", "negated"],
        dynamic_axes={
            "hidden": {0: "pieces"}, **dict.fromkeys(("seen", "marker", "distance"), dynamic),
            **dict.fromkeys(("words", "telling", "roles"), words), **dict.fromkeys(("types", "modes", "modality", "negated"), rows),
        },
    )  # fmt: skip
    if not a.exact:
        found = typical_windows(a.out)
        feeds = frame_feeds(found, a.out / "encoder.onnx")
        in_bytes(a.out / "encoder.onnx", encoder_feeds(found), table="encoder.words.weight")
        in_bytes(a.out / "frames.onnx", feeds)
    digests = {n: hashlib.sha256((a.out / n).read_bytes()).hexdigest() for n in ("encoder.onnx", "frames.onnx", "vocab.txt")}
    (a.out / "manifest.json").write_text(
        json.dumps({"base": "all-MiniLM-L6-v2 (Apache-2.0)", "note": a.note, "sha256": digests}, indent=2) + "\n", encoding="utf-8"
    )
    print({n: (a.out / n).stat().st_size for n in digests})
    return 0


if __name__ == "__main__":
    sys.exit(main())
