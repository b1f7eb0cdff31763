"""Trained weights to the files the product ships: ONNX, weights kept in one byte each, a manifest with digests.

python training/export.py --model work/reader/model.pt --out src/dateline/reader/weights [--note "…"]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from model import HIDDEN, Reader
from train import minilm


def shrink(path: Path) -> None:
    """Keep weights in one byte each with a scale for every row (embeddings) or column (products), undone at load.

    The session folds the casts and products away when it loads, so the arithmetic stays in single precision: what is lost is only the rounding of
    the weights. Small tensors stay as they are.
    """
    model = onnx.load(path)
    graph = model.graph
    nodes = []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or len(tensor.dims) != 2 or np.prod(tensor.dims) < 4096:
            continue
        array = numpy_helper.to_array(tensor)
        axis = 1 if "words.weight" in tensor.name else 0
        scale = np.maximum(np.abs(array).max(axis=axis, keepdims=True), 1e-12).astype(np.float32) / 127
        name = tensor.name
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(np.round(array / scale).astype(np.int8), name + "_byte"))
        graph.initializer.append(numpy_helper.from_array(scale, name + "_scale"))
        nodes.append(helper.make_node("Cast", [name + "_byte"], [name + "_float"], name="cast_" + name, to=TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [name + "_float", name + "_scale"], [name], name="scale_" + name))
    for node in reversed(nodes):
        graph.node.insert(0, node)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--note", default="", help="what this version is, for the manifest")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    reader.load_state_dict(torch.load(a.model, map_location="cpu", weights_only=True)["model"])
    reader.eval()
    ones = torch.ones(2, 9, dtype=torch.long)
    dynamic = {0: "rows", 1: "length"}
    torch.onnx.export(
        reader.encoder, (ones, ones, ones), str(a.out / "encoder.onnx"), dynamo=False, opset_version=17,
        input_names=["pieces", "shapes", "mask"], output_names=["hidden", "names", "nominals", "cues", "events"],
        dynamic_axes=dict.fromkeys(("pieces", "shapes", "mask", "hidden", "names", "nominals", "cues", "events"), dynamic),
    )  # fmt: skip
    torch.onnx.export(
        reader.frames, (torch.zeros(2, 9, HIDDEN), ones, ones, ones), str(a.out / "frames.onnx"), dynamo=False, opset_version=17,
        input_names=["x", "mask", "marker", "distance"], output_names=["roles", "types", "modes", "modality", "negated"],
        dynamic_axes={**dict.fromkeys(("x", "mask", "marker", "distance", "roles"), dynamic), **{k: {0: "rows"} for k in ("types", "modes", "modality", "negated")}},
    )  # fmt: skip
    for name in ("encoder.onnx", "frames.onnx"):
        shrink(a.out / name)
    shutil.copy(minilm() / "vocab.txt", a.out / "vocab.txt")
    digests = {n: hashlib.sha256((a.out / n).read_bytes()).hexdigest() for n in ("encoder.onnx", "frames.onnx", "vocab.txt")}
    (a.out / "manifest.json").write_text(
        json.dumps({"base": "all-MiniLM-L6-v2 (Apache-2.0)", "note": a.note, "sha256": digests}, indent=2) + "\n", encoding="utf-8"
    )
    print({n: (a.out / n).stat().st_size for n in digests})
    return 0


if __name__ == "__main__":
    sys.exit(main())
