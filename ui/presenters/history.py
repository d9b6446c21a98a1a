"""Riwayat without a window: every step, what it changed field by field, and turning it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError
from census_desk.register import DocumentChange, Step, mask
from census_desk.words import N_, _
from ui.presenters.record_texts import decoded, labelled
from ui.tables import Column, TableModel
from ui.wording import MOMENT_EMS, spoken_moment
from ui.workplace import OK

if TYPE_CHECKING:
    from ui.workplace import Workplace

KIND_NAMES = {
    "begin": N_("Awal"),
    "change": N_("Perubahan"),
    "undo": N_("Urungan"),
    "redo": N_("Ulangan"),
    "migration": N_("Pembaruan"),
    "restore": N_("Pemulihan"),
}
ADDED, CHANGED, REMOVED = N_("ditambah"), N_("diubah"), N_("dihapus")
DOCUMENTS_SHOWN = 60
STEP = "step:"  # before the number of a step that is to be shown among all


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step as a row of the table."""

    id: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record in a step: its title, what happened to it, and the fields that differ."""

    title: str
    verb: str
    collection: str
    record_id: str
    fields: tuple[FieldChange, ...]


class HistoryPresenter:
    """The steps of the whole register, or of one record."""

    def __init__(self, workplace: "Workplace") -> None:
        self.workplace = workplace
        self.model = TableModel(COLUMNS, workplace.lookup)
        self.scope: tuple[str, str] | None = None

    def refresh(self) -> None:
        """List the steps there are now."""
        collection, record_id = self.scope or (None, None)
        steps = self.workplace.register.history(collection, record_id)
        self.model.set_records([StepRow(str(step.rev), step) for step in steps])

    # which steps

    def show_record(self, record_id: str) -> bool:
        """Narrow to one record's own history; False when no record has that id."""
        collection = self._collection_of(record_id)
        if collection is None:
            return False
        self.scope = (collection, record_id)
        self.model.select("")
        self.refresh()
        return True

    def show_all(self) -> None:
        """Back to the history of everything."""
        self.scope = None
        self.model.select("")
        self.refresh()

    @property
    def scope_text(self) -> str:
        """Whose history it is, "" for the whole register's."""
        if self.scope is None:
            return ""
        collection, record_id = self.scope
        record = self.workplace.register.collection(collection).find(record_id)
        kind = COLLECTIONS[collection]
        title = kind.title(record) if record is not None else _("sudah dihapus")
        return _("Riwayat {kind}: {title}").format(kind=_(kind.singular), title=mask(title))

    # the chosen step

    @property
    def step(self) -> Step | None:
        """The step the selection is on."""
        chosen = self.model.selected_records()
        return chosen[0].step if chosen else None

    def changes(self) -> tuple[RecordChange, ...]:
        """What the chosen step did, of one record only when the history is that record's."""
        step = self.step
        if step is None:
            return ()
        wanted = [c for c in _changes_of(step) if self.scope in (None, (c.collection, c.id))]
        return tuple(self._described(change) for change in wanted[:DOCUMENTS_SHOWN])

    def summary(self) -> str:
        """One line on the chosen step: how many records, and whether it can be turned back."""
        step = self.step
        if step is None:
            return ""
        count = _("{count} catatan").format(count=len(_changes_of(step)))
        if step.is_purged:
            count = _("rincian sudah dihapus demi data pribadi")
        who = " · ".join(part for part in (step.actor, step.pc, spoken_moment(step.at)) if part)
        return f"{who}\n{count} · {step.why_not or _('dapat diurungkan')}"

    def as_it_was(self) -> tuple[tuple[str, str], ...]:
        """Label and text of the scoped record as the register had it at the chosen step."""
        step = self.step
        if step is None or self.scope is None:
            return ()
        collection, record_id = self.scope
        record = self.workplace.register.as_of(step.at).collection(collection).find(record_id)
        return tuple(labelled(collection, record, self.workplace.lookup).values())

    # turning back

    @property
    def can_undo(self) -> bool:
        """Whether the chosen step can be turned back now."""
        return self.step is not None and not self.workplace.read_only and self.step.can_undo

    def undo(self) -> None:
        """Turn the chosen step back; the sentence says why not when it cannot be."""
        if step := self.step:
            self._turn(lambda: self.workplace.register.undo(step.rev), _("Diurungkan: {what}"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self.workplace.register.redo, _("Diulangi: {what}"))

    def _turn(self, turn: Any, said: str) -> None:
        before = self.step
        try:
            done = turn()
        except CensusDeskError as refused:
            self.workplace.refused(refused)
            return
        what = before.what if before and done.undoes == before.rev else done.what
        self.refresh()
        self.workplace.say(said.format(what=mask(what)), OK)

    # inside

    def _collection_of(self, record_id: str) -> str | None:
        register = self.workplace.register
        for name in COLLECTIONS:
            if register.collection(name).find(record_id) is not None:
                return name
        gone = (name for name in COLLECTIONS if register.history(name, record_id, limit=1))
        return next(gone, None)

    def _described(self, change: DocumentChange) -> RecordChange:
        before = decoded(change.collection, change.id, change.before)
        after = decoded(change.collection, change.id, change.after)
        lookup = self.workplace.lookup
        fields = differences(
            labelled(change.collection, before, lookup), labelled(change.collection, after, lookup)
        )
        return RecordChange(
            title=_title(change, after if after is not None else before),
            verb=_(_verb(change)),
            collection=change.collection,
            record_id=change.id,
            fields=tuple(fields),
        )


def differences(
    before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]
) -> Iterable[FieldChange]:
    """The fields whose texts differ, in the order of the form; empty ones of a new record not."""
    for name in dict.fromkeys((*before, *after)):
        label, old = before.get(name, ("", ""))
        new_label, new = after.get(name, ("", ""))
        if old != new:
            yield FieldChange(label=label or new_label, before=old, after=new)


def _changes_of(step: Step) -> Sequence[DocumentChange]:
    return () if step.is_purged else step.changes


def _verb(change: DocumentChange) -> str:
    if change.before is None:
        return ADDED
    return REMOVED if change.after is None else CHANGED


def _title(change: DocumentChange, record: Any | None) -> str:
    kind = COLLECTIONS.get(change.collection)
    if kind is None:
        return change.collection
    name = _(kind.singular)
    title = kind.title(record) if record is not None else change.id
    return f"{name[:1].upper()}{name[1:]}: {mask(title)}"


def state_of(row: StepRow) -> str:
    """The colour of a row; its kind says the same in words."""
    return {"undo": "warning", "restore": "danger"}.get(row.step.kind, "")


COLUMNS = (
    Column(
        name="at",
        label=N_("Waktu"),
        text=lambda row, lookup: spoken_moment(row.step.at),
        sort_key=lambda row, lookup: row.step.rev,
        value=lambda row, lookup: row.step.at.replace(tzinfo=None),
        ems=MOMENT_EMS,
        firm=True,
    ),
    Column(name="what", label=N_("Perubahan"), text=lambda r, lookup: mask(r.step.what), ems=34),
    Column(name="actor", label=N_("Oleh"), text=lambda r, lookup: r.step.actor, ems=14),
    Column(
        name="kind",
        label=N_("Jenis"),
        text=lambda r, lookup: _(KIND_NAMES.get(r.step.kind, r.step.kind)),
        ems=9,
    ),
    Column(name="pc", label=N_("Komputer"), text=lambda r, lookup: r.step.pc, ems=12, shown=False),
)
