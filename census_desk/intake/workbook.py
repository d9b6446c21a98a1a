"""Excel workbooks: checked as an archive, read in a child process under a time limit."""

import json
import logging
import subprocess
import sys
from pathlib import Path

from census_desk.intake.archive import broken, check_archive
from census_desk.intake.table import (
    MOST_CELL,
    Cell,
    CellKind,
    Row,
    Table,
    UnreadableFile,
    bytes_of,
    too_many_columns,
    too_many_rows,
)
from census_desk.words import _

WALL_SECONDS = 60.0  # 100,000 rows of twenty columns on an old laptop
_LOG = logging.getLogger(__name__)
# The child gets this process's own search path, so that it finds the same desk.
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from census_desk.intake.workbook_child import main; main()"
)


def read_workbook(path: Path, *, sheet: str = "", wall_seconds: float = WALL_SECONDS) -> Table:
    """The rows of a sheet, the first visible one that is not blank unless `sheet` names another.

    Formulas are read as the values saved with them. Raises UnreadableFile for what is no sound
    .xlsx, too large, or takes longer than `wall_seconds`.
    """
    data = bytes_of(path)
    check_archive(data, path.name)
    answer = _answer(_ask(data, path.name, sheet, wall_seconds), path.name)
    if "limit" in answer:
        raise _too_large(path.name, answer)
    sheets, rows = answer.get("sheets"), answer.get("rows")
    if not isinstance(sheets, list) or not isinstance(rows, list):
        raise UnreadableFile(path.name, broken())
    if sheet and sheet not in sheets:
        raise UnreadableFile(
            path.name,
            _("tidak punya lembar “{sheet}”; yang ada: {sheets}.").format(
                sheet=sheet, sheets=", ".join(sheets)
            ),
        )
    return Table(
        file=path.name,
        sheet=str(answer.get("sheet", "")),
        sheets=tuple(str(one) for one in sheets),
        rows=tuple(_row(path.name, number, cells) for number, cells in rows),
    )


def _ask(data: bytes, file: str, sheet: str, wall_seconds: float) -> bytes:
    """What the child writes about the workbook; UnreadableFile when it fails or takes too long."""
    place = json.dumps([entry or str(Path.cwd()) for entry in sys.path])
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # no console window flashes on Windows
    try:
        done = subprocess.run(
            [sys.executable, "-c", _START, place, sheet],
            input=data,
            capture_output=True,
            timeout=wall_seconds,
            creationflags=hidden,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(
            file,
            _(
                "terlalu lama dibaca (lebih dari {seconds} detik); "
                "salin kolom yang diperlukan ke berkas baru."
            ).format(seconds=round(wall_seconds)),
        ) from error
    if done.returncode:
        # The kind of failure only: its text may hold what stood in the cells.
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        _LOG.warning("workbook reader ended with %s: %s", done.returncode, last.split(":")[0])
        raise UnreadableFile(file, broken())
    return done.stdout


def _answer(text: bytes, file: str) -> dict[str, object]:
    try:
        answer = json.loads(text)
    except ValueError as error:
        raise UnreadableFile(file, broken()) from error
    return answer if isinstance(answer, dict) else {}


def _too_large(file: str, answer: dict[str, object]) -> UnreadableFile:
    if answer["limit"] == "columns":
        return too_many_columns(file, int(str(answer["row"])))
    if answer["limit"] == "rows":
        return too_many_rows(file)
    return UnreadableFile(file, _("berisi teks terlalu banyak; bagi menjadi beberapa berkas."))


def _row(file: str, number: int, cells: list[tuple[str, str]]) -> Row:
    if any(len(text) > MOST_CELL for _kind, text in cells):
        raise UnreadableFile(
            file, _("baris {row} memuat isi sel yang terlalu panjang.").format(row=number)
        )
    return Row(
        number=number, cells=tuple(Cell(text=text, kind=CellKind(kind)) for kind, text in cells)
    )
