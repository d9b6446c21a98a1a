"""Semua tentang OPD ini, on paper: one office's letters, sessions, visits, recaps and people."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from census_desk.coverage.counting import index_of, office_row
from census_desk.editing import the_desk
from census_desk.indonesian import as_in_text, clock, long_date, number, short_date
from census_desk.letters.letter import LETTER_KIND_NAMES
from census_desk.office_story import (
    LetterStory,
    OfficeStory,
    SessionStory,
    VisitStory,
    office_story,
)
from census_desk.people import OFFICE_KIND_NAMES, Office
from census_desk.progress import Recap
from census_desk.register import mask
from census_desk.sessions.session import SESSION_STATUS_NAMES
from census_desk.visits.obstacle import Obstacle, closed_count, open_count
from census_desk.visits.reasons import reasons_of
from census_desk.visits.visit import VISIT_STATUS_NAMES, VisitStatus
from ui.papers.facts import Job
from ui.papers.files import Paper, safe_name

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.office_page import OfficeContent
    from reports.sessions.tables import Cell, Section

NONE = "–"
STEPS_PRINTED = 8  # the whole history stands on the screen
Row = tuple["Cell", ...]
LETTER_COLUMNS = (
    ("Tanggal", 0.1, "left"), ("Nomor", 0.18, "left"), ("Surat", 0.38, "left"),
    ("Dikirim", 0.1, "left"), ("Diterima", 0.24, "left"),
)  # fmt: skip
SESSION_COLUMNS = (
    ("Tanggal", 0.1, "left"), ("Acara", 0.44, "left"), ("Keadaan", 0.15, "left"),
    ("Diundang", 0.11, "right"), ("Hadir", 0.09, "right"), ("Persen", 0.11, "right"),
)  # fmt: skip
VISIT_COLUMNS = (
    ("Tanggal", 0.1, "left"), ("Maksud dan hasil", 0.33, "left"), ("Keadaan", 0.13, "left"),
    ("Dibantu", 0.1, "right"), ("Tindak lanjut", 0.34, "left"),
)  # fmt: skip
OBSTACLE_COLUMNS = (
    ("Dicatat", 0.1, "left"), ("Kendala", 0.28, "left"), ("Orang", 0.09, "right"),
    ("Tuntas", 0.09, "right"), ("Sisa", 0.08, "right"), ("Catatan", 0.36, "left"),
)  # fmt: skip
REQUEST_COLUMNS = (
    ("Diminta", 0.1, "left"), ("Yang diminta", 0.46, "left"), ("Oleh", 0.2, "left"),
    ("Jawaban", 0.24, "left"),
)  # fmt: skip
RECAP_COLUMNS = (
    ("Per tanggal", 0.14, "left"), ("Selesai", 0.12, "right"), ("ASN", 0.12, "right"),
    ("Persen", 0.12, "right"), ("Bertambah", 0.14, "right"), ("Pelapor", 0.36, "left"),
)  # fmt: skip
POST_COLUMNS = (("Jabatan", 0.52, "left"), ("Nama", 0.33, "left"), ("Sejak", 0.15, "left"))
STEP_COLUMNS = (("Waktu", 0.16, "left"), ("Oleh", 0.22, "left"), ("Yang dilakukan", 0.62, "left"))


def office_page_job(register: "Register", office_id: str, on: date, printed_on: date) -> Job:
    """Gather everything of one office as known on a day; the job prints it."""
    content = office_content(register, office_id, on, printed_on)

    def job() -> Paper:
        from reports.office_page import office_page

        name = safe_name("Semua tentang", content.short_name, f"{on:%Y-%m-%d}")
        return Paper(name=name, pdf=office_page(content))

    return job


def office_content(
    register: "Register", office_id: str, on: date, printed_on: date
) -> "OfficeContent":
    """The page of an office, ready to print."""
    from reports.office_page import OfficeContent

    story = office_story(register, office_id, on)
    desk = the_desk(register)
    programmes = register.programmes.all()
    reasons = {one.key: one.name for one in reasons_of(register.reasons.all())}
    return OfficeContent(
        name=story.office.name,
        short_name=story.office.short_name,
        programme=programmes[0].name if programmes else "",
        regency=desk.regency_name,
        on=on,
        printed=f"dicetak {long_date(printed_on)} oleh {desk.office_name}",
        marks=office_row(index_of(register, on), story.office).marks,
        facts=_facts(story),
        sections=tuple(_sections(story, reasons)),
    )


def _facts(story: OfficeStory) -> tuple[tuple[str, str], ...]:
    office = story.office
    hindered = sum(open_count(one, story.on) for one in story.obstacles)
    return (
        ("Kode", office.code),
        ("Nama singkat", office.short_name),
        ("Jenis", OFFICE_KIND_NAMES[office.kind]),
        ("Jumlah ASN", f"{number(office.asn_count)}, bernama {number(story.employee_count)}"),
        ("Terkendala", f"{number(hindered)} orang"),
        ("Alamat", office.address or NONE),
        ("Telepon", office.phone or NONE),
        ("Surel", office.email or NONE),
    )


def _sections(story: OfficeStory, reasons: Mapping[str, str]) -> Iterable["Section"]:
    yield _section("Surat", LETTER_COLUMNS, map(_letter, story.letters), "Belum ada surat.")
    yield _section("Sosialisasi", SESSION_COLUMNS, map(_session, story.sessions), "Belum ada sesi.")
    yield _section("Pendampingan", VISIT_COLUMNS, map(_visit, story.visits), "Belum ada kunjungan.")
    obstacles = (_obstacle(one, reasons, story.on) for one in story.obstacles)
    yield _section("Kendala", OBSTACLE_COLUMNS, obstacles, "Tidak ada kendala yang dicatat.")
    if story.requests:
        rows = [
            (short_date(one.asked_on), one.what, one.asked_by, one.answer or NONE)
            for one in story.requests
        ]
        yield _section("Permintaan bantuan", REQUEST_COLUMNS, rows, "")
    yield _section("Rekap ASN", RECAP_COLUMNS, _recaps(story), "Belum ada rekap.")
    yield _section("Pejabat", POST_COLUMNS, _posts(story), "Belum ada pejabat yang dicatat.")
    yield _section("Riwayat terbaru", STEP_COLUMNS, _steps(story), "Belum ada perubahan.")


def _section(
    heading: str, columns: tuple[tuple[str, float, str], ...], rows: Iterable[Row], empty: str
) -> "Section":
    from reports.sessions.tables import Section
    from reports.tables import Column

    made = tuple(Column(title=one, share=share, align=align) for one, share, align in columns)
    return Section(heading=heading, columns=made, rows=tuple(rows), empty=empty)


def _letter(told: LetterStory) -> Row:
    letter, sent = told.letter, told.delivery
    received = NONE
    if sent and sent.received_on:
        received = short_date(sent.received_on)
        received += f", {sent.received_by}" if sent.received_by else ""
        received += f"; dijawab {short_date(sent.reply_on)}" if sent.reply_on else ""
    return (
        short_date(letter.dated_on),
        letter.number or NONE,
        f"{LETTER_KIND_NAMES[letter.kind]}: {letter.subject}",
        short_date(sent.sent_on) if sent and sent.sent_on else NONE,
        received,
    )


def _session(told: SessionStory) -> Row:
    session = told.session
    return (
        short_date(session.held_on),
        session.title,
        SESSION_STATUS_NAMES[session.status],
        told.invited,
        told.came,
        told.share,
    )


def _visit(told: VisitStory) -> Row:
    visit = told.visit
    what = f"{visit.purpose}. {visit.findings}" if visit.findings else visit.purpose
    agreed = []
    for one in told.follow_ups:
        who = ", ".join(filter(None, (one.who, one.due_on and f"s.d. {short_date(one.due_on)}")))
        done = f"selesai {short_date(one.done_on)}" if one.done_on else "belum selesai"
        agreed.append(f"{one.what} ({who}): {done}" if who else f"{one.what}: {done}")
    return (
        short_date(visit.held_on),
        what,
        VISIT_STATUS_NAMES[visit.status],
        visit.helped_count if visit.status is VisitStatus.HELD else None,
        "; ".join(agreed) or NONE,
    )


def _obstacle(obstacle: Obstacle, reasons: Mapping[str, str], on: date) -> Row:
    return (
        short_date(obstacle.noted_on),
        reasons.get(obstacle.reason, obstacle.reason),
        obstacle.people_count,
        closed_count(obstacle, on),
        open_count(obstacle, on),
        obstacle.note or NONE,
    )


def _recaps(story: OfficeStory) -> Iterable[Row]:
    """The newest first; each says how many more had finished than in the one before it."""
    for recap, earlier in zip_longest(story.recaps, story.recaps[1:]):
        more = None if earlier is None else recap.done_count - earlier.done_count
        yield (
            short_date(recap.counted_on),
            recap.done_count,
            _asn(recap, story.office),
            _share(recap, story.office),
            more,
            recap.reported_by or NONE,
        )


def _asn(recap: Recap, office: Office) -> int:
    return recap.asn_count or office.asn_count


def _share(recap: Recap, office: Office) -> float | None:
    asn = _asn(recap, office)
    return min(100.0, 100 * recap.done_count / asn) if asn else None


def _posts(story: OfficeStory) -> Iterable[Row]:
    """Who signs for the office with the day it began, then who leads in it."""
    signing = {one.name for one in story.signatories}
    for signatory in story.signatories:
        prefix = f"{signatory.status.value} " if signatory.status.value else ""
        yield prefix + as_in_text(signatory.post), signatory.name, short_date(signatory.from_on)
    for employee in story.leaders:
        if employee.name not in signing:
            yield employee.position, employee.name, NONE


def _steps(story: OfficeStory) -> Iterable[Row]:
    for step in story.steps[:STEPS_PRINTED]:
        yield f"{short_date(step.at)} {clock(step.at.time())}", step.actor, mask(step.what)
