"""Several processes on one register: nothing lost, nothing twice, nobody waits too long."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from census_desk.register import Register
from tests.register.conftest import CATALOGUE, Office, opened, size


def add_offices(path: str, count: int, told) -> None:
    """Add offices one by one, each numbered one higher than the highest seen inside the change."""
    longest = 0.0
    with Register.open(
        path, actor=f"proses {os.getpid()}", catalogue=CATALOGUE, backs_up=False
    ) as register:
        for _ in range(count):
            start = time.monotonic()
            with register.change("Mengambil nomor"):
                highest = max((o.head_count for o in register.offices.all()), default=0)
                record = Office(id=register.ids(), name=f"{os.getpid()}", head_count=highest + 1)
                register.offices.add(record)
            longest = max(longest, time.monotonic() - start)
    told.put(longest)


@pytest.mark.parametrize("processes", [2, 4])
def test_every_insert_of_every_process_is_there_and_every_number_is_taken_once(path, processes):
    Register.create(path, actor="awal", catalogue=CATALOGUE).close()
    count = size(40, 1_000)
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    started = [
        context.Process(target=add_offices, args=(str(path), count, told)) for _ in range(processes)
    ]

    for process in started:
        process.start()
    longest = max(told.get(timeout=120) for _ in started)
    for process in started:
        process.join()

    with opened(path) as register:
        offices = register.offices.all()
        assert register.check().ok
        assert register.rev == 1 + processes * count
    assert sorted(o.head_count for o in offices) == list(range(1, processes * count + 1))
    assert len({o.name for o in offices}) == processes
    assert longest < 5
    told.close()
    told.join_thread()


def test_what_one_process_saves_the_other_shows_at_its_next_poll(path):
    with Register.create(path, actor="A", catalogue=CATALOGUE) as mine, opened(path) as theirs:
        heard = []
        mine.subscribe(heard.append)
        for number in range(20):
            office = Office(id=theirs.ids(), name=f"Dinas {number}")
            theirs.offices.add(office)

            assert mine.refresh().touched == {"offices": frozenset({office.id})}
            assert mine.offices.get(office.id) == office
        assert len(heard) == 20 and all(change.by_other for change in heard)


def test_no_folder_is_left_with_side_files(path):
    with Register.create(path, actor="A", catalogue=CATALOGUE) as register:
        register.offices.add(Office(id=register.ids(), name="x"))

    assert {entry.name for entry in Path(path).parent.iterdir()} == {
        "kudus.censusdesk",
        "kudus.cadangan",
    }
