"""From name mentions to drafts: one draft per person, organization or group that the article names."""

from __future__ import annotations

import re

from dateline.actors.drafts import Draft
from dateline.actors.generic_names import join_generic
from dateline.actors.geography import country_in, lookup
from dateline.actors.kinship import tell_kin, tell_nicknames
from dateline.actors.merging import merge_organizations, merge_persons, persons_that_are_organizations, surnames_among_organizations
from dateline.actors.naming import gender_of_first, junior_mark, person_words
from dateline.actors.offices import courtesies
from dateline.actors.organizations import acronym_of, bodies, drawn_from, known_as
from dateline.actors.reading_names import Name, kind_of, read_name, trim
from dateline.actors.repair import repair_name
from dateline.actors.scene import Scene, overlap
from dateline.actors.short_forms import short_for_others
from dateline.actors.splinters import join_splinters
from dateline.reader.initials import reordered, shares_initials
from dateline.record import Span

# "the Harbour Salvation Front, or FIS,": the short name that the text gives outright.
_OR = re.compile(r"(?: party| movement| group)?,\s+(?:or|(?:better |also )?known as)\s+(?:the\s+)?[“\"‘']?([A-Z]{2,8})\b")
# "Army of National Liberation, ELN, guerrillas", "National Intelligence Center (CNI, the secret police)"
_BESIDE = re.compile(r"(?:['’]s?)?(?:,\s+|\s*\()([A-Z]{2,8})(?=[,;)]|\.\s)")


# "the Harbour League (HL) opposition party"
_CLASS_BEHIND = re.compile(
    r"(?:\s*\([^()\n]{1,20}\))?\s+((?:(?:opposition|political|ruling)\s)?party|militia|rebels|guerrillas|insurgents|newspaper|news agency|trade union)\b"
)


def _draft(scene: Scene, name: Name, kind: str) -> Draft:
    text = scene.text
    words = scene.words(name.span)
    draft = Draft(kind)
    draft.mention(text, name.span)
    draft.name_texts.append(" ".join(words.split()))
    if kind == "person":
        draft.names.append(person_words(words))
        draft.junior = junior_mark(words)
        draft.gender = gender_of_first(draft.names[0][0]) if draft.names[0] and len(words.split()) > 1 else None
        before = re.search(r"([\w.]+)\s+$", text[max(0, name.span[0] - 15) : name.span[0]])
        told = courtesies().get(before.group(1).lower().rstrip(".")) if before else None
        if told in ("male", "female"):
            draft.gender = told
        if before and before.group(1).lower().rstrip(".") in courtesies():
            draft.surface(text[name.span[0] - len(before.group(0)) + 0 : name.span[1]], name.span)
        if name.title:
            draft.title(text, name.title)
            draft.surface(text[name.title[0] : name.span[1]], (name.title[0], name.span[1]))
        if name.about:
            draft.title(text, name.about)
            draft.surface(scene.words(name.about), name.about)
    else:
        draft.known = known_as(words)
        _tell_short_form(scene, draft, name.span)
        _describe_organization(scene, draft, name.span)
    return draft


def _tell_short_form(scene: Scene, draft: Draft, span: Span) -> None:
    """The short name that stands behind an organization's own is another name of it."""
    words, behind = scene.words(span), scene.text[span[1] : span[1] + 80]
    told = re.match(r"\s*\(\s*[“\"‘']?([A-Z][\w.& -]{1,40})[”\"’']?\s*\)", behind) or _OR.match(behind)
    beside = None if told else _BESIDE.match(behind)
    if told and _short_form(scene, told[1], words, span[1] + told.start(1)):
        draft.surface(words + told.group(), span)
    elif beside and shares_initials(beside[1], words):
        told = beside
        if draft.known is not known_as(told[1]) and not reordered(told[1], words):
            draft.known = None  # "People's Liberation Army, EPL" is not China's
    else:
        return
    short = (span[1] + told.start(1), span[1] + told.end(1))
    draft.mention(scene.text, short)
    draft.name_texts.append(told[1])
    draft.why(f"{told[1]!r} stands {'behind' if ',' in told.group()[:4] else 'in brackets after'} {words!r}")


def _short_form(scene: Scene, inside: str, words: str, at: int) -> bool:
    """Is what stands in brackets behind an organization another name of it: its acronym, letters of it, or what the tagger calls one too?"""
    if len(inside) <= 13 and " " not in inside and (acronym_of(inside, words) or inside.isupper() or drawn_from(inside, words)):
        return True
    return any((m.start, m.end) == (at, at + len(inside)) and m.label == "organization" and m.form == "name" for m in scene.mentions)


