"""A signed sheet comes back: planned from what was typed, saved in one step."""

from dataclasses import replace
from datetime import datetime

import pytest

from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.entering import (
    AS_WRITTEN,
    NothingToSave,
    Typed,
    list_rows,
    plan_entry,
    save_entry,
    sheet_rows,
)
from census_desk.sessions.recording import record_state

NOW = datetime(2020, 2, 14, 8, 30)


def planned(hall, sheet, text="", *, all_present=False, **more):
    typed = Typed(text=text, all_present=all_present, **more)
    rows = sheet_rows(sheet, hall.people) if sheet else list_rows(hall.people)
    return plan_entry(rows, hall.people, hall.register.employees.all(), typed), typed


def enter(hall, sheet, text="", **more):
    plan, typed = planned(hall, sheet, text, **more)
    return save_entry(hall.register, hall.session.id, plan, typed, now=NOW, sheet=sheet)


def states(hall):
    return {one.name: one.state.value if one.state else None for one in hall.people}


def test_everybody_is_present_but_those_whose_rows_are_typed(hall):
    sheet = hall.print_sheet()
    before = hall.register.rev

    enter(hall, sheet, "tidak hadir: 2-3; izin: 4; diwakili: 5 oleh Budi, S.E.", all_present=True)

    assert states(hall) == {
        "Ani": "hadir", "Bowo": "tidak hadir", "Citra": "tidak hadir", "Dedi": "izin",
        "Eka": "diwakili", "Fajar": "hadir", "Gita": "hadir", "Hadi": "hadir",
    }  # fmt: skip
    assert hall.person("Eka").attendance.represented_by == "Budi, S.E."
    assert hall.person("Ani").attendance.sheet_code == sheet.code
    assert hall.register.rev == before + 1
    assert hall.register.sessions.get(hall.session.id).attended_count == 5


def test_one_step_back_takes_the_whole_entry_back(hall):
    enter(hall, hall.print_sheet(), all_present=True)

    hall.register.undo()

    assert set(states(hall).values()) == {None}
    assert hall.register.sheet_returns.count() == 0


def test_rows_that_are_not_typed_stay_open_unless_all_are_present(hall):
    enter(hall, hall.print_sheet(), "hadir: 1")

    assert states(hall)["Ani"] == "hadir"
    assert states(hall)["Bowo"] is None


def test_pages_that_are_not_there_stay_open_and_never_become_absent(hall):
    sheet = hall.print_sheet(rows_a_page=4)

    enter(hall, sheet, all_present=True, pages=(1,))

    assert [one.name for one in hall.people if one.state is None] == [
        "Eka",
        "Fajar",
        "Gita",
        "Hadi",
    ]


def test_what_is_typed_of_a_page_that_is_not_there_is_told(hall):
    plan, _typed = planned(hall, hall.print_sheet(rows_a_page=4), "izin: 7", pages=(1,))

    assert plan.problems == ("Baris 7 tidak ada; lembar ini berisi baris 1 sampai 4.",)


def test_all_present_leaves_what_was_noted_before(hall):
    record_state(
        hall.register, hall.session.id, [hall.person("Bowo")], AttendanceState.SICK,
        new_id=hall.register.ids,
    )  # fmt: skip

    enter(hall, hall.print_sheet(), all_present=True)

    assert states(hall)["Bowo"] == "sakit"


def test_a_row_typed_again_changes_by_hand(hall):
    sheet = hall.print_sheet()
    enter(hall, sheet, "izin: 2")

    plan, _typed = planned(hall, sheet, "hadir: 2; izin: 3")

    assert [(one.person.name, one.person.state, one.state) for one in plan.changes] == [
        ("Bowo", AttendanceState.EXCUSED, AttendanceState.PRESENT),
        ("Citra", None, AttendanceState.EXCUSED),
    ]


def test_signed_on_either_of_two_printings_counts_once(hall):
    first = hall.print_sheet()
    second = hall.print_sheet(replaces=first.code)
    enter(hall, first, "hadir: 1")
    enter(hall, second, "hadir: 2; hadir: 1")

    assert [one.name for one in hall.people if one.state] == ["Ani", "Bowo"]
    assert hall.register.attendances.count() == 2


def test_a_row_goes_back_to_not_recorded(hall):
    sheet = hall.print_sheet()
    enter(hall, sheet, all_present=True)
    enter(hall, sheet, "belum dicatat: 1")

    assert states(hall)["Ani"] is None


