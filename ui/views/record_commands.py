"""The commands every records page has: write, look, copy and export."""

from functools import partial
from typing import TYPE_CHECKING

from census_desk.words import _
from ui import commands as menus
from ui.commands import Command

if TYPE_CHECKING:
    from ui.views.records_pane import RecordsPane


def usual_commands(pane: "RecordsPane") -> list[Command]:
    """What can be done with the records of a pane."""
    return [*_new_and_save(pane), *_of_the_record(pane), *_looking(pane), *_taking_along(pane)]


def command_of(page_id: str, name: str, text: str, run: "object", **more: "object") -> Command:
    """A command of one page: its id begins with the page's."""
    fields = {"id": f"{page_id}.{name}", "text": text, "run": run, "page": page_id}
    return Command(**(fields | more))  # type: ignore[arg-type]


def _can_write(pane: "RecordsPane") -> bool:
    return not pane.workplace.read_only


def _has_one(pane: "RecordsPane") -> bool:
    return pane.presenter.editing is not None


def _new_and_save(pane: "RecordsPane") -> list[Command]:
    make = partial(command_of, pane.page_id)
    return [
        make(
            "new",
            _(pane.spec.new_text) if pane.spec.new_text else _("Baru"),
            pane.new,
            icon="plus-lg",
            keys=("Ctrl+N",),
            enabled=lambda: _can_write(pane),
            toolbar="primary",
        ),
        make(
            "save",
            _("Simpan"),
            pane.save,
            icon="check-lg",
            keys=("Ctrl+S",),
            enabled=lambda: _has_one(pane) and _can_write(pane),
            group=menus.FILE,
        ),
    ]


def _of_the_record(pane: "RecordsPane") -> list[Command]:
    make = partial(command_of, pane.page_id)
    return [
        make(
            "edit",
            _("Ubah"),
            pane.edit,
            icon="pencil",
            keys=("F2",),
            enabled=lambda: _has_one(pane),
        ),
        make(
            "open",
            _("Buka"),
            pane.edit,
            keys=("Enter",),
            enabled=lambda: _has_one(pane),
            where="table",
        ),
        make(
            "duplicate",
            _("Gandakan"),
            pane.presenter.duplicate,
            icon="copy",
            keys=("Ctrl+D",),
            enabled=lambda: _has_one(pane) and _can_write(pane),
        ),
        make(
            "delete",
            _("Hapus"),
            pane.presenter.delete,
            icon="trash",
            keys=("Del",),
            enabled=lambda: bool(pane.presenter.model.selected) and _can_write(pane),
            where="table",
        ),
    ]


def _looking(pane: "RecordsPane") -> list[Command]:
    make = partial(command_of, pane.page_id)
    return [
        make(
            "filter",
            _("Saring"),
            pane.focus_filter,
            icon="search",
            keys=("Ctrl+F",),
            group=menus.VIEW,
        ),
        make(
            "columns",
            _("Kolom dan urutan…"),
            pane.choose_columns,
            icon="layout-three-columns",
            keys=("Ctrl+L",),
            group=menus.VIEW,
        ),
        make(
            "history",
            _("Riwayat catatan ini"),
            pane.history,
            icon="clock-history",
            enabled=lambda: _has_one(pane) and not pane.is_new,
        ),
        make(
            "escape",
            _("Tutup panel atau kosongkan saringan"),
            pane.escape,
            keys=("Esc",),
            group=menus.VIEW,
        ),
    ]


def _taking_along(pane: "RecordsPane") -> list[Command]:
    make = partial(command_of, pane.page_id)
    return [
        make(
            "copy",
            _("Salin baris"),
            pane.presenter.copy,
            icon="clipboard",
            keys=("Ctrl+C",),
            where="table",
            group=menus.EDIT,
        ),
        make(
            "select_all",
            _("Pilih semua baris"),
            pane.table.select_all,
            keys=("Ctrl+A",),
            where="table",
            group=menus.EDIT,
        ),
        make(
            "export",
            _("Ekspor Excel…"),
            pane.presenter.export,
            icon="file-earmark-excel",
            keys=("Ctrl+E",),
            group=menus.FILE,
            paper=True,
        ),
    ]
