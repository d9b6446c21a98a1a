"""A signed sheet back into the register: planned from what was typed, looked at, saved in one step.

Nothing is taken over while a sentence is open. A row that was noted before changes only when its
number is typed again; marking everybody as present leaves it as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from census_desk.errors import CensusDeskError
from census_desk.people import Employee
from census_desk.register import Register
from census_desk.sessions.attendance import REACHED, Attendance, AttendanceState
from census_desk.sessions.marks import Mark, read_marks
from census_desk.sessions.matching import Match, match_person
from census_desk.sessions.recording import (
    Expected,
    attendance_of,
    keep,
    step_name,
    turnout,
    who_came,
)
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_return import SheetReturn
from census_desk.words import _

AS_WRITTEN = "-"  # the answer to a doubtful name: nobody of the register


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row as it stands on the paper and who it is now; `person` None for an empty row."""

    number: int
    name: str = ""
    person: Expected | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A person as a sheet is to note him: before, after, and by which row."""

    row: ListRow
    person: Expected
    state: AttendanceState | None
    text: str = ""

    @property
    def is_change(self) -> bool:
        """Whether anything differs from what is noted now."""
        before = self.person.attendance
        if before is None:
            return self.state is not None
        return (before.state, before.represented_by) != (self.state, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name in an empty row that may be one of several; a person chooses."""

    row: int
    match: Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What saving would do; with a problem or a doubt it cannot be saved."""

    written: tuple[Written, ...] = ()
    problems: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def changes(self) -> tuple[Written, ...]:
        """Only what would differ."""
        return tuple(one for one in self.written if one.is_change)

    @property
    def can_save(self) -> bool:
        """Whether everything is understood and something would change."""
        return not self.problems and not self.doubts and bool(self.changes)


class NothingToSave(CensusDeskError):
    """An entry that is not understood, or changes nothing."""

    def __init__(self, plan: Plan) -> None:
        if plan.problems:
            sentence = plan.problems[0]
        elif plan.doubts:
            told = _("Baris {row}: pilih dahulu siapa “{name}”.")
            sentence = told.format(row=plan.doubts[0].row, name=plan.doubts[0].match.typed)
        else:
            sentence = _("Tidak ada yang berubah; tandai semua hadir atau tulis nomor barisnya.")
        super().__init__(sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a clerk says of a sheet: everybody else present, the row numbers, answers to doubts.

    `pages` are those that came back, () for all; `answers` maps an empty row to an ASN's id, or to
    AS_WRITTEN for somebody the register does not know.
    """

    text: str = ""
    all_present: bool = False
    pages: tuple[int, ...] = ()
    answers: Mapping[int, str] = field(default_factory=dict)


def sheet_rows(sheet: Sheet, people: Sequence[Expected]) -> list[ListRow]:
    """The rows of a printed sheet, each with the person as the register has him now.

    Somebody struck off the list since stays on the page, and in the rows, under the printed name.
    """
    known = {one.key: one for one in people if one.key}
    rows = []
    for page in sheet.pages:
        for row in page.rows:
            key = row.employee_id or row.key
            person = known.get(key)
            if person is None and (key or row.name):
                person = Expected(
                    id=key or row.name,
                    name=row.name or key,
                    office_id="",
                    employee_id=row.employee_id,
                    key=key or row.name,
                    is_listed=False,
                )
            rows.append(ListRow(number=row.number, name=row.name, person=person, page=page.page))
    return rows


def list_rows(people: Sequence[Expected]) -> list[ListRow]:
    """The rows of a session nobody printed a sheet for: the list as it stands now."""
    return [
        ListRow(number=number, name=one.name, person=one) for number, one in enumerate(people, 1)
    ]


