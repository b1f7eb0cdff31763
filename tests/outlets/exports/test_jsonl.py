from __future__ import annotations

from outlets.exports.events import TEXT, event, telling
from outlets.exports.written import lines


def test_every_telling_keeps_its_words() -> None:
    (row,) = lines("jsonl", event(tellings=(telling(1), telling(2))))
    assert [t["article"] for t in row["tellings"]] == ["x1", "x2"]
    t = row["tellings"][0]
    assert t["trigger_words"] == "bombed" and TEXT[slice(*t["trigger"])] == "bombed"
    assert [(s["role"], s["words"]) for s in t["spans"]] == [("actor", "The army"), ("recipient", "pupils"), ("place", "Loikaw")]


def test_the_article_is_not_repeated() -> None:
    (row,) = lines("jsonl", event())
    assert "text" not in row["tellings"][0] and row["tellings"][0]["quote"].startswith("The army bombed")


def test_ranges_codes_and_provenance() -> None:
    (row,) = lines("jsonl", event(decided_by="person", status="accepted"))
    assert row["killed"] == {"low": 3, "high": 5} and row["injured"] is None
    assert row["cameo"] == {"code": "195", "root": "19", "goldstein": -10.0}
    assert (row["decided_by"], row["status"]) == ("person", "accepted")
    assert (row["place"]["lat"], row["place"]["lon"]) == (19.67, 97.21)
