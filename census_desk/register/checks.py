"""Everything that can be wrong with a register file, found and said in sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from census_desk.register import opening
from census_desk.register.codec import from_changes
from census_desk.register.collection import Collection
from census_desk.register.engine import Engine, EngineError
from census_desk.register.errors import CannotOpen, sentence_case
from census_desk.register.history import is_true
from census_desk.register.kinds import Catalogue, referred
from census_desk.register.rows import NO_HASH, NO_STATE, Entry, first_broken, moved_state, shown_id
from census_desk.register.schema import FORMAT, Format
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.words import _

_CHUNK = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found; `problems` are sentences, empty when all is well."""

    ok: bool
    problems: list[str]
    rows: int
    commits: int


def check_file(path: Path, form: Format = FORMAT) -> CheckReport:
    """Check a register file that nobody has open: structure, checksums, log."""
    try:
        engine = opening.open_engine(path, read_only=True, form=form)
    except (CannotOpen, OSError) as error:
        return _report([str(error)], 0, 0)
    try:
        return check_engine(engine)
    except EngineError as error:
        return _report([error.sentence], 0, 0)
    finally:
        engine.close()


def check_engine(engine: SqliteEngine) -> CheckReport:
    """Check what an engine holds, from the disk and not from memory."""
    with engine.reading():
        return _check(engine)


def _check(engine: SqliteEngine) -> CheckReport:
    problems = opening.broken_pages(engine.connection) + opening.broken_meta(engine.connection)
    head = engine.head()
    rows, state, broken = sum_rows(engine)
    problems += broken
    if head is not None and (rows, state) != (head.rows, head.state):
        problems.append(
            _(
                "Jumlah catatan tidak cocok dengan riwayat: ada {found}, seharusnya {expected}."
            ).format(found=rows, expected=head.rows)
        )
    entries = engine.entries()
    problems += check_log(entries, engine.changes)
    return _report(problems, rows, len(entries))


def sum_rows(engine: Engine) -> tuple[int, bytes, list[str]]:
    """(rows, sum of their checksums, sentences about broken ones)."""
    count, state, problems = 0, NO_STATE, []
    for table in engine.tables():
        position = -1
        while rows := engine.load(table, position, _CHUNK):
            position = rows[-1][0]
            count += len(rows)
            broken = set(first_broken(table, rows))
            seals = [seal for number, *_rest, seal in rows if number not in broken]
            state = moved_state(state, (), seals)
            problems += [
                _("Catatan {id} di {table} rusak.").format(id=shown_id(number), table=table)
                for number in broken
            ]
    return count, state, problems


def check_log(entries: Sequence[Entry], changes: Callable[[int], bytes | None]) -> list[str]:
    """The chain of hashes, each entry's own hash, and the text of its changes."""
    problems = []
    expected_rev, expected_prev = 1, NO_HASH
    for entry in reversed(entries):
        text = _text_of(entry, changes)
        if (entry.rev, entry.prev) != (expected_rev, expected_prev):
            problems.append(_("Riwayat terputus di langkah {rev}.").format(rev=entry.rev))
        elif not is_true(entry) or (text is not None and not _fits(text, entry)):
            problems.append(_("Riwayat langkah {rev} rusak.").format(rev=entry.rev))
        expected_rev, expected_prev = entry.rev + 1, entry.hash
    if not entries:
        problems.append(_("Riwayat register kosong."))
    return problems


def unreadable(catalogue: Catalogue, collection: Callable[[str], Collection[Any]]) -> list[str]:
    """Sentences about documents that make no record."""
    return [
        _("{noun} {id} tidak terbaca: {reason}").format(
            noun=sentence_case(_(kind.singular)), id=bad.id, reason=bad.reason
        )
        for kind in catalogue.values()
        for bad in collection(kind.name).unreadable
    ]


def dangling(catalogue: Catalogue, collection: Callable[[str], Collection[Any]]) -> list[str]:
    """Sentences about records that refer to what is not there."""
    living = {name: set(collection(name).ids()) for name in catalogue}
    return [
        _("{noun} {title} merujuk {target} yang tidak ada.").format(
            noun=sentence_case(_(kind.singular)),
            title=kind.title(record),
            target=_(catalogue[target].singular) if target in catalogue else target,
        )
        for kind in catalogue.values()
        if kind.references
        for record in collection(kind.name).all()
        for target, record_id in referred(kind, record)
        if record_id not in living.get(target, ())
    ]


def _text_of(entry: Entry, changes: Callable[[int], bytes | None]) -> bytes | None:
    try:
        return changes(entry.rev)
    except EngineError:
        return b""  # fits no checksum


def _fits(text: bytes, entry: Entry) -> bool:
    if sha256(text).digest() != entry.changes_sum:
        return False
    return bool(from_changes(text)) or entry.kind in ("begin", "migration", "restore")


def _report(problems: list[str], rows: int, commits: int) -> CheckReport:
    return CheckReport(ok=not problems, problems=problems, rows=rows, commits=commits)
