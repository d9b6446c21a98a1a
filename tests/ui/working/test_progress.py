"""Offices: figures of the working day, and all that was done for one of them."""

from dataclasses import replace

import pytest

from census_desk.editing import set_working_date
from ui.columns import COLUMNS
from ui.presenters.parts import PartsPresenter
from ui.presenters.progress import employee_spec, office_facts, recap_spec, totals_line
from ui.presenters.staff import facts_line
from ui.tables import TableModel


@pytest.fixture
def setda(register):
    return next(one for one in register.offices.all() if one.short_name == "Setda")


def test_the_line_under_the_title_says_that_the_split_is_illustrative(workplace):
    assert totals_line(workplace) == "43 OPD · 7.140 ASN · jumlah ASN per OPD ilustratif"


def test_the_split_is_no_longer_called_so_when_every_office_has_told_its_own(workplace, register):
    with register.change("Jumlah ASN dari OPD"):
        for office in register.offices.all():
            register.offices.replace(replace(office, asn_note=""))

    assert "ilustratif" not in totals_line(workplace)


def test_an_offices_facts_are_those_of_the_working_day(workplace, register, setda):
    recaps = sorted(
        (one for one in register.recaps.all() if one.office_id == setda.id),
        key=lambda one: one.counted_on,
    )
    newest = office_facts(workplace, setda)
    set_working_date(register, recaps[0].counted_on)

    assert f"selesai {recaps[-1].done_count} " in newest
    assert f"selesai {recaps[0].done_count} " in office_facts(workplace, setda)


def test_a_recap_is_added_for_the_chosen_office(workplace, register, setda):
    parts = PartsPresenter(workplace, recap_spec(setda.id))
    texts = parts.texts("") | {"done_count": "50"}

    assert texts["asn_count"] == "170"
    assert parts.save("", texts) == {}
    newest = register.recaps.all()[-1]
    assert (newest.office_id, newest.done_count) == (setda.id, 50)


def test_more_finished_than_there_are_is_refused_beside_the_field(workplace, setda):
    parts = PartsPresenter(workplace, recap_spec(setda.id))

    problems = parts.save("", parts.texts("") | {"done_count": "171"})

    assert problems == {"done_count": "Jumlah selesai melebihi jumlah ASN."}


def test_an_employee_is_changed_and_deleted_in_the_list_of_the_office(workplace, register):
    employee = register.employees.all()[0]
    parts = PartsPresenter(workplace, employee_spec(employee.office_id))

    assert parts.save(employee.id, parts.texts(employee.id) | {"unit": "Umum"}) == {}
    assert register.employees.get(employee.id).unit == "Umum"
    assert parts.title(employee.id) == employee.name


def test_who_is_on_an_attendance_list_is_not_deleted(workplace, register, screen):
    noted = next(one for one in register.attendances.all() if one.employee_id)
    employee = register.employees.get(noted.employee_id)
    parts = PartsPresenter(workplace, employee_spec(employee.office_id))
    parts.delete((employee.id,))

    assert register.employees.find(employee.id) == employee
    assert screen.said[-1][0] == "error"


@pytest.mark.parametrize("collection", COLUMNS)
def test_every_cell_of_every_table_of_the_sample_can_be_shown(workplace, register, collection):
    model = TableModel(COLUMNS[collection], workplace.lookup)
    model.show_columns([column.name for column in COLUMNS[collection]])
    model.set_records(register.collection(collection).all())
    for column in COLUMNS[collection]:
        model.sort(column.name)

    rows = model.window(0, model.count)

    assert all(isinstance(text, str) for row in rows for text in row.texts)
    assert len(model.export_rows()) == model.count


def test_the_staff_is_counted_by_role(register):
    line = facts_line(register.officers.all())

    assert line.startswith(f"{register.officers.count()} orang · ")
    assert "Koordinator tim" in line
