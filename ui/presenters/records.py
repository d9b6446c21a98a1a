"""The generic page of one collection, without a window: table left, form right.

A page says what it is by a RecordsSpec; pages differ by what they compose around it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui.presenters.exporting import export
from ui.presenters.records_form import RecordsForm
from ui.presenters.records_spec import Editing, RecordsSpec, RecordsView
from ui.presenters.stale import tell_stale
from ui.presenters.steps import redo, undo
from ui.workplace import INFO, OK, WARNING

if TYPE_CHECKING:
    from census_desk.register import Change


__all__ = ["Editing", "RecordsPresenter", "RecordsSpec", "RecordsView", "redo", "undo"]


class RecordsPresenter(RecordsForm):
    """Everything a person can do with the records of one collection."""

    def refresh(self, change: "Change | None" = None) -> None:
        """List what the register holds now; the form follows unless it holds unsaved work."""
        records = self.spec.records(self.workplace) if self.spec.records else self._stored().all()
        self.model.set_records(records)
        self._follow_register()
        self.view.paint_table()

    def filter(self, text: str) -> None:
        """Narrow the table to what is typed."""
        self.model.filter(text)
        self.view.paint_table()

    def selected(self) -> None:
        """The selection moved: show the one record, keep an unfinished one as a draft."""
        ids = self.model.selected
        if self.editing is not None and (not ids or ids[0] == self.editing.id):
            return
        self.keep_draft()
        if len(ids) == 1:
            self.open(ids[0])
        else:
            self._close_form()

    def delete(self) -> None:
        """Delete the selected records: no question, one undo brings them back."""
        ids = self.model.selected
        if not ids:
            return
        next_id = self._neighbour(ids)
        named = self._named(ids)
        try:
            with self.workplace.register.change(_("Menghapus {what}").format(what=named)):
                for record_id in ids:
                    editing.delete(self.workplace.register, self.spec.collection, record_id)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        self.editing = None
        self.workplace.say(
            _("Dihapus: {what}.").format(what=named),
            OK,
            (_("Urungkan"), self.undo),
        )
        if next_id:
            self.model.select(next_id)
            self.open(next_id)
        else:
            self._close_form()
        self.refresh()

    def undo(self) -> None:
        """Take back the last step."""
        undo(self.workplace)

    def keep_layout(self, widths: Mapping[str, int]) -> None:
        """Remember order, columns and widths of this table."""
        self._memory.keep(self.model, widths)

    def widths(self) -> dict[str, int]:
        """The widths a person chose before."""
        return self._memory.widths()

    def copy(self) -> None:
        """Put the selected rows on the clipboard as TSV."""
        count = len(self.model.selected)
        if count:
            self.workplace.copy(self.model.copy())
            self.workplace.say(_("{count} baris disalin.").format(count=count), INFO)

    def export(self) -> None:
        """Save the rows of the current filter as an Excel workbook."""
        export(self.workplace, self._title(), self.model)

    def _title(self) -> str:
        return _(self.spec.title)

    def _saved(self, record: Any) -> bool:
        self._forget_draft()
        self.editing = None
        self.model.select(record.id)
        self.open(record.id)
        self.refresh()
        said = self.spec.note(self.workplace, record)
        if said:
            self.workplace.say(said, WARNING)
        elif self.model.place_of(record.id) < 0:
            said = _("Tersimpan, tetapi disembunyikan oleh saringan.")
            self.workplace.say(said, INFO)
        tell_stale(self.workplace, record, said)
        return True

    def _follow_register(self) -> None:
        """After a change: show the newer record, unless somebody is typing in the form."""
        if self.editing is None or self.editing.record is None:
            return
        record = self._stored().find(self.editing.id)
        if record is self.editing.record or record == self.editing.record:
            return
        texts = self._current_texts()
        if texts is not None and self.is_unsaved(texts):
            return
        self.open(self.editing.id)

    def _neighbour(self, ids: Sequence[str]) -> str:
        last = self.model.place_of(ids[-1])
        first = self.model.place_of(ids[0])
        for place in (last + 1, first - 1):
            if 0 <= place < self.model.count:
                return str(self.model.at(place).id)
        return ""

    def _named(self, ids: Sequence[str]) -> str:
        kind = _(self._kind.singular)
        if len(ids) > 1:
            return _("{count} {kind}").format(count=len(ids), kind=kind)
        return f"{kind} {editing.title_of(self._stored().get(ids[0]))}"
