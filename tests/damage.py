"""A seeded generator of damaged inputs: what archives, crawlers and mail programs do to a page. Used by tests of every floor.

`damaged(n)` gives n (name, bytes) pairs; the same n gives the same bytes on any machine. All texts are our own.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator

TEXT = """Newsletter

Gunmen Seize Border Town… The Governor’s Silence

By Aminata Sissoko, staff reporter a.sissoko@riverpost.example.org

BAMAKO, March 3, 2021 (Reuters) - Armed men seized the border town of Tessit before dawn on Tuesday, two residents said.

“We will take back every street,” Colonel Ousmane Keïta told state television. [AFP=연합뉴스]

Residents flee the town on the 3rd (local time). [EPA=연합뉴스]

Residents are fleeing the town on the 3rd (local time). [EPA=연합뉴스]

The government said on Wednesday that it would send reinforcements — the third time in a month — and asked Niger for help.

Trending
"""

HTML = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Gunmen seize border town - River Post</title>
<meta property="og:title" content="Gunmen seize border town"><meta property="article:published_time" content="2021-03-03T10:00:00Z">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gunmen seize border town",
"author": {"name": "Aminata Sissoko"}}</script>
<style>p { color: black }</style><script>var a = "<p>not text</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Gunmen seize border town</h1><p class="byline">By Aminata Sissoko</p>
<figure><img src="/i/a.jpg">
<figcaption>Residents flee the town on Tuesday. (AP Photo/Jean Renard)</figcaption></figure>
<p>BAMAKO (AP) - Armed men seized the border town of Tessit before dawn on Tuesday, two residents and an officer said.</p>
<h2>Third attack</h2><p>The army said in a statement that it had sent
reinforcements from Gao, some 150 kilometres away, on Tuesday night.</p>
<blockquote>“We will take back every street,” Colonel Ousmane Keïta said.</blockquote>
<table><tr><td>Killed</td><td>12</td></tr></table><p>Nobody claimed responsibility.<br>The governor was silent.</p></article>
<footer>Copyright 2021 River Post</footer></body></html>
"""

JSONL = "".join(
    json.dumps({"id": f"d{n}", "text": TEXT, "published": "2021-03-03", "url": f"https://riverpost.example.org/{n}"}, ensure_ascii=False)
    + "\n"
    for n in range(3)
)

_PAGES = (("txt", TEXT), ("html", HTML), ("jsonl", JSONL))
_TAGS = (
    "div",
    "p",
    "span",
    "b",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "a",
    "blockquote",
    "font",
    "figure",
    "h2",
    "section",
    "em",
    "select",
    "svg",
    "math",
)


def _flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, len(data))]
    return data[:start] + piece * chance.choice((2, 3, 40)) + data[start:]


def _nested(data: bytes, chance: random.Random) -> bytes:
    tag = chance.choice(_TAGS)
    depth = chance.choice((5, 200, 3000, 20000))
    opened, closed = f"<{tag}>".encode() * depth, f"</{tag}>".encode() * chance.choice((0, depth // 2, depth))
    at = chance.randrange(len(data))
    return data[:at] + opened + data[at:] + closed


def _nulls(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return b"\x00".join(data[i : i + 1] for i in range(len(data)))
    out = bytearray(data)
    for _ in range(chance.choice((1, 5, 500))):
        out.insert(chance.randrange(len(out)), 0)
    return bytes(out)


def _mixed(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8")
    names = ("utf-8", "utf-16", "utf-16-le", "cp1252", "cp1251", "euc-kr", "shift_jis", "gb18030", "utf-7", "cp1256", "utf-32")
    cut = chance.randrange(len(text))
    if chance.random() < 0.4:
        return text.encode(chance.choice(names), "replace")
    return text[:cut].encode(chance.choice(names), "replace") + text[cut:].encode(chance.choice(names), "replace")


def _lines(data: bytes, chance: random.Random) -> bytes:
    end = chance.choice((b"\r", b"\r\n", b"\x0b", "\u2028".encode(), b"\n\n\n", b" ", b""))
    return data.replace(b"\n", end)


def _sprinkled(data: bytes, chance: random.Random) -> bytes:
    bits = (
        "\u202e",
        "\ufeff",
        "\u200b",
        "<!--",
        "]]>",
        "<script>",
        "&#x110000;",
        "&#0;",
        "&amp;" * 50,
        "\ud7ff",
        "<![CDATA[",
        '"',
        "{",
        "\\ud800",
        "[",
        "(",
        "=" * 90,
        "「",
        "́" * 300,
    )
    for _ in range(chance.choice((1, 4, 30))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(bits).encode("utf-8") + data[at:]
    return data


def _noise(data: bytes, chance: random.Random) -> bytes:
    made = bytes(chance.randrange(256) for _ in range(chance.choice((1, 10, 3000))))
    return chance.choice(
        (
            made,
            made + data,
            data + made,
            b"%PDF-1.7\n" + data,
            gzip.compress(data, mtime=0),
            b"PK\x03\x04" + made,
            b"\xff\xfe" + data,
            b"\xef\xbb\xbf" + data,
        )
    )


def _repeated(data: bytes, chance: random.Random) -> bytes:
    unit = chance.choice(
        (
            b"a",
            b" ",
            b"\n",
            b"<",
            b"<p>",
            b"(",
            b"A ",
            b'"',
            b"-",
            b"<a href='",
            b"By A B, ",
            b"AP/",
            b"1 May 2020 ",
            b"Mr. ",
            b"&nbsp;",
            b"<!--",
            b"Photo: ",
        )
    )
    at = chance.randrange(len(data))
    return data[:at] + unit * chance.choice((1000, 20000)) + data[at:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flipped,
    _truncated,
    _doubled,
    _nested,
    _nulls,
    _mixed,
    _lines,
    _sprinkled,
    _noise,
    _repeated,
)


def damaged(count: int, *, seed: int = 20210803) -> Iterator[tuple[str, bytes]]:
    """`count` damaged inputs, every kind of page in every way of damage in turn; some are damaged twice."""
    for number in range(count):
        chance = random.Random(seed * 100_003 + number)
        extension, page = _PAGES[number % len(_PAGES)]
        way = _WAYS[(number // len(_PAGES)) % len(_WAYS)]
        data = way(page.encode("utf-8"), chance)
        if data and chance.random() < 0.25:
            again = chance.choice((_flipped, _truncated, _doubled, _nulls, _sprinkled))
            data = again(data, chance)
        name = f"{number:04}-{way.__name__[1:]}.{extension}" if chance.random() < 0.8 else f"{number:04}-{way.__name__[1:]}"
        yield name, data
