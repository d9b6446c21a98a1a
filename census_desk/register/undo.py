"""Turning steps back: which may be, which not and why, and how it is done."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from census_desk.identity import from_number, is_id, to_number
from census_desk.register.codec import Json, Unreadable, codec_of, to_bytes
from census_desk.register.collection import Collection
from census_desk.register.errors import CannotUndo, sentence_case
from census_desk.register.history import Step, Turns
from census_desk.register.kinds import Catalogue, Kind, referred
from census_desk.register.rows import Entry
from census_desk.register.store import Store
from census_desk.words import _

_PAGE = 50
Raw = tuple[str, int, Json | None, Json | None]
Collections = Mapping[str, Collection[Any]]  # records of every kind pass through here


class Undo:
    """Undo and redo over a store; each is a commit of its own in the log."""

    def __init__(
        self, store: Store, catalogue: Catalogue, collection: Callable[[str], Collection[Any]]
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._collection = collection
        self._turns: Turns | None = None
        store.on_entries.append(self._follow)

    @property
    def turns(self) -> Turns:
        """What is undone now; read from the log once, then followed."""
        if self._turns is None:
            self._turns = Turns(self._store.engine.turns())
        return self._turns

    def _follow(self, entries: Sequence[Entry]) -> None:
        if self._turns is not None:
            self._turns.take(entries)

    def step(self, entry: Entry) -> Step:
        """The step of a log entry."""
        return Step(entry, self._store.engine, self.refusal)

    def steps(
        self, table: str | None, record_id: str | None, limit: int | None, before: int | None
    ) -> list[Step]:
        """Steps, newest first, of one document when it is named."""
        key = (table, _plain(record_id)) if table is not None and record_id is not None else None
        entries = self._store.engine.entries(before=before, limit=limit, key=key)
        return [self.step(entry) for entry in entries]

    def undoable(self) -> Step | None:
        """The last step that stands, when it may be undone."""
        last = self._last_live()
        step = None if last is None else self.step(last)
        return step if step is not None and step.can_undo else None

    def redoable(self) -> Step | None:
        """The step that was undone last, when nothing was done since."""
        found = self._redo_pair()
        return None if found is None else self._step_at(found[0])

    def undo(self, rev: int | None = None) -> Step:
        """Turn back the last step, or the one of `rev`; CannotUndo says why not."""
        self._store.refresh()
        step = self._step_at(rev) if rev is not None else self._last_step()
        what = _("Mengurungkan: {what}").format(what=step.what)
        with self._store.change(what, kind="undo", undoes=step.rev) as draft:
            if sentence := self.refusal(step):
                raise CannotUndo(sentence)
            self._apply([(t, n, new, old) for t, n, old, new in step.raw_changes()])
        return self._step_at(draft.rev or 0)

    def redo(self) -> Step:
        """Do again what was undone last; CannotUndo when something was done since."""
        self._store.refresh()
        found = self._redo_pair()
        if found is None:
            raise CannotUndo(_("Tidak ada langkah yang dapat diulangi."))
        step = self._step_at(found[0])
        what = _("Mengulangi: {what}").format(what=step.what)
        with self._store.change(what, kind="redo", undoes=found[1]) as draft:
            if self._redo_pair() != found or not self._stands(step.raw_changes(), forward=False):
                raise CannotUndo(_("Catatan sudah berubah sejak langkah itu diurungkan."))
            self._apply(step.raw_changes())
        return self._step_at(draft.rev or 0)

    def refusal(self, step: Step) -> str | None:
        """Why a step cannot be undone, or None when it can."""
        if step.kind in ("undo", "redo"):
            return _("Ini sendiri langkah mengurungkan; pakai Ulangi.")
        if step.final:
            return _("“{what}” sudah final; buat langkah balasannya.").format(what=step.what)
        if step.rev in self.turns.undone:
            return _("“{what}” sudah diurungkan.").format(what=step.what)
        if step.is_purged:
            return _("Isi langkah ini sudah dihapus demi privasi.")
        raw = step.raw_changes()
        return self._later_step(step, raw) or self._dependence(raw)

    # why not

    def _later_step(self, step: Step, raw: list[Raw]) -> str | None:
        for table, number, _old, _new in raw:
            if self._store.shelf(table).need().revs.get(number) == step.rev:
                continue
            for rev in self._store.engine.touches((table, number), step.rev):
                entry = self._store.engine.entry(rev)
                if entry is not None and self.turns.is_live(entry):
                    return _(
                        "{title} sudah diubah lagi oleh “{what}”; urungkan itu lebih dahulu."
                    ).format(title=self._title(table, number), what=entry.what)
        if not self._stands(raw, forward=True):
            return _("Catatan tidak lagi seperti sesudah langkah itu.")
        return None

    def _stands(self, raw: list[Raw], *, forward: bool) -> bool:
        """Whether the documents are as the step left them (or, backward, as it found them)."""
        for table, number, old, new in raw:
            expected = new if forward else old
            body = self._store.shelf(table).need().bodies.get(number)
            if body != (None if expected is None else to_bytes(expected)):
                return False
        return True

    def _dependence(self, raw: list[Raw]) -> str | None:
        removed = {(table, number) for table, number, old, _new in raw if old is None}
        returned = {(table, number): old for table, number, old, _new in raw if old is not None}
        return self._still_used(removed, set(returned)) or self._would_dangle(returned, removed)

    def _still_used(
        self, removed: set[tuple[str, int]], changed: set[tuple[str, int]]
    ) -> str | None:
        ids = {(table, from_number(number)): (table, number) for table, number in removed}
        tables = {table for table, _id in ids}
        for kind in self._kinds_referring_to(tables):
            for user in self._collection(kind.name).all():
                mine = (kind.name, user.id)
                if mine in ids or (kind.name, _plain(user.id)) in changed:
                    continue
                for target in referred(kind, user):
                    if target in ids:
                        return _("{title} masih dipakai oleh {noun} {user}.").format(
                            title=self._title(*ids[target]),
                            noun=_(kind.singular),
                            user=kind.title(user),
                        )
        return None

    def _would_dangle(
        self, returned: Mapping[tuple[str, int], Json], removed: set[tuple[str, int]]
    ) -> str | None:
        for (table, number), document in returned.items():
            kind = self._catalogue.get(table)
            if kind is None or not kind.references:
                continue
            try:
                record = codec_of(kind.record).decode(number, document)
            except Unreadable:
                continue
            for target in referred(kind, record):
                key = (target[0], _plain(target[1]))
                if key in removed or not (key in returned or self._is_there(*key)):
                    return _("{title} merujuk {noun} yang sudah tidak ada.").format(
                        title=kind.title(record), noun=self._noun(target[0])
                    )
        return None

    def _kinds_referring_to(self, tables: set[str]) -> Iterator[Kind]:
        return (k for k in self._catalogue.values() if tables & set(k.references.values()))

    def _is_there(self, table: str, number: int) -> bool:
        return number in self._store.shelf(table).need().bodies

    def _noun(self, table: str) -> str:
        kind = self._catalogue.get(table)
        return table if kind is None else _(kind.singular)

    def _title(self, table: str, number: int) -> str:
        kind = self._catalogue.get(table)
        if kind is None:
            return from_number(number)
        record = self._collection(table).find(from_number(number))
        return sentence_case(self._noun(table)) + (
            "" if record is None else f" {kind.title(record)}"
        )

    # doing

    def _apply(self, raw: list[Raw]) -> None:
        for table, number, _now, then in raw:
            shelf = self._store.shelf(table).need()
            if then is None:
                self._store.drop(shelf, number)
            else:
                self._store.set(shelf, number, to_bytes(then))

    def _redo_pair(self) -> tuple[int, int] | None:
        """(step, undo) that redo would turn back: no step may stand that is newer than the undo."""
        found = self.turns.last_undo()
        last = self._last_live()
        if found is None or (last is not None and last.rev > found[1]):
            return None
        return found

    def _last_live(self) -> Entry | None:
        before: int | None = None
        while page := self._store.engine.entries(before=before, limit=_PAGE):
            for entry in page:
                if self.turns.is_live(entry):
                    return entry
            before = page[-1].rev
        return None

    def _last_step(self) -> Step:
        last = self._last_live()
        if last is None or last.kind == "begin":
            raise CannotUndo(_("Tidak ada langkah yang dapat diurungkan."))
        return self.step(last)

    def _step_at(self, rev: int) -> Step:
        entry = self._store.engine.entry(rev)
        if entry is None:
            raise CannotUndo(_("Langkah nomor {rev} tidak ada.").format(rev=rev))
        return self.step(entry)


def _plain(record_id: str) -> int:
    return to_number(record_id) if is_id(record_id) else -1
