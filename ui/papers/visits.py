"""Reports and minutes of visits."""

from datetime import date
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import long_date, short_date
from census_desk.letters.letter import IN_FORCE, LetterKind
from census_desk.letters.own_fonts import printed_profile
from census_desk.visits.follow_up import agreed_on
from census_desk.visits.obstacle import concerning
from census_desk.visits.reasons import reasons_of
from census_desk.visits.visit import Visit, VisitStatus
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.facts import FactMissing, Job, emblem_of, kop_of, signatory_of
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.visits import VisitContent

GROUNDS = (
    "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik.",
    "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.",
)
GROUNDS_SINCE = date(2019, 6, 17)  # Perpres 39/2019 is of 12 June 2019, promulgated on the 17th


class NotHeld(CensusDeskError):
    """A visit that has not taken place has no report."""

    def __init__(self) -> None:
        super().__init__(
            _("Kunjungan ini belum selesai; ubah Status menjadi Selesai dan isi hasilnya dahulu.")
        )


def visit_report_pdf(register: "Register", visit_id: str) -> Paper:
    """Laporan Pendampingan of a visit that was held."""
    return visit_report_job(register, visit_id)()


def visit_minutes_pdf(register: "Register", visit_id: str) -> Paper:
    """Berita Acara of a visit that was held."""
    return visit_minutes_job(register, visit_id)()


def visit_report_job(register: "Register", visit_id: str) -> Job:
    """Gather a visit; the job prints its report."""
    content = _visit(register, register.visits.get(visit_id))

    def job() -> Paper:
        from reports.visits import visit_report

        return Paper(name=_visit_name("Laporan Pendampingan", content), pdf=visit_report(content))

    return job


def visit_minutes_job(register: "Register", visit_id: str) -> Job:
    """Gather a visit; the job prints its minutes, which need who received the visit."""
    visit = register.visits.get(visit_id)
    title = f"{visit.purpose} ({short_date(visit.held_on)})"
    content = _visit(register, visit)
    if not visit.received_by.strip():
        raise FactMissing(_("Diterima oleh"), title)

    def job() -> Paper:
        from reports.visits import visit_minutes

        return Paper(
            name=_visit_name("Berita Acara Pendampingan", content), pdf=visit_minutes(content)
        )

    return job


def _visit(register: "Register", visit: Visit) -> "VisitContent":
    from reports.visits import VisitContent

    title = f"{visit.purpose} ({short_date(visit.held_on)})"
    if visit.status is not VisitStatus.HELD:
        raise NotHeld
    desk = the_desk(register)
    signatory = signatory_of(register, visit.signatory_id, title)
    kop = kop_of(register, signatory, title)
    programmes = register.programmes.all()
    if not programmes:
        raise FactMissing(_("Nama sensus"), _("Pengaturan"))
    return VisitContent(
        profile=printed_profile(register, "", visit.held_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        visit=visit,
        office=register.offices.get(visit.office_id),
        obstacles=concerning(register.obstacles.all(), visit.id),
        reasons=reasons_of(register.reasons.all()),
        follow_ups=agreed_on(register.follow_ups.all(), visit.id),
        signatory=signatory,
        programme=programmes[0].name,
        regency=desk.regency_name,
        place=desk.place,
        zone=zone_of(desk.regency_code),
        basis=_grounds(register, visit.held_on),
    )


def _grounds(register: "Register", on: date) -> tuple[str, ...]:
    """The laws older than the visit, and the circulars that were out on its day."""
    letters = [
        f"Surat Edaran Nomor {letter.number} tanggal {long_date(letter.dated_on)} "
        f"tentang {letter.subject}."
        for letter in sorted(register.letters.all(), key=lambda one: (one.dated_on, one.id))
        if letter.number
        and letter.dated_on <= on
        and letter.status in IN_FORCE
        and letter.kind is LetterKind.CIRCULAR
    ]
    return (*(GROUNDS if on >= GROUNDS_SINCE else GROUNDS[:1]), *letters)


def _visit_name(kind: str, content: "VisitContent") -> str:
    return safe_name(kind, f"{content.visit.held_on:%Y-%m-%d}", content.office.short_name)
