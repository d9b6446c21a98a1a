"""One conformance suite for every engine, and what the store does when an engine fails."""

from datetime import UTC, datetime

import pytest

from census_desk.register import SaveFailed, opening
from census_desk.register.commits import first_entry
from census_desk.register.engine import EngineError
from census_desk.register.rows import Delta, Entry, changes_text, entry_hash, sealed_rows
from census_desk.register.sqlite_engine import SqliteEngine
from census_desk.register.store import Store
from tests.register.engines import FaultyEngine, MemoryEngine, Shelfful

BEGIN = first_entry(actor="uji", pc="", at=1_000, what="mulai")


def _sqlite_file(tmp_path):
    path = tmp_path / "engine.censusdesk"
    opening.create_file(path, {"register": "x"}, BEGIN)
    return lambda: SqliteEngine(path)


def _sqlite_memory(tmp_path):
    engine = SqliteEngine(None)
    opening.make_tables(engine.connection, {"register": "x"}, BEGIN)
    return lambda: engine


def _dictionaries(tmp_path):
    shared = Shelfful()
    shared.log.append((BEGIN, b"[]"))
    return lambda: MemoryEngine(shared)


ENGINES = {"file": _sqlite_file, "memory": _sqlite_memory, "dictionaries": _dictionaries}


@pytest.fixture(params=ENGINES)
def connect(request, tmp_path):
    opened = []
    connect_one = ENGINES[request.param](tmp_path)

    def connect():
        opened.append(connect_one())
        return opened[-1]

    connect.shares = request.param != "memory"
    yield connect
    for engine in opened:
        engine.close()


@pytest.fixture
def engine(connect):
    return connect()


def save(engine, rev, *deltas, past=(), **fields):
    """One commit of these deltas, as the store makes it."""
    engine.begin()
    engine.put(sealed_rows(deltas, rev))
    engine.cut([(d.table, d.id) for d in deltas if d.after is None])
    entry = Entry(rev=rev, at=rev * 1_000, actor="a", pc="p", what=f"langkah {rev}", **fields)
    engine.commit(entry, changes_text(deltas), past)
    return entry


def test_a_fresh_engine_has_its_first_entry_and_no_tables(engine):
    assert (engine.head(), engine.tables()) == (BEGIN, [])


def test_rows_put_are_loaded_in_order_of_id_a_chunk_at_a_time(engine):
    save(engine, 2, *(Delta("t", n, None, b"%d" % n) for n in (5, 1, 3)), Delta("u", 9, None, b"9"))

    assert engine.tables() == ["t", "u"]
    assert [row[:3] for row in engine.load("t", -1, 2)] == [(1, 2, b"1"), (3, 2, b"3")]
    assert [row[0] for row in engine.load("t", 3, 2)] == [5]


def test_a_row_put_again_is_the_new_one_and_a_row_cut_is_gone(engine):
    save(engine, 2, Delta("t", 1, None, b"1"), Delta("t", 2, None, b"2"))
    save(engine, 3, Delta("t", 1, b"1", b"11"), Delta("t", 2, b"2", None))

    assert [row[:3] for row in engine.load("t", -1, 9)] == [(1, 3, b"11")]


def test_rollback_forgets_everything_since_begin(engine):
    save(engine, 2, Delta("t", 1, None, b"1"))

    engine.begin()
    engine.put(sealed_rows([Delta("t", 1, b"1", b"2"), Delta("t", 2, None, b"2")], 3))
    engine.cut([("t", 1)])
    engine.rollback()

    assert [row[:3] for row in engine.load("t", -1, 9)] == [(1, 2, b"1")]
    assert engine.head().rev == 2


def test_rollback_without_begin_is_harmless(engine):
    engine.rollback()

    assert engine.head() == BEGIN


def test_a_commit_number_is_taken_once(engine):
    save(engine, 2, Delta("t", 1, None, b"1"))

    with pytest.raises(EngineError):
        save(engine, 2, Delta("t", 2, None, b"2"))


def test_entries_come_newest_first_and_of_one_document_when_named(engine):
    save(engine, 2, Delta("t", 1, None, b"1"))
    save(engine, 3, Delta("t", 2, None, b"2"))
    save(engine, 4, Delta("t", 1, b"1", b"11"), past=[("t", 1, 2)])
    save(engine, 5, Delta("t", 1, b"11", None), past=[("t", 1, 4), ("t", 1, 5)])

    assert [entry.rev for entry in engine.entries()] == [5, 4, 3, 2, 1]
    assert [entry.rev for entry in engine.entries(before=4, limit=2)] == [3, 2]
    assert [entry.rev for entry in engine.entries(key=("t", 1))] == [5, 4, 2]
    assert engine.touches(("t", 1), 2) == [4, 5]
    assert engine.touches(("t", 2), 0) == [3]


