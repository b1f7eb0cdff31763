"""The scene of a report."""

from __future__ import annotations

import pytest

from dateline.events.scene import DATELINE, HOME, SCENE, Setting
from dateline.record import Place
from statements.telling import spot

P = {
    "p1": Place("p1", "Ruvia", country="RUV", precision="country"),
    "p2": Place("p2", "Tamsk", country="RUV", precision="city"),
    "p3": Place("p3", "Oslo", country="NOR", precision="city"),
}


def test_the_scene_is_the_leads_town_in_the_most_named_country() -> None:
    text = "Tamsk was quiet. Ruvia waited. Oslo watched."
    spots = {spot(text, "Tamsk"): "p2", spot(text, "Ruvia"): "p1", spot(text, "Oslo"): "p3"}
    assert Setting.of(spots, P).scene == "p2"


def test_no_place_no_scene() -> None:
    assert Setting.of({}, {}).scene is None


@pytest.mark.parametrize("head", ["Oslo — ", "OSLO: ", "Oslo, May 4 (RNA) -- ", "Oslo - 25 July 2022: "])
def test_a_dateline_tells_where_words_were_said(head: str) -> None:
    text = head + "Envoys met. Tamsk and Ruvia waited."
    spots = {(0, 4): "p3", spot(text, "Tamsk"): "p2", spot(text, "Ruvia"): "p1"}
    setting = Setting.of(spots, P, text)
    assert setting.fallback(("RUV",), verbal=True) == ("p3", DATELINE)
    assert setting.fallback(("RUV",), verbal=False) == ("p2", SCENE)


@pytest.mark.parametrize("head", ["Oslo was calm - ", "The mayor of Oslo: "])
def test_a_town_in_a_sentence_is_no_dateline(head: str) -> None:
    text = head + "nobody came."
    assert Setting.of({spot(text, "Oslo"): "p3"}, P, text).sent_from is None


def test_the_scene_is_for_those_who_belong_there() -> None:
    text = "Tamsk was quiet. Ruvia waited. Oslo watched."
    setting = Setting.of({spot(text, "Tamsk"): "p2", spot(text, "Ruvia"): "p1", spot(text, "Oslo"): "p3"}, P, text)
    assert setting.fallback((), verbal=False) == ("p2", SCENE)
    assert setting.fallback(("NOR",), verbal=False) == ("p3", HOME)
    assert setting.fallback(("KES",), verbal=False) == (None, "")


@pytest.mark.parametrize(("text", "scene"), [("Farmers met in Umbral.", "p9"), ("Farmers thanked Umbral.", None)])
def test_an_unknown_place_is_the_scene_only_where_something_is_in_it(text: str, scene: str | None) -> None:
    assert Setting.of({spot(text, "Umbral"): "p9"}, {"p9": Place("p9", "Umbral")}, text).scene == scene


def test_a_state_is_no_place_of_what_it_says_or_does_with_others() -> None:
    setting = Setting({}, "p1", homes={"NOR": "p1", "RUV": "p2"}, lands={"p1": "NOR", "p2": "RUV"})
    assert setting.fallback(("NOR", "RUV"), verbal=True, states={"NOR", "RUV"}) == (None, "")
    assert setting.fallback(("NOR", "RUV"), verbal=False, states={"NOR", "RUV"}) == (None, "")
    assert setting.fallback(("NOR",), verbal=True, states={"NOR"}) == (None, "")
    assert setting.fallback(("NOR",), verbal=False, states={"NOR"}) == ("p1", SCENE), "a state arrests, strikes and jails at home"
    assert setting.fallback(("NOR",), verbal=True) == ("p1", SCENE)
    assert setting.fallback(("RUV", "KES"), verbal=True, states={"KES"}) == ("p2", HOME)
