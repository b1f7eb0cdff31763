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
from dateline.reader.frame_feed import Trigger, frame_feed
from dateline.reader.labels import HEADS
from dateline.reader.windows import Window
from dateline.reader.wordpiece import WordPiece
from dateline.reader.words import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.float32]

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

    def encode(self, window: Window, heads: Sequence[str]) -> list[Floats]:
        """What the encoder says of a window: "hidden" (pieces, hidden) states, or the scores (pieces, tags) of any of HEADS."""
        import numpy as np

        feed = {"pieces": np.array([window.pieces], dtype=np.int64), "shapes": np.array([window.shapes], dtype=np.int64)}
        return [x[0] for x in self._encoder.run(list(heads), feed)]

    def tags(self, window: Window, heads: Sequence[str] = HEADS) -> dict[str, Floats]:
        """The scores (words, tags) of some heads for one window."""
        return _by_word(window, heads, self.encode(window, heads))

    def read(self, window: Window) -> tuple[Floats, dict[str, Floats]]:
        """A window's hidden states (pieces, hidden) and what every head says of its words."""
        hidden, *heads = self.encode(window, ("hidden", *HEADS))
        return hidden, _by_word(window, HEADS, heads)

    def frames(self, hidden: Floats, window: Window, triggers: Sequence[Trigger]) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        """Scores of roles (frames, words, tags), type, mode, modality and negation for telling words of one window."""
        import numpy as np

        n = len(window.pieces)
        out: list[tuple[list[int], list[Floats]]] = []
        for deeds in False, True:
            rows = [k for k, t in enumerate(triggers) if (t[2] == DEED_MARKER) == deeds]
            if rows:
                out.append((rows, self._read_frames(hidden, window, [triggers[k] for k in rows], AROUND if deeds and n > AROUND else n)))
        order = np.argsort([k for rows, _ in out for k in rows])
        roles, types, modes, modality, negated = (np.concatenate([scores[i] for _, scores in out])[order] for i in range(5))
        return roles, types, modes, modality, negated

    def _read_frames(self, hidden: Floats, window: Window, triggers: Sequence[Trigger], width: int) -> list[Floats]:
        """The scores of frames that see `width` pieces, the telling word in the middle; no role lies outside."""
        import numpy as np

        n, f = len(window.pieces), window.first
        starts = np.array([min(max(0, (f[a] + f[b - 1] - width) // 2), n - width) for a, b, _ in triggers], dtype=np.int64)
        feed, words = frame_feed(window, triggers, starts, width)
        row = np.arange(len(triggers))[:, None]
        roles, *rest = self._frames.run(None, {"hidden": hidden, **feed})
        whole = np.full((len(triggers), len(f), roles.shape[2]), NEVER, dtype=np.float32)
        whole[:, :, 0] = 0.0
        whole[row, words] = roles
        return [whole, *rest]


def _by_word(window: Window, heads: Sequence[str], scores: Sequence[Floats]) -> dict[str, Floats]:
    """The scores of each head at words' first pieces."""
    return {head: x[list(window.first)] for head, x in zip(heads, scores, strict=True)}


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
