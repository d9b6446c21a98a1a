"""Issued letters that say what the register no longer does, told when a fact is saved."""

from dataclasses import dataclass
from typing import Any

from census_desk.due_item import DueItem, When
from census_desk.indonesian import number
from census_desk.letters.letter import Letter
from census_desk.letters.quoting import Stale, stale_letters
from census_desk.people import Signatory
from census_desk.programme import Phase
from census_desk.sessions.session import Session
from census_desk.visits.visit import Visit
from census_desk.words import _, counted
from ui.workplace import WARNING, Workplace

QUOTED = (Phase, Session, Visit, Signatory)
STALE = "stale"  # what a page is asked to show: the letters left behind
LETTERS_OF = "surat:"  # before the id of a session or visit: its letters


def stale_now(workplace: Workplace) -> tuple[Stale, ...]:
    """What issued letters say that the register, as known on the working day, no longer does."""
    return stale_letters(workplace.register, workplace.working_day())


def tell_stale(workplace: Workplace, record: Any, said: str = "") -> None:
    """After a phase, session or signatory was saved: say how many issued letters quote it so.

    `said` is what the bar tells already: a warning in it is told again, not overwritten.
    """
    if not isinstance(record, QUOTED):
        return
    subject = str(record.kind) if isinstance(record, Phase) else record.id
    count = len({row.letter.id for row in stale_now(workplace) if row.quote.subject == subject})
    if count:
        told = counted(
            "{count} surat terbit mengutip keterangan lama ini.",
            "{count} surat terbit mengutip keterangan lama ini.",
            count,
        ).format(count=number(count))
        action = (_("Lihat surat"), lambda: _show(workplace, record))
        workplace.say(f"{said} {told}".lstrip(), WARNING, action)


def _show(workplace: Workplace, record: Any) -> None:
    """The letters left behind: those of the session or visit, or all of them."""
    if isinstance(record, Session):
        workplace.go("sessions", LETTERS_OF + record.id)
    elif isinstance(record, Visit):
        workplace.go("visits", LETTERS_OF + record.id)
    else:
        workplace.go("letters", STALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleLetter:
    """One letter with all it no longer tells rightly."""

    letter: Letter
    rows: tuple[Stale, ...]

    @property
    def words(self) -> str:
        """Which letter, and how much of it is left behind."""
        name = self.letter.number or self.letter.subject[:40]
        count = len(self.rows)
        return f"{name} · " + counted(
            "{count} keterangan berubah", "{count} keterangan berubah", count
        ).format(count=number(count))

    @property
    def detail(self) -> str:
        """What it says and what holds now, sentence by sentence."""
        return " ".join(row.sentence for row in self.rows)


def stale_letters_now(workplace: Workplace) -> list[StaleLetter]:
    """The issued letters left behind on the working day, each once."""
    rows = stale_now(workplace)
    letters = {row.letter.id: row.letter for row in rows}
    return [
        StaleLetter(letter=one, rows=tuple(row for row in rows if row.letter.id == one.id))
        for one in letters.values()
    ]


def stale_item(workplace: Workplace) -> DueItem | None:
    """Beranda's line about letters left behind; None when every letter tells rightly."""
    letters = stale_letters_now(workplace)
    if not letters:
        return None
    return DueItem(
        when=When.TODAY,
        title=counted(
            "{count} surat terbit perlu ralat", "{count} surat terbit perlu ralat", len(letters)
        ).format(count=number(len(letters))),
        detail=letters[0].detail,
        on=None,
        collection="letters",
        record_id=STALE,
    )
