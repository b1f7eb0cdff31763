"""What stands above the headline and below the last paragraph; who signs with a place."""

from __future__ import annotations

import pytest

from dateline.page import read_page
from dateline.record import Article
from dateline.sources import Source

STORY = "The army said on Tuesday that it had taken the border town after two days of fighting.\n\nNobody was hurt, a spokesman said."


def page(text: str) -> Article:
    return read_page(Source(text=text))


def words(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


@pytest.mark.parametrize("label", ["World", "Home page", "OPINION"])
def test_a_label_above_the_headline_is_no_title(label: str) -> None:
    a = page(f"{label}\n\nArmy takes the border town after two days\n\n{STORY}")
    assert (a.title, words(a, "chrome")) == ("Army takes the border town after two days", [label])


def test_a_short_headline_alone_stays_one() -> None:
    assert page(f"Border fighting\n\n{STORY}").title == "Border fighting"


def test_short_lines_below_the_last_paragraph_are_the_sites() -> None:
    a = page(f"Army takes the border town after two days\n\n{STORY}\n\nOur other letters\n\nIn brief")
    assert words(a, "chrome") == ["Our other letters", "In brief"]


@pytest.mark.parametrize("line", ["Kofi Mensah", "“We stay”", "1. Tamale", "Two were hurt."])
def test_a_signature_a_quotation_a_list_and_a_sentence_are_not(line: str) -> None:
    assert line not in words(page(f"Army takes the border town after two days\n\n{STORY}\n\n{line}"), "chrome")


def test_the_writer_behind_a_place() -> None:
    a = page(f"Army takes the border town after two days\n\nEl Obeid: Amna Idris\n\n{STORY}")
    assert [b.name for b in a.bylines] == ["Amna Idris"]
    b = page(f"Army takes the border town after two days\n\nProfile: Amna Idris\n\n{STORY}")
    assert b.bylines == ()


def test_a_caption_in_the_words_of_the_report_is_read_once() -> None:
    told = "Smoke rose over the old harbour of Marsa on Friday after the strike."
    a = page(
        f"Strike on the harbour of the town leaves many homeless\n\n{STORY} {told}\n\nSmoke rises over the old harbour of Marsa on Friday after the strike. [AP]"
    )
    assert words(a, "duplicate") == ["Smoke rises over the old harbour of Marsa on Friday after the strike."]
    assert [p.credits for p in a.pictures] == [("AP",)]
