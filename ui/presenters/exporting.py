"""A table as an Excel workbook, written beside the window."""

from collections.abc import Sequence
from pathlib import Path

from census_desk.words import _
from ui.tables import TableModel
from ui.workplace import OK, Workplace


def export(workplace: Workplace, title: str, model: TableModel) -> None:
    """Ask where, and save every row the filter leaves."""
    path = workplace.choose_save_path(f"{title}.xlsx")
    if path is None:
        return
    columns, rows = model.export_columns(), model.export_rows()
    workplace.background.run(
        lambda: _write_workbook(path, title, columns, rows),
        lambda _done: workplace.say(
            _("Disimpan: {name}").format(name=path.name),
            OK,
            (_("Buka berkas"), lambda: workplace.open_file(path)),
        ),
    )


def _write_workbook(
    path: Path, title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    from reports.document import write
    from reports.workbook import workbook

    write(path, workbook(title, columns, rows))
