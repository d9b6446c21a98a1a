"""Commands that write to several offices at once: invitations to their next sessions, recaps."""

from argparse import Namespace
from collections.abc import Iterable

from census_desk.errors import CensusDeskError
from census_desk.letters.inviting import Invitations, invitations_for, invite
from census_desk.letters.letter import Letter
from census_desk.letters.reminding import remind_of_recap, reminders_for
from census_desk.register import Register
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.letters import today
from ui.command_line.opening import writing
from ui.command_line.output import clean


class NobodyWithoutRecap(CensusDeskError):
    """Every office asked for has handed in a recap."""

    def __init__(self) -> None:
        super().__init__(_("Semua OPD itu sudah pernah menyerahkan rekap."))


def invite_offices(args: Namespace) -> int:
    """`event invite`: a draft for the next session of each office or area, in one step."""
    with writing(args) as register:
        wanted = [_wanted(register, one) for one in args.offices]
        found = invitations_for(register, wanted, on=today(register))
        made = invite(register, found, on=today(register), new_id=register.ids)
        _tell(made)
        _tell_left_out(register, found)
    return DONE


def remind_offices(args: Namespace) -> int:
    """`remind-recap`: one draft to the offices that never handed in a recap; all without names."""
    with writing(args) as register:
        named = [find_record(register, "offices", one).id for one in args.offices]
        ids = named or [one.id for one in register.offices.all()]
        found = reminders_for(register, ids, on=today(register))
        if not found.recap:
            raise NobodyWithoutRecap
        _tell([remind_of_recap(register, found.recap, on=today(register), new_id=register.ids)])
    return DONE


def _wanted(register: Register, typed: str) -> str:
    """An office by what people call it; an area that has none by its code."""
    if typed.replace(".", "").isdecimal() and "." in typed:
        return typed
    return find_record(register, "offices", typed).id


def _tell(made: Iterable[Letter]) -> None:
    for letter in made:
        told = _("Draf: {subject} [{id}]")
        print(told.format(subject=clean(letter.subject), id=letter.id))


def _tell_left_out(register: Register, found: Invitations) -> None:
    for session in found.invited:
        print(_("Sudah punya undangan: {title}").format(title=clean(session.title)))
    for each in found.without:
        office = register.offices.find(each)
        name = office.short_name if office else each
        print(_("Belum punya jadwal: {names}.").format(names=clean(name)))
