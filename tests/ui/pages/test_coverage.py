"""Papan cakupan: figures that add up, what is behind a cell, and what is done with marked rows."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk.coverage.counting import full_count
from census_desk.coverage.filters import Filter, RowChoice
from census_desk.coverage.rows import RowKind
from census_desk.coverage.steps import State, Step
from census_desk.letters.letter import LetterKind, Relation
from census_desk.sessions.session import SessionStatus
from ui.presenters.coverage import CoveragePresenter
from ui.presenters.coverage_deeds import CoverageDeeds
from ui.presenters.coverage_rows import AS_LISTED, STEP_OF
from ui.presenters.coverage_words import heads, told


@pytest.fixture
def board(workplace):
    made = CoveragePresenter(workplace)
    made.refresh()
    return made


@pytest.fixture
def deeds(workplace):
    return CoverageDeeds(workplace)


def row_of(board, short_name):
    return next(row for row in board.rows.rows if row.short_name == short_name)


def call_off(register, office_id):
    """Every session of the office is called off."""
    with register.change("Batal"):
        for one in register.sessions.all():
            if office_id in one.office_ids:
                gone = replace(one, status=SessionStatus.CANCELLED, status_note="Banjir")
                register.sessions.replace(gone)


# figures


def test_the_board_has_offices_kecamatan_and_villages(board):
    board.rows.show(RowChoice.ALL)

    assert board.rows.count_text == "43 OPD · 9 kecamatan · 132 desa/kelurahan"


def test_the_heading_of_the_names_counts_the_rows_in_short(board):
    board.rows.show(RowChoice.ALL)

    assert board.heads["name"].startswith("43 OPD · 9 kec. · 132 desa/kel.\n")


def test_the_counts_under_a_heading_add_up_to_the_rows(board):
    for column in STEP_OF:
        states = board.heads[column].split("\n")[1]
        assert sum(int(part[1:]) for part in states.split()) == 43


def test_done_of_needed_stands_first_and_apart_for_each_kind(board):
    alone = board.heads["letter"].split("\n")[0]
    board.rows.show(RowChoice.AREAS)

    assert alone == "31 dari 43"
    assert board.heads["letter"].split("\n")[0] == "6/9 · 6/9"


def test_without_rows_the_headings_count_nothing():
    assert heads(())["letter"] == "–\n"


def test_marks_and_order_are_told_under_the_names(board):
    before = board.heads["name"]
    board.rows.toggle(0)
    board.rows.toggle_sort("letter")

    assert before == "43 OPD\nmenurut kebutuhan"
    assert board.heads["name"] == "43 OPD\n1 ditandai"


def test_the_facts_are_the_sums_of_the_rows_shown(board):
    whole = board.facts()
    board.use(Filter.LETTER_NOT_RECEIVED)

    assert "ASN selesai 396 dari 7.140" in whole
    assert "dari 884" in board.facts()


def test_a_cell_is_told_with_its_state_and_how_it_is_counted(board):
    words = told(row_of(board, "Diskominfo"), "session")

    assert words.startswith("Dinas Komunikasi dan Informatika · Terlaksana: 34 dari 40 · 85 %")
    assert "(Selesai)" in words
    assert "tiap orang satu kali" in words


def test_a_cell_says_from_which_records_it_came_about(board):
    row = row_of(board, "Setda")

    ((head, why),) = board.why(row, "done")

    assert head == f"ASN selesai: {row.marks[Step.DONE].detail}"
    assert why.startswith("Per 21/02/2020. ASN selesai 46 dari 170")


def test_the_name_of_a_row_says_it_of_all_its_cells_on_the_day_shown(board):
    board.show_day("14/02/2020")

    told = board.why(row_of(board, "Setda"), "name")

    assert len(told) == len(Step)
    assert all(why.startswith("Per 14/02/2020. ") for _head, why in told)


def test_a_cell_with_several_records_says_that_one_is_chosen(board):
    row = row_of(board, "Diskominfo")
    many = replace(row.marks[Step.SESSION], record_ids=("a", "b", "c"))

    assert "dari 3 catatan" in told(
        replace(row, marks={**row.marks, Step.SESSION: many}), "session"
    )


def test_the_name_of_a_kecamatan_tells_how_to_open_it(board):
    row = next(row for row in board.rows.rows if row.kind is RowKind.DISTRICT)

    assert "membuka desanya" in told(row, "name")


# filters


def test_every_filter_is_offered_with_what_it_keeps(board):
    counts = {one: words for one, _name, words in board.filters()}

    assert counts[Filter.ALL] == "43 OPD"
    assert counts[Filter.LETTER_NOT_RECEIVED] == "12 OPD"
    assert counts[Filter.NO_SCHEDULE] == "tidak ada baris"


def test_an_office_whose_sessions_are_called_off_has_no_schedule(board, register):
    call_off(register, row_of(board, "RSUD").office_id)
    board.refresh()
    board.use(Filter.NO_SCHEDULE)

    assert [row.short_name for row in board.rows.matching] == ["RSUD"]


# following


def test_the_board_equals_a_full_count_after_a_change_and_its_undoing(board, register):
    recap = register.recaps.all()[-1]
    with register.change("Rekap"):
        register.recaps.replace(replace(recap, done_count=recap.done_count - 1))
    changed = board.refresh()
    after = tuple(board.rows.rows)
    register.undo()
    board.refresh()

    on = board.workplace.working_day()
    assert changed is None or f"office:{recap.office_id}" in changed
    assert after != tuple(board.rows.rows)
    assert tuple(board.rows.rows) == full_count(register, on)


def test_a_change_that_moves_no_row_names_the_rows_to_paint(board, register):
    board.rows.list_by(AS_LISTED)
    recap = register.recaps.all()[-1]
    with register.change("Rekap"):
        register.recaps.replace(replace(recap, done_count=recap.done_count - 1))

    changed = board.refresh()

    assert changed is not None
    assert f"office:{recap.office_id}" in changed
    assert len(changed) <= 3  # the office, and the kecamatan and village it stands for


def test_a_change_of_something_else_paints_nothing(board, register):
    with register.change("Catatan"):
        program = register.programmes.all()[0]
        register.programmes.replace(replace(program, name=program.name + " "))

    assert board.refresh() in (frozenset(), None)


# per tanggal


def test_the_board_stands_as_known_on_an_earlier_day(board):
    assert board.show_day("14/02/2020") == ""

    assert row_of(board, "Diskominfo").marks[Step.DONE].state is State.MISSING
    assert "per Jumat, 14 Februari 2020" in board.facts()
    assert not board.is_now


def test_an_empty_day_leads_back_to_the_working_day(board):
    board.show_day("14/02/2020")
    board.show_day("")

    assert board.is_now
    assert "ASN selesai 396" in board.facts()


def test_the_working_day_typed_is_the_working_day(board):
    board.show_day("21/2/2020")

    assert board.is_now


def test_a_day_that_is_none_is_told(board):
    assert "Tanggal belum benar" in board.show_day("31/02/2020")
    assert board.day is None


# behind a cell


@pytest.mark.parametrize(
    ("column", "page"),
    [
        ("letter", "letters"),
        ("invited", "sessions"),
        ("scheduled", "sessions"),
        ("session", "sessions"),
        ("done", "progress"),
    ],
)
def test_a_cell_leads_to_the_page_of_its_records(board, column, page):
    found = board.behind(row_of(board, "Diskominfo"), column)

    assert found
    assert {one.page for one in found} <= {page, "letters"}


def test_a_cell_without_record_leads_to_its_page(board, screen):
    (behind,) = board.behind(row_of(board, "RSUD"), "visit")
    board.open(behind)

    assert screen.went == [("visits", None)]


def test_the_name_leads_to_everything_about_the_office(board, screen):
    row = row_of(board, "RSUD")
    (behind,) = board.behind(row, "name")
    board.open(behind)

    assert screen.went == [("progress", f"about:{row.office_id}")]


def test_a_village_without_office_says_that_it_has_none(board, screen):
    village = next(
        row for row in board.rows.rows if row.key.startswith("village") and not row.office_id
    )

    assert board.behind(village, "name") == []
    assert "belum punya OPD" in screen.last


# planning, inviting, reminding


def test_marked_rows_go_to_the_planner_by_their_keys(board, screen):
    board.rows.toggle(0)
    board.rows.toggle(2)
    keys = [row.key for row in board.rows.marked]

    board.plan(board.rows.at(5))

    assert screen.went == [("sessions", "plan:" + ",".join(keys))]


def test_without_marks_the_row_with_the_keyboard_is_meant(board):
    row = board.rows.at(5)

    assert board.acted(row) == (row,)
    assert board.acted(None) == ()


def test_inviting_drafts_one_letter_a_session_after_a_question(board, deeds, register, screen):
    before = set(register.letters.all())
    deeds.invite((row_of(board, "Arpusda"), row_of(board, "BPBD")))

    made = set(register.letters.all()) - before
    assert [one.kind for one in made] == [LetterKind.INVITATION] * 2
    assert "Susun 2 draf undangan" in screen.questions[-1]
    assert screen.last.startswith("2 draf undangan dibuat")


def test_who_has_no_session_is_told_and_nobody_else_is_left_out(board, deeds, register, screen):
    call_off(register, row_of(board, "RSUD").office_id)
    deeds.invite((row_of(board, "Arpusda"), row_of(board, "RSUD")))

    assert "Belum punya jadwal: RSUD" in screen.last


def test_nothing_to_invite_is_refused_in_words(board, deeds, register, screen):
    call_off(register, row_of(board, "RSUD").office_id)
    deeds.invite((row_of(board, "RSUD"),))

    assert screen.said[-1][0] == "error"
    assert "rencanakan sesinya" in screen.last


def test_a_question_left_drafts_nothing(board, deeds, register, screen):
    screen.confirmed = False
    before = register.letters.all()
    deeds.invite((row_of(board, "Arpusda"),))

    assert register.letters.all() == before


def test_reminding_asks_of_what_and_drafts_exactly_that(board, deeds, register, screen):
    row = row_of(board, "RSUD")
    before = set(register.letters.all())
    deeds.remind((row, row_of(board, "Diskominfo")))

    (letter,) = set(register.letters.all()) - before
    assert letter.relation is Relation.REMINDER
    assert letter.office_ids == (row.office_id,)
    assert screen.last.startswith("1 draf pengingat untuk 1 OPD dibuat")


def test_nobody_behind_is_told(board, deeds, screen):
    deeds.remind((row_of(board, "Diskominfo"),))

    assert "pengingat tidak diperlukan" in screen.last


def test_villages_without_office_cannot_be_reminded(board, deeds, screen):
    villages = [
        row for row in board.rows.rows if row.key.startswith("village") and not row.office_id
    ]
    deeds.remind(villages[:3])

    assert "ingatkan melalui kecamatannya" in screen.last


# on paper


def test_paper_and_workbook_show_what_the_board_is_filtered_by(board):
    board.use(Filter.LETTER_NOT_RECEIVED)
    board.rows.show(RowChoice.AREAS)

    wall, sheet, table = board.wall()(), board.sheet()(), board.workbook()()

    assert wall.pdf.startswith(b"%PDF") and sheet.pdf.startswith(b"%PDF")
    assert table.name.endswith(".xlsx")
    assert wall.name != table.name


def test_an_empty_register_says_so(empty_workplace):
    board = CoveragePresenter(empty_workplace)
    board.refresh()

    assert board.is_empty
    assert board.rows.count_text == "tidak ada baris"


def test_a_later_day_is_asked_of_the_same_records(board):
    board.show_day("01/03/2020")

    assert board.on == date(2020, 3, 1)
