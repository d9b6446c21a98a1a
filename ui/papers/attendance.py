"""Papers about who came: report of a session, certificates, cards for the door."""

from collections import Counter
from typing import TYPE_CHECKING

from census_desk.editing import the_desk
from census_desk.errors import CensusDeskError
from census_desk.indonesian import full_date, long_date, short_date, time_range
from census_desk.letters.own_fonts import printed_profile
from census_desk.sessions.attendance import ATTENDANCE_STATE_NAMES, REACHED, AttendanceState
from census_desk.sessions.door import card_code, invitation_code
from census_desk.sessions.figures import SessionFigures, session_figures
from census_desk.sessions.recording import Expected
from census_desk.sessions.roll import people_of
from census_desk.sessions.session import SESSION_KIND_NAMES, Session
from census_desk.words import _
from census_desk.zones import zone_of
from ui.papers.facts import FactMissing, Job, emblem_of, letterhead_of, signatory_of
from ui.papers.files import Paper, safe_name, shortened

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.sessions.certificate import CertificateContent
    from reports.sessions.tables import ReportContent, Section

MOST_ON_ONE_LINE = 4


class NobodyCame(CensusDeskError):
    """A paper of those who came, where nobody is noted yet."""

    def __init__(self, title: str) -> None:
        told = _("Belum ada yang tercatat hadir pada “{title}”; catat kehadirannya dahulu.")
        super().__init__(told.format(title=title[:80]))


class NobodyNamed(CensusDeskError):
    """Cards for a session whose people are not known by name."""

    def __init__(self, title: str) -> None:
        told = _("Tidak ada undangan bernama pada “{title}”; isi dahulu ASN OPD sasarannya.")
        super().__init__(told.format(title=title[:80]))


def figures_of(register: "Register", session: Session) -> SessionFigures:
    """The numbers of one session."""
    employees = {one.id: one for one in register.employees.all()}
    return session_figures(session, people_of(register, session), employees)


def turnout_by_unit(
    register: "Register", figures: SessionFigures
) -> tuple[tuple[str, int, int], ...]:
    """Invited and came, unit by unit; nothing where nobody is noted or all are of one unit."""
    offices = {one.id: one.name for one in register.offices.all()}
    invited = Counter(one.office_id for one in figures.people if one.is_listed)
    if not figures.is_noted or len(invited) < 2 or max(invited.values()) < 2:
        return ()
    came = Counter(
        one.office_id for one in figures.people if one.is_listed and one.state in REACHED
    )
    rows = [(offices.get(one, "Lainnya"), count, came[one]) for one, count in invited.items()]
    if figures.walk_ins:
        rows.append(("Tambahan, tidak terdaftar", 0, figures.walk_ins))
    return tuple(rows)


def session_report_pdf(register: "Register", session_id: str) -> Paper:
    """Rekap kehadiran of one session."""
    return session_report_job(register, session_id)()


def session_report_job(register: "Register", session_id: str) -> Job:
    """Gather a session's people; the job prints who came and who did not, by name."""
    session = register.sessions.get(session_id)
    content = session_report_content(register, session)

    def job() -> Paper:
        from reports.sessions.tables import attendance_report

        return Paper(name=_name("Rekap Kehadiran", session), pdf=attendance_report(content))

    return job