def test_nothing_is_saved_while_a_sentence_is_open(hall):
    plan, typed = planned(hall, hall.print_sheet(), "izin: 99; sakit: 1", all_present=True)

    assert not plan.can_save
    with pytest.raises(NothingToSave, match="Baris 99 tidak ada"):
        save_entry(hall.register, hall.session.id, plan, typed, now=NOW)
    assert hall.register.attendances.count() == 0


def test_an_entry_that_changes_nothing_says_so(hall):
    sheet = hall.print_sheet()
    enter(hall, sheet, "izin: 1")

    with pytest.raises(NothingToSave, match="Tidak ada yang berubah"):
        enter(hall, sheet, "izin: 1")


def test_a_walk_in_by_nip_is_the_asn_of_another_office(hall):
    enter(hall, hall.print_sheet(), "tambahan: 9 198609262015051001")

    joko = hall.person("Joko Susilo")
    assert joko.employee_id and not joko.is_listed
    assert joko.state is AttendanceState.PRESENT


def test_a_walk_in_nobody_knows_is_noted_as_written(hall):
    enter(hall, hall.print_sheet(), "tambahan: 9 Tamu dari Media")

    guest = hall.person("Tamu dari Media")
    assert (guest.employee_id, guest.is_listed) == ("", False)


def test_the_same_guest_entered_again_is_one_person(hall):
    sheet = hall.print_sheet()
    enter(hall, sheet, "tambahan: 9 Tamu dari Media")

    plan, _typed = planned(hall, sheet, "tambahan: 9 Tamu dari Media")

    assert plan.changes == ()


def test_a_name_that_two_bear_is_asked(hall):
    sheet = hall.print_sheet()
    plan, typed = planned(hall, sheet, "tambahan: 9 Siti Aminah")

    (doubt,) = plan.doubts
    assert [one.name for one in doubt.match.candidates] == [
        "Siti Aminah, S.E.",
        "Siti Aminah, S.Kom.",
    ]
    with pytest.raises(NothingToSave, match="Baris 9: pilih dahulu siapa “Siti Aminah”"):
        save_entry(hall.register, hall.session.id, plan, typed, now=NOW)

    enter(hall, sheet, "tambahan: 9 Siti Aminah", answers={9: doubt.match.candidates[1].id})
    assert hall.person("Siti Aminah, S.Kom.").state is AttendanceState.PRESENT


def test_a_doubtful_name_may_be_nobody_of_the_register(hall):
    enter(hall, hall.print_sheet(), "tambahan: 9 Siti Aminah", answers={9: AS_WRITTEN})

    assert hall.person("Siti Aminah").employee_id == ""


def test_somebody_of_the_list_in_an_empty_row_is_told_when_his_row_is_typed_too(hall):
    plan, _typed = planned(hall, hall.print_sheet(), "izin: 1; tambahan: 9 Ani")

    assert plan.problems == ("Baris 9: Ani sudah ada di baris 1.",)


def test_who_was_struck_off_the_list_stays_on_the_page(hall):
    sheet = hall.print_sheet()
    ani = hall.person("Ani")
    hall.register.employees.remove(ani.employee_id)

    row = sheet_rows(sheet, hall.people)[0]

    assert (row.name, row.person.name, row.person.is_listed) == ("Ani", "Ani", False)


def test_without_a_printed_sheet_rows_are_those_of_the_list(hall):
    enter(hall, None, "tidak hadir: 8", all_present=True)

    assert states(hall)["Hadi"] == "tidak hadir"
    assert hall.register.sheet_returns.count() == 0


def test_what_was_typed_is_kept_with_the_sheet(hall):
    sheet = hall.print_sheet()
    enter(hall, sheet, "izin: 2", all_present=True)

    (kept,) = hall.register.sheet_returns.all()
    assert (kept.typed, kept.all_present, kept.row_count) == ("izin: 2", True, 8)
    assert (kept.sheet_id, kept.entered_at) == (sheet.id, NOW)


def test_a_page_of_an_older_layout_without_keys_is_still_known_by_asn(hall):
    sheet = hall.print_sheet()
    bare = [
        replace(page, rows=tuple(replace(row, key="") for row in page.rows)) for page in sheet.pages
    ]
    sheet = hall.register.sheets.replace(replace(sheet, pages=tuple(bare)))

    enter(hall, sheet, "sakit: 3")

    assert states(hall)["Citra"] == "sakit"
