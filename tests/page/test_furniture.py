import pytest

from dateline.page.furniture import furniture, set_furniture_aside
from dateline.page.stretches import stretches_of


@pytest.mark.parametrize(
    "line",
    [
        "Newsletter",
        "Trending",
        "Popular articles",
        "You may also be interested in",
        "Newsletter sign-up",
        "Home page",
        "Most viewed videos of the week",
        "Read more",
        "Advertisement",
        "Share this:",
        "Also Read: Army takes the town",
        "READ MORE: Army takes the town",
        "Follow Jane Doe on Twitter @janedoe.",
        "Subscribe to our newsletter for more",
        "We use cookies to improve your experience.",
        "© 2021 River Post. All rights reserved.",
        "Copyright 2018 The River Post.",
        "Facebook Twitter WhatsApp",
        "3 min read",
        "Home > World > Africa",
        "***",
        "https://x.example/a",
        "Tags: army, town, peace",
        "관련기사",
        "Lea también: Miles marchan",
        "[PHOTO]http://x.example/a.jpg[/PHOTO]",
    ],
)
def test_furniture(line: str) -> None:
    assert furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more than ten books, he advised.",
        "The newsletter said the army had left.",
        "Following the attack, the army left.",
        "Share prices fell on Tuesday.",
        "Related violence killed twelve people in the south.",
        "The live show went on.",
        "Advertisement revenues fell by 12 percent last year.",
        "Subscribers of the paper protested.",
        "Comment on the deal was not available.",
        "Watch towers were built along the border.",
        "Copyright law was the subject of the talks.",
        "Follow the money, he said.",
    ],
)
def test_sentences_of_a_report(line: str) -> None:
    assert furniture(line) is None


def kinds(text: str) -> list[str | None]:
    return [s.kind for s in set_furniture_aside(stretches_of(text))]


def test_a_list_of_links_goes_with_its_announcement() -> None:
    assert kinds("Most read\nStorm warning for the coast\nMayor resigns\n\nThe army said it would stay.") == ["chrome"] * 3 + [None]


def test_one_line_after_an_announcement_may_be_a_heading() -> None:
    assert kinds("Trending\n\nNew victims\n\nThe army said it would stay.") == ["chrome", None, None]
