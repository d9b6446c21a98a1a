"""Every paper of the sample campaign, and cases that strain a layout, as PDF and as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from census_desk import sample
from census_desk.coverage.filters import Filter
from census_desk.editing import the_desk
from census_desk.letters.drafting import drafted, letter_templates
from census_desk.letters.letter import Letter, LetterStatus
from census_desk.register import Register
from census_desk.sessions.planner.making import Limits, make_plan
from census_desk.sessions.planning.asking import request_of
from census_desk.sessions.planning.keeping import keep_version
from census_desk.sessions.session import Session
from census_desk.visits.visit import VisitStatus
from tests.samples.drafts import followers, template_papers
from tests.samples.letters import kinds, lengths, mail, strains
from tests.samples.signers import feet_and_heads, signers
from ui.command_line.records import table_workbook
from ui.command_line.showing import shower_of
from ui.papers import (
    PAPERS,
    attendance_pdf,
    letter_copies_job,
    letter_job,
    letter_pdf,
    visit_minutes_pdf,
    visit_report_pdf,
)
from ui.papers.coverage import BoardAsked, coverage_job
from ui.papers.figures import FiguresBy, figures_job, figures_table
from ui.papers.office_page import office_page_job
from ui.papers.plan import plan_job

DOTS_A_POINT = 110 / 72  # 110 dots an inch: small type can still be read
SECOND_LAYOUT_ON = date(2026, 2, 13)
SAMPLE_DAY = date(2020, 2, 21)
PLAN_TRIES = 300
SHOWN_OFFICES = ("SETDA", "DISKOMINFO", "BPPKAD")
LONG_BODY_TIMES = 3
Made = tuple[str, bytes]


def make(folder: Path) -> Iterator[Path]:
    """Write every paper into the folder, and beside each PDF its pages; answer each file."""
    folder.mkdir(parents=True, exist_ok=True)
    with Register.in_memory(actor="Contoh") as register:
        sample.build(register)
        for name, content in every_paper(register):
            yield from saved(folder / f"{name}.pdf", content)
        table = folder / "tabel-opd.xlsx"
        table.write_bytes(table_workbook(shower_of(register, "offices", full=False)))
        yield table


def every_paper(register: Register) -> Iterator[Made]:
    """By the rooms of the desk."""
    yield from letters(register)
    yield from kinds(register)
    yield from lengths(register)
    yield from strains(register)
    yield from mail(register)
    yield from sheets(register)
    yield from attended(register)
    yield from visits(register)
    yield from covered(register)
    yield "rencana-sosialisasi", rehearsed(register)
    yield from template_papers(register)
    yield from followers(register)
    yield from signers(register)  # last: its signatories hold every post at once
    yield from feet_and_heads(register)


def letters(register: Register) -> Iterator[Made]:
    """The circulars, one copy an office, the layout of 2023, three pages, the longest name."""
    issued, draft = issued_and_draft(register)
    yield "edaran-2020", letter_pdf(register, issued.id).pdf
    yield "edaran-2020-per-opd", letter_copies_job(register, issued)(Silent()).pdf
    yield "edaran-pengingat-draf", letter_pdf(register, draft.id).pdf
    newer = letter_of_2026(register, issued)
    yield "edaran-2026", letter_job(register, newer)().pdf
    for name, letter in (("2020", issued), ("2026", newer)):
        long = replace(letter, body="\n\n".join([letter.body] * LONG_BODY_TIMES))
        yield f"edaran-{name}-panjang", letter_job(register, long)().pdf
    longest = max(register.offices.all(), key=lambda office: len(office.name))
    alone = replace(issued, office_ids=(longest.id,))
    yield "edaran-nama-terpanjang", letter_copies_job(register, alone)(Silent()).pdf


def sheets(register: Register) -> Iterator[Made]:
    """Attendance sheets: heads, people by name, both paper sizes, NIP shown, nobody listed."""
    sessions = register.sessions.all()
    for kind in ("F4", "A4"):
        paper = attendance_pdf(register, sessions[0].id, paper=kind)
        yield f"daftar-hadir-rapat-{kind.lower()}", paper.pdf
        people = session_with_names(register)
        paper = attendance_pdf(register, people.id, paper=kind, show_nip=kind == "F4")
        yield f"daftar-hadir-opd-{kind.lower()}", paper.pdf
    nameless = sessions[-1]
    yield "daftar-hadir-kosong-f4", attendance_pdf(register, nameless.id).pdf


def attended(register: Register) -> Iterator[Made]:
    """What is made of who came: a list by unit, report, certificates, cards, file, figures."""
    session = session_with_names(register)
    staffed = sorted({one.office_id for one in register.employees.all()})
    others = [one.id for one in register.offices.all() if one.id not in staffed][:1]
    together = replace(session, id=register.ids(), office_ids=(*staffed[:2], *others))
    with register.change("Contoh daftar beberapa OPD"):
        register.sessions.add(together)
    yield "daftar-hadir-per-opd-f4", attendance_pdf(register, together.id).pdf
    blank = attendance_pdf(register, session.id, listed=False, walk_ins=30)
    yield "daftar-hadir-lembar-kosong-f4", blank.pdf
    for key in ("rekap-kehadiran", "sertifikat", "kartu-undangan", "kartu-tetap", "berkas-sesi"):
        yield key, PAPERS[key].print(register, session.id).pdf
    for by in FiguresBy:
        name = f"rekap-per-{by.value.casefold()}"
        yield name, figures_job(register, figures_table(register, by))().pdf


def visits(register: Register) -> Iterator[Made]:
    """Report and minutes of every visit that was held, by office."""
    for visit in register.visits.all():
        if visit.status is VisitStatus.HELD:
            code = register.offices.get(visit.office_id).code.casefold()
            yield f"laporan-pendampingan-{code}", visit_report_pdf(register, visit.id).pdf
            yield f"berita-acara-{code}", visit_minutes_pdf(register, visit.id).pdf


def covered(register: Register) -> Iterator[Made]:
    """The coverage board for wall and desk, by need, and all about a few offices."""
    on = SAMPLE_DAY
    for paper in ("A3", "A4"):
        yield f"papan-cakupan-{paper.lower()}", board(register, on=on, paper=paper)
    yield (
        "papan-cakupan-surat",
        board(register, on=on, paper="A4", wanted=Filter.LETTER_NOT_RECEIVED, needy_first=True),
    )
    for office in register.offices.all():
        if office.code in SHOWN_OFFICES:
            made = office_page_job(register, office.id, on, on)()
            yield f"semua-tentang-{office.code.casefold()}", made.pdf


def rehearsed(register: Register) -> bytes:
    """The calendar the planner proposes for the sample, by team."""
    request = request_of(register, SAMPLE_DAY)
    plan = make_plan(request, Limits(tries=PLAN_TRIES), 1, clock=lambda: 0.0)
    version = keep_version(
        register, request, plan, reason="contoh", on=SAMPLE_DAY, new_id=register.ids()
    )
    return plan_job(register, version, SAMPLE_DAY, SAMPLE_DAY)().pdf


def board(register: Register, **asked: object) -> bytes:
    """The coverage board as it is asked for."""
    return coverage_job(register, BoardAsked(**asked), SAMPLE_DAY)().pdf  # type: ignore[arg-type]


def issued_and_draft(register: Register) -> tuple[Letter, Letter]:
    """The sample's circular that went out, and the one still being written."""
    by_state = sorted(register.letters.all(), key=lambda one: one.status is LetterStatus.DRAFT)
    return by_state[0], by_state[-1]


