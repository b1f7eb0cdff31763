"""From name mentions to drafts: one draft per person, organization or group that the article names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in, lookup
from dateline.actors.naming import gender_of_first, junior_mark, organizations_match, person_words, persons_match, strip_titles
from dateline.actors.offices import courtesies, description_after, read_office, title_before
from dateline.actors.organizations import acronym_of, bodies, known_as, people, sector_of_name
from dateline.actors.scene import Scene, overlap
from dateline.record import Span

_NAME_EDGE = re.compile(r"^[\s\"“”‘’'(\[]+|[\s\"“”‘(\[,;:]+$")
_NO_ACTOR = re.compile(r"^(?:anti|pro|non|post|pre|ex)-|^(?:SNS|Internet|Twitter account|Covid-19|COVID-19|COVID|Islam|Islamist|Islamic|Muslim|Christian|Sunni|Shiite|Shia|Jewish|Catholic|Arab|Western|European|African|Asian|Sars.*)$", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """A name mention after trimming: `span` of the name alone, `title` span before it, `about` the apposition after it."""

    span: Span
    label: str
    title: Span | None
    about: Span | None
    score: float


def trim(text: str, span: Span) -> Span:
    """The span without quotation marks, articles and a possessive ending."""
    s, e = span
    piece = text[s:e]
    lead = re.match(r"[\s\"“”‘’'(\[,]+", piece)
    s += lead.end() if lead else 0
    tail = re.search(r"(?:['’]s?|[\s\"“”‘(\[,;:])+$", text[s:e])
    if tail and not re.search(r"s['’]$", text[s:e]):
        e -= len(tail.group())
    article = re.match(r"(?:the|a|an)\s+", text[s:e], re.I)
    s += article.end() if article else 0
    return (s, e) if s < e else span


def kind_of(scene: Scene, span: Span, label: str) -> str | None:
    """person, organization, group or state by the label, corrected by what is known of the name; None: no actor by itself."""
    words = scene.words(span)
    if _NO_ACTOR.search(words) or not any(c.isalpha() for c in words) or words.islower():
        known = known_as(words)
        return known.kind if known and words.islower() and len(words) > 4 else None
    known = known_as(words)
    country = lookup(words)
    if country and country.how != "people" and not (known and label in ("organization", "facility")):
        return "state"
    if country:
        return None
    if known and label != "person":
        return known.kind
    if label == "person":
        if known and len(words.split()) > 1:
            return known.kind
        return "person"
    if label in ("organization", "misc", "nationality"):
        if label == "misc" and not sector_of_name(words):
            return None
        if label == "nationality":
            return None
        return "organization"
    return None


def read_name(scene: Scene, span: Span, label: str, score: float) -> Name:
    """The name with its title and apposition, looked for within its sentence."""
    text = scene.text
    first, last = scene.bounds(span[0])
    s, e = trim(text, span)
    title = about = None
    if label == "person":
        own, _ = strip_titles(text[s:e])
        if own:
            inner = title_before(text, s + own, first)
            title = inner or ((s, s + own - 1) if read_office(text[s : s + own]) else None)
            s += own
        else:
            title = title_before(text, s, first)
        more = re.match(r"\s?,?\s+(?:Jr|Sr)\b\.?", text[e:])
        if more:
            e += more.end()
        about = description_after(text, e, _next_name(scene, e, last))
    return Name((s, e), label, title, about, score)


def _next_name(scene: Scene, end: int, last: int) -> int:
    """Where a description of this person must end: it does not run into another person's name ("A, foreign minister B")."""
    for m in scene.mentions:
        if m.start > end and m.label == "person" and m.form == "name" and m.start < last:
            title = title_before(scene.text, m.start, end)
            if title or re.search(r"(?:,|\band)\s*$", scene.text[end : m.start]):
                return title[0] if title else m.start
            return m.start if re.match(r"[^,]*$", scene.text[end + 1 : m.start].lstrip(", ")) and scene.text[m.start - 1] == " " and not re.search(r"\b(?:of|for|to|by|with|under|and|in|at|from|against|the|over)\s$", scene.text[:m.start]) else last
    return last


def _draft(scene: Scene, name: Name, kind: str) -> Draft:
    text = scene.text
    words = scene.words(name.span)
    draft = Draft(kind)
    draft.mention(text, name.span)
    draft.name_texts.append(" ".join(words.split()))
    if kind == "person":
        draft.names.append(person_words(words))
        draft.junior = junior_mark(words)
        draft.gender = gender_of_first(draft.names[0][0]) if draft.names[0] and len(draft.names[0]) > 1 else None
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
        bracket = re.match(r"\s*\(\s*[“\"‘']?([A-Z][\w.&-]{1,12})[”\"’']?\s*\)", text[name.span[1] :])
        if bracket and (acronym_of(bracket.group(1), words) or bracket.group(1).isupper()):
            short = (name.span[1] + bracket.start(1), name.span[1] + bracket.end(1))
            draft.mention(text, short)
            draft.name_texts.append(bracket.group(1))
            draft.surface(text[name.span[0] : name.span[1] + bracket.end()], name.span)
            draft.why(f"{bracket.group(1)!r} stands in brackets after {words!r}")
        _describe_organization(scene, draft, name.span)
    return draft


