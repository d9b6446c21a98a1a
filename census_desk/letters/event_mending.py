"""Letters an event left behind: voided and drafted anew, or corrected, to the same people."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from census_desk import editing
from census_desk.errors import CensusDeskError
from census_desk.letters.citing import cited
from census_desk.letters.events import Event, signed_by, to_mend
from census_desk.letters.issuing import void
from census_desk.letters.letter import Letter, LetterKind, LetterStatus
from census_desk.letters.relating import ralat_for, successor_of
from census_desk.letters.starting import Starting, started
from census_desk.people import PostKind
from census_desk.register import Register
from census_desk.sessions.session import NOT_TAKING_PLACE, Session
from census_desk.visits.visit import VisitStatus
from census_desk.words import _

CANCELLED = "pemberitahuan-pembatalan"


class NothingToMend(CensusDeskError):
    """No issued letter says otherwise than the session or visit."""

    def __init__(self) -> None:
        super().__init__(_("Semua surat acara ini masih sesuai; tidak ada yang diterbitkan ulang."))


def reissue(
    register: Register,
    event: Event,
    *,
    on: date,
    reason: str,
    new_id: Callable[[], str],
    letter_ids: Iterable[str] = (),
) -> tuple[Letter, ...]:
    """Void the letters the event left behind and draft them anew, to the same people, in one step.

    Of an event that does not take place each becomes a notice that it is called off. `letter_ids`
    narrows it to some. The old numbers stay as BATAL. Raises NothingToMend, InvalidRecord without
    a reason.
    """
    wanted = set(letter_ids)
    rows = [row for row in to_mend(register, event, on) if not wanted or row.id in wanted]
    if not rows:
        raise NothingToMend
    with register.change(_("Menerbitkan ulang surat acara"), final=True) as step:
        drafts = tuple(
            editing.add(register, _again(register, event, row.letter, on, new_id())) for row in rows
        )
        for row in rows:
            void(register, row.id, reason=reason)
        numbers = ", ".join(row.letter.number or row.letter.subject[:40] for row in rows)
        step.what = _("Membatalkan dan menyusun ulang: {numbers} ({reason})").format(
            numbers=numbers, reason=reason.strip()
        )
    return drafts


def ralat(
    register: Register,
    event: Event,
    *,
    on: date,
    new_id: Callable[[], str],
    letter_ids: Iterable[str] = (),
) -> tuple[Letter, ...]:
    """Draft a Ralat of each letter the event left behind, to the same people, in one step."""
    wanted = set(letter_ids)
    rows = [row for row in to_mend(register, event, on) if not wanted or row.id in wanted]
    if not rows:
        raise NothingToMend
    with register.change(_("Menyusun ralat surat acara")):
        return tuple(
            editing.add(
                register,
                ralat_for(register, row.id, on=on, new_letter_id=new_id(), stale=row.stale),
            )
            for row in rows
        )


def takes_place(event: Event) -> bool:
    """Whether it is still to be, or was."""
    if isinstance(event, Session):
        return event.status not in NOT_TAKING_PLACE
    return event.status is not VisitStatus.CANCELLED


def _again(register: Register, event: Event, first: Letter, on: date, letter_id: str) -> Letter:
    """The same letter of a new day, or the notice that nothing comes of it."""
    signer = register.signatories.find(first.signatory_id)
    post = signer.post_kind if signer else PostKind.SECRETARY
    if takes_place(event):
        made = replace(
            first,
            id=letter_id,
            number="",
            revision=0,
            dated_on=on,
            status=LetterStatus.DRAFT,
            status_note="",
            body=_with_replacement(first),
        )
    else:
        about = Starting(refers_to_id=first.id)
        notice = started(register, CANCELLED, on=on, letter_id=letter_id, about=about)
        made = replace(notice, session_id=first.session_id, visit_id=first.visit_id)
        made = replace(made, recipients_at=first.recipients_at)
        made = signed_by(register, made, post)
    holder = successor_of(register.signatories.all(), post, on)
    is_gone = post is not PostKind.DISTRICT_HEAD and holder is not None
    return replace(made, signatory_id=holder.id) if is_gone and holder else made


def _with_replacement(first: Letter) -> str:
    """The old text, after a sentence that the first letter no longer holds; parts stay parts."""
    if first.kind is LetterKind.ASSIGNMENT:
        return first.body
    told = f"{cited(first)} dinyatakan tidak berlaku dan diganti dengan surat ini."
    return f"{told[:1].upper()}{told[1:]}\n\n{first.body}"
