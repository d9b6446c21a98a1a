"""What every paper needs from the register, and what to say when it is not there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from census_desk.errors import CensusDeskError
from census_desk.letters.drafting import letterhead_for
from census_desk.people import Letterhead, LetterheadKind, Signatory
from census_desk.words import _
from ui.papers.files import Paper

if TYPE_CHECKING:
    from census_desk.register import Register

Job = Callable[[], Paper]


class FactMissing(CensusDeskError):
    """A paper needs a fact that its record lacks."""

    def __init__(self, field: str, title: str) -> None:
        self.field = field
        super().__init__(
            _("{field} belum diisi pada {title}; isi dahulu, lalu cetak.").format(
                field=field, title=title
            )
        )


class Progress(Protocol):
    """Where a long job tells how far it is."""

    def step(self, done: int, total: int, text: str = "") -> bool:
        """Tell how far the job is; False when the person wants it stopped."""


def signatory_of(register: "Register", signatory_id: str, title: str) -> Signatory:
    found: Signatory | None = register.signatories.find(signatory_id) if signatory_id else None
    if found is None:
        raise FactMissing(_("Penanda tangan"), title)
    return found


def letterhead_of(register: "Register", letterhead_id: str, title: str) -> Letterhead:
    found: Letterhead | None = register.letterheads.find(letterhead_id) if letterhead_id else None
    if found is None:
        raise FactMissing(_("Kop"), title)
    return found


def kop_of(register: "Register", signatory: Signatory, title: str) -> Letterhead:
    """A visit names no letterhead: the kop follows the signatory (letters.md 1.2)."""
    kop = letterhead_for(signatory, _own_first(register, signatory))
    if kop is None:
        raise FactMissing(_("Kop"), title)
    return kop


def _own_first(register: "Register", signatory: Signatory) -> list[Letterhead]:
    """Letterheads with the one of the signatory's own office in front."""
    office = register.offices.find(signatory.office_id) if signatory.office_id else None
    name = office.name.casefold() if office else ""

    def is_other(kop: Letterhead) -> bool:
        return (
            kop.kind is LetterheadKind.REGIONAL
            and name not in " ".join(kop.office_lines).casefold()
        )

    return sorted(register.letterheads.all(), key=is_other)


def emblem_of(register: "Register", kop: Letterhead) -> str:
    picture = register.pictures.find(kop.emblem_id) if kop.emblem_id else None
    return picture.content if picture else ""
