"""A process that may not write files beyond 600 KiB, as a quota would have it."""

import signal
import sys
from pathlib import Path

from tinydb.table import Document

from census_desk.register import Register, SaveFailed
from census_desk.register.table import RegisterTable


def fill(table: RegisterTable, note: str = "z" * 2_000) -> list[int]:
    """Insert until the disk says no; answers what was acknowledged."""
    acknowledged = []
    for number in range(1, 5_000):
        try:
            table.insert(Document({"number": number, "note": note}, doc_id=number))
        except SaveFailed as error:
            assert not error.saved
            assert "belum disimpan" in error.sentence
            return acknowledged
        acknowledged.append(number)
    raise AssertionError("the disk never filled")


def main(folder: Path) -> None:
    """Fill a register up to the limit; what was acknowledged is there."""
    import resource  # Windows has none

    folder.mkdir(exist_ok=True)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600 * 1024, 600 * 1024))
    path = folder / "kudus.censusdesk"
    with Register.create(path, actor="Sari", catalogue={}) as register:
        register._file._backs_up = False
        acknowledged = fill(register.table("t"))
        assert len(acknowledged) > 20
    with Register.open(path, actor="Sari", catalogue={}, read_only=True) as register:
        assert [d.doc_id for d in register.table("t")] == acknowledged
        assert register.check().ok


if __name__ == "__main__":
    main(Path(sys.argv[1]))
