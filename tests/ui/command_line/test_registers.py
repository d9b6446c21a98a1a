"""new, date, areas, check, backup, restore, export-json: a register's life."""

import json
import os
import shutil
import sqlite3
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.ui.command_line.conftest import refused

SET_UP = ("--regency", "33.18", "--office", "Setda Kabupaten Pati")


def test_a_new_register_knows_its_kabupaten_and_kecamatan(say, tmp_path):
    said = say("new", tmp_path / "pati.censusdesk", *SET_UP)

    assert said.lines == [str(tmp_path / "pati.censusdesk")]
    assert len(json.loads(say("list", said.lines[0], "desks", "--json").out)) == 1
    districts = json.loads(say("list", said.lines[0], "opd", "--filter", "kecamatan", "--json").out)
    assert len(districts) == 21


def test_the_ending_is_added_when_it_is_missing(say, tmp_path):
    said = say("new", tmp_path / "pati", *SET_UP)

    assert said.lines == [str(tmp_path / "pati.censusdesk")]
    assert say("list", tmp_path / "pati", "opd").code == 0


@pytest.mark.parametrize("name", ["Kabupaten Pati", "pati", "PATI"])
def test_a_kabupaten_is_found_by_its_name(say, tmp_path, name):
    say("new", tmp_path / "a", "--regency", name, "--office", "Setda")

    desk = json.loads(say("list", tmp_path / "a", "desks", "--json").out)[0]
    assert (desk["regency_code"], desk["place"]) == ("33.18", "Pati")


def test_a_kabupaten_and_a_kota_of_one_name_are_both_listed(say, tmp_path):
    sentence = refused(say("new", tmp_path / "a", "--regency", "bogor", "--office", "Setda"))

    assert "Kabupaten Bogor [32.01]" in sentence
    assert "Kota Bogor [32.71]" in sentence
    assert list(tmp_path.glob("a*")) == []


@pytest.mark.parametrize("regency", ["Atlantis", "99.99", "33"])
def test_an_unknown_kabupaten_makes_no_file(say, tmp_path, regency):
    refused(say("new", tmp_path / "a", "--regency", regency, "--office", "Setda"))

    assert list(tmp_path.glob("a*")) == []


@pytest.mark.parametrize("words", [(), ("--regency", "33.18"), (*SET_UP[:2], "--office", " ")])
def test_a_new_register_is_for_some_office_of_some_kabupaten(say, tmp_path, words):
    assert "--regency" in refused(say("new", tmp_path / "a", *words))


def test_a_path_in_use_is_never_overwritten(say, desk_file):
    before = desk_file.read_bytes()

    assert "Sudah ada berkas" in refused(say("new", desk_file, *SET_UP))
    assert desk_file.read_bytes() == before


def test_a_new_register_in_a_folder_that_is_missing_says_so(say, tmp_path):
    assert str(tmp_path) in refused(say("new", tmp_path / "tidak" / "ada", *SET_UP))


def test_an_unknown_sample_is_told_with_those_there_are(say, tmp_path):
    assert "kudus-2020" in refused(say("new", tmp_path / "a", "--sample", "mars-2031"))


def test_an_emblem_that_is_no_picture_is_refused_before_a_file_is_made(say, tmp_path):
    (tmp_path / "lambang.png").write_bytes(b"bukan gambar")

    refused(say("new", tmp_path / "a", *SET_UP, "--emblem", tmp_path / "lambang.png"))

    assert list(tmp_path.glob("a*")) == []


def test_an_emblem_is_kept_in_the_register(say, tmp_path):
    from PIL import Image

    Image.new("RGB", (64, 64), "white").save(tmp_path / "lambang.png")

    say("new", tmp_path / "a", *SET_UP, "--emblem", tmp_path / "lambang.png")

    assert say("list", tmp_path / "a", "gambar").lines[-1] == "1 baris"


def test_the_window_opens_on_the_register_named(say, desk_file, monkeypatch):
    opened: list[list[str]] = []
    program = SimpleNamespace(run=lambda words: opened.append(words) or 0)
    monkeypatch.setitem(sys.modules, "ui.app", program)

    assert say("open", desk_file).code == 0
    assert say("open", desk_file.with_suffix("")).code == 0
    assert say(desk_file).code == 0
    assert opened == [[str(desk_file)]] * 3


