"""Commands on incoming letters, on papers for many, and on codes to verify."""

from argparse import Namespace
from pathlib import Path
from typing import cast

from census_desk import editing
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import short_date
from census_desk.intake.scans import scan_bytes
from census_desk.letters.archive import VERDICT_NAMES, Verdict, Verification, verify, verify_paper
from census_desk.letters.following import attach_scan, mark_printed
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.incoming_mail import (
    dispose,
    dispositions_of,
    finish_disposition,
    register_incoming,
)
from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import IN_FORCE, Letter
from census_desk.letters.starting import Starting, started
from census_desk.register import Register
from census_desk.words import _
from ui.command_line import typed
from ui.command_line.failures import DONE, REFUSED
from ui.command_line.finding import find_record
from ui.command_line.letters import day_typed, the_letter, today
from ui.command_line.opening import reading, size, writing
from ui.command_line.output import clean, table
from ui.command_line.progress import Progress
from ui.command_line.shared import the_template
from ui.preferences import FilePreferences
from ui.presenters.bulk import printed_offices

PAPER_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")


def add_incoming(args: Namespace) -> int:
    """`incoming add`: enter a letter; its agenda number comes from the book."""
    page = scan_bytes(args.scan) if args.scan is not None else None
    with writing(args) as register:
        pairs = [*args.values, *typed.file_pairs(args.file)]
        given = {pair.partition("=")[0].strip() for pair in pairs}
        day = short_date(today(register))
        pairs += [f"{name}={day}" for name in ("received_on", "dated_on") if name not in given]
        record = typed.new_record(register, "incoming_letters", pairs, register.ids())
        with register.change(_("Mencatat surat masuk")) as step:
            saved = register_incoming(register, cast(IncomingLetter, record), on=today(register))
            step.what = _("Mencatat surat masuk dari {sender}").format(sender=saved.sender[:60])
            if page is not None:
                attach_scan(
                    register,
                    page,
                    name=args.scan.name,
                    on=today(register),
                    kind=ScanKind.INCOMING,
                    incoming_id=saved.id,
                )
        told = _("Agenda {number}: {sender} [{id}]")
        print(told.format(number=saved.agenda_number, sender=clean(saved.sender), id=saved.id))
    return DONE


def dispose_incoming(args: Namespace) -> int:
    """`incoming dispose`: pass a letter down the house."""
    with writing(args) as register:
        incoming = find_record(register, "incoming_letters", args.letter)
        made = dispose(
            register,
            incoming.id,
            from_post=args.giver,
            to_posts=tuple(args.to),
            on=day_typed(register, args.on),
            instructions=tuple(args.ask),
            note=args.note,
            due_on=day_typed(register, args.due) if args.due else None,
        )
        told = _("Disposisi tingkat {level} kepada {posts} [{id}]")
        print(told.format(level=made.level, posts=", ".join(made.to_posts), id=made.id))
    return DONE


def finish_incoming(args: Namespace) -> int:
    """`incoming done`: what a disposition asked is done."""
    with writing(args) as register:
        found = find_record(register, "dispositions", args.disposition)
        finish_disposition(register, found.id, on=day_typed(register, args.on))
        print(_("Disposisi selesai."))
    return DONE


def show_dispositions(args: Namespace) -> int:
    """`incoming steps`: who was asked what about a letter."""
    with reading(args) as register:
        incoming = find_record(register, "incoming_letters", args.letter)
        rows = [
            [
                str(one.level),
                one.from_post,
                ", ".join(one.to_posts),
                "; ".join(one.instructions),
                short_date(one.on),
                short_date(one.done_on) if one.done_on else "",
                one.id,
            ]
            for one in dispositions_of(register.dispositions.all(), incoming.id)
        ]
        headings = [_("Tingkat"), _("Dari"), _("Kepada"), _("Diminta"), _("Tanggal"), _("Selesai")]
        print("\n".join(table([*headings, _("Id")], rows)))
    return DONE


def answer_incoming(args: Namespace) -> int:
    """`incoming answer`: a draft from a template, tied to the letter it answers."""
    with writing(args) as register:
        incoming = find_record(register, "incoming_letters", args.letter)
        about = Starting(incoming_id=incoming.id)
        draft = editing.add(register, drafted_from(register, args.template, about))
        print(_("Draf: {subject} [{id}]").format(subject=clean(draft.subject), id=draft.id))
    return DONE


