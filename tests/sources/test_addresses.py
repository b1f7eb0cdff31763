import pytest

from dateline.sources import FetchError
from dateline.sources.addresses import check, is_public, is_url


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:db8::1",
        "nonsense",
    ],
)
def test_private_and_special_addresses_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_ordinary_addresses_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://x.example/", "ftp"),
        ("file:///etc/passwd", "file"),
        ("gopher://x.example", "gopher"),
        ("http://", "no host"),
        ("http://a:b@x.example/", "password"),
        ("http://x.example:99999/", "port"),
        ("http://x.example/a b", "blanks"),
        ("http://[::1", "not an address"),
    ],
)
def test_addresses_that_are_not_fetched_say_why(url: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        check(url, allow_private=False, resolve=lambda _host, _port: ["8.8.8.8"])


def test_one_private_address_among_several_is_enough_to_refuse() -> None:
    with pytest.raises(FetchError, match="private"):
        check("http://x.example/", allow_private=False, resolve=lambda _host, _port: ["8.8.8.8", "10.0.0.1"])


def test_the_checked_address_is_the_one_to_connect_to() -> None:
    answers = iter((["8.8.8.8"], ["127.0.0.1"]))
    assert check("https://x.example/a?b=c", allow_private=False, resolve=lambda _host, _port: next(answers)).ip == "8.8.8.8"


def test_numbers_written_oddly_are_resolved_before_the_check() -> None:
    with pytest.raises(FetchError):
        check("http://2130706433/", allow_private=False)


@pytest.mark.parametrize(
    ("name", "answer"), [("http://a", True), ("HTTPS://a", True), ("ftp://a", True), ("a.txt", False), ("C:/a", False), ("-", False)]
)
def test_what_is_an_address(name: str, answer: bool) -> None:
    assert is_url(name) is answer
