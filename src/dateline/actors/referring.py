"""What a description refers to: an actor already there, when one and only one fits."""

from __future__ import annotations

import re

from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.figures import figure_of
from dateline.actors.geography import country_in, lookup
from dateline.actors.nominals import Phrase, read_phrase
from dateline.actors.offices import post, read_office
from dateline.actors.referring_bodies import clearly_nearer, known_body, the_force
from dateline.actors.scene import Scene
from dateline.actors.vocabulary import listed, read
from dateline.record import Span

_PAST = frozenset({"past", "previous", "former", "last", "outgoing", "earlier"})
GENERIC_PERSON = listed("parties_generic_person")


MODIFIER_SECTORS: dict[str, str] = read("nouns")["modifiers"]


def refer(scene: Scene, cast: Cast, span: Span, phrase: Phrase, words: str) -> tuple[Draft | None, str]:
    """An existing actor and the reason, or None and why not ("" when nobody was in question)."""
    nation = country_in(words, capitals=False)
    same = [
        d
        for d in cast.drafts
        if not d.named and d.noun and _one_noun(d.noun, phrase) and d.plural == phrase.plural and _agree(d, phrase, nation, scene)
    ]
    if re.match(r"(?:his|her|its|their|our|my)\s", words, re.I) and not nation:
        # "his government" is not the foreign one told of before, nor "the past government of Moon"
        same = [d for d in same if d.country in (scene.country, None) and _PAST.isdisjoint(d.modifiers)]
    if same and phrase.kind in ("person", "body", "people"):
        exact = [d for d in same if d.modifiers == phrase.modifiers]
        pool = exact or same
        if exact or phrase.definite or phrase.kind == "body":
            nearest = max(pool, key=lambda d: (d.last_before(span[0]) or -1, -d.first))
            return nearest, f"{words!r} takes up {next(iter(nearest.surfaces), '')!r}"
    force = the_force(scene, cast, phrase, words)
    if force is not None:
        return force, f"{words!r} is {force.name_texts[0] if force.named else next(iter(force.surfaces))!r}, the only such force told of"
    if (phrase.kind == "person" and phrase.definite) or (phrase.kind == "person" and words[0].isupper()):
        return _known_person(scene, cast, span, phrase, nation, words)
    if (phrase.definite and phrase.kind in ("body", "unknown")) or (phrase.kind == "body" and phrase.sector == "LEG"):
        return known_body(scene, cast, span, phrase, nation, words)
    return None, ""


def _one_noun(noun: str, phrase: Phrase) -> bool:
    """Do a noun told of and that of a description mean one post? "The same official" may be a senior official."""
    if "same" in phrase.modifiers:
        return post(noun.split()[-1]) == post(phrase.noun.split()[-1])
    return post(noun) == post(phrase.noun)