# areas


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ((), "33             Jawa Tengah"),
        (("33",), "33.18          Kabupaten Pati"),
        (("pati",), "33.18          Kabupaten Pati"),
        (("kota", "bogor"), "32.71          Kota Bogor"),
        (("33.18",), "33.18.10       Pati"),
    ],
)
def test_areas_are_found_by_name_or_code(say, words, line):
    assert line in say("areas", *words).lines


def test_the_villages_of_a_kecamatan_are_listed(say):
    assert len(say("areas", "33.18.10").lines) > 20


@pytest.mark.parametrize("typed", ["atlantis", "99", "33.99", "33.18.99"])
def test_an_unknown_area_is_told(say, typed):
    refused(say("areas", typed))


# working date


def test_the_working_date_of_the_sample_is_told(say, sample_file):
    assert say("date", sample_file).lines == ["Tanggal kerja: Jumat, 21 Februari 2020"]


@pytest.mark.parametrize("typed", [("13/02/2020",), ("13", "Februari", "2020"), ("2020-02-13",)])
def test_the_working_date_is_set_as_typed(say, sample_file, typed):
    say("date", sample_file, *typed)

    assert say("date", sample_file).lines == ["Tanggal kerja: Kamis, 13 Februari 2020"]


@pytest.mark.parametrize("typed", [("today",), ("hari", "ini")])
def test_the_working_date_follows_the_calendar_again(say, sample_file, typed):
    assert say("date", sample_file, *typed).out.startswith("Tanggal kerja mengikuti hari ini")


def test_a_day_that_does_not_exist_is_refused(say, sample_file):
    assert "31/02/2020" in refused(say("date", sample_file, "31/02/2020"))


# safety


def test_a_good_register_is_told_with_its_size(say, sample_file):
    said = say("check", sample_file)

    assert said.code == 0
    assert said.out.startswith("Register baik: ")


