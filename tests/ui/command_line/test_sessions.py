"""Sessions, agendas and working days on the command line."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.ui.command_line.conftest import Command, id_told, refused


@pytest.fixture
def plan(desk_file: Path, say: Command):
    """Plan a session of an office in a small register; answers its id."""
    assert (
        say("add", desk_file, "opd", "code=DKK", "name=Dinas Kesehatan", "short_name=DKK").code == 0
    )
    assert say("add", desk_file, "tempat", "name=Pendopo", "capacity=150").code == 0

    def make(title: str = "Sosialisasi DKK", **fields: str) -> str:
        filled = {
            "title": title,
            "held_on": "18/02/2020",
            "starts_at": "09.00",
            "ends_at": "11.00",
            "venue_id": "Pendopo",
            "office_ids": "DKK",
        }
        pairs = [f"{name}={value}" for name, value in (filled | fields).items()]
        return id_told(say("session", "add", desk_file, *pairs))

    return make


def test_a_session_is_planned_in_a_listed_venue(plan, desk_file, say):
    session = plan()

    shown = say("show", desk_file, "sesi", session)

    assert "Pendopo" in shown.out


def test_a_taken_venue_is_refused_with_the_other_sessions_name(plan, desk_file, say):
    plan("Kick-off")

    said = say(
        "session", "add", desk_file, "title=Lain", "held_on=18/02/2020", "starts_at=10.00",
        "venue_id=Pendopo", "office_ids=DKK",
    )  # fmt: skip

    assert "Pendopo dipakai “Kick-off” pukul 09.00–11.00." in refused(said)


def test_what_only_warns_is_told_and_saved(plan, desk_file, say):
    said = say(
        "session", "add", desk_file, "title=Lain", "held_on=22/02/2020", "starts_at=10.00",
        "venue=Aula", "office_ids=DKK",
    )  # fmt: skip

    assert said.code == 0
    assert "Diingatkan: Sabtu, 22 Februari 2020 bukan hari kerja." in said.err


@pytest.mark.parametrize(
    ("pairs", "sentence"),
    [
        (["starts_at=25.00"], "Mulai bukan waktu"),
        (["starts_at=09.00", "ends_at=08.00"], "Waktu selesai harus sesudah waktu mulai."),
        (["starts_at=09.00", "venue_id=Balai"], "Tempat “Balai” tidak ditemukan."),
        (
            ["starts_at=09.00", "venue_id=Pendopo", "invited_count=4000"],
            "4.000 undangan, Pendopo hanya untuk 150 orang: bagi menjadi 27 sesi.",
        ),
    ],
)
def test_what_cannot_be_gets_its_sentence(plan, desk_file, say, pairs, sentence):
    said = say(
        "session", "add", desk_file, "title=X", "held_on=18/02/2020", "office_ids=DKK",
        "venue=Aula", *pairs,
    )  # fmt: skip

    assert sentence in refused(said)
    assert "0 baris" in say("list", desk_file, "sesi").out


def test_a_venue_without_seats_is_refused(desk_file, say):
    said = say("add", desk_file, "tempat", "name=Balai", "capacity=0")

    assert "Kapasitas minimal 1 orang" in refused(said)


def test_a_session_moves_and_keeps_why(plan, desk_file, say):
    session = plan(status="diundang")

    without = say("session", "move", desk_file, session, "--to", "20/02/2020")
    said = say("session", "move", desk_file, session, "--to", "20/02/2020", "--at", "13.00",
               "--reason", "Bentrok apel")  # fmt: skip

    assert "Tulis alasan pindah" in refused(without)
    assert said.out.startswith("Dipindahkan: Sosialisasi DKK ke 20/02/2020 13.00, Pendopo")
    shown = say("show", desk_file, "sesi", session, "--json").out
    assert "Bentrok apel" in shown and '"from_on": "2020-02-18"' in shown


def test_editing_any_field_goes_the_same_way_as_moving(plan, desk_file, say):
    plan("Kick-off")
    other = plan("Lain", held_on="20/02/2020")

    said = say("edit", desk_file, "sesi", other, "held_on=18/02/2020")

    assert "Kick-off" in refused(said)


@pytest.mark.parametrize(("word", "told"), [("cancel", "Dibatalkan: "), ("postpone", "Ditunda: ")])
def test_setting_a_session_aside_needs_a_reason(plan, desk_file, say, word, told):
    session = plan()

    assert say("session", word, desk_file, session).code == 2
    assert "Tulis alasannya." in refused(say("session", word, desk_file, session, "--reason", " "))
    assert say("session", word, desk_file, session, "--reason", "Hujan").out.startswith(told)


def test_a_session_is_cloned_to_another_day(plan, desk_file, say):
    plan()

    said = say("session", "clone", desk_file, "Sosialisasi DKK", "20/02/2020")

    assert "(20/02/2020)" in said.out


def test_a_series_is_shown_first_then_made_as_one_step(plan, desk_file, say):
    session = plan()
    rule = ["setiap", "Selasa", "sampai", "17", "Maret", "2020,", "bukan", "hari", "libur"]

    shown = say("session", "series", desk_file, session, *rule, "--preview")
    assert shown.lines[0] == "Setiap Selasa sampai 17 Maret 2020, bukan hari libur"
    assert "25/02/2020" in shown.out and "17/03/2020" in shown.out
    assert "1 baris" in say("list", desk_file, "sesi").out

    made = say("session", "series", desk_file, session, *rule)
    assert made.lines[-1] == "4 sesi dibuat dalam satu langkah."
    assert "5 baris" in say("list", desk_file, "sesi").out
    say("undo", desk_file)
    assert "1 baris" in say("list", desk_file, "sesi").out


def test_a_rule_of_10000_dates_is_refused(plan, desk_file, say):
    said = say("session", "series", desk_file, plan(), "setiap hari kerja 10000 kali")

    assert "10.000 tanggal atau lebih" in refused(said)


def test_a_series_skips_what_is_taken_when_asked(plan, desk_file, say):
    session = plan()
    plan("Kick-off", held_on="25/02/2020")
    rule = "setiap Selasa sampai 3 Maret 2020"

    assert "Kick-off" in refused_after_lines(say("session", "series", desk_file, session, rule))
    said = say("session", "series", desk_file, session, rule, "--skip-taken")

    assert said.lines[-1] == "1 sesi dibuat dalam satu langkah."


def refused_after_lines(said) -> str:
    assert said.code == 1, said
    return said.err


def test_several_sessions_change_at_once(plan, desk_file, say):
    ids = [plan(), plan("Lain", held_on="20/02/2020")]

    said = say("session", "edit", desk_file, *ids, "--set", "starts_at=08.00", "--days-later", "1")

    assert said.out.strip() == "2 sesi diubah."
    assert say("list", desk_file, "sesi").out.count("08.00") == 2


def test_clashes_are_listed_with_the_other_entry(plan, desk_file, say):
    say("date", desk_file, "14/02/2020")
    plan("Kick-off")
    plan("Lain", venue_id="", venue="Aula")

    listed = say("session", "clashes", desk_file)

    assert "OPD di dua acara" in listed.out
    assert '"kind": "opd"' in say("session", "clashes", desk_file, "Lain", "--json").out
    say("session", "cancel", desk_file, "Kick-off", "--reason", "x")
    assert say("session", "clashes", desk_file).out.strip() == "Tidak ada yang bentrok."


def test_an_agenda_is_of_one_person_or_one_office(plan, desk_file, say, tmp_path):
    say("date", desk_file, "14/02/2020")
    plan(facilitators="Nuraini Prameswari, S.ST.")
    plan("Lain", held_on="20/02/2020", facilitators="Hafid Nurwahyudi, S.ST.")

    mine = say("agenda", desk_file, "--person", "Nuraini")
    whole = say("agenda", desk_file, "--office", "DKK")

    assert mine.lines[0] == "Nuraini Prameswari, S.ST."
    assert "Sosialisasi DKK" in mine.out and "Lain" not in mine.out
    assert "Lain" in whole.out
    paper, book = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    say("agenda", desk_file, "--person", "Nuraini", "--pdf", paper, "--xlsx", book)
    assert paper.read_bytes().startswith(b"%PDF") and book.read_bytes().startswith(b"PK")
    assert "sudah ada" in refused(say("agenda", desk_file, "--pdf", paper))
    assert "tidak ditemukan" in refused(say("agenda", desk_file, "--person", "Budi"))


def test_an_imported_calendar_hears_of_moves_and_cancellations(plan, desk_file, say, tmp_path):
    session, path = plan(status="diundang"), tmp_path / "jadwal.ics"

    def event():
        assert say("ics", desk_file, path, "--force").code == 0
        return Calendar.from_ical(path.read_bytes()).events[0]

    first = event()
    say("session", "move", desk_file, session, "--to", "20/02/2020", "--reason", "Apel")
    moved = event()
    say("session", "cancel", desk_file, session, "--reason", "Hujan")
    gone = event()

    assert first["uid"] == moved["uid"] == gone["uid"]
    assert first["sequence"] < moved["sequence"] < gone["sequence"]
    assert (first["status"], gone["status"]) == ("CONFIRMED", "CANCELLED")
    assert moved.start.isoformat() == "2020-02-20T02:00:00+00:00"


def test_a_calendar_of_nothing_is_refused(desk_file, say, tmp_path):
    assert "Tidak ada sesi" in refused(say("ics", desk_file, tmp_path / "x.ics"))


def test_working_days_are_told_as_they_were_known(desk_file, say):
    say("date", desk_file, "13/02/2020")
    say("add", desk_file, "hari", "on=28/02/2020", "name=Hari jadi", "known_from=20/02/2020")

    before = say("workdays", desk_file, "2020")
    after = say("workdays", desk_file, "2020", "--known", "20/02/2020")

    assert "Hari jadi" not in before.out and "Hari jadi" in after.out
    assert before.lines[-1] == "243 hari kerja pada 2020, menurut yang diketahui 13/02/2020."
    assert after.lines[-1].startswith("242 hari kerja")


@pytest.mark.parametrize("word", ["cancel", "postpone"])
def test_a_session_is_set_aside_once(plan, desk_file, say, word):
    session = plan()
    say("session", word, desk_file, session, "--reason", "Hujan")

    again = say("session", word, desk_file, session, "--reason", "x")

    assert "tidak ada yang diubah" in refused(again)


def test_nobody_is_invited_to_a_cancelled_session(plan, desk_file, say):
    session = plan()
    say("session", "cancel", desk_file, session, "--reason", "Hujan")

    said = say("event", "draft", desk_file, session, "undangan")

    assert "pemberitahuan pembatalan" in refused(said)


def test_more_people_than_were_invited_are_saved_with_a_warning(plan, desk_file, say):
    session = plan()
    say("edit", desk_file, "sesi", session, "invited_count=40")

    said = say("edit", desk_file, "sesi", session, "attended_count=55")

    assert said.code == 0
    assert "Peringatan: Jumlah hadir 55 melebihi yang diundang, yaitu 40" in said.err


def test_a_move_before_the_working_day_is_warned_of(plan, desk_file, say):
    say("date", desk_file, "14/02/2020")
    session = plan()

    said = say("session", "move", desk_file, session, "--to", "13/02/2020")

    assert said.code == 0 and "13/02/2020 sudah lewat" in said.err
