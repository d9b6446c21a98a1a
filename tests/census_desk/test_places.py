"""All of Indonesia's areas, and the kabupaten of the sample name by name.

kudus_villages.csv: codes, names and centroids from another copy of the national list, MIT,
Copyright (c) 2017-2025 and 2024 Cahya DSN.
"""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from census_desk import places
from census_desk.places import RegencyKind, UnknownPlace, VillageKind

REFERENCE = Path(__file__).with_name("kudus_villages.csv")
KUDUS = "33.19"


@pytest.fixture(scope="module")
def reference():
    with REFERENCE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_whole_country_is_there():
    regencies = places.regencies()
    levels = (
        len(places.provinces()),
        len(regencies),
        sum(len(places.districts(regency.code)) for regency in regencies),
        sum(len(places.villages(regency.code)) for regency in regencies),
    )

    assert levels == (38, 514, 7285, 83762)


def test_every_village_lies_in_a_district_of_its_regency():
    for regency in places.regencies():
        districts = {district.code for district in places.districts(regency.code)}
        strays = [v.code for v in places.villages(regency.code) if v.code[:8] not in districts]
        assert strays == []


def test_names_have_no_stray_blanks_and_start_with_a_capital():
    names = [v.name for regency in places.regencies() for v in places.villages(regency.code)]

    assert [name for name in names if name != " ".join(name.split()) or name.islower()] == []


def test_centroids_lie_in_indonesia_and_few_are_missing():
    found = [v for regency in places.regencies() for v in places.villages(regency.code)]
    with_position = [v for v in found if v.lat is not None]

    assert len(found) - len(with_position) == 383
    assert all(-11.1 < v.lat < 6.1 and 94.9 < v.lon < 141.1 for v in with_position)


def test_the_villages_of_kudus_match_the_reference_list(reference):
    ours = {v.code: (v.name, v.kind.value) for v in places.villages(KUDUS)}

    assert ours == {row["code"]: (row["name"], row["kind"]) for row in reference}


def test_the_districts_of_kudus_match_the_reference_list(reference):
    ours = {d.code: d.name for d in places.districts(KUDUS)}

    assert ours == {row["district_code"]: row["district"] for row in reference}
    assert len(ours) == 9


def test_centroids_match_the_reference_list_within_twenty_metres(reference):
    ours = {v.code: v for v in places.villages(KUDUS)}

    for row in reference:
        village = ours[row["code"]]
        assert abs(village.lat - float(row["lat"])) < 0.0002
        assert abs(village.lon - float(row["lon"])) < 0.0002


def test_kelurahan_and_desa_are_told_apart_by_the_code():
    kinds = Counter(village.kind for village in places.villages(KUDUS))

    assert kinds == {VillageKind.DESA: 123, VillageKind.KELURAHAN: 9}


def test_the_villages_of_one_district_are_only_its_own():
    inside = places.villages("33.19.02")

    assert len(inside) == 25
    assert {village.code[:8] for village in inside} == {"33.19.02"}


def test_a_regency_is_printed_with_its_kind_and_known_without_it():
    regency = places.regency(KUDUS)

    assert (regency.name, regency.bare_name) == ("Kabupaten Kudus", "Kudus")
    assert regency.kind is RegencyKind.KABUPATEN
    assert places.regency("33.74").kind is RegencyKind.KOTA
    assert places.regency("31.71").bare_name == "Jakarta Pusat"


def test_the_regencies_of_a_province_are_only_its_own():
    inside = places.regencies("33")

    assert len(inside) == 35
    assert {regency.code[:2] for regency in inside} == {"33"}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: places.province("99"),
        lambda: places.regencies("99"),
        lambda: places.regency("33"),
        lambda: places.regency("33.99"),
        lambda: places.districts("33.19.01"),
        lambda: places.district("33.19.99"),
        lambda: places.villages("33.19.99"),
        lambda: places.village("33.19.01.9999"),
        lambda: places.village(""),
    ],
)
def test_a_code_that_is_none_is_refused_by_name(ask):
    with pytest.raises(UnknownPlace):
        ask()


def test_one_area_is_found_by_its_own_code():
    assert places.province("33.19").name == "Jawa Tengah"
    assert places.district("33.19.09").name == "Dawe"
    assert places.village("33.19.02.1009").name == "Mlatinorowito"


def test_a_village_is_found_however_its_name_is_spaced():
    found = places.find_villages(KUDUS, "mlati noro")

    assert [village.name for village in found] == ["Mlatinorowito"]


def test_regencies_that_start_with_the_text_come_first():
    found = places.find_regencies("sema")

    assert [regency.name for regency in found] == ["Kabupaten Semarang", "Kota Semarang"]


def test_finding_a_regency_puts_names_that_merely_hold_the_text_last():
    found = [regency.bare_name for regency in places.find_regencies("kudu")]

    assert found[0] == "Kudus"


def test_nothing_is_read_from_the_archive_when_the_module_is_imported():
    code = "import census_desk.places as p; print(p._archive.cache_info().currsize)"

    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "0"


def test_choosing_one_regency_unpacks_only_the_index_and_its_own_part(monkeypatch):
    read = []
    archive = places._archive()
    places._index.cache_clear()
    places._part.cache_clear()
    monkeypatch.setattr(
        places, "_rows", lambda name, rows=places._rows: read.append(name) or rows(name)
    )

    places.villages(KUDUS)

    assert read == ["index.csv", "33.19.csv"]
    assert len(archive.namelist()) == 515