def _describe_organization(scene: Scene, draft: Draft, span: Span) -> None:
    """What stands right before the name ("Israel-based", "Thai human rights group") or after it (", a rights group,") tells country and sector."""
    text = scene.text
    first, last = scene.bounds(span[0])
    left = re.search(r"((?:[\w’'.-]+\s+){1,5})[“‘\"']?$", text[first : span[0]])
    if left:
        words = left.group(1).split()
        for n in range(min(3, len(words)), 0, -1):
            noun = " ".join(words[-n:]).lower()
            if noun in bodies() and noun not in ("office", "government", "house"):
                draft.rank(bodies()[noun], f"called {' '.join(words[-n:])!r}")
                break
        close = [w for w in words[-4:] if w[0].isupper() and w != words[0] or w == words[-1]]
        nation = country_in(" ".join(close)) if close else None
        if nation and (words[-1][0].isupper() or draft.sector):
            draft.place(nation, f"{' '.join(words[-3:])!r} stands before the name")
    right = re.match(r"(?:\s*\([^)]*\))?,\s+((?:a|an|the|one of|its|their)\s+[^,.;\n]{3,90})", text[span[1] : last])
    if right:
        phrase = right.group(1)
        head = re.split(r"\s(?:of|for|in|that|which|based|with|to|at|on)\s", phrase)[0].lower().split()
        for n in range(min(3, len(head)), 0, -1):
            noun = " ".join(head[-n:])
            if noun in bodies() and noun in phrase:
                draft.rank(bodies()[noun], f"described as {phrase!r}")
                draft.place(country_in(phrase), f"described as {phrase!r}")
                start = span[1] + right.start(1)
                draft.surface(phrase, (start, start + len(phrase)))
                break


def gather(scene: Scene) -> list[Draft]:
    """Drafts of all named persons, organizations and groups, merged; states are left to the roles they take."""
    names: list[tuple[Name, str]] = []
    taken: list[Span] = []
    for m in sorted((m for m in scene.mentions if m.form == "name"), key=lambda m: (m.start, -(m.end - m.start))):
        span = trim(scene.text, (m.start, m.end))
        span = _whole(scene, span)
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
    people_ = _merge_persons(scene, [(n, _draft(scene, n, k)) for n, k in names if k == "person"])
    others = _merge_organizations([_draft(scene, n, k) for n, k in names if k != "person"])
    people_, others = _persons_that_are_organizations(people_, others)
    _kin(scene, people_)
    _nicknames(scene, people_)
    _again(scene, [*people_, *others], taken)
    return sorted([*people_, *others], key=lambda d: d.first)


def _whole(scene: Scene, span: Span) -> Span:
    """A name cut short by the tagger, made whole where another mention gives the whole name ("Murrow Center" in "Edward R. Murrow Center")."""
    words = scene.words(span)
    for full in scene.names:
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
        for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", scene.text):
            if not any(overlap(m.span(), b) for b in busy) and not scene.skipped(m.span()):
                owners[name][0].mention(scene.text, m.span())
                busy.append(m.span())


def _merge_persons(scene: Scene, found: list[tuple[Name, Draft]]) -> list[Draft]:
    """Full names first, then the short ones to the one full name they fit best; two that fit equally well stay open unless a title or nearness decides."""
    order = sorted(found, key=lambda nd: (-len(nd[1].names[0]) if len(nd[1].names[0]) > 1 else 0, nd[1].first))
    clusters: list[Draft] = []
    for _, draft in order:
        fits = [(match[0], -i, match[1]) for i, c in enumerate(clusters) if (match := persons_match(c, draft))]
        if not fits:
            clusters.append(draft)
            continue
        fits.sort(reverse=True)
        best = fits[0]
        if len(fits) > 1 and len(draft.names[0]) == 1:
            best = _choose(scene, draft, [(f, clusters[-f[1]]) for f in fits]) or best
        clusters[-best[1]].take(draft, f"{draft.name_texts[0]!r}: {best[2]}" if best[0] < 1 else f"{draft.name_texts[0]!r} is told again")
    return clusters


def _choose(scene: Scene, draft: Draft, fits: list[tuple[tuple[float, int, str], Draft]]) -> tuple[float, int, str] | None:
    """Of several persons of one surname: the one of the same title, else the one named last before."""
    own = {o.head for t in draft.titles.values() if (o := read_office(t))}
    with_title = [f for f, c in fits if own and own & {o.head for t in c.titles.values() if (o := read_office(t))}]
    if len(with_title) == 1:
        return with_title[0]
    close = [(f, c) for f, c in fits if f[0] >= fits[0][0][0] - 0.15]
    often = sorted(close, key=lambda fc: -len(fc[1].spans))
    if len(often) > 1 and len(often[0][1].spans) >= 2 * len(often[1][1].spans) + 1:
        return often[0][0]
    near = [(at, f) for f, c in close if (at := c.last_before(draft.first)) is not None]
    return max(near)[1] if near else None


