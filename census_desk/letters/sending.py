"""Follow-up of a letter at the offices it goes to: sent, received, and by whom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.errors import CensusDeskError
from census_desk.letters.delivery import Channel, Delivery
from census_desk.letters.letter import OUT_OF_USE, UNISSUED, Letter, LetterStatus
from census_desk.people import Office, OfficeKind
from census_desk.plausible import refuse_later
from census_desk.register import Register
from census_desk.words import _, counted


class LetterNotReady(CensusDeskError):
    """A letter without a number does not leave the house; a void one no longer does."""

    def __init__(self, letter: Letter) -> None:
        sentence = (
            _("Surat ini berstatus batal atau diganti, jadi tidak dapat dikirim.")
            if letter.status in OUT_OF_USE
            else _("Surat masih draf; terbitkan lebih dulu: “Terbitkan…” (census-desk issue).")
        )
        super().__init__(sentence)


class NotSentYet(CensusDeskError):
    """An office cannot have received what was never sent to it."""

    def __init__(self, offices: Sequence[Office]) -> None:
        names = ", ".join(office.short_name for office in offices[:3])
        super().__init__(
            _("Belum dikirim ke {offices}; tandai terkirim lebih dulu.").format(
                offices=names if len(offices) <= 3 else f"{names}, …"
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One office the letter goes to, and what became of it there (None: not sent)."""

    office: Office
    delivery: Delivery | None

    @property
    def id(self) -> str:
        """The office's id: a letter goes to an office once."""
        return self.office.id

    @property
    def is_sent(self) -> bool:
        """Whether the letter left for this office."""
        return self.delivery is not None and self.delivery.sent_on is not None

    @property
    def is_received(self) -> bool:
        """Whether this office has it."""
        return self.delivery is not None and self.delivery.received_on is not None


def addressed_offices(letter: Letter, offices: Iterable[Office]) -> list[Office]:
    """The offices a letter goes to, in their order; none named means every OPD.

    BPS is an instansi vertikal and no OPD: it gets a copy (tembusan), unless it is named.
    """
    if letter.office_ids:
        chosen = [office for office in offices if office.id in set(letter.office_ids)]
    else:
        chosen = [office for office in offices if office.kind is not OfficeKind.VERTICAL]
    return sorted(chosen, key=lambda office: (office.rank, office.name))


def follow_ups(
    letter: Letter, offices: Iterable[Office], deliveries: Iterable[Delivery]
) -> list[FollowUp]:
    """Every addressed office with its delivery, and any other office that has one."""
    mine = {one.office_id: one for one in deliveries if one.letter_id == letter.id}
    every = list(offices)
    addressed = addressed_offices(letter, every)
    known = {office.id for office in addressed}
    others = [office for office in every if office.id in mine and office.id not in known]
    return [
        FollowUp(office=office, delivery=mine.get(office.id)) for office in [*addressed, *others]
    ]


def mark_sent(
    register: Register,
    letter_id: str,
    office_ids: Sequence[str],
    *,
    on: date,
    channel: Channel,
    new_id: Callable[[], str],
    sent_by: str = "",
) -> int:
    """Note that the letter left for these offices; how many were not noted before.

    One step, which also turns a numbered or signed letter into a sent one; the letter's own
    deadline for replies is taken over. Raises LetterNotReady, InvalidRecord for a day to come.
    """
    letter = register.letters.get(letter_id)
    if letter.status in (*UNISSUED, *OUT_OF_USE):
        raise LetterNotReady(letter)
    refuse_later(register, "sent_on", _("Tanggal kirim"), on)
    with register.change(_step(_("Menandai terkirim"), letter, len(office_ids))):
        saved = _deliveries_of(register, letter_id)
        fresh = [one for one in office_ids if one not in saved or saved[one].sent_on is None]
        for office_id in fresh:
            old = saved.get(office_id)
            new = old or Delivery(id=new_id(), letter_id=letter_id, office_id=office_id)
            sent = replace(new, sent_on=on, channel=channel, sent_by=sent_by.strip())
            due = sent.reply_due_on or letter.reply_due_on
            _put(register, old, replace(sent, reply_due_on=due))
        if letter.status in (LetterStatus.NUMBERED, LetterStatus.SIGNED):
            register.letters.replace(replace(letter, status=LetterStatus.SENT))
    return len(fresh)


def mark_received(
    register: Register,
    letter_id: str,
    office_ids: Sequence[str],
    *,
    on: date,
    received_by: str,
    receipt_scan_id: str = "",
) -> int:
    """Note that these offices have the letter; how many had not confirmed before.

    Raises NotSentYet for offices it was never sent to, InvalidRecord for a day before sending or
    to come, or a missing name; one step or nothing.
    """
    letter = register.letters.get(letter_id)
    saved = _deliveries_of(register, letter_id)
    missing = [one for one in office_ids if one not in saved or saved[one].sent_on is None]
    if missing:
        raise NotSentYet([register.offices.get(one) for one in missing])
    refuse_later(register, "received_on", _("Tanggal terima"), on)
    fresh = [saved[one] for one in office_ids if saved[one].received_on is None]
    with register.change(_step(_("Menandai diterima"), letter, len(fresh))):
        for delivery in fresh:
            new = replace(
                delivery,
                received_on=on,
                received_by=received_by.strip(),
                receipt_scan_id=receipt_scan_id or delivery.receipt_scan_id,
            )
            _put(register, delivery, new)
    return len(fresh)


def clear_follow_up(register: Register, letter_id: str, office_ids: Sequence[str]) -> int:
    """Take back what was noted for these offices; how many had a note."""
    letter = register.letters.get(letter_id)
    saved = _deliveries_of(register, letter_id)
    noted = [saved[one] for one in office_ids if one in saved]
    with register.change(_step(_("Menghapus catatan pengiriman"), letter, len(noted))):
        for delivery in noted:
            register.deliveries.remove(delivery.id)
    return len(noted)


def unconfirmed_offices(register: Register, letter: Letter) -> list[Office]:
    """The offices the letter goes to that have not confirmed it, in their order."""
    rows = follow_ups(
        letter, register.collection("offices").all(), register.collection("deliveries").all()
    )
    return [row.office for row in rows if not row.is_received]


def _step(verb: str, letter: Letter, many: int) -> str:
    offices = counted("{count} OPD", "{count} OPD", many).format(count=many)
    return _("{verb}: {letter} ({offices})").format(
        verb=verb, letter=letter.number or letter.subject[:60], offices=offices
    )


def _deliveries_of(register: Register, letter_id: str) -> dict[str, Delivery]:
    return {one.office_id: one for one in register.deliveries.all() if one.letter_id == letter_id}


def _put(register: Register, old: Delivery | None, new: Delivery) -> None:
    if old is None:
        register.deliveries.add(new)
    else:
        register.deliveries.replace(new)
