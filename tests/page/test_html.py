import pytest

from dateline.page import NoTextError, TooLongError, read_page
from dateline.record import Article
from dateline.sources import HTML, Source

HEAD = """<html lang="en"><head><title>Town falls - River Post</title><meta property="og:title" content="Town falls to rebels">
<meta property="og:site_name" content="River Post"><meta property="article:published_time" content="2021-03-03T10:00:00Z">
<link rel="canonical" href="https://riverpost.example.org/town"></head>"""
BODY = """<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Town falls to rebels</h1><p class="byline">By Jane Doe</p>
<figure><img src="/i/a.jpg"><figcaption>Residents flee the town on Tuesday. (AP Photo/Jo Lind)</figcaption></figure>
<p>GAO (AP) - Rebels took the border town before dawn on Tuesday, two residents and an army officer said by telephone.</p>
<h2>Third attack</h2><p>The army said in a statement that it had sent reinforcements, some 150 kilometres away, on Tuesday night.</p>
<blockquote>“We will take back every street of this town,” the colonel said.</blockquote>
<table><tr><td>Killed</td><td>12</td></tr></table><p>Nobody claimed responsibility.<br>The governor was silent.</p>
<script>document.write("<p>not text</p>")</script></article><footer>Copyright 2021 River Post</footer></body></html>"""


def read(markup: str) -> Article:
    return read_page(Source(text=markup, kind=HTML, origin="a.html"))


def words(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


def test_an_article_page() -> None:
    a = read(HEAD + BODY)
    assert (a.title, a.outlet, a.url, a.language) == ("Town falls to rebels", "River Post", "https://riverpost.example.org/town", "en")
    assert (a.published, a.published_from) == ("2021-03-03", "metadata")
    assert words(a, "title") == ["Town falls to rebels"] and words(a, "heading") == ["Third attack"]
    assert words(a, "byline") == ["By Jane Doe"] and a.bylines[0].name == "Jane Doe"
    assert [(p.credits, a.text[p.caption[0] : p.caption[1]] if p.caption else None) for p in a.pictures] == [
        (("AP", "Jo Lind"), "Residents flee the town on Tuesday.")
    ]
    assert words(a, "quote") == ["“We will take back every street of this town,” the colonel said."]
    assert "not text" not in a.text and "Home" not in a.text and "Killed | 12" in a.text


def test_structured_data_goes_first() -> None:
    article = '{"@type": "NewsArticle", "headline": "Town falls", "datePublished": "2020-01-02", "author": [{"name": "Kofi Mensah"}]}'
    data = '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, ' + article + "]}</script>"
    a = read(HEAD.replace("</head>", data + "</head>") + BODY.replace('<p class="byline">By Jane Doe</p>', ""))
    assert (a.title, a.published) == ("Town falls", "2020-01-02")
    assert [(b.name, b.start, b.end) for b in a.bylines] == [("Kofi Mensah", 0, 0)]


def test_a_page_that_states_no_date_has_none() -> None:
    a = read("<html><body><p>Rebels took the border town two residents said.</p><p>Copyright 2021</p></body></html>")
    assert (a.published, a.published_from) == (None, None)


def test_a_bare_fragment_is_walked_plainly() -> None:
    assert read("<p>Short.").text == "Short."


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    assert "border town" in read((HEAD + BODY)[: len(HEAD) + 500]).text


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><body><script>var a;</script></body></html>", "<!-- nothing -->", "<p>...</p>", "<"]
)
def test_a_page_without_text_is_told(markup: str) -> None:
    with pytest.raises(NoTextError, match=r"a\.html"):
        read(markup)


@pytest.mark.parametrize("tag", ["div", "span", "table", "ul", "blockquote", "font"])
def test_deep_nesting(tag: str) -> None:
    assert read(f"<{tag}>" * 20_000 + BODY).text
    assert read(HEAD + BODY + f"<{tag}>" * 20_000).text


def test_nulls_and_control_characters_do_not_reach_the_text() -> None:
    assert (
        read("<p>Rebels\x00 took\x07 the town at dawn, residents said on Tuesday.</p>").text
        == "Rebels took the town at dawn, residents said on Tuesday."
    )


def test_big_scripts_do_not_count_but_big_text_does() -> None:
    assert "border town" in read(HEAD + "<script>" + "var a = 1;" * 500_000 + "</script>" + BODY).text
    with pytest.raises(TooLongError, match="million"):
        read(HEAD + "<p>word</p>" * 300_000)


def test_the_same_page_gives_the_same_text() -> None:
    assert read(HEAD + BODY) == read(HEAD + BODY)
