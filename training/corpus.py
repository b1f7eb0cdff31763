"""Read and check the training text of our own (`training/corpus/GUIDE.md` is the format).

    python training/corpus.py check FILE...      # names every faulty line; exit 1 when there is one
    python training/corpus.py count FILE...      # documents, sentences, frames by type, mode and modality

`documents(path)` gives each document with exact half-open code point offsets into its text.
"""

from __future__ import annotations

import collections
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_LABELS = ("person", "organization", "nationality", "location", "facility", "date", "money", "misc")
EVENT_ROLES = ("actor", "recipient", "place", "date", "killed", "injured", "arrested")
MODALITIES = ("asserted", "future", "hypothetical", "negated")
MODES: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "allege", "investigate"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
}  # fmt: skip

Span = tuple[int, int]


class Fault(ValueError):
    """A line of a corpus file that does not hold; the message names file, line and remedy."""


@dataclass
class Frame:
    """One telling word. `kind` is "saying" or "deed"; `roles` are (role, span) pairs; a floating quotation has no trigger."""

    kind: str
    trigger: Span | None
    roles: list[tuple[str, Span]]
    type: str | None = None
    mode: str | None = None
    modality: str = "asserted"
    negated: bool = False
    same: Span | None = None


@dataclass
class Document:
    id: str
    kind: str
    published: str | None
    text: str
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)  # start, end, label, form
    pronouns: list[tuple[Span, str]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


def occurrences(text: str, phrase: str) -> list[Span]:
    """Every whole-word occurrence of `phrase` in `text`."""
    edge = lambda c: r"\b" if c.isalnum() or c == "_" else ""  # noqa: E731
    return [m.span() for m in re.finditer(edge(phrase[0]) + re.escape(phrase) + edge(phrase[-1]), text)]


def documents(path: Path) -> Iterator[Document]:
    """The documents of one corpus file. Raises `Fault` (all faulty lines joined) at the end of a document that has any."""
    for start, block in blocks(path):
        yield parse(block, path, start)


def blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = [i for i, line in enumerate(lines) if line.startswith("=== ")] + [len(lines)]
    for a, b in zip(heads, heads[1:], strict=False):
        yield a + 1, lines[a:b]


def parse(lines: list[str], path: Path, first: int) -> Document:
    rules = [i for i, line in enumerate(lines) if line.strip() == "---"]
    if len(rules) != 2:
        raise Fault(f"{path}:{first}: a document needs exactly two '---' lines (head, text, annotations); found {len(rules)}")
    head = dict(re.split(r":\s*", line.split("#")[0].strip(), maxsplit=1) for line in lines[1 : rules[0]] if ":" in line)
    text = "\n".join(lines[rules[0] + 1 : rules[1]]).strip("\n")
    published = head.get("published", "null")
    doc = Document(lines[0][4:].strip(), head.get("kind", "wire"), None if published == "null" else published, text)
    faults = []
    names: list[tuple[str, str, str]] = []
    taken: dict[str, set[Span]] = {"E": set(), "S": set()}
    for offset, raw in enumerate(lines[rules[1] + 1 :], first + rules[1] + 1):
        line = raw.strip()
        if not line:
            continue
        try:
            if line[:2] in ("E ", "S "):
                doc.frames.append(frame(line, text, taken[line[0]]))
            else:
                label, _, rest = line.partition(":")
                if label not in (*NAME_LABELS, "nominal", "pronoun"):
                    raise Fault(f"unknown label {label!r}; one of {', '.join(NAME_LABELS)}, nominal, pronoun, E, S")
                for phrase in filter(None, (p.strip() for p in rest.split(" | "))):
                    if label == "pronoun":
                        word, _, whom = phrase.partition("=")
                        doc.pronouns.append((locate(text, word.strip(), None), whom.strip()))
                    else:
                        locate(text, phrase, None)
                        names.append((phrase, label, "nominal" if label == "nominal" else "name"))
        except Fault as e:
            faults.append(f"{path}:{offset}: {e}")
    if faults:
        raise Fault("\n".join(faults))
    doc.mentions = mark(text, names)
    return doc


def mark(text: str, names: list[tuple[str, str, str]]) -> list[tuple[int, int, str, str]]:
    """Names and phrases at all their occurrences; within names the longer wins, nominals may hold names."""
    out, used = [], {"name": [False] * len(text), "nominal": [False] * len(text)}
    for phrase, label, form in sorted(names, key=lambda n: -len(n[0])):
        bare, _, number = phrase.partition("#") if re.search(r"#\d+$", phrase) else (phrase, "", "")
        for k, (s, e) in enumerate(occurrences(text, bare), 1):
            if (not number or k == int(number)) and not any(used[form][s:e]):
                used[form][s:e] = [True] * (e - s)
                out.append((s, e, label, form))
    return sorted(out)


def locate(text: str, phrase: str, near: int | None, taken: set[Span] = frozenset()) -> Span:  # type: ignore[assignment]
    """Where `phrase` stands: its numbered occurrence, else the one nearest `near`, else the first not in `taken`."""
    m = re.search(r"#(\d+)$", phrase)
    bare = phrase[: m.start()] if m else phrase
    spots = occurrences(text, bare) if bare else []
    if not spots:
        raise Fault(f"{bare!r} is not in the text (exact characters, whole words)")
    if m:
        if int(m[1]) > len(spots):
            raise Fault(f"{bare!r} occurs {len(spots)} times, not {m[1]}")
        return spots[int(m[1]) - 1]
    if near is not None:
        return min(spots, key=lambda s: min(abs(s[0] - near), abs(s[1] - near)))
    return next((s for s in spots if s not in taken), spots[0])


def content(text: str, phrase: str, near: int | None) -> Span:
    first, dots, last = phrase.partition(" ... ")
    s = locate(text, first.strip(), near)
    if not dots:
        return s
    ends = [e for e in occurrences(text, last.strip()) if e[0] >= s[0]]
    if not ends:
        raise Fault(f"{last!r} is not in the text after {first!r}")
    return s[0], ends[0][1]


def frame(line: str, text: str, taken: set[Span]) -> Frame:
    head, *parts = [p.strip() for p in re.split(r"\s\|\s", line[2:].strip())]
    if line[0] == "E":
        m = re.fullmatch(r"([A-Z]+)(?:/([a-z-]+))?\s+([a-z]+)", head)
        if not m or not parts:
            raise Fault("an event line is `E TYPE/mode modality | trigger | role: …`")
        kind, mode, modality = m.groups()
        if kind not in MODES or (mode and mode not in MODES[kind]) or modality not in MODALITIES:
            raise Fault(f"{head!r}: not a PLOVER type, mode and modality of the guide")
        trigger: Span | None = locate(text, parts.pop(0), None, taken)
        out = Frame("deed", trigger, [], kind, mode, modality)
    else:
        trigger = None if head == "-" else locate(text, head, None, taken)
        out = Frame("saying", trigger, [])
    if trigger:
        taken.add(trigger)
    roles = EVENT_ROLES if line[0] == "E" else ("speaker", "content", "addressee")
    for part in parts:
        if part == "negated" and line[0] == "S":
            out.negated = True
            continue
        role, _, value = part.partition(":")
        role = role.strip()
        if role == "same":
            out.same = locate(text, value.strip(), None)
            continue
        if role not in roles:
            raise Fault(f"unknown role {role!r}; one of {', '.join(roles)}")
        for v in value.split(" + "):
            at = trigger[0] if trigger else None
            out.roles.append((role, content(text, v.strip(), at) if role == "content" else locate(text, v.strip(), at)))
    if out.kind == "saying" and not any(r == "content" for r, _ in out.roles):
        raise Fault("a statement needs content")
    return out


def main(argv: list[str]) -> int:
    if len(argv) < 2 or argv[0] not in ("check", "count"):
        print(__doc__, file=sys.stderr)
        return 2
    counts: collections.Counter[str] = collections.Counter()
    bad = 0
    seen: set[str] = set()
    for name in argv[1:]:
        for first, block in blocks(Path(name)):
            try:
                doc = parse(block, Path(name), first)
            except Fault as e:
                print(e)
                bad += 1
                continue
            if doc.id in seen:
                print(f"{name}:{first}: id {doc.id} is there twice")
                bad += 1
            seen.add(doc.id)
            counts["documents"] += 1
            counts["sentences"] += len(re.findall(r"[.!?…][”\"’')]*(?=\s|$)", doc.text))
            counts["words"] += len(doc.text.split())
            counts["documents without events"] += not any(f.kind == "deed" for f in doc.frames)
            for f in doc.frames:
                if f.kind == "deed":
                    counts.update((f"{f.type}", f"modality {f.modality}", f"{f.type}/{f.mode}"))
                counts[f"frames {f.kind}"] += 1
    for k in sorted(counts):
        print(f"{counts[k]:6d}  {k}")
    print(f"{bad} faulty documents")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
