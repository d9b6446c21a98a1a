"""Visits on the command line: eleven people with code 104, from the note to the report."""

import json
from datetime import date

import pytest

from census_desk.register import Register
from census_desk.visits.obstacle import open_count
from census_desk.visits.visit import Readiness, VisitStatus
from tests.ui.command_line.conftest import id_told, refused

KODE = "kode 104"
OFFICER = ("--officer", "Nuraini Prameswari, S.ST.")


def all_of(path, collection):
    with Register.open(path, actor="uji", read_only=True) as register:
        return register.collection(collection).all()


def noted(say, path, count=11):
    said = say(
        *("add", path, "kendala", "OPD=Disdikpora", "reason=NIK/KK tidak cocok"),
        *(f"people_count={count}", "noted_on=21/02/2020", "reported_by=Wagiman"),
    )
    return id_told(said)


def planned(say, path):
    noted(say, path)
    said = say("visit", "plan", path, "Disdikpora", "--on", "21/02/2020", *OFFICER)
    return id_told(said)


def test_what_piles_up_is_proposed_with_its_reason(sample_file, say):
    noted(say, sample_file)

    listed = say("visit", "proposals", sample_file)
    assert "Disdikpora" in listed.lines[2]
    (first, *_rest) = json.loads(say("visit", "proposals", sample_file, "--json").out)
    assert (first["office"], first["people_count"]) == ("Disdikpora", 11)
    assert first["causes"][0].startswith("11 orang terkendala")


def test_a_proposed_visit_is_planned_reported_and_closes_nine_of_eleven(sample_file, say):
    visit_id = planned(say, sample_file)
    assert "tidak sedang diusulkan" in refused(
        say("visit", "plan", sample_file, "Disdikpora", "--on", "24/02/2020", *OFFICER)
    )

    said = say(
        *("visit", "report", sample_file, visit_id, "--attended", "11", "--helped", "9"),
        *("--nik", "ya", "--kk", "tidak", "--close", "NIK/KK tidak cocok=9"),
        *("--found", "lupa sandi=1", "--received-by", "Wagiman"),
    )

    assert said.out == "Dilaporkan: 9 dari 11 selesai dibantu; masih terkendala 3 orang.\n"
    visit = next(one for one in all_of(sample_file, "visits") if one.id == visit_id)
    assert (visit.status, visit.nik_ready) == (VisitStatus.HELD, Readiness.YES)
    assert visit.device_ready is Readiness.UNKNOWN
    mine = [one for one in all_of(sample_file, "obstacles") if one.visit_id == visit_id]
    assert sorted(map(open_count, mine)) == [1, 2]
    assert say("print", sample_file, "laporan-pendampingan", visit_id, "--to", sample_file.parent)


def test_more_is_never_closed_than_is_open_and_nothing_of_the_report_is_kept(sample_file, say):
    visit_id = planned(say, sample_file)

    said = say(
        *("visit", "report", sample_file, visit_id, "--attended", "20"),
        *("--close", "NIK/KK tidak cocok=12"),
    )

    assert "Yang masih terkendala 11 orang" in refused(said)
    visit = next(one for one in all_of(sample_file, "visits") if one.id == visit_id)
    assert visit.status is VisitStatus.PLANNED


def test_an_obstacle_is_closed_in_part_and_opened_again(sample_file, say):
    said = say("visit", "close", sample_file, "Disdikpora:lupa sandi")
    assert "tidak ditemukan" in refused(said)
    noted(say, sample_file)

    closed = say("visit", "close", sample_file, "Disdikpora:NIK/KK tidak cocok", "9")
    assert closed.out == "Tuntas 9 orang; masih 2 orang.\n"
    opened = say("visit", "reopen", sample_file, "Disdikpora:NIK/KK")
    assert opened.out == "Terbuka lagi: 11 orang.\n"
    early = say("visit", "close", sample_file, "Disdikpora:NIK/KK", "--on", "20/02/2020")
    assert "mendahului" in refused(early)


