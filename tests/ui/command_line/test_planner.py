"""`census-desk planner …`: the whole way from groups to sessions on a register, and back."""

from __future__ import annotations

import json

import pytest

from tests.reports.papers import lines_of

TRIES = ("--tries", "300")


def made(say, path, *words):
    """A plan of the sample, as JSON."""
    said = say("planner", "make", path, *TRIES, "--json", *words)
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_groups_tell_what_is_left_and_why_nothing_is(say, sample_file):
    said = say("planner", "groups", sample_file, "--all", "--json")

    groups = {one["short_name"]: one for one in json.loads(said.out)}
    assert groups["RSUD"]["left"] == 370
    assert groups["Satpol PP"]["why"] == "sudah dijadwalkan 21 Februari 2020"


def test_the_list_of_groups_ends_with_their_sum(say, sample_file):
    said = say("planner", "groups", sample_file)

    assert "kelompok" in said.lines[-1]
    assert "Satpol PP" not in said.out


def test_a_plan_is_kept_and_shown_with_the_load_of_the_teams(say, sample_file):
    plan = made(say, sample_file, "--reason", "rencana pertama")

    said = say("planner", "show", sample_file)

    assert len(plan["lines"]) == sum(one["sessions"] for one in plan["load"])
    assert said.lines[0].startswith("Rencana 1 (21/02/2020, rencana pertama)")
    assert "Tim Barat" in said.out


def test_all_lines_become_sessions_in_one_step_that_undo_takes_back(say, sample_file):
    before = say("list", sample_file, "sesi", "--json").out
    plan = made(say, sample_file)

    said = say("planner", "accept", sample_file, "--all")
    after = say("list", sample_file, "sesi", "--json").out
    say("undo", sample_file)

    assert said.out.startswith(f"{len(plan['lines'])} sesi baru")
    assert len(json.loads(after)) == len(json.loads(before)) + len(plan["lines"])
    assert say("list", sample_file, "sesi", "--json").out == before


def test_the_rules_tell_the_names_to_type(say, sample_file):
    said = say("planner", "rules", sample_file)

    (line,) = [line for line in said.lines if "Jumat siang" in line]
    assert line.split()[0] == "friday_afternoons"


def test_a_number_no_plan_has_is_told_with_those_there_are(say, sample_file):
    assert "planner make" in say("planner", "lock", sample_file, "1", "--number", "9").err
    made(say, sample_file)

    said = say("planner", "lock", sample_file, "1", "--number", "99")

    assert said.code == 1
    assert "Rencana 99 tidak ada; yang ada nomor 1 sampai 1." in said.err


def test_a_plan_that_was_set_aside_says_so(say, sample_file):
    made(say, sample_file)
    say("planner", "decline", sample_file)

    assert "tidak dipakai: " in say("planner", "versions", sample_file).out
    assert say("planner", "show", sample_file).lines[0].endswith("Tidak dipakai.")


def test_some_lines_are_accepted_by_their_numbers(say, sample_file):
    made(say, sample_file)

    said = say("planner", "accept", sample_file, "--lines", "1-3,5")

    assert said.out.startswith("4 sesi baru")
    kept = json.loads(say("planner", "versions", sample_file, "--json").out)
    assert sum(bool(line["session"]) for line in kept[0]["lines"]) == 4


def test_a_line_is_put_locked_and_then_left_where_it_is(say, sample_file):
    plan = made(say, sample_file)
    place = next(one["line"] for one in plan["lines"] if one["people"] < 60)

    put = say("planner", "put", sample_file, place, "--to", "30/03/2020", "--half", "siang")
    lock = say("planner", "lock", sample_file, place)
    again = say("planner", "put", sample_file, place, "--to", "31/03/2020")

    assert (put.code, lock.code, again.code) == (0, 0, 1)
    assert "dikunci" in again.err


def test_a_day_off_is_refused_in_one_sentence(say, sample_file):
    made(say, sample_file)

    said = say("planner", "put", sample_file, 1, "--to", "01/03/2020")

    assert said.code == 1
    assert "bukan hari kerja" in said.err


def test_why_a_date_names_the_next_best(say, sample_file):
    made(say, sample_file)

    said = say("planner", "why", sample_file, 1)

    assert said.code == 0
    assert said.lines[0].startswith("Tanggal")


def test_a_forbidden_day_is_planned_round(say, sample_file):
    said = say("planner", "forbid", sample_file, "RSUD", "24/02/2020")
    plan = made(say, sample_file)

    key = json.loads(say("planner", "groups", sample_file, "--only", "RSUD", "--json").out)[0][
        "key"
    ]
    assert said.out == "24/02/2020 dilarang bagi RSUD.\n"
    assert ("2020-02-24", key) not in {(one["date"], one["group"]) for one in plan["lines"]}


def test_leave_hits_and_the_small_repair_moves_little(say, sample_file):
    plan = made(say, sample_file)
    say("planner", "accept", sample_file, "--all")
    day = next(
        one["date"] for one in plan["lines"] if one["team"] == _team(say, sample_file, "Tim Barat")
    )
    typed = "/".join(reversed(day.split("-")))
    say("edit", sample_file, "fasilitator", "Nuraini", f"leave={typed} | sakit")

    hits = json.loads(say("planner", "hits", sample_file, "--json").out)
    made(say, sample_file, "--strength", "terkena", "--reason", "Nuraini sakit")
    changes = json.loads(say("planner", "changes", sample_file, "--json").out)
    accepted = say("planner", "accept", sample_file, "--all")

    assert hits
    assert len(changes) == len(hits)
    assert accepted.out.startswith(f"0 sesi baru, {len(hits)} dipindahkan")
    assert "Semua sesi rencana dapat tetap." in say("planner", "hits", sample_file).out


