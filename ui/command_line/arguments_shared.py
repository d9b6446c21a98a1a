"""The commands on templates, layouts, fonts and classification codes, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.letters.classification import Family
from census_desk.letters.office_font import FACES
from census_desk.words import _
from ui.command_line import fonts, shared
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]


def add_shared_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told, group)` adds one command with what all of them share."""
    _add_templates(commands, make)
    _add_profiles(commands, make)
    _add_fonts(commands, make)
    _add_codes(commands, make)


def _add_templates(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    name = "templates"
    each = _group(commands, name, _("templat surat: daftar, simpan, berkas"))
    listing = make(each, "list", shared.list_templates, _("daftar templat surat"), name)
    listing.add_argument("register", type=Path, nargs="?", metavar="REGISTER")
    keep = make(each, "save", shared.save_template, _("simpan surat sebagai templat"), name)
    _register(keep)
    keep.add_argument("letter", metavar=_("SURAT"), help=_("id, nomor, atau awal judul"))
    keep.add_argument("name", metavar=_("NAMA"), help=_("nama templat"))
    copy = make(each, "copy", shared.copy_template, _("salin templat untuk diubah"), name)
    _template(copy)
    copy.add_argument("name", metavar=_("NAMA"), help=_("nama salinannya"))
    export = make(each, "export", shared.export_template, _("templat sebagai satu berkas"), name)
    _template(export)
    _target(export)
    take = make(each, "import", shared.take_template, _("ambil templat dari berkas"), name)
    _register(take)
    take.add_argument("path", type=Path, metavar=_("BERKAS"))


def _add_profiles(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    name = "profiles"
    each = _group(commands, name, _("tata letak surat: daftar, salin, berkas"))
    _register(make(each, "list", shared.list_profiles, _("daftar tata letak"), name))
    copy = make(each, "copy", shared.copy_layout, _("salin tata letak untuk diubah"), name)
    _profile(copy)
    copy.add_argument("name", metavar=_("NAMA"), help=_("nama salinannya"))
    export = make(each, "export", shared.export_profile, _("tata letak sebagai berkas"), name)
    _profile(export)
    _target(export)
    take = make(each, "import", shared.take_profile, _("ambil tata letak dari berkas"), name)
    _register(take)
    take.add_argument("path", type=Path, metavar=_("BERKAS"))


def _add_fonts(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    name = "fonts"
    each = _group(commands, name, _("huruf kantor untuk tata letak: daftar, tambah, ganti, hapus"))
    _register(make(each, "list", fonts.list_fonts, _("daftar huruf kantor"), name))
    add = make(each, "add", fonts.add, _("tambah huruf dari berkas .ttf"), name)
    _register(add)
    add.add_argument("path", type=Path, metavar=_("BERKAS"), help=_("huruf biasa (.ttf)"))
    for option, told in (
        ("--bold", _("huruf tebal")),
        ("--italic", _("huruf miring")),
        ("--bold-italic", _("huruf tebal miring")),
    ):
        add.add_argument(option, type=Path, default=None, metavar=_("BERKAS"), help=told)
    add.add_argument("--name", default="", metavar=_("NAMA"), help=_("nama di daftar huruf"))
    face = make(each, "face", fonts.change_face, _("ganti berkas satu bentuk huruf"), name)
    _font(face)
    face.add_argument("face", choices=[one.replace("_", "-") for one in FACES])
    told = _("tanpa berkas: bentuk itu dicetak dengan huruf biasa")
    face.add_argument("path", type=Path, nargs="?", metavar=_("BERKAS"), help=told)
    _font(make(each, "delete", fonts.delete, _("hapus huruf yang tidak dipakai"), name))


def _font(command: Parser) -> None:
    _register(command)
    told = _("lihat: census-desk fonts list")
    command.add_argument("font", metavar=_("HURUF"), help=told)


def _add_codes(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    name = "codes"
    each = _group(commands, name, _("kode klasifikasi: cari, impor"))
    finding = make(each, "search", shared.search_codes, _("cari kode klasifikasi"), name)
    _register(finding)
    finding.add_argument("search", nargs="*", metavar=_("CARI"), help=_("awal kode, atau katanya"))
    finding.add_argument(
        "--on", default="", metavar=_("TANGGAL"), help=_("berlaku pada tanggal itu")
    )
    finding.add_argument("--all", action="store_true", help=_("yang tidak berlaku juga"))
    take = make(each, "import", shared.import_codes, _("ambil kode dari xlsx atau csv"), name)
    _register(take)
    take.add_argument("path", type=Path, metavar=_("BERKAS"))
    take.add_argument("--family", choices=[one.value for one in Family], default=Family.NUMERIC)


def _group(
    commands: "_SubParsersAction[Parser]", name: str, told: str
) -> "_SubParsersAction[Parser]":
    group = commands.add_parser(name, help=told)
    group.prog = f"census-desk {name}"
    return group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _template(command: Parser) -> None:
    _register(command)
    told = _("lihat: census-desk templates list")
    command.add_argument("template", metavar=_("TEMPLAT"), help=told)


def _profile(command: Parser) -> None:
    _register(command)
    told = _("lihat: census-desk profiles list")
    command.add_argument("profile", metavar=_("TATA-LETAK"), help=told)


def _target(command: Parser) -> None:
    command.add_argument("path", type=Path, metavar=_("BERKAS"), help=_("berkas yang dibuat"))
    command.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