def session_report_content(register: "Register", session: Session) -> "ReportContent":
    """The report of a session, ready to print."""
    from reports.sessions.tables import ReportContent

    kop = letterhead_of(register, session.letterhead_id, session.title)
    figures = figures_of(register, session)
    chair = register.signatories.find(session.chair_id) if session.chair_id else None
    desk = the_desk(register)
    zone = zone_of(desk.regency_code)
    return ReportContent(
        profile=printed_profile(register, "", session.held_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        title=("Rekap Kehadiran", session.title),
        facts=(
            ("Jenis", SESSION_KIND_NAMES[session.kind]),
            ("Hari, tanggal", full_date(session.held_on)),
            ("Waktu", time_range(session.starts_at, session.ends_at, zone)),
            ("Tempat", session.venue),
        ),
        sections=(_counts(figures), *_by_name(figures)),
        opening=f"{desk.place}, {long_date(session.held_on)}",
        signatory=chair,
    )


def certificates_pdf(register: "Register", session_id: str) -> Paper:
    """Certificates of all who came to a session."""
    return certificates_job(register, session_id)()


def certificates_job(register: "Register", session_id: str) -> Job:
    """Gather those who came; the job prints one page each, in one file."""
    session = register.sessions.get(session_id)
    content = _certificates(register, session)

    def job() -> Paper:
        from reports.sessions.certificate import certificates

        return Paper(name=_name("Sertifikat", session), pdf=certificates(content))

    return job


def cards_pdf(register: "Register", session_id: str) -> Paper:
    """Invitation cards of a session, each with its own QR."""
    return cards_job(register, session_id)()


def permanent_cards_pdf(register: "Register", session_id: str) -> Paper:
    """Cards of a session's people that hold for every session."""
    return cards_job(register, session_id, permanent=True)()


def cards_job(register: "Register", session_id: str, *, permanent: bool = False) -> Job:
    """Gather the invited; the job prints their cards.

    `permanent` ones hold for every session, the others for this one only.
    """
    session = register.sessions.get(session_id)
    people = [one for one in people_of(register, session) if one.is_listed and one.name.strip()]
    if not people:
        raise NobodyNamed(session.title)
    desk = the_desk(register)
    when = f"{short_date(session.held_on)}, {session.venue}"

    def job() -> Paper:
        from reports.sessions.cards import Card, cards

        made = tuple(
            Card(
                name=one.name,
                post=one.position or one.unit,
                code=card_code(one.key) if permanent else invitation_code(session.id, one.key),
                head=desk.office_name if permanent else session.title,
                foot="" if permanent else when,
            )
            for one in people
        )
        kind = "Kartu Hadir" if permanent else "Kartu Undangan"
        return Paper(name=_name(kind, session), pdf=cards(made))

    return job


def state_named(state: AttendanceState | None) -> str:
    """A state in words."""
    return ATTENDANCE_STATE_NAMES[state] if state else "Belum dicatat"


def _certificates(register: "Register", session: Session) -> "CertificateContent":
    from reports.sessions.certificate import CertificateContent, CertificateOf

    came = [one for one in people_of(register, session) if one.state in REACHED]
    if not came:
        raise NobodyCame(session.title)
    signatory = signatory_of(register, session.chair_id, session.title)
    if not session.letterhead_id:
        raise FactMissing(_("Kop daftar hadir"), session.title)
    kop = letterhead_of(register, session.letterhead_id, session.title)
    employees = {one.id: one for one in register.employees.all()}
    people = [CertificateOf(name=_who_came(one), post=_post(one, employees)) for one in came]
    return CertificateContent(
        profile=printed_profile(register, "", session.held_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        title=session.title,
        held_on=session.held_on,
        venue=session.venue,
        place=the_desk(register).place,
        signatory=signatory,
        people=tuple(people),
    )


def _who_came(one: Expected) -> str:
    """The one who came: for a represented person the representative."""
    attendance = one.attendance
    return (attendance.represented_by if attendance else "") or one.name


def _post(one: Expected, employees: "dict[str, object]") -> str:
    if one.attendance and one.attendance.represented_by:
        return f"mewakili {one.position or one.name}"
    return one.position or str(getattr(employees.get(one.employee_id), "position", ""))


def _counts(figures: SessionFigures) -> "Section":
    from reports.sessions.tables import Section
    from reports.tables import Column

    rows: list[tuple[str, int | float | None]] = [
        ("Diundang", figures.invited),
        ("Hadir (termasuk diwakili dan tambahan)", figures.came),
        ("– di antaranya laki-laki", figures.men or None),
        ("– di antaranya perempuan", figures.women or None),
        ("– di antaranya diwakili", figures.represented),
        ("– di antaranya tambahan, tidak terdaftar", figures.walk_ins),
        ("Izin, sakit, atau tugas lain", figures.excused),
        ("Tidak hadir tanpa keterangan", figures.absent_count),
        ("Belum dicatat", figures.unrecorded),
        ("Persentase tidak hadir tanpa keterangan", figures.no_show_rate),
    ]
    columns = (Column(title="Uraian", share=0.7), Column(title="Jumlah", share=0.3, align="right"))
    return Section(columns=columns, rows=tuple(rows))


def _by_name(figures: SessionFigures) -> "list[Section]":
    groups = (
        ("Tidak hadir tanpa keterangan", (AttendanceState.ABSENT,), "Tidak ada."),
        (
            "Izin, sakit, atau tugas lain",
            (AttendanceState.EXCUSED, AttendanceState.SICK, AttendanceState.OTHER_DUTY),
            "",
        ),
        ("Diwakili", (AttendanceState.REPRESENTED,), ""),
        ("Belum dicatat", (None,), ""),
    )
    if not any(one.state for one in figures.people):
        return []
    made = []
    for heading, states, empty in groups:
        people = [one for one in figures.people if one.state in states]
        if people or empty:
            made.append(_people_section(heading, people, empty))
    guests = [one for one in figures.people if not one.is_listed and one.state in REACHED]
    if guests:
        made.append(_people_section("Hadir tanpa terdaftar", guests, ""))
    return made


def _people_section(heading: str, people: list[Expected], empty: str) -> "Section":
    from reports.sessions.tables import Section
    from reports.tables import Column

    columns = (
        Column(title="No.", share=0.08, align="center"),
        Column(title="Nama", share=0.36),
        Column(title="Jabatan / Unit", share=0.32),
        Column(title="Keterangan", share=0.24),
    )
    rows = tuple(
        (f"{number}.", one.name, one.position or one.unit, _note(one))
        for number, one in enumerate(people, 1)
    )
    return Section(heading=heading, columns=columns, rows=rows, empty=empty)


def _note(one: Expected) -> str:
    if one.state is AttendanceState.REPRESENTED and one.attendance:
        return f"oleh {one.attendance.represented_by}"
    return state_named(one.state) if one.state else ""


def _name(kind: str, session: Session) -> str:
    return safe_name(kind, f"{session.held_on:%Y-%m-%d}", shortened(session.title))
