"""Records that belong to another one (an office's ASN, its recaps), edited in a small dialog."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from census_desk import editing
from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.words import _
from ui.forms import parse, texts_of
from ui.presenters.records import RecordsSpec
from ui.workplace import OK, Workplace


class PartsPresenter:
    """Add, change and delete the records of a spec without a page of their own."""

    def __init__(self, workplace: Workplace, spec: RecordsSpec) -> None:
        self._workplace = workplace
        self.spec = spec

    def title(self, record_id: str) -> str:
        """What the dialog is called."""
        if not record_id:
            return _(self.spec.new_text)
        return COLLECTIONS[self.spec.collection].title(self._stored().get(record_id))

    def texts(self, record_id: str) -> dict[str, str]:
        """What the dialog shows first."""
        if record_id:
            return texts_of(self.spec.fields, self._stored().get(record_id))
        first = {each.name: each.default for each in self.spec.fields}
        return first | dict(self.spec.defaults(self._workplace))

    def save(self, record_id: str, texts: Mapping[str, str]) -> dict[str, str]:
        """Save what was typed; the problems by field, {} when it is saved.

        A refusal that belongs to no field is under "".
        """
        values, problems = parse(self.spec.fields, texts)
        if problems:
            return problems
        try:
            self._write(record_id, values)
        except InvalidRecord as refused:
            return refused.problems
        except CensusDeskError as refused:
            return {"": refused.sentence}
        self._workplace.say(_("Disimpan."), OK)
        return {}

    def delete(self, ids: tuple[str, ...]) -> None:
        """Delete these; one undo brings them back."""
        if not ids:
            return
        kind = _(COLLECTIONS[self.spec.collection].singular)
        what = _("Menghapus {count} {kind}").format(count=len(ids), kind=kind)
        try:
            with self._workplace.register.change(what):
                for one in ids:
                    editing.delete(self._workplace.register, self.spec.collection, one)
        except CensusDeskError as refused:
            self._workplace.refused(refused)
            return
        self._workplace.say(_("Dihapus; dapat diurungkan dengan Ctrl+Z."), OK)

    def _write(self, record_id: str, values: Mapping[str, Any]) -> None:
        if record_id:
            editing.change(
                self._workplace.register, replace(self._stored().get(record_id), **values)
            )
            return
        fixed = dict(self.spec.fixed(self._workplace))
        record = COLLECTIONS[self.spec.collection].record(
            id=self._workplace.new_id(), **(fixed | dict(values))
        )
        editing.add(self._workplace.register, record)

    def _stored(self) -> Any:
        return self._workplace.register.collection(self.spec.collection)
