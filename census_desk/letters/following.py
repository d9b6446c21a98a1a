"""From "sent" to "done": copies printed, replies and deeds of the offices, and who is behind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from census_desk.coverage.letter_marks import DAYS_TO_RECEIVE
from census_desk.errors import CensusDeskError, InvalidRecord
from census_desk.indonesian import short_date
from census_desk.letters.delivery import Acted, Delivery
from census_desk.letters.kept import Scan, ScanKind, as_text, fingerprint
from census_desk.letters.letter import IN_FORCE, Letter, LetterStatus
from census_desk.letters.sending import FollowUp, NotSentYet, follow_ups
from census_desk.people import Office
from census_desk.register import Register
from census_desk.words import N_, _

DAYS_TO_SCAN = 7
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


class Lack(StrEnum):
    """What an office still owes; the order is from the first step to the last."""

    RECEIPT = "belum diterima"
    REPLY = "belum dijawab"


LACK_NAMES = {
    Lack.RECEIPT: N_("Belum mengonfirmasi penerimaan"),
    Lack.REPLY: N_("Belum menjawab"),
}


class NotAScan(CensusDeskError):
    """A file that is neither PDF nor PNG nor JPEG."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} bukan PDF, PNG, atau JPEG; pindai ulang dalam salah satu bentuk itu.").format(
                name=name
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One office that is late with one letter: what it owes, and since when it was due."""

    office: Office
    delivery: Delivery
    lack: Lack
    due_on: date


def behind(
    letter: Letter, offices: Iterable[Office], deliveries: Iterable[Delivery], on: date
) -> list[Behind]:
    """The offices that are late on that day, in their order: exactly those a reminder goes to.

    Received is expected within three days of sending; a reply on the day set for it. What was
    noted for a later day than `on` counts as not known yet.
    """
    found = []
    for row in follow_ups(letter, offices, deliveries):
        late = _late(row, on)
        if late:
            found.append(late)
    return found


def _late(row: FollowUp, on: date) -> Behind | None:
    sent = row.delivery
    if sent is None or sent.sent_on is None or sent.sent_on > on:
        return None
    received = _by(sent.received_on, on)
    replied = _by(sent.reply_on, on) or _by(sent.acted_on, on)
    expected = sent.sent_on + timedelta(days=DAYS_TO_RECEIVE)
    if not received and not replied and expected < on:
        return Behind(office=row.office, delivery=sent, lack=Lack.RECEIPT, due_on=expected)
    if sent.reply_due_on and sent.reply_due_on < on and not replied:
        return Behind(office=row.office, delivery=sent, lack=Lack.REPLY, due_on=sent.reply_due_on)
    return None


def mark_printed(
    register: Register,
    letter_id: str,
    office_ids: Sequence[str],
    *,
    on: date,
    new_id: Callable[[], str] | None = None,
) -> int:
    """Note that these offices' copies were printed; how many were not noted before."""
    ids = new_id or register.ids
    letter: Letter = register.collection("letters").get(letter_id)
    rows = _rows(register, letter_id)
    fresh = [one for one in office_ids if one not in rows or rows[one].printed_on is None]
    with register.change(_name(_("Mencatat cetakan surat {number}: {count} OPD"), letter, fresh)):
        for office_id in fresh:
            if old := rows.get(office_id):
                register.collection("deliveries").replace(replace(old, printed_on=on))
            else:
                new = Delivery(id=ids(), letter_id=letter_id, office_id=office_id, printed_on=on)
                register.collection("deliveries").add(new)
    return len(fresh)


def set_reply_due(
    register: Register, letter_id: str, office_ids: Sequence[str], *, due_on: date
) -> int:
    """Set the day replies are awaited from these offices.

    Raises NotSentYet for one without the letter, InvalidRecord for a day before the letter's.
    """
    letter: Letter = register.collection("letters").get(letter_id)
    if due_on < letter.dated_on:
        sentence = _("Batas jawaban {due} mendahului tanggal surat {day}.")
        told = sentence.format(due=short_date(due_on), day=short_date(letter.dated_on))
        raise InvalidRecord({"reply_due_on": told})
    what = _("Batas jawaban surat {number}: {count} OPD")
    return _update(
        register, letter_id, office_ids, what, lambda one: replace(one, reply_due_on=due_on)
    )


def mark_replied(register: Register, letter_id: str, office_ids: Sequence[str], *, on: date) -> int:
    """Note that these offices replied; NotSentYet, InvalidRecord for a day before sending."""
    what = _("Jawaban atas surat {number}: {count} OPD")
    return _update(register, letter_id, office_ids, what, lambda one: replace(one, reply_on=on))


def mark_acted(
    register: Register, letter_id: str, office_ids: Sequence[str], *, acted: Acted, on: date
) -> int:
    """Note what these offices did: a session booked, a recap handed in."""
    what = _("Tindak lanjut surat {number}: {count} OPD")
    return _update(
        register, letter_id, office_ids, what, lambda one: replace(one, acted=acted, acted_on=on)
    )


def attach_scan(
    register: Register,
    content: bytes,
    *,
    name: str,
    on: date,
    kind: ScanKind = ScanKind.SIGNED,
    letter_id: str = "",
    incoming_id: str = "",
    new_id: Callable[[], str] | None = None,
) -> Scan:
    """Keep a scanned page with its letter; a signed page makes a numbered letter a signed one.

    Raises NotAScan for another kind of file, InvalidRecord for one over 5 MB.
    """
    scan = Scan(
        id=(new_id or register.ids)(),
        kind=kind,
        letter_id=letter_id,
        incoming_id=incoming_id,
        name=name,
        media_type=media_type_of(content, name),
        content=as_text(content),
        sha256=fingerprint(content),
        added_on=on,
    )
    with register.change(_("Menyimpan pindaian {name}").format(name=name)):
        register.collection("scans").add(scan)
        letter = register.collection("letters").find(letter_id)
        if kind is ScanKind.SIGNED and letter and letter.status is LetterStatus.NUMBERED:
            register.collection("letters").replace(replace(letter, status=LetterStatus.SIGNED))
    return scan


def attach_receipt(
    register: Register, letter_id: str, office_ids: Sequence[str], scan_id: str
) -> int:
    """Say which offices' receipts a scan shows: one ekspedisi page has many."""
    what = _("Tanda terima surat {number}: {count} OPD")
    return _update(
        register, letter_id, office_ids, what, lambda one: replace(one, receipt_scan_id=scan_id)
    )


def media_type_of(content: bytes, name: str) -> str:
    """What a file is by its first bytes, whatever its name says; NotAScan."""
    for signature, media_type in SIGNATURES:
        if content.startswith(signature):
            return media_type
    raise NotAScan(name)


def letters_without_scan(
    letters: Iterable[Letter], scans: Iterable[Scan], on: date, days: int = DAYS_TO_SCAN
) -> list[Letter]:
    """Issued letters in force whose signed page is not there `days` after their date."""
    with_scan = {one.letter_id for one in scans if one.kind is ScanKind.SIGNED}
    late = [
        one
        for one in letters
        if one.status in IN_FORCE
        and one.id not in with_scan
        and one.dated_on + timedelta(days=days) < on
    ]
    return sorted(late, key=lambda one: (one.dated_on, one.id))


def _update(
    register: Register,
    letter_id: str,
    office_ids: Sequence[str],
    what: str,
    change: Callable[[Delivery], Delivery],
) -> int:
    """One step over the deliveries of these offices; how many changed."""
    letter: Letter = register.collection("letters").get(letter_id)
    with register.change(_name(what, letter, office_ids)):
        rows = _rows(register, letter_id)
        missing = [one for one in office_ids if one not in rows or rows[one].sent_on is None]
        if missing:
            raise NotSentYet([register.collection("offices").get(one) for one in missing])
        changed = [new for one in office_ids if (new := change(rows[one])) != rows[one]]
        for new in changed:
            register.collection("deliveries").replace(new)
    return len(changed)


def _rows(register: Register, letter_id: str) -> dict[str, Delivery]:
    deliveries: tuple[Delivery, ...] = register.collection("deliveries").all()
    return {one.office_id: one for one in deliveries if one.letter_id == letter_id}


def _name(what: str, letter: Letter, offices: Sequence[str]) -> str:
    return what.format(number=letter.number or letter.subject[:60], count=len(offices))


def _by(day: date | None, on: date) -> bool:
    return day is not None and day <= on
