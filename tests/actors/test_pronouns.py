"""Pronouns and genders as the article tells them."""

from __future__ import annotations

from telling import at, every, named, says

from dateline.actors import find_actors


def test_she_may_be_the_one_whom_the_article_calls_she() -> None:
    text = "Habibo Qorane said she was hurt. Ayen Uddo denied it. She wept."
    found = find_actors(text, every(text, "person", "Habibo Qorane", "Ayen Uddo"), [says(text, "She")])
    assert found.refers.get(at(text, "She")) != named(found, "Ayen Uddo").id  # the nearer of the two, of whom no gender is known
    assert "Habibo Qorane" in found.abstained[at(text, "She")]


def test_pronouns_that_disagree_tell_no_gender() -> None:
    text = "Qorane said he would stay. Qorane said she would go. Uddo came. She left."
    found = find_actors(text, every(text, "person", "Qorane", "Uddo"), [says(text, "She")])
    assert not any("pronoun after the name" in b for a in found.actors for b in a.because)