def spoil_an_office(path: Path, spoilt: bytes | str) -> None:
    """Another program, or the disk, changed one record behind the register's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "UPDATE doc SET body = ? WHERE tbl = 'offices' AND id = "
            "(SELECT min(id) FROM doc WHERE tbl = 'offices')",
            (spoilt,),
        )
    connection.close()


@pytest.mark.parametrize("spoilt", [b'{"name": "Dinas Lain"}', '{"name": "Dinas Lain"}'])
def test_a_damaged_register_is_told_and_never_shown_as_good(say, sample_file, spoilt):
    spoil_an_office(sample_file, spoilt)

    checked = say("check", sample_file)
    assert checked.code == 1
    assert "rusak" in checked.lines[0]
    assert checked.err.startswith("Register bermasalah")
    assert checked.err.count("\n") == 1

    listed = say("list", sample_file, "opd")
    assert listed.code == 1
    assert listed.lines[-1] == "42 baris"
    assert listed.err.startswith("1 catatan rusak tidak ditampilkan")


def test_a_damaged_register_is_not_written(say, sample_file):
    spoil_an_office(sample_file, b"{}")
    before = sample_file.read_bytes()

    assert "rusak" in refused(say("edit", sample_file, "opd", "Diskominfo", "phone=1"))
    assert sample_file.read_bytes() == before


def test_a_damaged_register_names_the_newest_good_backup(say, sample_file):
    backup = Path(say("backup", sample_file).out.rsplit("  ", 1)[0])
    spoil_an_office(sample_file, b"{}")

    assert backup.name in refused(say("undo", sample_file))


@pytest.mark.parametrize("content", [b"", b"bukan register", b"SQLite format 3\x00" + b"x" * 200])
@pytest.mark.parametrize("command", ["check", "history", "undo"])
def test_what_is_no_register_is_refused_and_not_touched(say, tmp_path, content, command):
    path = tmp_path / "surat.censusdesk"
    path.write_bytes(content)

    sentence = refused(say(command, path))

    assert "surat.censusdesk" in sentence
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", ["check", "history", "undo", "backup"])
def test_a_register_that_is_not_there_is_not_made(say, tmp_path, command):
    refused(say(command, tmp_path / "tidak-ada.censusdesk"))

    assert not (tmp_path / "tidak-ada.censusdesk").exists()


def test_a_folder_is_no_register(say, tmp_path):
    refused(say("list", tmp_path, "opd"))


def test_looking_leaves_nothing_beside_the_register(say, sample_file):
    before = sorted(sample_file.parent.iterdir())

    say("list", sample_file, "opd")
    say("history", sample_file)
    say("check", sample_file)

    assert sorted(sample_file.parent.iterdir()) == before


def test_a_backup_is_made_in_the_folder_named(say, sample_file, tmp_path):
    said = say("backup", sample_file, "--to", tmp_path / "stik")

    copy = Path(said.out.rsplit("  ", 1)[0])
    assert copy.parent == tmp_path / "stik"
    assert say("check", copy).code == 0


def test_the_backups_are_listed(say, sample_file):
    said = say("backup", sample_file)

    listed = say("backups", sample_file)
    assert said.out.rsplit("  ", 1)[0] in listed.out
    assert "baik" in listed.lines[0]


def test_a_restored_register_is_as_the_backup_and_the_old_one_stays(say, sample_file):
    backup = say("backup", sample_file).out.rsplit("  ", 1)[0]
    say("edit", sample_file, "opd", "Diskominfo", "phone=1")

    said = say("restore", sample_file, backup)

    assert said.code == 0
    assert json.loads(say("show", sample_file, "opd", "Diskominfo", "--json").out)["phone"] == ""
    assert list(sample_file.parent.glob("*sebelum-pulih*"))


def test_what_is_no_backup_is_not_restored(say, sample_file, tmp_path):
    before = say("list", sample_file, "opd").out
    (tmp_path / "x.censusdesk").write_bytes(b"bukan")

    refused(say("restore", sample_file, tmp_path / "x.censusdesk"))

    assert say("list", sample_file, "opd").out == before


def test_stock_tinydb_opens_the_json(say, sample_file, tmp_path):
    from tinydb import TinyDB

    said = say("export-json", sample_file, tmp_path / "salinan.json")

    assert said.code == 0
    with TinyDB(tmp_path / "salinan.json") as copy:
        assert len(copy.table("offices")) == 43


def test_an_export_is_never_written_over_a_file_unasked(say, sample_file, tmp_path):
    (tmp_path / "x.json").write_text("penting", encoding="utf-8")

    assert "--force" in refused(say("export-json", sample_file, tmp_path / "x.json"))
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == "penting"
    assert say("export-json", sample_file, tmp_path / "x.json", "--force").code == 0


def test_an_export_into_a_missing_folder_names_it(say, sample_file, tmp_path):
    target = tmp_path / "tidak" / "x.json"

    assert "tidak" in refused(say("export-json", sample_file, target))


@pytest.fixture
def locked_file(sample_file):
    """A register nobody may write, in a folder nobody may write."""
    folder = sample_file.parent / "arsip"
    folder.mkdir()
    path = Path(shutil.move(sample_file, folder / "contoh.censusdesk"))
    path.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield path
    folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_register_nobody_may_write_is_read_and_not_changed(say, locked_file):
    assert say("list", locked_file, "opd").code == 0

    assert "baca" in refused(say("edit", locked_file, "opd", "Diskominfo", "phone=1"))


def test_a_register_that_opens_for_reading_only_is_never_changed(say, sample_file, monkeypatch):
    monkeypatch.setattr("census_desk.register.register.may_write", lambda path: False)
    before = sample_file.read_bytes()

    assert "baca-saja" in refused(say("edit", sample_file, "opd", "Diskominfo", "phone=1"))
    assert sample_file.read_bytes() == before


def test_many_commands_in_a_minute_leave_one_backup(say, desk_file):
    for number in range(4):
        assert say("add", desk_file, "venues", f"name=Aula {number}").code == 0
        assert say("list", desk_file, "venues").code == 0

    assert len(list(desk_file.with_name("meja.cadangan").glob("*.censusdesk"))) == 1
