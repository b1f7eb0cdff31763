"""Names without their titles."""

import pytest

from dateline.actors.naming import strip_titles


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Sultan Nasir bin Musa", "Nasir bin Musa"),
        ("Sultan A. Haroun", "Sultan A. Haroun"),
        ("Major B. Okello", "B. Okello"),
        ("Vice President Brandt", "Brandt"),
    ],
)
def test_a_title_that_is_a_given_name_stands_before_no_initial(name: str, rest: str) -> None:
    assert name[strip_titles(name)[0] :] == rest


def test_the_body_that_another_is_of_is_not_that_body() -> None:
    from dateline.actors.naming import _orgs

    assert _orgs("United Nations", "Harbour Organization of the United Nations") is None
    assert _orgs("Harbour Union", "National Harbour Union") is not None
    assert _orgs("Bank of Tamsk", "New Bank Tamsk") is not None  # as many words, differently joined


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("Tamsk Telecom", "Tamsk Telecom Sdn Bhd", True),
        ("Ministry of Health & Prevention", "Ministry of Health and Prevention", True),
        ("Ghanaian Football Federation", "Football Federation of Ghana", True),
        ("Remat Hills", "Remat Hills Development Company", True),
        ("Harbour Foundation", "Harbour Foundation Donors", False),
        ("Harbour Front", "Harbour Front Youth", False),
        ("Homeland Security", "Department of Homeland Security", True),
    ],
)
def test_what_one_name_adds_to_another(short: str, full: str, one: bool) -> None:
    from dateline.actors.naming import _orgs

    assert (_orgs(short, full) is not None) is one or (_orgs(full, short) is not None) is one