def _describe_organization(scene: Scene, draft: Draft, span: Span) -> None:
    """What stands before the name ("Israel-based", "Thai human rights group") or after it (", a rights group,") tells of it."""
    text = scene.text
    first, last = scene.bounds(span[0])
    left = re.search(r"((?:[\w’'.-]+\s+){1,5})[“‘\"']?$", text[first : span[0]])
    if left:
        words = left.group(1).split()
        for n in range(min(3, len(words)), 0, -1):
            noun = " ".join(words[-n:]).lower()
            if (
                noun in bodies()
                and noun not in ("office", "government", "house", "state", "mission", "command", "council", "committee", "press")
                and bodies()[noun] != "CVL"
            ):
                draft.rank(bodies()[noun], f"called {' '.join(words[-n:])!r}")
                break
        close = [w for w in words[-4:] if (w[0].isupper() and w != words[0]) or w == words[-1]]
        nation = country_in(" ".join(close)) if close else None
        if nation and (words[-1][0].isupper() or draft.sector):
            draft.place(nation, f"{' '.join(words[-3:])!r} stands before the name")
    told = _CLASS_BEHIND.match(text, span[1], last)
    if told:
        draft.rank(bodies().get(told[1]) or bodies().get(told[1].split()[-1]), f"called {told[1]!r}")
    right = re.match(r"(?:\s*\([^)]*\))?,\s+((?:a|an|the|one of|its|their)\s+[^,.;\n]{3,90})", text[span[1] : last])
    if right:
        phrase = right.group(1)
        head = re.split(r"\s(?:of|for|in|that|which|based|with|to|at|on)\s", phrase)[0].lower().split()
        for n in range(min(3, len(head)), 0, -1):
            noun = " ".join(head[-n:])
            if noun in bodies() and noun in phrase:
                if bodies()[noun] != "CVL":
                    draft.rank(bodies()[noun], f"described as {phrase!r}")
                draft.place(country_in(phrase), f"described as {phrase!r}")
                start = span[1] + right.start(1)
                draft.surface(phrase, (start, start + len(phrase)))
                break


def gather(scene: Scene) -> list[Draft]:
    """Drafts of all named persons, organizations and groups, merged; states are left to the roles they take."""
    names: list[tuple[Name, str]] = []
    taken: list[Span] = []
    mentions = sorted((m for m in scene.mentions if m.form == "name" and m.label not in ("date", "money")), key=lambda m: (m.start, -m.end))
    mended = [(m, trim(scene.text, span)) for m in mentions if (span := repair_name(scene, (m.start, m.end), m.label))]
    mended = join_splinters(scene, mended)
    elsewhere = short_for_others(scene)
    mended = [(m, span) for m, span in mended if m.label != "organization" or scene.words(span) not in elsewhere]
    full = sorted({scene.words(span) for _, span in mended if " " in scene.words(span)}, key=lambda n: (-len(n), n))
    for m, cut in mended:
        span = _whole(scene, cut, full)
        if any(overlap(span, t) for t in taken):
            continue
        kind = kind_of(scene, span, m.label)
        if kind is None or kind == "state":
            continue
        name = read_name(scene, span, "person" if kind == "person" else m.label, m.score)
        if name.span[0] >= name.span[1]:
            continue
        taken.append(name.span)
        names.append((name, kind))
    people_ = merge_persons(scene, [(n, _draft(scene, n, k)) for n, k in names if k == "person"])
    others = merge_organizations([_draft(scene, n, k) for n, k in names if k != "person"])
    people_, others = persons_that_are_organizations(people_, others)
    others = join_generic(surnames_among_organizations(people_, others))
    tell_kin(scene, people_)
    tell_nicknames(scene, people_, others)
    _again(scene, [*people_, *others], taken)
    return sorted([*people_, *others], key=lambda d: d.first)


def _whole(scene: Scene, span: Span, names: list[str]) -> Span:
    """A name cut short by the tagger, made whole where another mention gives it whole ("Murrow Center", "Edward R. Murrow Center")."""
    words = scene.words(span)
    for full in names:
        if len(full) > len(words) and words in full and " " in full:
            at = span[0] - full.index(words)
            if at >= 0 and scene.text[at : at + len(full)] == full:
                return at, at + len(full)
    return span


def _again(scene: Scene, drafts: list[Draft], taken: list[Span]) -> None:
    """Every further place where a name stands that the tagger passed over."""
    owners: dict[str, list[Draft]] = {}
    for draft in drafts:
        for name in draft.name_texts:
            if len(name) >= 4 and (name[0].isupper() or draft.known) and not lookup(name):
                owners.setdefault(name, []).append(draft)
    busy = sorted({*taken, *((m.start, m.end) for m in scene.mentions if m.form == "name")})
    for name in sorted(owners, key=lambda n: (-len(n), n)):
        if len(owners[name]) > 1:
            continue
        tag = re.sub(r"[\s-]", "", name)  # "#NorthernAlliance" holds the name too
        for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])|(?<=#){re.escape(tag)}(?!\w)", scene.text):
            if not any(overlap(m.span(), b) for b in busy) and not scene.skipped(m.span()):
                owners[name][0].mention(scene.text, m.span())
                busy.append(m.span())
    _surnames_again(scene, drafts, busy)


def _surnames_again(scene: Scene, drafts: list[Draft], busy: list[Span]) -> None:
    """A bare surname that the tagger passed over is the one person of that name told of before it."""
    bearers: dict[str, list[Draft]] = {}
    for draft in drafts:
        for name in draft.name_texts if draft.kind == "person" else ():
            tokens = name.split()
            if len(tokens) > 1 and len(tokens[-1]) >= 5 and tokens[-1][0].isupper() and tokens[-1].isalpha() and not lookup(tokens[-1]):
                bearers.setdefault(tokens[-1], []).append(draft)
    for surname in sorted(bearers):
        for m in re.finditer(rf"(?<![\w’'-]){re.escape(surname)}(?![\w-])(?! [A-Z])", scene.text):
            if (
                any(overlap(m.span(), b) for b in busy)
                or scene.skipped(m.span())
                or re.search(r"[A-Z][\w.’-]* $", scene.text[: m.start()][-25:])
            ):
                continue
            before = {id(d): d for d in bearers[surname] if d.first < m.start()}
            if len(before) == 1:
                next(iter(before.values())).mention(scene.text, m.span())
                busy.append(m.span())
