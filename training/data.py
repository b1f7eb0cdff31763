"""Gold of every kind as one `Example`: a text with what is known about it. What a set does not say is None and is masked in training.

Sets of other people are read from `--data` (../shared/data) and never copied; `../shared/data/README.md` tells their terms.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import annotating
from corpus import Fault, Frame, Span, blocks, parse

HERE = Path(__file__).parent
OPENING = "\"“‘'«"
VALIDATION = 25  # articles of articles_ours_train kept for validation, the first in the order of their ids' digests


@dataclass
class Example:
    """`names` are (start, end, label); `nominals` (start, end, form); None means nobody annotated this layer.
    `unsaid` are words that neither teach nor contradict: later tellings of a deed that is marked once."""

    id: str
    source: str
    text: str
    names: list[tuple[int, int, str]] | None = None
    nominals: list[tuple[int, int, str]] | None = None
    sayings: list[Frame] | None = None
    deeds: list[Frame] | None = None
    unsaid: list[Span] = field(default_factory=list)


def held_out(data: Path) -> frozenset[str]:
    """The ids of the annotated articles that belong to validation; by digest, so that they never move."""
    ids = [d["id"] for d in lines(data / "articles_ours_train.jsonl")]
    return frozenset(sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())[:VALIDATION])


def lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as f:
        for line in f:
            yield json.loads(line)


def float_trigger(text: str, start: int) -> Span:
    """Where a quotation without a telling word begins: its opening mark, else its first word."""
    if start and text[start - 1] in OPENING:
        return start - 1, start
    m = re.compile(r"\w+|\S").search(text, start)
    return m.span() if m else (start, start + 1)


def own(path: Path) -> Iterator[Example]:
    """Our own text. A faulty document is named and left out; `corpus.py check` (held by CI) finds it."""
    for first, block in blocks(path):
        try:
            doc = parse(block, path, first)
        except Fault as e:
            print(f"left out: {e}", file=sys.stderr)
            continue
        names = [(s, e, k) for s, e, k, form in doc.mentions if form == "name"]
        nominals = [(s, e, "nominal") for s, e, _, form in doc.mentions if form == "nominal"]
        nominals += [(s, e, "pronoun") for (s, e), _ in doc.pronouns]
        sayings = [f for f in doc.frames if f.kind == "saying"]
        for f in sayings:
            if f.trigger is None:
                f.trigger = float_trigger(doc.text, next(s for r, (s, _) in f.roles if r == "content"))
        yield Example(doc.id, "own", doc.text, names, nominals, sayings, [f for f in doc.frames if f.kind == "deed"])


def worldwide(path: Path) -> Iterator[Example]:
    for d in lines(path):
        yield Example(d["id"], "worldwide", d["text"], [(m["start"], m["end"], m["label"]) for m in d["gold"]["mentions"]])


def polnear(path: Path) -> Iterator[Example]:
    for d in lines(path):
        frames = []
        for s in d["gold"]["statements"]:
            if not s["content"]:
                continue
            roles = [("speaker", tuple(x)) for x in s["source"]] + [("content", tuple(x)) for x in s["content"]]
            trigger = tuple(s["cue"][0]) if s["cue"] else float_trigger(d["text"], s["content"][0][0])
            frames.append(Frame("saying", trigger, roles))
        yield Example(d["id"], "polnear", d["text"], sayings=frames)


def article(d: dict) -> Example:
    """A wholly annotated article: actors named by id are put back on the words nearest the telling word."""
    text, gold = d["text"], d["gold"]
    spots = {a["id"]: surface(text, [a["name"], *a["aliases"]]) for a in gold["actors"]}
    spots |= {p["id"]: surface(text, [p["name"], *p["aliases"]]) for p in gold.get("places", [])}
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘(])|\n+", text)] + [len(text)]
    nominals = [(s, e, "nominal") for s, e in sorted(set(unnamed(text, gold["actors"], spots)))]
    sayings = [saying_frame(text, s, spots, ends) for s in gold["statements"]]
    deeds = [deed_frame(text, e, gold, spots, ends) for e in gold["events"]]
    return Example(d["id"], "articles", text, None, nominals, sayings, deeds, [tuple(s) for s in gold.get("again", [])])


def unnamed(text: str, actors: list[dict], spots: dict[str, list[Span]]) -> Iterator[Span]:
    """The words for actors that are no names: all those of unnamed collectives, and those without a capital."""
    for a in actors:
        for s, e in spots[a["id"]]:
            words = text[s:e].split()
            if a["kind"] == "population" or not any(w[:1].isupper() for w in words[1:] or words):
                yield s, e


def saying_frame(text: str, s: dict, spots: dict[str, list[Span]], ends: list[int]) -> Frame:
    cont = [tuple(x) for x in s["content"]]
    cue = s.get("cue")
    cue = nearest(occurrences(text, cue), cont[0][0], cont[-1][1]) if isinstance(cue, str) else cue and tuple(cue)
    trigger = cue or float_trigger(text, cont[0][0])
    roles = [("content", c) for c in cont]
    speaker = near_party(text, spots.get(s.get("speaker"), []), trigger, ends, cont, subject=True)
    if speaker:
        roles.append(("speaker", speaker))
    return Frame("saying", trigger, roles)


def deed_frame(text: str, e: dict, gold: dict, spots: dict[str, list[Span]], ends: list[int]) -> Frame:
    """`place` is a place's id or, in our own annotations, a span; `date` a value or a span."""
    trigger = tuple(e["trigger"])
    roles: list[tuple[str, Span]] = []
    for role, ids in (
        ("actor", e["actors"]),
        ("recipient", e["recipients"]),
        ("place", [e["place"]] if isinstance(e.get("place"), str) else []),
    ):
        for i in ids:
            spot = near_party(text, spots.get(i, []), trigger, ends, [], subject=role == "actor")
            if spot:
                roles.append((role, spot))
    if isinstance(e.get("date"), str):
        fit = [
            (x["start"], x["end"])
            for x in gold["dates"]
            if x["value"] and (x["value"].startswith(e["date"]) or e["date"].startswith(x["value"]))
        ]
        spot = near_party(text, fit, trigger, ends, [], subject=False)
        if spot and sentence(ends, spot[0]) == sentence(ends, trigger[0]):
            roles.append(("date", spot))
    for role in ("place", "date", *annotating.NUMBERS):
        if isinstance(e.get(role), list):
            roles.append((role, tuple(e[role])))
    return Frame("deed", trigger, roles, e["type"], e.get("mode"), e["modality"])


