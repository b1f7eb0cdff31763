"""The encoder and the frame reader as ONNX sessions, with their digests checked before a byte of them is run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import StopRun
from dateline.reader.windows import Window
from dateline.reader.wordpiece import WordPiece
from dateline.reader.words import Pieces, distances

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

DEED_MARKER = 2
AROUND = 64  # pieces that the frame of a deed sees of its window, its telling word in the middle: 1.29 times the words a second, events and roles as before (96, 80, 64, 48 tried); a saying's content may be as long as the window
NEVER = -30.0  # the score of a role where the frame did not look
WEIGHTS = Path(str(files("dateline.reader"))) / "weights"


class WeightsError(StopRun):
    """The reader's weights are missing or are not the ones their manifest names."""


class Model:
    """What the reader asks of the network. One thread: many articles are read by many processes, and one thread gives the same bytes everywhere."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 1) -> None:
        import onnxruntime as ort

        self.manifest = _checked(folder)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = ort.InferenceSession(str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
        self._frames = ort.InferenceSession(str(folder / "frames.onnx"), options, providers=["CPUExecutionProvider"])
        self.pieces = Pieces(WordPiece(folder / "vocab.txt"))

    def encode(self, batch: Sequence[Window]) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Hidden states (windows, pieces, hidden) and the scores of names, nominals, cues and events for a batch of windows."""
        import numpy as np

        width = max(len(w.pieces) for w in batch)
        ids, shapes, mask = (np.zeros((len(batch), width), dtype=np.int64) for _ in range(3))
        for i, w in enumerate(batch):
            n = len(w.pieces)
            ids[i, :n], shapes[i, :n], mask[i, :n] = w.pieces, w.shapes, 1
        out = self._encoder.run(None, {"pieces": ids, "shapes": shapes, "mask": mask})
        return out[0], out[1], out[2], out[3], out[4]

    def names(self, window: Window) -> Floats:
        """The scores of names (words, tags) for one window."""
        import numpy as np

        ids, shapes = (np.array([x], dtype=np.int64) for x in (window.pieces, window.shapes))
        scores: Floats = self._encoder.run(["names"], {"pieces": ids, "shapes": shapes, "mask": np.ones_like(ids)})[0][0]
        return scores[list(window.first)]

    def frames(
        self, hidden: Floats, window: Window, triggers: Sequence[tuple[int, int, int]]
    ) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Scores of roles (frames, pieces, tags), type, mode, modality and negation for telling words of one window.

        A trigger is (first word, word after the last, marker): marker 1 for a saying, 2 for a deed.
        """
        import numpy as np

        n = len(window.pieces)
        marker, distance = np.zeros((len(triggers), n), dtype=np.int64), np.zeros((len(triggers), n), dtype=np.int64)
        starts = np.zeros(len(triggers), dtype=np.int64)
        for row, (first, last, kind) in enumerate(triggers):
            a, b = window.first[first], window.first[last - 1]
            for k in range(first, last):
                marker[row, window.first[k]] = kind
            distance[row] = distances(n, a, b)
            starts[row] = min(max(0, (a + b - AROUND) // 2), max(0, n - AROUND))
        deeds = np.array([kind == DEED_MARKER for _, _, kind in triggers])
        if n <= AROUND or not deeds.any():
            return self._read_frames(hidden[:n], marker, distance, np.zeros_like(starts), n)
        parts = []
        for rows, width in ((~deeds).nonzero()[0], n), (deeds.nonzero()[0], AROUND):
            if len(rows):
                at = starts[rows] if width < n else np.zeros_like(rows)
                parts.append((rows, self._read_frames(hidden[:n], marker[rows], distance[rows], at, width)))
        order = np.argsort(np.concatenate([rows for rows, _ in parts]))
        roles, types, modes, modality, negated = (np.concatenate([out[k] for _, out in parts])[order] for k in range(5))
        return roles, types, modes, modality, negated

    def _read_frames(
        self, hidden: Floats, marker: Ints, distance: Ints, starts: Ints, width: int
    ) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """The scores of frames that see `width` pieces of the window from `starts` on; no role lies outside."""
        import numpy as np

        seen = starts[:, None] + np.arange(width)[None, :]
        row = np.arange(len(starts))[:, None]
        feed = {"x": hidden[seen], "mask": np.ones_like(seen), "marker": marker[row, seen], "distance": distance[row, seen]}
        roles, types, modes, modality, negated = self._frames.run(None, feed)
        if width < len(hidden):
            whole = np.full((len(starts), len(hidden), roles.shape[2]), NEVER, dtype=np.float32)
            whole[:, :, 0] = 0.0
            whole[row, seen] = roles
            roles = whole
        return roles, types, modes, modality, negated


def _checked(folder: Path) -> dict[str, Any]:
    """The manifest of a folder of weights, every file's digest compared. Raises WeightsError."""
    path = folder / "manifest.json"
    if not path.exists():
        raise WeightsError("the reader's weights are missing", place=str(path), remedy="reinstall dateline (they are part of the wheel)")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name, digest in manifest["sha256"].items():
        with (folder / name).open("rb") as f:
            found = hashlib.file_digest(f, "sha256").hexdigest()
        if found != digest:
            raise WeightsError(
                f"digest {found[:12]}… is not the manifest's {digest[:12]}…", place=str(folder / name), remedy="reinstall dateline"
            )
    return manifest


@cache
def model() -> Model:
    """The shipped model, loaded once a process."""
    return Model()
