"""The command that plans sessions for everyone still to be reached."""

from argparse import _SubParsersAction
from collections.abc import Callable
from pathlib import Path

from census_desk.words import _
from ui.command_line import planning
from ui.command_line.parsing import Parser

Make = Callable[..., Parser]


def add_planning_commands(commands: "_SubParsersAction[Parser]", make: Make) -> None:
    """`make(commands, name, run, told)` adds one command with what all of them share."""
    made = make(commands, "plan", planning.plan, _("susun kalender sosialisasi"))
    made.add_argument(
        "request", type=Path, metavar=_("PERMINTAAN"), help=_("berkas JSON; register tidak perlu")
    )
    made.add_argument(
        "--seconds",
        type=planning.seconds_named,
        metavar=_("DETIK"),
        help=_("lama mencari; bawaan: 10"),
    )
    made.add_argument(
        "--tries",
        type=planning.count_named,
        metavar=_("JUMLAH"),
        help=_("berhenti sesudah sekian percobaan: hasilnya selalu sama"),
    )
    made.add_argument(
        "--seed",
        type=planning.count_named,
        default=1,
        metavar=_("ANGKA"),
        help=_("awal angka acak; bawaan: 1"),
    )
    made.add_argument(
        "--prove",
        action="store_true",
        help=_("buktikan dan haluskan; memerlukan paket tambahan highspy"),
    )
    made.add_argument(
        "--check", type=Path, metavar=_("RENCANA"), help=_("periksa rencana ini saja")
    )
