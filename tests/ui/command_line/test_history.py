"""history, undo, redo: every step with its number, and back."""

import json

from tests.ui.command_line.conftest import id_told, refused

OFFICE = ("code=X", "name=Dinas Contoh", "short_name=Dincon")


def test_the_newest_step_stands_first_with_who_and_what(say, desk_file):
    say("add", desk_file, "opd", *OFFICE, "--as", "Bu Wati")

    line = say("history", desk_file).lines[2]

    assert "Bu Wati" in line
    assert "Menambah OPD: Dincon" in line


def test_the_history_of_the_sample_tells_the_campaign(say, sample_file):
    said = say("history", sample_file, "--limit", "500")

    assert "13/02/2020" in said.out
    assert max(map(len, said.lines)) <= 100


def test_a_limit_is_kept(say, sample_file):
    assert len(json.loads(say("history", sample_file, "--limit", "3", "--json").out)) == 3


def test_the_history_of_one_record_is_its_own(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("edit", desk_file, "opd", "Dincon", "phone=1")
    say("edit", desk_file, "opd", "kec-33.18.10", "phone=2")

    said = say("history", desk_file, "--collection", "opd", "--id", "Dincon", "--json")

    steps = json.loads(said.out)
    assert [step["what"] for step in steps] == ["Mengubah OPD: Dincon", "Menambah OPD: Dincon"]
    assert steps[0]["changes"][0]["before"] == {"phone": ""}
    assert steps[0]["changes"][0]["after"] == {"phone": "1"}
    assert steps[1]["changes"][0]["before"] is None


def test_the_history_of_a_collection_leaves_others_out(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    say("add", desk_file, "petugas", "name=Joko")

    steps = json.loads(say("history", desk_file, "--collection", "petugas", "--json").out)

    assert [step["what"] for step in steps] == ["Menambah petugas: Joko"]


def test_an_id_needs_its_collection(say, desk_file):
    assert "--collection" in refused(say("history", desk_file, "--id", "x"))


def test_undo_and_redo_name_the_step(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)

    assert "Menambah OPD: Dincon" in say("undo", desk_file).out
    assert "Dincon" not in say("list", desk_file, "opd").out
    assert "Menambah OPD: Dincon" in say("redo", desk_file).out
    assert "Dincon" in say("list", desk_file, "opd").out


def test_an_older_step_is_undone_by_its_number(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    rev = json.loads(say("history", desk_file, "--limit", 1, "--json").out)[0]["rev"]
    say("add", desk_file, "petugas", "name=Joko")

    say("undo", desk_file, rev)

    assert "Dincon" not in say("list", desk_file, "opd").out
    assert "Joko" in say("list", desk_file, "petugas").out


def test_an_older_step_something_depends_on_stays(say, desk_file):
    say("add", desk_file, "opd", *OFFICE)
    rev = json.loads(say("history", desk_file, "--limit", 1, "--json").out)[0]["rev"]
    say("add", desk_file, "asn", "opd=Dincon", "name=Sri")

    refused(say("undo", desk_file, rev))

    assert "Dincon" in say("list", desk_file, "opd").out


def test_setting_the_desk_up_is_never_undone(say, desk_file):
    assert refused(say("undo", desk_file))


def test_there_is_nothing_to_redo_at_first(say, desk_file):
    assert refused(say("redo", desk_file))


def test_an_unknown_step_is_told(say, desk_file):
    assert refused(say("undo", desk_file, "9999"))


def test_a_deleted_record_keeps_its_history(say, desk_file):
    office = id_told(say("add", desk_file, "opd", *OFFICE))
    say("delete", desk_file, "opd", "Dincon")

    said = say("history", desk_file, "--collection", "opd", "--id", office)

    assert "Menghapus OPD: Dincon" in said.lines[2]
