"""Kill, EIO and ENOSPC at the file calls of one save, and a disk that is really full.

With strace the faults hit every kind of call at every place (CENSUS_DESK_NIGHTLY) or at places
spread over the save. Without strace, test_engines.py's failing engine is what ran.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tinydb.table import Document

from census_desk.register import BackupFailed, Register
from tests.register.conftest import NIGHTLY
from tests.register.limited import fill

ROOT = Path(__file__).parents[2]
CALLS = ("openat", "pwrite64", "pread64", "fdatasync", "fsync", "unlink", "ftruncate", "fcntl")
FAULTS = {
    "kill": ("signal=KILL", CALLS),
    "EIO": ("error=EIO", CALLS),
    "ENOSPC": ("error=ENOSPC", ("openat", "pwrite64", "fdatasync", "fsync")),
}
PLACES = 14


def strace_works():
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(
        ["strace", "-f", "-o", os.devnull, "-e", "trace=openat", "true"], capture_output=True
    )
    return done.returncode == 0


def save(path, value, *options, log=os.devnull):
    """Run one save in a process of its own under strace; answers what it said."""
    command = ["strace", "-f", "-o", str(log), *options]
    command += [sys.executable, "-m", "tests.register.saver", str(path), str(value)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return done.stdout


def calls_of_a_save(path, log):
    """(name, how many of that name came before, counted from 1) for each file call of a save."""
    save(path, 1)
    save(path, 2, "-e", f"trace={','.join(CALLS)},access", log=log)
    counts, inside, found = Counter(), False, []
    for line in log.read_text().splitlines():
        call = re.match(r"\d+ +(\w+)\(", line)
        if call is None:
            continue
        if "/mark-begin" in line or "/mark-end" in line:
            inside = "/mark-begin" in line
        counts[call[1]] += 1
        if inside and call[1] in CALLS:
            found.append((call[1], counts[call[1]]))
    return found


def spread(places, count):
    """All places at night; by day `count` of them, evenly, each kind of call at least once."""
    if NIGHTLY or len(places) <= count:
        return places
    chosen = {name: (name, number) for name, number in places}
    evenly = [places[index * len(places) // count] for index in range(count)]
    return sorted({*evenly, *chosen.values()}, key=places.index)


def pair_in(path):
    with Register.open(path, actor="lihat", catalogue={}, backs_up=False) as register:
        assert register.check().ok
        return [register.table(side).get(doc_id=1)["value"] for side in ("left", "right")]


@pytest.fixture
def pair(tmp_path):
    path = tmp_path / "kudus.censusdesk"
    with Register.create(path, actor="awal", catalogue={}) as register, register.change("awal"):
        for side in ("left", "right"):
            register.table(side).insert(Document({"value": 0, "note": "y" * 900}, doc_id=1))
    return path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_a_file_call_leaves_the_old_or_the_new_and_the_word_is_true(
    fault, pair, tmp_path, record_property
):
    if not strace_works():
        pytest.skip("no strace here; the failing engine of test_engines.py ran instead")
    record_property("layer", "strace")
    what, names = FAULTS[fault]
    places = [p for p in calls_of_a_save(pair, tmp_path / "trace") if p[0] in names]
    assert len(places) > 15
    old = pair_in(pair)[0]

    said = Counter()
    for value, (name, number) in enumerate(spread(places, PLACES), start=100):
        answer = save(
            pair, value, "-e", f"trace={name}", "-e", f"inject={name}:{what}:when={number}"
        )
        left, right = pair_in(pair)
        where = f"{fault} at {name} {number}: {answer!r}, {old} -> {left}/{right}"
        assert left == right, f"torn: {where}"
        assert left in (old, value), where
        assert left == value if answer == "saved" else True, f"lost: {where}"
        assert left == old if answer == "not saved" else True, f"false alarm: {where}"
        said[answer] += 1
        old = left

    if fault == "kill":
        assert said[""] > len(said), "no save was killed"
    else:
        assert said["not saved"] > 0


def works_on_a_full_disk(folder):
    """Old saves stay, reading and deleting work, a backup fails with a word and harms nothing."""
    path = folder / "kudus.censusdesk"
    with Register.create(path, actor="Sari", catalogue={}) as register:
        register._file._backs_up = False
        table = register.table("t")
        acknowledged = fill(table)
        assert len(acknowledged) > 20
        assert [d.doc_id for d in table] == acknowledged
        assert not register.read_only
        with pytest.raises(BackupFailed):
            register.backup()
        assert register.check().ok
    with Register.open(path, actor="Sari", catalogue={}, backs_up=False) as register:
        assert [d.doc_id for d in register.table("t")] == acknowledged
    assert {p.name for p in folder.iterdir()} - {"kudus.cadangan"} == {path.name}
    assert not any((folder / "kudus.cadangan").glob("*"))
    return path


def mounted(folder):
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True
    )
    return done.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a small file system")
def test_a_full_disk_loses_nothing_and_says_so(tmp_path, record_property):
    folder = tmp_path / "penuh"
    if mounted(folder):
        record_property("layer", "tmpfs of 1 MiB")
        try:
            path = works_on_a_full_disk(folder)
            _room_again(folder, path)
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    else:
        record_property("layer", "RLIMIT_FSIZE")
        done = subprocess.run(
            [sys.executable, "-m", "tests.register.limited", str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr


def _room_again(folder, path):
    """Deleting works once there is room for the journal; what is freed is used again."""
    shutil.rmtree(folder / "kudus.cadangan")
    (folder.parent / "aside").mkdir()
    with Register.open(path, actor="Sari", catalogue={}, backs_up=False) as register:
        table = register.table("t")
        assert table.get(doc_id=1)["number"] == 1
        subprocess.run(["mount", "-o", "remount,size=2m", str(folder)], check=True)
        table.remove(doc_ids=list(range(1, 10)))
        assert table.get(doc_id=1) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_limit_on_the_size_of_files_loses_nothing_either(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.register.limited", str(tmp_path / "batas")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr


def test_an_unreadable_folder_is_told_and_not_taken_for_an_empty_register(tmp_path):
    missing = tmp_path / "dicabut" / "kudus.censusdesk"

    with pytest.raises(Exception, match="tidak ditemukan"):
        Register.open(missing, actor="Sari", catalogue={})
    assert not missing.parent.exists()
