"""The schedule without a window: move, set aside, repeat, change many, clashes and agendas."""

from datetime import date

import pytest

from census_desk.sessions.rules import Severity
from census_desk.sessions.session import SessionStatus
from ui.presenters.agenda import AgendaPresenter, calendar_of
from ui.presenters.calendar import carried_words, week_facts, week_title
from ui.presenters.clashes import clashes_of_session, clashes_to_come, summary
from ui.presenters.planning import Planning
from ui.presenters.series import SeriesPresenter
from ui.presenters.week import week_boxes
from ui.presenters.working_days import WorkingDaysPresenter

WORKING_DAY = date(2020, 2, 21)


@pytest.fixture
def shown():
    return []


@pytest.fixture
def planning(workplace, shown):
    return Planning(workplace, shown.append)


def named(register, words):
    return next(one for one in register.sessions.all() if words in one.title)


def test_a_planned_session_is_put_on_another_day_at_once(planning, register, shown, screen):
    session = named(register, "Kecamatan Jekulo")

    assert planning.drop(session.id, date(2020, 3, 10)) is True

    after = register.sessions.get(session.id)
    assert after.held_on == date(2020, 3, 10)
    assert after.moves[-1].moved_on == WORKING_DAY
    assert shown == [session.id]
    assert screen.last.startswith("Dipindahkan ke Selasa, 10 Maret 2020 pukul 09.00.")
    screen.action[1]()
    assert register.sessions.get(session.id) == session


def test_an_invited_session_asks_why_before_it_moves(planning, register):
    session = named(register, "Dinas Pertanian")

    assert planning.drop(session.id, date(2020, 2, 28)) is None
    assert register.sessions.get(session.id) == session


def test_a_move_to_a_day_that_is_past_says_so(planning, register, screen):
    session = named(register, "Dinas Pertanian")
    texts = planning.move_texts(session, date(2020, 2, 17)) | {"reason": "Sudah berlangsung"}

    assert planning.move_by(session, texts) == {}

    assert any("17/02/2020 sudah lewat" in text for _kind, text in screen.said)


def test_the_letters_left_behind_are_told_beside_the_warning_of_a_past_day(
    planning, register, screen
):
    letter = next(one for one in register.letters.all() if one.number and one.session_id)
    session = register.sessions.get(letter.session_id)
    texts = planning.move_texts(session, date(2020, 2, 14)) | {"reason": "Sudah berlangsung"}

    assert planning.move_by(session, texts) == {}

    assert "14/02/2020 sudah lewat" in screen.last
    assert "surat terbit mengutip keterangan lama ini" in screen.last


def test_put_down_where_it_was_nothing_happens(planning, register):
    session = named(register, "Kecamatan Jekulo")

    assert planning.drop(session.id, session.held_on) is False


def test_what_the_rules_forbid_is_told_and_not_done(planning, register, screen):
    session = named(register, "Kecamatan Jekulo")

    assert planning.drop(session.id, date(2020, 3, 2)) is False

    assert screen.said[-1][0] == "error"
    assert "bertugas di" in screen.last
    assert register.sessions.get(session.id) == session


def test_what_only_warns_is_done_and_told(planning, register, screen):
    session = named(register, "Kecamatan Jekulo")

    planning.drop(session.id, date(2020, 3, 25))

    assert screen.said[-1][0] == "warning"
    assert screen.last.endswith("Rabu, 25 Maret 2020 adalah Hari Suci Nyepi.")


def test_the_dialog_moves_with_a_reason_and_keeps_the_length(planning, register):
    session = named(register, "Dinas Pertanian")
    texts = planning.move_texts(session, date(2020, 2, 28))

    assert planning.move_by(session, texts) == {
        "reason": "Tulis alasan pindah: undangannya sudah keluar."
    }
    assert planning.move_by(session, texts | {"starts_at": "08.00", "reason": "Apel"}) == {}

    after = register.sessions.get(session.id)
    assert (f"{after.starts_at:%H.%M}", f"{after.ends_at:%H.%M}") == ("08.00", "10.00")
    assert after.moves[-1].reason == "Apel"


def test_a_forbidden_move_stands_beside_the_dialogs_own_field(planning, register):
    session = named(register, "Kecamatan Jekulo")
    texts = planning.move_texts(session, date(2020, 3, 2))

    problems = planning.move_by(session, texts)

    assert list(problems) == [""]
    assert "Nuraini Prameswari, S.ST. bertugas" in problems[""]


@pytest.mark.parametrize("status", [SessionStatus.CANCELLED, SessionStatus.POSTPONED])
def test_setting_aside_asks_for_a_reason(planning, register, status):
    session = named(register, "Dinas Pertanian")

    assert planning.set_aside_by(session, status, {"reason": ""}) == {"reason": "Tulis alasannya."}
    assert planning.set_aside_by(session, status, {"reason": "Hujan"}) == {}

    assert register.sessions.get(session.id).status is status


def test_several_change_at_once_and_empty_fields_stay(planning, register):
    ids = [named(register, f"Kecamatan {name}").id for name in ("Jekulo", "Bae")]

    assert planning.many_by(ids, {"starts_at": "08.30", "days_later": "1"}) == {}

    after = [register.sessions.get(one) for one in ids]
    assert {f"{one.starts_at:%H.%M}" for one in after} == {"08.30"}
    assert [one.held_on for one in after] == [date(2020, 3, 12), date(2020, 3, 13)]
    assert all(one.venue.startswith("Pendopo Kecamatan") for one in after)


def test_nothing_filled_in_changes_nothing(planning, register):
    rev = register.rev

    assert list(planning.many_by([named(register, "Jekulo").id], {})) == [""]
    assert register.rev == rev


