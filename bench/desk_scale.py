"""Does adding cost the same in a desk of 100,000 as of 1,000? python bench/desk_scale.py RECORDS.jsonl [--base 500] [--to 1000 10000 30000 100000] [--fresh 20] [--rounds 3] [--folder F]

RECORDS are what `dateline read` made of some hundred newspaper articles. Real: the first `--base` of them are added as they always are; the fresh articles whose adding is measured
go through the same code (taking in, writing, folding, search; all but the reading of the text), at every size the same ones, in turn, so that a busy machine slows all sizes alike
(of the same days, under other names at each size). What reading their texts takes is measured beside it: the whole of adding an article is both.

Perturbed: a larger desk is the base's rows again and again, under other ids, all days moved by a multiple of 160 days (up to eight years), rare names and words (rarity above 5.5: towns,
people) others in every turn; states, countries and common words and names stay, so that what is found by them grows as in a real desk: the lists of each word and day, of each word of
a story and of each word of a name hold what the code would hold, and "Russia" has as many articles as it would. Groups are those of the base, so many times over. In each turn half of
the common plain words stand for others that are as common, in what articles are found by and in what they are compared by: the lists grow as they would, and no turn has the base's
articles again. While each had, a fresh article of a desk of 100,000 met two hundred twins and tied 27 neighbourhoods of stories together; real reports tie 0.1 to 0.2 (845 and 745 of
newspapers, 840 of PolNeAR) and 1.1 (1,700 of MUC-4, most of them of one war).

Left out of the turns: texts, sentences, records, statements, places of articles, the search index, the spots, spellings and the sketches of copies. Adding writes to these tables
and looks single keys up in them; it never reads what other articles have there. The fresh articles are RECORDS with other rare names, words and days.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sqlite3
import statistics
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desk_growth import Replay

from dateline import read
from dateline.desk import open_desk
from dateline.desk.shelves import LONG
from dateline.record import Article, Record
from dateline.stories.drawers import DRAWER, latest, pack_row, unpack_row
from dateline.stories.naming import key as bones
from dateline.stories.packing import pack_pairs, unpack_pairs
from dateline.stories.shelf import as_json, from_json
from dateline.stories.story import LATEST
from dateline.stories.words import COMMON, _background, rarity, stem

RARE = 5.5
CHEST = 160  # days that move an article by whole chests of drawers
ID, OWN, PART = (
    "\x00",
    "\x01",
    "\x02",
)  # stand for the last letters of ids, the ends of rare words and the beginnings of neighbourhoods' numbers
TABLES = ("documents", "articles", "tellings", "telling_actors", "names", "article_actors", "actors", "events", "event_actors", "stories")
GROUPS = ("rows", "stories", "actors.person", "actors.body")
AS_THEY_ARE = (
    *(f"{g}.{m}" for g in GROUPS for m in ("likeness", "near", "neighbourhoods", "hanging", "group", "members")),
    "actors.known", "newsroom.keys", "newsroom.articles", "rows.spots",
)  # fmt: skip
DAYS = re.compile(r'\[(\d{6}),(\d{6}),"(told|counted|near|fresh)"\]')
KEPT = "INSERT INTO fold_kept (name, key, value) VALUES (?, ?, ?)"
LONG_ONES = ", ".join(f"'{name}'" for name in sorted(LONG))
BOTH = (  # short and long rows under one name, to be read and to be written
    "CREATE TEMP VIEW fold_kept AS SELECT n.name, f.key, f.value FROM fold_names n JOIN fold_short f ON f.name = n.number"
    " UNION ALL SELECT n.name, f.key, f.value FROM fold_names n JOIN fold_long f ON f.name = n.number",
    "CREATE TEMP TRIGGER fold_keep INSTEAD OF INSERT ON fold_kept BEGIN"
    f" INSERT OR REPLACE INTO fold_short SELECT number, NEW.key, NEW.value FROM fold_names WHERE name = NEW.name AND name NOT IN ({LONG_ONES});"
    " INSERT OR REPLACE INTO fold_long (name, key, value) SELECT number, NEW.key, NEW.value FROM fold_names"
    f" WHERE name = NEW.name AND name IN ({LONG_ONES}); END",
)
NAMES_WORDS = 150  # desk.actors.LATEST
WORDS = "\x03"
PLAIN, NAMES, SPOTS = (6, 7, 11, 16, 17), 8, 15  # where `told.pack` puts a telling's words, its names and its spots


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("records", type=Path)
    ap.add_argument("--base", type=int, default=500)
    ap.add_argument("--to", type=int, nargs="+", default=[1000, 10_000, 30_000, 100_000])
    ap.add_argument("--fresh", type=int, default=20)
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--folder", type=Path, help="keeps the desks, so that they can be measured again")
    ap.add_argument("--again", type=int, default=0, help="another number for each measuring of kept desks: other fresh articles")
    a = ap.parse_args()
    own = [Record.from_json(line) for line in a.records.open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.folder or Path(scratch)
        base = folder / "base"
        with open_desk(base, create=True) as desk:
            replay = Replay(desk, own, folder / "given.jsonl")
            replay.add([])
            if replay.filled() < a.base:
                replay.add([replay.mark(i) for i in range(replay.filled(), a.base)])
        missing = [size for size in a.to if not (folder / str(size) / "desk.sqlite").exists()]
        if missing:
            Fill(base / "desk.sqlite", a.base).to(folder, sorted(missing))
        measure(folder, own, a)


def measure(folder: Path, own: list[Record], a: argparse.Namespace) -> None:
    costs: dict[int, list[float]] = {size: [] for size in a.to}
    order = [r.article.id for r in own]
    random.Random(5).shuffle(order)
    for turn in range(a.rounds + 1):
        for size in a.to:
            with open_desk(folder / str(size)) as desk:
                replay = Replay(desk, own, folder / "given.jsonl", common=RARE)
                # of the same days at every size, but of other names: the first size would pay for what the process then remembers of them
                mark = 10 * (100 * a.again + turn) + a.to.index(size)
                ids = [f"{base}+m{mark}" for base in order[turn * a.fresh : (turn + 1) * a.fresh]]
                seconds = replay.add(ids)
                if turn:  # the first warms what the process remembers of words
                    costs[size].append(1000 * seconds / len(ids))
    by_id = {r.article.id: r.article for r in own}
    reading = reading_of([by_id[i] for i in order[a.fresh : 2 * a.fresh]])
    print(f"reading one: {reading:.1f} ms")
    least = statistics.median(costs[a.to[0]])
    for size, ms in costs.items():
        told = " ".join(f"{x:.1f}" for x in ms)
        file = (folder / str(size) / "desk.sqlite").stat().st_size / 2**20
        ratio = statistics.median(y / x for x, y in zip(costs[a.to[0]], ms, strict=True))
        median = statistics.median(ms)
        print(
            f"{size:7,} articles: {median:6.1f} ms to keep and fold one more ({told}), {ratio:.2f} times (of medians {median / least:.2f});"
            f" with its reading {(reading + median) / (reading + least):.2f} times; file {file:,.0f} MB"
        )


def reading_of(articles: list[Article]) -> float:
    """Milliseconds of the processor that reading one of these articles takes."""
    read(articles[0].text)
    start = time.process_time()
    for article in articles:
        read(article.text, published=article.published)
    return 1000 * (time.process_time() - start) / len(articles)


class Fill:
    """A desk's rows again under other ids."""

    def __init__(self, base: Path, articles: int) -> None:
        self._base, self._articles = base, articles
        db = sqlite3.connect(base)
        db.execute(BOTH[0])
        held = [k for (k,) in db.execute("SELECT key FROM names")]
        self._kept = {k for k in held if "||" not in k and not any(map(rare, k.split("|")[1].split()))}
        actors = {x for k, m in db.execute("SELECT key, actor FROM names") if k in self._kept for x in [m] if x}
        self._fixed = {x.rpartition("-")[2] for x in actors}
        self._keys = {
            k: self._text("|".join(renamed(p) if i == 1 else p for i, p in enumerate(k.split("|")))) for k in held if k not in self._kept
        }
        # no id of the base's own ends as a turn's: where one did, its copy took its place and its likenesses were no longer those of the others to it
        ends = {k[-3:] for (k,) in db.execute("SELECT key FROM documents")}
        self._ends = [e for i in range(16**3) if (e := f"{i:03x}") not in ends]
        self._rows = {t: [self._row(r) for r in db.execute(f"SELECT * FROM {t}")] for t in TABLES}
        self._rows["names"] = [r for r in self._rows["names"] if ID in r[0] or OWN in r[0]]
        self._rows["actors"] = [r for r in self._rows["actors"] if ID in r[0]]
        for table in ("articles", "tellings", "events"):
            columns = [c for _, c, *_ in db.execute(f"PRAGMA table_info({table})")]
            self._rows[table] = [
                tuple("" if c in ("text", "sentence", "quote") else x for c, x in zip(columns, r, strict=True)) for r in self._rows[table]
            ]
        self._numbers = {
            t: i for t in ("articles", "events") for i, (_, c, *_) in enumerate(db.execute(f"PRAGMA table_info({t})")) if c == "number"
        }
        self._heads = self._renamed_heads(db)
        self._kept_rows = self._folding(db)
        self._drawers = [
            (*k.split("\t", 1), *unpack_row(v)) for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'rows.drawers'")
        ]
        self._holding = [(k, unpack_pairs(v)) for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'stories.holding'")]
        self._words = [(k, from_json(v)) for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'actors.words'")]
        self._dated = [
            (self._text(k), self._vector(v)) for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'stories.articles'")
        ]
        self._profiles = [
            (self._text(k), [found_by(spots), day])
            for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'rows.profiles'")
            for spots, day in [from_json(v)]
        ]
        self._told = [
            (self._text(k), *self._template(v)) for k, v in db.execute("SELECT key, value FROM fold_kept WHERE name = 'rows.articles'") if v
        ]
        db.close()

    # --- the base with marks where a turn has its own

    def _text(self, text: str) -> str:
        """Ids end with a mark, but those of somebody every turn has."""
        return re.sub(r"(?<![0-9a-z.])([0-9a-f]{13})([0-9a-f]{3})(?![0-9a-z])", lambda m: m[0] if m[0] in self._fixed else m[1] + ID, text)

    def _row(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(self._keys.get(x) or self._text(x) if isinstance(x, str) and len(x) < 2000 else x for x in row)

    def _vector(self, data: bytes) -> tuple[int, bytes, list[str]]:
        """The day, the weights and the words of a packed vector."""
        day, start = int.from_bytes(data[:4], "big"), 8 + 4 * int.from_bytes(data[4:8], "big")
        return day, data[4:start], data[start:].decode().split("\n")

    def _renamed_heads(self, db: sqlite3.Connection) -> dict[str, str]:
        """For a group of names whose head every turn has: the head of those that are others in every turn, who stand without it there."""
        out = {}
        for key, value in db.execute("SELECT key, value FROM fold_kept WHERE name IN ('actors.person.members', 'actors.body.members')"):
            mine = [k for k in from_json(value) if k in self._keys]
            if mine and key not in self._keys:
                out[key] = self._keys[min(mine)]
        return out

    def _folding(self, db: sqlite3.Connection) -> list[tuple[str, str, Any]]:
        out = []
        marks = ",".join("?" * len(AS_THEY_ARE))
        for name, key, value in db.execute(f"SELECT name, key, value FROM fold_kept WHERE name IN ({marks})", AS_THEY_ARE):
            if name.endswith("likeness"):
                size = 4 + 8 * int.from_bytes(value[:4], "big")
                head, text = value[:size], value[size:].decode()
                keys = [self._keys.get(k) or self._text(k) for k in text.split("\n")] if text else []
                out.append((name, self._keys.get(key) or self._text(key), (head, "\n".join(keys))))
                continue
            got = from_json(value)
            if name == "rows.spots":
                got = list(map(found_by, got))
            elif name.endswith(".near"):
                got = PART + got
            elif isinstance(got, str):
                got = self._keys.get(got) or self._heads.get(got) or (got if name == "actors.known" else self._text(got))
            elif name.startswith("actors.") and isinstance(got, list):
                got = [self._keys[x] for x in got if x in self._keys]  # names that every turn has stay where the base has them
                if not got:
                    continue
            elif isinstance(got, list) and all(isinstance(x, str) for x in got):
                got = [self._keys.get(x) or self._text(x) for x in got]
            head = self._heads.get(key) if name.endswith(".members") else None
            key = PART + key if name.endswith((".neighbourhoods", ".hanging")) else head or self._keys.get(key) or self._text(key)
            text = (
                json.dumps(got, ensure_ascii=False, separators=(",", ":")) if name != "newsroom.articles" else self._text(json.dumps(got))
            )
            for mark, written in ((ID, "\\u0000"), (OWN, "\\u0001"), (PART, "\\u0002")):
                text = text.replace(written, mark)
            if any(m in key for m in (ID, OWN, PART)):
                out.append((name, key, text))
        return out

    def _template(self, data: bytes) -> tuple[list[Any], bytes]:
        """The text of an article's tellings, cut where ids and days stand (days as numbers to be moved)."""
        size = int.from_bytes(data[:4], "big")
        parts = zlib.decompress(data[4 : 4 + size]).decode().split("\x1e")
        heads = json.loads(parts[0])
        cut: list[Any] = ["["]
        for i, (key, type, faint, chests) in enumerate(heads):
            cut += ["," * (i > 0) + json.dumps([key, type, faint])[:-1] + ",{"]
            for j, (chest, mask) in enumerate(chests.items()):
                cut += ["," * (j > 0) + '"', ("chest", int(chest)) if chest else "", f'":{mask}']
            cut += ["}]"]
        cut += ["]\x1e"]
        around = json.loads(parts[1])
        around[5], around[8] = found_by(around[5]), " ".join(found_by(around[8].split()))
        cut += [
            json.dumps(around[:2], ensure_ascii=False)[:-1] + ",",
            ("day", around[2]) if around[2] else "null",
            *plain_words("," + marked(around, (6, 7), 3)[1:]),
        ]
        for part in parts[2:]:
            cut.append("\x1e")
            row = json.loads(part)
            row[NAMES], row[SPOTS] = " ".join(found_by(row[NAMES].split())), found_by(row[SPOTS])
            p = marked(row, PLAIN)
            at = 0
            for m in DAYS.finditer(p):
                cut += [*plain_words(p[at : m.start()] + "["), ("day", int(m[1])), ",", ("day", int(m[2])), f',"{m[3]}"]']
                at = m.end()
            cut += plain_words(p[at:])
        joined: list[Any] = []
        for c in cut:
            if not c:
                continue
            if isinstance(c, str) and joined and isinstance(joined[-1], str):
                joined[-1] += c
            else:
                joined.append(c)
        return [self._text(c) if isinstance(c, str) else c for c in joined], data[4 + size :]

    # --- the turns

    def to(self, folder: Path, sizes: list[int]) -> None:
        """A desk of each of these sizes, in a folder of that name."""
        start, work = time.process_time(), folder / "filling.sqlite"
        shutil.copy(self._base, work)
        db = sqlite3.connect(work, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            db.execute(f"PRAGMA {pragma}")
        for sql in BOTH:
            db.execute(sql)
        triggers = [sql for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'article_actors%'")]
        shared = Shared(
            {f"{chest}\t{word}": (articles, marks) for chest, word, articles, marks in self._drawers},
            dict(self._holding),
            dict(self._words),
        )
        chance = random.Random(3)
        turn = 0
        for size in sizes:
            for name in ("article_actors_come", "article_actors_go"):
                db.execute(f"DROP TRIGGER {name}")
            db.execute("BEGIN")
            while (turn + 1) * self._articles < size:
                turn += 1
                self._again(db, Turn(turn, self._ends[turn]), chance.randrange(1, 19), shared)
            shared.write(db)
            for sql in triggers:
                db.execute(sql)
            db.execute("COMMIT")
            (folder / str(size)).mkdir(parents=True, exist_ok=True)
            shutil.copy(work, folder / str(size) / "desk.sqlite")
            print(f"{size:,} articles filled in {time.process_time() - start:.0f} s", flush=True)
        db.close()
        work.unlink()

    def _again(self, db: sqlite3.Connection, fill: Turn, chests: int, shared: Shared) -> None:
        """The base once more, `chests` of drawers later."""
        for table, rows in self._rows.items():
            number = self._numbers.get(table, -1)
            made = [[None if i == number else fill(x) if isinstance(x, str) else x for i, x in enumerate(r)] for r in rows]
            if rows:
                db.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({','.join('?' * len(rows[0]))})", made)
        db.executemany(KEPT, self._turn(fill, chests))
        out: list[tuple[str, str, bytes]] = []
        for chest, word, articles, marks in self._drawers:
            own = rare_word(word)
            word = f"={fill.word(word[1:])}" if word.startswith("=") else renamed(word) if own else word
            label = f"{int(chest) + chests if chest else ''}\t{word}"
            there = [a[:13] + fill.id for a in articles]
            if own:
                out.append(("rows.drawers", fill(label), pack_row((there, marks))))
                continue
            held = shared.drawers.get(label, ([], []))
            row = held[0] + there, held[1] + marks
            shared.drawers[label] = latest(*row) if len(row[0]) > 10 * DRAWER else row
        for word, pairs in self._holding:
            new = [(a[:13] + fill.id, x) for a, x in pairs]
            if rarity(word) > RARE:
                out.append(("stories.holding", word + fill.own, pack_pairs(new)))
            else:
                word = fill.word(word)
                shared.holding[word] = (shared.holding.get(word, []) + new)[-LATEST:]
        for bone, keys in self._words:
            shared.names[bone] = (shared.names[bone] + [[n, fill(self._keys[k])] for n, k in keys if k in self._keys])[-NAMES_WORDS:]
        db.executemany(KEPT, out)

    def _turn(self, fill: Turn, chests: int) -> Iterator[tuple[str, str, bytes]]:
        days = chests * CHEST
        for name, key, value in self._kept_rows:
            if isinstance(value, tuple):
                yield name, fill(key), value[0] + fill(value[1]).encode()
            else:
                data = fill(value).encode()
                yield name, fill(key), data if len(data) < 200 else zlib.compress(data, 1)
        for key, (day, weights, words) in self._dated:
            yield (
                "stories.articles",
                fill(key),
                (day + days if day else 0).to_bytes(4, "big") + weights + "\n".join(map(fill.word, words)).encode(),
            )
        for key, (spots, day) in self._profiles:
            yield "rows.profiles", fill(key), as_json([[fill(x) for x in spots], day + days if day else None])
        for key, cut, numbers in self._told:
            text = "".join(
                c
                if isinstance(c, str)
                else " ".join(map(fill.word, c))
                if isinstance(c, list)
                else str(c[1] + (days if c[0] == "day" else chests))
                for c in cut
            )
            packed = zlib.compress(fill(text).encode(), 1)
            yield "rows.articles", fill(key), len(packed).to_bytes(4, "big") + packed + numbers


@dataclass(slots=True)
class Shared:
    """What is found by words that every turn has."""

    drawers: dict[str, tuple[list[str], list[int]]]
    holding: dict[str, list[tuple[str, float]]]
    names: dict[str, list[list[Any]]]

    def write(self, db: sqlite3.Connection) -> None:
        packed = ((k, latest(*v) if len(v[0]) > DRAWER else v) for k, v in sorted(self.drawers.items()))
        db.executemany(KEPT, (("rows.drawers", k, pack_row(v)) for k, v in packed))
        db.executemany(KEPT, (("stories.holding", k, pack_pairs(v)) for k, v in sorted(self.holding.items())))
        db.executemany(KEPT, (("actors.words", k, as_json(v)) for k, v in sorted(self.names.items())))
        db.execute("DELETE FROM name_votes")
        for field in ("name", "country", "sector"):
            sql = f"INSERT INTO name_votes SELECT key, '{field}', {field}, count(*) FROM article_actors WHERE {field} IS NOT NULL GROUP BY key, {field}"
            db.execute(sql)


class Turn:
    """What stands for the marks in one turn."""

    def __init__(self, turn: int, end: str) -> None:
        self.id = end
        self.own = "".join("bdfgklmprt"[int(d)] for d in str(turn))
        self.part = f"{turn}x"
        self._others: dict[str, str] = {}
        chance = random.Random(turn)
        for alike in as_common():
            half = chance.sample(alike, len(alike) // 2)
            self._others |= dict(zip(half, half[1:] + half[:1], strict=True))

    def word(self, word: str) -> str:
        """What stands for a plain word: half of the common ones are exchanged among each other, a rare one is the turn's own; "=FRA" is a country."""
        other = self._others.get(word)
        if other is None:
            other = self._others[word] = word + self.own if rarity(word) > RARE and not word.startswith("=") else word
        return other

    def __call__(self, text: str) -> str:
        return text.replace(ID, self.id).replace(OWN, self.own).replace(PART, self.part)


def rare(word: str) -> bool:
    return len(word) > 2 and rarity(stem(word)) > RARE


@cache
def common_bones() -> frozenset[str]:
    """The bones of all words that are common enough to stay."""
    return frozenset(bones(w.capitalize()) for w in _background()[1] if rarity(w) <= RARE)


def rare_word(word: str) -> bool:
    """Whether a word of the drawers is rare: "=strike" is a plain word, "~qdhf" the bones of a name."""
    return rarity(word[1:]) > RARE if word.startswith("=") else word not in common_bones()


def found_by(names: list[str]) -> list[str]:
    """Names as they are compared."""
    return [n + OWN * rare_word(n) for n in names]


def marked(row: list[Any], plain: tuple[int, ...], start: int = 0) -> str:
    """A row as JSON with marks around its plain words (True stands for the same words again)."""
    out = [f"{WORDS}{x}{WORDS}" if i in plain and isinstance(x, str) else x for i, x in enumerate(row)][start:]
    return json.dumps(out, ensure_ascii=False, separators=(",", ":")).replace("\\u0001", OWN).replace("\\u0003", WORDS)


def plain_words(text: str) -> list[Any]:
    """A marked text cut where its plain words stand: lists of them."""
    return [c.split() if i % 2 else c for i, c in enumerate(text.split(WORDS))]


@cache
def as_common() -> list[list[str]]:
    """The common plain words, those that are about as common together."""
    alike: dict[int, list[str]] = {}
    for w in sorted(_background()[1]):
        if COMMON <= rarity(w) <= RARE:
            alike.setdefault(int(4 * rarity(w)), []).append(w)
    return list(alike.values())


def renamed(words: str) -> str:
    return " ".join(w + OWN if rare(w) or "~" in w or "=" in w else w for w in words.split(" "))


if __name__ == "__main__":
    main()
