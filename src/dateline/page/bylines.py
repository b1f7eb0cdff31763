"""Who wrote it: "By Lee Yoo-jung, staff reporter uuu@joongang.co.kr", "Reporting by A and B; Editing by C", "이유정 기자"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.page.credits import is_agency
from dateline.page.vocabulary import vocabulary
from dateline.record import Byline

EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,60}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){0,4}\.[A-Za-z]{2,12}\b")
_LEAD = re.compile(
    r"(?:\W{0,3})(?:(?:story|written|reported|compiled|posted|published|words|text|report|article|analysis|opinion|edited|"
    r"exclusive)\s+by|by|with (?:additional )?(?:inputs?|reporting|contributions?) (?:from|by)|(?:additional )?inputs? from|author|reporter|correspondent|writer|por|par|von|di|autor|автор|door)\s*[:：]?\s+(?=\S)",
    re.IGNORECASE,
)
_FOREIGN = frozenset({"por", "par", "von", "di", "door"})
_ENDING = re.compile(
    r"\(?(?:additional |with )?(?:reporting|writing|written|editing|edited|compiled|translated|translation|produced|production|"
    r"graphics|photography|research)\b[^.]{0,60}?\s+by\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
# "Bangkok = Jane Doe, correspondent jane@…": Korean pages put the place before the writer
_PLACE = re.compile(r"[A-ZÀ-Þ가-힣][\w'’.-]*(?: [\w'’.-]+){0,3}\s?[=＝]\s?(?=\S)")
# "Own correspondent, Rangpur | Published: 15 May, 23:40"
_DESK_LINE = re.compile(
    r"(?P<desk>[^,|\d]{5,40})(?:,\s*[A-ZÀ-Þ][\w'’ -]{2,30})?(?:\s*\|\s*(?:published|updated|posted)\b.{0,40})?", re.IGNORECASE
)
_PIECE = re.compile(r"\s*(?:;|\|)\s*")
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\by\b|\bet\b|\bund\b)\s*")
_CUT = re.compile(r"\s+(?:in|at|for|from|reporting from)\s+(?=(?:the\s+)?[A-ZÀ-Þ])|\s*[|/•·]\s*|\s+[-–—]\s+|\s*\(|\s*@")
_KOREAN = re.compile(
    r"(?:\[[^\]]{1,20}\]\s*)?(?P<name>[가-힣]{2,4})\s?(?P<role>(?:[가-힣]{0,6}\s?)?(?:기자|특파원|논설위원|인턴기자|객원기자))(?:\s.{0,60})?$"
)
_CHINESE = re.compile(
    r"[(（【]?(?:本报|本報|新华社|中新社)?(?P<role>记者|記者|通讯员)\s?[:：]?\s?(?P<name>[\u4e00-\u9fff]{2,4})(?:\s.{0,40})?[)）】]?$"
)
_JAPANESE = re.compile(r"[【(（](?:[^】)）]{1,12}[=＝・])?(?P<name>[\u4e00-\u9fff]{2,5})(?:[=＝・][^】)）]{1,12})?(?P<role>)[】)）]$")

_REACH = re.compile(
    rf"(?:(?:reach|contact|e-?mail|write to)\s+)?(?P<name>\w[\w.'’ -]{{3,40}}?)\s+(?:can be (?:reached|contacted) |"
    rf"may be reached )?(?:at|via)(?: e-?mail)?:?\s+(?P<mail>{EMAIL.pattern})\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    roles: frozenset[str]
    desks: frozenset[str]
    particles: frozenset[str]
    sentence_starts: frozenset[str]


@cache
def _words() -> _Words:
    v = vocabulary("roles")
    return _Words(frozenset(v["roles"]), frozenset(v["desks"]), frozenset(v["particles"]), frozenset(v["sentence_starts"]))


def read_byline(line: str, start: int, *, capitals: bool = False) -> tuple[Byline, ...]:
    """The writers that a line names, when the whole line is a byline; `start` is the line's offset in the text.

    `capitals` also takes a bare name in capitals, which is a byline only where the layout says so.
    """
    if len(line) > 220:
        return ()
    if line.lower().strip(" .") in _words().desks:
        return (Byline(line.strip(" ."), None, None, start, start + len(line)),)
    reach = _REACH.fullmatch(line)
    if reach and is_name(reach["name"]):
        return (Byline(reach["name"], None, reach["mail"], start, start + len(line)),)
    placed = _PLACE.match(line)
    if placed and (signed := read_byline(line[placed.end() :], start + placed.end())) and (signed[0].role or signed[0].email):
        return signed
    desk = _DESK_LINE.fullmatch(line)
    if desk and desk["desk"].strip().lower() in _words().desks:
        return (Byline(desk["desk"].strip(), None, None, start, start + len(line)),)
    ending = _ending(line, start)
    if ending:
        return ending
    for pattern in (_KOREAN, _CHINESE, _JAPANESE):
        match = pattern.fullmatch(line)
        if match:
            mail = EMAIL.search(line)
            return (Byline(match["name"], match["role"].strip() or None, mail.group() if mail else None, start, start + len(line)),)
    lead = _LEAD.match(line)
    if lead:
        return _writers(line, lead, start)
    mail = EMAIL.search(line)
    if mail and len(line) <= 120:
        before = line[: mail.start()].strip(" |,-–—(:/•·")
        after = line[mail.end() :].strip(" |,.-–—):/•·")
        if not before or before.lower() in ("email", "e-mail", "contact"):
            return (Byline("", None, mail.group(), start, start + len(line)),) if not after else ()
        entry = _entry(before)
        if entry and not after:
            return (Byline(entry[0], entry[1], mail.group(), start, start + len(line)),)
        return ()
    entry = _entry(line)
    if entry and entry[1] and not line.endswith("."):
        return (Byline(entry[0], entry[1], None, start, start + len(line)),)
    if capitals and line.isupper() and 2 <= len(line.split()) <= 4 and is_name(line.title()):
        return (Byline(line, None, None, start, start + len(line)),)
    return ()


def is_name(words: str) -> bool:
    """Two to five capitalised words without digits (particles may be small): how a person's name is printed in a byline."""
    tokens = words.split()
    if tokens and tokens[-1].lower().strip(".,") in _words().roles:
        return False
    if not 2 <= len(tokens) <= 5 or any(c.isdigit() for c in words) or re.search(r"[!?;:\"“”…]", words):
        return False
    small = _words().particles
    if tokens[0].lower() in _words().sentence_starts:
        return False
    return all(t[0].isupper() or t.lower() in small or t.lower().startswith(("al-", "el-", "d'", "d’")) for t in tokens)


