"""The commands on letters of a session or visit, with their words."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.letters.events import Wanted
from census_desk.words import _
from ui.command_line import asking, event_letters
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]
GROUP = "event"


def add_event_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`event …`: what is written for a session or visit."""
    group = commands.add_parser(GROUP, help=_("surat satu sesi atau kunjungan"))
    group.prog = "census-desk event"
    each = group.add_subparsers(metavar=_("PERINTAH"), dest="action", required=True)
    draft = make(each, "draft", event_letters.draft_of, _("draf surat dari acaranya"), GROUP)
    _event(draft)
    draft.add_argument("wanted", choices=[one.value for one in Wanted])
    draft.add_argument("--by", choices=list(event_letters.SIGNERS), default="",
                       help=_("penanda tangan; bawaan: menurut acaranya"))  # fmt: skip
    listing = make(each, "letters", event_letters.list_of, _("surat acara dan keadaannya"), GROUP)
    _event(listing)
    listing.add_argument("--json", action="store_true", help=_("keluaran untuk program lain"))
    again = make(
        each,
        "reissue",
        event_letters.reissue_of,
        _("batalkan dan susun ulang surat yang tidak lagi sesuai"),
        GROUP,
    )
    _event(again)
    again.add_argument("--reason", required=True, metavar=_("ALASAN"))
    _event(make(each, "ralat", event_letters.ralat_of, _("ralat surat acara"), GROUP))
    every = make(
        each, "invite", asking.invite_offices, _("draf undangan ke sesi berikut tiap OPD"), GROUP
    )
    _offices(every, "+", _("OPD, atau kode wilayah yang tidak punya OPD"))
    recap = make(
        commands, "remind-recap", asking.remind_offices, _("draf pengingat rekap untuk yang belum")
    )
    _offices(recap, "*", _("OPD; tanpa nama: semua yang belum"))


def _offices(command: Parser, count: str, told: str) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))
    command.add_argument("offices", nargs=count, metavar="OPD", help=told)


def _event(command: Parser) -> None:
    command.add_argument("register", type=Path, metavar="REGISTER", help=_("berkas .censusdesk"))
    command.add_argument(
        "event", metavar=_("ACARA"), help=_("sesi atau kunjungan: id, atau awal judulnya")
    )
