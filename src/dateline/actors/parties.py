"""Who fills the roles: a name, a state, a description of somebody known, or a party of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dateline.actors.drafts import Draft
from dateline.actors.geography import country_in, lookup
from dateline.actors.names_in_text import trim
from dateline.actors.naming import junior_mark, organizations_match, person_words, persons_match, strip_titles
from dateline.actors.nominals import PRONOUNS, Phrase, read_phrase
from dateline.actors.offices import courtesies, read_office, title_before
from dateline.actors.organizations import known_as
from dateline.actors.scene import Scene
from dateline.record import Span

PARTY_ROLES = ("speaker", "actor", "recipient", "addressee")
_AFTER_NAME = re.compile(r"^(?:\s*(?:,|\(|who\b|which\b|['’]s?$)|\s*$)")
_CLASS_NOUNS = frozenset("movement party group network militia organization organisation agency rebels fighters militants insurgents guerrillas newspaper daily magazine website company coalition regime news front forces".split())
GENERIC_PERSON = frozenset("man woman leader politician official lawmaker activist general minister suspect victim diplomat writer author journalist lawyer cleric speaker candidate commander chief head president king premier spokesman spokesperson spokeswoman ambassador director secretary officer professor chairman senator judge governor mayor prince sheikh colonel deputy representative analyst expert".split())
GENERIC_BODY = frozenset("group organization organisation movement agency company firm newspaper party union body institution alliance bloc outfit association bank council commission committee court ministry university school foundation institute network assembly house paper centre center federation forum authority department embassy militia coalition club daily broadcaster station channel church".split())


@dataclass
class Cast:
    """The actors so far, and which span of the text refers to whom."""

    drafts: list[Draft]
    refers: dict[Span, Draft] = field(default_factory=dict)
    parts: dict[Span, list[Draft]] = field(default_factory=dict)
    because: dict[Span, str] = field(default_factory=dict)
    abstained: list[tuple[Span, str]] = field(default_factory=list)

    def at(self, span: Span) -> Draft | None:
        return self.refers.get(span)

    def set(self, scene: Scene, span: Span, draft: Draft, why: str, *, surface: bool = True) -> None:
        self.refers[span] = draft
        self.because[span] = why
        if surface:
            draft.mention(scene.text, span)
        elif span not in draft.spans:
            draft.spans.append(span)


def open_cast(drafts: list[Draft]) -> Cast:
    cast = Cast(drafts)
    for draft in drafts:
        for span in draft.spans:
            cast.refers[span] = draft
            cast.because[span] = "a name of the actor"
    return cast


def role_spans(scene: Scene) -> list[Span]:
    spans = {span for f in scene.frames for role in PARTY_ROLES for span in f.spans(role)}
    return sorted(s for s in spans if not scene.skipped(s) and scene.words(s).strip())


def bare(scene: Scene, span: Span) -> Span:
    """The role span without quotation marks and what hangs after a comma or bracket."""
    s, e = span
    while s < e and scene.text[s] in " \n\t\"“”‘'(":
        s += 1
    while e > s and scene.text[e - 1] in " \n\t\"“”,.;:":
        e -= 1
    return s, e


def name_that_heads(scene: Scene, cast: Cast, span: Span) -> tuple[Draft, Span] | None:
    """The named actor that a role span is headed by: "Vice President Saleh", "the Hirak movement", "Nader Saad, the cabinet spokesman"."""
    inside = sorted((s for s, d in cast.refers.items() if span[0] <= s[0] and s[1] <= span[1] and d.named), key=lambda s: (s[0], -s[1]))
    covering = [s for s, d in cast.refers.items() if d.named and s[0] <= span[0] and span[1] <= s[1]]
    if not inside:
        if covering:
            best = min(covering, key=lambda s: s[1] - s[0])
            return cast.refers[best], best
        near = [s for s, d in cast.refers.items() if d.named and s[0] < span[1] and span[0] < s[1]]
        if near:
            best = max(near, key=lambda s: min(s[1], span[1]) - max(s[0], span[0]))
            if 2 * (min(best[1], span[1]) - max(best[0], span[0])) > span[1] - span[0]:
                return cast.refers[best], best
        return None
    for s in inside:
        draft = cast.refers[s]
        before, after = scene.text[span[0] : s[0]], scene.text[s[1] : span[1]]
        head_open = not re.search(r"\b(?:of|for|from|in|at|against|with|to|by|and)\s+(?:the\s+)?$", before)
        possessive = re.match(r"['’]s?\s+\w", after)
        if re.match(r"^\s*(?:$|[,(]|who\b|which\b|['’]$|['’]s$|,?\s*Jr)", after) and not possessive:
            if not before.strip(" the\"“‘'") or head_open:
                return draft, s
            if draft.kind == "person" and re.search(r"\bof\b", before) and read_office(before) and not re.search(r"\b(?:lawyers?|supporters?|followers?|family|son|daughter|wife|widow|father|mother|brother|government|regime|administration|allies|house|trial|death|murder|relatives)\b", before, re.I):
                return draft, s
        if draft.kind != "person" and not possessive and re.match(r"^\s+(\w+)$", after) and after.strip().lower() in _CLASS_NOUNS and not before.strip(" theaTAn"):
            return draft, s
        if draft.kind == "group" and not possessive and re.match(r"^\s+(?:government|regime|movement|militia|forces?|authorities)$", after):
            return draft, s
    return None


def state_meant(scene: Scene, span: Span) -> tuple[str, str] | None:
    """(country, how) when the span names a state, a capital that stands for one, or its people ("the Iranians")."""
    words = re.sub(r"^(?:the\s+)?(?:government|state|kingdom|republic|sultanate|emirate)\s+of\s+(?:the\s+)?", "", scene.words(span).strip(), flags=re.I)
    word = lookup(words)
    if word is None:
        return None
    if word.how == "people":
        return (word.country, "people") if re.match(r"the\s", scene.words(span), re.I) and words.rstrip().endswith(("s", "ese", "ish", "ch", "i")) else None
    return word.country, word.how


def settle(scene: Scene, cast: Cast) -> list[Span]:
    """Gives every role span that is no pronoun an actor; the pronouns come back, to be settled last."""
    later: list[Span] = []
    states: dict[str, Draft] = {}
    for whole in role_spans(scene):
        span = bare(scene, whole)
        if span[0] >= span[1]:
            continue
        if scene.words(span).lower() in PRONOUNS:
            later.append(whole)
            continue
        pieces = _pieces(scene, cast, span)
        found: list[Draft] = []
        for piece in pieces:
            draft = _settle_one(scene, cast, states, piece, _roles_of(scene, whole))
            if draft is not None and draft not in found:
                found.append(draft)
        if found:
            cast.refers[whole] = found[0]
            cast.because.setdefault(whole, cast.because.get(pieces[0], "fills a role"))
            if len(found) > 1:
                cast.parts[whole] = found
    return later


def _roles_of(scene: Scene, span: Span) -> frozenset[str]:
    return frozenset(r.name for f in scene.frames for r in f.roles if (r.start, r.end) == span)


def _pieces(scene: Scene, cast: Cast, span: Span) -> list[Span]:
    """The members of a list ("Saleh and Massoud Jr."), when at least two of them are names of their own."""
    if not re.search(r"\band\b|,|&", scene.words(span)) or lookup(scene.words(span)) or known_as(scene.words(span)):
        return [span]
    cuts = [span[0]]
    out: list[Span] = []
    for m in re.finditer(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", scene.words(span)):
        at = (span[0] + m.start(), span[0] + m.end())
        if not any(s[0] < at[1] and at[0] < s[1] for s in cast.refers):
            out.append((cuts[-1], at[0]))
            cuts.append(at[1])
    out.append((cuts[-1], span[1]))
    if len(out) < 2:
        return [span]
    heads = [name_that_heads(scene, cast, p) for p in out]
    named = {id(h[0]) for h in heads if h} | {lookup(scene.words(p)).country for p in out if lookup(scene.words(p))}  # type: ignore[union-attr]
    return [p for p in out if p[0] < p[1]] if len(named) >= 2 and len(named) == len(out) else [span]


def _settle_one(scene: Scene, cast: Cast, states: dict[str, Draft], span: Span, roles: frozenset[str]) -> Draft | None:
    headed = name_that_heads(scene, cast, span)
    words = " ".join(scene.words(span).split())
    if headed:
        draft, name = headed
        if span != name and len(words) < 140:
            before = title_before(scene.text, name[0], span[0]) if draft.kind == "person" else None
            if before and before[0] >= span[0]:
                draft.title(scene.text, before)
            cast.set(scene, span, draft, f"{words!r} is headed by the name {scene.words(name)!r}")
            draft.place(country_in(scene.text[span[0] : name[0]], capitals=False) if draft.kind != "state" else None, f"told in {words!r}")
        return draft
    state = state_meant(scene, span)
    if state and (state[1] != "people" or "speaker" in roles):
        country, how = state
        if how == "capital" and not roles & {"speaker", "actor"} and country not in states:
            return None
        draft = states.get(country) or Draft("state", country=country, country_because="the state itself", sector="GOV", sector_because="a state")
        if country not in states:
            states[country] = draft
            cast.drafts.append(draft)
        if how != "name":
            draft.why(f"{words!r} takes a role: its {'capital' if how == 'capital' else 'people'} stands for the state")
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        cast.set(scene, span, draft, f"{words!r} takes a role as a state")
        return draft
    known = known_as(words)
    if known:
        draft = next((d for d in cast.drafts if d.known is known), None) or _new(cast, Draft(known.kind, known=known))
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        cast.set(scene, span, draft, f"{words!r} is well known")
        return draft
    place = scene.places.get(span) or scene.places.get(trim(scene.text, span))
    if place is not None:
        if not roles & {"speaker", "actor"}:
            return None
        draft = next((d for d in cast.drafts if d.kind == "organization" and scene.words(trim(scene.text, span)) in d.name_texts), None) or _new(cast, Draft("organization"))
        draft.name_texts.append(scene.words(trim(scene.text, span)))
        draft.place(place.country, "the country of the place")
        draft.rank("GOV", "a place that acts stands for its authorities")
        cast.set(scene, span, draft, f"{words!r}, a place, takes a role")
        return draft
    return describe(scene, cast, span, create=True)


def _new(cast: Cast, draft: Draft) -> Draft:
    cast.drafts.append(draft)
    return draft


def describe(scene: Scene, cast: Cast, span: Span, *, create: bool) -> Draft | None:
    """The actor that a description refers to; with `create`, a new one when it refers to nobody known."""
    words = " ".join(scene.words(span).split())
    phrase = read_phrase(words)
    if phrase is None or len(words) < 2 or not any(c.isalpha() for c in words):
        return None
    if words[0].isupper() and not re.match(r"(?:The|A|An|His|Her|Its|Their|Some|Many|Other|Those|These)\s", words) or courtesies().get(words.split()[0].lower().rstrip(".")):
        named = _by_name(scene, cast, span, phrase, words, create=create)
        if named is not None:
            return named
    found, why = _refer(scene, cast, span, phrase, words)
    if found is not None:
        cast.set(scene, span, found, why)
        found.why(why)
        return found
    if why:
        cast.abstained.append((span, why))
    if not create:
        return None
    if words[0].isupper() and phrase.kind == "unknown" and not re.match(r"(?:The|A|An|His|Her|Its|Their)\s", words):
        kind = "organization" if len(words.split()) > 1 or words.isupper() else "person"
        draft = Draft(kind)
        draft.name_texts.append(scene.words(trim(scene.text, span)))
    else:
        kind = {"person": "person", "body": "organization", "people": "population", "unknown": "population"}[phrase.kind]
        if kind == "organization" and phrase.sector in ("REB", "UAF", "CVL", "OPP", "CRM", "ACT", "PTY"):
            kind = "group"
        draft = Draft(kind, noun=phrase.noun, modifiers=phrase.modifiers, plural=phrase.plural, complement=phrase.complement)
        draft.rank(_modified_sector(phrase), f"the noun {phrase.noun!r}")
    draft.place(country_in(words), f"told in {words!r}")
    _new(cast, draft)
    cast.set(scene, span, draft, f"{words!r} fills a role")
    return draft


def _by_name(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str, *, create: bool) -> Draft | None:
    """A name that the tagger passed over: "Mr Kenyatta", "President Chaves", "EAAT"; one of the actors already there, or a new one."""
    cut, gender = strip_titles(words)
    rest = words[cut:]
    if not rest[:1].isupper() or phrase.kind == "people" and not cut or not any(c.isalpha() for c in rest) or country_in(rest) and not cut:
        return None
    if not re.fullmatch(r"(?:[A-Z][\w.’'-]*|bin|al|el|de|van|von|of|ibn|da|dos|la|y)(?:[\s-](?:[A-Z(][\w.’')-]*|bin|al|el|de|van|von|of|ibn|da|dos|la|y|the|for|and))*", rest):
        return None
    if not cut and phrase.kind in ("person", "body") and len(rest.split()) == 1:
        return None
    person = Draft("person", names=[person_words(rest)], name_texts=[rest], gender=gender, junior=junior_mark(rest))
    body = Draft("organization", name_texts=[rest], known=known_as(rest))
    options = [(m[0], -i, m[1], d) for i, d in enumerate(cast.drafts) if d.kind == "person" and d.named and (m := persons_match(d, person))]
    if not cut:
        options += [(m[0], -i, m[1], d) for i, d in enumerate(cast.drafts) if d.kind in ("organization", "group") and d.named and (m := organizations_match(d, body))]
    if options:
        _, _, why, found = max(options, key=lambda o: o[:2])
        cast.set(scene, span, found, f"{words!r}: {why}")
        found.why(f"{words!r}: {why}")
        return found
    if not create or not cut:
        return None
    titled = (span[0], span[0] + cut)
    if read_office(words[:cut].strip()):
        person.title(scene.text, (titled[0], titled[1] - 1))
    cast.drafts.append(person)
    cast.set(scene, span, person, f"{words!r} is a title with a name")
    return person


_MODIFIER_SECTORS = {"opposition": "OPP", "police": "COP", "army": "MIL", "military": "MIL", "rebel": "REB", "government": "GOV", "security": "COP", "intelligence": "SPY", "union": "LAB", "church": "REL", "religious": "REL", "muslim": "REL", "student": "EDU", "media": "JRN", "party": "PTY", "ruling": "PTY", "armed": "UAF", "militant": "UAF", "terrorist": "UAF", "drug": "CRM", "civil": "NGO", "rights": "NGO", "health": "HLT", "medical": "HLT", "business": "BUS", "parliamentary": "LEG", "judicial": "JUD", "environmental": "ENV"}  # fmt: skip


def _modified_sector(phrase: Phrase) -> str | None:
    if phrase.sector in (None, "CVL", "GOV", "LEG", "NGO", "PTY") or phrase.noun in ("leaders", "members", "forces"):
        for m in phrase.modifiers:
            if m in _MODIFIER_SECTORS and not (phrase.sector == "GOV" and m in ("health", "security", "ruling")):
                return _MODIFIER_SECTORS[m]
    return phrase.sector


def _refer(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str) -> tuple[Draft | None, str]:
    """An existing actor and the reason, or None and why not ("" when nobody was in question)."""
    nation = country_in(words, capitals=False)
    same = [d for d in cast.drafts if not d.named and d.noun == phrase.noun and d.plural == phrase.plural and _agree(d, phrase, nation, scene)]
    if same and phrase.kind in ("person", "body", "people"):
        exact = [d for d in same if d.modifiers == phrase.modifiers]
        pool = exact or same
        if exact or phrase.definite or phrase.kind == "body":
            nearest = max(pool, key=lambda d: (d.last_before(span[0]) or -1, -d.first))
            return nearest, f"{words!r} takes up {next(iter(nearest.surfaces), '')!r}"
    if phrase.kind == "person" and phrase.definite or phrase.kind == "person" and words[0].isupper():
        return _known_person(scene, cast, span, phrase, nation, words)
    if phrase.definite and phrase.kind in ("body", "unknown"):
        return _known_body(scene, cast, span, phrase, nation, words)
    return None, ""


def _agree(draft: Draft, phrase: Phrase, nation: str | None, scene: Scene) -> bool:
    if nation and (draft.country or scene.country) and nation != (draft.country or scene.country):
        return False
    if not nation and draft.country and draft.country != scene.country and phrase.kind == "body":
        return True
    mine, other = set(phrase.modifiers) - _LIGHT, set(draft.modifiers) - _LIGHT
    if phrase.complement and phrase.complement != draft.complement and not (lookup(phrase.complement.title()) and not draft.complement):
        return False
    if phrase.kind != "people" and (mine - other and not (nation and len(mine - other) == 1)):
        return False
    numbers = {m for m in mine ^ other if m.isdigit() or m in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")}
    if numbers and mine & _NUMBERS and other & _NUMBERS:
        return False
    strong = {m for m in mine ^ other if m in _MODIFIER_SECTORS or m in ("local", "foreign", "state", "federal", "former", "new", "international")}
    return not strong


_LIGHT = frozenset("new own same said latter former entire whole current".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split()) | frozenset(str(i) for i in range(1, 1000))


def _known_person(scene: Scene, cast: Cast, span: Span, phrase: Phrase, nation: str | None, words: str) -> tuple[Draft | None, str]:
    head = phrase.noun.split()[-1]
    fits: list[tuple[int, int, Draft]] = []
    if re.search(rf"(?i:{re.escape(head)})(?:,?\s+(?:the\s+late\s+)?(?:[A-Z][a-z]+\s+)?[A-Z][\w-]+)+$", words) and not re.search(r"\b(?:of|for|in|at)\b", words):
        return None, ""  # a title with a name of its own
    loose = {m for m in phrase.modifiers if not lookup(m.title()) and m not in _LIGHT and m not in _HONOURS}
    for d in cast.drafts:
        if d.kind != "person":
            continue
        offices = [o for t in d.titles.values() if (o := read_office(t))]
        rank = 0
        if any(o.head == phrase.noun for o in offices):
            rank = 3
        elif any(o.head.split()[-1] == head or o.head == head for o in offices):
            rank = 2 if len(phrase.noun.split()) == 1 or any(o.head == head for o in offices) else 0
        elif head == "leader" and any(o.sector == "GOV" and o.head.split()[-1] in ("president", "minister", "premier", "king", "chancellor", "emir") for o in offices):
            rank = 1
        if not rank:
            continue
        said = " ".join(d.titles.values()).lower()
        if loose and not all(m in said for m in loose):
            continue
        if phrase.complement and not lookup(phrase.complement.title()) and not _same_complement(phrase.complement, said):
            continue
        told = country_in(" ".join(d.titles.values()), capitals=False) or d.country
        if nation and told and nation != told:
            continue
        if nation and not told and scene.country and nation != scene.country and not any(nation == country_in(t) for t in d.titles.values()):
            continue
        if phrase.modifiers and rank == 2 and any(m in ("vice", "deputy", "former", "first", "foreign", "defence", "defense", "interior", "finance", "prime", "health") for m in phrase.modifiers) and not any(set(phrase.modifiers) & set(t.lower().split()) for t in d.titles.values()):
            continue
        fits.append((rank, d.last_before(span[0]) if d.last_before(span[0]) is not None else -1, d))  # type: ignore[arg-type]
    if fits:
        top = max(f[0] for f in fits)
        pool = sorted((f for f in fits if f[0] == top), key=lambda f: -f[1])
        if len(pool) == 1 or _clearly_nearer(scene, span, pool[0][1], pool[1][1]):
            d = pool[0][2]
            return d, f"{words!r} is {d.name_texts[0] if d.named else next(iter(d.surfaces))!r} by the title"
        return None, f"{words!r} may be {pool[0][2].name_texts[:1] or ''} or {pool[1][2].name_texts[:1] or ''}"
    if head in GENERIC_PERSON and phrase.definite and words.split()[0].lower() == "the" and len(words.split()) <= 3 and phrase.noun in ("man", "woman", "leader", "politician", "suspect", "victim", "activist", "official", "writer", "author", "lawmaker", "journalist", "general", "diplomat", "cleric", "athlete"):
        here = scene.sentence(span[0])
        near = [d for d in cast.drafts if d.kind == "person" and (at := d.last_before(span[0])) is not None and here - scene.sentence(at) <= 2 and not (phrase.noun == "woman" and d.gender == "male") and not (phrase.noun == "man" and d.gender == "female")]
        if len(near) == 1 and near[0].named:
            return near[0], f"{words!r} can only be {near[0].name_texts[0]!r}, the one person named nearby"
        if len(near) > 1:
            return None, f"{words!r} may be any of {len(near)} persons named nearby"
    return None, ""


_HONOURS = frozenset("his her highness majesty excellency honorable honourable mr mrs state country".split())


def _same_complement(complement: str, titles: str) -> bool:
    """Is what the description is of ("tourism", "the country") in the titles too?"""
    words = [w for w in re.findall(r"\w+", complement) if len(w) > 3]
    if not words or complement in ("state", "country", "government", "republic", "nation"):
        return True
    return any(w in titles or w.rstrip("s") in titles for w in words)


def _clearly_nearer(scene: Scene, span: Span, first: int, second: int) -> bool:
    if first < 0:
        return False
    here = scene.sentence(span[0])
    a, b = here - scene.sentence(first), here - scene.sentence(second) if second >= 0 else 99
    return a < b and (a <= 2 or b - a >= 3)


_KINGDOMS = frozenset("SAU JOR MAR BHR THA GBR BEL ESP SWE NOR DNK NLD KHM BTN TON LSO SWZ".split())


def _known_body(scene: Scene, cast: Cast, span: Span, phrase: Phrase, nation: str | None, words: str) -> tuple[Draft | None, str]:
    head = phrase.noun.split()[-1]
    if phrase.kind == "unknown" and head in ("country", "nation", "republic", "kingdom", "state"):
        if phrase.modifiers or phrase.complement or head in ("republic", "state"):
            return None, ""
        states = [d for d in cast.drafts if d.kind == "state" and (head != "kingdom" or d.country in _KINGDOMS)]
        home = [d for d in states if d.country == scene.country]
        if len(states) == 1 and home:
            return home[0], f"{words!r} is the country the article is about"
        return None, ""
    if head not in GENERIC_BODY and phrase.kind == "unknown":
        return None, ""
    fits: list[tuple[int, int, Draft]] = []
    for d in cast.drafts:
        if d.kind not in ("organization", "group") or not d.named:
            continue
        names = [t.lower() for t in [*d.name_texts, *(d.known.names[:1] if d.known else ())]]
        rank = 0
        if any(re.search(rf"\b{re.escape(phrase.noun)}\b", n) for n in names):
            rank = 3
        elif any(re.search(rf"\b{re.escape(head)}\b", n) for n in names):
            rank = 2
        elif head in GENERIC_BODY and (phrase.sector and (d.sector or (d.known.sector if d.known else None)) == phrase.sector or any(head in s.lower() for s in d.surfaces)):
            rank = 1
        if not rank or (nation and (d.country or nation) != nation):
            continue
        loose = {m for m in phrase.modifiers if not lookup(m.title()) and m not in _LIGHT}
        told = " ".join([*names, *(s.lower() for s in d.surfaces)])
        if head in ("family", "people", "public", "group", "community") and rank > 1 or any(m not in told for m in loose):
            continue
        if phrase.complement and not lookup(phrase.complement.title()) and phrase.complement not in told:
            continue
        at = d.last_before(span[0])
        fits.append((rank, at if at is not None else -1, d))
    if not fits or head in ("government", "police", "army", "authorities", "military", "opposition", "media"):
        return None, ""
    top = max(f[0] for f in fits)
    pool = sorted((f for f in fits if f[0] == top), key=lambda f: -f[1])
    if top == 1 and len([f for f in pool if f[1] >= 0 and scene.sentence(span[0]) - scene.sentence(f[1]) <= 4]) > 1:
        return None, f"{words!r} may be {pool[0][2].name_texts[0]!r} or {pool[1][2].name_texts[0]!r}"
    near = pool[0][1] >= 0 and scene.sentence(span[0]) - scene.sentence(pool[0][1]) <= (8 if top > 1 else 2)
    if len(pool) == 1 and (top > 1 or near) or len(pool) > 1 and _clearly_nearer(scene, span, pool[0][1], pool[1][1]):
        return pool[0][2], f"{words!r} is {pool[0][2].name_texts[0]!r}, the {head} named before"
    return None, f"{words!r} may be {pool[0][2].name_texts[0]!r} or {pool[1][2].name_texts[0]!r}" if len(pool) > 1 else ""
