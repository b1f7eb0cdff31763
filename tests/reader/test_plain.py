"""What stands between the words of a page and a reader is read past, and nothing is quoted but the page."""

import pytest

from dateline import read
from dateline.reader import plain

CASES = {
    "gov\u00adernment \u200bforces": "government forces",
    "&ldquo;We&rsquo;ll march&quot; &amp; sing&nbsp;on &#8212; soon": '“We’ll march" & sing\u00a0on — soon',
    "â€œWeâ€™ll marchâ€\x9d â€” in SÃ£o TomÃ© and BogotÃ¡": "“We’ll march” — in São Tomé and Bogotá",
    "## Who\n**Ana Pell** of the *Harbour Front* met _the mayor_": "Who\nAna Pell of the Harbour Front met the mayor",
    "the [Harbour Front](https://front.example/a_b) said": "the Harbour Front said",
    "the govern-\nment's long-\nterm plan for Tam-\nskaya": "the government's long-term plan for Tamskaya",
    "”We march,“ she said. ”So“ it was": "“We march,” she said. “So” it was",
    "#Tamsk is quiet, says #AnaPell": "Tamsk is quiet, says #AnaPell",
}


@pytest.mark.parametrize(("page", "words"), CASES.items())
def test_it_is_read_past(page: str, words: str) -> None:
    assert plain(page, [(0, len(page))]).text == words


@pytest.mark.parametrize(
    "page",
    [
        "",
        "2 * 3 * 4 = 24, a * b",
        "AT&T; R&D; &nosuch; & so",
        "snake_case_name and __init__.py",
        "“We march,” she said. ”So” it was, ”so” she said",
        "Case #12 of apartment #4b, C# and F#",
        "Über Bogotá nach São Tomé: “ja”, »nein«, 5 € – naïve Façade",
        "[sic] he said (twice)",
        "http://x.example/a#b",
    ],
)
def test_what_is_plain_is_left_alone(page: str) -> None:
    found = plain(page, [(0, len(page))])
    assert (found.text, found.starts) == (page, ())


def test_every_stretch_leads_back_to_the_page() -> None:
    page = "The gov\u00adernment&#39;s **Ana Pell** said &quot;no&quot;"
    found = plain(page, [(0, len(page))])
    for words, on_the_page in (
        ("government", "gov\u00adernment"),
        ("government's", "gov\u00adernment&#39;s"),
        ("Ana Pell", "Ana Pell"),
        ("no", "no"),
        ('"no"', "&quot;no&quot;"),
        ("The", "The"),
    ):
        at = found.text.index(words)
        start, end = found.where((at, at + len(words)))
        assert page[start:end] == on_the_page
    assert found.where((len(found.text), len(found.text))) == (len(page), len(page))


def test_only_what_is_read_is_made_plain() -> None:
    page = "&amp; one\n&amp; two"
    found = plain(page, [(10, 19)])
    assert found.text == "&amp; one\n& two"
    assert found.within([(10, 19)]) == [(10, 15)]


def test_the_record_keeps_to_the_page() -> None:
    usual = (
        "Rebels of the Northern Front attacked an army post near Gao on Monday and killed six soldiers. "
        "The attack was condemned by Defence Minister Sadio Camara. “We will punish them,” Camara told reporters."
    )
    page = (
        usual.replace("“", "&ldquo;")
        .replace("”", "&rdquo;")
        .replace("Sadio Camara", "**Sadio Camara**")
        .replace("soldiers", "sol\u00addiers")
    )
    record, other = read(page, published="2022-06-15"), read(usual, published="2022-06-15")
    assert record.article.text == page
    assert [record.quote(s.content[0]).replace("\u00ad", "") for s in record.statements] == [
        other.quote(s.content[0]) for s in other.statements
    ]
    assert [record.quote(e.trigger) for e in record.events] == [other.quote(e.trigger) for e in other.events]
    assert [
        (e.type, e.actors, e.recipients, e.killed and (e.killed.low, record.quote((e.killed.start, e.killed.end)))) for e in record.events
    ] == [(e.type, e.actors, e.recipients, e.killed and (e.killed.low, other.quote((e.killed.start, e.killed.end)))) for e in other.events]
    for a in record.actors:
        assert not set("*&\u00ad") & set(a.name)
    for e in record.events:
        for reason in e.because:
            if " at " in reason and reason.startswith("told again"):
                words, at = reason.removeprefix("told again: '").rsplit("' at ", 1)
                assert page[int(at) :].startswith(words)
