"""Kehadiran: which session is in hand, sheets that come back, and the desk at the door."""

from dataclasses import replace
from datetime import datetime

import pytest

from census_desk.sessions.attendance import AttendanceState
from census_desk.sessions.door import invitation_code
from census_desk.sessions.roll import people_of
from census_desk.sessions.sheet import page_code
from ui.papers import attendance_pdf
from ui.presenters.attendance import ChosenSession
from ui.presenters.door import DoorPresenter
from ui.presenters.entering import EntryPresenter

NOW = datetime(2020, 2, 18, 8, 41, 30)


class EntryForm:
    def __init__(self):
        self.text, self.all_present, self.pages = "", False, ""
        self.sheet = self.kind = self.facts = ""
        self.rows = self.problems = ()

    def typed(self):
        return self.text, self.all_present, self.pages

    def clear_typed(self):
        self.text, self.all_present, self.pages = "", False, ""

    def show_sheet(self, text, kind):
        self.sheet, self.kind = text, kind

    def show_rows(self, rows, facts):
        self.rows, self.facts = rows, facts

    def show_problems(self, problems):
        self.problems = list(problems)


class DoorFront:
    def __init__(self):
        self.answers, self.found, self.arrivals = [], (), ()
        self.counters = None
        self.cleared = 0

    def show_answer(self, shown):
        self.answers.append(shown)

    def show_counters(self, counters):
        self.counters = counters

    def show_found(self, people):
        self.found = tuple(people)

    def show_arrivals(self, people):
        self.arrivals = tuple(people)

    def clear(self):
        self.cleared += 1


@pytest.fixture
def bkpp(register):
    """A session of an office of whose people some are known by name, nobody noted yet."""
    with register.change("Belum dicatat"):
        for one in register.attendances.all():
            register.attendances.remove(one.id)
    return next(one for one in register.sessions.all() if one.title.endswith("Informatika"))


@pytest.fixture
def chosen(workplace, bkpp):
    workplace.now = lambda: NOW
    made = ChosenSession(workplace)
    made.choose(bkpp.id)
    return made


@pytest.fixture
def form():
    return EntryForm()


@pytest.fixture
def entry(workplace, form, chosen):
    made = EntryPresenter(workplace, form, chosen)
    made.use_session()
    return made


@pytest.fixture
def sheet(register, bkpp):
    attendance_pdf(register, bkpp.id)
    return register.sheets.all()[-1]


def state_of(register, session, name):
    return next(one.state for one in people_of(register, session) if one.name.startswith(name))


def test_the_session_of_the_working_day_is_in_hand_first(workplace, register):
    first = ChosenSession(workplace)

    assert first.record.held_on == workplace.working_day()


def test_sessions_are_offered_nearest_first_and_none_that_was_called_off(workplace, register):
    choices = ChosenSession(workplace).choices()

    assert choices[0].label.startswith("21/02/2020")
    offered = {choice.key for choice in choices}
    for one in register.sessions.all():
        assert (one.id in offered) == (one.status.value not in ("ditunda", "batal"))


def test_without_a_printed_sheet_the_list_is_numbered(entry, form):
    assert "menurut daftar sekarang" in form.sheet
    assert [row.number for row in form.rows] == list(range(1, 41))
    assert "belum dicatat 40 dari 40" in form.facts


def test_what_would_change_is_shown_before_anything_is_saved(entry, form, register, sheet):
    entry.use_session()
    before = register.rev

    form.text, form.all_present = "tidak hadir: 3; izin: 4", True
    entry.edited()

    assert form.facts.startswith("40 perubahan dari 44 baris")
    assert [row.after for row in form.rows[:4]] == ["Hadir", "Hadir", "Tidak hadir", "Izin"]
    assert register.rev == before


def test_saving_is_one_step_and_empties_the_fields(entry, form, register, sheet, bkpp, screen):
    entry.use_session()
    before = register.rev
    form.text, form.all_present = "tidak hadir: 3", True

    assert entry.save()

    assert register.rev == before + 1
    assert form.text == ""
    assert screen.last.startswith("Tercatat: 40 orang. Hadir 39")
    assert register.sessions.get(bkpp.id).attended_count == 39


def test_what_cannot_be_read_stands_beside_the_field_and_is_not_saved(entry, form, screen):
    form.text = "cuti: 4"
    entry.edited()

    assert form.problems[0].startswith("Keadaan “cuti” tidak dikenal")
    assert not entry.save()
    assert screen.said[-1][0] == "error"
    assert form.text == "cuti: 4"


@pytest.mark.parametrize("pages", ["9", "satu", "1,", "-1"])
def test_a_page_that_does_not_exist_is_told(entry, form, sheet, pages):
    entry.use_session()
    form.pages, form.all_present = pages, True
    entry.edited()

    assert form.problems and form.problems[0].startswith("Halaman")
    assert not entry.save()


def test_a_code_brings_its_sheet(entry, form, sheet):
    entry.use_code(page_code(sheet.code, 1, len(sheet.pages)))

    assert entry.sheet == sheet
    assert form.kind == "ok"


def test_a_sheet_of_another_session_offers_to_open_it(entry, form, register, chosen, screen):
    other = next(one for one in register.sessions.all() if one.kind.value == "rapat koordinasi")
    attendance_pdf(register, other.id)
    foreign = register.sheets.all()[-1]

    entry.use_code(foreign.code)
    assert entry.sheet is None
    assert "milik “Rapat Koordinasi" in form.sheet

    label, open_it = screen.action
    open_it()
    assert (label, chosen.id, entry.sheet) == ("Buka sesi itu", other.id, foreign)