def plan_entry(
    rows: Sequence[ListRow], people: Sequence[Expected], employees: Sequence[Employee], typed: Typed
) -> Plan:
    """What these words would note; pure, so that it can be shown while one types."""
    chosen = [one for one in rows if not typed.pages or one.page in typed.pages]
    by_number = {one.number: one for one in chosen}
    empty = [one.number for one in chosen if one.person is None]
    reading = read_marks(typed.text, tuple(by_number), empty)
    problems, doubts = list(reading.problems), []
    written: dict[str, Written] = {}
    near = {one.office_id for one in people if one.office_id}
    by_key = {one.key: one for one in people if one.key}
    for mark in reading.marks:
        row = by_number.get(mark.row)
        if row is None:
            continue
        if row.person is not None:
            written[row.person.id] = Written(
                row=row, person=row.person, state=mark.state, text=mark.text
            )
        elif mark.is_walk_in:
            answer = typed.answers.get(mark.row, "")
            who = _walk_in(mark, answer, employees, near, by_key)
            if isinstance(who, Doubt):
                doubts.append(who)
            elif who.id in written:
                told = _("Baris {row}: {name} sudah ada di baris {other}.")
                other = written[who.id].row.number
                problems.append(told.format(row=mark.row, name=who.name, other=other))
            else:
                written[who.id] = Written(row=row, person=who, state=AttendanceState.PRESENT)
    if typed.all_present:
        for row in chosen:
            if row.person and row.person.id not in written and row.person.state is None:
                present = Written(row=row, person=row.person, state=AttendanceState.PRESENT)
                written[row.person.id] = present
    ordered = tuple(sorted(written.values(), key=lambda one: one.row.number))
    return Plan(written=ordered, problems=tuple(problems), doubts=tuple(doubts))


def _walk_in(
    mark: Mark,
    answer: str,
    employees: Sequence[Employee],
    near: set[str],
    by_key: Mapping[str, Expected],
) -> Expected | Doubt:
    """Who wrote the name into an empty row: one of the list, an ASN from elsewhere, a guest."""
    if answer == AS_WRITTEN:
        found = None
    elif answer:
        found = next((one for one in employees if one.id == answer), None)
    else:
        match = match_person(mark.text, employees, near)
        if match.is_open:
            return Doubt(row=mark.row, match=match)
        found = match.employee
    if found is not None:
        return by_key.get(found.id) or Expected(
            id=found.id,
            name=found.name,
            office_id=found.office_id,
            employee_id=found.id,
            key=found.id,
            is_listed=False,
        )
    same = next(
        (one for one in by_key.values() if not one.is_listed and one.key == mark.text), None
    )
    return same or Expected(
        id=mark.text, name=mark.text, office_id="", key=mark.text, is_listed=False
    )


def save_entry(
    register: Register,
    session_id: str,
    plan: Plan,
    typed: Typed,
    *,
    now: datetime,
    sheet: Sheet | None = None,
    new_id: Callable[[], str] | None = None,
) -> int:
    """Note all of a plan as one step that can be undone; how many people changed.

    The session's count of those who came follows. Raises NothingToSave for a plan that is not
    understood, has open doubts, or changes nothing.
    """
    if not plan.can_save:
        raise NothingToSave(plan)
    ids = new_id or register.ids
    changes = plan.changes
    before = turnout(people_of(register, register.sessions.get(session_id))).reached
    with register.change(step_name(register, session_id, len(changes))):
        for one in changes:
            _write(register, session_id, one, sheet.code if sheet else "", ids)
        if sheet is not None:
            register.sheet_returns.add(
                SheetReturn(
                    id=ids(),
                    sheet_id=sheet.id,
                    session_id=session_id,
                    pages=typed.pages,
                    typed=typed.text,
                    all_present=typed.all_present,
                    entered_at=now,
                    entered_by=register.actor,
                    row_count=len(changes),
                )
            )
        _count(register, session_id, before)
    return len(changes)


def _write(
    register: Register, session_id: str, one: Written, code: str, ids: Callable[[], str]
) -> None:
    before: Attendance | None = one.person.attendance
    if one.state is None:
        if before is not None:
            register.attendances.remove(before.id)
        return
    text = one.text if one.state is AttendanceState.REPRESENTED else ""
    made = attendance_of(
        one.person, session_id, one.state, new_id=ids, represented_by=text, sheet_code=code
    )
    keep(register, one.person, made)


def _count(register: Register, session_id: str, before: int) -> None:
    """The count follows the names; one typed that was larger than theirs stays beside a guest."""
    session: Session = register.sessions.get(session_id)
    people = people_of(register, session)
    reached = turnout(people).reached
    if (session.attended_count or 0) > before:
        reached = who_came(session, people)
    if session.attended_count != reached:
        register.sessions.replace(replace(session, attended_count=reached))


def joined(written: Sequence[Written]) -> int:
    """How many of these would be counted as reached."""
    return sum(one.state in REACHED for one in written)
