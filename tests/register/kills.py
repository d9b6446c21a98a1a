"""Two writers killed at random moments; an oracle knows what each was told is saved."""

import multiprocessing
import os
import random
import signal
import sys
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from census_desk.register import Register, SaveFailed

KEYS = 6
ROUNDS_PER_FILE = 40
PATIENCE = 1.0  # seconds for one save; SQLite lets one of two busy writers wait longer at times


@dataclass
class Tally:
    """What a run of kills found; `figures` is the line for docs/reliability.md."""

    kills: int = 0
    acknowledged: int = 0
    cut_short: int = 0
    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    unopenable: list[str] = field(default_factory=list)

    @property
    def figures(self) -> str:
        """One line for people."""
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged, {self.cut_short} cut short, "
            f"{len(self.lost)} lost, {len(self.torn)} torn, {len(self.unopenable)} unopenable"
        )


class Oracle:
    """Per key of one writer: the value told as saved, and those tried since."""

    def __init__(self) -> None:
        self.saved: dict[int, int] = {}
        self.tried: dict[int, list[int]] = {}

    def hear(self, word: str, key: int, value: int) -> None:
        """Follow one message of the writer."""
        if word == "try":
            self.tried.setdefault(key, []).append(value)
        elif word == "refused":  # what was said not to be saved may not be found either
            self.tried[key].remove(value)
        else:
            self.saved[key] = value
            self.tried[key] = []

    def allows(self, key: int, value: int | None) -> bool:
        """Whether the file may hold this value (None: nothing) for a key."""
        return value == self.saved.get(key) or value in self.tried.get(key, [])

    def settle(self, key: int, value: int | None) -> None:
        """What was found on disk is the truth from here on."""
        if value is not None:
            self.saved[key] = value
        self.tried[key] = []


def write_for_ever(path: str, writer: int, seed: int, told: Connection) -> None:
    """Save pairs of documents in one commit each, telling before and after, until killed."""
    rng = random.Random(seed)
    register = Register.open(path, actor=f"penulis {writer}", catalogue={}, backs_up=False)
    left, right = register.table("left"), register.table("right")
    for count in range(1_000_000):
        key, value = rng.randrange(KEYS), seed * 1_000 + count
        number = writer * KEYS + key + 1
        told.send(("try", key, value))
        try:
            with register.change(f"pasangan {value}"):
                for table in (left, right):
                    document = {"value": value, "note": "x" * rng.randrange(300)}
                    if table.contains(doc_id=number):
                        table.remove(doc_ids=[number])
                    table.insert(type(left).document_class(document, number))
        except SaveFailed as error:  # the other writer let it wait too long; it goes on
            told.send(("ok" if error.saved else "refused", key, value))
        else:
            told.send(("ok", key, value))


def run_kills(folder: Path, kills: int, seed: int, writers: int = 2) -> Tally:
    """Kill writers `kills` times and compare the file with what they were told."""
    tally, rng = Tally(), random.Random(seed)
    place = 0
    while tally.kills < kills:
        path = folder / f"kills-{place}.censusdesk"
        Register.create(path, actor="awal", catalogue={}).close()
        oracles = [Oracle() for _ in range(writers)]
        for _ in range(ROUNDS_PER_FILE):
            if tally.kills >= kills:
                break
            one_round(path, oracles, tally, rng)
        for leftover in folder.glob(f"kills-{place}*"):
            if leftover.is_file():
                leftover.unlink()
        place += 1
    return tally


def one_round(path: Path, oracles: list[Oracle], tally: Tally, rng: random.Random) -> None:
    """Start the writers, kill each at its own moment, look at the file."""
    context = multiprocessing.get_context("fork" if os.name == "posix" else "spawn")
    started = []
    for writer, oracle in enumerate(oracles):
        ear, mouth = context.Pipe(duplex=False)
        process = context.Process(
            target=write_for_ever,
            args=(str(path), writer, rng.randrange(1 << 40), mouth),
            daemon=True,
        )
        process.start()
        mouth.close()
        started.append((process, ear, oracle))
    for process, ear, oracle in started:
        # Some saves first, counted and not timed: a busy machine gets as far as an idle one.
        listen(ear, oracle, tally, saves=rng.randrange(3))
        wait_until = time.monotonic() + rng.random() * 0.03
        while time.monotonic() < wait_until:
            pass
        process.kill()
        process.join()
        tally.kills += 1
        assert process.exitcode == -signal.SIGKILL, process.exitcode
    for _process, ear, oracle in started:
        listen(ear, oracle, tally)
    compare(path, oracles, tally)


def listen(ear: Connection, oracle: Oracle, tally: Tally, saves: int | None = None) -> None:
    """Hear a writer until so many saves, or all that a dead one still had in the pipe."""
    heard = 0
    try:
        while saves is None or (heard < saves and ear.poll(PATIENCE)):
            word, key, value = ear.recv()
            oracle.hear(word, key, value)
            heard += word == "ok"
    except (EOFError, OSError):
        ear.close()
    tally.acknowledged += heard


def compare(path: Path, oracles: list[Oracle], tally: Tally) -> None:
    """Open the file as a clerk would at the next start, every checksum verified."""
    tally.cut_short += path.with_name(path.name + "-journal").exists()
    try:
        register = Register.open(path, actor="pemeriksa", catalogue={}, backs_up=False)
    except Exception as error:  # noqa: BLE001  whatever it is, the file did not open
        tally.unopenable.append(repr(error))
        return
    with register:
        for writer, oracle in enumerate(oracles):
            for key in range(KEYS):
                number = writer * KEYS + key + 1
                pair = [register.table(side).get(doc_id=number) for side in ("left", "right")]
                values = [None if found is None else found["value"] for found in pair]
                if values[0] != values[1]:
                    tally.torn.append(f"{number}: {values}")
                if not oracle.allows(key, values[0]):
                    tally.lost.append(f"{number}: {values[0]} not {oracle.saved.get(key)}")
                oracle.settle(key, values[0])
        report = register.check()
        if not report.ok:
            tally.unopenable.append(report.problems[0])


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        found = run_kills(Path(name), int(sys.argv[1]), seed=int(sys.argv[2]))
    sys.stdout.write(found.figures + "\n")
    sys.stdout.writelines(f"{line}\n" for line in found.lost + found.torn + found.unopenable)