@pytest.mark.parametrize("typed", ["DH17K3QX9MP0101AA", "salah"])
def test_a_code_that_is_not_ours_is_told_in_red(entry, form, typed):
    entry.use_code(typed)

    assert form.kind == "error"
    assert entry.sheet is None


def test_a_doubtful_walk_in_is_asked_by_name(entry, form, register, bkpp, sheet, workplace):
    entry.use_session()
    same = [replace(one, id=register.ids(), nip="") for one in register.employees.all()[:1]]
    register.employees.add(same[0])
    form.text = f"tambahan: 42 {same[0].name}"
    asked = []
    workplace.choose = lambda question, answers: asked.append((question, answers)) or answers[-1]

    assert entry.save(), workplace.screen.last

    assert asked[0][0] == f"Baris 42: siapa “{same[0].name}”?"
    guest = [one for one in people_of(register, bkpp) if not one.is_listed]
    assert guest[0].employee_id == ""


def test_esc_at_that_question_saves_nothing(entry, form, register, sheet, workplace):
    entry.use_session()
    same = replace(register.employees.all()[0], id=register.ids(), nip="")
    register.employees.add(same)
    form.text = f"tambahan: 42 {same.name}"
    workplace.choose = lambda question, answers: None

    assert not entry.save()
    assert register.attendances.count() == 0


def test_a_scan_goes_with_the_sheet_its_code_names(entry, register, sheet, tmp_path, screen, bkpp):
    path = tmp_path / "pindaian.pdf"
    path.write_bytes(printed_again(register, sheet, bkpp))

    entry.scans.attach_path(path)

    (scan,) = register.scans.all()
    assert (scan.sheet_id, scan.session_id) == (sheet.id, bkpp.id)
    assert scan.pages == tuple(page.page for page in sheet.pages)
    assert "dilampirkan pada lembar" in screen.last

    entry.scans.attach_path(path)
    assert "sudah dilampirkan sebelumnya" in screen.last


def test_an_unreadable_code_waits_for_the_typed_one(entry, form, register, sheet, tmp_path):
    from PIL import Image

    path = tmp_path / "foto.png"
    Image.new("L", (300, 300), 255).save(path)
    entry.scans.attach_path(path)
    assert "tidak terbaca" in form.sheet
    assert register.scans.count() == 0

    entry.use_code(sheet.code)

    assert register.scans.all()[0].sheet_id == sheet.id


def test_what_is_no_scan_gets_its_sentence(entry, tmp_path, screen):
    path = tmp_path / "daftar.docx"
    path.write_bytes(b"PK\x03\x04")

    entry.scans.attach_path(path)

    assert screen.said[-1][0] == "error"
    assert "bukan PDF, PNG, atau JPEG" in screen.last


@pytest.fixture
def front():
    return DoorFront()


@pytest.fixture
def door(workplace, front, chosen):
    made = DoorPresenter(workplace, front, chosen)
    made.use_session()
    return made


def test_a_scanned_code_and_enter_note_the_person_with_the_time(door, front, register, bkpp):
    person = people_of(register, bkpp)[0]

    door.typed(invitation_code(bkpp.id, person.key))
    assert front.found == ()
    door.enter(invitation_code(bkpp.id, person.key))

    assert front.answers[-1].head == person.name
    assert front.answers[-1].sentence.startswith("Hadir pukul 08.41 · orang ke-1")
    assert front.arrivals[0].attendance.arrived_at == NOW.time()
    assert (front.counters.came, front.counters.missing) == (1, 39)


def test_letters_show_whom_they_may_mean_and_enter_takes_the_marked_one(door, front):
    door.typed("an")
    assert len(front.found) > 1

    door.enter("an", front.found[1].id)

    assert front.answers[-1].head == front.found[1].name or front.arrivals


def test_the_second_scan_of_a_person_is_told_and_notes_nothing(door, front, register, bkpp):
    code = invitation_code(bkpp.id, people_of(register, bkpp)[0].key)
    door.enter(code)
    before = register.rev

    door.enter(code)

    assert front.answers[-1].sentence == "Sudah hadir pukul 08.41."
    assert front.answers[-1].kind == "warning"
    assert register.rev == before


def test_a_guest_is_noted_under_the_typed_name_and_can_be_taken_back(door, front, register):
    door.guest("Tamu dari Media")
    assert front.counters.guests == 1

    door.undo()

    assert front.counters.guests == 0
    assert register.attendances.count() == 0


def test_the_last_one_is_taken_back_and_may_come_again(door, front, register, bkpp):
    person = people_of(register, bkpp)[0]
    door.enter(person.name)
    door.undo()
    assert state_of(register, bkpp, person.name) is None

    door.enter(person.name)

    assert state_of(register, bkpp, person.name) is AttendanceState.PRESENT


def test_with_nothing_to_take_back_it_says_so(door, front):
    door.undo()

    assert front.answers[-1].head == "Tidak ada yang dibatalkan"


def test_nobody_of_that_name_keeps_what_was_typed_for_f3(door, front):
    cleared = front.cleared

    door.enter("Zulkifli")

    assert "F3" in front.answers[-1].sentence
    assert front.cleared == cleared


def test_own_steps_do_not_read_everybody_anew(door, front, register, bkpp, monkeypatch):
    door.enter(people_of(register, bkpp)[0].name)
    monkeypatch.setattr("ui.presenters.door.people_of", lambda *_: pytest.fail("read anew"))

    door.refresh(register.rev)


def printed_again(register, sheet, session):
    """The sheet as a PDF with its real codes, as a scanner would send it back."""
    from reports.sessions.attendance_sheet import attendance_sheet
    from ui.papers.sessions import Asked, _attendance

    return attendance_sheet(_attendance(register, session, Asked(), code=sheet.code)).pdf
