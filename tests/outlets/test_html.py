"""The page: self-contained, linked both ways, harmless whatever the article holds, readable in light and dark."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from dateline.outlets.html import render_html
from dateline.record import Article, Place, Record
from outlets.shown import TEXT, hostile, record

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    "javascript:alert(1)",
    "--><svg onload=alert(1)>",
    "' style='position:fixed' onclick='alert(1)",
    "&lt;b&gt; &amp;",
    "<iframe srcdoc='&lt;script&gt;'>",
)


class Page(HTMLParser):
    """What a browser would make of the page: elements, attributes, text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def test_every_link_within_the_page_leads_somewhere_and_no_address_is_given_twice() -> None:
    page = Page(render_html(record()))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in page.all("href") if h.startswith("#")} <= set(ids)


@pytest.mark.parametrize("fact", ["e1", "e2", "s1", "a1", "a2", "p1", "p2", "a3", "d1", "d2"])
def test_a_fact_is_linked_to_its_words_and_back(fact: str) -> None:
    links = Page(render_html(record())).all("href")
    assert f"#{fact}" in links
    assert f"#w-{fact}" in links


def test_a_fact_without_words_in_the_text_gets_no_dead_link() -> None:
    told = record()
    far = dataclasses.replace(told, events=(dataclasses.replace(told.events[0], trigger=(9000, 9010)),))
    page = Page(render_html(far))
    assert "#w-e1" not in page.all("href")
    assert "e1" in page.all("id")


def test_the_text_comes_back_whole() -> None:
    html = render_html(record())
    text = html[html.index('aria-label="Text of the article">') :].split(">", 1)[1].split("</section>")[0]
    shown = "".join(Page("<div>" + text).words).strip()
    assert re.sub(r"(?<=“)1", "", shown).replace("+", "") == TEXT


def test_nothing_is_asked_from_outside() -> None:
    html = render_html(record())
    page = Page(html)
    assert not page.all("src") and not page.all("srcset")
    assert {t for t, _ in page.tags} & {"script", "link", "iframe", "img", "object", "base", "form"} == set()
    assert "url(" not in html and "@import" not in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_page_is_shown_harmlessly(attack: str) -> None:
    plain, attacked = Page(render_html(hostile("words"))), Page(render_html(hostile(attack)))
    assert not attacked.open
    assert [t for t, _ in attacked.tags] == [t for t, _ in plain.tags]
    assert not [k for _, attrs in attacked.tags for k in attrs if k.startswith("on") or k == "style"]
    assert all(h.startswith("#") for h in attacked.all("href"))
    assert attack.strip() in " ".join("".join(attacked.words).split())


def test_ids_of_a_record_from_elsewhere_are_not_used_as_addresses() -> None:
    told = record(mentions=(), events=(), statements=(), claims=(), actors=(dataclasses.replace(record().actors[0], id='"><script>'),))
    assert "<script" not in render_html(told)


def test_direction_overrides_and_control_characters_become_dots() -> None:
    html = render_html(hostile("safe\u202egnp.exe\u2066\x1b[31m\x00\ud800"))
    assert not set(html) & set("\u202e\u2066\x1b\x00\ud800")
    html.encode("utf-8")


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    good = record(article=dataclasses.replace(record().article, url="https://example.org/a?b=1&c=2"))
    assert "https://example.org/a?b=1&c=2" in Page(render_html(good)).all("href")
    bad = record(article=dataclasses.replace(record().article, url="data:text/html,x"))
    assert not any(h.startswith("data:") for h in Page(render_html(bad)).all("href"))


def test_a_huge_text_with_many_facts_is_written_in_time() -> None:
    text = "Brenn met rebels. " * 20_000
    told = record()
    events = tuple(dataclasses.replace(told.events[0], id=f"e{i}", trigger=(i * 18 + 6, i * 18 + 9)) for i in range(3000))
    html = render_html(Record(Article("big", text), actors=told.actors, events=events))
    assert html.count('class="event"') >= 3000


def test_no_link_is_mere_space() -> None:
    told = record()
    apart = dataclasses.replace(told.mentions[1], start=30, end=44)
    html = render_html(dataclasses.replace(told, mentions=(apart, *told.mentions)))
    assert not re.search(r"<a [^>]*>\s*</a>", html)


def test_an_empty_record_makes_a_page() -> None:
    page = Page(render_html(Record(Article("nothing", ""))))
    assert "No political event is told." in page.words


def test_headings_descend_without_gaps_and_landmarks_are_there() -> None:
    tags = [t for t, _ in Page(render_html(record())).tags]
    levels = [int(t[1]) for t in tags if re.fullmatch("h[1-6]", t)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))
    assert {"header", "nav", "main", "footer"} <= set(tags)


def test_low_confidence_is_said_in_words() -> None:
    assert render_html(record()).count("uncertain</span>") == 1


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render_html(record()) == render_html(record())


def test_the_map_is_left_out_where_nothing_can_be_drawn() -> None:
    assert "<svg" not in render_html(record(places=(Place("p1", "Oru"),)))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_meet_the_contrast_of_wcag_aa(scheme: int) -> None:
    css = files("dateline.outlets").joinpath("page.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", css.split(":root {")[scheme + 1].split("}")[0]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "desk")]
    pairs += [("ink", g) for g in ("event", "actor", "place", "date", "said", "land", "named", "sea")]
    pairs += [(c, "paper") for c in ("mc", "vc", "vo", "mo")] + [("soft", "land")]
    for ink, ground in pairs:
        light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {ground}"
