"""Search as you type over 100,000 records in three fields."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where

from census_desk.search import Haystack

SIZE = 100_000
ROUNDS = 15
NEEDLE = "hidayat"
FIELDS = ("name", "office", "position")
FIRST = ("Ahmad", "Siti", "Budi", "Sri", "Muhammad", "Nur", "Agus", "Dwi", "Endang", "Eko")
LAST = (
    *("Hidayat", "Rahayu", "Santoso", "Wati", "Kurniawan", "Lestari", "Prasetyo"),
    *("Utami", "Nugroho", "Handayani", "Setiawan", "Widodo", "Susanti"),
)
OFFICES = ("Dinas Pendidikan", "Dinas Kesehatan", "Setda", "Kecamatan Jati", "Bappeda")


def people() -> list[dict[str, str]]:
    """Invented employees in documents of about 230 bytes; one in 13 is called by the needle."""
    return [
        {
            "name": f"{FIRST[n % 10]} {LAST[n // 10 % 13]} {n}",
            "office": OFFICES[n % 5],
            "position": f"Analis Kebijakan {n % 97}",
            "district": "Kecamatan Kota Kudus",
            "nip": f"1979010120050{n:05d}",
            "note": "sudah mengisi sensus penduduk online",
            "rank": "Penata Muda Tingkat I (III/b)",
        }
        for n in range(SIZE)
    ]


def run(report: Callable[..., object]) -> None:
    """Report the search figures of issue 2 section 7."""
    records = people()
    hay = Haystack({n: " ".join(r[f] for f in FIELDS) for n, r in enumerate(records)})
    joined = "\n".join(" ".join(r[f] for f in FIELDS).lower() for r in records)
    with tempfile.TemporaryDirectory() as folder, TinyDB(Path(folder) / "people.json") as database:
        table = database.table("people")
        table.insert_multiple(records)
        wanted = sum(NEEDLE in str(r.values()).lower() for r in records)
        assert len(hay.find(NEEDLE)) == len(stock(table)) == wanted
        # a keystroke shows a screenful and the count; both ways give every hit here
        ours = median(lambda: hay.find(NEEDLE))
        theirs = median(lambda: stock(table), rounds=3)
        bare = median(lambda: scan(joined))
    report("search 100,000 vs stock TinyDB", theirs / ours, 80, better="higher")
    report("search 100,000 vs a bare str.find scan", ours / bare, 3)
    report("search 100,000, no hit, vs a bare str.find scan", *no_hit(hay, joined))
    report("search 100,000 after 50 changes vs a bare str.find scan", *after_changes(hay, bare))


def no_hit(hay: Haystack[int], joined: str) -> tuple[float, float]:
    """A word nobody has: the scan alone."""
    ours = median(lambda: hay.find("zulkifliq"))
    return ours / median(lambda: joined.find("zulkifliq")), 3.0


def after_changes(hay: Haystack[int], bare: float) -> tuple[float, float]:
    """The same keystroke after some records changed, none built anew."""
    hay.update({n * 7: f"Ahmad Hidayat baru {n}" for n in range(50)})
    return median(lambda: hay.find(NEEDLE)) / bare, 3.0


def stock(table: object) -> list[object]:
    """TinyDB asked the same: any of three fields holds the needle."""
    table.clear_cache()  # type: ignore[attr-defined]
    holds = [where(field).test(lambda text: NEEDLE in text.lower()) for field in FIELDS]
    return table.search(holds[0] | holds[1] | holds[2])  # type: ignore[attr-defined,no-any-return]


def scan(joined: str) -> list[int]:
    """Offsets of every hit by str.find alone."""
    found, at = [], joined.find(NEEDLE)
    while at >= 0:
        found.append(at)
        at = joined.find(NEEDLE, at + 1)
    return found


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median CPU seconds of a call."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)
