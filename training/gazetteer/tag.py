"""Write the reader's mentions of the gold sets, for train_choice.py to learn the tagger's errors from.

python training/gazetteer/tag.py FOLDER SET...
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
sys.path.insert(0, str(Path(__file__).parent))

from gold import DATA

from dateline.reader import read_text


def main() -> None:
    folder, *names = sys.argv[1:]
    for name in names:
        out = {}
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            out[raw["id"]] = [(m.start, m.end, m.label, m.form, round(float(m.score), 4)) for m in read_text(raw["text"]).mentions]
        Path(folder, f"{name}.json").write_text(json.dumps(out), encoding="utf-8")


if __name__ == "__main__":
    main()
