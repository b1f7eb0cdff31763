"""Well-known political figures by their names."""

from dateline.actors.drafts import Draft
from dateline.actors.figures import figure_of


def test_a_surname_has_its_country() -> None:
    assert figure_of(Draft("person", name_texts=["Vladimir Putin"])) is not None


def test_a_generation_alone_is_nobody() -> None:
    assert figure_of(Draft("person", name_texts=["Jr."])) is None


def test_another_given_name_is_another_man() -> None:
    assert figure_of(Draft("person", name_texts=["Olga Putin", "Putin"])) is None
