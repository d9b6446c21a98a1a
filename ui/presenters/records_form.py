"""The form's half of the records page: open, new, save, two versions, drafts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from census_desk import editing
from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.register.errors import StaleRecord
from census_desk.words import _
from ui.forms import parse, texts_of
from ui.presenters.records_spec import Editing, RecordsSpec, RecordsView
from ui.presenters.table_memory import TableMemory
from ui.tables import TableModel
from ui.workplace import ERROR, INFO, Workplace


class RecordsForm:
    """What a person does with the one record in the form; the table's half follows by hooks."""

    def __init__(self, workplace: Workplace, spec: RecordsSpec, view: RecordsView) -> None:
        self.workplace = workplace
        self.spec = spec
        self.view = view
        self.model = TableModel(spec.columns, workplace.lookup)
        self.editing: Editing | None = None
        self._kind = COLLECTIONS[spec.collection]
        self._memory = TableMemory(workplace.preferences, spec.memory)
        self._memory.recall(self.model, spec.order)

    def open(self, record_id: str) -> None:
        """Show a record in the form, with its draft when there is one."""
        record = self._stored().find(record_id)
        if record is None:
            self._close_form()
            return
        texts = texts_of(self.spec.fields, record)
        rev = self._stored().rev(record_id)
        self.editing = Editing(id=record_id, record=record, rev=rev, texts=texts)
        self._show_editing()

    def new(self, texts: Mapping[str, str] | None = None) -> None:
        """Start a new record from the defaults (and `texts`)."""
        self.keep_draft()
        self.model.select("")
        first = {each.name: each.default for each in self.spec.fields}
        first |= dict(self.spec.defaults(self.workplace)) | dict(texts or {})
        self.editing = Editing(id="", record=None, rev=None, texts=first)
        self._show_editing()
        self.view.paint_table()

    def duplicate(self) -> None:
        """Start a new record from the one in the form."""
        if self.editing is None or self.editing.record is None:
            return
        copy = editing.duplicated(self.editing.record, self.workplace.new_id())
        self.new(texts_of(self.spec.fields, copy))

    @property
    def titles(self) -> Mapping[str, str]:
        """Field labels by name, for comparing versions."""
        return {each.name: _(each.label) for each in self.spec.fields}

    def record_of(self, texts: Mapping[str, str]) -> tuple[Any | None, dict[str, str]]:
        """The record the form means now, or why there is none, by field."""
        values, problems = parse(self.spec.fields, texts)
        if problems:
            return None, problems
        try:
            return self._made(values), {}
        except InvalidRecord as refused:
            return None, refused.problems

    def save(self, texts: Mapping[str, str]) -> bool:
        """Save what the form says; False when it was refused, with the reason shown."""
        if self.editing is None:
            return False
        if not self.editing.is_new and not self.is_unsaved(texts):
            self.workplace.say(_("Tidak ada perubahan; semuanya sudah tersimpan."), INFO)
            return True
        record, problems = self.record_of(texts)
        if problems:
            self._show_problems(problems)
            return False
        try:
            self._write(record)
        except InvalidRecord as refused:
            self._show_problems(refused.problems)
            return False
        except StaleRecord as stale:
            return self._settle_stale(record, stale.theirs)
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return False
        return self._saved(record)

    def cancel(self) -> None:
        """Put the saved texts back, or leave the new record; the draft goes."""
        if self.editing is None:
            return
        self._forget_draft()
        if self.editing.is_new:
            self._close_form()
        else:
            self.open(self.editing.id)

    def edited(self, texts: Mapping[str, str]) -> None:
        """The form was typed in."""
        self.view.show_unsaved(self.is_unsaved(texts))

    def is_unsaved(self, texts: Mapping[str, str]) -> bool:
        """Whether the form differs from what was opened."""
        return self.editing is not None and any(
            texts.get(name, "") != text
            for name, text in self.editing.texts.items()
            if name in texts
        )

    def keep_draft(self) -> None:
        """Keep the unfinished form so that it is there again later."""
        texts = self._current_texts()
        if self.editing is None or texts is None:
            return
        if self.is_unsaved(texts):
            self.workplace.preferences.set(self._draft_key(), dict(texts))
        else:
            self._forget_draft()

    def _stored(self) -> Any:
        return self.workplace.register.collection(self.spec.collection)

    def _made(self, values: Mapping[str, Any]) -> Any:
        assert self.editing is not None
        if self.editing.record is not None:
            return replace(self.editing.record, **values)
        fixed = dict(self.spec.fixed(self.workplace))
        return self._kind.record(id=self.workplace.new_id(), **(fixed | dict(values)))

    def _write(self, record: Any) -> None:
        assert self.editing is not None
        if self.editing.is_new:
            self.spec.add(self.workplace, record)
        else:
            self.spec.change(self.workplace, record, self.editing.rev)

    def _settle_stale(self, mine: Any, theirs: Any | None) -> bool:
        """Both versions side by side; keep theirs, or save mine over it knowingly."""
        assert self.editing is not None
        fields = self.spec.fields
        answer = self.workplace.compare(
            _("Catatan ini sudah diubah di tempat lain"),
            self.titles,
            self.shown_texts(mine),
            self.shown_texts(theirs) if theirs is not None else None,
        )
        if answer == "theirs":
            self._forget_draft()
            self.open(self.editing.id)
            self.refresh()
        if answer != "mine":
            return answer == "theirs"
        texts = texts_of(fields, mine)
        if theirs is None:
            self.editing.record = None
        else:
            self.editing.rev = self._stored().rev(self.editing.id)
        return self.save(texts)

    def shown_texts(self, record: Any) -> dict[str, str]:
        """A record's fields as a person reads them: names instead of ids."""
        texts = texts_of(self.spec.fields, record)
        for each in self.spec.fields:
            if each.kind in ("choice", "code", "choices", "areas"):
                keys = texts[each.name].splitlines() or [""]
                labels = [self.workplace.lookup.choice_text(each, key) for key in keys]
                texts[each.name] = ", ".join(label for label in labels if label)
        return texts

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        shown = {each.name for each in self.spec.fields}
        self.view.show_problems(problems)
        elsewhere = [text for name, text in problems.items() if name not in shown]
        count = len(problems)
        self.workplace.say(
            " ".join(elsewhere)
            or _("Belum disimpan: {count} isian perlu diperbaiki.").format(count=count),
            ERROR,
        )

    def _show_editing(self) -> None:
        assert self.editing is not None
        kept = self.workplace.preferences.get(self._draft_key())
        draft = {str(k): str(v) for k, v in kept.items()} if isinstance(kept, dict) else {}
        texts = self.editing.texts | {k: v for k, v in draft.items() if k in self.editing.texts}
        self.view.show_form(texts, self._form_title(), is_new=self.editing.is_new)
        self.view.show_unsaved(self.is_unsaved(texts), restored=bool(draft))

    def _form_title(self) -> str:
        assert self.editing is not None
        if self.editing.record is None:
            return _(self.spec.new_text) if self.spec.new_text else _("Catatan baru")
        return self._kind.title(self.editing.record)

    def _close_form(self) -> None:
        self.editing = None
        self.view.show_no_form()

    def _current_texts(self) -> Mapping[str, str] | None:
        peek: Callable[[], Mapping[str, str]] | None = getattr(self.view, "form_texts", None)
        return peek() if peek is not None else None

    def _draft_key(self) -> str:
        assert self.editing is not None
        return f"draft.{self.spec.memory}.{self.editing.id or 'baru'}"

    def _forget_draft(self) -> None:
        if self.editing is not None:
            key = self._draft_key()
            if self.workplace.preferences.get(key) is not None:
                self.workplace.preferences.set(key, None)

    # the table's half

    def refresh(self) -> None:
        """List what the register holds now."""
        raise NotImplementedError

    def _saved(self, record: Any) -> bool:
        """The record is in the register: show it there."""
        raise NotImplementedError