def test_a_follow_up_is_agreed_on_and_done(sample_file, say):
    visit = "Mendampingi pengisian bersama"
    agreed = ("visit", "follow-up", sample_file, visit, "Kirim daftar", "--who", "Kepala BKPP")
    assert "Tenggat mendahului" in refused(say(*agreed, "--due", "19/02/2020"))
    follow_up_id = id_told(say(*agreed, "--due", "25/02/2020"))

    assert say("visit", "done", sample_file, follow_up_id, "--note", "Diterima.").code == 0
    done = next(one for one in all_of(sample_file, "follow_ups") if one.id == follow_up_id)
    assert (done.done_on, done.done_note) == (date(2020, 2, 21), "Diterima.")


def test_a_request_is_entered_and_answered(sample_file, say):
    request = id_told(
        say(
            *("add", sample_file, "permintaan", "OPD=Dishub", "asked_on=21/02/2020"),
            *("asked_by=Paryono", "what=Minta panduan", "way=telepon"),
        )
    )

    answer = ("visit", "answer", sample_file, request)
    assert "Jawaban belum diisi" in refused(say(*answer))
    assert say(*answer, "--words", "Panduan dikirim lewat surel.").code == 0
    (answered,) = [one for one in all_of(sample_file, "help_requests") if one.id == request]
    assert answered.answered_on == date(2020, 2, 21)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--attended", "banyak"), "bukan bilangan"),
        (("--attended", "2", "--helped", "3"), "melebihi"),
        (("--attended", "2", "--nik", "mungkin"), "Kesiapan"),
        (("--attended", "2", "--found", "hujan=1"), "Kendala baru"),
        (("--attended", "2", "--close", "server lambat"), "tidak ditemukan"),
        (("--attended", "2", "--findings", "NIK 3319011234567890"), "deretan"),
    ],
)
def test_a_report_that_cannot_be_is_refused_in_one_sentence(sample_file, say, words, told):
    visit_id = planned(say, sample_file)

    assert told in refused(say("visit", "report", sample_file, visit_id, *words))


def test_a_visit_still_to_come_is_not_reported(sample_file, say):
    said = say("visit", "report", sample_file, "Memandu pegawai kecamatan", "--attended", "3")

    assert "baru 25/02/2020" in refused(said)


def test_the_reasons_are_the_office_s_own(sample_file, say):
    added = say("add", sample_file, "alasan", "key=listrik", "name=Listrik padam", "is_curable=ya")
    assert added.code == 0
    noted_so = say(
        *("add", sample_file, "kendala", "OPD=Dishub", "reason=Listrik padam"),
        *("people_count=5", "noted_on=21/02/2020"),
    )
    assert noted_so.code == 0
    assert "dipakai 1 kendala" in refused(say("delete", sample_file, "alasan", "listrik"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rekap", "counted_on=21/02/2020", "done_count=99999"), "ASN selesai 99.999 melebihi"),
        (("rekap", "counted_on=22/02/2020", "done_count=1"), "sesudah tanggal kerja 21/02/2020"),
        (("kendala", "reason=lupa sandi", "noted_on=21/02/2020", "people_count=5000"), "melebihi"),
        (
            ("kendala", "reason=lupa sandi", "noted_on=22/02/2020", "people_count=1"),
            "tanggal kerja",
        ),
    ],
)
def test_what_an_office_cannot_have_said_is_refused(say, sample_file, words, told):
    collection, *values = words

    assert told in refused(say("add", sample_file, collection, "office_id=RSUD", *values))


def test_a_visit_added_by_its_fields_is_told_what_stands_in_its_way(sample_file, say):
    said = say(
        *("add", sample_file, "kunjungan", "OPD=RSUD", "purpose=Mendampingi pengisian"),
        *("held_on=23/02/2020", "starts_at=10.00"),
    )

    assert said.code == 0
    assert "Minggu" in said.err or "libur" in said.err
