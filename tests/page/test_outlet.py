import pytest

from dateline.page.outlet import domain_of_email, domain_of_url, outlet


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.post.example.com/a", "post.example.com"),
        ("http://m.post.example/a", "post.example"),
        ("http://127.0.0.1/a", None),
        ("nonsense", None),
        ("http://[::1", None),
        (None, None),
    ],
)
def test_domain_of_an_address(url: str | None, domain: str | None) -> None:
    assert domain_of_url(url) == domain


def test_mail_providers_say_nothing() -> None:
    assert domain_of_email("a@gmail.com") is None
    assert domain_of_email("a@post.example.com") == "post.example.com"


def test_the_best_known_wins() -> None:
    assert outlet(stated="Wire", site="Site", url="https://a.example", emails=("x@b.example",)) == "Wire"
    assert outlet(stated=None, site=None, url="https://a.example", emails=("x@b.example",)) == "a.example"
    assert outlet(stated=None, site=None, url=None, emails=(None, "x@b.example")) == "b.example"
    assert outlet(stated=None, site=None, url=None, emails=()) is None
