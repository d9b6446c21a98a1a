"""attendance: codes, sheets entered, scans kept, people at the door."""

import json

import pytest

from census_desk.register import Register
from tests.reports.papers import pages_of
from tests.ui.command_line.conftest import refused

SESSION = "Sosialisasi Sensus Penduduk Daring bagi ASN Dinas Komunikasi"
COUNTED = "Sosialisasi Sensus Penduduk Daring bagi ASN Rumah Sakit"


@pytest.fixture
def empty_file(sample_file):
    """The sample with nobody noted yet."""
    with Register.open(sample_file, actor="uji") as register, register.change("Kosong"):
        for one in register.attendances.all():
            register.attendances.remove(one.id)
    return sample_file


@pytest.fixture
def code(say, empty_file, tmp_path):
    assert say("print", empty_file, "daftar-hadir", SESSION, "--to", tmp_path).code == 0
    with Register.open(empty_file, actor="uji", read_only=True) as register:
        return register.sheets.all()[-1].code


def test_a_sheet_is_entered_by_its_code_with_row_numbers(say, empty_file, code):
    said = say(
        "attendance", "enter", empty_file, code, "tidak hadir: 3, 7, 12-15",
        "diwakili: 9 oleh Siti Aminah, S.E.", "izin: 4", "--all-present",
    )  # fmt: skip

    assert said.code == 0, said
    assert said.lines[-1].startswith("Hadir 33 · izin 1 · tidak hadir 6 · belum dicatat 0 dari 40")
    people = json.loads(say("attendance", "show", empty_file, SESSION, "--json").out)
    assert people[2]["state"] == "tidak hadir"
    assert people[8]["represented_by"] == "Siti Aminah, S.E."


def test_a_preview_writes_nothing(say, empty_file, code):
    said = say("attendance", "enter", empty_file, code, "izin: 4", "--preview")

    assert "Izin" in said.out
    assert "Hadir 0" in say("attendance", "show", empty_file, SESSION).lines[-1]


def test_every_sentence_is_told_and_nothing_saved(say, empty_file, code):
    said = say("attendance", "enter", empty_file, code, "izin: 99", "cuti: 3")

    assert said.code == 1
    assert "Baris 99 tidak ada" in said.err and "“cuti” tidak dikenal" in said.err


def test_a_session_without_a_sheet_is_entered_by_its_list(say, empty_file):
    said = say("attendance", "enter", empty_file, SESSION, "sakit: 1", "--all-present")

    assert said.lines[-1].startswith("Hadir 39 · sakit 1")


def test_what_a_code_is_can_be_asked(say, empty_file, code):
    said = say("attendance", "code", empty_file, code)

    assert said.lines[0].startswith("Lembar sesi ini: Lembar")
    assert "halaman 1: baris 1–" in said.out
    assert "salah ketik" in say("attendance", "code", empty_file, "7K3Q-X9MP-01 AA").out


def test_a_scan_is_kept_with_its_sheet(say, empty_file, code, tmp_path):
    (paper,) = tmp_path.glob("Daftar Hadir*.pdf")

    said = say("attendance", "scan", empty_file, paper)

    assert said.code == 0, said
    assert f"dilampirkan pada lembar {code}" in said.lines[-1]
    assert "sudah dilampirkan" in say("attendance", "scan", empty_file, paper).err


def test_people_come_in_by_name_and_as_guests(say, empty_file):
    said = say("attendance", "checkin", empty_file, SESSION, "Anton Iswahyudi", "Zulkifli")

    assert said.code == 1
    assert "Anton Iswahyudi, S.T." in said.out
    assert "Zulkifli" in said.err
    assert said.lines[-1] == "diundang 40 · hadir 1 · belum 39 · tamu 0"
    guest = say("attendance", "checkin", empty_file, SESSION, "Zulkifli", "--guest")
    assert guest.lines[-1] == "diundang 40 · hadir 1 · belum 39 · tamu 1"


def test_a_wrong_person_option_is_told(say, empty_file, code):
    said = say("attendance", "enter", empty_file, code, "izin: 4", "--person", "41")

    assert "41=NIP" in refused(said)


def test_a_blank_sheet_has_only_empty_rows(say, empty_file, tmp_path):
    folder = tmp_path / "kosong"
    say(
        "print", empty_file, "daftar-hadir", SESSION, "--unlisted", "--empty-rows", 12,
        "--to", folder,
    )  # fmt: skip

    with Register.open(empty_file, actor="uji", read_only=True) as register:
        sheet = register.sheets.all()[-1]
    assert [row.walk_in for page in sheet.pages for row in page.rows] == list(range(1, 13))


def test_figures_are_told_printed_and_exported(say, sample_file, tmp_path):
    told = say("attendance", "report", sample_file, "--by", "OPD")
    assert any("Dinas Komunikasi" in line and " 34 " in line for line in told.lines)

    table = tmp_path / "rekap.xlsx"
    said = say(
        "attendance", "report", sample_file, "--by", "bulan", "--since", "1/2/2020",
        "--pdf", tmp_path / "cetak", "--xlsx", table,
    )  # fmt: skip
    assert said.code == 0, said
    assert table.exists() and len(list((tmp_path / "cetak").glob("*.pdf"))) == 1
    again = say("attendance", "report", sample_file, "--xlsx", table)
    assert "--force" in refused(again)


