"""Write tests/web/records.jsonl: what Dateline reads in the reports of madeup.py. The browser's tests stand on these records, so that they are fast and
stay the same whatever the reader learns; run this when the record's own form changes, and look at what changed.

python tests/web/refresh_records.py
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))


def main() -> None:
    import dateline
    from web.madeup import HOSTILE, REPORTS

    lines = []
    for r in [*REPORTS, HOSTILE]:
        record = dateline.read(
            r["text"], kind="text", id=r["id"], title=r["title"], url=r["url"], outlet=r["outlet"], published=r["published"]
        )
        lines.append(record.to_json() + "\n")
    (HERE / "records.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