def _agree(draft: Draft, phrase: Phrase, nation: str | None, scene: Scene) -> bool:
    if nation and (draft.country or scene.country) and nation != (draft.country or scene.country):
        return False
    if (
        phrase.kind == "body"
        and re.match(r"(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*['’]s?\s", next(iter(draft.surfaces), ""))
        and not phrase.modifiers
    ):
        return False  # "the party" is not "Prime Minister Modi's party" again
    mine, other = set(phrase.modifiers) - _LIGHT, set(draft.modifiers) - _LIGHT
    if phrase.kind == "person" and nation and draft.complement and not phrase.complement and not lookup(draft.complement.title()):
        return False  # "the Ecuadorian president" is not the president of a union told of before
    if phrase.complement and phrase.complement != draft.complement and not (lookup(phrase.complement.title()) and not draft.complement):
        return False
    if phrase.kind != "people" and (mine - other and not (nation and len(mine - other) == 1)):
        return False
    numbers = {m for m in mine ^ other if m.isdigit() or m in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")}
    if numbers and mine & _NUMBERS and other & _NUMBERS:
        return False
    strong = {
        m for m in mine ^ other if m in MODIFIER_SECTORS or m in ("local", "foreign", "state", "federal", "former", "new", "international")
    }
    return not strong


_STATES = frozenset(
    {"republic", "state", "nation", "country", "kingdom", "federation", "emirates", "islands", "government", "cabinet", "ministers"}
)


def of_a_body(title: str) -> bool:
    """Is the office held in something that is no country ("leader of the league")?"""
    phrase = read_phrase(title)
    if phrase is None or not phrase.complement or lookup(phrase.complement.title()):
        return False
    return _STATES.isdisjoint(phrase.complement.split())


_ONE_A_COUNTRY = listed("referring_one_a_country")
_ANYBODY = listed("referring_anybody")
_RANKS = listed("referring_ranks")
_LIGHT = listed("parties_light")


_NUMBERS = listed("referring_numbers") | frozenset(str(i) for i in range(1, 1000))


def _other_rank(title: str, phrase: Phrase) -> bool:
    """Is the title a deputy's or a former one, and the description is not?"""
    told = set(re.findall(r"\w+", title.lower()))
    return bool((told & _RANKS) - set(phrase.modifiers) - set(phrase.noun.split()))


def _known_person(scene: Scene, cast: Cast, span: Span, phrase: Phrase, nation: str | None, words: str) -> tuple[Draft | None, str]:
    head = phrase.noun.split()[-1]
    fits: list[tuple[int, int, Draft]] = []
    if re.search(rf"(?i:{re.escape(head)})(?:,?\s+(?:the\s+late\s+)?(?:[A-Z][a-z]+\s+)?[A-Z][\w-]+)+$", words) and not re.search(
        r"\b(?:of|for|in|at)\b", words
    ):
        return None, ""  # a title with a name of its own
    loose = {m for m in phrase.modifiers if not lookup(m.title()) and m not in _LIGHT and m not in _HONOURS and m != "the"}
    for d in cast.drafts:
        if d.kind != "person":
            continue
        offices = [o for t in d.titles.values() if (o := read_office(t))]
        rank = 0
        if any(post(o.head) == post(phrase.noun) for o in offices):
            rank = 3
        elif any((o.head.split()[-1] == head or o.head == head) and not _other_rank(o.head, phrase) for o in offices):
            rank = 2 if len(phrase.noun.split()) == 1 or any(o.head == head for o in offices) else 0
        elif nation and any(o.head == "counterpart" and nation == country_in(t) for t in d.titles.values() if (o := read_office(t))):
            rank = 2  # "his Irish counterpart", later "the Irish prime minister"
        elif head == "leader" and any(
            o.sector == "GOV" and o.head.split()[-1] in ("president", "minister", "premier", "king", "chancellor", "emir") for o in offices
        ):
            rank = 1
        if not rank:
            continue
        said = " ".join((*d.titles.values(), *d.surfaces)).lower()
        if ("former" in phrase.modifiers or phrase.noun.startswith("former ")) and not any(o.former for o in offices):
            continue
        fitting = [t.lower() for t in d.titles.values() if head in t.lower()]
        if fitting and all(_other_rank(t, phrase) for t in fitting):
            continue
        if loose and not all(m in said for m in loose):
            continue
        if phrase.complement and not lookup(phrase.complement.title()) and not _same_complement(phrase.complement, said):
            continue
        figure = figure_of(d)
        told = country_in(" ".join(d.titles.values()), capitals=False) or d.country or (figure[1] if figure else None)
        if nation and told and nation != told:
            continue
        if nation and fitting and all(of_a_body(t) for t in fitting):
            continue  # "the Israeli leader" is not the leader of a league
        abroad = told
        last = d.last_before(span[0])
        far = last is None or scene.sentence(span[0]) - scene.sentence(last) > 1
        if far and not nation and abroad and scene.country and abroad != scene.country and post(phrase.noun) in _ONE_A_COUNTRY:
            continue  # "the president" of an article on one country is hardly another country's
        if (
            nation
            and not told
            and scene.country
            and nation != scene.country
            and not any(nation == country_in(t) for t in d.titles.values())
        ):
            continue
        if (
            phrase.modifiers
            and rank == 2
            and any(
                m in ("vice", "deputy", "former", "first", "foreign", "defence", "defense", "interior", "finance", "prime", "health")
                for m in phrase.modifiers
            )
            and not any(set(phrase.modifiers) & set(t.lower().split()) for t in d.titles.values())
        ):
            continue
        fits.append((rank, d.last_before(span[0]) if d.last_before(span[0]) is not None else -1, d))  # type: ignore[arg-type]
    if fits:
        top = max(f[0] for f in fits)
        pool = sorted((f for f in fits if f[0] == top), key=lambda f: -f[1])
        if len(pool) == 1 or clearly_nearer(scene, span, pool[0][1], pool[1][1]):
            d = pool[0][2]
            return d, f"{words!r} is {d.name_texts[0] if d.named else next(iter(d.surfaces))!r} by the title"
        return None, f"{words!r} may be {pool[0][2].name_texts[:1] or ''} or {pool[1][2].name_texts[:1] or ''}"
    if nation and (leader := _known_leader(cast, phrase, nation)):
        return leader, f"{words!r} is {leader.name_texts[0]!r}, the one leader of that country told of"
    if (
        head in GENERIC_PERSON
        and phrase.definite
        and words.split()[0].lower() == "the"
        and len(words.split()) <= 3
        and not phrase.modifiers
        and phrase.noun in _ANYBODY
    ):
        here = scene.sentence(span[0])
        near = [
            d
            for d in cast.drafts
            if d.kind == "person"
            and (at := d.last_before(span[0])) is not None
            and here - scene.sentence(at) <= 2
            and not (phrase.noun == "woman" and d.gender == "male")
            and not (phrase.noun == "man" and d.gender == "female")
            and not _other_calling(d, phrase)
        ]
        if len(near) == 1 and near[0].named:
            return near[0], f"{words!r} can only be {near[0].name_texts[0]!r}, the one person named nearby"
        if len(near) > 1:
            return None, f"{words!r} may be any of {len(near)} persons named nearby"
    return None, ""


_LEADS = listed("referring_leads")


def _known_leader(cast: Cast, phrase: Phrase, nation: str) -> Draft | None:
    """The only well-known figure of a country's government told of without a title, where its president or leader is meant ("the French president")."""
    if post(phrase.noun) not in _LEADS or not _PAST.isdisjoint(phrase.modifiers):
        return None
    told = [d for d in cast.drafts if d.kind == "person" and d.named and figure_of(d) == ("GOV", nation)]
    return told[0] if len(told) == 1 and not any(read_office(t) for t in told[0].titles.values()) else None


def _other_calling(draft: Draft, phrase: Phrase) -> bool:
    """Has the person an office that the description is not of ("the suspect" is hardly the police captain)?"""
    sectors = {o.sector for t in draft.titles.values() if (o := read_office(t)) and o.sector}
    return bool(sectors) and phrase.sector is not None and phrase.sector not in sectors


_HONOURS = listed("parties_honours")


def _same_complement(complement: str, titles: str) -> bool:
    """Is what the description is of ("tourism", "the country") in the titles too?"""
    words = [w for w in re.findall(r"\w+", complement) if len(w) > 3]
    if not words or complement in ("state", "country", "government", "republic", "nation"):
        return True
    return any(w in titles or w.rstrip("s") in titles for w in words)
