"""Papan cakupan without a window: the rows of a day, what is behind a cell, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from census_desk.coverage.board import CoverageBoard
from census_desk.coverage.counting import as_of, index_of
from census_desk.coverage.filters import FILTER_NAMES, Filter, facts_of, keeps
from census_desk.coverage.rows import CoverageRow
from census_desk.coverage.steps import STEP_NAMES
from census_desk.indonesian import number, read_date, short_date
from census_desk.words import _
from ui.presenters import coverage_words
from ui.presenters.coverage_rows import BY_NEED, NAME, STEP_OF, CoverageRows, count_words
from ui.presenters.home import PAGE_OF
from ui.wording import spoken_day
from ui.workplace import INFO

if TYPE_CHECKING:
    from census_desk.register import Change
    from ui.papers.coverage import BoardAsked
    from ui.presenters.printing import Job
    from ui.workplace import Workplace

ABOUT = "about:"
EVERYTHING = None  # paint the whole board


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One record behind a cell: what it is called and where it opens."""

    words: str
    page: str
    record_id: str


class CoveragePresenter:
    """Follows the register from change to change; "per tanggal" it stands still on another day."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.rows = CoverageRows()
        self.filter = Filter.ALL
        self.day: date | None = None
        self._board: CoverageBoard | None = None

    # following

    def refresh(self, change: "Change | None" = None) -> frozenset[str] | None:
        """Keys of the rows that changed, none of them moved; EVERYTHING where others stand there.

        A change by anybody is looked at; only the rows it touches are counted again.
        """
        if self.day is not None:
            return self._count_day()
        register, on = self.workplace.register, self.workplace.working_day()
        if self._board is None:
            self._board = CoverageBoard(register, on)
            changed = None
        else:
            changed = self._board.refresh(change, on)
        if changed is not None and not changed:
            return changed
        return EVERYTHING if self._take(self._board.rows) else changed

    def _count_day(self) -> frozenset[str] | None:
        assert self.day is not None
        self._take(as_of(self.workplace.register, self.day))
        return EVERYTHING

    def _take(self, rows: Sequence[CoverageRow]) -> bool:
        self._use_filter()
        return self.rows.set_rows(rows)

    @property
    def on(self) -> date:
        """The day the board stands for."""
        return self.day or self.workplace.working_day()

    def show_day(self, text: str) -> str:
        """Show the board as of a typed day, "" for the working day; what is wrong with it."""
        if not text.strip():
            self.day = None
        else:
            try:
                day = read_date(text)
            except ValueError:
                return _("Tanggal belum benar; tulis seperti 13/02/2020.")
            self.day = None if day == self.workplace.working_day() else day
        if self.day is None and self._board is not None:
            self._board.refresh(None, self.workplace.working_day())
            self._take(self._board.rows)
        else:
            self.refresh()
        return ""

    # filtering

    def use(self, wanted: Filter) -> None:
        """Keep the rows a clerk asks for."""
        self.filter = wanted
        self._use_filter()

    def _use_filter(self) -> None:
        facts, wanted = facts_of(self.workplace.register, self.on), self.filter
        self.rows.keep(lambda row: keeps(wanted, row, facts))

    def filters(self) -> list[tuple[Filter, str, str]]:
        """Each filter with its name and how many of the rows in question it keeps."""
        facts = facts_of(self.workplace.register, self.on)
        every = self.rows.of_kind()
        return [
            (one, _(name), count_words(row for row in every if keeps(one, row, facts)))
            for one, name in FILTER_NAMES.items()
        ]

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter hides rows."""
        return self.filter is not Filter.ALL or bool(self.rows.text)

    # words

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to cover yet."""
        return not self.rows.rows

    @property
    def heads(self) -> dict[str, str]:
        """The counts under the headings; under the names how many are marked, and the order."""
        rows = self.rows.matching
        counted = count_words(rows, in_short=True)
        return coverage_words.heads(rows) | {NAME: f"{counted}\n{self.state_text()}"}

    def facts(self) -> str:
        """The sums of the rows shown; before them the day, where it is not the working day."""
        sums = coverage_words.totals(self.rows.matching)
        if self.day is None:
            return sums or spoken_day(self.on)
        day = _("per {day}, bukan tanggal kerja").format(day=spoken_day(self.day))
        return f"{day} · {sums}" if sums else day

    def state_text(self) -> str:
        """How many rows are marked, and whether the most to do stands first."""
        parts = []
        if marked := len(self.rows.marked):
            parts.append(_("{count} ditandai").format(count=number(marked)))
        if not self.rows.order.column and self.rows.listed == BY_NEED:
            parts.append(_("menurut kebutuhan"))
        return " · ".join(parts)

    @property
    def filter_text(self) -> str:
        """What the button for the filter says."""
        return _("Saringan: {name}").format(name=_(FILTER_NAMES[self.filter]))

    @property
    def day_text(self) -> str:
        """What the button for the day says."""
        return _("Per {day}").format(day=short_date(self.on))

    # behind a cell

    def behind(self, row: CoverageRow, column: str) -> list[Behind]:
        """The records behind a cell, the newest first; the page alone where there is none yet."""
        if column == NAME:
            return self._about(row)
        mark = row.marks[STEP_OF[column]]
        if mark.collection == "recaps":
            return self._recaps(row, mark.record_ids)
        page = PAGE_OF.get(mark.collection, "")
        found = [self._record(mark.collection, one) for one in mark.record_ids]
        return [one for one in found if one] or [Behind(words="", page=page, record_id="")]

    def why(self, row: CoverageRow, column: str) -> list[tuple[str, str]]:
        """How the chosen cell came about, or all of a row: what it says, and from which records."""
        from census_desk.coverage.explaining import explained

        index = index_of(self.workplace.register, self.on)
        steps = [STEP_OF[column]] if column in STEP_OF else list(row.marks)
        return [
            (f"{_(STEP_NAMES[step])}: {row.marks[step].detail}", explained(index, row, step))
            for step in steps
        ]

    def open(self, behind: Behind) -> None:
        """Go there."""
        if behind.page:
            self.workplace.go(behind.page, behind.record_id or None)

    def _about(self, row: CoverageRow) -> list[Behind]:
        if not row.office_id:
            told = _("{name} belum punya OPD di register; yang ada ialah sesinya.")
            self.workplace.say(told.format(name=row.name), INFO)
            return []
        return [Behind(words=row.name, page="progress", record_id=ABOUT + row.office_id)]

    def _recaps(self, row: CoverageRow, ids: Sequence[str]) -> list[Behind]:
        """Of an office its recaps; of an area the offices that are summed up in it."""
        found = [
            Behind(words=self._recap_words(one), page="progress", record_id=one) for one in ids
        ]
        if found or not row.office_id:
            return found or [Behind(words="", page="progress", record_id="")]
        return [Behind(words=row.name, page="progress", record_id=row.office_id)]

    def _recap_words(self, recap_id: str) -> str:
        recap = self.workplace.lookup.record("recaps", recap_id)
        if recap is None:
            return recap_id
        name = self.workplace.lookup.title("offices", recap.office_id)
        told = _("{name}: rekap {day}, {done} selesai")
        day = short_date(recap.counted_on)
        return told.format(name=name, day=day, done=number(recap.done_count))

    def _record(self, collection: str, record_id: str) -> Behind | None:
        record = self.workplace.lookup.record(collection, record_id)
        if record is None:
            return None
        on = getattr(record, "held_on", None) or getattr(record, "dated_on", None)
        title = self.workplace.lookup.title(collection, record_id)
        words = f"{short_date(on)} · {title}" if on and short_date(on) not in title else title
        return Behind(words=words, page=PAGE_OF.get(collection, ""), record_id=record_id)

    # several rows

    def acted(self, at: CoverageRow | None) -> tuple[CoverageRow, ...]:
        """The marked rows; the one the keyboard is on while none is marked."""
        return self.rows.marked or ((at,) if at is not None else ())

    @property
    def is_now(self) -> bool:
        """Whether the board stands for the working day: only then something may be done from it."""
        return self.day is None and not self.workplace.read_only

    def plan(self, at: CoverageRow | None) -> None:
        """Hand the rows to the planner."""
        rows = self.acted(at)
        if rows:
            self.workplace.go("sessions", "plan:" + ",".join(row.key for row in rows))

    # on paper

    def wall(self) -> "Job":
        """The board on A3, to be read from the floor before it."""
        return self._paper("A3")

    def sheet(self) -> "Job":
        """The board on A4."""
        return self._paper("A4")

    def workbook(self) -> "Job":
        """The same rows as a workbook."""
        from ui.papers.coverage import coverage_workbook_job

        return coverage_workbook_job(self.workplace.register, self._asked("A3"))

    def _paper(self, size: str) -> "Job":
        from ui.papers.coverage import coverage_job

        asked = self._asked(size)
        return coverage_job(self.workplace.register, asked, self.workplace.today())

    def _asked(self, size: str) -> "BoardAsked":
        """The day, kind of rows, filter and order of the screen; words typed are for the screen."""
        from ui.papers.coverage import BoardAsked

        rows = self.rows
        return BoardAsked(
            on=self.on,
            wanted=self.filter,
            choice=rows.shown,
            needy_first=not rows.order.column and rows.listed == BY_NEED,
            paper=size,
        )