def occurrences(text: str, phrase: str) -> list[Span]:
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(phrase) + r"(?!\w)", text)] if phrase else []


def surface(text: str, strings: list[str]) -> list[Span]:
    """Where any of `strings` stands; the longer one wins where two overlap."""
    out: list[Span] = []
    for s in sorted(set(strings), key=lambda x: (-len(x), x)):
        out += [o for o in occurrences(text, s) if not any(o[0] < b and a < o[1] for a, b in out)]
    return sorted(out)


def sentence(ends: list[int], i: int) -> int:
    return next((k for k, e in enumerate(ends) if i < e), len(ends) - 1)


def nearest(spots: list[Span], start: int, end: int) -> Span | None:
    return min(spots, key=lambda s: max(start - s[1], s[0] - end, 0), default=None)


PRONOUN = re.compile(r"\b(he|she|they|it|we|i|who|his|her|their|him|them|its)\b", re.I)


def near_party(text: str, spots: list[Span], trigger: Span, ends: list[int], avoid: list[Span], *, subject: bool) -> Span | None:
    """The words that name a party for `trigger`: in its sentence, else a pronoun next to it, else the nearest before it within four sentences."""
    free = [s for s in spots if not any(s[0] < b and a < s[1] for a, b in avoid) and not (s[0] < trigger[1] and trigger[0] < s[1])]
    k = sentence(ends, trigger[0])
    here = [s for s in free if sentence(ends, s[0]) == k]
    if here:
        return nearest(here, *trigger)
    if subject:
        close = [m.span() for m in PRONOUN.finditer(text, max(0, trigger[0] - 20), min(len(text), trigger[1] + 12))]
        close = [c for c in close if sentence(ends, c[0]) == k and not any(c[0] < b and a < c[1] for a, b in avoid)]
        if close:
            return nearest(close, *trigger)
    before = [s for s in free if k - 4 <= sentence(ends, s[0]) < k]
    return before[-1] if before else None


