"""The log as people read it: steps, what each changed, and which are undone."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from census_desk.identity import from_number
from census_desk.register.codec import Json, from_changes
from census_desk.register.engine import Engine, EngineError
from census_desk.register.rows import Entry, entry_hash

_NIP = re.compile(r"(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)")
_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """One document in a step; `before` or `after` is None where there was none."""

    collection: str
    id: str
    before: Json | None
    after: Json | None


class Step:
    """One commit: who did what, when, on which computer; the changes are read when asked for."""

    def __init__(
        self, entry: Entry, engine: Engine, refusal: Callable[["Step"], str | None]
    ) -> None:
        self.entry = entry
        self._engine = engine
        self._refusal = refusal
        self._changes: tuple[DocumentChange, ...] | None = None

    @property
    def rev(self) -> int:
        """The commit's number; order is by this, never by the clock."""
        return self.entry.rev

    @property
    def at(self) -> datetime:
        """When, by the clock of the computer that did it, shown in this one's zone."""
        return (_EPOCH + timedelta(microseconds=self.entry.at)).astimezone()

    @property
    def actor(self) -> str:
        """Who."""
        return self.entry.actor

    @property
    def pc(self) -> str:
        """On which computer."""
        return self.entry.pc

    @property
    def what(self) -> str:
        """What the clerk did, in words."""
        return self.entry.what

    @property
    def kind(self) -> str:
        """begin, change, undo, redo, migration or restore."""
        return self.entry.kind

    @property
    def final(self) -> bool:
        """Whether it can never be undone."""
        return self.entry.final

    @property
    def undoes(self) -> int | None:
        """The commit an undo or redo turns back."""
        return self.entry.undoes

    @property
    def is_purged(self) -> bool:
        """Whether the text of its changes was removed for privacy."""
        return self._engine.changes(self.rev) is None

    @property
    def changes(self) -> tuple[DocumentChange, ...]:
        """Each document before and after; EngineError when the log text is damaged."""
        if self._changes is None:
            self._changes = tuple(
                DocumentChange(collection=t, id=from_number(number), before=old, after=new)
                for t, number, old, new in self.raw_changes()
            )
        return self._changes

    @property
    def can_undo(self) -> bool:
        """Whether undo would go through now."""
        return self._refusal(self) is None

    @property
    def why_not(self) -> str | None:
        """The sentence that says why it cannot be undone, None when it can."""
        return self._refusal(self)

    def raw_changes(self) -> list[tuple[str, int, Json | None, Json | None]]:
        """(table, number, before, after) as the log has them; nothing when purged."""
        text = self._engine.changes(self.rev)
        if text is None:
            return []
        if sha256(text).digest() != self.entry.changes_sum:
            raise EngineError("damaged", f"changes of commit {self.rev}")
        return from_changes(text)


class Turns:
    """Which steps are undone just now, and what could be redone."""

    def __init__(self, turns: Iterable[tuple[int, str, int]]) -> None:
        self.undone: dict[int, int] = {}
        self._origin: dict[int, int] = {}
        for rev, kind, undoes in turns:
            self._turn(rev, kind, undoes)

    def take(self, entries: Sequence[Entry]) -> None:
        """Follow new commits."""
        for entry in entries:
            if entry.undoes is not None:
                self._turn(entry.rev, entry.kind, entry.undoes)

    def is_live(self, entry: Entry) -> bool:
        """Whether an entry is a step that stands: no turn itself, and not undone."""
        return entry.kind not in ("undo", "redo") and entry.rev not in self.undone

    def last_undo(self) -> tuple[int, int] | None:
        """(undone step, undo) of the latest undo that still stands."""
        if not self.undone:
            return None
        undo, step = max((undo, step) for step, undo in self.undone.items())
        return step, undo

    def _turn(self, rev: int, kind: str, undoes: int) -> None:
        if kind == "undo":
            self.undone[undoes] = rev
            self._origin[rev] = undoes
        elif kind == "redo":
            self.undone.pop(self._origin.get(undoes, -1), None)


def mask(text: str) -> str:
    """`text` with NIP shown by its last four digits and any NIK or KK number not at all."""
    shown = _NIP.sub(lambda found: "•" * 14 + re.sub(r"\D", "", found.group())[-4:], text)
    return _NIK.sub("•" * 16, shown)


def is_true(entry: Entry) -> bool:
    """Whether a log entry is what was written."""
    return entry_hash(entry) == entry.hash
