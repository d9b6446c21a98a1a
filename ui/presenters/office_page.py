"""Semua tentang OPD ini, without a window: parts of lines, each with the record it opens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.rows import RowKind, row_key
from census_desk.coverage.steps import Mark, Step
from census_desk.indonesian import decimal, number, short_date
from census_desk.office_story import OfficeStory, office_story
from census_desk.progress import Recap
from census_desk.words import _
from ui.presenters.office_lines import (
    Line,
    help_lines,
    letter_lines,
    people_lines,
    recap_lines,
    session_lines,
    step_lines,
    visit_lines,
)

if TYPE_CHECKING:
    from census_desk.people import Office
    from census_desk.register import Change
    from ui.presenters.printing import Job
    from ui.workplace import Workplace

LEFT, RIGHT = 0, 1
PAGE_OF = {
    "letters": "letters",
    "sessions": "sessions",
    "visits": "visits",
    "obstacles": "visits",
    "help_requests": "visits",
    "follow_ups": "visits",
    "recaps": "progress",
    "employees": "progress",
    "signatories": "settings",
    "steps": "history",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One recap in the trend: its day, how many had finished, of how many."""

    on: date
    done: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the page: heading, facts beside it, lines; `empty` where there is none."""

    title: str
    facts: str
    lines: Sequence[Line]
    empty: str
    column: int = LEFT
    trend: Sequence[Point] = ()


class OfficePagePresenter:
    """Follows one office."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.office_id = ""
        self.parts: tuple[Part, ...] = ()
        self._story: OfficeStory | None = None
        self._board: CoverageBoard | None = None

    @property
    def marks(self) -> Mapping[Step, Mark]:
        """The office's cells of the coverage board; none for an instansi vertikal."""
        if self._board is None:
            return {}
        row = self._board.row(row_key(RowKind.OFFICE, self.office_id))
        return row.marks if row else {}

    @property
    def office(self) -> "Office | None":
        """The office shown."""
        found: Office | None = self.workplace.lookup.record("offices", self.office_id)
        return found

    def show(self, office_id: str) -> None:
        """Show this office."""
        self.office_id = office_id
        self.refresh()

    def refresh(self, change: "Change | None" = None) -> None:
        """Gather everything as known on the working day; the first office while none is chosen."""
        if self.office is None:
            self.office_id = next(iter(self.every()), "")
        self._story, self.parts = None, ()
        if self.office_id:
            register, on = self.workplace.register, self.workplace.working_day()
            if self._board is None:
                self._board = CoverageBoard(register, on, {RowKind.OFFICE})
            else:
                self._board.refresh(change, on)
            self._story = office_story(register, self.office_id, on)
            self.parts = parts_of(self._story, self.workplace)

    def concerns(self, change: "Change | None") -> bool:
        """Whether a change may alter what is shown: almost anything may, so any change does."""
        return change is None or bool(change.touched)

    def every(self) -> list[str]:
        """The offices in their order."""
        offices = self.workplace.register.offices.all()
        return [one.id for one in sorted(offices, key=lambda one: (one.rank, one.code))]

    def step(self, steps: int) -> None:
        """Go on to the next office, or back."""
        every = self.every()
        if every:
            place = every.index(self.office_id) if self.office_id in every else 0
            self.show(every[(place + steps) % len(every)])

    def head(self) -> str:
        """`Dinas · 218 ASN · selesai 31 (14,2 %) per 21/02/2020 · Jl. … · telepon`."""
        story = self._story
        if story is None:
            return _("Belum ada OPD. Tambahkan dahulu di daftar OPD.")
        office = story.office
        parts = [_("{count} ASN").format(count=number(office.asn_count)), done_words(story)]
        parts += [office.head_title, office.address, office.phone, office.email]
        return " · ".join(part for part in parts if part)

    def paper(self) -> "Job":
        """The page on paper, as of the working day."""
        from ui.papers.office_page import office_page_job

        workplace = self.workplace
        on = workplace.working_day()
        return office_page_job(workplace.register, self.office_id, on, workplace.today())

    def open(self, line: Line) -> None:
        """Go to the record behind a line."""
        if line.collection in PAGE_OF:
            self.workplace.go(PAGE_OF[line.collection], line.record_id)


def parts_of(story: OfficeStory, workplace: "Workplace") -> tuple[Part, ...]:
    """The page in its reading order; recaps and history, which grow, have a column of their own."""
    lookup = workplace.lookup
    visits = [*visit_lines(story), *help_lines(story, lookup)]
    return (
        Part(
            title=_("Surat"),
            facts=_letter_facts(story),
            lines=letter_lines(story),
            empty=_("Belum ada surat terbit untuk OPD ini."),
        ),
        Part(
            title=_("Sosialisasi"),
            facts=_session_facts(story),
            lines=session_lines(story),
            empty=_("Belum ada sesi untuk OPD ini."),
        ),
        Part(
            title=_("Pendampingan dan kendala"),
            facts=_help_facts(story),
            lines=sorted(visits, key=lambda line: line.on or date.min, reverse=True),
            empty=_("Tidak ada kunjungan, kendala, atau permintaan bantuan."),
        ),
        Part(
            title=_("Rekap"),
            facts=done_words(story),
            lines=recap_lines(story),
            empty=_("Belum ada rekap dari OPD ini."),
            column=RIGHT,
            trend=trend_of(story.recaps, story.office.asn_count),
        ),
        Part(
            title=_("Orang dalam jabatan"),
            facts=_("{count} ASN tercatat namanya").format(count=number(story.employee_count)),
            lines=people_lines(story),
            empty=_("Belum ada pejabat OPD ini yang tercatat."),
        ),
        Part(
            title=_("Riwayat"),
            facts=_("perubahan terakhir pada catatan OPD ini"),
            lines=step_lines(story),
            empty=_("Belum ada perubahan."),
            column=RIGHT,
        ),
    )


def trend_of(recaps: Iterable[Recap], asn_count: int) -> tuple[Point, ...]:
    """The recaps as points, the oldest first; the office's own number of ASN is the whole."""
    points = [
        Point(on=one.counted_on, done=one.done_count, whole=asn_count or one.asn_count)
        for one in recaps
    ]
    return tuple(reversed(points))


def done_words(story: OfficeStory) -> str:
    """`selesai 31 dari 218 (14,2 %) per 21/02/2020`, by the newest recap."""
    if not story.recaps:
        return _("belum ada rekap")
    newest, whole = story.recaps[0], story.office.asn_count
    done = min(newest.done_count, whole) if whole else newest.done_count
    return _("selesai {done} dari {all} ({share} %) per {day}").format(
        done=number(done),
        all=number(whole),
        share=decimal(int(done * 1000 / whole) / 10 if whole else 0.0),
        day=short_date(newest.counted_on),
    )


def _letter_facts(story: OfficeStory) -> str:
    received = sum(bool(one.delivery and one.delivery.received_on) for one in story.letters)
    return _("diterima {count} dari {all}").format(
        count=number(received), all=number(len(story.letters))
    )


def _session_facts(story: OfficeStory) -> str:
    came = [one.came for one in story.sessions if one.came is not None]
    held = _("{count} sesi").format(count=number(len(story.sessions)))
    if not came:
        return held
    return f"{held} · " + _("{count} kehadiran tercatat").format(count=number(sum(came)))


def _help_facts(story: OfficeStory) -> str:
    from census_desk.visits.obstacle import open_count

    waiting = sum(open_count(one, story.on) for one in story.obstacles)
    return _("{visits} kunjungan · {people} orang masih terkendala").format(
        visits=number(len(story.visits)), people=number(waiting)
    )
