"""Ten pages of our own in ten habits of the trade, read as wholes."""

from pathlib import Path

import pytest

from dateline.page import TooLongError, read_page
from dateline.record import Article, Block
from dateline.sources import RequestError, Source

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(p.stem for p in TEXTS.glob("*.txt"))


def read(name: str) -> Article:
    return read_page(Source(text=(TEXTS / f"{name}.txt").read_text(encoding="utf-8")))


def words(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


@pytest.mark.parametrize("name", NAMES)
def test_text_is_unchanged_and_blocks_are_in_order(name: str) -> None:
    article = read(name)
    assert article.text == (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[end : block.start].strip()
        end = block.end
    assert not article.text[end:].strip()


def test_a_wire_report() -> None:
    a = read("wire")
    assert words(a, "title") == ["URGENT - Gunmen seize border town in northern Mali"]
    assert words(a, "dateline") == ["BAMAKO, March 3 (Reuters) -"]
    assert words(a, "credit") == ["(Reuters)"] and a.pictures == ()
    assert [(b.name, b.role) for b in a.bylines] == [
        ("Aminata Sissoko", None),
        ("Jean-Paul Renard", None),
        ("Tom Ellis", "writing"),
        ("Rosa Lind", "editing"),
    ]
    assert words(a, "chrome") == ["Our Standards: The Thomson Reuters Trust Principles."]
    assert (a.published, a.published_from) == (None, None)


def test_a_blog() -> None:
    a = read("blog")
    assert (a.title, a.outlet, a.published, a.published_from) == (
        "Why the Valley Is Still Waiting",
        "hilltopvoices.example.org",
        "2023-05-14",
        "url",
    )
    assert a.url == "https://hilltopvoices.example.org/2023/05/14/why-the-valley-is-still-waiting/"
    assert [b.name for b in a.bylines] == ["Maria Okello"]
    assert words(a, "heading") == ["What the elders say"]
    assert {"Share this:", "Like Loading...", "Related", "The road that floods every April", "Who paid for the bridge?"} <= set(
        words(a, "chrome")
    )
    assert [p.credits for p in a.pictures] == [("Maria Okello",)]


def test_a_machine_translated_newsletter() -> None:
    a = read("newsletter")
    assert a.title == "‘Drone Shock’ Hits the Ministry… The Minister’s 3 Days of Silence"
    assert [(p.credits, p.printed, p.caption is None) for p in a.pictures] == [(("로이터", "뉴스1"), 2, False), (("연합뉴스",), 1, True)]
    assert len(words(a, "duplicate")) == 1
    assert words(a, "heading") == ["“Who was on duty that night?”"] or "“Who was on duty that night?”" in words(a, "paragraph")
    assert [(b.name, b.role, b.email) for b in a.bylines] == [("김하늘", "기자", "sky.kim@hanriver.example.kr")]
    assert (a.outlet, a.language, a.published) == ("hanriver.example.kr", "en", None)
    assert words(a, "chrome") == ["뉴스레터", "많이 본 뉴스"]


def test_a_live_blog() -> None:
    a = read("live")
    assert words(a, "dateline") == ["Last updated: 12 June 2022, 21:40 GMT", "21:40 GMT", "21:15 GMT", "20:50 GMT"]
    assert words(a, "heading") == ["Counting begins in the capital", "Two arrested in Harbour City"]
    assert (a.published, a.published_from) == ("2022-06-12", "text")
    assert "Advertisement" in words(a, "chrome")


def test_a_press_release() -> None:
    a = read("press")
    assert a.title == "Ministry of Foreign Affairs Condemns Attack on Aid Convoy"
    assert (a.published, a.published_from) == ("2020-10-09", "dateline")
    assert words(a, "chrome")[0] == "FOR IMMEDIATE RELEASE"


def test_a_radio_transcript() -> None:
    a = read("radio")
    assert (a.title, a.published, a.published_from) == ("After The Ceasefire, A City Counts Its Dead", "2021-09-02", "text")
    assert sum(w.startswith(("HOST:", "REPORTER:", "RAUF:")) for w in words(a, "paragraph")) == 5


def test_mailed_wire_copy() -> None:
    a = read("wrapped")
    assert words(a, "dateline") == ["NAIROBI, Kenya (AP) _"]
    assert [w.split()[0] for w in words(a, "paragraph")] == ["Kenyan", "The", '"We']


def test_other_languages_are_named() -> None:
    spanish, arabic = read("spanish"), read("arabic")
    assert (spanish.language, arabic.language) == ("es", "ar")
    assert words(spanish, "dateline") == ["SAN MARCOS (EFE) -"]
    assert [p.credits for p in arabic.pictures] == [("رويترز",)]


def test_a_newspaper_feature() -> None:
    a = read("feature")
    assert [(b.name, b.role, b.email) for b in a.bylines] == [("SARAH LINDQVIST", "Staff Writer", "slindqvist@northtribune.example.com")]
    assert a.outlet == "northtribune.example.com"
    assert [p.credits for p in a.pictures] == [("Provincial Government", "AP")]
    assert words(a, "duplicate") == ["“We were told to leave within the hour and to take nothing with us but water”"]
    assert words(a, "chrome") == [
        "Read more: How the bridge was lost",
        "Most Read",
        "Storm warning for the coast",
        "Mayor resigns after vote",
    ]


def test_a_given_title_is_found_in_the_text() -> None:
    text = "Task force arrests 14. The officers began their night at the station and made arrests."
    a = read_page(Source(text=text, title="Task force arrests 14"))
    assert a.blocks == (Block("title", 0, 22), Block("paragraph", 23, len(text)))


def test_a_given_title_need_not_stand_in_the_text() -> None:
    a = read_page(Source(text="The army took the town.", title="Town falls"))
    assert a.title == "Town falls" and a.blocks == (Block("paragraph", 0, 23),)


def test_a_first_sentence_is_no_title() -> None:
    text = "Two students were killed on Thursday.\n\nThey were riding a motorcycle when a truck hit them, police said in a statement."
    assert read_page(Source(text=text)).title is None


def test_the_caller_stands_above_the_source() -> None:
    a = read_page(Source(text="A report.", published="2021-01-01", published_from="metadata"), published="2 Feb 2022", language="fr")
    assert (a.published, a.published_from, a.language) == ("2022-02-02", "argument", "fr")
    with pytest.raises(RequestError):
        read_page(Source(text="A report."), published="soon")


def test_ids() -> None:
    assert read_page(Source(text="A report.", id="x")).id == "x"
    assert read_page(Source(text="A report.")).id == read_page(Source(text="A report.", origin="other")).id


def test_a_book_is_no_report() -> None:
    with pytest.raises(TooLongError, match="1,000,000"):
        read_page(Source(text="word " * 300_000))
    with pytest.raises(TooLongError, match="lines"):
        read_page(Source(text="word\n" * 40_000))
