"""Commands on what became of a letter at its offices: sent, received, answered."""

from argparse import Namespace
from collections.abc import Sequence

from census_desk.errors import CensusDeskError
from census_desk.intake.scans import scan_bytes
from census_desk.letters.delivery import CHANNEL_NAMES, Acted, Channel
from census_desk.letters.following import (
    attach_receipt,
    attach_scan,
    mark_acted,
    mark_replied,
    set_reply_due,
)
from census_desk.letters.kept import ScanKind
from census_desk.letters.letter import Letter
from census_desk.letters.sending import (
    addressed_offices,
    clear_follow_up,
    mark_received,
    mark_sent,
)
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import best_matches, find_record
from ui.command_line.letters import day_typed, the_letter, today
from ui.command_line.opening import writing
from ui.command_line.output import clean


def note_sent(args: Namespace) -> int:
    """`sent`: the letter left for these offices (all when none is named)."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        ids = _offices(register, letter, args.offices)
        count = mark_sent(
            register,
            letter.id,
            ids,
            on=day_typed(register, args.on),
            channel=_channel(args.channel),
            new_id=register.ids,
            sent_by=args.by or register.actor,
        )
        if count or not ids:
            print(_("Ditandai terkirim ke {count} OPD.").format(count=count))
        if noted := len(ids) - count:
            told = _(
                "{count} OPD sudah dicatat terkirim sebelumnya; untuk menghapus catatannya: "
                "census-desk unsent"
            )
            print(told.format(count=noted))
    return DONE


def note_received(args: Namespace) -> int:
    """`received`: these offices have it; `--by` names who took it."""
    with writing(args) as register:
        letter, on = the_letter(register, args.letter), day_typed(register, args.on)
        ids = _offices(register, letter, args.offices)
        with register.change(_("Menandai diterima")):
            count = mark_received(register, letter.id, ids, on=on, received_by=args.by)
            if args.scan is not None:
                kept = attach_scan(
                    register,
                    scan_bytes(args.scan),
                    name=args.scan.name,
                    on=today(register),
                    kind=ScanKind.RECEIPT,
                    letter_id=letter.id,
                )
                attach_receipt(register, letter.id, ids, kept.id)
        print(_("Ditandai diterima oleh {count} OPD.").format(count=count))
    return DONE


def set_due(args: Namespace) -> int:
    """`reply-due`: until when these offices are to answer (all when none is named)."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        ids = _offices(register, letter, args.offices)
        count = set_reply_due(register, letter.id, ids, due_on=day_typed(register, args.on))
        print(_("Batas jawaban {count} OPD dicatat.").format(count=count))
    return DONE


def clear(args: Namespace) -> int:
    """`unsent`: what was noted for these offices is taken back."""
    with writing(args) as register:
        letter = the_letter(register, args.letter)
        count = clear_follow_up(register, letter.id, _offices(register, letter, args.offices))
        told = _("Catatan pengiriman {count} OPD dihapus; dapat diurungkan.")
        print(told.format(count=count))
    return DONE


def note_replied(args: Namespace) -> int:
    """`replied`: these offices answered; `--acted` says what they did."""
    with writing(args) as register:
        letter, on = the_letter(register, args.letter), day_typed(register, args.on)
        ids = _offices(register, letter, args.offices)
        if args.acted:
            count = mark_acted(register, letter.id, ids, acted=Acted(args.acted), on=on)
        else:
            count = mark_replied(register, letter.id, ids, on=on)
        print(_("Jawaban {count} OPD dicatat.").format(count=count))
    return DONE


def _offices(register: Register, letter: Letter, typed: Sequence[str]) -> list[str]:
    if not typed:
        return [one.id for one in addressed_offices(letter, register.offices.all())]
    return [find_record(register, "offices", one).id for one in typed]


def _channel(typed: str) -> Channel:
    found = best_matches(typed, [(one, (one.value, _(CHANNEL_NAMES[one]))) for one in Channel])
    if len(found) != 1:
        known = ", ".join(one.value for one in Channel)
        told = _("Cara kirim “{typed}” tidak ada; pilihannya {known}.")
        raise CensusDeskError(told.format(typed=clean(typed), known=known))
    return found[0]
