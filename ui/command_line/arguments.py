"""Every command with its words: what may be typed, and which function does it."""

from argparse import ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

import census_desk
from census_desk.words import _
from ui.command_line import demo, history, papers, records, registers
from ui.command_line.arguments_attendance import add_attendance_commands
from ui.command_line.arguments_coverage import add_coverage_commands
from ui.command_line.arguments_events import add_event_commands
from ui.command_line.arguments_letters import add_letter_commands
from ui.command_line.arguments_planner import add_planner_commands
from ui.command_line.arguments_planning import add_planning_commands
from ui.command_line.arguments_sessions import add_session_commands
from ui.command_line.arguments_shared import add_shared_commands
from ui.command_line.arguments_visits import add_visit_commands
from ui.command_line.names import COLLECTION_WORDS, collection_named
from ui.command_line.parsing import Parser

PROGRAM = "census-desk"
Run = Callable[[Namespace], int]


def parser() -> Parser:
    """The whole command line."""
    whole = Parser(
        PROGRAM,
        _("Meja kerja sensus: surat edaran, sosialisasi, pendampingan, daftar hadir."),
        _("Tanpa perintah, atau dengan berkas .censusdesk saja: membuka jendela."),
    )
    whole.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {census_desk.__version__}",
        help=_("tampilkan versi"),
    )
    commands = whole.add_subparsers(
        title=_("perintah"), metavar=_("PERINTAH"), dest="command", required=True
    )
    _register_commands(commands)
    _record_commands(commands)
    _history_commands(commands)
    _safety_commands(commands)
    _paper_commands(commands)
    add_letter_commands(commands, _command)
    add_shared_commands(commands, _command)
    add_session_commands(commands, _command)
    add_attendance_commands(commands, _command)
    add_planning_commands(commands, _command)
    add_planner_commands(commands, _command)
    add_visit_commands(commands, _command)
    add_event_commands(commands, _command)
    add_coverage_commands(commands, _command)
    return whole


def _register_commands(commands: "_SubParsersAction[Parser]") -> None:
    new = _command(commands, "new", registers.new_register, _("buat register baru"))
    new.add_argument("path", type=Path, metavar=_("BERKAS"), help=_("berkas yang dibuat"))
    new.add_argument("--regency", metavar=_("KODE|NAMA"), help=_("kabupaten atau kota"))
    new.add_argument("--office", metavar=_("NAMA"), default="", help=_("nama kantor"))
    new.add_argument("--emblem", type=Path, metavar=_("GAMBAR"), help=_("lambang daerah"))
    new.add_argument("--sample", metavar=_("CONTOH"), default="", help=_("kampanye contoh"))
    opened = _command(commands, "open", registers.open_window, _("buka jendela"))
    _register(opened)
    day = _command(commands, "date", registers.tell_or_set_date, _("lihat atau atur tanggal kerja"))
    _register(day)
    day.add_argument(
        "date", nargs="*", metavar=_("TANGGAL"), help=_("21/02/2020; today: mengikuti hari ini")
    )
    areas = _command(commands, "areas", registers.list_areas, _("cari kode wilayah"))
    areas.add_argument(
        "search", nargs="*", metavar=_("CARI"), help=_("nama kabupaten/kota, atau kode wilayah")
    )


def _record_commands(commands: "_SubParsersAction[Parser]") -> None:
    listing = _command(commands, "list", records.list_records, _("daftar catatan"))
    _collection(listing)
    listing.add_argument("--filter", metavar=_("TEKS"), default="", help=_("hanya yang memuat ini"))
    listing.add_argument("--sort", metavar=_("ISIAN"), default="", help=_("urut menurut isian"))
    listing.add_argument("--descending", action="store_true", help=_("dari yang terakhir"))
    _shown(listing)
    show = _command(commands, "show", records.show_record, _("satu catatan lengkap"))
    _record(show)
    _shown(show)
    add = _command(commands, "add", records.add_record, _("tambah catatan"))
    _collection(add)
    _typed(add, "*")
    edit = _command(commands, "edit", records.edit_record, _("ubah catatan"))
    _record(edit)
    _typed(edit, "*")
    asked = _command(commands, "fields", records.list_fields, _("isian yang dapat ditulis"))
    _collection_word(asked)
    _record(_command(commands, "delete", records.delete_record, _("hapus catatan")))
    table = _command(commands, "table", records.save_table, _("simpan tabel sebagai xlsx"))
    _collection(table)
    table.add_argument("--xlsx", type=Path, required=True, metavar=_("BERKAS"))
    _full(table)
    _force(table)


