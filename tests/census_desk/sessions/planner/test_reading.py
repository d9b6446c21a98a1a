"""A request from JSON: read whole, or refused with a sentence for every mistake."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path

import pytest

from census_desk.intake.table import UnreadableFile
from census_desk.sessions.planner.reading import BadRequest, read_request, request_of
from census_desk.sessions.planner.request import PlannedSession

INSTANCE = Path(__file__).parents[3] / "benchmarks" / "planner_instances" / "kudus_4.json"


def a_file() -> dict[str, object]:
    """The smallest request with everything in it."""
    return {
        "name": "kecil",
        "home": [-6.8, 110.84],
        "days": [{"date": "2020-02-17", "slots": ["AM", "PM"]}],
        "units": [
            {
                "code": "A",
                "people": 40,
                "lat": -6.8,
                "lon": 110.8,
                "room": 40,
                "venue": "AULA",
                "sessions": 1,
                "max_per_day": 1,
                "first": "2020-02-17",
                "last": "2020-02-28",
                "blackout": [],
            }
        ],
        "teams": [{"code": "T1", "members": [{"name": "Sri", "leave": []}], "min_present": 1}],
        "venues": {"AULA": 1},
        "gap_minutes": 60,
        "locked": [],
        "previous": [],
        "weights": {"unreached": 1000, "wait": 1},
    }


def mistakes(value: object) -> tuple[str, ...]:
    with pytest.raises(BadRequest) as refused:
        request_of(value, "kecil.json")
    return refused.value.mistakes


def changed(path: str, value: object) -> dict[str, object]:
    """The file with one value in another's place: `units.0.room`."""
    whole = copy.deepcopy(a_file())
    inner: object = whole
    *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    for step in way:
        inner = inner[step]  # type: ignore[index]
    inner[last] = value  # type: ignore[index]
    return whole


def test_the_shipped_instance_is_read_whole():
    request = read_request(INSTANCE)

    assert (len(request.units), len(request.teams), len(request.days)) == (92, 4, 31)
    assert sum(unit.sessions for unit in request.units) == 175
    assert request.locked[0] == PlannedSession(
        unit="CL-33.19.08-2", on=date(2020, 3, 6), slot="AM", team="T4"
    )
    assert request.weights.date == 300


def test_what_need_not_be_written_has_its_usual_value():
    value = a_file()
    for field in ("name", "gap_minutes", "locked", "previous", "weights"):
        del value[field]

    request = request_of(value, "kecil.json")

    assert (request.gap_minutes, request.weights.unreached, request.locked) == (60, 1000, ())


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("units.0.room", 0, "units[0] “A”.room: harus bilangan bulat 1 sampai"),
        ("units.0.people", "x", "units[0] “A”.people: harus bilangan bulat"),
        ("units.0.people", True, "units[0] “A”.people: harus bilangan bulat"),
        ("units.0.lat", 91, "units[0] “A”.lat: harus derajat antara -90 dan 90"),
        ("units.0.first", "17/02/2020", "units[0] “A”.first: harus tanggal seperti 2020-02-17"),
        ("units.0.blackout", ["besok"], "units[0] “A”.blackout: harus daftar tanggal"),
        ("units.0.venue", "GOR", "units “A”.venue: gedung “GOR” tidak ada di venues."),
        ("units.0.last", "2020-01-01", "units “A”.last: mendahului first"),
        ("units.0.people", 41, "units “A”.sessions: 1 sesi berisi 40 orang tidak cukup untuk 41."),
        ("days.0.slots", ["PAGI"], "days[0].slots: harus [“AM”], [“PM”] atau [“AM”, “PM”]."),
        ("days", [], "days: daftar ini kosong."),
        ("home", [1], "home: harus [lintang, bujur] dalam derajat."),
        ("teams.0.min_present", 2, "teams “T1”.min_present: 2 lebih dari 1 anggotanya."),
        ("venues", {"AULA": 0}, "venues.AULA: harus bilangan bulat 1 sampai"),
        ("weights.wait", -1, "weights.wait: harus bilangan bulat 0 sampai"),
        ("gap_minutes", None, ""),
    ],
)
def test_a_mistake_is_one_sentence_that_names_its_field(path, value, said):
    if value is None:  # null is the same as not written
        assert request_of(changed(path, value), "kecil.json").gap_minutes == 60
        return
    found = mistakes(changed(path, value))

    assert len(found) == 1
    assert found[0].startswith(said)


def test_every_mistake_of_a_file_is_told_at_once():
    value = changed("units.0.room", 0)
    value["home"] = "Kudus"
    del value["teams"]

    found = mistakes(value)

    assert [one.split(":")[0] for one in found] == ["home", "units[0] “A”.room", "teams"]


def test_a_misspelt_field_is_noticed_and_a_remark_is_not():
    value = changed("units.0.catatan", "dekat pasar")
    value["units"][0]["blackouts"] = value["units"][0].pop("blackout")

    assert mistakes(value) == ("units[0] “A”.blackouts: tidak dikenal; maksudnya “blackout”?",)


@pytest.mark.parametrize(
    ("field", "session", "said"),
    [
        ("locked", ("B", "2020-02-17", "AM", "T1"), "locked: satuan “B” tidak ada di units."),
        ("previous", ("B", "2020-02-17", "AM", "T1"), "previous: satuan “B” tidak ada di units."),
        ("locked", ("A", "2020-02-18", "AM", "T1"), "tanggal itu bukan hari kerja"),
        ("locked", ("A", "2020-02-17", "AM", "T9"), "tim “T9” tidak ada"),
    ],
)
def test_a_session_that_cannot_stay_is_a_mistake_that_names_it(field, session, said):
    one = dict(zip(("unit", "date", "slot", "team"), session, strict=True))

    found = mistakes(changed(field, [one]))

    assert len(found) == 1
    assert said in found[0]


def test_a_known_session_on_a_day_that_is_gone_is_no_mistake():
    one = {"unit": "A", "date": "2020-02-18", "slot": "AM", "team": "T9"}

    assert len(request_of(changed("previous", [one]), "kecil.json").previous) == 1


def test_units_and_days_are_told_when_they_stand_twice():
    value = a_file()
    value["units"] *= 2
    value["days"] *= 2

    assert mistakes(value) == (
        "units: “A” tertulis lebih dari sekali.",
        "days: “2020-02-17” tertulis lebih dari sekali.",
    )


@pytest.mark.parametrize("value", [[], "x", None, 3])
def test_anything_but_an_object_is_refused(value):
    assert mistakes(value)[0].startswith("JSON harus berupa { … }.")


def test_a_broken_file_is_refused_by_the_strict_reader(tmp_path):
    path = tmp_path / "rusak.json"
    path.write_text('{"home": [1, 2], "home": [3, 4]}', encoding="utf-8")

    with pytest.raises(UnreadableFile, match=r"rusak\.json: “home” tertulis dua kali"):
        read_request(path)


def test_the_sentence_of_a_refusal_names_the_file_and_how_many():
    with pytest.raises(BadRequest) as refused:
        request_of(json.loads("{}"), "kosong.json")

    assert refused.value.sentence.startswith("kosong.json: 5 kesalahan. home: belum ditulis. days:")