def _writers(line: str, lead: re.Match[str], start: int) -> tuple[Byline, ...]:
    rest = line[lead.end() :]
    bare = rest.strip(" .|,")
    mail = EMAIL.search(rest)
    if bare.lower() in _words().desks or is_agency(bare):
        return (Byline(bare, None, None, start, start + len(line)),)
    if rest.rstrip().endswith((".", "!", "?", ":")) and not re.search(r"\b(?:Jr|Sr|[A-Z])\.$", rest.rstrip()) and not mail:
        return ()
    if lead.group().strip(" :：").lower() in _FOREIGN and line.count(" ") > 5:
        return ()
    first = rest.split(maxsplit=1)[0].lower().strip(",")
    if first in _words().sentence_starts:
        return ()
    without_mail = EMAIL.sub(" ", rest)
    names: list[tuple[str, int, int]] = []
    role: str | None = None
    for part in _parts(without_mail):
        entry = _entry(part)
        if entry:
            at = rest.find(entry[0])
            names.append((entry[0], at, at + len(entry[0])))
            role = role or entry[1]
        elif names and not role and part and part.count(" ") <= 7:
            role = part
        elif not names:
            break
    if not names:
        single = without_mail.strip(" ,|")
        if re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+", single) and lead.group().strip()[0].isupper():
            names = [(single, rest.find(single), rest.find(single) + len(single))]
        else:
            return ()
    mails = EMAIL.findall(rest)
    base = start + lead.end()
    writers = []
    for n, (name, begin, end) in enumerate(names):
        address = mails[n] if len(mails) == len(names) else mails[0] if mails and n == 0 else None
        last = len(names) == 1
        writers.append(Byline(name, role, address, base + begin, start + len(line) if last else base + end))
    return tuple(writers)


def _parts(words: str) -> list[str]:
    """A byline's words cut at its commas and "and"s, without places and affiliations behind "in", "for", bars and dashes."""
    parts = []
    for part in _AND.split(words):
        cut = _CUT.search(part)
        parts.append((part[: cut.start()] if cut else part).strip(" ,.|()"))
    return [p for p in parts if p]


def _entry(words: str) -> tuple[str, str | None] | None:
    """A name, with the role behind a comma or dash ("Jane Doe, staff reporter", "Jane Doe - Correspondent")."""
    name, comma, role = words.partition(",")
    if not comma:
        split = re.split(r"\s+[-–—|]\s+", words, maxsplit=1)
        name, role = split[0], split[1] if len(split) > 1 else ""
    name, role = name.strip(" .|"), role.strip(" .|")
    if not is_name(name) or is_agency(name):
        return None
    known = {w.strip(".,'’").lower() for w in role.split()}
    if role and (not known & _words().roles or role.count(" ") > 6):
        return None
    return name, role or None


def _ending(line: str, start: int) -> tuple[Byline, ...]:
    """Reuters' closing line: each clause is a task and the people who did it."""
    if not _ENDING.match(line):
        return ()
    found: list[Byline] = []
    for piece in _PIECE.split(line.strip("() .")):
        lead = _ENDING.match(piece)
        if not lead:
            return ()
        role = lead.group().strip("( ").rsplit(" ", 1)[0].lower()
        for name in _parts(piece[lead.end() :]):
            if is_name(name):
                at = line.find(name)
                found.append(Byline(name, role, None, start + at, start + at + len(name)))
    return tuple(found)
