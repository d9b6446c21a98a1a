"""The commands on visits, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.words import _
from ui.command_line import visits
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]
GROUP = "visit"


def add_visit_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`visit …`: proposals, plans, reports, follow-ups, requests."""
    group = commands.add_parser(GROUP, help=_("pendampingan: usulan, laporan, tindak lanjut"))
    group.prog = "census-desk visit"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    _add_planning(each, make)
    _add_reporting(each, make)
    _add_after(each, make)


def _add_planning(each: "_SubParsersAction[Parser]", make: Make) -> None:
    listing = make(
        each, "proposals", visits.list_proposals, _("OPD yang diusulkan didampingi"), GROUP
    )
    _register(listing)
    listing.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    plan = make(each, "plan", visits.plan_proposed, _("buat kunjungan yang diusulkan"), GROUP)
    _register(plan)
    plan.add_argument("office", metavar="OPD")
    plan.add_argument("--on", required=True, metavar=_("TANGGAL"))
    plan.add_argument("--from", dest="start", default="", metavar=_("JAM"))
    plan.add_argument("--until", default="", metavar=_("JAM"))
    plan.add_argument("--officer", action="append", required=True, metavar=_("NAMA"))
    plan.add_argument("--purpose", default="", metavar=_("MAKSUD"))


def _add_reporting(each: "_SubParsersAction[Parser]", make: Make) -> None:
    report = make(each, "report", visits.report, _("lapor di tempat"), GROUP)
    _visit(report)
    report.add_argument("--attended", required=True, metavar=_("JUMLAH"), help=_("peserta"))
    report.add_argument("--helped", default="0", metavar=_("JUMLAH"), help=_("selesai dibantu"))
    for name, told in (
        ("nik", _("NIK siap: ya, tidak")),
        ("kk", _("KK siap: ya, tidak")),
        ("device", _("gawai siap: ya, tidak")),
        ("network", _("jaringan siap: ya, tidak")),
    ):
        report.add_argument(f"--{name}", default="", metavar=_("KESIAPAN"), help=told)
    report.add_argument(
        "--close",
        action="append",
        default=[],
        metavar=_("ALASAN[=JUMLAH]"),
        help=_("kendala yang tuntas di tempat; tanpa jumlah: semuanya"),
    )
    report.add_argument(
        "--found",
        action="append",
        default=[],
        metavar=_("ALASAN=JUMLAH"),
        help=_("kendala baru yang ditemukan"),
    )
    report.add_argument("--findings", default="", metavar=_("HASIL"))
    report.add_argument("--received-by", default="", metavar=_("NAMA"), help=_("wakil OPD"))
    report.add_argument("--received-by-post", default="", metavar=_("JABATAN"))
    close = make(each, "close", visits.close, _("kendala tuntas, seluruhnya atau sebagian"), GROUP)
    _obstacle(close)
    close.add_argument("count", nargs="?", default="", metavar=_("JUMLAH"))
    close.add_argument("--on", default="", metavar=_("TANGGAL"))
    close.add_argument("--visit", default="", metavar=_("KUNJUNGAN"))
    _obstacle(make(each, "reopen", visits.open_again, _("buka lagi kendala"), GROUP))


def _add_after(each: "_SubParsersAction[Parser]", make: Make) -> None:
    agreed = make(each, "follow-up", visits.agree, _("catat tindak lanjut"), GROUP)
    _visit(agreed)
    agreed.add_argument("what", metavar=_("URAIAN"))
    agreed.add_argument("--who", required=True, metavar=_("NAMA"), help=_("pelaksana"))
    agreed.add_argument("--due", required=True, metavar=_("TANGGAL"), help=_("tenggat"))
    done = make(each, "done", visits.finish, _("tindak lanjut selesai"), GROUP)
    _register(done)
    done.add_argument("follow_up", metavar="ID", help=_("id atau awal uraiannya"))
    done.add_argument("--on", default="", metavar=_("TANGGAL"))
    done.add_argument("--note", default="", metavar=_("HASIL"))
    answer = make(each, "answer", visits.answer, _("jawab permintaan bantuan"), GROUP)
    _register(answer)
    answer.add_argument("request", metavar=_("PERMINTAAN"), help=_("id atau awal isinya"))
    answer.add_argument("--on", default="", metavar=_("TANGGAL"))
    answer.add_argument("--visit", default="", metavar=_("KUNJUNGAN"))
    answer.add_argument("--session", default="", metavar=_("SESI"))
    answer.add_argument("--words", default="", metavar=_("JAWABAN"))


def _register(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))


def _visit(command: Parser) -> None:
    _register(command)
    command.add_argument("visit", metavar=_("KUNJUNGAN"), help=_("id atau awal maksudnya"))


def _obstacle(command: Parser) -> None:
    _register(command)
    command.add_argument("obstacle", metavar=_("KENDALA"), help=_("id, atau OPD:alasan"))