def test_a_period_the_wrong_way_round_is_told(say, sample_file):
    said = say(
        "attendance", "report", sample_file, "--since", "20/02/2020", "--until", "13/02/2020"
    )

    assert "lebih awal" in refused(said)


def test_the_file_is_shown_filled_closed_and_opened_again(say, sample_file, tmp_path):
    from PIL import Image

    photo = tmp_path / "foto.png"
    Image.new("RGB", (300, 200), "navy").save(photo)
    assert say("attendance", "parts", sample_file, SESSION).code == 1
    assert say("attendance", "photo", sample_file, SESSION, photo).code == 0
    assert "Undangan belum terbit." in refused(say("attendance", "close", sample_file, SESSION))

    closed = say("attendance", "close", sample_file, SESSION, "--despite", "Diminta")
    assert closed.out == "Berkas sesi ditutup.\n"
    path = say("print", sample_file, "berkas-sesi", SESSION, "--to", tmp_path)
    assert path.code == 0, path
    assert say("attendance", "close", sample_file, SESSION, "--again").code == 0
    assert say("attendance", "close", sample_file, SESSION, "--again").code == 1


@pytest.mark.parametrize("kind", ["sertifikat", "kartu-undangan", "rekap-kehadiran"])
def test_papers_of_who_came_are_printed(say, sample_file, tmp_path, kind):
    assert say("print", sample_file, kind, SESSION, "--to", tmp_path).code == 0


def test_permanent_cards_hold_for_every_session_and_invitation_cards_for_one(
    say, sample_file, tmp_path
):
    for kind in ("kartu-undangan", "kartu-tetap"):
        assert say("print", sample_file, kind, SESSION, "--to", tmp_path).code == 0

    (of_one,) = tmp_path.glob("Kartu Undangan*.pdf")
    (for_all,) = tmp_path.glob("Kartu Hadir*.pdf")
    title = "Sosialisasi Sensus Penduduk Daring"
    assert title in pages_of(of_one.read_bytes())[0]
    assert title not in pages_of(for_all.read_bytes())[0]


def test_a_guest_stands_beside_those_invited_by_count(say, empty_file):
    guest = say("attendance", "checkin", empty_file, COUNTED, "Budi Tamu", "--guest")

    assert guest.lines[-1] == "diundang 80 · hadir 0 · belum 79 · tamu 1"
    figures = say("attendance", "report", empty_file).lines
    assert next(line for line in figures if line.startswith("10.")).split()[-6:-4] == ["80", "1"]


def test_a_session_is_entered_by_the_sheet_printed_last(say, empty_file, tmp_path):
    none = say("attendance", "enter", empty_file, COUNTED, "tambahan: 1 Budi")
    assert none.code == 1 and "cetak dahulu daftar hadirnya" in none.err
    assert say("print", empty_file, "daftar-hadir", COUNTED, "--to", tmp_path).code == 0

    said = say("attendance", "enter", empty_file, COUNTED, "tambahan: 80 Budi Santoso")

    assert said.code == 0, said
    assert "Memakai lembar yang terakhir dicetak" in said.err
    assert "Budi Santoso" in said.out


@pytest.mark.parametrize("rows", [1001, 99999])
def test_more_empty_rows_than_can_be_printed_are_refused(say, empty_file, tmp_path, rows):
    said = say("print", empty_file, "daftar-hadir", COUNTED, "--empty-rows", rows, "--to", tmp_path)

    assert said.code == 1
    assert "Baris kosong paling banyak 1.000" in said.err
    assert not list(tmp_path.glob("*.pdf"))


def test_figures_go_into_the_file_named_or_into_a_folder(say, sample_file, tmp_path):
    folder = tmp_path / "rekap"
    folder.mkdir()
    paper, table = tmp_path / "a.pdf", tmp_path / "a.xlsx"

    for pdf, xlsx in ((paper, table), (folder, folder)):
        said = say("attendance", "report", sample_file, "--pdf", pdf, "--xlsx", xlsx)
        assert said.code == 0, said

    assert paper.read_bytes().startswith(b"%PDF") and table.is_file()
    assert sorted(one.suffix for one in folder.iterdir()) == [".pdf", ".xlsx"]
    assert "--force" in refused(say("attendance", "report", sample_file, "--pdf", paper))


def test_what_figures_are_told_by_is_said_in_either_language(say, sample_file):
    by_office = say("attendance", "report", sample_file, "--by", "OPD").out

    assert say("attendance", "report", sample_file, "--by", "office").out == by_office
    assert "“hari” tidak ada" in say("attendance", "report", sample_file, "--by", "hari").err


def test_who_is_not_let_in_is_told_with_words_of_the_command_line(say, empty_file):
    nobody = say("attendance", "checkin", empty_file, SESSION, "Zulkifli Tamu")
    several = say("attendance", "checkin", empty_file, SESSION, "S.")

    assert "--guest mencatatnya sebagai tamu" in nobody.err and "F3" not in nobody.err
    assert "tulis lengkap salah satunya" in several.err and "Enter" not in several.err
    for more in ((), ("--guest",)):
        empty = say("attendance", "checkin", empty_file, SESSION, " ", *more)
        assert empty.code == 1 and "Nama kosong" in empty.err
