"""Reminding several offices: of circulars not confirmed, of recaps they never handed in."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.letters.fields import addressee
from census_desk.letters.following import behind
from census_desk.letters.letter import IN_FORCE, Letter, LetterKind
from census_desk.letters.relating import FEW, reminder_for
from census_desk.letters.starting import Starting, started
from census_desk.people import Office
from census_desk.progress import latest_recaps
from census_desk.register import Register
from census_desk.words import _

RECAP_TEMPLATE = "pengingat-rekap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """Who of some offices can be reminded of what.

    `letters` are circulars with the offices late in confirming or answering each; `recap` the
    offices that never handed in a recap.
    """

    letters: tuple[tuple[Letter, tuple[str, ...]], ...] = ()
    recap: tuple[str, ...] = ()

    @property
    def letter_offices(self) -> tuple[str, ...]:
        """Everybody late with any circular, once."""
        return tuple(dict.fromkeys(one for _letter, ids in self.letters for one in ids))


class NoCircular(CensusDeskError):
    """A reminder of a recap cites the letter that asked for it."""

    def __init__(self) -> None:
        super().__init__(
            _("Belum ada edaran terbit yang meminta rekap; terbitkan dahulu, baru ingatkan.")
        )


def reminders_for(register: Register, office_ids: Collection[str], *, on: date) -> Reminders:
    """What these offices can be reminded of on that day."""
    wanted = set(office_ids)
    offices: tuple[Office, ...] = register.offices.all()
    letters = []
    for letter in _circulars(register, on):
        rows = behind(letter, offices, register.deliveries.all(), on)
        late = tuple(row.office.id for row in rows if row.office.id in wanted)
        if late:
            letters.append((letter, late))
    told = latest_recaps(register.recaps.all(), on)
    never = [one for one in offices if one.id in wanted and one.asn_count and one.id not in told]
    never.sort(key=lambda one: (one.rank, one.code))
    return Reminders(letters=tuple(letters), recap=tuple(one.id for one in never))


def remind_of_letters(
    register: Register, found: Reminders, *, on: date, new_id: Callable[[], str]
) -> tuple[Letter, ...]:
    """Save one draft reminder for each circular, to exactly the offices late with it: one step."""
    what = _("Menyusun pengingat surat untuk {count} OPD")
    with register.change(what.format(count=len(found.letter_offices))):
        return tuple(
            editing.add(
                register,
                reminder_for(register, letter.id, on=on, new_letter_id=new_id(), office_ids=ids),
            )
            for letter, ids in found.letters
        )


def remind_of_recap(
    register: Register, office_ids: Collection[str], *, on: date, new_id: Callable[[], str]
) -> Letter:
    """Save a draft that asks these offices for their recap, citing the newest circular.

    Raises NoCircular where none was issued to all of them.
    """
    first = next(
        (
            one
            for one in reversed(_circulars(register, on))
            if not one.office_ids or set(office_ids) <= set(one.office_ids)
        ),
        None,
    )
    if first is None:
        raise NoCircular
    offices = [one for one in register.offices.all() if one.id in set(office_ids)]
    offices.sort(key=lambda one: (one.rank, one.code))
    about = Starting(refers_to_id=first.id)
    letter = started(register, RECAP_TEMPLATE, on=on, letter_id=new_id(), about=about)
    letter = replace(
        letter,
        recipients=tuple(addressee(one) for one in offices),
        recipients_at=first.recipients_at or first.place,
        recipients_attached=len(offices) > FEW,
        office_ids=tuple(one.id for one in offices),
    )
    return editing.add(register, letter)


def _circulars(register: Register, on: date) -> list[Letter]:
    """The circulars in force by that day, the oldest first."""
    letters: tuple[Letter, ...] = register.letters.all()
    found = [
        one
        for one in letters
        if one.kind is LetterKind.CIRCULAR and one.status in IN_FORCE and one.dated_on <= on
    ]
    return sorted(found, key=lambda one: (one.dated_on, one.id))
