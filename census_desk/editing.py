"""Use cases every collection shares: add, change, duplicate and delete a record.

Window and command line call these, so nothing can be done in one only.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from census_desk.catalogue import COLLECTIONS
from census_desk.desk import Desk
from census_desk.errors import CensusDeskError, InvalidRecord, RefusedByReference
from census_desk.indonesian import short_date
from census_desk.kind import Kind
from census_desk.letters.archive import is_frozen, same_paper
from census_desk.letters.by_hand import refuse_steps_by_hand
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.letter import UNISSUED, Letter, LetterStatus, same_number
from census_desk.letters.office_font import OfficeFont
from census_desk.letters.own_fonts import (
    let_unused_files_go,
    refuse_font_in_use,
    refuse_gone_fonts,
)
from census_desk.letters.own_profiles import refuse_profile_in_use
from census_desk.letters.profile import LayoutProfile
from census_desk.plausible import refuse_implausible, year_problem
from census_desk.refusals import (
    FrozenLetter,
    IssuedLetter,
    LedgerKept,
    OnlyDesk,
    OnlyRules,
)
from census_desk.register import Register
from census_desk.register.errors import sentence_case
from census_desk.sessions.placing import printed_at
from census_desk.sessions.planning.fitting import refuse_unfit
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.rules import ScheduleRules
from census_desk.sessions.session import SessionStatus
from census_desk.visits.keeping import refuse_in_use, refuse_misfit
from census_desk.words import _

Record = TypeVar("Record")

# A sheet goes after what refers to it.
OF_SESSIONS = ("attendances", "sheet_returns", "scans", "session_files", "sheets")
# A record's own parts: they go with it, in the same step.
OWNED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "letters": tuple((name, "letter_id") for name in ("deliveries", "scans", "issued_papers")),
    "incoming_letters": (("dispositions", "incoming_id"), ("scans", "incoming_id")),
    "sessions": tuple((name, "session_id") for name in OF_SESSIONS),
    "visits": (("follow_ups", "visit_id"),),
}
# What a copy must not take along from the record it is made of.
FRESH: Mapping[str, Mapping[str, Any]] = {
    "letters": {"number": "", "revision": 0, "status": LetterStatus.DRAFT, "status_note": ""},
    "incoming_letters": {"agenda_number": ""},
    "sessions": {
        "attended_count": None,
        "status": SessionStatus.PLANNED,
        "status_note": "",
        "moves": (),
        "series_key": "",
        "plan_key": "",
        "is_locked": False,
        "is_released": False,
    },
    "employees": {"nip": ""},
}


def kind_of(record: object) -> Kind:
    """The catalogue's entry for a record."""
    return next(kind for kind in COLLECTIONS.values() if kind.record is type(record))


def title_of(record: object) -> str:
    """A record's short title, shortened for sentences."""
    title = kind_of(record).title(record)
    return title if len(title) <= 60 else f"{title[:57]}…"


def add(register: Register, record: Record) -> Record:
    """Save a new record as one named step; one Desk and one set of rules is all there may be.

    Raises InvalidRecord for a number already taken, a letter's step or number typed by hand, or a
    reference to what is gone, OnlyDesk for a second Desk.
    """
    kind = kind_of(record)
    what = _("Menambah {kind}: {title}").format(kind=_(kind.singular), title=title_of(record))
    with register.change(what):
        if isinstance(record, Desk) and register.collection(kind.name).count():
            raise OnlyDesk
        is_rules = isinstance(record, ScheduleRules | PlanningRules)
        if is_rules and register.collection(kind.name).count():
            raise OnlyRules(_(kind.singular))
        _refuse(register, record)
        if isinstance(record, Letter):
            refuse_steps_by_hand(register, None, record)
        record = printed_at(register, None, record)
        register.collection(kind.name).add(record)
    return record


def change(register: Register, record: Record, expected_rev: int | None = None) -> Record:
    """Save an edited record as one named step.

    A checked letter whose text changes is a draft again. Raises StaleRecord when the saved record
    is newer than `expected_rev`, InvalidRecord for a letter number already taken, a letter's step
    or number typed by hand, or a reference to what is gone, FrozenLetter for the text of an issued
    paper.
    """
    kind = kind_of(record)
    what = _("Mengubah {kind}: {title}").format(kind=_(kind.singular), title=title_of(record))
    with register.change(what):
        _refuse(register, record)
        saved = register.collection(kind.name).find(_id_of(record))
        _refuse_frozen(register, saved, record)
        if isinstance(saved, Letter) and isinstance(record, Letter):
            refuse_steps_by_hand(register, saved, record)
        record = printed_at(register, saved, _unchecked(saved, record))
        register.collection(kind.name).replace(record, expected_rev=expected_rev)
    return record


def delete(register: Register, collection: str, record_id: str) -> None:
    """Remove a record and its own parts as one step.

    Raises RefusedByReference when others still refer to it, IssuedLetter for a numbered letter,
    OnlyDesk for the Desk, LedgerKept for a number and for a book that gave one.
    """
    kind = COLLECTIONS[collection]
    record = register.collection(collection).get(record_id)
    what = _("Menghapus {kind}: {title}").format(kind=_(kind.singular), title=title_of(record))
    with register.change(what):
        _refuse_deletion(register, register.collection(collection).get(record_id))
        own = _own_parts(register, collection, record_id)
        if users := _users(register, collection, record_id, own):
            raise RefusedByReference(title_of(record), users)
        for name, part_id in own:
            register.collection(name).remove(part_id)
        register.collection(collection).remove(record_id)
        if isinstance(record, OfficeFont):
            let_unused_files_go(register)


