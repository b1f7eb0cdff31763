"""Annotate others' articles without keeping their words: a working sheet is written by hand beside the text and turned into stand-off offsets.

    python training/annotating.py show --data ../shared/data ID…            # the article as the annotator reads it
    python training/annotating.py check --data ../shared/data SHEET…        # names every faulty line; exit 1 when there is one
    python training/annotating.py write --data ../shared/data SHEET… --out training/corpus/standoff/articles-1.jsonl

A sheet quotes the article and therefore stays outside the repository; what `write` makes holds offsets into the text (line ends as "\\n"), labels and
the digest of the text, and `articles` gives the whole annotation back from the text and those. The sheet, one block an article:

    === ID
    a1 = Rally of Farmers | the Rally | the party ; organization MLI PTY
    a2 = protesters ; population MLI -
    S said | a1 | that the vote ... was stolen
    E PROTEST/demo asserted | marched | a2 > a3 a4 | place: Kayes | date: on Tuesday | killed: two
    R march#2                                          another telling of an event already written
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import MODALITIES, MODES, Fault, Span, blocks, occurrences

KINDS = ("person", "group", "organization", "state", "population")
SECTOR = re.compile("GOV|MIL|COP|JUD|LEG|PTY|OPP|REB|SPY|UAF|MED|EDU|BUS|CRM|CVL|IGO|NGO|REL|HLT|LAB|AGR|ELI|REF|JRN|ENV|ACT")  # PLOVER's
NUMBERS = ("killed", "injured", "arrested")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


SETS = (
    "mentions_worldwide_train",
    "extra_wikievents_devtest",
    "extra_case2021_task2",
    "extra_re3d",
    "extra_muc4",
)  # whose texts we annotate


# Sets of long articles, of which the opening is annotated: whole paragraphs of so many characters at least.
OPENINGS = {"statements_polnear_train": 2200, "mentions_worldwide_train": 3000}


def known_texts(data: Path) -> dict[str, str]:
    """The texts that may be annotated, by id, line ends as "\\n"; of an opening the id is "opening:" and the article's."""
    out: dict[str, str] = {}
    for name, least in OPENINGS.items():
        with (data / f"{name}.jsonl").open(encoding="utf-8") as f:
            for d in map(json.loads, f):
                text = d["text"].replace("\r\n", "\n")
                end = text.find("\n", least)
                out[f"opening:{d['id']}"] = text[: end if end > 0 else len(text)]
    for name in SETS:
        with (data / f"{name}.jsonl").open(encoding="utf-8") as f:
            out |= {d["id"]: d["text"].replace("\r\n", "\n") for d in map(json.loads, f)}
    return out


def find(text: str, phrase: str) -> Span:
    """Where `phrase` stands; `x#2` is its second occurrence, `first ... last` reaches from one to the other."""
    phrase = phrase.strip()
    if " ... " in phrase:
        start, last = phrase.split(" ... ", 1)
        a = find(text, start)
        end = text.find(last.strip(), a[1])
        if end < 0:
            raise Fault(f"{last!r} does not follow {start!r}: give the exact last words")
        return a[0], end + len(last.strip())
    m = re.fullmatch(r"(.*)#(\d+)", phrase)
    phrase, n = (m[1], int(m[2])) if m else (phrase, 1)
    found = occurrences(text, phrase) if phrase else []
    if len(found) < n:
        raise Fault(f"{phrase!r} stands {len(found)} times in the text, not {n}: quote it exactly")
    return found[n - 1]


def near(text: str, phrase: str, at: Span) -> Span:
    """The occurrence of `phrase` nearest to `at`, unless a number says which."""
    if re.search(r"#\d+$", phrase.strip()):
        return find(text, phrase)
    found = occurrences(text, phrase.strip())
    if not found:
        raise Fault(f"{phrase!r} is not in the text: quote it exactly")
    return min(found, key=lambda s: abs(s[0] - at[0]))


