"""The rows of a sheet as the screen shows them: what is noted, what saving would make of it."""

from dataclasses import dataclass

from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, AttendanceState
from census_desk.sessions.entering import ListRow, Written
from census_desk.words import N_, _
from ui.tables import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One row of the sheet as the table shows it: now, and as saving would make it."""

    id: str
    number: int
    name: str
    unit: str
    before: str
    after: str = ""
    note: str = ""


def _text(name: str, label: str, ems: int) -> Column:
    return Column(name=name, label=label, text=lambda row, lookup: getattr(row, name), ems=ems)


ROWS = (
    Column(
        name="number",
        label=N_("Baris"),
        text=lambda row, lookup: str(row.number) if row.number else "–",
        sort_key=lambda row, lookup: row.number,
        align="e",
        ems=5,
    ),
    _text("name", N_("Nama"), 26),
    _text("before", N_("Tercatat"), 9),
    _text("after", N_("Menjadi"), 9),
    _text("note", N_("Keterangan"), 9),
    _text("unit", N_("Jabatan / unit"), 14),
)


def state_words(state: AttendanceState | None) -> str:
    """A state in words; nothing noted is not absence."""
    return _(ATTENDANCE_STATE_NAMES[state]) if state else _("Belum dicatat")


def row_colour(row: EntryRow) -> str:
    """What would change stands out; absence most."""
    if not row.after:
        return ""
    return "warning" if row.before != _("Belum dicatat") and row.number else "success"


def entry_row(row: ListRow, written: Written | None) -> EntryRow:
    """A row of the sheet with the person on it, and what saving would make of him."""
    person = written.person if written else row.person
    if person is None:
        return EntryRow(
            id=str(row.number),
            number=row.number,
            name=_("(baris kosong)"),
            unit="",
            before="",
            note=_("tambahan: {row} …").format(row=row.number),
        )
    attendance = person.attendance
    note = attendance.represented_by if attendance else ""
    if written and written.text:
        note = written.text
    if not note and not person.is_listed:
        note = _("tidak lagi terdaftar") if row.person and row.number else _("tambahan")
    after = state_words(written.state) if written else ""
    return EntryRow(
        id=f"{row.number} {person.id}",
        number=row.number,
        name=person.name,
        unit=person.position or person.unit,
        before=state_words(person.state),
        after=after,
        note=note,
    )
