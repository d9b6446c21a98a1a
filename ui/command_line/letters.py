"""Commands on letters: check, issue, sign, close, void, revise, remind, correct, follow up."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from census_desk import editing
from census_desk.desk import working_day
from census_desk.errors import CensusDeskError
from census_desk.indonesian import read_date
from census_desk.intake.scans import scan_bytes
from census_desk.letters import issuing
from census_desk.letters.checker.check import check
from census_desk.letters.checker.facts import check_facts
from census_desk.letters.checker.finding import SEVERITY_NAMES, Finding, errors
from census_desk.letters.following import behind
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.ledger.reserving import free_reserved, insert_after, use_reserved
from census_desk.letters.letter import Letter, Relation
from census_desk.letters.quoting import stale_letters
from census_desk.letters.relating import ralat_for, reminder_for
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE, REFUSED
from ui.command_line.finding import find_record
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.presenters.checking import field_label


def check_letter(args: Namespace) -> int:
    """`check REGISTER LETTER`: what the checker says; exit code 1 while there are errors.

    `--pass` lets a draft without errors go on to "diperiksa".
    """
    with (writing if args.let_pass else reading)(args) as register:
        letter = the_letter(register, args.letter)
        findings = _findings(register, letter)
        if args.json:
            print(as_json([_plain(one) for one in findings]))
        else:
            print("\n".join(_told(findings)))
        if args.let_pass:
            issuing.mark_checked(
                register, letter.id, on=today(register), drawn=_drawn(register, letter)
            )
    return REFUSED if errors(findings) else DONE


def issue_letter(args: Namespace) -> int:
    """`issue`: take the number and freeze the paper, in one step."""
    from ui.papers import letter_draw

    with writing(args) as register:
        letter = the_letter(register, args.letter)
        on, drawn = today(register), _drawn(register, letter)
        with register.change(_("Menerbitkan surat"), final=True):
            _take_number(register, letter, args, on)
            paper = issuing.issue(
                register,
                letter.id,
                on=on,
                draw=letter_draw(register),
                despite=args.despite,
                drawn=drawn,
            )
        print(
            _("Terbit: {number}. Kode arsip {code}.").format(
                number=paper.number or clean(letter.subject), code=paper.code
            )
        )
    return DONE


def sign_letter(args: Namespace) -> int:
    """`sign`: the paper came back signed; with `--scan` its page is kept."""
    from census_desk.letters.following import attach_scan

    with writing(args) as register:
        letter = the_letter(register, args.letter)
        if args.scan is None:
            letter = issuing.sign(register, letter.id, on=today(register))
        else:
            content = scan_bytes(args.scan)
            attach_scan(
                register, content, name=args.scan.name, on=today(register), letter_id=letter.id
            )
        print(_("Ditandatangani: {number}").format(number=_name(letter)))
    return DONE


def close_letter(args: Namespace) -> int:
    """`close`: nothing more is awaited."""
    with writing(args) as register:
        letter = issuing.close(register, the_letter(register, args.letter).id, note=args.reason)
        print(_("Selesai: {number}").format(number=_name(letter)))
    return DONE


def void_letter(args: Namespace) -> int:
    """`void`: the letter no longer holds; its number stays as BATAL."""
    with writing(args) as register:
        letter = issuing.void(register, the_letter(register, args.letter).id, reason=args.reason)
        print(_("Dibatalkan: {number}").format(number=_name(letter)))
    return DONE


def replace_letter(args: Namespace) -> int:
    """`replace`: another issued letter takes its place."""
    with writing(args) as register:
        letter, successor = the_letter(register, args.letter), the_letter(register, args.by)
        issuing.mark_replaced(register, letter.id, successor.id)
        told = _("Surat {old} diganti dengan surat {new}.")
        print(told.format(old=_name(letter), new=_name(successor)))
    return DONE


def revise_letter(args: Namespace) -> int:
    """`revise`: open an issued letter again under its number."""
    with writing(args) as register:
        letter = issuing.revise(register, the_letter(register, args.letter).id, reason=args.reason)
        told = _("Dibuka untuk revisi {revision}: {number}")
        print(told.format(revision=letter.revision, number=_name(letter)))
    return DONE


def remind(args: Namespace) -> int:
    """`remind`: a draft for exactly those behind; `--list` only names them."""
    with (reading if args.list else writing)(args) as register:
        letter, on = the_letter(register, args.letter), today(register)
        if args.list:
            rows = behind(letter, register.offices.all(), register.deliveries.all(), on)
            print("\n".join(f"{one.office.short_name}: {one.lack}" for one in rows))
            return DONE
        draft = reminder_for(register, letter.id, on=on, new_letter_id=register.ids())
        editing.add(register, draft)
        told = _("Draf pengingat untuk {count} OPD: {id}")
        print(told.format(count=len(draft.office_ids), id=draft.id))
    return DONE


def correct(args: Namespace) -> int:
    """`ralat`: a draft that corrects or changes an issued letter; `--list` tells what is stale."""
    with (reading if args.list else writing)(args) as register:
        if args.list:
            rows = [
                [_name(one.letter), one.sentence]
                for one in stale_letters(register, today(register))
            ]
            print("\n".join(table([_("Surat"), _("Yang berubah")], rows)))
            return DONE
        if not args.letter:
            raise CensusDeskError(_("Sebutkan surat yang diralat, atau pakai --list."))
        letter = the_letter(register, args.letter)
        stale = [
            one for one in stale_letters(register, today(register)) if one.letter.id == letter.id
        ]
        draft = ralat_for(
            register,
            letter.id,
            on=today(register),
            new_letter_id=register.ids(),
            stale=stale,
            relation=Relation.CHANGE if args.change else Relation.CORRECTION,
        )
        editing.add(register, draft)
        told = _("Draf perubahan: {id}") if args.change else _("Draf ralat: {id}")
        print(told.format(id=draft.id))
        if not stale:
            print(_("Isi setiap “…” dan hapus butir yang tetap."))
    return DONE


# shared with the other commands on mail


def the_letter(register: Register, typed: str) -> Letter:
    """The letter meant, by id, number or the beginning of its subject."""
    return cast(Letter, find_record(register, "letters", typed))


def today(register: Register) -> date:
    """The day the desk works on."""
    desks = register.collection("desks").all()
    return working_day(desks[0], date.today()) if desks else date.today()


def entry_named(register: Register, typed: str, book: str = "") -> NumberEntry:
    """The row of the ledger with that number as printed; CensusDeskError if none or several."""
    entries: tuple[NumberEntry, ...] = register.collection("numbers").all()
    found = [
        one
        for one in entries
        if typed.strip() in (one.text, one.id) and (not book or one.book == book)
    ]
    if not found and typed.strip().isdecimal():
        found = _of_order(entries, int(typed), book, today(register).year)
    if not found:
        told = _("Nomor “{number}” tidak ada di buku nomor; lihat: census-desk number list")
        raise CensusDeskError(told.format(number=clean(typed)))
    if len(found) > 1:
        told = _("Nomor “{number}” ada {count} kali di buku nomor; sebutkan id barisnya.")
        raise CensusDeskError(told.format(number=clean(typed), count=len(found)))
    return found[0]


def _of_order(
    entries: Sequence[NumberEntry], order: int, book: str, year: int
) -> list[NumberEntry]:
    """The rows with that plain order number in the working year, of one book or of all."""
    return [
        one
        for one in entries
        if one.sequence == order
        and not one.suffix
        and one.year in (0, year)
        and (not book or one.book == book)
    ]


def _take_number(register: Register, letter: Letter, args: Namespace, on: date) -> None:
    if args.after:
        before = entry_named(register, args.after, str(letter.book))
        insert_after(register, letter.id, before.id, reason=args.reason, on=on)
    elif args.reserved:
        held = free_reserved(
            register.collection("numbers").all(), str(letter.book), letter.dated_on
        )
        if not held:
            told = _("Tidak ada nomor cadangan untuk tanggal surat ini.")
            raise CensusDeskError(told)
        use_reserved(register, letter.id, held[0].id, on=on)


def _findings(register: Register, letter: Letter) -> tuple[Finding, ...]:
    drawn = _drawn(register, letter)
    return check(check_facts(register, letter, on=today(register), drawn=drawn), letter)


def _drawn(register: Register, letter: Letter) -> Any:
    from ui.papers.drawn import drawn_facts

    return drawn_facts(register, letter)


def _told(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return [_("Tidak ada yang perlu diperbaiki.")]
    lines = []
    for one in findings:
        lines.append(
            f"{_(SEVERITY_NAMES[one.severity])} · {field_label(one.field)}: {one.sentence}"
        )
        lines.append(f"    {one.rule} ({one.source})")
    return [clean(line) if not line.startswith(" ") else line for line in lines]


def _plain(one: Finding) -> dict[str, str]:
    names = ("severity", "field", "sentence", "rule", "source")
    return {name: str(getattr(one, name)) for name in names}


def day_typed(register: Register, typed: str) -> date:
    if not typed:
        return today(register)
    try:
        return read_date(typed)
    except ValueError as error:
        sentence = _("Tanggal belum benar; tulis seperti 13/02/2020.")
        raise CensusDeskError(sentence) from error


def _name(letter: Letter) -> str:
    return clean(letter.number or letter.subject)
