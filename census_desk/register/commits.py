"""What a commit is made of: the draft, what it changes, its entry in the log, its news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from census_desk.identity import from_number
from census_desk.register.rows import (
    NO_HASH,
    NO_STATE,
    Delta,
    Entry,
    Key,
    Row,
    Touch,
    entry_hash,
    moved_state,
    row_sum,
)
from census_desk.register.shelf import Shelf

BLANK = Entry(rev=0, at=0, actor="", pc="", what="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A commit, for whoever shows it. `kind`: change, undo, redo, refresh, restore, migration."""

    rev: int
    what: str
    actor: str
    by_other: bool
    kind: str
    keys: tuple[Key, ...]

    @property
    def touched(self) -> dict[str, frozenset[str]]:
        """Collection name to the ids touched."""
        touched: dict[str, list[str]] = {}
        for table, number in self.keys:
            touched.setdefault(table, []).append(from_number(number))
        return {table: frozenset(ids) for table, ids in touched.items()}


class Draft:
    """A commit being made; `rev` is set once it is saved."""

    def __init__(self, what: str, *, final: bool, at: int, kind: str, undoes: int | None) -> None:
        self.what = what
        self.final = final
        self.at = at
        self.kind = kind
        self.undoes = undoes
        self.rev: int | None = None
        self.journal: list[tuple[Shelf, int, bytes | None, int]] = []


def microseconds(moment: datetime) -> int:
    """A moment as microseconds since 1970 UTC; one without a zone is local time."""
    since = moment.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def first_entry(*, actor: str, pc: str, at: int, what: str) -> Entry:
    """The entry that begins a register's log."""
    entry = Entry(
        rev=1,
        at=at,
        actor=actor,
        pc=pc,
        what=what,
        kind="begin",
        final=True,
        state=NO_STATE,
        changes_sum=sha256(b"[]").digest(),
        prev=NO_HASH,
    )
    return replace(entry, hash=entry_hash(entry))


def past_touches(old: Mapping[Key, int], deltas: Sequence[Delta], rev: int) -> list[Touch]:
    """The commits rows stop telling: the one before where there was one, this one where it goes."""
    past = [(table, number, before) for (table, number), before in old.items()]
    return past + [(d.table, d.id, rev) for d in deltas if d.after is None]


def old_revs(draft: Draft, deltas: Sequence[Delta]) -> dict[Key, int]:
    """The revision each document had that was there before; none in an import of new ones."""
    changed = {(delta.table, delta.id) for delta in deltas if delta.before is not None}
    revs: dict[Key, int] = {}
    if changed:
        for shelf, number, _body, rev in draft.journal:
            if (shelf.name, number) in changed:
                revs.setdefault((shelf.name, number), rev)
    return revs


def deltas_of(draft: Draft) -> list[Delta]:
    """What the draft changes in the end; a document put back as it was keeps its revision."""
    first: dict[Key, tuple[Shelf, int, bytes | None, int]] = {}
    for noted in draft.journal:
        first.setdefault((noted[0].name, noted[1]), noted)
    deltas = []
    for shelf, number, body, old_rev in first.values():
        after = shelf.bodies.get(number)
        if after != body:
            deltas.append(Delta(shelf.name, number, body, after))
        elif body is not None:
            shelf.revs[number] = old_rev
    return deltas


def news_of(entry: Entry, keys: Sequence[Key], *, by_other: bool, kind: str) -> Change:
    """A log entry as subscribers are told of it."""
    return Change(
        rev=entry.rev,
        what=entry.what,
        actor=entry.actor,
        by_other=by_other,
        kind=kind,
        keys=tuple(keys),
    )


def next_entry(
    head: Entry,
    draft: Draft,
    deltas: Sequence[Delta],
    old: Mapping[Key, int],
    rows: Sequence[Row],
    text: bytes,
    *,
    by: tuple[str, str],
) -> Entry:
    """The log entry that follows `head` for a draft; `by` is the clerk and the computer."""
    gone = [
        row_sum(d.table, d.id, old[d.table, d.id], d.before) for d in deltas if d.before is not None
    ]
    entry = Entry(
        rev=head.rev + 1,
        at=draft.at,
        actor=by[0],
        pc=by[1],
        what=draft.what,
        kind=draft.kind,
        final=draft.final,
        undoes=draft.undoes,
        rows=head.rows + len(rows) - len(gone),
        state=moved_state(head.state, gone, [row.sum for row in rows]),
        changes_sum=sha256(text).digest(),
        prev=head.hash,
    )
    return replace(entry, hash=entry_hash(entry))
