"""A panel of records that belong to another one: rows, and a dialog to add or change one."""

import tkinter
from collections.abc import Callable

from census_desk.words import _
from ui.presenters.parts import PartsPresenter
from ui.presenters.records import RecordsSpec
from ui.widgets.form_dialog import FormDialog
from ui.widgets.rows_panel import RowsPanel
from ui.workplace import Workplace


class PartsPanel(RowsPanel):
    """`show_owner(id)` lists what belongs to it; Enter changes, the buttons add and delete."""

    def __init__(
        self, parent: tkinter.Misc, workplace: Workplace, spec_of: Callable[[str], RecordsSpec]
    ) -> None:
        self._workplace = workplace
        self._spec_of = spec_of
        self._owner = ""
        spec = spec_of("")
        super().__init__(
            parent,
            spec.title,
            spec.columns,
            workplace.lookup,
            empty=_(spec.empty_text),
            on_open=self.edit,
            on_delete=self.delete,
        )
        self.model.sort(spec.order.removeprefix("-"), descending=spec.order.startswith("-"))
        self._add = self.add_button(_(spec.new_text), self.new, icon="plus-lg")
        self.add_button(_("Ubah"), self.edit_chosen, icon="pencil")
        self.add_button(_("Hapus"), self.delete, icon="trash")

    def show_owner(self, owner: str, facts: str) -> None:
        """List what belongs to this record, "" for none."""
        if owner != self._owner:
            self.model.select("")
        self._owner = owner
        spec = self._spec_of(owner)
        assert spec.records is not None
        self.show(spec.records(self._workplace) if owner else (), facts)
        self._add.configure(state="normal" if owner else "disabled")

    def new(self) -> None:
        """Ask for a new one."""
        if self._owner:
            self._ask("")
        else:
            self._workplace.say(_("Pilih dulu satu baris di tabel atas."), "info")

    def edit_chosen(self) -> None:
        """Change the chosen one."""
        if len(self.ids) == 1:
            self._ask(self.ids[0])

    def edit(self, record_id: str) -> None:
        """Change this one."""
        self._ask(record_id)

    def delete(self) -> None:
        """Delete the chosen ones."""
        self._presenter().delete(self.ids)

    def _presenter(self) -> PartsPresenter:
        return PartsPresenter(self._workplace, self._spec_of(self._owner))

    def _ask(self, record_id: str) -> None:
        presenter = self._presenter()
        FormDialog(
            self,
            presenter.title(record_id),
            presenter.spec.fields,
            self._workplace.lookup,
            texts=presenter.texts(record_id),
            save=lambda texts: presenter.save(record_id, texts),
        )
