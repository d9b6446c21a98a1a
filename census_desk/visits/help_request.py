"""Permintaan bantuan: an office asks for help, and how it was answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.checks import limit, no_long_digits, refuse, require
from census_desk.words import N_, _


class RequestWay(StrEnum):
    """How a request reached the desk."""

    PHONE = "telepon"
    MESSAGE = "pesan"
    LETTER = "surat"
    MAIL = "surel"
    IN_PERSON = "datang"


REQUEST_WAY_NAMES = {
    RequestWay.PHONE: N_("Telepon"),
    RequestWay.MESSAGE: N_("Pesan singkat"),
    RequestWay.LETTER: N_("Surat"),
    RequestWay.MAIL: N_("Surel"),
    RequestWay.IN_PERSON: N_("Datang sendiri"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """One request; answered by a visit, a session, or words. `incoming_id` is its letter."""

    id: str
    office_id: str
    asked_on: date
    asked_by: str
    way: RequestWay = RequestWay.PHONE
    what: str
    incoming_id: str = ""
    answered_on: date | None = None
    visit_id: str = ""
    session_id: str = ""
    answer: str = ""

    def __post_init__(self) -> None:
        refuse(request_problems(self))


def request_problems(request: HelpRequest) -> dict[str, str]:
    """Field to sentence for a request that cannot stand as it is."""
    problems: dict[str, str] = {}
    require(problems, "office_id", request.office_id, _("OPD"))
    for field, value, name, most in (
        ("asked_by", request.asked_by, _("Diminta oleh"), 160),
        ("what", request.what, _("Yang diminta"), 2_000),
    ):
        require(problems, field, value, name)
        limit(problems, field, value, name, most)
        no_long_digits(problems, field, value, name)
    limit(problems, "answer", request.answer, _("Jawaban"), 2_000)
    no_long_digits(problems, "answer", request.answer, _("Jawaban"))
    has_answer = bool(request.visit_id or request.session_id or request.answer.strip())
    if request.answered_on is None and has_answer:
        problems["answered_on"] = _("Tanggal jawaban belum diisi.")
    if request.answered_on is not None and not has_answer:
        problems["answer"] = _("Jawaban belum diisi: pilih kunjungan atau sesi, atau tulis.")
    if request.answered_on is not None and request.answered_on < request.asked_on:
        problems["answered_on"] = _("Tanggal jawaban mendahului tanggal permintaan.")
    return problems


def is_waiting(request: HelpRequest, on: date) -> bool:
    """Whether it was asked by that day and not answered by its end."""
    is_answered = request.answered_on is not None and request.answered_on <= on
    return request.asked_on <= on and not is_answered
