"""Knowledge bases: three kinds of file, links only where one entity surely fits, each with its reason."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.actors.knowledge import Entity, Knowledge, linked, read_knowledge
from dateline.actors.knowledge.linking import link
from dateline.errors import StopRun
from dateline.record import Actor, Article, Record

WEBER = Entity("w1", "Anna Weber", ("Anna M. Weber",), "DEU", "person")


def actor(name: str, kind: str = "person", *aliases: str, country: str | None = "DEU") -> Actor:
    return Actor("a1", name, kind, aliases, country)


def test_a_whole_name_with_its_country_is_linked_with_the_reason() -> None:
    base = Knowledge([WEBER], base="ours")
    got = link(actor("Dr. Anna Weber"), base)
    assert got.known_as == {"ours": "w1"}
    assert "country DEU" in got.because[-1]


@pytest.mark.parametrize(
    "other",
    [
        actor("Weber"),  # a surname is borne by many
        actor("Anna Weber", country="FRA"),
        actor("Anna Weber", "organization"),
        actor("Anna Webber"),  # maybe is no link
        actor("Anna Weber", "population"),
    ],
)
def test_what_may_be_somebody_else_is_not_linked(other: Actor) -> None:
    assert link(other, Knowledge([WEBER], base="ours")).known_as == {}


def test_without_a_country_the_kind_must_be_told() -> None:
    told, untold = replace(WEBER, country=None), replace(WEBER, country=None, kind=None)
    assert link(actor("Anna Weber"), Knowledge([told], base="ours")).known_as == {"ours": "w1"}
    assert link(actor("Anna Weber"), Knowledge([untold], base="ours")).known_as == {}


def test_two_that_fit_are_both_named_and_none_is_chosen() -> None:
    got = link(actor("Anna Weber"), Knowledge([WEBER, replace(WEBER, id="w2")], base="ours"))
    assert got.known_as == {}
    assert "w1, w2" in got.because[-1]


def test_a_record_keeps_everything_else() -> None:
    record = Record(Article("x", "Anna Weber spoke."), actors=(actor("Anna Weber"), actor("Otto Lindqvist")))
    got = linked(record, Knowledge([WEBER], base="ours"))
    assert [bool(a.known_as) for a in got.actors] == [True, False]
    assert got.article == record.article
    assert Record.from_json(got.to_json()) == got


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(
        "id,name,aliases,country,kind,sector\n1,Anna Weber,A. Weber;Ana Veber,de,person,GOV\n2,Hafen AG,,Germany,company,BUS\n",
        encoding="utf-8",
    )
    base = read_knowledge(path)
    assert (len(base), base.base) == (2, "ours")
    assert base.called("Ana Veber", "person")[0] == Entity("1", "Anna Weber", ("A. Weber", "Ana Veber"), "DEU", "person", "GOV")
    assert base.called("Hafen", "organization")[0].country == "DEU"


def test_follow_the_money(tmp_path: Path) -> None:
    rows = [
        {
            "id": "NK-1",
            "schema": "Person",
            "properties": {"name": ["Анна Вебер", "Anna Weber"], "nationality": ["de"], "weakAlias": ["Ann"]},
        },
        {"id": "NK-2", "schema": "Vessel", "properties": {"name": ["Anna Weber"]}},
    ]
    path = tmp_path / "entities.ftm.json"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    base = read_knowledge(path)
    assert len(base) == 1
    assert link(actor("Anna Weber"), base).known_as == {"entities": "NK-1"}
    assert base.called("Ann", "person") == ()


def test_wikidata_style(tmp_path: Path) -> None:
    human = {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}
    rows = [
        {"id": "Q101", "labels": {"en": {"value": "Anna Weber"}}, "aliases": {"de": [{"value": "Anna M. Weber"}]}, "claims": human},
        {"id": "Q102", "label": "Otto Lindqvist", "aliases": ["O. Lindqvist"], "country": "SWE", "kind": "person"},
    ]
    path = tmp_path / "people.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    base = read_knowledge(path)
    assert base.base == "wikidata"
    assert link(actor("Anna Weber"), base).known_as == {"wikidata": "Q101"}
    assert link(actor("Otto Lindqvist", country="SWE"), base).known_as == {"wikidata": "Q102"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "name,country\nAnna Weber,DE\n", "no column 'id'"),
        ("a.csv", "id,name\n,Anna Weber\n", "line 2"),
        ("a.csv", "id,name,kind\n1,Anna Weber,ship\n", "'ship' is no kind"),
        ("a.jsonl", "{broken\n", "line 1"),
        ("a.jsonl", '{"name": "Anna"}\n', "no id"),
        ("a.jsonl", '{"id": "Q1"}\n', "no label"),
        ("a.csv", "id,name\n", "nobody"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(name: str, content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StopRun) as told:
        read_knowledge(path)
    assert said in str(told.value)
    assert name in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="cannot be read"):
        read_knowledge(tmp_path / "nowhere.csv")
