"""What records of visits must keep to beside each other; asked before any of them is saved."""

from typing import Any

from census_desk.errors import InvalidRecord, RefusedByReference
from census_desk.indonesian import short_date
from census_desk.register import Register
from census_desk.visits.follow_up import FollowUp, agreed_on
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import Reason, ReasonInUse, reasons_of
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import _


def refuse_misfit(register: Register, record: object) -> None:
    """Raise InvalidRecord or ReasonInUse for a record of visits that does not fit the others."""
    problems: dict[str, str] = {}
    if isinstance(record, FollowUp):
        problems = _follow_up_problems(register, record)
    elif isinstance(record, Visit):
        problems = _visit_problems(register, record)
    elif isinstance(record, Obstacle):
        problems = _obstacle_problems(register, record)
    elif isinstance(record, Reason):
        problems = _reason_problems(register, record)
    if problems:
        raise InvalidRecord(problems)


def refuse_in_use(register: Register, record: object) -> None:
    """Raise for a reason obstacles name, and for a visit that closed obstacles of another one."""
    if isinstance(record, Reason):
        refuse_reason_in_use(register, record)
    if isinstance(record, Visit):
        closed = [
            one for one in register.collection("obstacles").all() if record.id in one.visit_ids
        ]
        if closed:
            title = f"{record.purpose} ({short_date(record.held_on)})"
            raise RefusedByReference(title, [f"{_('kendala')} {one.reason}" for one in closed])


def refuse_reason_in_use(register: Register, reason: Reason) -> None:
    """Raise ReasonInUse while an obstacle names it."""
    count = sum(one.reason == reason.key for one in register.collection("obstacles").all())
    if count:
        raise ReasonInUse(reason.name, count)


def _follow_up_problems(register: Register, one: FollowUp) -> dict[str, str]:
    problems: dict[str, str] = {}
    visit: Visit | None = register.collection("visits").find(one.visit_id)
    if not one.who.strip():
        problems["who"] = _("Pelaksana belum diisi.")
    if one.due_on is None:
        problems["due_on"] = _("Tenggat belum diisi.")
    elif visit is not None and one.due_on < visit.held_on:
        problems["due_on"] = _("Tenggat mendahului tanggal kunjungan ({day}).").format(
            day=short_date(visit.held_on)
        )
    if visit is not None and one.done_on is not None and one.done_on < visit.held_on:
        problems["done_on"] = _("Tanggal selesai mendahului tanggal kunjungan ({day}).").format(
            day=short_date(visit.held_on)
        )
    return problems


def _visit_problems(register: Register, visit: Visit) -> dict[str, str]:
    if visit.status is VisitStatus.CANCELLED:
        return {}
    for one in agreed_on(register.collection("follow_ups").all(), visit.id):
        if one.due_on is not None and one.due_on < visit.held_on:
            sentence = _("Tindak lanjut “{what}” bertenggat {due}, sebelum tanggal kunjungan ini.")
            return {"held_on": sentence.format(what=one.what[:60], due=short_date(one.due_on))}
    return {}


def _obstacle_problems(register: Register, obstacle: Obstacle) -> dict[str, str]:
    problems: dict[str, str] = {}
    reasons = reasons_of(register.collection("reasons").all())
    saved = register.collection("obstacles").find(obstacle.id)
    is_kept = saved is not None and saved.reason == obstacle.reason
    if not is_kept and all(one.key != obstacle.reason for one in reasons):
        problems["reason"] = _("Alasan “{reason}” tidak ada dalam daftar di Pengaturan.").format(
            reason=obstacle.reason[:60]
        )
    person: Any = register.collection("employees").find(obstacle.employee_id)
    if person is not None and person.office_id != obstacle.office_id:
        problems["employee_id"] = _("{name} bukan ASN dari OPD ini.").format(name=person.name)
    return problems


def _reason_problems(register: Register, reason: Reason) -> dict[str, str]:
    saved: Reason | None = register.collection("reasons").find(reason.id)
    if saved is not None and saved.key != reason.key:
        refuse_reason_in_use(register, saved)
    others = (one for one in register.collection("reasons").all() if one.id != reason.id)
    if any(one.key.casefold() == reason.key.casefold() for one in others):
        return {"key": _("Kunci “{key}” sudah dipakai alasan lain.").format(key=reason.key)}
    return {}
