"""What a record may not say beside its office's ASN and the day the desk works on.

Asked before a record is saved; what an older record already said is not asked again.
"""

from datetime import date

from census_desk.desk import Desk, working_day
from census_desk.errors import InvalidRecord
from census_desk.indonesian import number, short_date
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.letter import Letter
from census_desk.people import Office
from census_desk.progress import Recap
from census_desk.register import Register
from census_desk.visits.obstacle import Obstacle
from census_desk.words import _

FIRST_YEAR, LAST_YEAR = 1990, 2100


def day_of(register: Register) -> date:
    """The day the desk works on: the one set, else the day of the register's own clock."""
    desks: tuple[Desk, ...] = register.collection("desks").all()
    return working_day(desks[0], register.today) if desks else register.today


def refuse_later(register: Register, field: str, name: str, day: date) -> None:
    """Raise InvalidRecord for a day after the working date: it has not happened yet."""
    if sentence := later_problem(name, day, day_of(register)):
        raise InvalidRecord({field: sentence})


def later_problem(name: str, day: date, on: date) -> str:
    """The sentence for a day after `on`; "" for that day or before."""
    if day <= on:
        return ""
    return _("{name} {day} sesudah tanggal kerja {on}; perbaiki tanggalnya.").format(
        name=name, day=short_date(day), on=short_date(on)
    )


def year_problem(name: str, day: date) -> str:
    """The sentence for a day no census office works with; "" for one of 1990 to 2100."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    return _("{name}: tahun {year} di luar {first}–{last}; perbaiki tahunnya.").format(
        name=name, year=day.year, first=FIRST_YEAR, last=LAST_YEAR
    )


def refuse_implausible(register: Register, saved: object | None, record: object) -> None:
    """Raise InvalidRecord for counts above the office's ASN and days that are yet to come."""
    problems: dict[str, str] = {}
    if isinstance(record, Recap):
        _count(problems, register, saved, record, "done_count", _("ASN selesai"))
        _day(problems, register, saved, record, "counted_on", _("Per tanggal"))
    elif isinstance(record, Obstacle):
        _count(problems, register, saved, record, "people_count", _("Jumlah orang"))
        _day(problems, register, saved, record, "noted_on", _("Dicatat pada"))
    elif isinstance(record, Letter):
        _year(problems, saved, record, "dated_on", _("Tanggal surat"))
    elif isinstance(record, IncomingLetter):
        _day(problems, register, saved, record, "received_on", _("Diterima pada"))
        _year(problems, saved, record, "dated_on", _("Tanggal surat"))
        _agenda_number(problems, register, saved, record)
    elif isinstance(record, Disposition):
        _due(problems, saved, record)
    if problems:
        raise InvalidRecord(problems)


def _count(
    problems: dict[str, str],
    register: Register,
    saved: object | None,
    record: Recap | Obstacle,
    field: str,
    name: str,
) -> None:
    """An office whose ASN nobody counted yet (0) refuses nothing."""
    office: Office | None = register.collection("offices").find(record.office_id)
    value: int = getattr(record, field)
    if office is None or not office.asn_count or value <= office.asn_count:
        return
    if _said(record, field) == _said(saved, field):
        return
    problems[field] = _("{name} {count} melebihi jumlah ASN {office}, yaitu {asn}.").format(
        name=name,
        count=number(value),
        office=office.short_name,
        asn=number(office.asn_count),
    )


def _day(
    problems: dict[str, str],
    register: Register,
    saved: object | None,
    record: object,
    field: str,
    name: str,
) -> None:
    day: date = getattr(record, field)
    if saved is not None and getattr(saved, field) == day:
        return
    if sentence := later_problem(name, day, day_of(register)):
        problems[field] = sentence


def _said(record: object | None, field: str) -> tuple[object, object] | None:
    return None if record is None else (getattr(record, "office_id", ""), getattr(record, field))


def _year(
    problems: dict[str, str], saved: object | None, record: object, field: str, name: str
) -> None:
    if _said(record, field) == _said(saved, field):
        return
    if sentence := year_problem(name, getattr(record, field)):
        problems.setdefault(field, sentence)


def _agenda_number(
    problems: dict[str, str], register: Register, saved: object | None, record: IncomingLetter
) -> None:
    """An agenda counts its letters from 1 each year."""
    typed = record.agenda_number.strip()
    is_kept = isinstance(saved, IncomingLetter) and _place(saved) == _place(record)
    if not typed or is_kept:
        return
    if not (typed.isascii() and typed.isdecimal() and int(typed)):
        problems["agenda_number"] = _(
            "Nomor agenda “{number}” bukan bilangan; tulis angkanya saja, atau kosongkan."
        ).format(number=typed[:40])
        return
    others: tuple[IncomingLetter, ...] = register.collection("incoming_letters").all()
    for other in others:
        if other.id != record.id and _place(other) == _place(record):
            problems["agenda_number"] = _(
                "Nomor agenda {number} tahun {year} sudah dipakai surat dari {sender}."
            ).format(number=typed, year=record.received_on.year, sender=other.sender[:60])


def _place(letter: IncomingLetter) -> tuple[int, str]:
    return letter.received_on.year, letter.agenda_number.strip().lstrip("0")


def _due(problems: dict[str, str], saved: object | None, record: Disposition) -> None:
    is_kept = isinstance(saved, Disposition) and (saved.on, saved.due_on) == (
        record.on,
        record.due_on,
    )
    if record.due_on is not None and record.due_on < record.on and not is_kept:
        problems["due_on"] = _("Batas waktu {due} mendahului tanggal disposisi {on}.").format(
            due=short_date(record.due_on), on=short_date(record.on)
        )