def duplicated(record: Record, new_id: str, **changes: object) -> Record:
    """A copy to start a new record from: its own id, without the first one's number or counts."""
    fresh = {**FRESH.get(kind_of(record).name, {}), **changes}
    return replace(record, id=new_id, **fresh)  # type: ignore[type-var]


def set_working_date(register: Register, on: date | None) -> None:
    """Let the desk work on that day, as one named step; None follows the calendar again.

    Raises InvalidRecord for a year outside 1990 to 2100.
    """
    if on and (sentence := year_problem(_("Tanggal kerja"), on)):
        raise InvalidRecord({"working_date": sentence})
    what = (
        _("Mengatur tanggal kerja: {day}").format(day=short_date(on))
        if on
        else _("Tanggal kerja mengikuti hari ini")
    )
    with register.change(what):
        register.collection("desks").replace(replace(the_desk(register), working_date=on))


def the_desk(register: Register) -> Desk:
    """The register's one Desk record; raises CensusDeskError when it was never set up."""
    desks: tuple[Desk, ...] = register.collection("desks").all()
    if not desks:
        raise CensusDeskError(
            _("Register ini belum disiapkan; isi nama kantor dan kabupaten di Pengaturan.")
        )
    return desks[0]


def _refuse(register: Register, record: object) -> None:
    _refuse_same_number(register, record)
    _refuse_dangling(register, record)
    if isinstance(record, LayoutProfile):
        refuse_gone_fonts(register, record)
    refuse_misfit(register, record)
    refuse_unfit(register, record)
    saved = register.collection(kind_of(record).name).find(_id_of(record))
    refuse_implausible(register, saved, record)


def _refuse_dangling(register: Register, record: object) -> None:
    """Another window may have deleted what this record refers to since its form was opened."""
    problems = {}
    for field, target in kind_of(record).references.items():
        value = getattr(record, field)
        ids = value if isinstance(value, tuple) else (value,)
        if any(one and register.collection(target).find(one) is None for one in ids):
            problems[field] = _("{kind} yang dipilih sudah dihapus; pilih yang lain.").format(
                kind=sentence_case(_(COLLECTIONS[target].singular))
            )
    if problems:
        raise InvalidRecord(problems)


def _refuse_deletion(register: Register, record: object) -> None:
    if isinstance(record, Desk):
        raise OnlyDesk
    if isinstance(record, Letter) and record.number and record.status not in UNISSUED:
        raise IssuedLetter(record.number)
    if isinstance(record, LayoutProfile):
        refuse_profile_in_use(register, record)
    if isinstance(record, OfficeFont):
        refuse_font_in_use(register, record)
    refuse_in_use(register, record)
    if isinstance(record, NumberEntry):
        raise LedgerKept(title_of(record))
    if isinstance(record, Book):
        numbers = register.collection("numbers").all()
        if any(one.book == record.key for one in numbers):
            raise LedgerKept(title_of(record))


def _refuse_frozen(register: Register, saved: object, record: object) -> None:
    """What was issued stays as it was; only its notes move on."""
    if not isinstance(saved, Letter) or not isinstance(record, Letter):
        return
    if is_frozen(register, saved) and not same_paper(saved, record):
        raise FrozenLetter(saved.number)


def _unchecked(saved: object, record: Record) -> Record:
    """The check held for the text that was checked."""
    if not isinstance(saved, Letter) or not isinstance(record, Letter):
        return record
    if record.status is LetterStatus.CHECKED and not same_paper(saved, record):
        return replace(record, status=LetterStatus.DRAFT)
    return record


def _refuse_same_number(register: Register, record: object) -> None:
    if isinstance(record, Letter) and (other := same_number(record, register.letters.all())):
        raise InvalidRecord(
            {
                "number": _("Nomor ini sudah dipakai di buku yang sama untuk “{subject}”.").format(
                    subject=other.subject
                )
            }
        )


def _own_parts(register: Register, collection: str, record_id: str) -> list[tuple[str, str]]:
    return [
        (name, part.id)
        for name, field in OWNED.get(collection, ())
        for part in register.collection(name).all()
        if getattr(part, field) == record_id
    ]


def _users(
    register: Register, collection: str, record_id: str, own: list[tuple[str, str]]
) -> list[str]:
    users = []
    for kind in COLLECTIONS.values():
        fields = [name for name, target in kind.references.items() if target == collection]
        for record in register.collection(kind.name).all() if fields else ():
            refers = any(_refers(getattr(record, field), record_id) for field in fields)
            if refers and (kind.name, record.id) not in own and record.id != record_id:
                users.append(f"{_(kind.singular)} {title_of(record)}")
    return users


def _refers(value: object, record_id: str) -> bool:
    return record_id in value if isinstance(value, tuple) else value == record_id


def _id_of(record: object) -> str:
    return str(record.id)  # type: ignore[attr-defined]  # every record of the catalogue has one
