"""The generic page of one collection, without a window: table left, form right.

A page says what it is by a RecordsSpec; pages differ by what they compose around it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from census_desk import editing
from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.register.errors import StaleRecord
from census_desk.words import _
from ui.forms import Field, parse, texts_of
from ui.tables import Column, TableModel
from ui.workplace import ERROR, INFO, OK, Workplace

if TYPE_CHECKING:
    from census_desk.register import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsSpec:
    """What a records page shows.

    `defaults(workplace)` are the first texts of a new record by field name, over the fields' own;
    `fixed(workplace)` are values the form does not ask (the letter a delivery belongs to);
    `records(workplace)` narrows what is listed (one office's employees), None lists all.
    `order` is the first order of the table, "-held_on" descending. `key` names what is remembered
    (widths, order, drafts); the collection when "".
    """

    collection: str
    title: str
    columns: Sequence[Column]
    fields: Sequence[Field]
    empty_text: str
    empty_action: str
    new_text: str = ""
    order: str = ""
    key: str = ""
    defaults: Callable[[Workplace], Mapping[str, str]] = field(default=lambda workplace: {})
    fixed: Callable[[Workplace], Mapping[str, Any]] = field(default=lambda workplace: {})
    records: Callable[[Workplace], Sequence[Any]] | None = None
    state_of: Callable[[Any], str] | None = None

    @property
    def memory(self) -> str:
        """The name under which preferences keep this table's own."""
        return self.key or self.collection


class RecordsView(Protocol):
    """What the presenter asks of the page."""

    def paint_table(self) -> None:
        """The model changed: rows, count, selection."""

    def show_form(self, texts: Mapping[str, str], title: str, *, is_new: bool) -> None:
        """Show a record, or a new one, in the form."""

    def show_no_form(self) -> None:
        """Nothing is selected."""

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Sentences under their fields, the first one focused."""

    def show_unsaved(self, unsaved: bool, restored: bool = False) -> None:
        """Whether the form holds what is not saved; `restored` when it came from a draft."""


@dataclass(slots=True, kw_only=True)
class Editing:
    """The record in the form: as it was when opened, by which revision, and its first texts."""

    id: str
    record: Any | None
    rev: int | None
    texts: dict[str, str]

    @property
    def is_new(self) -> bool:
        """Whether it is not in the register yet."""
        return self.record is None


class RecordsPresenter:
    """Everything a person can do with the records of one collection."""

    def __init__(self, workplace: Workplace, spec: RecordsSpec, view: RecordsView) -> None:
        self.workplace = workplace
        self.spec = spec
        self.view = view
        self.model = TableModel(spec.columns, workplace.lookup)
        self.editing: Editing | None = None
        self._kind = COLLECTIONS[spec.collection]
        self._recall_layout()

    # showing

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

    # saving

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

    # drafts

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

    # how the table looks

    def keep_layout(self, widths: Mapping[str, int]) -> None:
        """Remember order, columns and widths of this table."""
        order = self.model.order
        self.workplace.preferences.set(
            f"table.{self.spec.memory}",
            {
                "order": f"{'-' if order.descending else ''}{order.column}",
                "columns": [column.name for column in self.model.shown_columns],
                "widths": dict(widths),
            },
        )

    def widths(self) -> dict[str, int]:
        """The widths a person chose before."""
        kept = self._kept_layout().get("widths", {})
        return {str(k): int(v) for k, v in kept.items()} if isinstance(kept, dict) else {}

    # what leaves it

    def copy(self) -> None:
        """Put the selected rows on the clipboard as TSV."""
        count = len(self.model.selected)
        if count:
            self.workplace.copy(self.model.copy())
            self.workplace.say(_("{count} baris disalin.").format(count=count), INFO)

    def export(self) -> None:
        """Save the rows of the current filter as an Excel workbook."""
        path = self.workplace.choose_save_path(f"{self._title()}.xlsx")
        if path is None:
            return
        columns, rows = self.model.export_columns(), self.model.export_rows()
        title = self._title()
        self.workplace.background.run(
            lambda: _write_workbook(path, title, columns, rows),
            lambda _done: self.workplace.say(
                _("Disimpan: {name}").format(name=path.name),
                OK,
                (_("Buka berkas"), lambda: self.workplace.open_file(path)),
            ),
        )

    # inside

    def _title(self) -> str:
        return _(self.spec.title)

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
            editing.add(self.workplace.register, record)
        else:
            editing.change(self.workplace.register, record, expected_rev=self.editing.rev)

    def _saved(self, record: Any) -> bool:
        self._forget_draft()
        self.editing = None
        self.model.select(record.id)
        self.open(record.id)
        self.refresh()
        if self.model.place_of(record.id) < 0:
            self.workplace.say(_("Tersimpan, tetapi disembunyikan oleh saringan."), INFO)
        return True

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
            if each.kind in ("choice", "choices", "areas"):
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

    def _current_texts(self) -> Mapping[str, str] | None:
        peek: Callable[[], Mapping[str, str]] | None = getattr(self.view, "form_texts", None)
        return peek() if peek is not None else None

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

    def _draft_key(self) -> str:
        assert self.editing is not None
        return f"draft.{self.spec.memory}.{self.editing.id or 'baru'}"

    def _forget_draft(self) -> None:
        if self.editing is not None:
            key = self._draft_key()
            if self.workplace.preferences.get(key) is not None:
                self.workplace.preferences.set(key, None)

    def _kept_layout(self) -> Mapping[str, Any]:
        kept = self.workplace.preferences.get(f"table.{self.spec.memory}")
        return kept if isinstance(kept, dict) else {}

    def _recall_layout(self) -> None:
        kept = self._kept_layout()
        if isinstance(names := kept.get("columns"), list):
            self.model.show_columns(names)
        order = str(kept.get("order", self.spec.order))
        self.model.sort(order.removeprefix("-"), descending=order.startswith("-"))


def undo(workplace: Workplace) -> None:
    """Take back the newest step, and say which."""
    _step(workplace, workplace.register.undo)


def redo(workplace: Workplace) -> None:
    """Do the step taken back last once more, and say which."""
    _step(workplace, workplace.register.redo)


def _step(workplace: Workplace, do: Callable[[], Any]) -> None:
    try:
        step = do()
    except CensusDeskError as refused:
        workplace.refused(refused)
        return
    workplace.say(f"{step.what}.", OK)


def _write_workbook(
    path: Any, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    from reports.document import write
    from reports.workbook import workbook

    write(path, workbook(title, columns, rows))