def letter_of_2026(register: Register, issued: Letter) -> Letter:
    """The same circular as the office would draft it today: the day decides the layout."""
    letter = drafted(
        letter_templates()[0],
        letter_id=register.ids(),
        on=SECOND_LAYOUT_ON,
        desk=the_desk(register),
        signatories=register.signatories.all(),
        letterheads=register.letterheads.all(),
    )
    return replace(
        letter, signatory_id=letter.signatory_id or issued.signatory_id,
        letterhead_id=letter.letterhead_id or issued.letterhead_id, number="500.14.2/12/2026",
    )  # fmt: skip


def session_with_names(register: Register) -> Session:
    """The first session of an office whose people are known by name."""
    staffed = {one.office_id for one in register.employees.all()}
    return next(
        one
        for one in register.sessions.all()
        if len(one.office_ids) == 1 and staffed & set(one.office_ids)
    )


def saved(path: Path, content: bytes) -> Iterator[Path]:
    """The PDF, then each of its pages as a picture; a page without ink is a failure."""
    import pypdfium2

    path.write_bytes(content)
    yield path
    document = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(document, 1):
            image = page.render(scale=DOTS_A_POINT).to_pil().convert("L")
            if image.getextrema()[0] > 200:
                raise AssertionError(f"{path.name}: page {number} is empty")
            picture = path.with_name(f"{path.stem}-{number:02d}.png")
            image.quantize(16).save(picture, optimize=True)
            yield picture
    finally:
        document.close()


class Silent:
    """A long job that nobody watches."""

    def step(self, done: int, total: int, text: str = "") -> bool:
        """Go on."""
        return True
