from dateline.places.outlet import home


def test_a_known_newspaper_has_a_home() -> None:
    found = home(None, "http://www.courant.com/news/1.html")
    assert found.country == "USA"
    assert found.point is not None


def test_an_ending_tells_the_country() -> None:
    assert home("example-paper.co.ke", None).country == "KEN"


def test_an_unknown_newspaper_tells_its_letters_only() -> None:
    found = home(None, "https://www.springfieldgazette.com/x")
    assert (found.point, found.country, found.letters) == (None, None, "springfieldgazette")


def test_nothing_known() -> None:
    assert home(None, None).letters == ""
