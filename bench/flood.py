"""A flood: one attack told by hundreds of reports among thousands of others; does it fold to one event, with its tellings and without a stranger?

    python bench/flood.py [--told 300] [--others 3000] [--seed 6] [--records FILE] [--write FILE]

The reports are made up by a seeded generator, in our own words: spellings of the village, tolls that grow, days told as dates, weekdays, distances or not
at all, and a tenth that mention the attack only in passing. Among the others are another attack on the same day, one in the same village three weeks later, a
protest three days later, and incidents of their own with one to six tellings each. `--records` keeps what `dateline read` made of them (3,300 reports: some four minutes
of one core), so that a second run only folds; `--write` writes the reports as JSON Lines.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.events.counts import UNITS

DAY = date(2024, 3, 12)
PLACES = ("Sirgadougou", "Sirgadougou", "Sirgadougou", "Sirgadugu", "Sirga-Dougou", "Sirgadoughou")
OUTLETS = (
    "Sahel Courier",
    "The Plateau Post",
    "Radio Gourma",
    "Wire Service East",
    "Faso Daily",
    "Lagos Mirror",
    "Continental",
    "The Observer of Dori",
)
NUMBERS = list(UNITS)


@dataclass(frozen=True)
class Report:
    """One made-up report. `tells` says whether the attack is told in it, `where` its words that do (empty where not)."""

    id: str
    published: str
    outlet: str
    title: str
    text: str
    tells: bool

    def line(self) -> str:
        """As `dateline read --from jsonl` takes it."""
        return json.dumps({"id": self.id, "published": self.published, "outlet": self.outlet, "title": self.title, "text": self.text})


def number(n: int, rng: random.Random) -> str:
    return NUMBERS[n] if n < len(NUMBERS) and rng.random() < 0.6 else str(n)


def when(day: date, published: date, rng: random.Random) -> str:
    """The day as a report of another day would tell it, to stand behind a verb."""
    ago = (published - day).days
    weekday = f"{day:%A}"
    told = [f"on {day.day} {day:%B}", f"on {day:%B} {day.day}"]
    if ago == 0:
        told += ["today", f"on {weekday}", "early today"]
    elif ago == 1:
        told += ["yesterday", f"on {weekday}", "the previous day"]
    elif ago == 2:
        told += ["the day before yesterday", f"on {weekday}", "two days ago"]
    elif ago <= 6:
        told += [f"on {weekday}", f"{NUMBERS[ago]} days ago", f"last {weekday}"]
    elif ago <= 13:
        told += [f"on {weekday} of last week", f"{number(ago, rng)} days ago"]
    return rng.choice(told)


def attack(i: int, rng: random.Random) -> Report:
    """One report of the attack on the cattle market."""
    ago = min(21, int(rng.expovariate(0.25)))
    published = DAY + timedelta(days=ago)
    place, at = rng.choice(PLACES), when(DAY, published, rng)
    low = 18 + min(ago, 8) + rng.randrange(4)
    dead, hurt = number(low, rng), number(rng.randrange(9, 30), rng)
    toll = rng.choice((f"at least {dead}", f"{dead}", f"about {dead}", f"more than {dead}", f"no fewer than {dead}"))
    who = rng.choice(
        (
            "Gunmen on motorcycles",
            "Armed men",
            "Suspected jihadists",
            "Assailants in military dress",
            "Unidentified attackers",
            "Militants",
            "Dozens of fighters",
        )
    )
    market = rng.choice(("the weekly cattle market", "the livestock market", "a crowded cattle market", "the market", "the Tuesday market"))
    area = rng.choice(
        (
            "in eastern Burkina Faso",
            "in Burkina Faso's Gourma province",
            "near Fada N'Gourma",
            "in the east of Burkina Faso",
            "in the east of the country",
        )
    )
    people = rng.choice(("people", "civilians", "traders and herders", "villagers", "people, most of them traders"))
    act = rng.choice(("attacked", "stormed", "raided", "opened fire on", "assaulted", "overran"))
    noun = rng.choice(("attack", "massacre", "assault", "raid", "killings", "shooting", "bloodshed"))
    leads = (
        f"{who} {act} {market} at {place} {area} {at}, killing {toll} {people}, officials said.",
        f"{toll.capitalize()} {people} were killed {at} when {who[0].lower() + who[1:]} {act} {market} of {place}, {area}.",
        f"The death toll from the {noun} at the {place} market {at} has risen to {dead}, the regional governor said.",
        f"Families in {place} were burying their dead after the {noun} that took the lives of {toll} {people} {at}.",
        f"The government has condemned the {noun} {at} on {market} of {place}, in which {toll} {people} died.",
        f"Survivors of the {noun} at {place} {area} described how the attackers arrived at noon {at} and shot at everyone who ran.",
        f"{who} killed {toll} {people} at {market} in {place} {at}, according to a security source and two residents.",
        f"A list drawn up by a local association names {dead} victims of the {noun} committed {at} at the market of {place}, {area}.",
        f"{number(low, rng).capitalize()} dead and {hurt} wounded: that is the toll of the {noun} which struck the {place} market {at}.",
        f"What happened {at} at {place} {area}? Witnesses say that {who[0].lower() + who[1:]} {act} {market} and killed {toll} {people}.",
    )
    passing = (
        f"Cattle prices in Fada N'Gourma have fallen by a fifth since the {noun} on the {place} market {at}, in which {toll} {people} died.",
        f"The army has sent two more companies to the east after the {noun} {at} at {place}, where {toll} {people} were killed.",
        f"The bishops asked for prayers for the victims of the {noun} at the {place} market {at}.",
        f"Bus companies have stopped serving the eastern road since gunmen killed {toll} {people} at {place} {at}.",
    )
    more = (
        f"The wounded, {hurt} of them, were taken to the hospital of Fada N'Gourma.",
        "Stalls and granaries were burned and several hundred head of cattle were driven off toward the border.",
        rng.choice(("No group has claimed responsibility.", "Nobody had claimed the attack so far.", "An affiliate of al Qaeda later claimed responsibility in an audio message.")),
        f"A trader who hid behind a wall said the shooting lasted {rng.choice(('an hour', 'forty minutes', 'more than half an hour'))}.",
        "The nearest army post is some twenty kilometres away; residents complain that help came late.",
        "The region has seen repeated violence over the past five years, and two million people have fled their homes.",
        f"The governor of the East announced {rng.choice(('a curfew', 'three days of mourning', 'reinforced patrols'))} and promised that the perpetrators would be found.",
        "The United Nations called on all parties to spare civilians.",
        "Telephone lines in the area were still cut, and the figures could not be verified independently.",
        "A mother of four said she had lost her husband and her brother in a few minutes.",
    )  # fmt: skip
    first = rng.choice(passing) if rng.random() < 0.1 else rng.choice(leads)
    rest = rng.sample(more, rng.randrange(2, 5))
    line = rng.choice((f"OUAGADOUGOU, {published:%B} {published.day} - ", "OUAGADOUGOU: ", "FADA N'GOURMA - ", "", ""))
    titles = (f"{dead.capitalize()} killed at Burkina market", f"Bloody market day at {place}", f"{place}: what we know", f"Burkina Faso mourns the dead of {place}", "East again under fire", f"Voices from {place}")  # fmt: skip
    return Report(f"told-{i:03d}", published.isoformat(), rng.choice(OUTLETS), rng.choice(titles), line + " ".join((first, *rest)), True)


SYLLABLES = {
    "Burkina Faso": ["ban", "go", "dou", "ga", "ti", "ko", "la", "bou", "ri", "sa", "kou", "ma", "ye", "nin", "zo"], "Mali": ["ka", "ti", "ba", "man", "se", "gou", "dia", "fa", "ra", "ko", "ni", "bou", "dje"],
    "Nigeria": ["da", "ku", "ran", "bi", "ma", "zam", "gi", "wa", "shi", "ka", "rum", "fu", "na", "ji"], "Niger": ["ti", "la", "be", "ri", "wal", "lam", "dos", "so", "ma", "ra", "di", "kou"],
    "Pakistan": ["mas", "tu", "lah", "gul", "kot", "ran", "wal", "shah", "pur", "bag", "dir", "chag"], "Iraq": ["tal", "af", "ba", "qu", "ha", "wi", "ja", "sha", "ra", "diy", "kir", "mu"],
    "Colombia": ["ca", "qui", "to", "ri", "ma", "yo", "bel", "la", "gua", "san", "tan", "der"], "Mozambique": ["mo", "cim", "ba", "pal", "ma", "nan", "ga", "de", "mue", "da", "qui"],
    "Kenya": ["man", "de", "ra", "la", "mu", "ga", "ri", "sa", "wa", "jir", "ki", "tu"], "India": ["bas", "tar", "suk", "ma", "dan", "te", "bi", "ja", "pur", "kan", "ker", "nar"],
}  # fmt: skip


def village(country: str, rng: random.Random) -> str:
    return "".join(rng.sample(SYLLABLES[country], rng.randrange(3, 5))).capitalize()


@dataclass(frozen=True)
class Incident:
    kind: str
    country: str
    place: str
    day: date
    n: int


KINDS = (
    "shooting",
    "bombing",
    "protest",
    "arrests",
    "talks",
    "kidnapping",
    "strike",
    "aid",
    "deployment",
    "release",
    "flood",
    "football",
    "budget",
    "trial",
)
TOLD: dict[str, tuple[str, ...]] = {
    "shooting": ("Gunmen killed {n} people in the village of {place} in {country} {at}, residents said.", "{N} villagers were shot dead at {place}, {country}, {at}.", "An attack {at} on {place} in {country} left {n} dead.", "Police in {country} are hunting the men who raided {place} {at} and killed {n} people."),
    "bombing": ("A roadside bomb killed {n} soldiers near {place} in {country} {at}, the army said.", "{N} people died {at} when a bomb went off at the bus station of {place}, {country}.", "The explosion that killed {n} people in {place} {at} was the work of a suicide bomber, {country}'s police said."),
    "protest": ("Thousands marched through {place} in {country} {at} against the price of fuel.", "Students in {place}, {country}, blocked the main road {at} to demand that fees be lowered.", "Police in {country} fired tear gas at demonstrators in {place} {at}.", "A protest against power cuts in {place}, {country}, turned violent {at}."),
    "arrests": ("Police in {country} arrested {n} opposition supporters in {place} {at}.", "{N} journalists and activists were detained in {place}, {country}, {at}, their lawyer said.", "Security forces rounded up {n} people in {place} {at}, a rights group in {country} said."),
    "talks": ("Officials of {country} and of a rebel movement met in {place} {at} for talks on a ceasefire.", "Negotiations over the border of {country} resumed in {place} {at}.", "Mediators held a first meeting with the herders' union of {place}, {country}, {at}."),
    "kidnapping": ("Bandits abducted {n} pupils from a school at {place} in {country} {at}.", "{N} aid workers were kidnapped on the road to {place}, {country}, {at}.", "Armed men seized {n} passengers of a bus near {place} in {country} {at}."),
    "strike": ("Nurses in {place}, {country}, went on strike {at} over unpaid wages.", "Dock workers in {place} stopped work {at}, paralysing trade in {country}."),
    "aid": ("The Red Cross delivered {n} tonnes of food to {place} in {country} {at}.", "A convoy with medicines for {n} clinics reached {place}, {country}, {at}."),
    "deployment": ("{country} sent {n} police vehicles and two battalions to {place} {at}.", "Troops took up positions around {place} in {country} {at}."),
    "release": ("Rebels in {country} freed {n} hostages near {place} {at}.", "{N} prisoners were released from the jail of {place}, {country}, {at}."),
    "flood": ("Heavy rain washed away {n} bridges around {place} in {country} {at}.", "The river at {place}, {country}, burst its banks {at} and flooded {n} streets."),
    "football": ("{place} United of {country} won the cup {at}, scoring {n} goals in the tournament.", "The coach of {place}, {country}, was happy with the draw {at}."),
    "budget": ("Traders in {place}, {country}, said {at} that the price of onions had doubled in {n} weeks.", "The council of {place} in {country} adopted a budget {at} after {n} hours of debate."),
    "trial": ("A court in {place}, {country}, sentenced {n} men {at} for smuggling weapons.", "The trial of {n} former officials opened in {place}, {country}, {at}."),
}  # fmt: skip
AFTER = (
    "Residents said they had waited for the authorities all morning.", "A spokesman declined to comment.", "The governor called for calm.", "It was not possible to verify the account independently.",
    "Shops stayed closed the next day.", "The road was reopened in the evening.", "Local radio reported that the situation was quiet again.", "A teacher who saw it said nobody had expected it.",
    "The mayor promised an inquiry.", "An opposition deputy asked the minister for an explanation.", "The harvest has been poor for two years.", "Most families there live from trade and cattle.",
)  # fmt: skip


def incidents(rng: random.Random) -> Iterator[Incident]:
    """Incidents without end, the three that are easily taken for the attack first."""
    yield Incident("shooting", "Burkina Faso", "Bandogari", DAY, 11)
    yield Incident("shooting", "Burkina Faso", "Sirgadougou", DAY + timedelta(days=22), 6)
    yield Incident("protest", "Burkina Faso", "Ouagadougou", DAY + timedelta(days=3), 9)
    while True:
        country = rng.choice(sorted(SYLLABLES))
        yield Incident(
            rng.choice(KINDS), country, village(country, rng), date(2024, 1, 10) + timedelta(days=rng.randrange(150)), rng.randrange(3, 40)
        )


def other(i: int, it: Incident, rng: random.Random) -> Report:
    """One report of something else."""
    published = it.day + timedelta(days=min(9, int(rng.expovariate(0.6))))
    words = {
        "place": it.place,
        "country": it.country,
        "n": number(it.n, rng),
        "N": number(it.n, rng).capitalize(),
        "at": when(it.day, published, rng),
    }
    first = rng.choice(TOLD[it.kind]).format(**words)
    line = rng.choice((f"{it.place.upper()}, {published:%B} {published.day} - ", f"{it.place.upper()}: ", "", ""))
    text = line + " ".join((first, *rng.sample(AFTER, rng.randrange(2, 5))))
    return Report(f"other-{i:04d}", published.isoformat(), rng.choice(OUTLETS), f"{it.place}: {it.kind}", text, False)


def flood(told: int, others: int, seed: int) -> list[Report]:
    """All reports, in the order of their days."""
    rng = random.Random(seed)
    out = [attack(i, rng) for i in range(told)]
    source, i = incidents(rng), 0
    while i < others:
        it = next(source)
        for _ in range(min(others - i, rng.randrange(1, 7))):
            out.append(other(i, it, rng))
            i += 1
    return sorted(out, key=lambda r: (r.published, r.id))


def verdict(reports: list[Report], rows: dict[str, list[str]]) -> tuple[int, list[str], int]:
    """Of the row with most of the attack's reports: how many of them it holds, the strangers in it; and in how many rows their first events stand.

    `rows` are each report's rows, in the order of its text.
    """
    tells = {r.id for r in reports if r.tells}
    held = Counter(row for i in tells for row in set(rows[i]))
    best = min(held, key=lambda row: (-held[row], row))
    strangers = sorted(i for i, mine in rows.items() if best in mine and i not in tells)
    return held[best], strangers, len({rows[i][0] for i in tells if rows[i]})


def main() -> None:
    from dateline.record import Record
    from dateline.runs import read_all
    from dateline.sources import open_sources
    from dateline.stories import fold_records

    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--told", type=int, default=300)
    ap.add_argument("--others", type=int, default=3000)
    ap.add_argument("--seed", type=int, default=6)
    ap.add_argument("--records", type=Path)
    ap.add_argument("--write", type=Path)
    a = ap.parse_args()
    reports = flood(a.told, a.others, a.seed)
    if a.write:
        a.write.write_text("\n".join(r.line() for r in reports) + "\n", encoding="utf-8")
        return
    if a.records and a.records.exists():
        records = [Record.from_json(line) for line in a.records.open(encoding="utf-8")]
    else:
        given = Path(f"flood-{a.seed}.jsonl")
        given.write_text("\n".join(r.line() for r in reports) + "\n", encoding="utf-8")
        records = [r for r in read_all(open_sources([str(given)], declared="jsonl")) if isinstance(r, Record)]
        given.unlink()
        if a.records:
            a.records.write_text("\n".join(r.to_json() for r in records) + "\n", encoding="utf-8")
    start = time.process_time()
    lines = list(fold_records(records))
    took = time.process_time() - start
    rows = {line.id: [e.event for e in line.events] for line in lines}
    untold = sum(not rows[r.id] for r in reports if r.tells)
    held, strangers, several = verdict(reports, rows)
    print(f"{len(reports)} reports folded in {took:.0f} s of the processor; {len({x for r in rows.values() for x in r})} events")
    print(f"the attack: {held} of {a.told} reports in one event ({held / a.told:.1%}); {len(strangers)} strangers {strangers[:5]}; {untold} reports tell no event at all; first tellings in {several} rows")  # fmt: skip
    sys.exit(held < 0.95 * a.told or bool(strangers))


if __name__ == "__main__":
    main()