def _history_commands(commands: "_SubParsersAction[Parser]") -> None:
    log = _command(commands, "history", history.list_history, _("riwayat perubahan"))
    _register(log)
    log.add_argument("--collection", type=collection_named, metavar=_("KOLEKSI"))
    log.add_argument("--id", metavar="ID", help=_("satu catatan saja"))
    log.add_argument("--limit", type=_count, default=50, metavar=_("JUMLAH"))
    _shown(log)
    undo = _command(commands, "undo", history.undo_step, _("urungkan langkah"))
    _register(undo)
    undo.add_argument(
        "rev", nargs="?", type=int, metavar="NO", help=_("nomor langkah dalam riwayat")
    )
    _register(_command(commands, "redo", history.redo_step, _("ulangi yang diurungkan")))


def _safety_commands(commands: "_SubParsersAction[Parser]") -> None:
    backup = _command(commands, "backup", registers.back_up, _("buat cadangan sekarang"))
    _register(backup)
    backup.add_argument("--to", type=Path, metavar=_("FOLDER"), help=_("folder cadangan"))
    _register(_command(commands, "backups", registers.list_backups, _("daftar cadangan")))
    restore = _command(commands, "restore", registers.restore_register, _("pulihkan cadangan"))
    _register(restore)
    restore.add_argument("backup", type=Path, metavar=_("CADANGAN"))
    check = _command(commands, "check", registers.check, _("periksa register, atau satu surat"))
    _register(check)
    check.add_argument("letter", nargs="?", default="", metavar=_("SURAT"), help=_("surat saja"))
    check.add_argument("--pass", dest="let_pass", action="store_true", help=_("luluskan draf"))
    check.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    export = _command(commands, "export-json", registers.export_json, _("salin sebagai JSON"))
    _register(export)
    export.add_argument("path", type=Path, metavar=_("BERKAS"))
    _force(export)


def _paper_commands(commands: "_SubParsersAction[Parser]") -> None:
    _command(commands, "papers", papers.list_papers, _("daftar naskah yang dapat dicetak"))
    printing = _command(commands, "print", papers.print_paper, _("buat PDF satu naskah"))
    _register(printing)
    printing.add_argument(
        "kind",
        type=papers.paper_named,
        metavar=_("NASKAH"),
        help=_("lihat: census-desk papers"),
    )
    printing.add_argument("id", metavar="ID", help=_("catatan yang dicetak"))
    printing.add_argument(
        "--to", type=Path, default=Path(), metavar=_("FOLDER"), help=_("bawaan: folder ini")
    )
    printing.add_argument(
        "--paper", dest="size", choices=papers.SIZES, help=_("ukuran kertas daftar hadir")
    )
    printing.add_argument("--show-nip", action="store_true", help=_("cetak NIP di daftar hadir"))
    printing.add_argument(
        "--empty-rows", type=_count, metavar=_("JUMLAH"), help=_("baris kosong daftar hadir")
    )
    printing.add_argument(
        "--unlisted", action="store_true", help=_("daftar hadir kosong, tanpa nama")
    )
    printing.add_argument(
        "--together", action="store_true", help=_("semua OPD dalam satu daftar hadir")
    )
    _force(printing)
    sample = _command(commands, "demo", demo.make_demo, _("buat contoh lengkap beserta naskahnya"))
    sample.add_argument(
        "--folder", type=Path, default=Path(demo.FOLDER), metavar=_("FOLDER"), help=_("tujuan")
    )
    sample.add_argument("--again", action="store_true", help=_("buat ulang registernya juga"))


def _command(
    commands: "_SubParsersAction[Parser]", name: str, run: Run, told: str, group: str = ""
) -> Parser:
    command = commands.add_parser(f"{name}", help=told, description=told[:1].upper() + told[1:])
    command.prog = " ".join(part for part in (PROGRAM, group, name) if part)
    command.set_defaults(run=run)
    command.add_argument(
        "--as", dest="clerk", metavar=_("NAMA"), default="", help=_("nama Anda untuk riwayat")
    )
    return command


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _collection(command: Parser) -> None:
    _register(command)
    _collection_word(command)


def _collection_word(command: Parser) -> None:
    command.add_argument(
        "collection",
        type=collection_named,
        metavar=_("KOLEKSI"),
        help=", ".join(sorted(COLLECTION_WORDS)),
    )


def _record(command: Parser) -> None:
    _collection(command)
    command.add_argument("id", metavar="ID", help=_("id, kode, nama singkat, atau awal judul"))


def _typed(command: Parser, many: str) -> None:
    command.add_argument(
        "values",
        nargs=many,
        metavar=_("ISIAN=NILAI"),
        help=_("13/02/2020, 09.00, 1.250; beberapa nilai dipisah “;”; kosong menghapus isinya"),
    )
    command.add_argument(
        "--file",
        action="append",
        default=[],
        metavar=_("ISIAN=BERKAS"),
        help=_("isi satu isian dari berkas teks"),
    )


def _shown(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    _full(command)


def _full(command: Parser) -> None:
    command.add_argument("--full", action="store_true", help=_("NIP ditulis lengkap"))


def _force(command: Parser) -> None:
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(_("tulis bilangan mulai 1"))
    return int(text)