def parse(lines: list[str], path: Path, first: int, texts: dict[str, str]) -> dict:
    """One block of a sheet as a stand-off row. Raises `Fault` with all its faulty lines."""
    name = lines[0][4:].strip()
    if name not in texts:
        raise Fault(f"{path}:{first}: no text {name!r} in {', '.join(SETS)}")
    text = texts[name]
    row: dict = {"id": name, "sha256": digest(text), "actors": [], "statements": [], "events": [], "again": []}
    faults = []
    for number, raw in enumerate(lines[1:], first + 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        try:
            add(line, text, row)
        except Fault as e:
            faults.append(f"{path}:{number}: {e}")
    if faults:
        raise Fault("\n".join(faults))
    return row


def add(line: str, text: str, row: dict) -> None:
    known = {a["id"] for a in row["actors"]}
    if line.startswith("R "):
        row["again"].append(find(text, line[2:]))
        return
    if line.startswith("S "):
        cue, speaker, content = [x.strip() for x in line[2:].split(" | ", 2)]
        if speaker != "-" and speaker not in known:
            raise Fault(f"unknown speaker {speaker!r}: write the actor's line first")
        parts = [find(text, p) for p in content.split(" + ")]
        span = None if cue == "-" else near(text, cue, (parts[0][0] - len(cue) - 1, 0)) if "#" not in cue else find(text, cue)
        row["statements"].append({"cue": span, "speaker": None if speaker == "-" else speaker, "content": parts})
        return
    if line.startswith("E "):
        row["events"].append(event(line[2:], text, known))
        return
    m = re.fullmatch(r"(\w+) = (.+?) ; (\w+) (\S+) (\S+)", line)
    if not m:
        raise Fault("not understood: an actor is `a1 = name | alias ; kind ISO3 SECTOR` ('-' for none), else S, E or R")
    ident, names, kind, country, sector = m.groups()
    if ident in known:
        raise Fault(f"{ident} is there twice")
    if kind not in KINDS:
        raise Fault(f"kind {kind!r} is none of {', '.join(KINDS)}")
    if country != "-" and not re.fullmatch("[A-Z]{3}", country):
        raise Fault(f"country {country!r} is no ISO3 code: give three capitals or '-'")
    if sector != "-" and not SECTOR.fullmatch(sector):
        raise Fault(f"sector {sector!r} is none of {SECTOR.pattern}")
    spans = [find(text, n) for n in names.split(" | ")]
    row["actors"].append(
        {
            "id": ident,
            "kind": kind,
            "country": None if country == "-" else country,
            "sector": None if sector == "-" else sector,
            "spans": spans,
        }
    )


def event(line: str, text: str, known: set[str]) -> dict:
    parts = [x.strip() for x in line.split(" | ")]
    m = re.fullmatch(r"([A-Z]+)(?:/([\w-]+))? (\w+)", parts[0])
    if not m or m[1] not in MODES:
        raise Fault(f"{parts[0]!r}: an event begins `E TYPE/mode modality`, TYPE one of {', '.join(MODES)}")
    kind, mode, modality = m.groups()
    if mode and mode not in MODES[kind]:
        raise Fault(f"{kind} has no mode {mode!r}; it has {', '.join(MODES[kind]) or 'none'}")
    if modality not in MODALITIES:
        raise Fault(f"modality {modality!r} is none of {', '.join(MODALITIES)}")
    if len(parts) < 3:
        raise Fault("an event needs `| trigger | actors > recipients` ('-' for nobody)")
    trigger = find(text, parts[1])
    sides = [[w for w in side.split() if w != "-"] for side in (parts[2] + " > ").split(">")[:2]]
    for w in (*sides[0], *sides[1]):
        if w not in known:
            raise Fault(f"unknown actor {w!r}: write the actor's line first")
    out: dict = {"type": kind, "mode": mode, "modality": modality, "trigger": trigger, "actors": sides[0], "recipients": sides[1]}
    for part in parts[3:]:
        role, _, words = part.partition(":")
        if role not in ("place", "date", *NUMBERS):
            raise Fault(f"unknown role {role!r}: place, date, {', '.join(NUMBERS)}")
        out[role] = near(text, words.strip(), trigger)
    return out


def sheets(paths: list[Path], texts: dict[str, str]) -> Iterator[dict | Fault]:
    for path in paths:
        for first, block in blocks(path):
            try:
                yield parse(block, path, first, texts)
            except Fault as e:
                yield e


def articles(path: Path, texts: dict[str, str]) -> Iterator[dict]:
    """Rows in the form of articles_ours (id, text, gold), given back from stand-off offsets; a text that changed stops the run."""
    with path.open(encoding="utf-8") as f:
        for row in map(json.loads, f):
            text = texts.get(row["id"])
            if text is None:
                continue
            if digest(text) != row["sha256"]:
                sys.exit(f"{path}: the text of {row['id']} is not the one that was annotated (digest differs)")
            at = lambda s, text=text: text[s[0] : s[1]]  # noqa: E731
            actors = [{**a, "name": at(a["spans"][0]), "aliases": [at(s) for s in a["spans"][1:]]} for a in row["actors"]]
            yield {"id": row["id"], "text": text, "gold": {**row, "actors": actors}}


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("show", "check", "write"))
    ap.add_argument("names", nargs="+", help="ids to show, or sheets")
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--out", type=Path)
    a = ap.parse_args()
    texts = known_texts(a.data)
    if a.what == "show":
        for name in a.names:
            print(f"=== {name}\n{texts[name]}\n")
        return 0
    rows = list(sheets([Path(n) for n in a.names], texts))
    faults = [r for r in rows if isinstance(r, Fault)]
    good = [r for r in rows if not isinstance(r, Fault)]
    print(*faults, sep="\n", file=sys.stderr)
    print(
        f"{len(good)} articles, {sum(len(r['events']) for r in good)} events, {sum(len(r['statements']) for r in good)} statements, {len(faults)} faulty"
    )
    if a.what == "write":
        if not a.out:
            sys.exit("write needs --out FILE")
        with a.out.open("w", encoding="utf-8") as f:
            for row in good:
                f.write(json.dumps(row) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
