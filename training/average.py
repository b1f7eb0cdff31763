"""The mean of the weights of several stages of one chain of runs: python training/average.py --out work/mean.pt work/e/model.pt work/h/model.pt …

Stages that start from one another lie in one valley, and their mean reads strange pages better than the last of them; runs that start afresh do not mix.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("models", nargs="+", type=Path)
    ap.add_argument("--out", required=True, type=Path)
    a = ap.parse_args()
    stages = [torch.load(m, weights_only=True)["model"] for m in a.models]
    mean = {
        k: torch.stack([s[k].float() for s in stages]).mean(0).to(x.dtype) if x.is_floating_point() else x for k, x in stages[0].items()
    }
    torch.save({"model": mean}, a.out)


if __name__ == "__main__":
    main()
