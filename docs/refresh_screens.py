"""Write docs/images/web/*.png: every screen of the desk over reports of our own (training/corpus/text, tests/pages), in a headless Chromium.

pip install pillow; python docs/refresh_screens.py [--desk FOLDER] [NAME…]      # FOLDER is made when it is not there, and kept
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images" / "web"
sys.path.insert(0, str(ROOT / "tests"))
LARGEST = 150_000
OUTLETS = ("coast.example", "savanna.example", "delta-post.example", "highland.example", "harbour-times.example")
# name, path with what is looked up in braces, width, colours, what is done before the picture is taken
SCREENS = (
    ("front", "/", 1280, "light", ""),
    ("events", "/events?modality=asserted", 1280, "light", ""),
    ("event", "/events/{contested}", 1280, "light", "hover .field.differs .value"),
    ("article", "/articles/{article}", 1280, "light", "hover #layer-event .fact"),
    ("export", "/export?type=ASSAULT", 1280, "light", ""),
    ("keys", "/events", 1280, "light", "press ?"),
    ("events-dark", "/events?quad=material+conflict", 1280, "dark", ""),
    ("article-dark", "/articles/{article}", 1280, "dark", ""),
    ("event-phone", "/events/{contested}", 390, "light", ""),
    ("events-phone", "/events", 390, "dark", ""),
    ("map", "/map", 1280, "light", ""),
    ("timeline", "/timeline", 1280, "light", ""),
    ("network", "/network", 1280, "light", ""),
    ("trends", "/trends?by=country&days=365", 1280, "light", ""),
    ("story", "/stories/{story}", 1280, "light", ""),
    ("actor", "/actors/{actor}", 1280, "light", ""),
    ("place", "/places/{place}", 1280, "light", ""),
    ("statements", "/statements", 1280, "light", ""),
    ("claims", "/statements?view=claims", 1280, "light", ""),
    ("review", "/review", 1280, "light", ""),
    ("review-statements", "/review/statements", 1280, "light", ""),
    ("briefing", "/briefing", 1280, "light", "click the last 30 days > Propose a briefing"),
    ("add", "/add", 1280, "light", ""),
    ("runs", "/runs", 1280, "light", ""),
)


def reports() -> Iterator[dict[str, str]]:
    """Our own articles as JSON Lines has them; the outlets are invented."""
    from web.madeup import REPORTS

    n = 0
    for file in sorted((ROOT / "training" / "corpus" / "text").glob("article-*.txt")):
        for part in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, text, *_ = re.split(r"^---$", part, maxsplit=2, flags=re.MULTILINE)
            day = re.search(r"^published: (\S+)$", head, re.MULTILINE)
            n += 1
            name = head.split()[0]
            made = {
                "id": name,
                "outlet": OUTLETS[n % len(OUTLETS)],
                "text": text.strip(),
                "url": f"https://{OUTLETS[n % len(OUTLETS)]}/{name}",
            }
            yield made | ({"published": day[1]} if day else {})
    yield from REPORTS


def make(folder: Path, most: int) -> None:
    from dateline.desk import open_desk

    lines = folder.parent / "reports.jsonl"
    lines.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in list(reports())[-most:]), encoding="utf-8")
    with open_desk(folder, create=True) as desk:
        desk.add([str(lines)], workers=1)


def found(folder: Path) -> dict[str, str]:
    """What stands in the paths: the most telling of each kind."""
    from dateline.desk import open_desk

    asked = {
        "contested": "SELECT id FROM events WHERE contested LIKE '%killed%' ORDER BY articles DESC, tellings DESC, id",
        "article": "SELECT article FROM tellings GROUP BY article ORDER BY article IN (SELECT article FROM claims) DESC, count(*) DESC, article",
        "story": "SELECT id FROM stories ORDER BY articles DESC, events DESC, id",
        "actor": "SELECT actor FROM event_actors JOIN actors ON id = actor WHERE kind = 'person' AND actors.name LIKE '% %' GROUP BY actor ORDER BY count(*) DESC, actor",
        "place": "SELECT place FROM events WHERE place_precision = 'city' GROUP BY place ORDER BY count(*) DESC, place",
    }
    with open_desk(folder) as desk:
        return {name: str((desk.db.execute(sql).fetchone() or ("none",))[0]) for name, sql in asked.items()}


def take(folder: Path, names: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from web.browsing import CHROMIUM, serving

    OUT.mkdir(parents=True, exist_ok=True)
    ids = found(folder)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with serving(folder, person="anna") as base, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, args=list(CHROMIUM))
        for name, path, width, scheme, act in SCREENS:
            if names and name not in names:
                continue
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            answer = page.goto(base + path.format(**ids))
            if answer is None or answer.status != 200:
                print(f"{name}: {answer.status if answer else 'no answer'}", file=sys.stderr)
                page.close()
                continue
            verb, _, what = act.partition(" ")
            if verb == "hover":
                page.locator(what).first.hover()
            elif verb == "press":
                page.keyboard.press(what)
            elif verb == "click":
                for label in what.split(" > "):
                    page.get_by_text(label).first.click()
                    page.wait_for_load_state()
            page.wait_for_timeout(400)
            page.screenshot(path=OUT / f"{name}.png")
            shrink(OUT / f"{name}.png")
            page.close()
            size = (OUT / f"{name}.png").stat().st_size
            print(f"{name}: {size:,} bytes" + (" TOO LARGE" if size > LARGEST else ""))
        browser.close()


def shrink(file: Path) -> None:
    """A screen has few colours: 256 of them are a third of the bytes."""
    from PIL import Image

    with Image.open(file) as image:
        small = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--desk", type=Path)
    p.add_argument("--most", type=int, default=150, help="so many reports")
    p.add_argument("names", nargs="*")
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.desk or Path(scratch) / "newsroom"
        if not folder.exists():
            make(folder, a.most)
        take(folder, a.names)


if __name__ == "__main__":
    main()