def _team(say, path, name):
    rows = json.loads(say("list", path, "tim", "--json").out)
    return next(one["id"] for one in rows if one["name"] == name)


def test_the_exported_request_is_one_for_plan(say, sample_file, tmp_path):
    path = tmp_path / "permintaan.json"
    say("planner", "export", sample_file, "-o", path)

    said = say("plan", path, *TRIES)

    assert said.code == 0
    assert json.loads(said.out)["unreached"] == {}
    assert say("planner", "export", sample_file, "-o", path).code == 1


def test_a_kabupaten_without_facilitators_forms_its_teams_by_number(say, desk_file):
    say("planner", "teams", desk_file, 4, "--members", 3, "--least", 2)

    teams = json.loads(say("list", desk_file, "tim", "--json").out)
    assert [(one["extra_count"], one["min_present"]) for one in teams] == [(3, 2)] * 4


def test_without_teams_one_sentence_says_what_to_do(say, desk_file):
    said = say("planner", "make", desk_file, *TRIES)

    assert said.code == 1
    assert said.err == "Belum ada tim sosialisasi; tambahkan paling sedikit satu tim dulu.\n"


def test_rules_are_shown_and_changed(say, sample_file):
    said = say("planner", "rules", sample_file, "friday_afternoons=ya", "weekly=Senin pagi | apel")

    assert said.code == 0
    assert "Senin pagi | apel" in say("planner", "rules", sample_file).out


def test_hours_outside_the_office_are_refused(say, sample_file):
    said = say("planner", "rules", sample_file, "afternoon_until=17.00")

    assert said.code == 1
    assert "jam kantor" in said.err


def test_the_office_changes_one_group_by_name(say, sample_file):
    said = say("planner", "group", sample_file, "RSUD", "people=200", "room=50")

    assert (
        said.out == "RSUD: 200 orang, 3 sesi di Aula Rumah Sakit Umum Daerah dr. Loekmono Hadi.\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show",), "Belum ada rencana kalender"),
        (("accept", "--all"), "Belum ada rencana kalender"),
        (("groups", "--only", "Tidak Ada"), "tidak ditemukan"),
        (("make", "--only", "Kel. ", "--tries", "1"), "ada beberapa"),
    ],
)
def test_what_is_not_there_is_said(say, sample_file, words, told):
    said = say("planner", words[0], sample_file, *words[1:])

    assert said.code == 1
    assert told in said.err


def test_a_way_out_that_is_not_there_is_said(say, sample_file):
    made(say, sample_file)

    assert "nomor 7 tidak ada" in say("planner", "fix", sample_file, 7).err
    assert "baris 900 tidak ada" in say("planner", "lock", sample_file, 900).err


def test_a_declined_plan_waits_no_more(say, sample_file):
    made(say, sample_file)

    said = say("planner", "decline", sample_file)

    assert said.out == "Rencana 1 tidak dipakai.\n"


def test_what_cannot_be_placed_is_told_with_ways_out_that_can_be_applied(say, sample_file):
    say("planner", "rules", sample_file, "last_on=28/02/2020")
    said = say("planner", "make", sample_file, *TRIES)
    plan = json.loads(say("planner", "show", sample_file, "--json").out)
    place, fix = next(
        (place, one)
        for place, one in enumerate(plan["fixes"], 1)
        if {part["kind"] for part in one["parts"]} <= {"day", "friday", "team"}
    )

    done = say("planner", "fix", sample_file, place)

    assert "Tanpa jadwal" in said.err
    assert "Kurang" in said.err
    assert done.code == 0, (done.err, fix)


def test_a_plan_is_printed_team_by_team(say, sample_file, tmp_path):
    plan = made(say, sample_file)
    path = tmp_path / "rencana.pdf"

    said = say("planner", "show", sample_file, "-o", path)

    assert said.code == 0, said.err
    text = " ".join(" ".join(lines_of(path.read_bytes())).split())
    assert "Rencana Sosialisasi 1" in text and "Beban tim" in text
    for team in plan["load"]:
        assert f"{team['name']}: {team['sessions']} sesi" in text
    assert text.count(" WIB ") == len(plan["lines"])
    assert "Tidak ada sesi yang pindah" in text


def test_a_moved_session_is_printed_old_to_new(say, sample_file, tmp_path):
    made(say, sample_file)
    say("planner", "accept", sample_file, "--all")
    made(say, sample_file, "--strength", "bebas")
    changes = json.loads(say("planner", "changes", sample_file, "--json").out)
    path = tmp_path / "rencana.pdf"

    say("planner", "show", sample_file, "-o", path)

    text = " ".join(lines_of(path.read_bytes()))
    moved = [one for one in changes if one["before"] or one["clashes"]]
    assert ("Yang pindah atau terhalang" in text) is True
    assert ("Tidak ada sesi yang pindah" in text) is not bool(moved)


def test_a_plan_is_printed_as_pdf_only(say, sample_file, tmp_path):
    made(say, sample_file)

    said = say("planner", "show", sample_file, "-o", tmp_path / "rencana.xlsx")

    assert (said.code, said.err) == (
        1, "Berkas rencana.xlsx tidak dapat dibuat; akhiri namanya dengan .pdf.\n"
    )  # fmt: skip
