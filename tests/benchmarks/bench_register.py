"""The register beside SQLite used directly in the same mode and beside stock TinyDB."""

from __future__ import annotations

import gc
import itertools
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from census_desk.register import Register
from census_desk.register.connection import connect

LARGE, SMALL = 100_000, 1_000
CALLS = 200
STOCK_CALLS = 5
BATCHES = 25
OPENINGS = 7


def document(number: int) -> dict[str, object]:
    """A document of about 230 bytes, as an employee's row has."""
    return {
        "name": f"Ahmad Hidayat {number}",
        "office": "Dinas Pendidikan, Kepemudaan dan Olahraga",
        "position": "Analis Kebijakan Ahli Muda",
        "district": "Kota Kudus",
        "nip": f"1979010120050{number:05d}",
        "note": "sudah mengisi sensus penduduk online",
        "count": number,
    }


def run(report: Callable[..., object]) -> None:
    """Report the figures of issue 2 section 7, ratios inside this one run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = Rivals(folder, LARGE), Rivals(folder, SMALL)
        try:
            single(report, large, small)
            batch(report, large)
        finally:
            large.close()
            small.close()
        opening(report, folder, large)


class Rivals:
    """A register, SQLite used directly and stock TinyDB, each with the same documents."""

    def __init__(self, folder: Path, size: int) -> None:
        self.path = folder / f"{size}.censusdesk"
        self.register = Register.create(self.path, actor="bench", catalogue={})
        self.register._file._backs_up = False
        self.table = self.register.table("employees")
        self.table.insert_multiple(
            Document(document(number), doc_id=number + 1) for number in range(size)
        )
        self.direct = _direct(folder / f"{size}.db", size)
        self.json = folder / f"{size}.json"
        self.register.export_json(self.json)
        self.stock = TinyDB(self.json)
        self.fresh = itertools.count(size + 1)

    def close(self) -> None:
        """Let go of all three files."""
        self.register.close()
        self.direct.close()
        self.stock.close()

    def insert(self) -> int:
        """One durable insert into the register."""
        return self.table.insert(Document(document(7), doc_id=next(self.fresh)))

    def insert_direct(self) -> None:
        """The same by hand in SQLite."""
        number = next(self.fresh)
        self._save("INSERT INTO doc VALUES(?, ?)", (number, json.dumps(document(7))))

    def insert_stock(self) -> None:
        """The same in stock TinyDB."""
        self.stock.table("employees").insert(document(7))

    def update(self) -> None:
        """One durable change of a field."""
        number = next(self.fresh)
        self.table.update({"count": number}, doc_ids=[number * 37 % SMALL + 1])

    def update_direct(self) -> None:
        """The same by hand: read, change, write."""
        number = next(self.fresh)
        place = number * 37 % SMALL + 1
        (text,) = self.direct.execute("SELECT body FROM doc WHERE id=?", (place,)).fetchone()
        changed = json.dumps(json.loads(text) | {"count": number})
        self._save("UPDATE doc SET body=? WHERE id=?", (changed, place))

    def update_stock(self) -> None:
        """The same in stock TinyDB."""
        number = next(self.fresh)
        place = number * 37 % SMALL + 1
        self.stock.table("employees").update({"count": number}, doc_ids=[place])

    def insert_batch(self) -> None:
        """1,000 documents in one commit."""
        self.table.insert_multiple(document(number) for number in range(1_000))

    def insert_batch_direct(self) -> None:
        """The same by hand."""
        rows = ((next(self.fresh), json.dumps(document(number))) for number in range(1_000))
        self.direct.execute("BEGIN IMMEDIATE")
        self.direct.executemany("INSERT INTO doc VALUES(?, ?)", rows)
        self.direct.execute("COMMIT")

    def _save(self, statement: str, values: tuple[object, ...]) -> None:
        self.direct.execute("BEGIN IMMEDIATE")
        self.direct.execute(statement, values)
        self.direct.execute("COMMIT")


def single(report: Callable[..., object], large: Rivals, small: Rivals) -> None:
    """Inserts and updates one by one: against SQLite, against its own small self, against stock."""
    for word in ("insert", "update"):
        works = [getattr(large, word), getattr(large, f"{word}_direct"), getattr(small, word)]
        ours, direct, little = medians(CALLS, *works)
        (stock,) = medians(STOCK_CALLS, getattr(large, f"{word}_stock"))
        report(f"register {word} at 100,000 vs SQLite", ours / direct, 1.5)
        report(f"register {word} at 100,000 vs at 1,000", ours / little, 1.5)
        report(f"register {word} at 100,000 vs stock TinyDB", stock / ours, 200, better="higher")


def batch(report: Callable[..., object], large: Rivals) -> None:
    """A thousand documents in one commit."""
    ours, direct = medians(BATCHES, large.insert_batch, large.insert_batch_direct)
    report("register batch of 1,000 at 100,000 vs SQLite", ours / direct, 2.0)


def opening(report: Callable[..., object], folder: Path, large: Rivals) -> None:
    """Open 100,000 documents, every checksum verified, and have them all; then in small steps."""
    with Register.open(large.path, actor="bench", catalogue={}, backs_up=False) as register:
        register.export_json(large.json)

    def ours() -> None:
        with Register.open(large.path, actor="bench", catalogue={}, backs_up=False) as register:
            assert len(register.table("employees").all()) > LARGE

    def stock() -> None:
        with TinyDB(large.json) as database:
            assert len(database.table("employees").all()) > LARGE

    # CPU seconds: both files are in the system's cache, and a busy machine moves wall time alone
    mine, theirs = medians(OPENINGS, ours, stock, clock=time.process_time)
    report("register open 100,000 verified vs stock TinyDB's open and all()", mine / theirs, 1.3)
    first, longest, total = steps(large.path)
    report("register lazy open until the window may paint", first / total, 0.1)
    report("register lazy open, longest step", longest * 1000, 250, unit="ms")


def steps(path: Path) -> tuple[float, float, float]:
    """Seconds until a lazily opened register hands back, of its longest step, and in all."""
    start = time.perf_counter()
    register = Register.open(path, actor="bench", catalogue={}, backs_up=False, load="lazy")
    first = time.perf_counter() - start
    longest = 0.0
    done = False
    while not done:
        before = time.perf_counter()
        done = register.load_some(10)
        longest = max(longest, time.perf_counter() - before)
    total = time.perf_counter() - start
    register.close()
    return first, longest, total


def medians(
    rounds: int, *works: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Median seconds of each, taking turns in a changing order."""
    times: list[list[float]] = [[] for _ in works]
    for place in _places(rounds, len(works)):
        if rounds < CALLS:
            gc.collect()
        start = clock()
        works[place]()
        times[place].append(clock() - start)
    return [statistics.median(taken) for taken in times]


def _places(rounds: int, count: int) -> Iterator[int]:
    for turn in range(rounds):
        yield from ((turn + step) % count for step in range(count))


def _direct(path: Path, size: int) -> sqlite3.Connection:
    """SQLite in the mode of the register: same pragmas, one table, nothing more."""
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("BEGIN")
    rows = ((number + 1, json.dumps(document(number))) for number in range(size))
    connection.executemany("INSERT INTO doc VALUES(?, ?)", rows)
    connection.execute("COMMIT")
    return connection