def _merge_organizations(found: list[Draft]) -> list[Draft]:
    order = sorted(found, key=lambda d: (-max(len(t.split()) for t in d.name_texts), d.first))
    clusters: list[Draft] = []
    for draft in order:
        fits = [(match[0], -i, match[1]) for i, c in enumerate(clusters) if (match := organizations_match(c, draft))]
        if not fits:
            clusters.append(draft)
            continue
        best = max(fits)
        host = clusters[-best[1]]
        host.take(draft, best[2] if best[0] < 1 else f"{draft.name_texts[0]!r} is told again" if draft.name_texts[0] in host.name_texts else f"{draft.name_texts[0]!r}: {best[2]}")
        if draft.kind == "group":
            host.kind = host.kind if host.known else "group"
    return clusters


def _persons_that_are_organizations(persons: list[Draft], others: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """A name that the tagger once called a person and once an organization is what it was called most often."""
    for person in list(persons):
        twin = next((o for o in others if set(person.name_texts) & set(o.name_texts)), None)
        if twin is None:
            continue
        if twin.known or len(twin.spans) >= len(person.spans) and not person.titles:
            twin.take(person, f"{person.name_texts[0]!r} is one name, labelled person and organization")
            persons.remove(person)
        else:
            person.take(twin, f"{person.name_texts[0]!r} is one name, labelled person and organization")
            person.names.extend(person_words(t) for t in twin.name_texts if person_words(t) not in person.names)
            others.remove(twin)
    return persons, others


_KIN = re.compile(r",?\s+(?:who is\s+)?(?:the\s+|a\s+)?(?:late\s+|only\s+|eldest\s+|younger\s+)?(son|daughter|father|widow|wife|brother|sister)\s+of\s+", re.I)


def _kin(scene: Scene, persons: list[Draft]) -> None:
    """ "X, son of Y": two people, and Y's other names may be told by the same kinship."""
    for child in persons:
        for start, end in list(child.spans):
            m = _KIN.match(scene.text, end)
            if not m:
                continue
            at = m.end()
            for parent in persons:
                if parent is child:
                    continue
                if any(at <= s <= at + 60 and "," not in scene.text[at:s] and "." not in scene.text[at:s] for s, _ in parent.spans) and parent not in child.father_of:
                    child.father_of.append(parent)
                    parent.why(f"{scene.words((start, end))!r} is told to be the {m.group(1)} of {parent.name_texts[0]!r}: two people")
                    child.why(f"told to be the {m.group(1)} of {parent.name_texts[0]!r}: two people")
    for child in persons:
        parents = [p for p in child.father_of if p in persons]
        for i, p in enumerate(parents):
            for q in parents[i + 1 :]:
                if q in persons and p in persons and p.names[0][-1:] == q.names[0][-1:] and (set(p.names[0]) <= set(q.names[0]) or set(q.names[0]) <= set(p.names[0])):
                    keep, drop = (p, q) if len(p.names[0]) >= len(q.names[0]) else (q, p)
                    keep.take(drop, f"{drop.name_texts[0]!r} and {keep.name_texts[0]!r} are told to be the same person's parent")
                    persons.remove(drop)


_NICKNAME = re.compile(r"(?:nicknamed|(?:better|also|popularly|widely)?\s*known as|dubbed|the nickname(?: of)?|alias|a\.k\.a\.?|aka|nom de guerre(?: of)?|called)\s*,?\s*([“\"‘'][^”\"’'\n]{3,50}[”\"’']|(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:of|the|[A-Z])[\w’-]*){0,5})")


def _nicknames(scene: Scene, persons: list[Draft]) -> None:
    """ "nicknamed 'X'", "known as X": X is a name of the last person named before in the sentence."""
    for m in _NICKNAME.finditer(scene.text):
        nick = m.group(1).strip("“”\"‘’' .,")
        if not nick[:1].isupper() or scene.skipped(m.span()):
            continue
        first, _ = scene.bounds(m.start())
        near = [(max(s for s, e in p.spans if first <= s and e <= m.start()), i) for i, p in enumerate(persons) if any(first <= s and e <= m.start() for s, e in p.spans)]
        if not near:
            continue
        person = persons[max(near)[1]]
        start = m.start(1) + m.group(1).index(nick)
        person.mention(scene.text, (start, start + len(nick)))
        person.why(f"{nick!r} is told to be a nickname")
        for other in list(persons):
            if other is not person and other.spans and all(start <= s and e <= start + len(nick) for s, e in other.spans):
                persons.remove(other)


__all__ = ["gather", "people", "trim"]
