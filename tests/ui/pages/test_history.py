"""Riwayat: what each step changed, in words, and its way back."""

from dataclasses import replace
from datetime import date

import pytest

from census_desk import editing
from tests.census_desk.builders import an_employee
from ui.presenters.history import HistoryPresenter, differences, state_of


@pytest.fixture
def history(workplace):
    made = HistoryPresenter(workplace)
    made.refresh()
    return made


def choose(history, place=0):
    history.model.select(history.model.at(place).id)
    return history.step


def an_office_changed(workplace, **fields):
    office = workplace.register.offices.all()[0]
    editing.change(workplace.register, replace(office, **fields))
    return office


def test_every_step_is_listed_newest_first(history, workplace):
    revs = [history.model.at(place).step.rev for place in range(history.model.count)]

    assert revs == sorted(revs, reverse=True)
    assert revs[0] == workplace.register.rev


def test_a_changed_field_is_told_before_and_after(history, workplace):
    office = an_office_changed(workplace, asn_count=172)
    history.refresh()
    choose(history)

    (change,) = history.changes()

    assert change.verb == "diubah"
    assert change.title == f"OPD: {office.short_name}"
    assert [(one.label, one.before, one.after) for one in change.fields] == [
        ("Jumlah ASN", str(office.asn_count), "172")
    ]


def test_a_new_record_tells_only_what_it_has(history, workplace):
    office = workplace.register.offices.all()[0]
    editing.add(workplace.register, an_employee(id=workplace.new_id(), office_id=office.id))
    history.refresh()
    choose(history)

    (change,) = history.changes()

    assert change.verb == "ditambah"
    assert ("OPD", "", f"{office.short_name} · {office.name}") in [
        (one.label, one.before, one.after) for one in change.fields
    ]
    assert all(one.before == "" and one.after for one in change.fields)


def test_a_nip_is_never_shown_whole(history, workplace):
    office = workplace.register.offices.all()[0]
    person = an_employee(
        id=workplace.new_id(), office_id=office.id, nip="198609262015051001", name="Sri"
    )
    editing.add(workplace.register, person)
    history.refresh()
    choose(history)

    told = " ".join(one.after for change in history.changes() for one in change.fields)

    assert "19860926" not in told
    assert "1001" in told


def test_a_step_over_many_records_is_counted(history):
    choose(history, history.model.count - 3)

    assert "catatan" in history.summary()


def test_the_chosen_step_can_be_undone_by_its_name(history, workplace, screen):
    before = workplace.register.offices.all()[0].asn_count
    an_office_changed(workplace, asn_count=before + 1)
    history.refresh()
    choose(history)

    assert history.can_undo
    history.undo()

    assert workplace.register.offices.all()[0].asn_count == before
    assert screen.last.startswith("Diurungkan: Mengubah OPD")
    assert history.model.at(0).step.kind == "undo"


def test_what_was_undone_can_be_done_again(history, workplace, screen):
    before = workplace.register.offices.all()[0].asn_count
    an_office_changed(workplace, asn_count=before + 1)
    workplace.register.undo()
    history.refresh()

    history.redo()

    assert workplace.register.offices.all()[0].asn_count == before + 1
    assert screen.last.startswith("Diulangi")


def test_a_step_others_build_on_says_why_it_stays(history, workplace, screen):
    an_office_changed(workplace, asn_count=1)
    an_office_changed(workplace, asn_count=2)
    history.refresh()
    older = choose(history, 1)

    assert not history.can_undo
    history.undo()

    assert screen.said[-1][0] == "error"
    assert older.why_not in history.summary()


def test_the_history_of_one_record_holds_only_its_steps(history, workplace):
    office = an_office_changed(workplace, asn_count=172)

    assert history.show_record(office.id)

    assert history.scope_text == f"Riwayat OPD: {office.short_name}"
    for place in range(history.model.count):
        choose(history, place)
        assert {change.record_id for change in history.changes()} == {office.id}


def test_the_history_of_a_deleted_record_is_still_there(history, workplace):
    office = workplace.register.offices.all()[0]
    person = an_employee(id=workplace.new_id(), office_id=office.id)
    editing.add(workplace.register, person)
    editing.delete(workplace.register, "employees", person.id)

    assert history.show_record(person.id)
    assert history.scope_text.endswith("sudah dihapus")
    assert history.model.count == 2


def test_a_record_nobody_ever_saved_has_no_history(history):
    assert not history.show_record("0000000000000")


def test_a_record_is_shown_as_it_was_then(history, workplace):
    before = workplace.register.offices.all()[0].asn_count
    office = an_office_changed(workplace, asn_count=before + 5)
    history.show_record(office.id)
    choose(history, history.model.count - 1)

    facts = dict(history.as_it_was())

    assert facts["Jumlah ASN"] == str(before)


def test_back_to_the_history_of_everything(history, workplace):
    whole = history.model.count
    history.show_record(workplace.register.offices.all()[0].id)

    history.show_all()

    assert history.model.count == whole
    assert history.scope_text == ""


def test_nothing_chosen_has_nothing_to_tell(history):
    assert (history.changes(), history.summary(), history.as_it_was()) == ((), "", ())
    assert not history.can_undo


def test_a_read_only_register_undoes_nothing(history, workplace, monkeypatch):
    an_office_changed(workplace, asn_count=1)
    history.refresh()
    choose(history)
    monkeypatch.setattr(type(workplace), "read_only", True)

    assert not history.can_undo


def test_the_kind_of_a_step_has_colour_and_word(history, workplace):
    an_office_changed(workplace, asn_count=1)
    workplace.register.undo()
    history.refresh()

    row = history.model.at(0)
    kind = next(column for column in history.model.columns if column.name == "kind")

    assert (state_of(row), kind.text(row, None)) == ("warning", "Urungan")


def test_equal_texts_are_no_difference():
    same = {"a": ("A", "1"), "b": ("B", "")}

    assert list(differences(same, dict(same))) == []


def test_the_filter_finds_steps_by_person(history):
    history.model.filter("bagas")

    assert 0 < history.model.count < history.model.total


def test_days_are_told_as_tables_tell_them(history, workplace):
    visit = workplace.register.visits.all()[0]
    editing.change(workplace.register, replace(visit, held_on=date(2020, 2, 20)))
    history.refresh()
    choose(history)

    (field,) = history.changes()[0].fields

    assert field.after == "20/02/2020"
