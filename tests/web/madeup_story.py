"""Reports of our own that make one story with a pause, and others on places known to a province, a country and a town: for map, places and stories."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from dateline.desk import open_desk


def _report(key: str, outlet: str, published: str, title: str, *paragraphs: str) -> dict[str, str]:
    return {
        "id": key, "url": f"https://{outlet}/{key}", "outlet": outlet, "published": published, "title": title,
        "text": "\n\n".join((title, *paragraphs)) + "\n",
    }  # fmt: skip


STORY: list[dict[str, str]] = [
    _report(
        "dock-1",
        "coast.example",
        "2022-05-02",
        "Dock workers strike at Mombasa port",
        "MOMBASA, May 2 - Hundreds of dock workers went on strike at the port of Mombasa on Monday to demand higher wages, the Dock Workers Union said.",
        "“We will not load a single ship until our wages are paid,” union leader Simon Otieno told reporters. The port authority rejected the demand.",
    ),
    _report(
        "dock-2",
        "harbour.example",
        "2022-05-03",
        "Police fire tear gas at striking dock workers in Mombasa",
        "Police fired tear gas at striking dock workers in Mombasa on Tuesday and arrested twelve of them, the Dock Workers Union said.",
        "Union leader Simon Otieno condemned the police. “They beat men who only asked for their wages,” he said.",
    ),
    _report(
        "dock-3",
        "coast.example",
        "2022-05-05",
        "Mombasa dock strike: union leader Otieno arrested",
        "Police arrested the leader of the Dock Workers Union, Simon Otieno, in Mombasa on Thursday, on the fourth day of the strike at the port.",
        "Governor Hassan Mwangi called on the police to release him. The port authority said the strike was illegal.",
    ),
    _report(
        "dock-4",
        "savanna.example",
        "2022-05-09",
        "Dock workers in Mombasa end strike after talks",
        "The Dock Workers Union and the port authority signed an agreement in Mombasa on Monday, and dock workers ended their strike at the port.",
        "Police released union leader Simon Otieno on Monday. “The port authority promised us our wages,” Otieno said.",
    ),
    _report(
        "dock-5",
        "harbour.example",
        "2022-06-27",
        "Dock workers strike again at Mombasa port",
        "Dock workers went on strike at the port of Mombasa again on Monday because the port authority had not paid the wages it promised in May, the Dock Workers Union said.",
        "“They broke their word,” union leader Simon Otieno said. The port authority accused the Dock Workers Union of breaking the agreement.",
    ),
    _report(
        "dock-6",
        "coast.example",
        "2022-06-29",
        "Two dock workers killed in clashes with police in Mombasa",
        "Police shot dead two striking dock workers at the port of Mombasa on Wednesday, hospital officials said.",
        "Union leader Simon Otieno accused the police of murder. Governor Hassan Mwangi said the dock workers had attacked the police with stones.",
    ),
]

ELSEWHERE: list[dict[str, str]] = [
    _report(
        "kivu-1", "lakes.example", "2022-05-20", "Rebels kill nine villagers in North Kivu",
        "GOMA, May 20 - Rebels killed nine villagers in North Kivu province on Thursday, the army said.",
        "Soldiers attacked the rebels in North Kivu on Friday, army spokesman Jean Mulumba said.",
    ),
    _report(
        "mali-1", "savanna.example", "2022-06-02", "Teachers across Mali strike",
        "Teachers went on strike across Mali on Thursday to demand better pay. The government of Mali rejected their demand.",
    ),
    _report(
        "nairobi-1", "savanna.example", "2022-06-10", "Kenya and Ethiopia sign trade agreement",
        "Kenya and Ethiopia signed a trade agreement in Nairobi on Friday. Foreign minister Grace Wanjiru praised the agreement.",
    ),
]  # fmt: skip


@cache
def story_desk(base: Path) -> Path:
    """The folder of a desk of these reports, made once in a session under its folder for tests; nobody may change it."""
    folder = base / "story"
    folder.mkdir()
    lines = folder / "reports.jsonl"
    lines.write_text("".join(json.dumps(r) + "\n" for r in [*STORY, *ELSEWHERE]), encoding="utf-8")
    with open_desk(folder / "desk", create=True) as desk:
        desk.add([str(lines)], workers=1)
    return folder / "desk"
