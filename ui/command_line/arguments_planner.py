"""The commands of the planner on a register, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.words import _
from ui.command_line import planner_drafts, planner_groups, planner_lines, planning
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]
GROUP = "planner"


def add_planner_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told, group)` adds one command with what all of them share."""
    group = commands.add_parser(GROUP, help=_("rencana kalender dari register"))
    group.prog = f"census-desk {GROUP}"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    _add_ground(each, make)
    _add_drafts(each, make)
    _add_lines(each, make)
    _add_after(each, make)


def _add_ground(each: "_SubParsersAction[Parser]", make: Make) -> None:
    """What a plan is made from."""
    groups = make(
        each, "groups", planner_groups.list_groups, _("siapa yang perlu dijangkau"), GROUP
    )
    _register(groups)
    _only(groups)
    groups.add_argument("--all", action="store_true", help=_("juga yang tidak bersisa"))
    _json(groups)
    rules = make(each, "rules", planner_groups.show_or_set_rules, _("aturan rencana"), GROUP)
    _register(rules)
    _typed(rules)
    _json(rules)
    teams = make(each, "teams", planner_groups.make_teams, _("bentuk beberapa tim baru"), GROUP)
    _register(teams)
    teams.add_argument("count", type=int, metavar=_("JUMLAH"))
    teams.add_argument("--members", type=int, default=2, metavar=_("JUMLAH"),
                       help=_("anggota setiap tim; bawaan: 2"))  # fmt: skip
    teams.add_argument("--least", type=int, default=1, metavar=_("JUMLAH"),
                       help=_("paling sedikit hadir; bawaan: 1"))  # fmt: skip
    own = make(each, "group", planner_groups.set_own_words, _("ubah satu kelompok"), GROUP)
    _register(own)
    own.add_argument("group", metavar=_("KELOMPOK"), help=_("kunci atau namanya"))
    _typed(own)


def _add_drafts(each: "_SubParsersAction[Parser]", make: Make) -> None:
    """Plans made and looked at."""
    made = make(each, "make", planner_drafts.make_version, _("susun rencana"), GROUP)
    _register(made)
    made.add_argument("--seconds", type=planning.seconds_named, metavar=_("DETIK"),
                      help=_("lama mencari; bawaan: 10"))  # fmt: skip
    tries = _("berhenti sesudah sekian percobaan: hasilnya selalu sama")
    made.add_argument("--tries", type=planning.count_named, metavar=_("JUMLAH"), help=tries)
    made.add_argument("--seed", type=planning.count_named, default=1, metavar=_("ANGKA"),
                      help=_("awal angka acak; bawaan: 1"))  # fmt: skip
    made.add_argument("--strength", type=planner_drafts.strength_named, metavar=_("KELONGGARAN"),
                      help=_("susun ulang: terkena, biasa, atau bebas"))  # fmt: skip
    _only(made)
    made.add_argument("--reason", default="", metavar=_("ALASAN"))
    _json(made)
    listing = make(each, "versions", planner_drafts.list_versions, _("daftar rencana"), GROUP)
    _register(listing)
    _json(listing)
    show = make(each, "show", planner_drafts.show_version, _("isi rencana, beban, sebab"), GROUP)
    _register(show)
    _number(show)
    _json(show)
    show.add_argument("-o", "--output", type=Path, metavar=_("BERKAS"),
                      help=_("berkas .pdf, atau folder"))  # fmt: skip
    show.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
    changes = make(each, "changes", planner_drafts.list_changes, _("yang akan berubah"), GROUP)
    _register(changes)
    _number(changes)
    _json(changes)
    export = make(each, "export", planner_drafts.export_request, _("permintaan JSON"), GROUP)
    _register(export)
    _only(export)
    export.add_argument("-o", "--output", type=Path, metavar=_("BERKAS"),
                        help=_("untuk census-desk plan"))  # fmt: skip
    export.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))


def _add_lines(each: "_SubParsersAction[Parser]", make: Make) -> None:
    """What is done with single lines."""
    for name, run, told in (
        ("lock", planner_lines.lock_line, _("kunci jadwal satu baris")),
        ("unlock", planner_lines.unlock_line, _("lepas kunci satu baris")),
        ("why", planner_lines.explain_line, _("mengapa tanggal ini")),
    ):
        command = make(each, name, run, told, GROUP)
        _register(command)
        _line(command)
        _number(command)
    put = make(each, "put", planner_lines.put_line, _("pindahkan satu baris"), GROUP)
    _register(put)
    _line(put)
    put.add_argument("--to", default="", metavar=_("TANGGAL"))
    put.add_argument("--half", type=planner_lines.half_named, default="", metavar=_("PAGI|SIANG"))
    put.add_argument("--team", default="", metavar=_("TIM"))
    put.add_argument("--reason", default="", metavar=_("ALASAN"))
    _number(put)
    for name, run, told in (
        ("forbid", planner_lines.forbid_day, _("larang satu hari bagi satu kelompok")),
        ("allow", planner_lines.allow_day, _("izinkan lagi hari yang dilarang")),
    ):
        command = make(each, name, run, told, GROUP)
        _register(command)
        command.add_argument("group", metavar=_("KELOMPOK"), help=_("kunci atau namanya"))
        command.add_argument("date", metavar=_("TANGGAL"))
        command.add_argument("--half", type=planner_lines.half_named, default="",
                             metavar=_("PAGI|SIANG"))  # fmt: skip


def _add_after(each: "_SubParsersAction[Parser]", make: Make) -> None:
    """From plan to sessions, and after an event."""
    accept = make(each, "accept", planner_lines.accept_version, _("terima rencana"), GROUP)
    _register(accept)
    chosen = accept.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--all", action="store_true", help=_("semua baris"))
    chosen.add_argument("--lines", type=planner_lines.lines_named, metavar=_("BARIS"),
                        help=_("seperti 1-5,8"))  # fmt: skip
    accept.add_argument("--skip-forbidden", action="store_true", help=_("lewati yang dilarang"))
    _number(accept)
    refuse = make(each, "decline", planner_lines.decline_version, _("tidak pakai rencana"), GROUP)
    _register(refuse)
    _number(refuse)
    hit = make(each, "hits", planner_lines.list_hits, _("sesi yang tidak dapat tetap"), GROUP)
    _register(hit)
    _json(hit)
    fix = make(each, "fix", planner_lines.carry_out_fix, _("terapkan jalan keluar"), GROUP)
    _register(fix)
    fix.add_argument("fix", type=int, metavar="NO", help=_("nomornya dalam planner show"))
    _number(fix)


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _only(command: Parser) -> None:
    command.add_argument("--only", action="append", default=[], metavar=_("KELOMPOK"),
                         help=_("hanya kelompok ini; boleh berulang"))  # fmt: skip


def _json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))


def _typed(command: Parser) -> None:
    command.add_argument("values", nargs="*", metavar=_("ISIAN=NILAI"))
    command.add_argument("--file", action="append", default=[], metavar=_("ISIAN=BERKAS"))


def _line(command: Parser) -> None:
    command.add_argument("line", type=int, metavar=_("BARIS"), help=_("nomor dalam planner show"))


def _number(command: Parser) -> None:
    command.add_argument(
        "--number", type=int, metavar="NO", help=_("nomor rencana; bawaan: terbaru")
    )