def kept_from_training(text: str) -> bool:
    """Whether a sentence of a set without a split of its own is kept for validation."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def share_of(examples: list[Example], share: float) -> list[Example]:
    """That share of the examples, chosen by the digest of their texts: a smaller share is part of every larger one."""
    return [e for e in examples if int(hashlib.sha256(e.text.encode()).hexdigest()[:8], 16) < share * 2**32]


def standoff(path: Path, texts: dict[str, str]) -> Iterator[Example]:
    """Our annotations of others' sentences: offsets with the digest of the text they count in. A text that changed stops the run."""
    for d in lines(path):
        text = texts.get(d["id"])
        if text is None:
            continue
        if annotating.digest(text) != d["sha256"]:
            sys.exit(f"{path}: the text of {d['id']} is not the one that was annotated (digest differs)")
        frames = [
            Frame(
                f["kind"],
                tuple(f["trigger"]),
                [(r, tuple(s)) for r, s in f["roles"]],
                f.get("type"),
                f.get("mode"),
                f.get("modality", "asserted"),
                f.get("negated", False),
            )
            for f in d["frames"]
        ]
        yield Example(
            d["id"],
            "plv",
            text,
            None,
            None,
            [f for f in frames if f.kind == "saying"] if d.get("sayings") else None,
            [f for f in frames if f.kind == "deed"],
        )


def annotated_rows(data: Path) -> list[dict]:
    """Articles as rows of articles_ours (id, text, gold): the shared ones, then those that we annotated with offsets only."""
    rows = list(lines(data / "articles_ours_train.jsonl"))
    texts = annotating.known_texts(data)
    for path in sorted((HERE / "corpus" / "standoff").glob("articles-*.jsonl")):
        rows += annotating.articles(path, texts)
    return rows


def named_articles(data: Path) -> list[Example]:
    """The annotated articles, shared and our own, with the names that Worldwide marks in the same texts (there with CRLF line ends)."""
    names = {e.id: e for e in worldwide(data / "mentions_worldwide_train.jsonl")}
    out = []
    for e in map(article, annotated_rows(data)):
        twin = names.get(e.id)
        if twin and twin.names is not None and twin.text.replace("\r\n", "\n") == e.text:
            shift = lambda i, text=twin.text: i - text.count("\r\n", 0, i)  # noqa: E731
            e.names = [(shift(s), shift(t), k) for s, t, k in twin.names]
        out.append(e)
    return out


def coded_texts(data: Path) -> dict[str, str]:
    """Zero-Shot-PLOVER's sentences that may train. A fifth, by digest, never does: it tells what unseen ones would."""
    return {d["id"]: d["text"] for d in lines(data / "coding_plv_dev.jsonl") if not kept_from_training(d["text"])}


def training_set(data: Path, *, validation: bool = False, without: tuple[str, ...] = ()) -> list[Example]:
    """Everything to train on, or the validation part. `without` leaves sets out (own, plv, polnear, articles, worldwide) for ablations."""
    kept = held_out(data)
    annotated = named_articles(data)
    if validation:
        out = [e for e in annotated if e.id in kept]
        out += list(worldwide(data / "mentions_worldwide_dev.jsonl"))
        return out + list(polnear(data / "statements_polnear_dev.jsonl"))
    out = [] if "articles" in without else [e for e in annotated if e.id not in kept]
    if "worldwide" not in without:
        there = {e.id for e in annotated}
        out += [e for e in worldwide(data / "mentions_worldwide_train.jsonl") if e.id not in there]
    if "polnear" not in without:
        out += polnear(data / "statements_polnear_train.jsonl")
    if "own" not in without:
        for path in sorted((HERE / "corpus" / "text").glob("*.txt")):
            out += own(path)
    marks = HERE / "corpus" / "standoff"
    if "plv" not in without and marks.exists():
        texts = coded_texts(data)
        for path in sorted(marks.glob("plv-*.jsonl")):
            out += standoff(path, texts)
    return out