def draft_letter(args: Namespace) -> int:
    """`draft`: a new letter from a template."""
    with writing(args) as register:
        draft = editing.add(register, drafted_from(register, args.template, _about(register, args)))
        print(_("Draf: {subject} [{id}]").format(subject=clean(draft.subject), id=draft.id))
    return DONE


def _about(register: Register, args: Namespace) -> Starting:
    """The records a draft is about, as typed."""

    def found(collection: str, text: str) -> str:
        return find_record(register, collection, text).id if text else ""

    return Starting(
        session_id=found("sessions", args.session),
        visit_id=found("visits", args.visit),
        refers_to_id=found("letters", args.letter),
    )


def print_agenda(args: Namespace) -> int:
    """`incoming print`: agenda surat masuk of a year."""
    from ui.papers import incoming_book_pdf, save

    with reading(args) as register:
        year = args.year or today(register).year
        path = save(incoming_book_pdf(register, year=year), args.to, replace=args.force)
    print(f"{path}  {size(path)}")
    return DONE


def drafted_from(register: Register, wanted: str, about: Starting) -> Letter:
    """A draft of the working day from the template meant, by id or the beginning of its name."""
    on, letter_id = today(register), register.ids()
    return started(
        register, the_template(register, wanted).id, on=on, letter_id=letter_id, about=about
    )


def verify_shown(args: Namespace) -> int:
    """`verify [REGISTER] CODE|FILE`: exit code 0 only when all is registered and equal.

    Without a register the one opened last in the window is asked.
    """
    args.register, shown = _register_and_shown(args)
    with reading(args) as register:
        answers = _answers(register, shown)
    for one in answers:
        code = f"{one.code}  " if one.code else ""
        print(f"{code}{_(VERDICT_NAMES[one.verdict])}: {clean(one.sentence)}")
    return DONE if all(one.verdict is Verdict.EQUAL for one in answers) else REFUSED


def print_copies(args: Namespace) -> int:
    """`copies`: one letter for many, in one file or one file each, or a range again.

    The offices' copies of an issued letter are noted as printed, as in the window.
    """
    from ui.papers import Audience, Run, letter_copies_job, letter_files_job, receipts_job, save

    run = Run(audience=Audience(args.audience), first=args.first, last=args.last)
    if args.each and args.receipts:
        raise InvalidRecord({"": _("Tanda terima dicetak dalam satu berkas.")})
    noted = run.audience is Audience.OFFICES and not (args.receipts or args.no_note)
    with (writing if noted else reading)(args) as register:
        letter = the_letter(register, args.letter)
        if args.each:
            paths = letter_files_job(register, letter, args.to, run)(_Told())
            told = _("{count} berkas ada di {folder}.").format(count=len(paths), folder=args.to)
        else:
            job = (receipts_job if args.receipts else letter_copies_job)(register, letter, run)
            path = save(job(_Told()), args.to, replace=args.force)
            told = f"{path}  {size(path)}"
        if noted and letter.status in IN_FORCE:
            offices = printed_offices(register, letter, run)
            mark_printed(register, letter.id, offices, on=today(register))
    print(told)
    return DONE


class _Told:
    """Progress of a long paper on standard error, a line at the start."""

    def __init__(self) -> None:
        self._bar = Progress(1)

    def step(self, done: int, total: int, text: str = "") -> bool:
        """Tell it once; a command line is stopped by Ctrl+C."""
        if text:
            self._bar.begin(text)
            self._bar.end()
        return True


def _register_and_shown(args: Namespace) -> tuple[Path, str]:
    *register, shown = args.shown
    if register:
        return Path(register[0]), shown
    recent = [one for one in FilePreferences().recent_registers if one.exists()]
    if not recent:
        raise CensusDeskError(_("Sebutkan registernya: census-desk verify REGISTER KODE|BERKAS"))
    return recent[0], shown


def _answers(register: Register, shown: str) -> tuple[Verification, ...]:
    path = Path(shown)
    if path.is_file() or path.suffix.casefold() in PAPER_ENDINGS:
        return verify_paper(register, path.read_bytes(), path.name)
    return (verify(register, shown),)
