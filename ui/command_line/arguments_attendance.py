"""The commands on attendance: sheets that come back, the door, figures, the session's file."""

from argparse import ArgumentTypeError, _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.words import _
from ui.command_line import attendance, attendance_papers
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]
GROUP = "attendance"
BY = {
    "sesi": "sesi", "session": "sesi", "opd": "OPD", "office": "OPD",
    "kecamatan": "kecamatan", "district": "kecamatan", "bulan": "bulan", "month": "bulan",
}  # fmt: skip


def add_attendance_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told, group)` adds one command with what all of them share."""
    group = commands.add_parser(GROUP, help=_("kehadiran: lembar kembali, meja daftar, rekap"))
    group.prog = f"census-desk {GROUP}"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    _add_recording(each, make)
    _add_papers(each, make)


def _add_recording(each: "_SubParsersAction[Parser]", make: Make) -> None:
    shown = make(each, "show", attendance.show_people, _("siapa hadir, siapa belum"), GROUP)
    _session(shown)
    shown.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    code = make(each, "code", attendance.tell_code, _("lembar apa yang berkode ini"), GROUP)
    _register(code)
    code.add_argument("code", metavar=_("KODE"), help=_("seperti di bawah QR lembar"))
    enter = make(each, "enter", attendance.enter_sheet, _("catat lembar yang kembali"), GROUP)
    _register(enter)
    enter.add_argument(
        "sheet",
        metavar=_("LEMBAR|SESI"),
        help=_("kode lembar; atau sesi: lembar yang terakhir dicetak"),
    )
    enter.add_argument(
        "rows",
        nargs="*",
        metavar=_("BARIS"),
        help=_("“tidak hadir: 3, 7, 12-15” “diwakili: 9 oleh Siti” “tambahan: 41 Budi”"),
    )
    enter.add_argument("--all-present", action="store_true", help=_("yang lain hadir semua"))
    enter.add_argument("--pages", metavar=_("1,3"), default="", help=_("halaman yang kembali"))
    enter.add_argument(
        "--person",
        action="append",
        default=[],
        metavar=_("BARIS=ASN"),
        help=_("siapa yang dimaksud di baris tambahan; “-”: bukan ASN register ini"),
    )
    enter.add_argument("--preview", action="store_true", help=_("tampilkan saja, jangan simpan"))
    scan = make(each, "scan", attendance.attach_scan, _("lampirkan pindaian lembar"), GROUP)
    _register(scan)
    scan.add_argument("path", type=Path, metavar=_("BERKAS"))
    scan.add_argument("--code", default="", metavar=_("KODE"), help=_("bila QR tidak terbaca"))
    door = make(each, "checkin", attendance.check_in_people, _("catat yang datang"), GROUP)
    _session(door)
    door.add_argument(
        "people", nargs="*", metavar=_("NAMA|KODE"), help=_("kosong: baca dari masukan standar")
    )
    door.add_argument("--guest", action="store_true", help=_("catat sebagai tamu"))


def _add_papers(each: "_SubParsersAction[Parser]", make: Make) -> None:
    told = make(each, "report", attendance_papers.tell_figures, _("rekap kehadiran"), GROUP)
    _register(told)
    told.add_argument(
        "--by",
        type=_by,
        default="sesi",
        metavar=_("MENURUT"),
        help=_("sesi, OPD, kecamatan, atau bulan"),
    )
    told.add_argument("--since", metavar=_("TANGGAL"), default="")
    told.add_argument("--until", metavar=_("TANGGAL"), default="")
    told.add_argument("--pdf", type=Path, metavar=_("BERKAS|FOLDER"))
    told.add_argument("--xlsx", type=Path, metavar=_("BERKAS|FOLDER"))
    told.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
    photo = make(each, "photo", attendance_papers.add_photo, _("simpan foto kegiatan"), GROUP)
    _session(photo)
    photo.add_argument("paths", nargs="+", type=Path, metavar=_("FOTO"))
    photo.add_argument("--note", default="", metavar=_("KETERANGAN"))
    parts = make(each, "parts", attendance_papers.show_parts, _("isi berkas sesi"), GROUP)
    _session(parts)
    closing = make(
        each, "close", attendance_papers.close_session_file, _("tutup berkas sesi"), GROUP
    )
    _session(closing)
    closing.add_argument(
        "--despite", metavar=_("ALASAN"), default="", help=_("tutup walau belum lengkap")
    )
    closing.add_argument("--again", action="store_true", help=_("buka lagi yang sudah ditutup"))


def _by(text: str) -> str:
    known = BY.get(text.strip().casefold())
    if known is None:
        told = _("“{typed}” tidak ada; pilihannya “sesi”, “OPD”, “kecamatan”, “bulan”")
        raise ArgumentTypeError(told.format(typed=text))
    return known


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _session(command: Parser) -> None:
    _register(command)
    command.add_argument("session", metavar=_("SESI"), help=_("id atau awal judul"))
