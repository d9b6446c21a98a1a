"""What a register of version 1 becomes: closings, follow-ups as records, the list of reasons."""

import sqlite3

from census_desk.identity import from_number, to_number
from census_desk.register import Register
from census_desk.register.to_version_2 import parts, rewritten
from tests.census_desk.builders import a_desk

VISIT = {
    "office_id": "o",
    "purpose": "Bantuan",
    "findings": "NIK 3319011234567890 sudah cocok",
    "follow_up": "Ambil daftar\nKirim panduan\n",
    "follow_up_on": "2020-02-24",
    "follow_up_done_on": None,
}
OBSTACLE = {"office_id": "o", "people_count": 5, "visit_id": "w", "note": ""}


def test_an_obstacle_that_was_over_is_closed_whole_on_its_day():
    made = rewritten("obstacles", OBSTACLE | {"closed_on": "2020-02-20"})

    assert made["closings"] == [{"on": "2020-02-20", "people_count": 5, "visit_id": "w"}]
    assert "closed_on" not in made
    assert "closings" not in rewritten("obstacles", OBSTACLE | {"closed_on": None})


def test_each_line_of_a_visit_s_follow_up_becomes_a_record_beside_it():
    number = to_number("0000000000100")
    made = parts("visits", number, VISIT)

    assert [(table, place - number) for table, place, _row in made] == [
        ("follow_ups", 1),
        ("follow_ups", 2),
    ]
    first = made[0][2]
    assert (first["what"], first["due_on"], first["done_on"]) == (
        "Ambil daftar",
        "2020-02-24",
        None,
    )
    assert first["visit_id"] == from_number(number)
    assert parts("visits", number, {"purpose": "x"}) == []


def test_a_visit_loses_the_old_fields_and_any_number_like_a_nik():
    made = rewritten("visits", VISIT)

    assert made == {
        "office_id": "o",
        "purpose": "Bantuan",
        "findings": "NIK (angka dihapus) sudah cocok",
    }


def test_the_desk_brings_the_list_of_reasons():
    made = parts("desks", 7, {"office_name": "Setda"})

    assert {table for table, _number, _row in made} == {"reasons"}
    assert made[0][2]["key"] == "NIK/KK tidak cocok (kode 104)"
    assert made[0][2]["is_curable"] is True


def test_other_records_stay_as_they_are():
    assert rewritten("letters", {"subject": "3319011234567890"}) == {"subject": "3319011234567890"}
    assert parts("letters", 7, {}) == []


def test_a_file_of_version_1_is_opened_with_its_reasons_beside_the_desk(tmp_path):
    path = tmp_path / "lama.censusdesk"
    with Register.create(path, actor="Sari") as register:
        register.desks.add(a_desk(id=register.ids()))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=1")
    connection.close()

    with Register.open(path, actor="Sari") as register:
        assert "lupa sandi" in {one.key for one in register.reasons.all()}
        assert register.check().ok
        assert register.history(limit=1)[0].kind == "migration"
