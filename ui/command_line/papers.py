"""Commands on papers: which there are, and one of them as PDF."""

from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from census_desk.catalogue import COLLECTIONS
from census_desk.errors import CensusDeskError
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.opening import reading, size, writing
from ui.command_line.output import table

if TYPE_CHECKING:
    from census_desk.register import Register
    from ui.papers import Paper, PaperKind

SIZES = ("F4", "A4")
ATTENDANCE = "daftar-hadir"


def paper_named(typed: str) -> "PaperKind":
    """The paper with that key; ArgumentTypeError if none."""
    from ui.papers import PAPERS

    kind = PAPERS.get(typed.strip().casefold())
    if kind is None:
        raise ArgumentTypeError(
            _("naskah “{typed}” tidak ada; yang ada: {known}").format(
                typed=typed, known=", ".join(PAPERS)
            )
        )
    return kind


def list_papers(args: Namespace) -> int:
    """`papers`: the key to type, the paper's name, whose record it prints."""
    from ui.papers import PAPERS

    rows = [
        [kind.key, _(kind.name), _(COLLECTIONS[kind.collection].singular)]
        for kind in PAPERS.values()
    ]
    print("\n".join(table([_("Naskah"), _("Nama"), _("Dicetak dari")], rows)))
    return DONE


def print_paper(args: Namespace) -> int:
    """`print`: one paper of one record into a folder; nothing there is overwritten unasked."""
    from ui.papers import save

    kind: PaperKind = args.kind
    asked = (args.size, args.show_nip, args.empty_rows, args.unlisted, args.together)
    if kind.key != ATTENDANCE and any(asked):
        told = _("--paper, --show-nip, --empty-rows, --unlisted, --together: hanya daftar hadir.")
        raise CensusDeskError(told)
    with (writing if kind.key == ATTENDANCE else reading)(args) as register:
        record = find_record(register, kind.collection, args.id)
        paper = _made(register, kind, record.id, args)
    path = save(paper, args.to, replace=args.force)
    print(f"{path}  {size(path)}")
    return DONE


def _made(register: "Register", kind: "PaperKind", record_id: str, args: Namespace) -> "Paper":
    if kind.key != ATTENDANCE:
        return kind.print(register, record_id)
    from ui.papers import attendance_pdf

    return attendance_pdf(
        register,
        record_id,
        paper=args.size or SIZES[0],
        show_nip=args.show_nip,
        walk_ins=args.empty_rows,
        listed=not args.unlisted,
        split=not args.together,
    )
