"""Templates, layouts and codes on the command line: kept, copied, handed on and taken in."""

import json

from census_desk.register import Register
from tests.ui.command_line.conftest import id_told, refused

CIRCULAR = "470/385/2020"


def test_a_letter_becomes_a_template_that_travels_as_one_file(sample_file, say, tmp_path):
    path = tmp_path / "edaran.templat.json"
    assert say("templates", "save", sample_file, CIRCULAR, "Edaran kita").code == 0
    assert say("templates", "export", sample_file, "edaran kita", path).code == 0

    taken = id_told(say("templates", "import", sample_file, path))

    assert "Edaran kita (2)" in say("templates", "list", sample_file).out
    drafted = say("draft", sample_file, taken)
    assert "Partisipasi Aparatur Sipil Negara" in drafted.out


def test_a_template_is_copied_under_a_name_of_the_office(sample_file, say):
    copied = id_told(say("templates", "copy", sample_file, "notula-rapat", "Notula Setda"))

    with Register.open(sample_file, actor="uji", read_only=True) as register:
        assert register.templates.get(copied).name == "Notula Setda"


def test_a_file_that_is_there_is_not_overwritten_unasked(sample_file, say, tmp_path):
    path = tmp_path / "x.json"
    path.write_text("milik orang lain", encoding="utf-8")

    assert "sudah ada" in refused(say("templates", "export", sample_file, "notula-rapat", path))
    assert path.read_text(encoding="utf-8") == "milik orang lain"
    assert say("templates", "export", sample_file, "notula-rapat", path, "--force").code == 0
    assert json.loads(path.read_bytes())["name"] == "Notula rapat koordinasi"


def test_a_layout_is_copied_handed_on_and_taken_in(sample_file, say, tmp_path):
    path = tmp_path / "perbup.profil.json"
    copied = say("profiles", "copy", sample_file, "permendagri-1-2023", "Perbup Kudus")
    assert copied.code == 0
    assert say("profiles", "export", sample_file, "Perbup Kudus", path).code == 0
    assert say("profiles", "import", sample_file, path).code == 0

    listed = say("profiles", "list", sample_file).out

    assert "Perbup Kudus (2)" in listed
    assert "bila dipilih" in listed and "menurut tanggal" in listed
    assert "permendagri-54-2009" in listed


def test_a_template_or_layout_that_is_not_there_is_told_with_the_way_to_the_list(sample_file, say):
    assert "templates list" in refused(say("templates", "copy", sample_file, "xyz", "x"))
    assert "profiles list" in refused(say("profiles", "copy", sample_file, "xyz", "x"))


def test_codes_are_searched_as_they_hold_on_a_day(sample_file, say):
    assert "470" in say("codes", "search", sample_file, "470").out
    assert "500.14.2" not in say("codes", "search", sample_file, "sensus").out
    assert "500.14.2" in say("codes", "search", sample_file, "sensus", "--on", "1/10/2026").out
    assert "500.14.2" in say("codes", "search", sample_file, "sensus", "--all").out


def test_an_imported_list_keeps_the_codes_that_ship(sample_file, say, tmp_path):
    path = tmp_path / "kode.csv"
    path.write_text("Kode;Uraian\n400.9.1;Bantuan sosial\n", encoding="utf-8")

    assert "1 kode ditambahkan" in say("codes", "import", sample_file, path).out

    assert "400.9.1" in say("codes", "search", sample_file, "bantuan", "--all").out
    assert "500.14.2" in say("codes", "search", sample_file, "sensus", "--all").out


def test_a_shipped_template_cannot_be_overwritten_by_a_file(sample_file, say, tmp_path):
    path = tmp_path / "t.json"
    say("templates", "export", sample_file, "edaran-partisipasi-asn", path)

    taken = id_told(say("templates", "import", sample_file, path))

    assert taken != "edaran-partisipasi-asn"
