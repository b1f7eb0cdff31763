from __future__ import annotations

import pytest

from dateline.events.plover import plover
from dateline.outlets.exports.codes import QUADS, cameo, countries, country, numbered, role, table
from dateline.outlets.exports.country_months import TYPES

# The correspondence of roots that PLOVER documents: facts of two schemes. COERCE and SANCTION share CAMEO's arrests (17).
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08", "REQUEST": "02", "ACCUSE": "11",
    "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "SANCTION": "16", "MOBILIZE": "15", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip


@pytest.mark.parametrize("type", TYPES)
def test_a_type_has_its_documented_root(type: str) -> None:
    code = cameo(type, None)
    assert code and code.root == ROOTS[type]


def test_every_type_of_the_codebook_is_exported_and_no_other() -> None:
    assert set(TYPES) == set(plover().types) == set(table("cameo.yaml"))


def test_every_mode_in_the_tables_is_one_of_the_codebook() -> None:
    for name in ("cameo.yaml", "acled.yaml"):
        book = table(name)
        for type, modes in (book if name == "cameo.yaml" else book["types"]).items():
            assert set(modes) - {""} <= set(plover()[type].modes), type


def test_every_weight_lies_on_goldsteins_scale_and_on_the_side_of_its_type() -> None:
    for type in TYPES:
        for mode in [None, *plover()[type].modes]:
            found = cameo(type, mode)
            assert found and -10.0 <= found.goldstein <= 8.3
            assert (found.goldstein > 0) == ("cooperation" in plover().quad(type)) or type == "REQUEST", (type, mode)


def test_a_mode_without_a_code_of_its_own_takes_the_types() -> None:
    assert cameo("COERCE", "withhold") == cameo("COERCE", None)


def test_another_codebook_has_no_code() -> None:
    assert cameo("ELECTION", None) is None


def test_countries_by_four_schemes() -> None:
    land = country("AFG")
    assert land and (land.iso2, land.iso_numeric, land.fips, land.cow, land.region) == ("AF", "004", "AF", "700", "South Asia")
    assert country("XXX") is None and country(None) is None


def test_no_code_stands_for_twocountries() -> None:
    for field in ("iso2", "iso_numeric", "fips", "cow"):
        codes = [c for x in countries().values() if (c := getattr(x, field))]
        assert len(codes) == len(set(codes)), field


def test_roles_of_cameo() -> None:
    assert (role("JRN"), role("MIL"), role("ACT"), role(None)) == ("MED", "MIL", "", "")


def test_quad_classes_are_those_of_the_codebook() -> None:
    assert {plover().quad(t) for t in TYPES} == set(QUADS)


def test_a_number_for_an_id_is_exact_in_a_double() -> None:
    assert 0 <= numbered("x#e1") < 2**53 and numbered("x#e1") != numbered("x#e2")