def test_an_entry_comes_back_field_by_field(engine):
    made = save(
        engine, 2, Delta("t", 1, None, b"1"), kind="undo", final=True, undoes=1, state=b"s" * 16
    )

    assert engine.entry(2) == made
    assert entry_hash(engine.entry(2)) == entry_hash(made)
    assert engine.entry(99) is None
    assert engine.turns() == [(2, "undo", 1)]


def test_changes_are_kept_as_written(engine):
    save(engine, 2, Delta("t", 1, None, b'{"a":1}'))

    assert engine.changes(2) == b'[["t",1,null,{"a":1}]]'
    assert engine.changes(99) is None


def test_the_commit_at_a_moment_is_the_last_made_by_then(engine):
    save(engine, 2, Delta("t", 1, None, b"1"))

    assert [engine.rev_at(at) for at in (999, 1_000, 1_999, 2_000, 9_000)] == [None, 1, 1, 2, 2]


def test_what_another_connection_committed_is_seen_with_its_rows_and_gaps(connect):
    if not connect.shares:
        pytest.skip("one connection to memory")
    mine, theirs = connect(), connect()
    save(theirs, 2, Delta("t", 1, None, b"1"), Delta("t", 2, None, b"2"))
    mine.changed_since(2)
    assert not mine.moved()

    save(theirs, 3, Delta("t", 1, b"1", b"11"))
    save(theirs, 4, Delta("t", 2, b"2", None), past=[("t", 2, 2), ("t", 2, 4)])

    assert mine.moved()
    news = mine.changed_since(2)
    assert [entry.rev for entry in news.entries] == [3, 4]
    assert [row[:4] for row in news.rows] == [("t", 1, 3, b"11")]
    assert news.gone == [("t", 2)]
    assert not mine.moved()


def test_an_own_commit_does_not_look_like_anothers(engine):
    engine.changed_since(1)

    save(engine, 2, Delta("t", 1, None, b"1"))

    assert not engine.moved()


def test_reopening_forgets_an_open_transaction(engine):
    engine.begin()
    engine.put(sealed_rows([Delta("t", 1, None, b"1")], 2))

    engine.reopen()

    assert engine.load("t", -1, 9) == []


# the store over a failing engine


def store_over(engine):
    return Store(engine, actor="a", pc="p", clock=lambda: datetime(2020, 2, 13, tzinfo=UTC))


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("trouble", ["io", "full"])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_after_a_failure_memory_says_what_the_storage_says(connect, at, trouble, after):
    engine = connect()
    save(engine, 2, Delta("t", 1, None, b"1"), Delta("t", 2, None, b"2"), rows=2)
    faulty = FaultyEngine(engine, at, after=after, trouble=trouble)
    store = store_over(faulty)
    shelf = store.shelf("t").need()

    with pytest.raises(SaveFailed) as caught, store.change("ubah"):
        store.set(shelf, 1, b"111")
        store.drop(shelf, 2)
        store.set(shelf, 3, b"3")

    saved = faulty.failed == "commit" and after
    new, old = {1: b"111", 3: b"3"}, {1: b"1", 2: b"2"}
    assert caught.value.saved is saved
    assert shelf.bodies == (new if saved else old)
    assert {row[0]: row[2] for row in engine.load("t", -1, 9)} == shelf.bodies
    assert store.head == engine.head()
    if trouble == "full" or faulty.failed == "begin":
        with store.change("lagi"):
            store.set(shelf, 4, b"4")
        assert engine.head().rev == store.head.rev


def test_a_disk_error_while_saving_stops_further_writes(connect):
    store = store_over(FaultyEngine(connect(), 2, after=False, trouble="io"))
    shelf = store.shelf("t").need()

    with pytest.raises(SaveFailed, match="Disk bermasalah"), store.change("a"):
        store.set(shelf, 1, b"1")

    assert store.read_only_reason


def test_a_busy_storage_is_told_and_nothing_is_written(connect):
    if not connect.shares:
        pytest.skip("one connection to memory")
    one, two = connect(), connect()
    if isinstance(two, SqliteEngine):
        two.connection.execute("PRAGMA busy_timeout=1")
    one.begin()
    store = store_over(two)

    with pytest.raises(SaveFailed, match="sedang dipakai") as caught, store.change("a"):
        pytest.fail("the block must not run")

    assert not caught.value.saved