def test_a_number_of_days_that_is_none_gets_its_sentence(planning):
    assert "tulis seperti 7 atau -1" in planning.many_by([], {"days_later": "besok"})["days_later"]
    assert "days_later" in planning.many_by([], {"days_later": "99999"})


def test_a_series_is_seen_before_it_is_made(workplace, register):
    session = named(register, "Kecamatan Jekulo")
    presenter = SeriesPresenter(workplace, session)
    texts = presenter.first_texts() | {"until": "01/04/2020"}

    assert presenter.show(texts) == {}
    assert presenter.words == "Setiap Rabu sampai 1 April 2020, bukan hari libur"
    assert [one.offered.session.held_on.day for one in presenter.rows()] == [18, 1]
    assert presenter.facts == "2 sesi baru · 1 bentrok"
    presenter.take_out(presenter.rows()[1].id)
    assert presenter.facts == "1 sesi baru"
    assert presenter.rows()[1].words == "tidak dibuat"

    count = register.sessions.count()
    assert presenter.make(texts) == {}
    assert register.sessions.count() == count + 1


def test_forbidden_dates_are_left_out_together(workplace, register):
    presenter = SeriesPresenter(workplace, named(register, "Kecamatan Kaliwungu"))
    presenter.show(presenter.first_texts() | {"pattern": "hari kerja", "until": "04/03/2020"})
    assert presenter.facts == "4 sesi baru · 3 bentrok"

    presenter.take_out_forbidden()

    assert presenter.facts == "1 sesi baru"


def test_a_rule_of_10000_dates_stands_beside_its_field(workplace, register):
    presenter = SeriesPresenter(workplace, named(register, "Kecamatan Jekulo"))

    problems = presenter.show(presenter.first_texts() | {"until": "", "times": "10000"})

    assert "10.000 tanggal atau lebih" in problems["times"]
    assert presenter.rows() == []


def test_the_form_of_a_series_asks_only_what_its_pattern_needs():
    assert "place" not in SeriesPresenter.asked({"pattern": "mingguan"})
    assert "place" in SeriesPresenter.asked({"pattern": "hari ke"})
    assert "on_holiday" not in SeriesPresenter.asked({"pattern": "hari kerja"})


def test_the_clashes_of_the_sample_are_the_leave_entered_later(workplace, register):
    rows = clashes_to_come(workplace)

    assert {row.clash.severity for row in rows} == {Severity.FORBID}
    assert summary(rows) == "2 dilarang"
    jati = clashes_of_session(workplace, named(register, "Kecamatan Jati"))
    assert [row.clash.sentence for row in jati] == [rows[0].clash.sentence]


def test_a_carried_session_tells_what_it_would_meet(workplace, register):
    session = named(register, "Kecamatan Jekulo")

    free, is_clashing = carried_words(workplace, session.id, date(2020, 3, 10))
    assert (free.startswith("Ke Selasa, 10 Maret 2020"), is_clashing) == (True, False)
    words, is_clashing = carried_words(workplace, session.id, date(2020, 3, 2))
    assert "bertugas di" in words and is_clashing
    assert carried_words(workplace, "gone", date(2020, 3, 2)) == ("", False)


def test_an_agenda_is_of_one_person_and_can_be_printed(workplace, register):
    presenter = AgendaPresenter(workplace)

    assert presenter.show({"person": "Nuraini Prameswari, S.ST.", "since": "21/02/2020"}) == {}

    assert presenter.name == "Nuraini Prameswari, S.ST."
    assert presenter.facts == "8 acara"
    assert presenter.pdf()().pdf.startswith(b"%PDF")
    assert presenter.table()().name.endswith(".xlsx")
    assert presenter.calendar()().pdf.count(b"BEGIN:VEVENT") == 8
    assert "since" in presenter.show({"since": "kemarin"})


def test_a_calendar_of_all_sessions_has_the_cancelled_ones_too(workplace, register):
    paper = calendar_of(workplace, list(register.sessions.all()), "Jadwal")()

    assert paper.pdf.count(b"BEGIN:VEVENT") == 35
    assert paper.pdf.count(b"STATUS:CANCELLED") == 2


def test_a_week_lays_sessions_of_one_time_side_by_side(register):
    week = week_boxes(date(2020, 2, 27), register.sessions.all(), (), 700, 540)

    thursday = week.days[3]
    first, second, third = thursday.entries
    assert (first.width, second.width, third.width) == (50, 50, 100)
    assert first.x != second.x and third.y > first.y
    assert [hour for hour, _y in week.hours] == list(range(7, 17))
    assert week_title(date(2020, 2, 27)) == "24 Februari 2020 – 1 Maret 2020"
    assert week_facts(register.sessions.all(), date(2020, 2, 27)) == "9 sesi"


def test_working_days_are_shown_as_they_were_known(workplace):
    presenter = WorkingDaysPresenter(workplace)

    presenter.show(presenter.first_texts())
    assert presenter.facts == "241 hari kerja"
    presenter.show({"year": "2020", "known_on": "10/04/2020"})
    assert presenter.facts == "243 hari kerja"
    assert "year" in presenter.show({"year": "dua ribu", "known_on": "10/04/2020"})


def test_the_origin_of_a_day_is_told(workplace):
    from ui.presenters.working_days import DAYS

    presenter = WorkingDaysPresenter(workplace)
    presenter.show({"year": "2020", "known_on": "10/03/2020"})

    texts = {row.id: DAYS[3].text(row, None) for row in presenter.rows}
    assert texts["2020-05-28"] == "kantor, diketahui 09/03/2020"
    assert texts["2020-03-25"] == "daftar bawaan"
