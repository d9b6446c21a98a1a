"""What is done with the line of the plan in front: why, lock, carry, move, forbid, open."""

import tkinter
from collections.abc import Callable, Sequence
from datetime import date

from census_desk.words import _
from ui.fields.planner import FORBID, PUT
from ui.presenters.planner import PlanInFront
from ui.presenters.planner_lines import PlanLines
from ui.presenters.planner_rows import LineRow
from ui.views.planner_result import ResultFace
from ui.views.planner_why import WhyDialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.plan_month import Deed
from ui.workplace import Workplace


class Lines:
    """`result()` is the face that shows the plan; `refresh()` shows it anew."""

    def __init__(
        self,
        page: tkinter.Misc,
        workplace: Workplace,
        front: PlanInFront,
        result: Callable[[], ResultFace],
    ) -> None:
        self._page, self._workplace, self._front = page, workplace, front
        self._result = result
        self._lines = PlanLines(workplace, front, self._show)

    @property
    def deeds(self) -> Sequence[Deed]:
        """The buttons beside a line."""
        return (
            Deed(text=_("Mengapa?"), icon="question-circle", key="Ctrl+I", run=self.why),
            Deed(
                text=_("Kunci tanggal"),
                icon="lock",
                key="Ctrl+L",
                run=self.lock,
                says=lambda: row.lock_words if (row := self.row) else _("Kunci tanggal"),
            ),
            Deed(text=_("Pindahkan…"), icon="calendar2-week", key="Ctrl+M", run=self.ask_move),
            Deed(text=_("Larang…"), icon="calendar-x", key="Ctrl+D", run=self.ask_forbid),
        )

    @property
    def row(self) -> LineRow | None:
        """The line in front."""
        return self._front.row(self._result().line_id)

    @property
    def has_session(self) -> bool:
        """Whether the line in front is a session already."""
        row = self.row
        return row is not None and row.is_made

    def why(self) -> None:
        """Why this date: the other dates with their prices."""
        if (row := self.row) is not None:
            WhyDialog(self._page, self._workplace, self._lines, row.id, self._put_at)

    def lock(self) -> None:
        """Keep the line where it is whatever is planned, or let it go."""
        if (row := self.row) is not None:
            self._lines.lock(row.id)

    def carry(self) -> None:
        """Take the line along in the calendar."""
        if (month := self._result().month) is not None:
            month.carry()

    def drop(self, line_id: str, day: date) -> None:
        """A line was put on another day of the calendar."""
        if self._lines.needs_reason(line_id):
            self._ask_move(line_id, self._lines.put_texts(line_id, day), first="reason")
        elif not self._lines.put_on(line_id, day):
            self._show(line_id)

    def ask_move(self) -> None:
        """Another day, half-day or team for the line in front."""
        if (row := self.row) is not None and not self._is_refused(row):
            self._ask_move(row.id, self._lines.put_texts(row.id))

    def ask_forbid(self) -> None:
        """Which part of the day the line's group is not to have."""
        if (row := self.row) is None:
            return
        FormDialog(
            self._page,
            _("Larang tanggal ini"),
            FORBID,
            self._workplace.lookup,
            texts={"slot": row.line.slot},
            save=lambda texts: self._lines.forbid_by(row.id, texts),
            action=_("Larang"),
            hint=self._lines.place_words(row.id),
        )

    def open_session(self) -> None:
        """Show the session the line has become."""
        row = self.row
        if row is not None and row.is_made:
            self._workplace.go("sessions", row.line.session_id)

    # inside

    def _is_refused(self, row: LineRow) -> bool:
        """Tell at once that a locked line stays, before anything is filled in."""
        if row.locked_words:
            self._workplace.say(row.locked_words, "error", (_("Lepaskan"), self.lock))
        return bool(row.locked_words)

    def _put_at(self, line_id: str, other_id: str) -> None:
        row = self._front.row(line_id)
        if row is not None and self._is_refused(row):
            return
        if self._lines.needs_reason(line_id):
            self._ask_move(line_id, self._lines.other_texts(line_id, other_id), first="reason")
        else:
            self._lines.put_at(line_id, other_id)

    def _ask_move(self, line_id: str, texts: dict[str, str], first: str = "") -> None:
        dialog = FormDialog(
            self._page,
            _("Pindahkan"),
            PUT,
            self._workplace.lookup,
            texts=texts,
            save=lambda now: self._lines.put_by(line_id, now),
            action=_("Pindahkan"),
            hint=self._lines.place_words(line_id),
        )
        if first:
            dialog.form.focus_field(first)

    def _show(self, line_id: str) -> None:
        """Go to a line where it is now."""
        row = self._front.row(line_id)
        if row is not None:
            self._result().choose(row.id, row.line.on)
