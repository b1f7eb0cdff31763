from __future__ import annotations

import pytest

from dateline.web.words import mixed, name, number, outlink, plain, quote, snippet


def test_markup_of_a_name_is_words() -> None:
    assert str(name("<b>Ada</b>")) == "<bdi>&lt;b&gt;Ada&lt;/b&gt;</bdi>"


def test_an_override_is_a_visible_mark() -> None:
    assert "\u202e" not in plain("a\u202eb") and "RLO" in plain("a\u202eb") and "U+202E" in plain("a\u202eb")


def test_a_joiner_stays_where_letters_need_it() -> None:
    assert "\u200c" in plain("می\u200cخواهم")


@pytest.mark.parametrize(("text", "two"), [("P\u0430ul Biya", True), ("Paul Biya", False), ("Пауль Biya", False), ("Αthens", True)])
def test_scripts_mixed_in_one_word(text: str, two: bool) -> None:
    assert mixed(text) is two
    assert ("mixed scripts" in name(text)) is two


def test_nothing_known_is_said_to_be_unknown() -> None:
    assert "unknown" in name(None) and str(quote(None)) == "<bdi></bdi>"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "http:///x",
        "https://a b",
        "ftp://x.example",
        "http://[bad",
        "\u202ehttp://x.example",
    ],
)
def test_no_link_but_to_the_web(url: str) -> None:
    assert "<a " not in outlink(url)


def test_a_link_to_the_web_says_nothing_of_us() -> None:
    assert 'rel="noopener noreferrer nofollow"' in outlink("https://x.example/a?b=1&c=2")


def test_what_was_found_is_marked_and_the_rest_escaped() -> None:
    assert str(snippet("<i> [harbour] strike")) == "<bdi>&lt;i&gt; <mark>harbour</mark> strike</bdi>"
    assert "<mark>" not in snippet("a [b [c] d")


@pytest.mark.parametrize(
    ("low", "high", "words"), [(5, 5, "5"), (3, 5, "3–5"), (3, None, "at least 3"), (None, 5, "at most 5"), (None, None, "")]
)
def test_numbers(low: int | None, high: int | None, words: str) -> None:
    assert number(low, high) == words
