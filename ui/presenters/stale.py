"""Issued letters that say what the register no longer does, told when a fact is saved."""

from typing import Any

from census_desk.indonesian import number
from census_desk.letters.quoting import Stale
from census_desk.people import Signatory
from census_desk.programme import Phase
from census_desk.sessions.session import Session
from census_desk.words import _
from ui.presenters.letter_steps import stale_now
from ui.workplace import WARNING, Workplace

QUOTED = (Phase, Session, Signatory)
STALE = "stale"  # what a page is asked to show: the letters left behind


def tell_stale(workplace: Workplace, record: Any) -> None:
    """After a phase, session or signatory was saved: say how many issued letters quote it so."""
    if not isinstance(record, QUOTED):
        return
    subject = str(record.kind) if isinstance(record, Phase) else record.id
    count = len({row.letter.id for row in stale_now(workplace) if row.quote.subject == subject})
    if count:
        workplace.say(
            _("{count} surat terbit mengutip keterangan lama ini.").format(count=number(count)),
            WARNING,
            (_("Lihat surat"), lambda: workplace.go("letters", STALE)),
        )


def stale_words(row: Stale) -> str:
    """One line: which letter, what it says, what holds now."""
    return f"{row.letter.number or row.letter.subject[:40]} · {row.sentence}"
